import { defineStates, unless } from '../../../kernel/values/state-machine.ts';
import type { Ability, StateOf } from '../../../kernel/values/state-machine.ts';

/** `resolved` says that we think it is done; `closed` that the client said so or that nobody objected. */
export const ticketStates = defineStates({
  new: ['open', 'waiting_customer', 'on_hold', 'resolved', 'closed'],
  open: ['waiting_customer', 'on_hold', 'resolved', 'closed'],
  waiting_customer: ['open', 'on_hold', 'resolved', 'closed'],
  on_hold: ['open', 'waiting_customer', 'resolved', 'closed'],
  resolved: ['open', 'waiting_customer', 'on_hold', 'closed'],
  closed: ['open', 'waiting_customer', 'on_hold', 'resolved'],
});
export type TicketState = StateOf<typeof ticketStates>;

export const settledStates = ['resolved', 'closed'] as const satisfies readonly TicketState[];

export function isSettled(state: TicketState): boolean {
  return (settledStates as readonly TicketState[]).includes(state);
}

/** What a client may do. A reply is always possible; where `reopenUntil` has passed it opens a ticket that goes on from this one. */
export function clientAbilities(state: TicketState): { close: Ability } {
  return { close: unless({ already_closed: !ticketStates.canMove(state, 'closed') }) };
}

export const kinds = ['question', 'incident', 'request', 'complaint'] as const;
export type TicketKind = (typeof kinds)[number];

export const priorities = ['emergency', 'high', 'normal', 'low'] as const;
export type Priority = (typeof priorities)[number];

/** Where a ticket waits when nobody chose: by what it is about. */
export function queueFor(about: {
  queue?: string | undefined;
  serviceId?: unknown;
  invoiceId?: unknown;
}): string {
  if (about.queue) return about.queue;
  if (about.invoiceId) return 'billing';
  return about.serviceId ? 'technical' : 'general';
}

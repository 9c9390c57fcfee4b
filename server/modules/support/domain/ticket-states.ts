import { defineStates, unless } from '../../../kernel/values/state-machine.ts';
import type { Ability, StateOf } from '../../../kernel/values/state-machine.ts';

/**
 * `resolved` says that we think it is done; `closed` that the client said so or that nobody objected. Only merging leads to `merged`, and
 * nothing leads out of it: what is written there goes on in the other ticket.
 */
export const ticketStates = defineStates({
  new: ['open', 'waiting_customer', 'waiting_third_party', 'on_hold', 'resolved', 'closed', 'merged', 'spam'],
  open: ['waiting_customer', 'waiting_third_party', 'on_hold', 'resolved', 'closed', 'merged', 'spam'],
  waiting_customer: ['open', 'waiting_third_party', 'on_hold', 'resolved', 'closed', 'merged', 'spam'],
  waiting_third_party: ['open', 'waiting_customer', 'on_hold', 'resolved', 'closed', 'merged', 'spam'],
  on_hold: ['open', 'waiting_customer', 'waiting_third_party', 'resolved', 'closed', 'merged', 'spam'],
  resolved: ['open', 'waiting_customer', 'waiting_third_party', 'on_hold', 'closed', 'merged', 'spam'],
  closed: ['open', 'waiting_customer', 'waiting_third_party', 'on_hold', 'resolved', 'merged', 'spam'],
  merged: [],
  spam: ['open'],
});
export type TicketState = StateOf<typeof ticketStates>;

const settledStates = ['resolved', 'closed', 'merged', 'spam'] as const satisfies readonly TicketState[];

export function isSettled(state: TicketState): boolean {
  return (settledStates as readonly TicketState[]).includes(state);
}

/** What a client may do. A reply is always possible; where `reopenUntil` has passed it opens a ticket that goes on from this one. */
export function clientAbilities(state: TicketState): { close: Ability } {
  return { close: unless({ already_closed: !ticketStates.canMove(state, 'closed') }) };
}

export const kinds = ['question', 'problem', 'request', 'complaint', 'cancellation'] as const;
export type TicketKind = (typeof kinds)[number];

export const priorities = ['emergency', 'high', 'normal', 'low'] as const;
export type Priority = (typeof priorities)[number];

/** Where a ticket waits when nobody chose: by what it is about. */
export function queueFor(about: {
  queue?: string | undefined;
  serviceId?: unknown;
  invoiceId?: unknown;
  offerId?: unknown;
}): string {
  if (about.queue) return about.queue;
  if (about.invoiceId || about.offerId) return 'billing';
  return about.serviceId ? 'technical' : 'general';
}

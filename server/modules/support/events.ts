import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';
import { kinds, priorities, ticketStates } from './domain/ticket-states.ts';
import type { TicketState } from './domain/ticket-states.ts';

const state = z.enum(ticketStates.all as [TicketState, ...TicketState[]]);
const priority = z.enum(priorities);
const kind = z.enum(kinds);
const side = z.enum(['client', 'staff']);
const changed = <Value extends z.ZodType>(value: Value) => z.object({ from: value, to: value });

export const ticketOpened = defineEvent('support.ticket-opened', {
  data: z.object({
    messageId: z.string(),
    kind,
    priority,
    queue: z.string(),
    by: side,
    followUpOf: z.string().nullable(),
  }),
});
/** A public message; notes have a fact of their own. */
export const messagePosted = defineEvent('support.message-posted', {
  data: z.object({ messageId: z.string(), by: side, public: z.literal(true) }),
});
export const noteAdded = defineEvent('support.note-added', {
  audience: 'staff',
  data: z.object({ messageId: z.string() }),
});
export const statusChanged = defineEvent('support.status-changed', {
  data: z.object({ from: state, to: state, by: z.enum(['client', 'staff', 'system']) }),
});
export const priorityChanged = defineEvent('support.priority-changed', { data: changed(priority) });
export const kindChanged = defineEvent('support.kind-changed', { data: changed(kind) });
export const queueChanged = defineEvent('support.queue-changed', { data: changed(z.string()) });
export const ticketAssigned = defineEvent('support.ticket-assigned', {
  data: z.object({ assigneeId: z.string().nullable() }),
});
export const ticketLinked = defineEvent('support.ticket-linked', {
  data: z.object({ serviceId: z.string().nullable(), invoiceId: z.string().nullable() }),
});
export const followerAdded = defineEvent('support.follower-added', {
  data: z.object({ personId: z.string() }),
});
export const followerRemoved = defineEvent('support.follower-removed', {
  data: z.object({ personId: z.string() }),
});
export const queueDefined = defineEvent('support.queue-defined', {
  audience: 'staff',
  data: z.object({ offered: z.boolean() }),
});

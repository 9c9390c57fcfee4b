import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

const staffOnly = { audience: 'staff' } as const;

/** By itself; that the ticket has an assignee is a fact of support. */
export const ticketGiven = defineEvent('assignment.ticket-given', {
  ...staffOnly,
  data: z.object({
    personId: z.string(),
    queue: z.string(),
    way: z.string(),
    load: z.int(),
    capacity: z.int(),
  }),
});
/** Nobody of the queue took it in time. */
export const ticketPassedOn = defineEvent('assignment.ticket-passed-on', {
  ...staffOnly,
  data: z.object({ from: z.string(), to: z.string() }),
});
/** The client wrote while the assignee is away: it waits in its queue again. */
export const ticketTakenBack = defineEvent('assignment.ticket-taken-back', {
  ...staffOnly,
  data: z.object({ personId: z.string(), queue: z.string() }),
});
export const agentChanged = defineEvent('assignment.agent-changed', {
  ...staffOnly,
  data: z.object({ capacity: z.int(), skills: z.array(z.string()) }),
});
/** Somebody is there or not, by their own word or a lead's. */
export const presenceChanged = defineEvent('assignment.presence-changed', {
  ...staffOnly,
  data: z.object({ away: z.boolean(), until: z.string().nullable() }),
});
export const queueSet = defineEvent('assignment.queue-set', {
  ...staffOnly,
  data: z.object({ way: z.string(), overflowTo: z.string().nullable() }),
});

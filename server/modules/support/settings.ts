import { z } from 'zod';
import { line } from '../../kernel/http/shapes.ts';
import { defineSetting } from '../../kernel/settings.ts';
import { hindrances, impacts, usualMatrix } from './domain/priority-matrix.ts';
import { priorities, ticketStates } from './domain/ticket-states.ts';
import type { TicketState } from './domain/ticket-states.ts';

const minutes = z.int().min(1).max(43_200);

export const ticketRules = defineSetting({
  key: 'support.tickets',
  schema: z.object({
    /** Days in which a reply opens a settled ticket again; later it opens one that goes on from it. */
    reopenDays: z.int().min(1).max(365),
    /** Days after which a resolved ticket to which nobody objects is closed. */
    closeDays: z.int().min(1).max(365).default(14),
    /** Minutes in which an answer may usually be expected. */
    answerMinutes: z.object({ emergency: minutes, high: minutes, normal: minutes, low: minutes }),
  }),
  default: {
    reopenDays: 14,
    closeDays: 14,
    answerMinutes: { emergency: 60, high: 240, normal: 480, low: 1440 },
  },
});

/** Minutes in which authors may correct what they wrote; 0: never. */
export const correctionRules = defineSetting({
  key: 'support.corrections',
  schema: z.object({ minutes: z.int().min(0).max(10_080) }),
  default: { minutes: 15 },
});

/** Which priority is proposed, by whom it hits and how hard. */
export const priorityMatrix = defineSetting({
  key: 'support.priorities',
  schema: z.record(z.enum(impacts), z.record(z.enum(hindrances), z.enum(priorities))),
  default: usualMatrix,
});

/** What the business calls its states, where it does not use our words. */
export const statusNames = defineSetting({
  key: 'support.status-names',
  schema: z.partialRecord(
    z.enum(ticketStates.all as [TicketState, ...TicketState[]]),
    z.object({ id: line(40), en: line(40) }),
  ),
  default: {},
});

/** No file is larger than this, whatever the setting says. */
export const hardLimitMegabytes = 100;

export const fileRules = defineSetting({
  key: 'support.files',
  schema: z.object({ maxMegabytes: z.int().min(1).max(hardLimitMegabytes) }),
  default: { maxMegabytes: 10 },
});

/** To how many outside addresses clients may let the replies of a ticket be copied. */
export const copyRules = defineSetting({
  key: 'support.copies',
  schema: z.object({
    /** At once, of one ticket; none switches it off. */
    perTicket: z.int().min(0).max(20),
    /** Added in all tickets of an organization within a day. */
    perDay: z.int().min(1).max(500),
  }),
  default: { perTicket: 5, perDay: 20 },
});

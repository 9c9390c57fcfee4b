import { z } from 'zod';
import { id, idOut, instant, line } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { queueName, tag, ticketState } from './contract.ts';
import { priorities } from './domain/ticket-states.ts';

/** What is changed of many tickets at once; what is left out stays as it is. */
export const manyBody = z.object({
  tickets: z.array(id('ticket')).min(1).max(100),
  status: ticketState.exclude(['merged', 'new']).optional(),
  priority: z.enum(priorities).optional(),
  queue: queueName.optional(),
  assigneeId: id('person').nullable().optional(),
  addTags: z.array(tag).max(10).default([]),
  removeTags: z.array(tag).max(10).default([]),
});
export type ManyChange = z.output<typeof manyBody>;

/** Why one of many was left as it is. `changed_since`: somebody changed it after what was to be undone. */
export const leftReasons = ['not_found', 'wrong_state', 'too_many_tags', 'changed_since'] as const;
export type LeftReason = (typeof leftReasons)[number];

const oneOfMany = z.object({
  id: idOut,
  /** Null where there is no such ticket. */
  number: z.int().nullable(),
  /** It is as was asked for, also when it was so before. */
  done: z.boolean(),
  why: z.enum(leftReasons).nullable(),
});
export type OneOfMany = z.output<typeof oneOfMany>;
export const manyShape = z
  .object({
    /** What undoes it for two minutes; null when nothing became different. */
    changeId: idOut.nullable(),
    items: z.array(oneOfMany),
  })
  .meta({ id: 'ChangedTickets' });
export type ManyChanged = z.output<typeof manyShape>;
export const changeParams = z.object({ change: id('change') });

export const undoOver = problem('undo_over', 409, 'It is too late to undo this, or it was undone before.');

export const presenceBody = z.object({ typing: z.boolean() });
/** The others who have the ticket before them. */
export const presenceShape = z
  .object({ items: z.array(z.object({ id: idOut, name: z.string(), typing: z.boolean() })) })
  .meta({ id: 'TicketPresence' });
export type Presence = z.output<typeof presenceShape>;

export const snoozeBody = z.object({
  /** Null: until the client writes. */
  until: instant.nullable(),
});
export const snoozeTime = problem('snooze_time', 409, 'Choose a time ahead, within a year.');

export const splitBody = z.object({
  /** What begins the new ticket; not a note. */
  message: id('message'),
  /** What was said after it goes along. */
  following: z.boolean().default(false),
  subject: line(200),
});
export type SplitBody = z.output<typeof splitBody>;
export const cannotSplit = problem(
  'cannot_split',
  409,
  'A ticket begins with what a client can read, not with a note.',
);
export const parentBody = z.object({
  /** Number of the ticket that this one belongs under, of the same organization; null takes it out. */
  number: z.int().positive().nullable(),
});
export const cannotBeParent = problem('cannot_be_parent', 409, 'This ticket cannot belong under that one.');

import { z } from 'zod';
import { bilingualOut, id, idOut, instant, pageOf, pageQuery } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { queueName, tag } from '../support/index.ts';
import { hindrances, ways } from './domain/choose-agent.ts';

const person = z.object({ id: idOut, name: z.string() });
const queue = z.object({ name: z.string(), titles: bilingualOut });
/** Something that somebody knows: a language, a topic; written like a tag, since tags ask for skills by name. */
const skills = z.array(tag).max(30);

export const agentParams = z.object({ person: id('person') });
export const queueParams = z.object({ queue: queueName });
export const ticketParams = z.object({ ticket: id('ticket') });

export const presenceStates = ['here', 'away', 'off_duty', 'full'] as const;
/** What a person is called by the list: away or off duty before having no room. */
const state = z.enum(presenceStates);

const standing = {
  state,
  away: z.boolean(),
  /** Until when; null for until they say otherwise. */
  awayUntil: instant.nullable(),
  /** Tickets that are new or open with them. */
  load: z.int(),
  capacity: z.int(),
};
const agentShape = z
  .object({
    ...person.shape,
    ...standing,
    skills: z.array(z.string()),
    /** Whose clients' tickets alone they are given; none: everybody's. */
    tiers: z.array(idOut),
    /** When they are on duty; null for always. */
    calendar: person.nullable(),
    /** Those that give them tickets by themselves. */
    queues: z.array(queue),
    version: z.int(),
  })
  .meta({ id: 'SupportAgent' });
export type SupportAgent = z.output<typeof agentShape>;
export const agentPage = pageOf(agentShape);
export const agentQuery = z.object({
  ...pageQuery,
  /** A part of the name or of a skill. */
  q: z.string().trim().max(100).optional(),
  state: state.optional(),
});
export type AgentFilters = z.output<typeof agentQuery>;

export const agentBody = z.object({
  /** How many tickets, new or open, they have at most by being given them. */
  capacity: z.int().min(0).max(500),
  skills,
  tiers: z.array(id('tier')).max(50).default([]),
  calendarId: id('calendar').nullable(),
});
export type AgentBody = z.output<typeof agentBody>;

export const presenceBody = z.object({ away: z.boolean(), until: instant.nullable().default(null) });
export type Presence = z.output<typeof presenceBody>;

export const dutyShape = z
  .object({
    ...standing,
    /** Some queue gives them tickets by itself. */
    takesPart: z.boolean(),
  })
  .meta({ id: 'Duty' });
export type Duty = z.output<typeof dutyShape>;

export const skillList = z.object({ items: z.array(z.string()) });

const way = z.enum(ways);
const queueWayShape = z
  .object({
    queue: z.string(),
    titles: bilingualOut,
    way,
    skills: z.array(z.string()),
    matchLanguage: z.boolean(),
    matchTags: z.boolean(),
    /** Of tickets that are as urgent, clients of higher tiers come first. */
    tiersFirst: z.boolean(),
    overflowTo: z.string().nullable(),
    overflowMinutes: z.int().nullable(),
    /** Nobody: the whole support team. */
    members: z.array(person),
    version: z.int(),
  })
  .meta({ id: 'QueueWay' });
export type QueueWay = z.output<typeof queueWayShape>;
export const queueWayList = z.object({ items: z.array(queueWayShape) });

export const queueWayBody = z.object({
  way,
  /** What everybody must know who gets a ticket of it. */
  skills: skills.default([]),
  /** The ticket's language must be among the skills. */
  matchLanguage: z.boolean().default(false),
  /** So must those of its tags that are a skill of anybody. */
  matchTags: z.boolean().default(false),
  /** Of tickets that are as urgent, clients of higher tiers come first. */
  tiersFirst: z.boolean().default(false),
  members: z.array(id('person')).max(200).default([]),
  /** Where tickets go on to that nobody took for so many minutes. */
  overflow: z
    .object({ to: queueName, minutes: z.int().min(1).max(10_080) })
    .nullable()
    .default(null),
});
export type QueueWayBody = z.output<typeof queueWayBody>;

const considered = z.object({
  person,
  load: z.int(),
  capacity: z.int(),
  /** Why not; null for who could have it. */
  no: z.enum(hindrances).nullable(),
  lacks: z.array(z.string()),
});
const decision = z.object({
  id: idOut,
  kind: z.enum(['given', 'passed_on', 'taken_back']),
  queue: bilingualOut,
  toQueue: bilingualOut.nullable(),
  person: person.nullable(),
  way: way.nullable(),
  /** Everybody, in the order in which they would have had it. */
  considered: z.array(considered),
  madeAt: instant,
});
export const ticketAssignment = z
  .object({
    /** Where it waits for somebody: since when, and why nobody has it. Null where it does not wait to be given out. */
    waiting: z
      .object({
        since: instant,
        queue: bilingualOut,
        /** Of the client. */
        tier: bilingualOut.nullable(),
        considered: z.array(considered),
      })
      .nullable(),
    /** What was done by itself, the latest first, at most ten. */
    decisions: z.array(decision),
  })
  .meta({ id: 'TicketAssignment' });
export type TicketAssignment = z.output<typeof ticketAssignment>;
export type AssignmentDecision = z.output<typeof decision>;

export const untilIsPast = problem('until_is_past', 422, 'This time has passed already.');
export const overflowToItself = problem(
  'overflow_to_itself',
  422,
  'A queue cannot pass tickets on to itself.',
);

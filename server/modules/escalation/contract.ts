import { z } from 'zod';
import {
  ability,
  bilingualOut,
  id,
  idOut,
  instant,
  line,
  pageOf,
  pageQuery,
  prose,
} from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { conditions, conditionsOut } from '../automation/index.ts';
import { goals, priorities, queueName } from '../support/index.ts';

const level = z.int().min(0).max(3);
const levelOut = z.int();
const person = z.object({ id: idOut, name: z.string() });
const ofTicket = { id: idOut, number: z.int(), subject: z.string() };
const texts = z
  .object({ id: prose(2000).nullable(), en: prose(2000).nullable() })
  .refine(({ id: inIndonesian, en }) => inIndonesian !== null || en !== null, {
    path: ['id'],
    message: 'in one language at least',
  });
export type Texts = z.output<typeof texts>;

// -- Levels

export const levelParams = z.object({ level: z.coerce.number().int().min(0).max(3) });
const audience = z.enum(['assignee', 'support', 'administrators']);
const channel = z.enum(['in_app', 'email']);
export const levelBody = z
  .object({
    /** Roles; `assignee` is the team while there is none. */
    audience: z.array(audience).max(3),
    people: z.array(id('person')).max(20),
    /** Whoever is on call in this rota. */
    rotaId: id('rota').nullable(),
    channels: z.array(channel).min(1).max(2),
    /** Minutes in which somebody has to acknowledge, else the next level is reached; null: nobody has to. */
    ackMinutes: z.int().min(5).max(10_080).nullable(),
    /** Minutes are of its hours, and nobody is told outside of them; null: around the clock. */
    calendarId: id('calendar').nullable(),
    /** Of the last level: how often it is told again before that ends. */
    repeats: z.int().min(0).max(10),
  })
  .refine(({ audience: roles, people, rotaId }) => roles.length + people.length > 0 || rotaId !== null, {
    path: ['audience'],
    message: 'somebody at least',
  });
export type LevelBody = z.output<typeof levelBody>;
const levelShape = z
  .object({
    level: levelOut,
    audience: z.array(audience),
    people: z.array(person),
    rotaId: idOut.nullable(),
    channels: z.array(channel),
    ackMinutes: z.int().nullable(),
    calendarId: idOut.nullable(),
    repeats: z.int(),
    version: z.int(),
  })
  .meta({ id: 'EscalationLevel' });
export type Level = z.output<typeof levelShape>;
export const levelList = z.object({ items: z.array(levelShape) });

// -- Rules

const goal = z.enum(['any', ...goals]);
/** When a rule comes due: all of what it says at once. Without any of them, as soon as its conditions hold. */
const trigger = {
  conditions,
  /** Minutes since the ticket was opened, or opened again. */
  ageMinutes: z.int().min(5).max(525_600).nullable(),
  /** Which promise of a service level it watches. */
  goal: goal.nullable(),
  /** Minutes after that promise is due; before it when negative. */
  goalOffset: z.int().min(-43_200).max(43_200).nullable(),
  /** Those minutes are of the clock on the wall, or of the hours in which the promise counts. */
  offsetIn: z.enum(['wall', 'hours']).default('wall'),
  /** How often it was opened again, at least. */
  reopenings: z.int().min(1).max(100).nullable(),
};
const offsetFits = (rule: { goal: string | null; goalOffset: number | null }) =>
  (rule.goal === null) === (rule.goalOffset === null);
const offsetWrong = { path: ['goalOffset'], message: 'with a promise, and only with one' };

const acts = z.object({
  /** Where it moves; for functional escalation. */
  queue: queueName.optional(),
  /** Who gets it; `on_call`: whoever is in the rota of the level. For functional escalation. */
  assignee: z.union([z.literal('on_call'), id('person')]).optional(),
  /** At least this urgent. */
  priority: z.enum(priorities).optional(),
  /** What the client is told. */
  tell: texts.optional(),
});
export type RuleActs = z.output<typeof acts>;
const way = z.enum(['functional', 'hierarchical']);

export const ruleParams = z.object({ escalationRule: id('escalation-rule') });
export const ruleBody = z
  .object({
    title: line(100),
    position: z.int().min(0).max(1000),
    active: z.boolean(),
    ...trigger,
    level,
    /** Functional: to another queue or person. Hierarchical: somebody above is told, and the ticket stays. */
    way,
    acts,
  })
  .refine(offsetFits, offsetWrong)
  .refine(
    ({ way: how, acts: { queue, assignee } }) => (how === 'functional') === Boolean(queue ?? assignee),
    { path: ['way'], message: 'functional with a queue or a person, hierarchical without' },
  );
export type RuleBody = z.output<typeof ruleBody>;
const ruleShape = z
  .object({
    id: idOut,
    title: z.string(),
    position: z.int(),
    active: z.boolean(),
    conditions: conditionsOut,
    ageMinutes: z.int().nullable(),
    goal: goal.nullable(),
    goalOffset: z.int().nullable(),
    offsetIn: z.enum(['wall', 'hours']),
    reopenings: z.int().nullable(),
    level: levelOut,
    way,
    acts: z.object({
      queue: z.string().optional(),
      assignee: z.string().optional(),
      priority: z.enum(priorities).optional(),
      tell: z.object({ id: z.string().nullable(), en: z.string().nullable() }).optional(),
    }),
    lastFiredAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'EscalationRule' });
export type Rule = z.output<typeof ruleShape>;
export const ruleList = z.object({ items: z.array(ruleShape) });

export const tryBody = z.object({ ...trigger, level }).refine(offsetFits, offsetWrong);
export type TryBody = z.output<typeof tryBody>;
/** Of the last 30 days, at most 2,000 tickets of them, as they are now. */
export const triedShape = z
  .object({
    looked: z.int(),
    matched: z.int(),
    /** The latest twenty; `level` is what each would have been raised to, unacknowledged at most the last one. */
    items: z.array(z.object({ ...ofTicket, at: instant, level: levelOut })),
  })
  .meta({ id: 'TriedEscalation' });
export type TriedRule = z.output<typeof triedShape>;

// -- Escalations

export const escalationParams = z.object({ escalation: id('escalation') });
export const ticketParams = z.object({ ticket: id('ticket') });
export const escalateBody = z.object({ level, reason: prose(1000) });
export const clearBody = z.object({ note: prose(1000).nullable().default(null) });
export const escalationQuery = z.object({
  ...pageQuery,
  level: z.coerce.number().int().min(0).max(3).optional(),
  /** `open`: fired or acknowledged. */
  state: z.enum(['open', 'fired', 'acknowledged', 'cleared', 'all']).default('open'),
  queue: queueName.optional(),
  /** A number of a ticket, or a part of its subject or of the client’s name. */
  q: z.string().trim().max(100).optional(),
});
export type EscalationQuery = z.output<typeof escalationQuery>;

const ended = z.enum(['settled', 'over', 'taken_back']);
const common = {
  id: idOut,
  level: levelOut,
  state: z.enum(['fired', 'acknowledged', 'cleared']),
  way,
  /** The rule as it was called, or who raised it by hand. */
  rule: z.string().nullable(),
  raisedBy: z.string().nullable(),
  reason: z.string().nullable(),
  firedAt: instant,
  /** By when somebody has to acknowledge. */
  ackDueAt: instant.nullable(),
  exhaustedAt: instant.nullable(),
  acknowledgedBy: z.string().nullable(),
  acknowledgedAt: instant.nullable(),
  ended: ended.nullable(),
  clearedAt: instant.nullable(),
  /** Why what the rule changes could not be done. */
  problem: z.string().nullable(),
  can: z.object({ acknowledge: ability, clear: ability }),
};
const itemShape = z
  .object({
    ...common,
    ticket: z.object({ ...ofTicket, client: z.string(), queue: z.string() }),
  })
  .meta({ id: 'EscalationItem' });
export type EscalationItem = z.output<typeof itemShape>;
export const escalationPage = pageOf(itemShape);

const stepShape = z.object({
  what: z.enum(['fired', 'told', 'raised', 'repeated', 'exhausted', 'acknowledged', 'cleared']),
  level: levelOut,
  at: instant,
  by: z.string().nullable(),
  people: z.array(z.string()),
  note: z.string().nullable(),
});
const escalationShape = z.object({ ...common, steps: z.array(stepShape) }).meta({ id: 'Escalation' });
export type Escalation = z.output<typeof escalationShape>;
export const ofTicketShape = z
  .object({
    /** The latest first, at most twenty. */
    items: z.array(escalationShape),
    /** What rules will do if nothing changes, the earliest first. */
    armed: z.array(z.object({ rule: z.string(), level: levelOut, at: instant })),
    can: z.object({ escalate: ability }),
  })
  .meta({ id: 'TicketEscalations' });
export type TicketEscalations = z.output<typeof ofTicketShape>;

// -- Report

export const reportQuery = z.object({
  by: z.enum(['rule', 'queue', 'product']).default('rule'),
  months: z.coerce.number().int().min(1).max(24).default(6),
});
const reportRow = z.object({
  /** YYYY-MM, in the reader’s zone. */
  month: z.string(),
  /** Title of the rule, name of the queue or product; null by hand, or without a product. */
  key: z.string().nullable(),
  names: bilingualOut.nullable(),
  fired: z.int(),
  acknowledged: z.int(),
  /** Median minutes until somebody acknowledged. */
  minutes: z.int().nullable(),
  settled: z.int(),
  over: z.int(),
  takenBack: z.int(),
  open: z.int(),
  exhausted: z.int(),
  /** How many reached the last level. */
  top: z.int(),
});
export const reportShape = z.object({ items: z.array(reportRow) }).meta({ id: 'EscalationReport' });
export type Report = z.output<typeof reportShape>;

export const savedShape = z.object({ id: idOut });

export const alreadyEscalated = problem(
  'already_escalated',
  409,
  'The ticket is escalated to that level or above already.',
);

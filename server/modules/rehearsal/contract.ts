import { z } from 'zod';
import {
  bilingualOut,
  date,
  day,
  id,
  idOut,
  instant,
  moneyOut,
  pageOf,
  pageQuery,
} from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { happeningKinds, holdReasons } from '../billing/index.ts';

const mostDays = 400;
const assumptions = ['on_time', 'stops', 'late'] as const;
const kind = z.enum(happeningKinds);
const client = z.object({ id: idOut, name: z.string() });

/**
 * `on_time`: automatic charges go through, and whoever has none pays on the due date. `stops`: charges are declined and nobody pays from now
 * on. `late`: the same, until `lateDays` after each due date.
 */
const asked = {
  days: z.int().min(0).max(mostDays),
  assumption: z.enum(assumptions),
  lateDays: z.int().min(1).max(120).nullable(),
};
const isWhole = ({ assumption, lateDays }: { assumption: string; lateDays: number | null }) =>
  (assumption === 'late') === (lateDays !== null);

export const rehearsalBody = z
  .object(asked)
  .refine(isWhole, { path: ['lateDays'], message: 'with late, and only then' });
export type RehearsalBody = z.output<typeof rehearsalBody>;

export const clientParams = z.object({ client: id('organization') });
export const clientQuery = z.object({
  days: z.coerce.number().int().min(0).max(mostDays).default(90),
  assumption: z.enum(assumptions).default('stops'),
  lateDays: z.coerce.number().int().min(1).max(120).default(14),
});

/**
 * On a day, at a time of day of the client. `amount`: what it is about, where it is about a sum. Of `facts` there is what the kind has:
 * `net`, `tax`, `period`, `dueOn`, `reasons` of an invoice or what is held back, `begins` where other terms begin with it; `step` with its
 * `days` from the due date; `method` of a charge; `before` of a price; `until` of a renewed term.
 */
const happening = {
  on: date,
  at: z.string(),
  kind,
  amount: moneyOut.nullable(),
  /** `id` and `number` are null where it is not issued yet. */
  invoice: z
    .object({ key: z.string(), id: idOut.nullable(), number: z.string().nullable(), names: bilingualOut })
    .nullable(),
  services: z.array(z.object({ id: idOut, organization: idOut, names: bilingualOut })),
  facts: z.object({
    net: moneyOut.optional(),
    tax: moneyOut.optional(),
    before: moneyOut.optional(),
    until: date.optional(),
    period: z.object({ from: date, to: date }).optional(),
    dueOn: date.optional(),
    begins: z.boolean().optional(),
    reasons: z.array(z.enum(holdReasons)).optional(),
    step: z.string().optional(),
    days: z.int().optional(),
    method: z.string().optional(),
  }),
};
const sumShape = z.object({ kind, count: z.int(), amount: moneyOut.nullable() });
export type Sum = z.output<typeof sumShape>;

/** `paidBy`: another pays for this client, and what happens is told of that one. `more`: not all of it is told. */
export const clientRehearsalShape = z
  .object({
    from: date,
    until: date,
    timeZone: z.string(),
    paidBy: client.nullable(),
    more: z.boolean(),
    /** `messages`: what would be written, in the language of whoever reads it. */
    items: z.array(
      z.object({
        ...happening,
        messages: z.array(z.object({ subject: z.string(), paragraphs: z.array(z.string()) })),
      }),
    ),
    sums: z.array(sumShape),
  })
  .meta({ id: 'ClientRehearsal' });
export type ClientRehearsal = z.output<typeof clientRehearsalShape>;

/** `lookedAt` of `clients` so far; of `cutShort` of them not all is told. */
export const rehearsalShape = z
  .object({
    id: idOut,
    ...asked,
    startedBy: client,
    startedAt: instant,
    finishedAt: instant.nullable(),
    canceled: z.boolean(),
    clients: z.int(),
    lookedAt: z.int(),
    cutShort: z.int(),
    sums: z.array(sumShape),
    can: z.object({ cancel: z.union([z.literal(true), z.object({ no: z.string() })]) }),
  })
  .meta({ id: 'Rehearsal' });
export type Rehearsal = z.output<typeof rehearsalShape>;
export const rehearsalPage = pageOf(rehearsalShape);
export const rehearsalParams = z.object({ rehearsal: id('rehearsal') });
export const listQuery = z.object(pageQuery);

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Of each month, or with `month` of each of its days. `on`: a month or a day. */
export const sumsQuery = z.object({ month: month.optional() });
export const sumsShape = z.object({ items: z.array(z.object({ on: z.string(), sums: z.array(sumShape) })) });
export type RehearsalSums = z.output<typeof sumsShape>;

export const happeningShape = z
  .object({ client, position: z.int(), ...happening })
  .meta({ id: 'RehearsedHappening' });
export type RehearsedHappening = z.output<typeof happeningShape>;
export const happeningPage = pageOf(happeningShape);
export const happeningQuery = z.object({
  ...pageQuery,
  kind: kind.optional(),
  client: id('organization').optional(),
  from: day.optional(),
  to: day.optional(),
});
export const fileQuery = z.object({ lang: z.enum(['id', 'en']).optional() });

export const underWay = problem(
  'rehearsal_under_way',
  409,
  'A rehearsal is under way. Wait for it, or cancel it.',
);
export const isOver = problem('rehearsal_over', 409, 'This rehearsal is over.');

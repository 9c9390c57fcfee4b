import { z } from 'zod';
import {
  ability,
  bilingualOut,
  id,
  idOut,
  instant,
  moneyOut,
  pageOf,
  pageQuery,
} from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { contestReasons } from './domain/contest.ts';
import { contestLimitsShape } from './settings.ts';

const reason = z.enum(contestReasons);
const state = z.enum(['open', 'upheld', 'rejected', 'withdrawn']);
const text = z.string().trim().min(1).max(4000);

const contest = {
  id: idOut,
  reason,
  /** What it is about; empty: the whole invoice. */
  lines: z.array(bilingualOut),
  message: z.string(),
  state,
  openedAt: instant,
  /** Until then nobody is chased; null once that is over. */
  holdsUntil: instant.nullable(),
  decidedAt: instant.nullable(),
  answer: z.string(),
  creditNote: z.object({ id: idOut, number: z.string().nullable() }).nullable(),
};

/** `holdDays`: for how long nobody would be chased. */
export const contestsShape = z
  .object({
    items: z.array(z.object(contest)),
    holdDays: z.int(),
    can: z.object({ contest: ability, withdraw: ability }),
  })
  .meta({ id: 'InvoiceContests' });
export type Contests = z.output<typeof contestsShape>;

export const contestBody = z.strictObject({
  reason,
  /** Positions of lines; none: the whole invoice. */
  positions: z.array(z.int().min(1)).max(200),
  message: text,
});
export type ContestBody = z.output<typeof contestBody>;

const staffContest = z
  .object({
    ...contest,
    client: z.object({ id: idOut, name: z.string() }),
    invoice: z.object({ id: idOut, number: z.string().nullable(), open: moneyOut }),
    openedBy: z.object({ id: idOut, name: z.string() }),
    decidedBy: z.object({ id: idOut, name: z.string() }).nullable(),
  })
  .meta({ id: 'StaffContest' });
export type StaffContest = z.output<typeof staffContest>;
export const contestPage = pageOf(staffContest);
/** Those that wait are the oldest first, the others the newest. */
export const contestQuery = z.object({
  ...pageQuery,
  state: z.enum(['open', 'decided']).optional(),
  invoice: id('invoice').optional(),
});
export type ContestFilters = z.output<typeof contestQuery>;
export const contestParams = z.object({ contest: id('contest') });

/** `net` without tax, in minor units with the sign of the line, as credit notes have it. */
export const upholdBody = z.strictObject({
  answer: text,
  lines: z
    .array(z.strictObject({ position: z.int().min(1), net: z.int().min(-1e13).max(1e13) }))
    .min(1)
    .max(200),
});
export const rejectBody = z.strictObject({ answer: text });

export const contestLimitsSettings = z.object({ value: contestLimitsShape, version: z.int() });

export const contestRefused = problem(
  'contest_refused',
  409,
  'This invoice cannot be contested now. `facts.reason` says why.',
);
export const noSuchLine = problem('no_such_line', 422, 'The invoice has no such line.');

import { z } from 'zod';
import { isCurrency } from '../../kernel/values/money.ts';
import { termEnds } from './domain/fixed-term.ts';

const currency = z.string().refine(isCurrency, { message: 'a currency known here' });

/** Steps, one after the other: so many months at so many hundredths of a percent less; empty: the price from the beginning. */
export const introductionIn = z
  .array(z.object({ months: z.int().min(1).max(36), percent: z.int().min(1).max(10_000) }))
  .max(6)
  .refine((steps) => steps.reduce((sum, { months }) => sum + months, 0) <= 36, 'at most 36 months in all');
export const introductionOut = z.array(z.object({ months: z.int(), percent: z.int() }));

/** The day of the month its periods begin on, 1 to 28 or the last (31); null: the day it was begun. */
export const billDayIn = z
  .object({
    day: z
      .int()
      .min(1)
      .max(31)
      .refine((day) => day <= 28 || day === 31, { message: '1 to 28, or 31 for the last day of the month' }),
    /** Who orders from this day of the month on pays the first whole period along with the part; null: never. */
    togetherFrom: z.int().min(1).max(31).nullable().default(null),
  })
  .nullable();
export const billDayOut = z.object({ day: z.int(), togetherFrom: z.int().nullable() }).nullable();
export type BillDayOut = z.output<typeof billDayOut>;

const noFee = z.object({ kind: z.literal('not') });
const partFee = z.object({ kind: z.literal('percent'), percent: z.int().min(1).max(10_000) });
const termFields = {
  months: z.int().min(1).max(60),
  follows: z.enum(termEnds),
  noticeDays: z.int().min(0).max(180),
};
/** For how long it is agreed on, what follows, and what leaving early costs; null: from period to period. */
export const termRuleIn = z.object({
  ...termFields,
  early: z.discriminatedUnion('kind', [
    noFee,
    partFee,
    z.object({
      kind: z.literal('fixed'),
      amounts: z.array(z.object({ currency, amount: z.int().min(0).max(1e15) })).max(20),
    }),
  ]),
  onDebt: z.boolean().default(false),
});
export type TermRuleIn = z.output<typeof termRuleIn>;
export const termIn = termRuleIn.nullable();
export const termRuleOut = z.object({
  months: z.int(),
  follows: z.enum(termEnds),
  noticeDays: z.int(),
  early: z.discriminatedUnion('kind', [
    noFee,
    z.object({ kind: z.literal('percent'), percent: z.int() }),
    z.object({
      kind: z.literal('fixed'),
      amounts: z.array(z.object({ currency: z.string(), amount: z.int() })),
    }),
  ]),
  onDebt: z.boolean(),
});
export const termOut = termRuleOut.nullable();
/** A term in one cycle and currency; `amount` in minor units. */
export const agreedTermOut = z.object({
  months: z.int(),
  follows: z.enum(termEnds),
  noticeDays: z.int(),
  early: z.discriminatedUnion('kind', [
    noFee,
    z.object({ kind: z.literal('percent'), percent: z.int() }),
    z.object({ kind: z.literal('fixed'), amount: z.int() }),
  ]),
});
export type AgreedTermOut = z.output<typeof agreedTermOut>;
export type TermOut = z.output<typeof termOut>;

/** What a plan says of the time of its services. */
export const agreedIn = { introduction: introductionIn, term: termIn, billDay: billDayIn };
export const agreedDefaults = {
  introduction: introductionIn.default([]),
  term: termIn.default(null),
  billDay: billDayIn.default(null),
};
export const agreedOut = { introduction: introductionOut, term: termOut, billDay: billDayOut };

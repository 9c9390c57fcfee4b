import { z } from 'zod';
import { line } from '../../kernel/http/shapes.ts';
import { defineSetting } from '../../kernel/settings.ts';

const bilingual = z.object({ id: line(60), en: line(60) });

/**
 * What is offered of the connected gateways, in the order in which clients see them. One that is not listed comes last, is on, and
 * goes by its own words.
 */
export const offered = defineSetting({
  key: 'payments.gateways',
  schema: z
    .array(
      z.object({
        gateway: z.string().max(40),
        on: z.boolean(),
        /** Currencies that it takes and that are not offered with it. */
        offIn: z.array(z.string().max(10)).max(100).default([]),
        /** The words for a method, by its id, where the gateway's own do not fit. */
        labels: z.record(z.string().max(40), bilingual),
      }),
    )
    .max(40),
  default: [],
});
export type Offered = z.output<typeof offered.schema>;

export const refunds = defineSetting({
  key: 'payments.refunds',
  schema: z.object({
    /** Up to how much one member of staff gives back alone, in minor units by currency; in others, and beyond, a second one approves. */
    alone: z.record(z.string().length(3), z.int().min(0).max(1e13)),
  }),
  default: { alone: { IDR: 1_000_000, USD: 10_000 } },
});

export const disputeShape = z.object({
  /** What is owed again after a lost dispute is chased like other debts; otherwise staff decide. */
  chase: z.boolean(),
  /** Services of that invoice are held until it is paid. */
  suspend: z.boolean(),
  /** The method it was paid with is not charged by itself any more. */
  blockMethod: z.boolean(),
  /** Days before the deadline on which staff are told again. */
  warnDays: z.array(z.int().min(1).max(30)).min(1).max(5),
});
export type DisputeRules = z.output<typeof disputeShape>;

/** What follows from disputes at banks. */
export const disputeRules = defineSetting<DisputeRules>({
  key: 'payments.disputes',
  schema: disputeShape,
  default: { chase: true, suspend: false, blockMethod: true, warnDays: [7, 2, 1] },
});

export const automaticShape = z.object({
  /** Renewals are charged when their invoice is issued, to the payer's methods in turn. */
  renewals: z.boolean(),
  /** Days after each decline of a method until it is tried again; their number is how often that is. */
  retryAfterDays: z.array(z.int().min(1).max(14)).max(7).default([1, 3, 5]),
  /** The hour of the client's day at which it is tried again. */
  hour: z.int().min(0).max(23).default(9),
  /** One method is declined at most so often in so many days, over all invoices: card networks count, and fine. */
  most: z
    .object({ declines: z.int().min(1).max(15), days: z.int().min(1).max(60) })
    .default({ declines: 8, days: 30 }),
});
export type AutomaticRules = z.output<typeof automaticShape>;

export const automaticPayment = defineSetting<AutomaticRules>({
  key: 'payments.automatic',
  schema: automaticShape,
  default: { renewals: true, retryAfterDays: [1, 3, 5], hour: 9, most: { declines: 8, days: 30 } },
});

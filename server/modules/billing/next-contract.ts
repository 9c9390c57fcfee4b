import { z } from 'zod';
import { bilingualOut, date, id, moneyOut } from '../../kernel/http/shapes.ts';
import { isCurrency } from '../../kernel/values/money.ts';
import { chargeIn } from '../catalog/index.ts';

export const nextParams = z.object({ organization: id('organization'), service: id('service') });
export const staffNextParams = z.object({ service: id('service') });

export const nextInvoiceShape = z
  .object({
    /** Null: none comes by itself, and `none` says why. */
    next: z
      .object({
        issuedOn: date,
        dueOn: date,
        /** The first day it is for, and the first day after it. */
        period: z.object({ from: date, to: date }),
        names: bilingualOut,
        /** So many other services share the invoice, as it stands now; all that is said here is about this one. */
        together: z.int(),
        quantity: z.int(),
        /** What one costs for the period, part by part; they add up to the price of one. */
        parts: z.array(
          z.object({
            kind: z.enum(['plan', 'option', 'addon']),
            names: bilingualOut,
            price: moneyOut,
          }),
        ),
        /** It is for so many of the days of a period, up to the day of the month it is billed on: `price` of what the `whole` costs; null: for all. */
        part: z.object({ days: z.int(), of: z.int(), whole: moneyOut, price: moneyOut }).nullable(),
        /** What was used until now and is billed with it, as its lines say it. */
        usage: z.array(z.object({ description: bilingualOut, amount: moneyOut })),
        /** What comes off that price, in this order; `percent` in hundredths. */
        discounts: z.array(z.object({ names: bilingualOut, percent: z.int().nullable(), amount: moneyOut })),
        net: moneyOut,
        tax: moneyOut,
        total: moneyOut,
        /** It is at other terms than now, since a change was agreed for its first day. */
        changed: z.boolean(),
        /** It is at another price than now, which was announced for its first day. */
        repriced: z.boolean(),
      })
      .nullable(),
    none: z
      .enum(['paid_once', 'free', 'ends', 'not_begun', 'on_hold', 'paused', 'change_under_way'])
      .nullable(),
  })
  .meta({ id: 'NextInvoice' });
export type NextInvoice = z.output<typeof nextInvoiceShape>;

/** What a service has used in the running period, so far. Quantities are decimals as text, of the unit named. */
export const usageShape = z
  .object({
    /** Null: nothing of it is metered. `to`: the first day after it. */
    period: z.object({ from: date, to: date }).nullable(),
    meters: z.array(
      z.object({
        code: z.string(),
        name: bilingualOut,
        unit: bilingualOut,
        aggregation: z.enum(['sum', 'max', 'last', 'unique']),
        quantity: z.string(),
        /** Free in the period; '0' where nothing is. */
        included: z.string(),
        /** What use comes to until now, without tax. */
        amount: moneyOut,
        days: z.array(z.object({ day: date, quantity: z.string() })),
      }),
    ),
    total: moneyOut.nullable(),
  })
  .meta({ id: 'ServiceUsage' });
export type ServiceUsage = z.output<typeof usageShape>;

/** What a quantity would come to, asked while prices are edited. */
export const exampleBody = z.object({
  currency: z.string().refine(isCurrency, { message: 'a currency known here' }),
  charge: chargeIn,
  decimals: z.int().min(0).max(6),
  quantities: z
    .array(z.string().regex(/^\d{1,12}(\.\d{1,6})?$/))
    .min(1)
    .max(5),
});
export const examplesShape = z.object({
  examples: z.array(z.object({ quantity: z.string(), amount: moneyOut })),
});

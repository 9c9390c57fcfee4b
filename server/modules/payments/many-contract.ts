import { z } from 'zod';
import { ability, bilingualOut, date, id, moneyOut } from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { invoiceRef, methodShape, payBody, savedMethodShape } from './contract.ts';

/** Many invoices as one payment: which, all that may be paid where nothing is said; and how. */
const invoiceIds = z.array(id('invoice')).min(1).max(50);
export const manyQuery = z.object({
  invoices: z
    .string()
    .max(2000)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(invoiceIds)
    .optional(),
});
export const payManyBody = z.strictObject({
  invoices: invoiceIds.refine((ids) => new Set(ids).size === ids.length, { message: 'each once' }),
  /** In minor units, at most what is owed; the oldest are paid first. */
  amount: z.int().min(1).max(1e13).optional(),
  how: payBody,
});
export const manyShape = z
  .object({
    invoices: z.array(
      invoiceRef.extend({
        title: bilingualOut,
        balance: moneyOut,
        dueOn: date,
        can: z.object({ pay: ability }),
      }),
    ),
    total: moneyOut,
    methods: z.array(methodShape),
    saved: z.array(savedMethodShape),
  })
  .meta({ id: 'ManyPaymentOptions' });
export type ManyOptions = z.output<typeof manyShape>;

export const mixedCurrencies = problem(
  'mixed_currencies',
  422,
  'Invoices that are paid together are in one currency.',
);
export const moreThanOwed = problem('more_than_owed', 422, 'That is more than is owed on these invoices.');

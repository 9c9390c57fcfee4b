import { z } from 'zod';
import { revenueTermsShape } from './revenue-settings.ts';

const months = z.array(z.object({ month: z.iso.date(), amount: z.int() }));

/** What was invoiced ahead, by currency, in minor units without tax. Months are named by their first day. */
export const deferredRevenueShape = z
  .object({
    currencies: z.array(
      z.object({
        currency: z.string(),
        /** Not earned yet. */
        balance: z.int(),
        /** Of it what waits for its service to begin, so that no month is known. */
        waiting: z.int(),
        /** What the running month and those to come will recognize, first to last. */
        coming: months,
        /** What months recognized, the latest first: the last twelve. */
        recognized: months,
      }),
    ),
  })
  .meta({ id: 'DeferredRevenue' });
export type DeferredRevenue = z.output<typeof deferredRevenueShape>;

export const revenueSettings = z.object({ value: revenueTermsShape, version: z.int() });
export type RevenueSettings = z.output<typeof revenueSettings>;

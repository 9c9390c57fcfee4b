import { z } from 'zod';
import { defineSetting } from '../../kernel/settings.ts';

/** When what is invoiced ahead becomes revenue. */
export const revenueTermsShape = z.object({
  /** From this day on invoices defer what is for days to come, until those are over; null: all is revenue when it is invoiced. */
  deferFrom: z.iso.date().nullable(),
});
export type RevenueTerms = z.output<typeof revenueTermsShape>;

export const revenueTerms = defineSetting<RevenueTerms>({
  key: 'billing.revenue',
  schema: revenueTermsShape,
  default: { deferFrom: null },
});

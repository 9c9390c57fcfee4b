import { z } from 'zod';
import { defineSetting } from '../../kernel/settings.ts';
import { isCurrency } from '../../kernel/values/money.ts';

const span = z
  .object({ from: z.iso.date(), until: z.iso.date().nullable() })
  .refine(({ from, until }) => until === null || until > from, {
    path: ['until'],
    message: 'after its beginning',
  });
const percent = z.number().min(0).max(100).multipleOf(0.001);

/** How the business stands with taxes. Which tax falls on what are rows: billing.tax_rules. */
export const taxTermsShape = z.object({
  /** When it was registered to charge tax (PKP); `until` is the first day on which it was not any more. */
  registered: z.array(span).max(10),
  /** Prices contain tax where a product does not say. */
  inclusive: z.boolean(),
  /** Tax is rounded once for an invoice, or on each line. */
  rounding: z.enum(['invoice', 'line']).default('invoice'),
  /** The currency of the books. */
  accounting: z.string().refine(isCurrency, { message: 'a currency known here' }).default('IDR'),
  /** Consumers elsewhere in the EU are charged the tax of their country. */
  oneStopShop: z.boolean().default(false),
  /** Income tax that clients withhold from what they pay (PPh 23) and prove with a slip. */
  withholding: z
    .object({
      offered: z.boolean(),
      /** Youngest last; `percentWithoutTaxId` where the business has no tax number. */
      rates: z
        .array(z.object({ from: z.iso.date(), percent, percentWithoutTaxId: percent }))
        .min(1)
        .max(10),
      /** Days from the withholding until its slip is due, and between reminders after that. */
      slipDays: z.int().min(0).max(365),
      remindEveryDays: z.int().min(1).max(90),
      /** Days after the slip was due when the sum is owed again; null: only when staff say so. */
      reopenAfterDays: z.int().min(1).max(720).nullable(),
    })
    // Art. 23 of the income tax law, services: PMK 141/PMK.03/2015.
    .default({
      offered: true,
      rates: [{ from: '2009-01-01', percent: 2, percentWithoutTaxId: 4 }],
      slipDays: 30,
      remindEveryDays: 14,
      reopenAfterDays: 120,
    }),
});
export type TaxTerms = z.output<typeof taxTermsShape>;

export const taxTerms = defineSetting<TaxTerms>({
  key: 'billing.tax',
  schema: taxTermsShape,
  default: taxTermsShape.parse({ registered: [], inclusive: false }),
});

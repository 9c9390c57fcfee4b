import { z } from 'zod';
import { defineSetting } from '../../kernel/settings.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { isCurrency } from '../../kernel/values/money.ts';

const currency = z.string().refine(isCurrency);
const sum = z.int().min(1).max(1e13);
const eachOnce = (all: readonly { currency: string }[]) =>
  new Set(all.map((one) => one.currency)).size === all.length;

/** What clients may add to their credit by themselves, and what staff may give them. Sums are minor units. */
export const creditTermsShape = z.object({
  deposits: z.object({
    offered: z.boolean(),
    /** At once, and `most` in all with the credit there is. In a currency that is not here none can be made. */
    limits: z
      .array(
        z
          .object({ currency, min: sum, max: sum, most: sum })
          .refine(({ min, max, most }) => min <= max && max <= most, { message: 'min ≤ max ≤ most' }),
      )
      .max(20)
      .refine(eachOnce, { message: 'one line for each currency' }),
  }),
  goodwill: z.object({
    /** To one client within `days`; none in a currency that is not here. */
    limits: z
      .array(z.object({ currency, most: sum }))
      .max(20)
      .refine(eachOnce, { message: 'one line for each currency' }),
    days: z.int().min(1).max(366),
    /** So many days before its last day a client hears of goodwill that is left. */
    remindDays: z.int().min(3).max(90),
  }),
});
export type CreditTerms = z.output<typeof creditTermsShape>;

export const creditTerms = defineSetting<CreditTerms>({
  key: 'billing.credit',
  schema: creditTermsShape,
  default: {
    deposits: {
      offered: true,
      limits: [
        { currency: 'IDR', min: 10_000, max: 50_000_000, most: 100_000_000 },
        { currency: 'USD', min: 500, max: 500_000, most: 1_000_000 },
      ],
    },
    goodwill: {
      limits: [
        { currency: 'IDR', most: 1_000_000 },
        { currency: 'USD', most: 10_000 },
      ],
      days: 30,
      remindDays: 14,
    },
  },
});

export type DepositLimits = Record<'min' | 'max' | 'most', bigint>;

/** What may be added in a currency, in minor units; null where nothing may. */
export function depositLimits(
  { deposits }: Pick<CreditTerms, 'deposits'>,
  within: Currency,
): DepositLimits | null {
  const found = deposits.offered && deposits.limits.find((one) => one.currency === within);
  return found ? { min: BigInt(found.min), max: BigInt(found.max), most: BigInt(found.most) } : null;
}

import { divide } from '../../../kernel/values/money.ts';

/** What staff take off a plan's price: `percent` in hundredths of one, or `amount` in minor units; for some periods, or always (null). */
export interface OfferedDiscount {
  readonly percent: number | null;
  readonly amount: number | null;
  readonly periods: number | null;
}

/** Never more than the price. */
export function takenOff(price: bigint, { percent, amount }: OfferedDiscount): bigint {
  const off =
    percent === null ? BigInt(amount ?? 0) : divide(price * BigInt(percent), 10_000n, 'halfAwayFromZero');
  return off < price ? off : price;
}

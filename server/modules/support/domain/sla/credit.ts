import type { Cycle } from '../../../services/index.ts';
import { monthsOf } from '../../../services/index.ts';

/** The price of one month in minor units, rounded down; null for what is paid once. */
export function monthOf(recurring: bigint, cycle: Cycle): bigint | null {
  return cycle === 'one_time' ? null : recurring / BigInt(monthsOf[cycle]);
}

/** What a missed promise is worth, in minor units, rounded down: never more than was said. */
export const creditOf = (month: bigint, percent: number): bigint => (month * BigInt(percent)) / 100n;

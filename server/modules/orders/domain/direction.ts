import { cycleMonths } from '../../catalog/index.ts';
import type { RecurringCycle } from '../../catalog/index.ts';

export interface Sized {
  readonly cycle: RecurringCycle;
  /** Minor units for each period. */
  readonly recurring: bigint;
}

/** Whether more is agreed on or less: a longer cycle is more, in one cycle the higher price; the same counts as more. */
export function directionOf(before: Sized, after: Sized): 'upgrade' | 'downgrade' {
  const months = cycleMonths[after.cycle] - cycleMonths[before.cycle];
  if (months !== 0) return months > 0 ? 'upgrade' : 'downgrade';
  return after.recurring >= before.recurring ? 'upgrade' : 'downgrade';
}

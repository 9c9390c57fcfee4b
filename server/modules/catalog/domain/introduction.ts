import { cycleMonths } from './cycles.ts';
import type { Cycle } from './cycles.ts';

/** A step of a plan's beginning: so many months at `percent`, in hundredths of one, less. */
export interface IntroductionStep {
  readonly months: number;
  readonly percent: number;
}

/** The beginning of a plan, one step after the other; empty: its price from the first day. */
export type Introduction = readonly IntroductionStep[];

/** Whole periods of a cycle that cost less: `periods` of them, once `after` others are over. */
export interface IntroducedPeriods {
  readonly after: number;
  readonly periods: number;
  readonly percent: number;
}

/**
 * The whole periods an introduction covers, in their order; none where it is shorter than one, and for what is paid once. A period that
 * reaches over several steps has the least that comes off in any of its months.
 */
export function introducedPeriods(introduction: Introduction, cycle: Cycle): readonly IntroducedPeriods[] {
  if (cycle === 'one_time') return [];
  const months = introduction.flatMap((step) => Array.from({ length: step.months }, () => step.percent));
  const length = cycleMonths[cycle];
  const found: IntroducedPeriods[] = [];
  for (let after = 0; (after + 1) * length <= months.length; after++) {
    const percent = Math.min(...months.slice(after * length, (after + 1) * length));
    const last = found.at(-1);
    if (last?.percent === percent) found[found.length - 1] = { ...last, periods: last.periods + 1 };
    else found.push({ after, periods: 1, percent });
  }
  return found;
}

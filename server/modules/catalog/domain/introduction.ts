import { cycleMonths } from './cycles.ts';
import type { Cycle } from './cycles.ts';

/** The beginning of a plan: so many months at `percent`, in hundredths of one, less. */
export interface Introduction {
  readonly months: number;
  readonly percent: number;
}

/** An introduction in a cycle: so many whole periods of it. */
export interface IntroducedPeriods {
  readonly periods: number;
  readonly percent: number;
}

/** The whole periods an introduction covers; null where it is shorter than one, and for what is paid once. */
export function introducedPeriods(introduction: Introduction | null, cycle: Cycle): IntroducedPeriods | null {
  if (!introduction || cycle === 'one_time') return null;
  const periods = Math.floor(introduction.months / cycleMonths[cycle]);
  return periods === 0 ? null : { periods, percent: introduction.percent };
}

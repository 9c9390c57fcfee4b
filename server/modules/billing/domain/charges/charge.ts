import type { CalendarDate } from '../../../../kernel/values/dates.ts';
import { assert } from '../../../../kernel/values/errors.ts';
import { divide } from '../../../../kernel/values/money.ts';
import { stepsOf } from '../../../catalog/index.ts';
import type { Measure, Model, Step } from '../../../catalog/index.ts';
import type { Ratio } from '../tax.ts';
import { daysOf, periodAt, type Period, type Schedule } from './periods.ts';
import { prorate } from './proration.ts';

/** A price as it holds for periods that begin on `from` or later, until the next version does. */
export interface PriceVersion {
  readonly version: number;
  readonly from: CalendarDate;
  readonly model: Model;
  /** Units that cost nothing each period. */
  readonly included: bigint;
  /** What a whole period costs at least. */
  readonly minimum: bigint;
}

/**
 * A stretch of periods with terms of its own. `trial`: free. `discount`: `off` of the price is not asked. `fixed_term`: the price, for
 * a time. `evergreen`: from then on. Phases follow each other; only the last may be without an end (`periods` null).
 */
export interface Phase {
  readonly kind: 'trial' | 'discount' | 'fixed_term' | 'evergreen';
  readonly periods: number | null;
  readonly off: Ratio;
}

export interface Charge {
  readonly code: string;
  /** `once`: with the first period only. `advance`: before its period. `arrears`: after it, when what was used is known. */
  readonly due: 'once' | 'advance' | 'arrears';
  readonly versions: readonly PriceVersion[];
  readonly phases: readonly Phase[];
}

/** A line and all it follows from: replaying it gives the same amount. */
export interface ChargeLine {
  readonly code: string;
  readonly rule: 'once' | 'recurring' | 'usage' | 'minimum';
  /** The days it is for, and the whole period those are a part of. */
  readonly period: Period;
  readonly of: Period;
  readonly units: bigint;
  readonly included: bigint;
  readonly steps: readonly Step[];
  readonly phase: Phase['kind'];
  readonly version: number;
  readonly amount: bigint;
}

/** The version that is in force on a day. */
export function versionOn(versions: readonly PriceVersion[], day: CalendarDate): PriceVersion {
  const found = versions.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  assert(found, 'a charge has a price on each day it is billed for');
  return found;
}

/** The phase period number `index` is in; null when all have ended. */
export function phaseAt(phases: readonly Phase[], index: number): Phase | null {
  let left = index;
  for (const phase of phases) {
    if (phase.periods === null || left < phase.periods) return phase;
    left -= phase.periods;
  }
  return null;
}

/** What an invoice at the beginning of a period has on it: what is asked ahead for it, and in arrears for the one before. */
export function linesAt(
  charges: readonly Charge[],
  schedule: Schedule,
  index: number,
  measured: (code: string, index: number) => Measure,
): ChargeLine[] {
  return charges.flatMap((charge) => {
    const billed = charge.due === 'arrears' ? index - 1 : index;
    if (billed < 0 || (charge.due === 'once' && index > 0)) return [];
    const period = periodAt(schedule, billed);
    return linesOf(charge, { index: billed, of: period, period, measure: measured(charge.code, billed) });
  });
}

/** The lines of one charge for a period or a part of it, by days. What was used is not prorated; what is agreed, included or the least, is. */
export function linesOf(
  charge: Charge,
  { index, of, period, measure }: { index: number; of: Period; period: Period; measure: Measure },
): ChargeLine[] {
  const phase = phaseAt(charge.phases, index);
  if (phase === null) return [];
  const { version, model, included, minimum } = versionOn(charge.versions, of.from);
  const agreed = model.model === 'flat' || model.model === 'per_seat';
  const share = { part: daysOf(period), whole: daysOf(of), unit: 'day' } as const;
  const free = prorate(included, share);
  const units = measure.units > free ? measure.units - free : 0n;
  const steps = stepsOf(model, { ...measure, units });
  const whole = steps.reduce((total, { amount }) => total + amount, 0n);
  const part = agreed && charge.due !== 'once' ? prorate(whole, share) : whole;
  const least = prorate(minimum, share);
  const line = {
    code: charge.code,
    period,
    of,
    units: measure.units,
    included: free,
    phase: phase.kind,
    version,
  };
  const rule = charge.due === 'once' ? 'once' : agreed ? 'recurring' : 'usage';
  const lines: ChargeLine[] = [{ ...line, rule, steps, amount: after(phase, part) }];
  if (least > part) {
    lines.push({ ...line, rule: 'minimum', steps: [], amount: after(phase, least) - after(phase, part) });
  }
  return lines.filter(({ amount }) => amount !== 0n);
}

function after({ kind, off }: Phase, amount: bigint): bigint {
  if (kind === 'trial') return 0n;
  return amount - divide(amount * off.numerator, off.denominator, 'halfAwayFromZero');
}

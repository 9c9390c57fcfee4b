import { dayOf } from '../../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../../kernel/values/dates.ts';
import type { Currency } from '../../../../kernel/values/money.ts';
import { cycleMonths, modelOf, toPlaces } from '../../../catalog/index.ts';
import type { MeteredCharge, RecurringCycle } from '../../../catalog/index.ts';
import { linesOf } from './charge.ts';
import type { ChargeLine } from './charge.ts';
import { indexOf, periodAt } from './periods.ts';
import type { Period } from './periods.ts';

/** Days at the same terms, within one period that is cut from the anchor. */
export interface UsedDays {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly anchor: CalendarDate;
  readonly cycle: RecurringCycle;
  readonly currency: Currency;
  readonly version: number | null;
}

/** What use of one thing comes to, in places of its meter and minor units. */
export interface RatedCharge {
  readonly charge: MeteredCharge;
  readonly quantity: bigint;
  readonly lines: readonly ChargeLine[];
  readonly amount: bigint;
}

/** What was used in places of the meter, and how often something was reported. */
export type Used = (charge: MeteredCharge) => { quantity: bigint; events: bigint };

/** What use in some days comes to by what was agreed. What is included, and minimums, are for the part of the period the days are. */
export function rateUsage(days: UsedDays, charges: readonly MeteredCharge[], used: Used): RatedCharge[] {
  const period = { from: days.from, to: days.to };
  const of = periodOf(days);
  return charges.map((charge) => {
    const { quantity, events } = used(charge);
    const terms = {
      version: days.version ?? 0,
      from: of.from,
      model: modelOf(charge, days.currency),
      included: toPlaces(charge.included, charge.meter.decimals),
      minimum: BigInt(charge.minimum),
    };
    const lines = linesOf(
      {
        code: charge.meter.code,
        due: 'arrears',
        versions: [terms],
        phases: [{ kind: 'evergreen', periods: null, off: { numerator: 0n, denominator: 1n } }],
      },
      { index: 0, of, period, measure: { units: quantity, events } },
    );
    return { charge, quantity, lines, amount: lines.reduce((sum, { amount }) => sum + amount, 0n) };
  });
}

/** The whole period days are of; themselves, where they are of none. */
function periodOf({ from, to, anchor, cycle }: UsedDays): Period {
  const schedule = { anchor, day: dayOf(anchor), months: cycleMonths[cycle] };
  const of = periodAt(schedule, indexOf(schedule, from));
  return to <= of.to ? of : { from, to };
}

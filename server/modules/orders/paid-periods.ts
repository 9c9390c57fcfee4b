import { dayOf, type CalendarDate } from '../../kernel/values/dates.ts';
import { paidPeriods as paidTimeOf, periodsIn } from '../billing/index.ts';
import type { PaidPart, Period } from '../billing/index.ts';
import { cycleMonths } from '../catalog/index.ts';
import type { BillDay, RecurringCycle } from '../catalog/index.ts';
import {
  anchorFor,
  anchorFrom,
  discountsOn,
  periodFrom,
  piecesOf,
  withoutPrepaid,
} from '../services/index.ts';
import type { Piece, Service } from '../services/index.ts';

/** What is promised to be taken off the price of a period, at some terms. */
export function offOf({ discounts }: Service, terms: Pick<Service, 'planId' | 'cycle' | 'recurring'>) {
  const off = withoutPrepaid(discounts);
  return (period: Period) => discountsOn(terms, off, period).whole;
}

/** The periods from the running one to the end of what is paid for, each at the price it was paid at. */
export function paidPeriods(service: Service, today: CalendarDate): PaidPart[] {
  // Where a pause moved them they are not those of the calendar.
  if (service.moved.some(({ to }) => to > today)) return paidTimeOf(service, today);
  const { period, anchorOn, cycle, paidThrough, coming } = service;
  if (!period || !anchorOn || !paidThrough || paidThrough <= today || cycle === 'one_time') return [];
  const schedule = { anchor: period.from, day: dayOf(anchorOn), months: cycleMonths[cycle] };
  const before = period.from < paidThrough ? period.from : paidThrough;
  const earlier = today < before ? periodsIn(schedule, { from: today, to: before }) : [];
  const own = piecesOf(period, cycle, anchorFrom(period.from, { anchorOn, nextTerms: service.nextTerms }))
    .map(({ of }) => of)
    .filter(({ to }) => to > today && period.from < paidThrough);
  return [...earlier, ...own].map((of) => ({
    ...of,
    start: of.from,
    since: of.from,
    fromOrder: of.from === anchorOn,
    price: paidFor(service, of, coming && coming.on <= of.from ? coming.recurring : service.recurring),
  }));
}

function paidFor(service: Service, of: Period, recurring: bigint): bigint {
  const { planId, cycle } = service;
  return recurring - offOf(service, { planId, cycle, recurring })(of);
}

/** The first of periods that are cut anew today, or the part of one up to the day of the month it is billed on. */
export function firstPeriod(today: CalendarDate, cycle: RecurringCycle, billDay: BillDay | null): Piece {
  const anchor = anchorFor(today, cycle, billDay);
  return piecesOf(periodFrom(today, cycle, anchor)!, cycle, anchor)[0]!;
}

/** The day of the month the periods of a service begin on. */
export function dayOfPeriods({ anchorOn, billDay }: Service): number {
  return billDay?.day ?? dayOf(anchorOn!);
}

import { addDays, addMonths, dayOf, daysBetween, type CalendarDate } from '../../../kernel/values/dates.ts';
import { monthsOf, type Cycle, type Period } from './terms.ts';

/**
 * A period that is paid for. `start` is its first day that can be used, later than `from` where a pause cut it in two; `since` is the day from
 * which it was invoiced, which a pause does not move, and `fromOrder` whether that was with the order.
 */
export interface PaidTime extends Period {
  readonly start: CalendarDate;
  readonly since: CalendarDate;
  readonly fromOrder: boolean;
}

export interface PaidFor {
  readonly period: Period | null;
  readonly anchorOn: CalendarDate | null;
  readonly cycle: Cycle;
  readonly paidThrough: CalendarDate | null;
  /** What pauses moved of it; what is over does not matter any more. */
  readonly moved: readonly PaidTime[];
}

/** The periods from the one a day is in to the end of what is paid for, whole. */
export function paidTime(
  { period, anchorOn, cycle, paidThrough, moved }: PaidFor,
  day: CalendarDate,
): PaidTime[] {
  if (!period || !anchorOn || !paidThrough || paidThrough <= day || cycle === 'one_time') return [];
  const known = moved.filter(({ to }) => to > day && to <= paidThrough);
  const from = known.at(-1)?.to ?? day;
  const begin = (nth: number) => addMonths(period.to, nth * monthsOf[cycle], dayOf(anchorOn));
  const others: PaidTime[] = [];
  let nth = 0;
  while (begin(nth) > from) nth--;
  while (begin(nth + 1) <= from) nth++;
  for (; begin(nth) < paidThrough && from < paidThrough; nth++) {
    const start = begin(nth);
    others.push({ from: start, to: begin(nth + 1), start, since: start, fromOrder: start === anchorOn });
  }
  return [...known, ...others];
}

/** The same once it stood still from a day up to another: what was left on the first is left on the second, to the day. */
export function movePaidTime(
  paid: readonly PaidTime[],
  stood: CalendarDate,
  on: CalendarDate,
): readonly PaidTime[] {
  const days = daysBetween(stood, on);
  return paid.map(({ from, to, start, ...same }) => ({
    ...same,
    from: addDays(from, days),
    to: addDays(to, days),
    start: addDays(start > stood ? start : stood, days),
  }));
}

/**
 * A day that was agreed on for later, where time is cut anew: so many whole months after a boundary as before, or else so many days. `base` is
 * where periods were cut on the day of the month `was`, `to` where they go on; `boundary`: the one so many months after the next.
 */
export function movedDay(
  day: CalendarDate,
  {
    base,
    to,
    was,
    boundary,
  }: {
    base: CalendarDate;
    to: CalendarDate;
    was: number;
    boundary: (months: number) => CalendarDate;
  },
): CalendarDate {
  for (let months = 1; day > base && months <= 1200; months++) {
    const before = addMonths(base, months, was);
    if (before === day) return boundary(months);
    if (before > day) break;
  }
  return addDays(day, daysBetween(base, to));
}

import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  monthOf,
  startOfDay,
  yearOf,
  type CalendarDate,
} from '../../../../kernel/values/dates.ts';

/** The days from `from` up to, not including, `to`; never empty. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * How time is cut: period 0 begins on the anchor, each has `months` months, and all begin on `day` of the month (1 to 31), or on the
 * last day of a month that is shorter. The anchor is such a day itself: 28 February with day 31.
 */
export interface Schedule {
  readonly anchor: CalendarDate;
  readonly day: number;
  readonly months: number;
}

/** Periods that begin on the day of the month somebody began on. */
export function scheduleFrom(anchor: CalendarDate, months: number): Schedule {
  return { anchor, day: dayOf(anchor), months };
}

/**
 * Period number `index`, also below zero. Each boundary is counted from the anchor and never from the boundary before it, so that
 * 31 January, 28 February, 31 March follow each other, and the end of a period is the beginning of the next.
 */
export function periodAt({ anchor, day, months }: Schedule, index: number): Period {
  const boundary = (number: number) => addMonths(anchor, number * months, day);
  return { from: boundary(index), to: boundary(index + 1) };
}

/** The one period that holds a day. */
export function indexOf(schedule: Schedule, day: CalendarDate): number {
  const apart = (yearOf(day) - yearOf(schedule.anchor)) * 12 + monthOf(day) - monthOf(schedule.anchor);
  const guess = Math.floor(apart / schedule.months);
  return day < periodAt(schedule, guess).from ? guess - 1 : guess;
}

/** The periods that hold a day of `span`, earliest first, uncut. */
export function periodsIn(schedule: Schedule, span: Period): Period[] {
  const first = indexOf(schedule, span.from);
  const last = indexOf(schedule, addDays(span.to, -1));
  return Array.from({ length: last - first + 1 }, (_, nth) => periodAt(schedule, first + nth));
}

/** What two periods share; null when nothing. */
export function overlap(one: Period, other: Period): Period | null {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from < to ? { from, to } : null;
}

export function daysOf({ from, to }: Period): number {
  return daysBetween(from, to);
}

/** How long a period is in a zone: days have 23 or 25 hours where clocks change. */
export function secondsOf({ from, to }: Period, zone: string): number {
  return (startOfDay(to, zone).getTime() - startOfDay(from, zone).getTime()) / 1000;
}

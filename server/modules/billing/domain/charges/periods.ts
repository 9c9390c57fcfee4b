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
import { assert } from '../../../../kernel/values/errors.ts';

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

export interface ChosenDay {
  /** The day of the month periods are to begin on, 1 to 31. */
  day: number;
  /** Who begins on this day of the month or later pays the next whole period along with the first part; null: never. */
  togetherFrom: number | null;
}

/** The part of a period somebody begins in when periods begin on a chosen day: what is billed first, and how time is cut from then on. */
export function firstPart(
  start: CalendarDate,
  months: number,
  { day, togetherFrom }: ChosenDay,
): { billed: Period[]; schedule: Schedule } {
  const thisMonth = addMonths(start, 0, day);
  if (thisMonth === start) {
    const schedule = { anchor: start, day, months };
    return { billed: [periodAt(schedule, 0)], schedule };
  }
  const anchor = thisMonth > start ? thisMonth : addMonths(start, 1, day);
  const schedule = { anchor, day, months };
  const part = { from: start, to: anchor };
  const together = togetherFrom !== null && dayOf(start) >= togetherFrom;
  return { billed: together ? [part, periodAt(schedule, 0)] : [part], schedule };
}

/** The time an add-on has when it ends with what it belongs to, whenever it was added. */
export function coTermed(start: CalendarDate, parent: Period): Period {
  assert(start < parent.to, 'an add-on begins before its period ends');
  return { from: start < parent.from ? parent.from : start, to: parent.to };
}

export function daysOf({ from, to }: Period): number {
  return daysBetween(from, to);
}

/** How long a period is in a zone: days have 23 or 25 hours where clocks change. */
export function secondsOf({ from, to }: Period, zone: string): number {
  return (startOfDay(to, zone).getTime() - startOfDay(from, zone).getTime()) / 1000;
}

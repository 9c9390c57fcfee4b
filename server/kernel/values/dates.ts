import { Temporal } from 'temporal-polyfill';

import { assert } from './errors.ts';
import type { Locale } from './money.ts';

declare const brand: unique symbol;

/**
 * A day on a calendar, 'YYYY-MM-DD', years 0001 to 9999. It has no zone: whoever names a day knows where.
 * Sorts as text.
 */
export type CalendarDate = string & { readonly [brand]: 'calendar-date' };

const dayMillis = 86_400_000;

/** Null when the text is not a day that exists ('2026-02-30', '2026-1-1'). */
export function parseDate(text: string): CalendarDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') return null;
  const millis = Date.parse(`${text}T00:00:00Z`);
  // Date.parse rolls 30 February over into March instead of refusing it.
  return !Number.isNaN(millis) && fromMillis(millis) === text ? (text as CalendarDate) : null;
}

/** For dates known to be right (constants, columns of type date); throws otherwise. */
export function date(text: string): CalendarDate {
  const found = parseDate(text);
  assert(found !== null, `${text} is a calendar date`);
  return found;
}

/** Days from `from` to `to`: negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (millisOf(to) - millisOf(from)) / dayMillis;
}

export function addDays(from: CalendarDate, days: number): CalendarDate {
  return dayAt(millisOf(from) + days * dayMillis);
}

/**
 * The day `months` later on day `anchorDay` (1–31) of the month, or on the month's last day where it is
 * shorter. A billing cycle passes its anchor's day, or else 31 January → 28 February would stay on the 28th
 * in March.
 */
export function addMonths(from: CalendarDate, months: number, anchorDay: number = dayOf(from)): CalendarDate {
  assert(anchorDay >= 1 && anchorDay <= 31, 'an anchor day is 1 to 31');
  const total = yearOf(from) * 12 + monthOf(from) - 1 + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  assert(year >= 1 && year <= 9999, 'a calendar date is of the years 1 to 9999');
  const day = Math.min(anchorDay, lengthOf(year, month));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CalendarDate;
}

export function startOfMonth(day: CalendarDate): CalendarDate {
  return date(`${day.slice(0, 7)}-01`);
}

export function endOfMonth(day: CalendarDate): CalendarDate {
  return addDays(startOfMonth(day), daysInMonth(day) - 1);
}

export function yearOf(day: CalendarDate): number {
  return Number(day.slice(0, 4));
}

/** 1 to 12. */
export function monthOf(day: CalendarDate): number {
  return Number(day.slice(5, 7));
}

export function dayOf(day: CalendarDate): number {
  return Number(day.slice(8, 10));
}

export function daysInMonth(day: CalendarDate): number {
  return lengthOf(yearOf(day), monthOf(day));
}

function lengthOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** A name of the IANA database. Bare offsets ('+07:00') are not: they know nothing of summer time. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    return calendarIn(text) !== null;
  } catch {
    return false;
  }
}

/** The day it is in `zone` at `instant`. */
export function dateIn(zone: string, instant: Date): CalendarDate {
  const [month, day, year] = calendarIn(zone).format(instant).split('/');
  return `${year!.padStart(4, '0')}-${month}-${day}` as CalendarDate;
}

/** The first instant of `day` in `zone`; not always midnight, where summer time begins by skipping it. */
export function startOfDay(day: CalendarDate, zone: string): Date {
  const usual = whereClocksStay(day, 0, zone);
  if (usual) return usual;
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
}

/** The time of day in `zone` at `instant`, 'HH:MM' of 24 hours. */
export function timeIn(zone: string, instant: Date): string {
  return new Date(instant.getTime() + offsetAt(zone, instant.getTime())).toISOString().slice(11, 16);
}

/** The instant of `day` at `time` ('HH:MM') in `zone`; one that summer time skips is as much later as it skips. */
export function instantAt(day: CalendarDate, time: string, zone: string): Date {
  const usual = whereClocksStay(day, minutesOf(time) * 60_000, zone);
  if (usual) return usual;
  const local = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time));
  return new Date(local.toZonedDateTime(zone).epochMilliseconds);
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * So many milliseconds after midnight of a day in a zone; null near a change of its clocks, which is asked of Temporal. That is exact and
 * twenty times as dear.
 */
function whereClocksStay(day: CalendarDate, milliseconds: number, zone: string): Date | null {
  const local = millisOf(day) + milliseconds;
  const before = offsetAt(zone, local - 2 * dayMillis);
  return before === offsetAt(zone, local + 2 * dayMillis) ? new Date(local - before) : null;
}

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(zone: string, instant: number): number {
  const [month, day, year, hour, minute, second] = clockIn(zone).format(instant).split(/\D+/).map(Number);
  const wall = Date.UTC(2000, month! - 1, day, hour, minute, second);
  const whole = Math.floor(instant / 1000) * 1000;
  return new Date(wall).setUTCFullYear(year!, month! - 1, day) - whole;
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: CalendarDate): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** `short`: '22 Nov 2026'; `long`: '22 November 2026'; `full`: 'Minggu, 22 November 2026'. */
export function formatDate(
  day: CalendarDate,
  locale: Locale,
  style: 'short' | 'long' | 'full' = 'short',
): string {
  return styled(locale, style).format(millisOf(day));
}

/** 'kemarin', 'besok', 'in 3 days' less than a week from `today`; null beyond, where a date says more. */
export function formatRelative(day: CalendarDate, today: CalendarDate, locale: Locale): string | null {
  const days = daysBetween(today, day);
  return Math.abs(days) < 7 ? relative[locale].format(days, 'day') : null;
}

const tags = { id: 'id-ID', en: 'en-GB' } as const;

const relative = {
  id: new Intl.RelativeTimeFormat(tags.id, { numeric: 'auto' }),
  en: new Intl.RelativeTimeFormat(tags.en, { numeric: 'auto' }),
};

const styles = {
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} as const;

// Making a formatter costs a hundred times what using it does; the keys are few: languages, styles, zones.
// They are still bounded: a zone's name comes from outside, and any mixture of cases is one.
const mostKept = 2_000;
const calendarIn = once(
  (zone: string) =>
    new Intl.DateTimeFormat('en-US', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }),
);
/** '11/22/2026, 14:05:09' */
const clockIn = once(
  (zone: string) =>
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }),
);
const styled = once(
  (locale: Locale, style: keyof typeof styles) =>
    new Intl.DateTimeFormat(tags[locale], { ...styles[style], timeZone: 'UTC' }),
);

function once<Key extends string[], Value>(make: (...key: Key) => Value): (...key: Key) => Value {
  const made = new Map<string, Value>();
  return (...key) => {
    const name = key.join(' ');
    let value = made.get(name);
    if (value !== undefined) return value;
    value = make(...key);
    if (made.size >= mostKept) made.clear();
    made.set(name, value);
    return value;
  };
}

const firstMillis = Date.parse('0001-01-01');
const lastMillis = Date.parse('9999-12-31');

function dayAt(millis: number): CalendarDate {
  assert(millis >= firstMillis && millis <= lastMillis, 'a calendar date is of the years 1 to 9999');
  return fromMillis(millis) as CalendarDate;
}

function fromMillis(millis: number): string {
  return new Date(millis).toISOString().slice(0, 10);
}

function millisOf(day: CalendarDate): number {
  return Date.parse(`${day}T00:00:00Z`);
}

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

export function compareDates(a: CalendarDate, b: CalendarDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
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
  const first = addToFirst(from, months);
  return addDays(first, Math.min(anchorDay, daysInMonth(first)) - 1);
}

export function startOfMonth(day: CalendarDate): CalendarDate {
  return date(`${day.slice(0, 7)}-01`);
}

export function endOfMonth(day: CalendarDate): CalendarDate {
  return addDays(startOfMonth(day), daysInMonth(day) - 1);
}

export function startOfYear(day: CalendarDate): CalendarDate {
  return date(`${day.slice(0, 4)}-01-01`);
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

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: CalendarDate): number {
  // The epoch, day 0, was a Thursday.
  return ((((millisOf(day) / dayMillis + 3) % 7) + 7) % 7) + 1;
}

export function daysInMonth(day: CalendarDate): number {
  const month = monthOf(day);
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  const year = yearOf(day);
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
  const parts = calendarIn(zone).formatToParts(instant);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)!.value;
  return date(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`);
}

/** The first instant of `day` in `zone`; not always midnight, where summer time begins by skipping it. */
export function startOfDay(day: CalendarDate, zone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
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

/** The day, the time and the zone's short name: '23 Nov 2026, 00.05 WIB'. */
export function formatInstant(instant: Date, zone: string, locale: Locale): string {
  return timed(locale, zone).format(instant);
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
const styled = once(
  (locale: Locale, style: keyof typeof styles) =>
    new Intl.DateTimeFormat(tags[locale], { ...styles[style], timeZone: 'UTC' }),
);
const timed = once(
  (locale: Locale, zone: string) =>
    new Intl.DateTimeFormat(tags[locale], {
      ...styles.short,
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
      timeZone: zone,
    }),
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

function addToFirst(from: CalendarDate, months: number): CalendarDate {
  const total = yearOf(from) * 12 + monthOf(from) - 1 + months;
  const year = Math.floor(total / 12);
  return date(`${String(year).padStart(4, '0')}-${String(total - year * 12 + 1).padStart(2, '0')}-01`);
}

function dayAt(millis: number): CalendarDate {
  return date(fromMillis(millis));
}

function fromMillis(millis: number): string {
  return new Date(millis).toISOString().slice(0, 10);
}

function millisOf(day: CalendarDate): number {
  return Date.parse(`${day}T00:00:00Z`);
}

import type { Locale } from '../session/session.ts';
import { languageTag } from './money.ts';

export interface DateFormat {
  locale: Locale;
  /** IANA name; the zone of the person who reads. */
  timeZone: string;
  dateStyle: 'auto' | 'iso';
}

const dayMs = 86_400_000;
const shapes = {
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  full: { dateStyle: 'full' },
  zone: { timeZoneName: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

// To make one costs a thousand times what it costs to use it.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(tag: string, timeZone: string, shape: keyof typeof shapes | 'iso'): Intl.DateTimeFormat {
  const key = `${tag} ${timeZone} ${shape}`;
  let found = formatters.get(key);
  if (!found) {
    const options = shape === 'iso' ? {} : shapes[shape];
    formatters.set(key, (found = new Intl.DateTimeFormat(tag, { timeZone, ...options })));
  }
  return found;
}

const isCalendarDate = (value: string) => value.length === 10;

/** The calendar date (YYYY-MM-DD) of an instant in a zone. */
export function dateIn(timeZone: string, instant: Date): string {
  // Swedes write dates this way.
  return formatter('sv-SE', timeZone, 'iso').format(instant);
}

// A calendar date has no zone: it is read and written at noon UTC so that no zone can move it.
const at = (value: string) => new Date(isCalendarDate(value) ? `${value}T12:00:00Z` : value);
const zoneOf = (value: string, format: DateFormat) => (isCalendarDate(value) ? 'UTC' : format.timeZone);

/** `31 Dec 2026` for a calendar date or an instant. */
export function formatDate(value: string, format: DateFormat): string {
  const timeZone = zoneOf(value, format);
  if (format.dateStyle === 'iso') return dateIn(timeZone, at(value));
  return formatter(languageTag(format.locale), timeZone, 'date').format(at(value));
}

/** `09:41` in the person's zone. */
export function formatTime(instant: string, format: DateFormat): string {
  return formatter(languageTag(format.locale), format.timeZone, 'time')
    .format(new Date(instant))
    .replace('.', ':');
}

/** `Thursday, 31 December 2026, 09:41 GMT+7`: what hovering and screen readers get. */
export function formatFull(value: string, format: DateFormat): string {
  const timeZone = zoneOf(value, format);
  const tag = languageTag(format.locale);
  const day = formatter(tag, timeZone, 'full').format(at(value));
  if (isCalendarDate(value)) return day;
  const zone = formatter(tag, timeZone, 'zone')
    .formatToParts(at(value))
    .find((one) => one.type === 'timeZoneName')!.value;
  return `${day}, ${formatTime(value, format)} ${zone}`;
}

/** Whole days from today to a date in the person's zone; negative in the past. */
export function daysUntil(value: string, format: DateFormat, now: Date): number {
  const date = isCalendarDate(value) ? value : dateIn(format.timeZone, at(value));
  return Math.round((at(date).getTime() - at(dateIn(format.timeZone, now)).getTime()) / dayMs);
}

const relatives = new Map<string, Intl.RelativeTimeFormat>();

function relativeFormatter(tag: string, numeric: 'always' | 'auto'): Intl.RelativeTimeFormat {
  const key = `${tag} ${numeric}`;
  let found = relatives.get(key);
  if (!found) relatives.set(key, (found = new Intl.RelativeTimeFormat(tag, { numeric })));
  return found;
}

/** Within a week `in 3 days`, `yesterday`, `5 minutes ago`; beyond it the date. */
export function formatRelative(value: string, format: DateFormat, now: Date): string {
  const days = daysUntil(value, format, now);
  if (Math.abs(days) > 7) return formatDate(value, format);
  // The word for two days ago is rarely used in Indonesian; the one for two days ahead is.
  const numeric = days === -2 ? 'always' : 'auto';
  const relative = relativeFormatter(languageTag(format.locale), numeric);
  if (isCalendarDate(value) || Math.abs(days) > 1) return relative.format(days, 'day');
  const minutes = Math.round((at(value).getTime() - now.getTime()) / 60_000);
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  if (days === 0 || Math.abs(minutes) < 12 * 60) return relative.format(Math.round(minutes / 60), 'hour');
  return relative.format(days, 'day');
}

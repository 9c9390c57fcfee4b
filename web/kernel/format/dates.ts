import type { Locale } from '../session/session.ts';
import { languageTag } from './money.ts';

export interface DateFormat {
  locale: Locale;
  /** IANA name; the zone of the person who reads. */
  timeZone: string;
  dateStyle: 'auto' | 'iso';
}

const dayMs = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = formatters.get(key);
  if (!found) formatters.set(key, (found = new Intl.DateTimeFormat(languageTag(locale), options)));
  return found;
}

const isCalendarDate = (value: string) => value.length === 10;

/** The calendar date (YYYY-MM-DD) of an instant in a zone. */
export function dateIn(timeZone: string, instant: Date): string {
  const parts = formatter('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const value = (type: string) => parts.find((one) => one.type === type)!.value;
  return `${value('year')}-${value('month')}-${value('day')}`;
}

// A calendar date has no zone: it is read and written at noon UTC so that no zone can move it.
const at = (value: string) => new Date(isCalendarDate(value) ? `${value}T12:00:00Z` : value);
const zoneOf = (value: string, format: DateFormat) => (isCalendarDate(value) ? 'UTC' : format.timeZone);

/** `31 Dec 2026` for a calendar date or an instant. */
export function formatDate(value: string, format: DateFormat): string {
  const timeZone = zoneOf(value, format);
  if (format.dateStyle === 'iso') return dateIn(timeZone, at(value));
  return formatter(format.locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric' }).format(
    at(value),
  );
}

/** `09:41` in the person's zone. */
export function formatTime(instant: string, format: DateFormat): string {
  const options = {
    timeZone: format.timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  return formatter(format.locale, options).format(new Date(instant)).replace('.', ':');
}

/** `Thursday, 31 December 2026, 09:41 GMT+7`: what hovering and screen readers get. */
export function formatFull(value: string, format: DateFormat): string {
  const timeZone = zoneOf(value, format);
  const day = formatter(format.locale, { timeZone, dateStyle: 'full' }).format(at(value));
  if (isCalendarDate(value)) return day;
  const zone = formatter(format.locale, { timeZone, timeZoneName: 'short' })
    .formatToParts(at(value))
    .find((one) => one.type === 'timeZoneName')!.value;
  return `${day}, ${formatTime(value, format)} ${zone}`;
}

/** Whole days from today to a date in the person's zone; negative in the past. */
export function daysUntil(value: string, format: DateFormat, now: Date): number {
  const date = isCalendarDate(value) ? value : dateIn(format.timeZone, at(value));
  return Math.round((at(date).getTime() - at(dateIn(format.timeZone, now)).getTime()) / dayMs);
}

/** Within a week `in 3 days`, `yesterday`, `5 minutes ago`; beyond it the date. */
export function formatRelative(value: string, format: DateFormat, now: Date): string {
  const days = daysUntil(value, format, now);
  if (Math.abs(days) > 7) return formatDate(value, format);
  // The word for two days ago is rarely used in Indonesian; the one for two days ahead is.
  const numeric = days === -2 ? 'always' : 'auto';
  const relative = new Intl.RelativeTimeFormat(languageTag(format.locale), { numeric });
  if (isCalendarDate(value) || Math.abs(days) > 1) return relative.format(days, 'day');
  const minutes = Math.round((at(value).getTime() - now.getTime()) / 60_000);
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  if (days === 0 || Math.abs(minutes) < 12 * 60) return relative.format(Math.round(minutes / 60), 'hour');
  return relative.format(days, 'day');
}

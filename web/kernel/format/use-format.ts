import { locale } from '../i18n/locale.ts';
import type { Locale } from '../session/session.ts';
import { session } from '../session/session.ts';
import { createStore } from '../store.ts';
import type { DateFormat } from './dates.ts';
import { daysUntil, formatDate, formatFull, formatRelative, formatTime } from './dates.ts';
import type { Money } from './money.ts';
import { formatMoney, languageTag } from './money.ts';

/** The zone of times that people without an account read; the page says it. The browser's own is not asked: the first use of `Intl` costs more than drawing a page. */
export const visitorZone = createStore('UTC');

/** All formats bound to the language on screen and the zone and date style of the person. */
export function useFormat(): Formats {
  session.use();
  locale.use();
  return currentFormats();
}

/** The same outside components. */
export function currentFormats(): Formats {
  const person = session.get()?.person;
  return formats({
    locale: locale.get(),
    timeZone: person?.timeZone ?? visitorZone.get(),
    dateStyle: person?.dateStyle ?? 'auto',
  });
}

const made = new Map<string, ReturnType<typeof bind>>();

/** The same object for the same language, zone and style: every cell of a table asks for it. */
export function formats({ locale, timeZone, dateStyle }: DateFormat) {
  const key = `${locale} ${timeZone} ${dateStyle}`;
  let found = made.get(key);
  if (!found) made.set(key, (found = bind({ locale, timeZone, dateStyle })));
  return found;
}

function bind(format: DateFormat) {
  return {
    ...format,
    money: (money: Money) => formatMoney(money, format.locale),
    number: (value: number, options?: Intl.NumberFormatOptions) =>
      formatNumber(value, format.locale, options),
    percent: (share: number) =>
      formatNumber(share, format.locale, { style: 'percent', maximumFractionDigits: 1 }),
    bytes: (bytes: number) => formatBytes(bytes, format.locale),
    /** Words that people wrote in both languages. */
    words: (both: { id: string; en: string }) => both[format.locale],
    list: (words: string[]) => new Intl.ListFormat(languageTag(format.locale)).format(words),
    date: (value: string) => formatDate(value, format),
    time: (instant: string) => formatTime(instant, format),
    dateTime: (instant: string) => `${formatDate(instant, format)} ${formatTime(instant, format)}`,
    full: (value: string) => formatFull(value, format),
    relative: (value: string, now = new Date()) => formatRelative(value, format, now),
    daysUntil: (value: string, now = new Date()) => daysUntil(value, format, now),
  };
}

export type Formats = ReturnType<typeof formats>;

const numberFormatters = new Map<string, Intl.NumberFormat>();

export function formatNumber(value: number, locale: Locale, options?: Intl.NumberFormatOptions): string {
  const key = options ? locale + JSON.stringify(options) : locale;
  let found = numberFormatters.get(key);
  if (!found) numberFormatters.set(key, (found = new Intl.NumberFormat(languageTag(locale), options)));
  return found.format(value).replace('-', '−');
}

/** 1024-based, as storage and traffic are sold. */
export function formatBytes(bytes: number, locale: Locale): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  return `${formatNumber(value, locale, { maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 })} ${units[step]}`;
}

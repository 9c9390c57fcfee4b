import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { dayOf, formatDate, yearOf } from '../../../kernel/values/dates.ts';
import type { Locale, Money } from '../../../kernel/values/money.ts';
import { printMoney } from '../../../kernel/values/money.ts';

/** A plain decimal ('1234.5', '-3') for people: '1.234,5' in Indonesian, '1,234.5' in English; negative with a real minus. */
export function formatDecimal(decimal: string, locale: Locale): string {
  const [whole = '', fraction] = decimal.replace('-', '').split('.');
  const [group, mark] = locale === 'id' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${decimal.startsWith('-') ? '−' : ''}${grouped}${fraction ? mark + fraction : ''}`;
}

/** The figure without its currency, for columns whose heading names it. */
export function formatFigure(sum: Money, locale: Locale): string {
  return formatDecimal(printMoney(sum), locale);
}

/** Both ends included, without saying twice what they share: '1–31 Januari 2026', '15 January – 14 February 2026'. */
export function formatPeriod(from: CalendarDate, to: CalendarDate, locale: Locale): string {
  const end = formatDate(to, locale, 'long');
  if (from === to) return end;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${dayOf(from)}–${end}`;
  const start = formatDate(from, locale, 'long');
  return `${yearOf(from) === yearOf(to) ? start.slice(0, -' 2026'.length) : start} – ${end}`;
}

/**
 * What people typed, fit for print: line breaks stay, other control characters go, and so do the marks that turn the reading
 * direction, with which one sum could be made to look like another.
 */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\ufeff\ufffe\uffff]/gu, '')
    .trim();
}

/** One line of at most `most` characters, for places that cannot grow. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(printable(text).replace(/\s+/g, ' '));
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

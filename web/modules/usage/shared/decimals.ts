import type { Locale } from '../../../kernel/session/session.ts';
import { formatNumber } from '../../../kernel/format/use-format.ts';
import { exponentOf, formatMoney } from '../../../kernel/format/money.ts';

/** A decimal as text moved by so many places: '0.5' by -2 is '0.005'. */
export function shift(decimal: string, places: number): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const [left, right] = [padded.slice(0, at).replace(/^0+(?=\d)/, ''), padded.slice(at).replace(/0+$/, '')];
  return right ? `${left}.${right}` : left;
}

/** For people, exact to six places: '1250.5' is 1.250,5. */
export function spoken(decimal: string, locale: Locale): string {
  return formatNumber(Number(decimal), locale, { maximumFractionDigits: 6 });
}

const grouped = { id: /^\d{1,3}(\.\d{3})+(,\d+)?$/, en: /^\d{1,3}(,\d{3})+(\.\d+)?$/ };

/** What a person typed as a plain decimal; null where it is none. The last mark followed by other than three digits is the decimal one. */
export function parseDecimal(typed: string, locale: Locale): string | null {
  const text = typed.trim();
  const plain = grouped[locale].test(text) ? text.replaceAll(locale === 'id' ? '.' : ',', '') : text;
  const read = plain.replace(/[.,]/, '.');
  return /^\d{1,12}(\.\d{1,6})?$/.test(read) ? read : null;
}

/** A price in minor units that may be a part of one, as money: '0.5' cents are $0.005. */
export function priceOf(each: string, currency: string, locale: Locale): string {
  if (!each.includes('.')) return formatMoney({ amount: Number(each), currency }, locale);
  const digits = exponentOf(currency);
  const zero = formatMoney({ amount: 0, currency }, locale);
  const symbol = zero.slice(0, zero.search(/\d/));
  const number = formatNumber(Number(shift(each, -digits)), locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: 8,
  });
  return `${symbol}${number}`;
}

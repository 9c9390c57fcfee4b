import type { Locale } from '../session/session.ts';

/** Minor units as the API sends them: whole rupiah for IDR, cents for USD. */
export interface Money {
  amount: number;
  currency: string;
}

const exponents: Record<string, number> = { IDR: 0, JPY: 0, KRW: 0, VND: 0, BHD: 3, KWD: 3 };

export function exponentOf(currency: string): number {
  return exponents[currency] ?? 2;
}

export const languageTag = (locale: Locale) => (locale === 'id' ? 'id-ID' : 'en-GB');

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: Locale, currency: string): Intl.NumberFormat {
  const key = locale + currency;
  let found = formatters.get(key);
  if (!found) {
    const digits = exponentOf(currency);
    found = new Intl.NumberFormat(languageTag(locale), {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formatters.set(key, found);
  }
  return found;
}

/** `Rp1.110.000`, `$74.00`: no gap after the symbol, a real minus before it, grouping by language. */
export function formatMoney({ amount, currency }: Money, locale: Locale): string {
  const text = formatter(locale, currency)
    .format(Math.abs(amount) / 10 ** exponentOf(currency))
    .replace(/\s/g, '');
  return amount < 0 ? `−${text}` : text;
}

/** `Rp`, `$`: what stands before a money input. */
export function currencySymbol(currency: string, locale: Locale): string {
  return formatter(locale, currency)
    .formatToParts(0)
    .find((one) => one.type === 'currency')!.value;
}

/**
 * Reads what a person typed (`1.110.000`, `1,110,000.50`, `Rp 25rb` is not understood) into minor units, or null when
 * it is not an amount. The last separator followed by one or two digits is the decimal one, if the currency has any.
 */
export function parseAmount(typed: string, currency: string): number | null {
  const text = typed.replace(/[^\d.,-]/g, '').replace(/(?!^)-/g, '');
  if (!/\d/.test(text)) return null;
  const digits = exponentOf(currency);
  const decimal = digits > 0 ? text.match(new RegExp(`[.,](\\d{1,${digits}})$`)) : null;
  const whole = (decimal ? text.slice(0, decimal.index) : text).replace(/[.,]/g, '');
  const amount = Number(whole + (decimal?.[1] ?? '').padEnd(digits, '0'));
  return Number.isSafeInteger(amount) ? amount : null;
}

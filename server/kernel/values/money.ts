import { assert, invalidInput, Problem } from './errors.ts';

/** The languages of the product; everything shown to a person is formatted for one of them. */
export type Locale = 'id' | 'en';

/**
 * `exponent`: decimal digits of the minor unit; `symbol`: what is printed before the figure, in English and
 * in Indonesian.
 * Trap: ISO 4217 gives IDR two decimals, but no sen circulates: here and in every table one rupiah is one
 * minor unit.
 */
const currencies = {
  AED: { exponent: 2, symbol: { en: 'AED\u00a0', id: 'AED\u00a0' } },
  AUD: { exponent: 2, symbol: { en: 'A$', id: 'A$' } },
  CAD: { exponent: 2, symbol: { en: 'CA$', id: 'CA$' } },
  CHF: { exponent: 2, symbol: { en: 'CHF\u00a0', id: 'CHF\u00a0' } },
  CNY: { exponent: 2, symbol: { en: 'CN¥', id: 'CN¥' } },
  EUR: { exponent: 2, symbol: { en: '€', id: '€' } },
  GBP: { exponent: 2, symbol: { en: '£', id: '£' } },
  HKD: { exponent: 2, symbol: { en: 'HK$', id: 'HK$' } },
  IDR: { exponent: 0, symbol: { en: 'Rp', id: 'Rp' } },
  INR: { exponent: 2, symbol: { en: '₹', id: '₹' } },
  JPY: { exponent: 0, symbol: { en: '¥', id: 'JP¥' } },
  KRW: { exponent: 0, symbol: { en: '₩', id: '₩' } },
  KWD: { exponent: 3, symbol: { en: 'KWD\u00a0', id: 'KWD\u00a0' } },
  MYR: { exponent: 2, symbol: { en: 'RM', id: 'RM' } },
  NZD: { exponent: 2, symbol: { en: 'NZ$', id: 'NZ$' } },
  PHP: { exponent: 2, symbol: { en: '₱', id: '₱' } },
  SAR: { exponent: 2, symbol: { en: 'SAR\u00a0', id: 'SAR\u00a0' } },
  SGD: { exponent: 2, symbol: { en: 'S$', id: 'S$' } },
  THB: { exponent: 2, symbol: { en: '฿', id: '฿' } },
  TWD: { exponent: 2, symbol: { en: 'NT$', id: 'NT$' } },
  USD: { exponent: 2, symbol: { en: '$', id: 'US$' } },
  VND: { exponent: 0, symbol: { en: '₫', id: '₫' } },
} as const satisfies Record<string, { exponent: number; symbol: Record<Locale, string> }>;

export type Currency = keyof typeof currencies;

export const allCurrencies = Object.keys(currencies) as readonly Currency[];

/** An amount in minor units (whole rupiah, cents) of one currency. */
export interface Money {
  readonly amount: bigint;
  readonly currency: Currency;
}

/** As it travels in JSON: minor units as a whole number no further than 2^53 − 1 from zero. */
export interface MoneyJson {
  amount: number;
  currency: string;
}

/** `halfAwayFromZero`: 0.5 → 1, −0.5 → −1. `halfEven`: 0.5 → 0, 1.5 → 2. `down`: toward zero. */
export type Rounding = 'halfAwayFromZero' | 'halfEven' | 'down';

export function isCurrency(text: string): text is Currency {
  return Object.hasOwn(currencies, text);
}

export function exponentOf(currency: Currency): number {
  return currencies[currency].exponent;
}

export function money(amount: bigint | number, currency: Currency): Money {
  return { amount: BigInt(amount), currency };
}

export function zero(currency: Currency): Money {
  return { amount: 0n, currency };
}

export function add(a: Money, b: Money): Money {
  return { amount: a.amount + sameCurrency(a, b).amount, currency: a.currency };
}

export function subtract(a: Money, b: Money): Money {
  return { amount: a.amount - sameCurrency(a, b).amount, currency: a.currency };
}

export function negate(a: Money): Money {
  return { amount: -a.amount, currency: a.currency };
}

export function sum(currency: Currency, parts: Iterable<Money>): Money {
  let total = zero(currency);
  for (const part of parts) total = add(total, part);
  return total;
}

export function compare(a: Money, b: Money): -1 | 0 | 1 {
  const { amount } = sameCurrency(a, b);
  return a.amount < amount ? -1 : a.amount > amount ? 1 : 0;
}

export function isZero(a: Money): boolean {
  return a.amount === 0n;
}

export function isNegative(a: Money): boolean {
  return a.amount < 0n;
}

export function min(a: Money, b: Money): Money {
  return compare(a, b) <= 0 ? a : b;
}

export function max(a: Money, b: Money): Money {
  return compare(a, b) >= 0 ? a : b;
}

function sameCurrency(a: Money, b: Money): Money {
  assert(a.currency === b.currency, `${a.currency} and ${b.currency} are not mixed`);
  return b;
}

/** `numerator / denominator` as a whole number. */
export function divide(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  assert(denominator !== 0n, 'nothing is divided by zero');
  const towardZero = numerator / denominator;
  const rest = numerator - towardZero * denominator;
  const half = size(rest * 2n) - size(denominator);
  const away =
    rounding !== 'down' &&
    (half > 0n || (half === 0n && (rounding === 'halfAwayFromZero' || towardZero % 2n !== 0n)));
  if (!away) return towardZero;
  return towardZero + (numerator < 0n === denominator < 0n ? 1n : -1n);
}

/** `a × numerator / denominator`, rounded once at the end. */
export function multiplyRatio(a: Money, numerator: bigint, denominator: bigint, rounding: Rounding): Money {
  return { amount: divide(a.amount * numerator, denominator, rounding), currency: a.currency };
}

/**
 * Splits `whole` in proportion to `weights` (whole numbers ≥ 0) so that the parts sum to it exactly: what
 * division leaves over goes, one minor unit each, to the largest remainders, earlier parts first on a tie. A
 * weight of zero gets nothing; a sum other than zero needs some weight above zero.
 */
export function allocate(whole: Money, weights: readonly (bigint | number)[]): Money[] {
  const shares = weights.map(BigInt);
  assert(
    shares.every((weight) => weight >= 0n),
    'weights are not negative',
  );
  const total = shares.reduce((a, b) => a + b, 0n);
  assert(total > 0n || isZero(whole), 'some part can carry the sum');
  if (total === 0n) return shares.map(() => zero(whole.currency));

  const absolute = size(whole.amount);
  const parts = shares.map((weight) => (absolute * weight) / total);
  const remainder = (index: number) => (absolute * shares[index]!) % total;
  const leftOver = Number(absolute - parts.reduce((a, b) => a + b, 0n));
  const byRemainder = parts.map((_, index) => index).sort((a, b) => Number(remainder(b) - remainder(a)));
  for (const index of byRemainder.slice(0, leftOver)) parts[index]! += 1n;
  return parts.map((part) => ({ amount: whole.amount < 0n ? -part : part, currency: whole.currency }));
}

/** The plain decimal with the currency's full precision, for machines: '74.00', '1110000'. */
export function printMoney({ amount, currency }: Money): string {
  const { whole, fraction } = split(amount, currencies[currency].exponent);
  return `${amount < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}

const grouping = { id: new Intl.NumberFormat('id-ID'), en: new Intl.NumberFormat('en-US') };
const decimalMark = { id: ',', en: '.' };

/**
 * For people: `Rp1.110.000`, `US$74,00` in Indonesian; `Rp1,110,000`, `$74.00` in English; negative with a
 * real minus.
 */
export function formatMoney({ amount, currency }: Money, locale: Locale): string {
  const { exponent, symbol } = currencies[currency];
  const { whole, fraction } = split(amount, exponent);
  const figure = grouping[locale].format(whole) + (fraction && decimalMark[locale] + fraction);
  return `${amount < 0n ? '−' : ''}${symbol[locale]}${figure}`;
}

export function toJson({ amount, currency }: Money): MoneyJson {
  assert(Number.isSafeInteger(Number(amount)), 'an amount in JSON stays within 2^53 − 1');
  return { amount: Number(amount), currency };
}

/** Errors: `invalid_input` naming `amount` or `currency`. */
export function fromJson({ amount, currency }: MoneyJson): Money {
  if (!Number.isSafeInteger(amount)) {
    throw refused('amount', 'not_whole', 'An amount is a whole number of minor units within 2^53 − 1.');
  }
  if (!isCurrency(currency)) throw refused('currency', 'unknown_currency', 'This currency is not known.');
  return { amount: BigInt(amount), currency };
}

function refused(path: string, code: string, message: string): Problem {
  return new Problem(invalidInput, { fields: [{ path, code, message }] });
}

function split(amount: bigint, exponent: number): { whole: bigint; fraction: string } {
  const unit = 10n ** BigInt(exponent);
  const absolute = size(amount);
  return {
    whole: absolute / unit,
    fraction: exponent === 0 ? '' : String(absolute % unit).padStart(exponent, '0'),
  };
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

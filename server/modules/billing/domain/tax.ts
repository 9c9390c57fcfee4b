import {
  add,
  multiplyRatio,
  subtract,
  zero,
  type Locale,
  type Money,
  type Rounding,
} from '../../../kernel/values/money.ts';

/** An exact fraction: 12 % is 12/100. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * A tax as data: what falls on a price is `base × rate` of it. Rates change, so a rule is stored with its
 * dates and what it gave is stored on the invoice. `inclusive`: prices already contain the tax.
 */
export interface TaxRule {
  readonly code: string;
  readonly rate: Ratio;
  /** The part of the price that is taxed: 1/1, or 11/12 for Indonesia's "DPP nilai lain". */
  readonly base: Ratio;
  readonly inclusive: boolean;
  readonly rounding: Rounding;
  readonly labels: Readonly<Record<Locale, string>>;
}

/** `gross = net + tax`; `base` is the taxable base to print, rounded by itself. */
export interface TaxedAmount {
  readonly net: Money;
  readonly base: Money;
  readonly tax: Money;
  readonly gross: Money;
}

/**
 * PPN since 1 January 2025: 12 % on 11/12 of the price, for all but luxury goods. Half away from zero, as the
 * tax office rounds.
 * Source: PMK 131/2024. The installation's rules are rows; this is the one a new installation starts with.
 */
export const ppn: TaxRule = {
  code: 'ppn',
  rate: { numerator: 12n, denominator: 100n },
  base: { numerator: 11n, denominator: 12n },
  inclusive: false,
  rounding: 'halfAwayFromZero',
  labels: { id: 'PPN 12% (DPP 11/12)', en: 'VAT 12% (base 11/12)' },
};

/**
 * The tax in or on `amount`; none without a rule. Tax and base are each rounded once, from the exact product,
 * so that an error of the printed base never reaches the tax. For whole rupiah this is what the tax office's
 * chain at two decimals gives.
 * Prices with tax included: the tax is rounded and the net is the rest, so adding the tax to that net gives
 * the price again.
 */
export function taxLine(amount: Money, rule: TaxRule | null): TaxedAmount {
  if (rule === null) return { net: amount, base: amount, tax: zero(amount.currency), gross: amount };
  const exact = taxShare(rule);
  const tax = multiplyRatio(amount, exact.numerator, exact.denominator, rule.rounding);
  const net = rule.inclusive ? subtract(amount, tax) : amount;
  return { net, base: taxBase(net, rule), tax, gross: add(net, tax) };
}

/**
 * What part of an amount is tax, before rounding: `r` of a price without it, `r / (1 + r)` of one that
 * includes it.
 */
export function taxShare({ rate, base, inclusive }: TaxRule): Ratio {
  const numerator = rate.numerator * base.numerator;
  const denominator = rate.denominator * base.denominator;
  return { numerator, denominator: inclusive ? denominator + numerator : denominator };
}

export function taxBase(net: Money, { base, rounding }: TaxRule): Money {
  return multiplyRatio(net, base.numerator, base.denominator, rounding);
}

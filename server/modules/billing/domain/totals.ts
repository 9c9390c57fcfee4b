import { assert } from '../../../kernel/values/errors.ts';
import { add, isZero, subtract, sum, type Currency, type Money } from '../../../kernel/values/money.ts';
import { taxBase, taxLine, taxShare, type TaxedAmount, type TaxRule } from './tax.ts';

/**
 * `quantity`: whole, ≥ 0. A credit has a negative unit price. `discount` is an amount ≥ 0, at most the line's
 * price.
 */
export interface LineInput {
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly discount: Money;
  readonly tax: TaxRule | null;
}

/**
 * `price` is quantity × unit price, before the discount and in the terms of the rule: with or without its
 * tax.
 */
export interface LineAmounts extends TaxedAmount {
  readonly price: Money;
}

/** The lines that fall under one rule. */
export interface TaxGroup extends TaxedAmount {
  readonly rule: TaxRule;
}

export interface Totals {
  readonly lines: readonly LineAmounts[];
  readonly subtotal: Money;
  readonly taxGroups: readonly TaxGroup[];
  readonly tax: Money;
  readonly total: Money;
}

/** Whether tax is rounded once for all lines under a rule, or for each line. */
export type TaxRounding = 'invoice' | 'line';

/**
 * What an invoice amounts to. Tax is rounded once for all lines under the same rule, and its parts are handed
 * to the lines, so that both hold: the tax is what the rule gives on the group's sum, and the lines add up to
 * it. Rounded for each line, the group's tax is their sum.
 */
export function totalsOf(
  currency: Currency,
  lines: readonly LineInput[],
  rounding: TaxRounding = 'invoice',
): Totals {
  const prices = lines.map(priceOf);
  const amounts = lines.map((line, index) => subtract(prices[index]!, line.discount));
  const taxed: TaxedAmount[] = amounts.map((amount) => taxLine(amount, null));
  const taxGroups: TaxGroup[] = [];

  for (const { rule, indexes } of groupByRule(lines)) {
    const inGroup = indexes.map((index) => amounts[index]!);
    const whole = taxLine(sum(currency, inGroup), rule);
    const taxes =
      rounding === 'line'
        ? inGroup.map((amount) => taxLine(amount, rule).tax)
        : shareTax(inGroup, rule, whole.tax);
    const group = rounding === 'line' ? withTax(sum(currency, inGroup), sum(currency, taxes), rule) : whole;
    indexes.forEach((index, nth) => (taxed[index] = withTax(amounts[index]!, taxes[nth]!, rule)));
    taxGroups.push({ rule, ...group });
  }

  const subtotal = sum(
    currency,
    taxed.map(({ net }) => net),
  );
  const tax = sum(
    currency,
    taxGroups.map((group) => group.tax),
  );
  return {
    lines: taxed.map((amount, index) => ({ price: prices[index]!, ...amount })),
    subtotal,
    taxGroups,
    tax,
    total: add(subtotal, tax),
  };
}

function priceOf({ quantity, unitPrice, discount }: LineInput): Money {
  assert(Number.isSafeInteger(quantity) && quantity >= 0, 'a quantity is whole and not negative');
  const price: Money = { amount: unitPrice.amount * BigInt(quantity), currency: unitPrice.currency };
  assert(
    isZero(discount) || (discount.amount > 0n && discount.amount <= price.amount),
    'a discount is within its price',
  );
  return price;
}

/** Two versions of one tax (a rate that changed between two lines' periods) are two groups. */
function groupByRule(lines: readonly LineInput[]): { rule: TaxRule; indexes: number[] }[] {
  const groups = new Map<string, { rule: TaxRule; indexes: number[] }>();
  lines.forEach(({ tax: rule }, index) => {
    if (rule === null) return;
    const { rate, base } = rule;
    const key = [
      rule.code,
      rate.numerator,
      rate.denominator,
      base.numerator,
      base.denominator,
      rule.inclusive,
      rule.rounding,
    ].join();
    const group = groups.get(key) ?? { rule, indexes: [] };
    group.indexes.push(index);
    groups.set(key, group);
  });
  return [...groups.values()];
}

/**
 * Parts of the group's `tax`, each less than one unit from its line's exact tax. (`allocate` will not do:
 * amounts of either sign.)
 */
function shareTax(amounts: readonly Money[], rule: TaxRule, tax: Money): Money[] {
  const { numerator, denominator } = taxShare(rule);
  const exact = amounts.map(({ amount }) => {
    const product = amount * numerator;
    const remainder = ((product % denominator) + denominator) % denominator;
    return { floor: (product - remainder) / denominator, remainder };
  });
  const leftOver = tax.amount - exact.reduce((total, { floor }) => total + floor, 0n);
  const byRemainder = exact
    .map((_, index) => index)
    .sort((a, b) => Number(exact[b]!.remainder - exact[a]!.remainder));
  for (const index of byRemainder.slice(0, Number(leftOver))) exact[index]!.floor += 1n;
  return exact.map(({ floor }) => ({ amount: floor, currency: tax.currency }));
}

function withTax(amount: Money, tax: Money, rule: TaxRule): TaxedAmount {
  const net = rule.inclusive ? subtract(amount, tax) : amount;
  return { net, base: taxBase(net, rule), tax, gross: add(net, tax) };
}

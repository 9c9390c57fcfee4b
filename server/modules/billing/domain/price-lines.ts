import { money, zero } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { taxRuleOf } from './tax-rule.ts';
import type { TaxTerms } from './tax-rule.ts';
import { totalsOf } from './totals.ts';
import type { Totals } from './totals.ts';

/** `unitPrice` in minor units, below zero for a reduction. */
export interface PricedLine {
  readonly quantity: number;
  readonly unitPrice: bigint;
  readonly taxable: boolean;
}

/** What lines amount to under the business's terms. */
export function priceLines(currency: Currency, lines: readonly PricedLine[], tax: TaxTerms): Totals {
  const rule = taxRuleOf(tax);
  return totalsOf(
    currency,
    lines.map((line) => ({
      quantity: line.quantity,
      unitPrice: money(line.unitPrice, currency),
      discount: zero(currency),
      tax: line.taxable ? rule : null,
    })),
  );
}

/** The taxes as an invoice keeps and shows them, in minor units. `share`: the taxed part of the price where it is not the whole. */
export function taxesOf(totals: Totals) {
  return totals.taxGroups.map(({ rule, base, tax }) => {
    const { numerator, denominator } = rule.base;
    return {
      label: rule.labels,
      share: numerator === denominator ? null : `${numerator}/${denominator}`,
      base: Number(base.amount),
      tax: Number(tax.amount),
    };
  });
}

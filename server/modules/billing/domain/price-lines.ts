import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { money, sum } from '../../../kernel/values/money.ts';
import type { Currency, Locale } from '../../../kernel/values/money.ts';
import type { TaxCategory } from '../../catalog/index.ts';
import { decideTax, ruleOf } from './tax-decision.ts';
import type { DatedTaxRule, TaxBuyer, TaxCode, TaxDecision, TaxSeller } from './tax-decision.ts';
import { taxBase } from './tax.ts';
import type { TaxedAmount } from './tax.ts';
import { totalsOf } from './totals.ts';
import type { TaxRounding, Totals } from './totals.ts';

/**
 * `unitPrice` in minor units, below zero for a reduction. Without a category it is taxed as what is standard, or where it is not taxable
 * as what is outside. `taxIncluded`: whether the price contains tax; null or absent: as the business says. `discount`: what comes off
 * quantity × price, at most that; tax is of what is left.
 */
export interface PricedLine {
  readonly quantity: number;
  readonly unitPrice: bigint;
  readonly discount?: bigint;
  readonly taxable: boolean;
  readonly taxCategory?: TaxCategory;
  readonly taxIncluded?: boolean | null;
}

/** What decides about taxes. `inclusive`: prices contain tax where a line does not say. */
export interface TaxGround {
  readonly seller: TaxSeller;
  readonly buyer: TaxBuyer;
  readonly on: CalendarDate;
  readonly rules: readonly DatedTaxRule[];
  readonly inclusive: boolean;
  readonly rounding: TaxRounding;
}

type Texts = Readonly<Record<Locale, string>>;

/** One tax of an invoice as it is kept and shown; amounts in minor units. `share`: the taxed part of the price where it is not the whole, '11/12'. */
export interface InvoiceTax {
  readonly label: Texts;
  readonly share: string | null;
  /** What the tax falls on, and the part of it that is taxed. */
  readonly net: number;
  readonly base: number;
  readonly tax: number;
  readonly percent: number;
  readonly category: TaxCategory;
  readonly code: TaxCode;
  readonly exemptionCode: string;
  readonly reason: Texts | null;
  readonly transactionCode: string | null;
  readonly rule: string | null;
}

/** `groupOf`: which of the taxes falls on each line. */
export interface Priced extends Totals {
  readonly taxes: readonly InvoiceTax[];
  readonly groupOf: readonly number[];
}

/** What lines amount to for a buyer on a day, with the tax that falls on each. */
export function priceLines(currency: Currency, lines: readonly PricedLine[], ground: TaxGround): Priced {
  const { seller, buyer, on, rounding } = ground;
  const known = new Map<TaxCategory, TaxDecision>();
  const decisions = lines.map(({ taxable, taxCategory }) => {
    const category = taxCategory ?? (taxable ? 'standard' : 'outside');
    const decision = known.get(category) ?? decideTax(seller, buyer, category, on, ground.rules);
    known.set(category, decision);
    return decision;
  });
  const totals = totalsOf(
    currency,
    lines.map((line, index) => ({
      quantity: line.quantity,
      unitPrice: money(line.unitPrice, currency),
      discount: money(line.discount ?? 0n, currency),
      tax: ruleOf(decisions[index]!, line.taxIncluded ?? ground.inclusive),
    })),
    rounding,
  );
  // Two categories may fall under one rule.
  const rules = decisions.map((decision) => decision.rule ?? decision.category);
  const kinds = [...new Set(rules)];
  const groupOf = rules.map((rule) => kinds.indexOf(rule));
  const taxes = kinds.map((_, group) =>
    invoiceTax(
      currency,
      decisions[groupOf.indexOf(group)]!,
      totals.lines.filter((__, index) => groupOf[index] === group),
    ),
  );
  return { ...totals, taxes, groupOf };
}

function invoiceTax(currency: Currency, decision: TaxDecision, lines: readonly TaxedAmount[]): InvoiceTax {
  const rule = ruleOf(decision, false);
  const sumOf = (part: 'net' | 'tax') =>
    sum(
      currency,
      lines.map((line) => line[part]),
    );
  const net = sumOf('net');
  const { numerator, denominator } = decision.base;
  const { percent, category, code, exemptionCode, reason, transactionCode, rule: id } = decision;
  return {
    label: rule.labels,
    share: numerator === denominator ? null : `${numerator}/${denominator}`,
    net: Number(net.amount),
    base: Number(taxBase(net, rule).amount),
    tax: Number(sumOf('tax').amount),
    percent,
    category,
    code,
    exemptionCode,
    reason,
    transactionCode,
    rule: id,
  };
}

/** What is said of taxes on an offer or invoice: nothing where no tax is concerned. */
export function taxesToShow(taxes: readonly InvoiceTax[]): InvoiceTax[] {
  return taxes.filter(({ code }) => code !== 'O');
}

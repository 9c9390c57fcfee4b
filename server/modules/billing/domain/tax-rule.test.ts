import { expect, it } from 'vitest';
import { money } from '../../../kernel/values/money.ts';
import { invoicing } from '../settings.ts';
import { taxRuleOf } from './tax-rule.ts';
import { taxLine } from './tax.ts';

const terms = { ...invoicing.default.tax, charged: true };

it('of a new installation is none, and PPN once the business is registered', () => {
  expect(taxRuleOf(invoicing.default.tax)).toBeNull();
  const { base, tax, gross } = taxLine(money(1_000_000, 'IDR'), taxRuleOf(terms));
  expect([base.amount, tax.amount, gross.amount]).toEqual([916_667n, 110_000n, 1_110_000n]);
});

it('is named with its rate, as each language writes it', () => {
  expect(taxRuleOf(terms)!.labels).toEqual({ id: 'PPN 12%', en: 'VAT 12%' });
  const odd = taxRuleOf({ ...terms, percent: 12.55, base: { numerator: 1, denominator: 1 } })!;
  expect(odd.labels).toEqual({ id: 'PPN 12,55%', en: 'VAT 12.55%' });
  expect(taxLine(money(10_000, 'USD'), odd).tax.amount).toBe(1_255n);
});

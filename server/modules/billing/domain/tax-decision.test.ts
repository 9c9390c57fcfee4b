import { describe, expect, it } from 'vitest';
import { date } from '../../../kernel/values/dates.ts';
import { money } from '../../../kernel/values/money.ts';
import type { TaxCategory } from '../../catalog/index.ts';
import { indonesian, rule, union } from '../test/tax-rules.ts';
import { buyerKindOf, decideTax, ruleOf } from './tax-decision.ts';
import type { BuyerKind, TaxSeller } from './tax-decision.ts';
import { taxLine } from './tax.ts';

const pkp: TaxSeller = {
  country: 'ID',
  region: '',
  registered: [{ from: '2020-05-01', until: null }],
  oneStopShop: false,
};
const german: TaxSeller = { ...pkp, country: 'DE' };
const rules = [...indonesian, ...union];
const today = date('2026-11-22');

const decide = (
  seller: TaxSeller,
  [country, kind]: [string, BuyerKind],
  category: TaxCategory = 'standard',
  on = today,
  known = rules,
) => decideTax(seller, { country, kind }, category, on, known);

describe('in Indonesia', () => {
  it.each([
    ['standard', 'consumer', 'S', 12, '04'],
    ['standard', 'business', 'S', 12, '04'],
    ['standard', 'treasurer', 'S', 12, '02'],
    ['standard', 'collector', 'S', 12, '03'],
    ['digital', 'business', 'S', 12, '04'],
    ['luxury', 'consumer', 'S', 12, '01'],
    ['luxury', 'treasurer', 'S', 12, '02'],
    ['zero', 'business', 'Z', 0, '07'],
    ['exempt', 'business', 'E', 0, '08'],
    ['outside', 'consumer', 'O', 0, null],
  ] as const)(
    '%s for a %s is %s at %d %%, transaction code %s',
    (category, kind, code, percent, transactionCode) => {
      expect(decide(pkp, ['ID', kind], category)).toMatchObject({ code, percent, transactionCode });
    },
  );

  it('the worked examples of the tax office: on 11/12 of the price, and on the whole of luxury goods', () => {
    const taxed = (amount: number, category: TaxCategory) =>
      taxLine(money(amount, 'IDR'), ruleOf(decide(pkp, ['ID', 'consumer'], category), false));
    expect(taxed(100_000, 'standard')).toMatchObject({ base: { amount: 91_667n }, tax: { amount: 11_000n } });
    expect(taxed(5_000, 'standard')).toMatchObject({ gross: { amount: 5_550n } });
    expect(taxed(1_000_000, 'standard')).toMatchObject({ tax: { amount: 110_000n } });
    expect(taxed(1_000_000, 'luxury')).toMatchObject({ tax: { amount: 120_000n } });
    expect(ruleOf(decide(pkp, ['ID', 'consumer']), false).labels).toEqual({ id: 'PPN 12%', en: 'VAT 12%' });
  });

  it('a rate holds from its day until the one before the next', () => {
    const on = (day: string) => decide(pkp, ['ID', 'consumer'], 'standard', date(day));
    expect(on('2024-12-31')).toMatchObject({ percent: 11, base: { numerator: 1 }, transactionCode: '01' });
    expect(on('2025-01-01')).toMatchObject({ percent: 12, base: { numerator: 11, denominator: 12 } });
  });

  it('clients abroad pay none, and are told why', () => {
    expect(decide(pkp, ['SG', 'business'])).toMatchObject({
      code: 'G',
      exemptionCode: 'VATEX-EU-G',
      percent: 0,
      reason: { en: 'Export, free of VAT' },
    });
    expect(decide(pkp, ['DE', 'consumer'], 'luxury').code).toBe('G');
    expect(decide(pkp, ['DE', 'consumer'], 'exempt').code).toBe('E');
  });

  it('who is not registered on that day charges none', () => {
    const before = decide(pkp, ['ID', 'business'], 'standard', date('2020-04-30'));
    expect(before).toMatchObject({
      code: 'O',
      rule: null,
      reason: { en: expect.stringContaining('not registered') },
    });
    const left = { ...pkp, registered: [{ from: '2020-05-01', until: '2026-11-22' }] };
    expect(decide(left, ['ID', 'business']).code).toBe('O');
    expect(decide({ ...pkp, registered: [] }, ['ID', 'business'], 'luxury').code).toBe('O');
  });
});

describe('in the European Union', () => {
  it.each([
    ['a consumer at home', 'DE', 'consumer', 'S', 19],
    ['a business at home', 'DE', 'business', 'S', 19],
    ['a business in another state, by reverse charge', 'FR', 'business', 'AE', 0],
    ['a consumer in another state, below the threshold', 'FR', 'consumer', 'S', 19],
    ['anybody outside', 'US', 'business', 'O', 0],
  ] as const)('sold to %s', (_, country, kind, code, percent) => {
    expect(decide(german, [country, kind])).toMatchObject({ code, percent });
  });

  it('with the one-stop shop consumers pay the tax of their country', () => {
    const shop = { ...german, oneStopShop: true };
    expect(decide(shop, ['FI', 'consumer'])).toMatchObject({ code: 'S', percent: 25.5 });
    expect(decide(shop, ['FI', 'business']).exemptionCode).toBe('VATEX-EU-AE');
    expect(ruleOf(decide(shop, ['FI', 'consumer']), false).labels.id).toBe('PPN 25,5%');
  });
});

describe('rules of the business itself', () => {
  it('the nearest place, the youngest day, the region of the seller', () => {
    const canary = rule({ country: 'ES', region: 'Canarias', percent: 7, from: '2020-01-01' });
    const madrid = { ...german, country: 'ES' };
    const known = [...union, canary];
    expect(decide(madrid, ['ES', 'consumer'], 'standard', today, known).percent).toBe(21);
    expect(
      decide({ ...madrid, region: 'Canarias' }, ['ES', 'consumer'], 'standard', today, known).percent,
    ).toBe(7);
    const raised = rule({ country: 'ES', percent: 22, from: '2026-12-01' });
    expect(
      decide(madrid, ['ES', 'consumer'], 'standard', date('2026-12-01'), [...known, raised]).percent,
    ).toBe(22);
    expect(decide(madrid, ['ES', 'consumer'], 'standard', today, [...known, raised]).percent).toBe(21);
  });

  it('where none fits, nothing is charged and that is said', () => {
    expect(decide({ ...pkp, country: 'JP' }, ['JP', 'consumer'])).toMatchObject({
      code: 'O',
      reason: { en: 'There is no tax rule for it' },
    });
    expect(decide({ ...pkp, country: 'JP' }, ['JP', 'consumer'], 'exempt').code).toBe('E');
  });
});

it('who has a tax number is a business until somebody says otherwise', () => {
  expect(buyerKindOf({ kind: null, taxId: '' })).toBe('consumer');
  expect(buyerKindOf({ kind: null, taxId: '0012345678901000' })).toBe('business');
  expect(buyerKindOf({ kind: 'treasurer', taxId: '' })).toBe('treasurer');
});

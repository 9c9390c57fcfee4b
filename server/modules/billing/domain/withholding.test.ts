import { expect, it } from 'vitest';
import { date } from '../../../kernel/values/dates.ts';
import { taxTerms } from '../tax-settings.ts';
import { noLegal } from './legal.ts';
import { npwp16 } from './legal.ts';
import { withholdable, withholdingStates } from './withholding.ts';

const terms = taxTerms.default.withholding;
const party = {
  name: 'PT',
  address: '',
  taxId: '0012345678901000',
  email: '',
  country: 'ID',
  legal: noLegal,
};
const invoice = {
  issuedOn: date('2026-11-22'),
  seller: party,
  buyer: { ...party, kind: 'business' as const },
  subtotal: 10_000_000n,
  tax: 1_100_000n,
};

it('PPh 23 is 2 % of the price without VAT: of Rp11,100,000 come Rp10,900,000', () => {
  const [income, ...more] = withholdable(invoice, terms);
  expect(income).toEqual({ kind: 'income', base: 10_000_000n, percent: 2, amount: 200_000n });
  expect(more).toEqual([]);
  expect(invoice.subtotal + invoice.tax - income!.amount).toBe(10_900_000n);
});

it('is doubled where the business has no tax number', () => {
  const [income] = withholdable({ ...invoice, seller: { ...party, taxId: '' } }, terms);
  expect(income).toMatchObject({ percent: 4, amount: 400_000n });
});

it('who collects keeps the VAT back as well', () => {
  for (const kind of ['treasurer', 'collector'] as const)
    expect(withholdable({ ...invoice, buyer: { ...party, kind } }, terms)).toMatchObject([
      { kind: 'income', amount: 200_000n },
      { kind: 'vat', amount: 1_100_000n },
    ]);
});

it.each([
  ['a consumer', { buyer: { ...party, kind: 'consumer' as const } }],
  ['a business abroad', { buyer: { ...party, country: 'SG', kind: 'business' as const } }],
  ['anybody, of a seller abroad', { seller: { ...party, country: 'DE' } }],
  ['an invoice from before this was known', { buyer: { name: 'PT', address: '', taxId: '1', email: '' } }],
  ['nothing', { subtotal: 0n }],
])('nothing is withheld by %s', (_, over) => {
  expect(withholdable({ ...invoice, ...over }, terms)).toEqual([]);
});

it('the rate is that of the day of the invoice', () => {
  const rates = [...terms.rates, { from: '2027-01-01', percent: 3, percentWithoutTaxId: 6 }];
  expect(withholdable(invoice, { ...terms, rates })[0]!.percent).toBe(2);
  expect(withholdable({ ...invoice, issuedOn: date('2027-01-01') }, { ...terms, rates })[0]!.percent).toBe(3);
  expect(withholdable(invoice, { ...terms, offered: false })).toEqual([]);
});

it('what is owed again stays so', () => {
  expect(withholdingStates.canMove('reopened', 'awaiting')).toBe(false);
  expect(withholdingStates.canMove('submitted', 'awaiting')).toBe(true);
});

it.each([
  ['01.234.567.8-901.000', '0012345678901000'],
  ['3174010101900001', '3174010101900001'],
  ['201812345K', null],
  ['', null],
])('the tax number %s has the 16 digits %s', (typed, digits) => {
  expect(npwp16(typed)).toBe(digits);
});

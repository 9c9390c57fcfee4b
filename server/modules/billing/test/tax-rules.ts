import type { DatedTaxRule } from '../domain/tax-decision.ts';

let count = 0;

export const rule = (over: Partial<DatedTaxRule>): DatedTaxRule => ({
  id: `rule-${++count}`,
  country: 'ID',
  region: '',
  category: 'standard',
  buyer: 'any',
  from: '2007-01-01',
  until: null,
  name: { id: 'PPN', en: 'VAT' },
  percent: 0,
  base: { numerator: 1, denominator: 1 },
  code: 'S',
  exemptionCode: '',
  reason: null,
  transactionCode: null,
  ...over,
});

const elevenTwelfths = { numerator: 11, denominator: 12 };
const since = { from: '2025-01-01', percent: 12 };
const why = (en: string) => ({ id: en, en });

/** Like those a new installation begins with; test/tax-rules.test.ts holds them against the database. */
export const indonesian: readonly DatedTaxRule[] = [
  rule({ from: '2022-04-01', until: '2025-01-01', percent: 11, transactionCode: '01' }),
  rule({ ...since, base: elevenTwelfths, transactionCode: '04' }),
  rule({ ...since, buyer: 'treasurer', base: elevenTwelfths, transactionCode: '02' }),
  rule({ ...since, buyer: 'collector', base: elevenTwelfths, transactionCode: '03' }),
  rule({ ...since, category: 'luxury', transactionCode: '01' }),
  rule({ ...since, category: 'luxury', buyer: 'treasurer', transactionCode: '02' }),
  rule({ buyer: 'foreign', code: 'G', exemptionCode: 'VATEX-EU-G', reason: why('Export, free of VAT') }),
  rule({ category: 'zero', code: 'Z', reason: why('VAT is not collected'), transactionCode: '07' }),
  rule({ category: 'exempt', code: 'E', reason: why('Exempt from VAT'), transactionCode: '08' }),
  rule({ category: 'outside', code: 'O', exemptionCode: 'VATEX-EU-O', reason: why('Not subject to VAT') }),
];

export const union: readonly DatedTaxRule[] = [
  rule({ country: 'DE', percent: 19 }),
  rule({ country: 'FR', percent: 20 }),
  rule({ country: 'FI', percent: 25.5 }),
  rule({ country: 'ES', percent: 21 }),
  rule({
    country: 'EU',
    buyer: 'eu_business',
    code: 'AE',
    exemptionCode: 'VATEX-EU-AE',
    reason: why('Reverse charge'),
  }),
  rule({
    country: 'EU',
    buyer: 'foreign',
    code: 'O',
    exemptionCode: 'VATEX-EU-O',
    reason: why('Outside the EU'),
  }),
  rule({ country: 'ZZ', category: 'exempt', code: 'E', reason: why('Exempt') }),
  rule({ country: 'ZZ', category: 'outside', code: 'O', reason: why('Outside') }),
];

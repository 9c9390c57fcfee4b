import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDecimal, priceOf, shift, spoken } from '../shared/decimals.ts';
import { chargeOf, draftOf, newDraft } from './charge-draft.ts';

const meter = {
  id: '1',
  code: 'traffic',
  name: { id: 'Trafik', en: 'Traffic' },
  unit: { id: 'GB', en: 'GB' },
  aggregation: 'sum' as const,
  decimals: 0,
  rounding: 'nearest' as const,
};

test('decimals are read as they are written in each language, and moved without loss', () => {
  expect(
    ['1.250,5', '1250,5', '0,0005', '1.5', 'x', '-1', '1.250.000'].map((typed) => parseDecimal(typed, 'id')),
  ).toEqual(['1250.5', '1250.5', '0.0005', '1.5', null, null, '1250000']);
  expect(parseDecimal('1,250.5', 'en')).toBe('1250.5');
  expect([shift('0.5', -2), shift('12.345', 2), shift('7', 3), shift('0.0005', 2), shift('100', -2)]).toEqual(
    ['0.005', '1234.5', '7000', '0.05', '1'],
  );
  expect(priceOf('0.5', 'USD', 'en')).toBe('$0.005');
  expect(priceOf('500', 'IDR', 'id')).toBe('Rp500');
  fc.assert(
    fc.property(
      fc.nat(999_999_999),
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom('id' as const, 'en' as const),
      (value, places, locale) => {
        const decimal = shift(String(value), -places);
        expect(parseDecimal(spoken(decimal, locale), locale)).toBe(decimal);
        expect(shift(decimal, places)).toBe(String(value));
      },
    ),
  );
});

test('a charge is the same after it was opened and taken over', () => {
  const tiers = [
    { upTo: '1000', each: '0.5', fixed: 0 },
    { upTo: null, each: '0.25', fixed: 100 },
  ];
  const common = { meter, included: '100', minimum: 500 };
  const charges = [
    { model: 'standard' as const, each: '0.5', ...common },
    { model: 'package' as const, size: '1000', price: 700, ...common },
    { model: 'graduated' as const, tiers, ...common },
    { model: 'volume' as const, tiers, ...common },
    { model: 'percentage' as const, rate: '2.9', fee: 30, ...common },
    { model: 'graduated_percentage' as const, tiers, ...common },
  ];
  for (const charge of charges)
    for (const locale of ['id', 'en'] as const)
      expect(chargeOf(draftOf(charge, 'USD', locale), 'USD', locale)).toEqual({
        ...charge,
        meter: 'traffic',
      });
  expect(chargeOf(newDraft('traffic'), 'IDR', 'id')).toBe(null);
});

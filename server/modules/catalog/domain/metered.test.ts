import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeQuantity } from './describe-quantity.ts';
import { chargesFor, faultOfCharge, fromPlaces, ratioOf, toPlaces } from './metered.ts';

const anyPlaces = fc.integer({ min: 0, max: 6 });

test('decimals come back as they went in, and are rounded once where there are more places', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), anyPlaces, anyPlaces, (value, places, fewer) => {
      const text = fromPlaces(value, places);
      expect(toPlaces(text, places)).toBe(value);
      const { numerator, denominator } = ratioOf(text);
      expect(numerator * 10n ** BigInt(places)).toBe(value * denominator);
      const [down, near, up] = (['down', 'nearest', 'up'] as const).map((how) => toPlaces(text, fewer, how));
      expect(down! <= near! && near! <= up! && up! - down! <= 1n).toBe(true);
      expect(up! - down! === 0n).toBe((numerator * 10n ** BigInt(fewer)) % denominator === 0n);
    }),
    { numRuns: 3000 },
  );
  expect([toPlaces('1.25', 1), toPlaces('1.25', 1, 'down'), toPlaces('1.21', 1, 'up')]).toEqual([
    13n,
    12n,
    13n,
  ]);
  expect(() => toPlaces('-1', 0)).toThrow();
});

test('so many units of a plan bring so many times what is included and the minimum', () => {
  const meter = { aggregation: 'sum', decimals: 2, rounding: 'nearest' } as never;
  const [charge] = chargesFor([{ model: 'standard', each: '1', included: '0.5', minimum: 300, meter }], 3);
  expect(charge).toMatchObject({ included: '1.5', minimum: 900, each: '1' });
});

test('charges that could not be rated are refused', () => {
  const tier = (upTo: string | null) => ({ upTo, each: '1', fixed: 0 });
  const graduated = (...ends: (string | null)[]) =>
    faultOfCharge({ model: 'graduated', tiers: ends.map(tier) });
  expect([graduated('10', '5', null), graduated('10'), graduated(), graduated('1.5', '10', null)]).toEqual([
    'order',
    'end',
    'empty',
    null,
  ]);
  expect(faultOfCharge({ model: 'package', size: '0', price: 1 })).toBe('size');
});

test('quantities are said exactly, in both languages', () => {
  const unit = { id: 'GB', en: 'GB' };
  expect(describeQuantity('123456789012345.000001', unit, 'id')).toBe('123.456.789.012.345,000001 GB');
  expect(describeQuantity('1250.5', unit, 'en')).toBe('1,250.5 GB');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountOf, faultOf, stepsOf, type Model, type Tier } from './price-model.ts';

const ratio = (numerator: bigint, denominator = 1n) => ({ numerator, denominator });
const tiers: Tier[] = [
  { upTo: 10n, each: ratio(100n), fixed: 0n },
  { upTo: 100n, each: ratio(80n), fixed: 50n },
  { upTo: null, each: ratio(50n), fixed: 0n },
];

describe('examples by hand', () => {
  const cases: [string, Model, bigint, bigint][] = [
    ['flat', { model: 'flat', price: 150_000n }, 7n, 150_000n],
    ['per seat', { model: 'per_seat', price: ratio(25_000n) }, 7n, 175_000n],
    ['a hundredth of a cent for each', { model: 'standard', price: ratio(1n, 100n) }, 12_350n, 124n],
    ['packages begun', { model: 'package', size: 1000n, price: 500n }, 2001n, 1500n],
    ['no package begun', { model: 'package', size: 1000n, price: 500n }, 0n, 0n],
    ['graduated', { model: 'graduated', tiers }, 120n, 10n * 100n + 90n * 80n + 50n + 20n * 50n],
    ['graduated, at the edge', { model: 'graduated', tiers }, 10n, 1000n],
    ['volume', { model: 'volume', tiers }, 120n, 120n * 50n],
    ['volume, at the edge', { model: 'volume', tiers }, 100n, 100n * 80n + 50n],
    ['rates by tier', { model: 'graduated_percentage', tiers: rates() }, 3_000_000n, 20_000n + 20_000n],
  ];
  test.each(cases)('%s', (_name, model, units, amount) => {
    expect(amountOf(model, { units })).toBe(amount);
  });

  test('percentage: 2.9 % of what went through and a fee for each time', () => {
    const model: Model = { model: 'percentage', rate: ratio(29n, 1000n), fee: 30n };
    expect(amountOf(model, { units: 123_456n, events: 3n })).toBe(3580n + 90n);
  });
});

const anyRatio = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.constantFrom(1n, 3n, 7n, 100n, 10_000n))
  .map(([numerator, denominator]) => ratio(numerator, denominator));
const anyTiers = fc
  .tuple(
    fc.uniqueArray(fc.bigInt({ min: 1n, max: 10n ** 6n }), { maxLength: 6 }),
    fc.array(fc.tuple(anyRatio, fc.bigInt({ min: 0n, max: 10n ** 6n })), { minLength: 7, maxLength: 7 }),
  )
  .map(([ends, terms]): Tier[] =>
    [...ends.toSorted((a, b) => (a < b ? -1 : 1)), null].map((upTo, nth) => ({
      upTo,
      each: terms[nth]![0],
      fixed: terms[nth]![1],
    })),
  );
const anyModel: fc.Arbitrary<Model> = fc.oneof(
  fc.record({ model: fc.constant('flat' as const), price: fc.bigInt({ min: 0n, max: 10n ** 12n }) }),
  fc.record({ model: fc.constantFrom('per_seat' as const, 'standard' as const), price: anyRatio }),
  fc.record({
    model: fc.constant('package' as const),
    size: fc.bigInt({ min: 1n, max: 10_000n }),
    price: fc.bigInt({ min: 0n, max: 10n ** 9n }),
  }),
  fc.record({
    model: fc.constantFrom('graduated' as const, 'volume' as const, 'graduated_percentage' as const),
    tiers: anyTiers,
  }),
  fc.record({
    model: fc.constant('percentage' as const),
    rate: anyRatio,
    fee: fc.bigInt({ min: 0n, max: 10_000n }),
  }),
);
const anyUnits = fc.bigInt({ min: 0n, max: 2n * 10n ** 6n });

test('steps add up to the whole, rounded once, and none is below zero', () => {
  fc.assert(
    fc.property(anyModel, anyUnits, (model, units) => {
      const steps = stepsOf(model, { units, events: 3n });
      expect(steps.every(({ amount }) => amount >= 0n)).toBe(true);
      // In a common denominator the exact sum is a whole number to compare with.
      const denominator = 2100n * 10_000n;
      const exact = steps.reduce(
        (sum, { units: of, each, fixed }) =>
          sum + (of * each.numerator * denominator) / each.denominator + fixed * denominator,
        0n,
      );
      const off = amountOf(model, { units, events: 3n }) * denominator - exact;
      expect(off * 2n <= denominator && off * 2n >= -denominator).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});

test('more use never costs less, but for volume, where it may', () => {
  fc.assert(
    fc.property(anyModel, anyUnits, anyUnits, (model, units, more) => {
      fc.pre(model.model !== 'volume');
      expect(amountOf(model, { units: units + more })).toBeGreaterThanOrEqual(amountOf(model, { units }));
    }),
    { numRuns: 10_000 },
  );
});

test('graduated units are each in one tier', () => {
  fc.assert(
    fc.property(anyTiers, anyUnits, (all, units) => {
      expect(faultOf(all)).toBe(null);
      const counted = stepsOf({ model: 'graduated', tiers: all }, { units });
      expect(counted.reduce((sum, step) => sum + step.units, 0n)).toBe(units);
    }),
    { numRuns: 10_000 },
  );
});

test('tiers that are empty, out of order or without a last one are refused', () => {
  const [first, second, last] = tiers;
  expect([faultOf([]), faultOf([second!, first!, last!]), faultOf([first!, second!])]).toEqual([
    'empty',
    'order',
    'end',
  ]);
});

function rates(): Tier[] {
  return [
    { upTo: 1_000_000n, each: ratio(2n, 100n), fixed: 0n },
    { upTo: null, each: ratio(1n, 100n), fixed: 0n },
  ];
}

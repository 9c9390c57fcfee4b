import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takenOff } from './discount.ts';

test('a percentage is rounded once, half away from zero; an amount is at most the price', () => {
  expect(takenOff(100_001n, { percent: 5_000, amount: null, periods: 1 })).toBe(50_001n);
  expect(takenOff(100n, { percent: null, amount: 150, periods: null })).toBe(100n);
});

test('nothing is ever offered below nothing', () => {
  const discount = fc.oneof(
    fc.record({
      percent: fc.integer({ min: 1, max: 10_000 }),
      amount: fc.constant(null),
      periods: fc.constant(null),
    }),
    fc.record({ percent: fc.constant(null), amount: fc.integer({ min: 1 }), periods: fc.constant(3) }),
  );
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), discount, (price, off) => {
      const taken = takenOff(price, off);
      expect(taken >= 0n && taken <= price).toBe(true);
    }),
  );
});

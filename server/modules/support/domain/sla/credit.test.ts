import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditOf, monthOf } from './credit.ts';

test('a part of a month’s price, whatever is paid at once', () => {
  expect(monthOf(120_000n, 'monthly')).toBe(120_000n);
  expect(monthOf(1_200_000n, 'annual')).toBe(100_000n);
  expect(monthOf(100n, 'quarterly')).toBe(33n);
  expect(monthOf(750_000n, 'one_time')).toBeNull();
  expect(creditOf(99_999n, 10)).toBe(9_999n);
});

test('never more than the part that was promised, and less than one unit below it', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 13n), fc.integer({ min: 1, max: 100 }), (month, percent) => {
      const credit = creditOf(month, percent);
      const exact = month * BigInt(percent);
      expect(credit * 100n <= exact && exact < (credit + 1n) * 100n).toBe(true);
      expect(credit <= month).toBe(true);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { feeGivenBack, feeOf, ruleFor } from './fee.ts';

const rule = (method: string | null, from: string, share = 290, fixed = 2_000n) => ({
  method,
  from: from as CalendarDate,
  share,
  fixed,
});

test('a fee is a share and a fixed sum, rounded once, and no more than the payment', () => {
  expect(feeOf(rule(null, '2026-01-01'), 1_000_000n)).toBe(31_000n);
  expect(feeOf({ share: 70, fixed: 0n }, 250_050n)).toBe(1_750n);
  expect(feeOf({ share: 70, fixed: 0n }, 250_072n)).toBe(1_751n);
  expect(feeOf({ share: 0, fixed: 4_000n }, 3_000n)).toBe(3_000n);
});

test('the newest rule of the method holds, and where it has none that for all', () => {
  const rules = [
    rule(null, '2026-01-01'),
    rule('qris', '2026-02-01'),
    rule('qris', '2026-03-01'),
    rule(null, '2026-04-01'),
  ];
  const on = (method: string, day: string) => ruleFor(rules, { method, on: day as CalendarDate });
  expect(on('qris', '2025-12-31')).toBeNull();
  expect(on('qris', '2026-01-31')).toBe(rules[0]);
  expect(on('qris', '2026-02-28')).toBe(rules[1]);
  expect(on('qris', '2026-05-01')).toBe(rules[2]);
  expect(on('card', '2026-05-01')).toBe(rules[3]);
});

test('what comes back in parts never exceeds the fee, never falls, and is all of it in the end', () => {
  const sums = fc.record({
    amount: fc.bigInt(1n, 10n ** 12n),
    share: fc.nat(10_000),
    fixed: fc.bigInt(0n, 10n ** 6n),
  });
  fc.assert(
    fc.property(sums, fc.array(fc.bigInt(1n, 10n ** 11n), { maxLength: 8 }), ({ amount, ...kept }, parts) => {
      const fee = feeOf(kept, amount);
      let refunded = 0n;
      let before = 0n;
      for (const part of [...parts, amount]) {
        refunded = refunded + part < amount ? refunded + part : amount;
        const back = feeGivenBack(fee, amount, refunded);
        expect(back >= before && back <= fee).toBe(true);
        before = back;
      }
      expect(before).toBe(fee);
    }),
  );
});

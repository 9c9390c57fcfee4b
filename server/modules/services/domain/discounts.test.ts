import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, date, dayOf } from '../../../kernel/values/dates.ts';
import { divide } from '../../../kernel/values/money.ts';
import { beginDiscounts, discountsOn } from './discounts.ts';
import type { ServiceDiscount } from './discounts.ts';

const names = { id: 'Promo', en: 'Promotion' };
const percent = (over: Partial<ServiceDiscount> = {}): ServiceDiscount => ({
  redemption: 'r',
  names,
  percent: 2_000,
  amount: null,
  cycle: 'monthly',
  plans: [],
  cycles: [],
  periods: null,
  until: null,
  ...over,
});
const terms = { planId: 'small', cycle: 'monthly', recurring: 100_000n } as const;
const month = (from: string) => ({ from: date(from), to: addMonths(date(from), 1) });

test('some periods from the anchor on get it, over month ends as well, and the one after does not', () => {
  const anchor = date('2026-01-31');
  const begun = beginDiscounts([percent({ periods: 3 })], anchor);
  expect(begun[0]!.until).toBe('2026-04-30');
  const wholes = [0, 1, 2, 3].map(
    (nth) =>
      discountsOn(terms, begun, {
        from: addMonths(anchor, nth, 31),
        to: addMonths(anchor, nth + 1, 31),
      }).whole,
  );
  expect(wholes).toEqual([20_000n, 20_000n, 20_000n, 0n]);
});

test('a longer period that begins within its time is not covered: it reaches beyond', () => {
  const begun = beginDiscounts([percent({ percent: 9_000, periods: 3 })], date('2026-01-01'));
  const year = { from: date('2026-01-01'), to: date('2027-01-01') };
  expect(discountsOn({ ...terms, cycle: 'annual', recurring: 1_000_000n }, begun, year).whole).toBe(0n);
});

test('an amount is for the cycle it was promised for, a percentage for any, and both only where they are meant', () => {
  const amount = percent({ percent: null, amount: 30_000 });
  const year = { from: date('2026-01-01'), to: date('2027-01-01') };
  const annual = { planId: 'small', cycle: 'annual', recurring: 1_000_000n } as const;
  expect(discountsOn(annual, [amount], year).whole).toBe(0n);
  expect(discountsOn(annual, [percent()], year).whole).toBe(200_000n);
  expect(discountsOn(terms, [percent({ plans: ['large'] })], month('2026-01-01')).whole).toBe(0n);
  expect(discountsOn(terms, [percent({ cycles: ['annual'] })], month('2026-01-01')).whole).toBe(0n);
});

test('one after the other, each off what is left, never below nothing', () => {
  const both = [percent({ percent: null, amount: 90_000 }), percent({ percent: 5_000 })];
  expect(discountsOn(terms, both, month('2026-01-01'))).toEqual({
    whole: 95_000n,
    parts: [
      { names, percent: null, amount: 90_000 },
      { names, percent: 5_000, amount: 5_000 },
    ],
  });
  const all = [percent({ percent: 10_000 }), percent({ percent: null, amount: 1 })];
  expect(discountsOn(terms, all, month('2026-01-01')).whole).toBe(100_000n);
});

test('steps tile the time from any anchor: each period has its own, and together they are what each takes', () => {
  const steps = fc.array(
    fc.record({ periods: fc.integer({ min: 1, max: 9 }), percent: fc.integer({ min: 1, max: 10_000 }) }),
    { minLength: 1, maxLength: 4 },
  );
  const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays(date('2024-01-01'), days));
  const cycle = fc.constantFrom('monthly', 'quarterly', 'annual');
  fc.assert(
    fc.property(steps, day, cycle, fc.bigInt(1n, 99_999_999n), (own, anchor, cycle, recurring) => {
      let after = 0;
      const promised = own.map(({ periods, percent: share }) => {
        const one = percent({ percent: share, cycle, periods, ...(after > 0 && { after }) });
        after += periods;
        return one;
      });
      const begun = beginDiscounts(promised, anchor);
      const shares = own.flatMap((step) => Array.from({ length: step.periods }, () => step.percent));
      const months = { monthly: 1, quarterly: 3, annual: 12 }[cycle];
      for (let nth = 0; nth <= shares.length; nth++) {
        const from = addMonths(anchor, nth * months, dayOf(anchor));
        const to = addMonths(from, months, dayOf(anchor));
        const { whole, parts } = discountsOn({ planId: 'small', cycle, recurring }, begun, { from, to });
        const off = divide(recurring * BigInt(shares[nth] ?? 0), 10_000n, 'halfAwayFromZero');
        if (whole !== off || parts.length !== (off > 0n ? 1 : 0)) return false;
      }
      // Before it has begun only the first step is known to hold.
      return (
        discountsOn({ planId: 'small', cycle, recurring }, promised, month('2026-01-01')).parts.length <= 1
      );
    }),
    { numRuns: 10_000 },
  );
});

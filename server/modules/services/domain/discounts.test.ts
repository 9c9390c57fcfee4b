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
    split: false,
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
        const at = { redemption: 'small', plans: ['small'], ...(after > 0 && { after }) };
        const one = percent({ percent: share, cycle, periods, ...at });
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

const steps = (...own: { from: string; until: string; percent: number }[]) =>
  own.map(({ from, until, percent: share }, nth) => ({
    ...percent({ redemption: 'small', plans: ['small'], percent: share, until: date(until) }),
    ...(nth > 0 && { after: nth, from: date(from) }),
  }));

test('a period cut anew has each step for its own days, and says so; what lies behind the last has none', () => {
  const two = steps(
    { from: '2026-01-01', until: '2026-03-01', percent: 5_000 },
    { from: '2026-03-01', until: '2026-05-01', percent: 2_500 },
  );
  const price = { planId: 'small', cycle: 'quarterly', recurring: 270_000n } as const;
  const quarter = { from: date('2026-02-10'), to: date('2026-05-10') };
  // 89 days: 19 at half, 61 at a quarter less, 9 at the price.
  expect(discountsOn(price, two, quarter)).toEqual({
    whole: 28_820n + 46_264n,
    parts: [
      {
        names: { id: 'Promo (19 dari 89 hari)', en: 'Promotion (19 of 89 days)' },
        percent: 5_000,
        amount: 28_820,
      },
      {
        names: { id: 'Promo (61 dari 89 hari)', en: 'Promotion (61 of 89 days)' },
        percent: 2_500,
        amount: 46_264,
      },
    ],
    split: true,
  });
  expect(discountsOn({ ...price, planId: 'large' }, two, quarter).whole).toBe(0n);
  expect(discountsOn(price, two, month('2026-05-01')).whole).toBe(0n);
});

test('however time is cut: each day has its own step, equal steps come to one, and it is never more than the most', () => {
  const start = date('2026-01-01');
  const at = fc.integer({ min: -40, max: 400 });
  const lengths = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 4 });
  const share = fc.integer({ min: 1, max: 10_000 });
  fc.assert(
    fc.property(
      lengths,
      fc.array(share, { minLength: 4, maxLength: 4 }),
      at,
      fc.integer({ min: 1, max: 400 }),
      fc.bigInt(1n, 99_999_999n),
      (own, shares, offset, length, recurring) => {
        let day = 0;
        const bounds = own.map((days) => ({ from: day, until: (day += days) }));
        const stepsOf = (percents: readonly number[]) =>
          steps(
            ...bounds.map(({ from, until }, nth) => ({
              from: addDays(start, from),
              until: addDays(start, until),
              percent: percents[nth]!,
            })),
          );
        const period = {
          from: addDays(start, Math.max(offset, 0)),
          to: addDays(start, Math.max(offset, 0) + length),
        };
        const terms = { planId: 'small', cycle: 'annual', recurring } as const;
        const { whole, parts } = discountsOn(terms, stepsOf(shares), period);
        const sum = parts.reduce((total, { amount }) => total + BigInt(amount), 0n);
        const most = divide(recurring * BigInt(Math.max(...shares)), 10_000n, 'halfAwayFromZero');
        // Of equal steps nobody can tell where one ends.
        const equal = discountsOn(terms, stepsOf(shares.map(() => shares[0]!)), period).whole;
        const joined = steps({ from: start, until: addDays(start, day), percent: shares[0]! });
        const rounded = BigInt(Math.max(parts.length - 1, 0));
        return (
          whole === sum &&
          whole <= recurring &&
          whole <= most + rounded &&
          equal === discountsOn(terms, joined, period).whole
        );
      },
    ),
    { numRuns: 10_000 },
  );
});

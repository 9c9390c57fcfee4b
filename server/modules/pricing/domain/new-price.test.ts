import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, date } from '../../../kernel/values/dates.ts';
import { recurringOf } from '../../catalog/index.ts';
import { periodFrom } from '../../services/index.ts';
import { earliestDay, firstPeriodFrom, monthly, newPrice } from './new-price.ts';
import type { PriceRule, Priced } from './new-price.ts';

const anyAmount = fc.bigInt({ min: 0n, max: 10_000_000_000n });
const anyQuantity = fc.integer({ min: 1, max: 1000 });
const anyRounding = fc.record({
  to: fc.constantFrom(1, 100, 500, 1000, 10_000),
  how: fc.constantFrom('nearest' as const, 'up' as const, 'down' as const),
});
const anyService = fc.tuple(anyAmount, anyQuantity, fc.boolean()).map(([each, quantity, whole]): Priced => ({
  recurring: whole ? each * BigInt(quantity) : each,
  quantity,
  choices: { options: [], addons: [] },
}));
const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(date('2026-01-01'), days));
const anyCycle = fc.constantFrom('monthly' as const, 'quarterly' as const, 'annual' as const);

test('7.5 % more of three at Rp149.000, rounded up to Rp1.000 each', () => {
  const rule: PriceRule = { kind: 'percent', hundredths: 750, rounding: { to: 1000, how: 'up' } };
  const service = { recurring: 447_000n, quantity: 3, choices: { options: [], addons: [] } };
  expect(newPrice(service, rule, null)).toMatchObject({ recurring: 483_000n, version: null });
});

test('a percentage is rounded for one unit, to the step, less than a step away and to the side that was asked', () => {
  fc.assert(
    fc.property(
      anyService,
      fc.integer({ min: -9_999, max: 50_000 }),
      anyRounding,
      (service, hundredths, rounding) => {
        const { recurring } = newPrice(service, { kind: 'percent', hundredths, rounding }, null)!;
        const whole = service.recurring % BigInt(service.quantity) !== 0n;
        const times = whole ? 1n : BigInt(service.quantity);
        expect(recurring % times).toBe(0n);
        const unit = recurring / times;
        expect(unit % BigInt(rounding.to)).toBe(0n);
        // Both sides times 10,000: exact, without a fraction.
        const off = unit * 10_000n - (service.recurring / times) * BigInt(10_000 + hundredths);
        const step = BigInt(rounding.to) * 10_000n;
        if (rounding.how === 'up') expect(off >= 0n && off < step).toBe(true);
        if (rounding.how === 'down') expect(off <= 0n && -off < step).toBe(true);
        if (rounding.how === 'nearest') expect((off < 0n ? -off : off) * 2n <= step).toBe(true);
      },
    ),
    { numRuns: 10_000 },
  );
});

test('so much more for each unit is exactly that, and never below nothing', () => {
  fc.assert(
    fc.property(anyService, fc.integer({ min: -1_000_000, max: 1_000_000 }), (service, amount) => {
      const rule: PriceRule = { kind: 'amount', amount, rounding: { to: 1, how: 'nearest' } };
      const sum = service.recurring + BigInt(amount) * BigInt(service.quantity);
      expect(newPrice(service, rule, null)!.recurring).toBe(sum < 0n ? 0n : sum);
    }),
    { numRuns: 5000 },
  );
});

test('a version of the catalog gives the plan’s part anew and leaves options and add-ons at their prices', () => {
  fc.assert(
    fc.property(
      anyQuantity,
      anyAmount,
      fc.array(anyAmount, { maxLength: 4 }),
      (quantity, recurring, extras) => {
        const choices = { options: extras.map((price) => ({ recurring: Number(price) })), addons: [] };
        const plan = { version: 4, recurring, tiers: null };
        const found = newPrice({ recurring: 1n, quantity, choices }, { kind: 'version' }, plan)!;
        const sum = extras.reduce((all, price) => all + price, 0n) * BigInt(quantity);
        expect(found).toEqual({ recurring: recurringOf(plan, quantity) + sum, version: 4, choices });
      },
    ),
    { numRuns: 2000 },
  );
  const service = { recurring: 1n, quantity: 1, choices: { options: [], addons: [] } };
  expect(newPrice(service, { kind: 'version' }, null)).toBeNull();
});

test('the first day is a beginning of a period, not before the notice ended, and the one before it was too early', () => {
  fc.assert(
    fc.property(anyDay, anyCycle, fc.nat(900), (anchorOn, cycle, ahead) => {
      const nextPeriod = periodFrom(anchorOn, cycle, anchorOn)!;
      const earliest = addDays(nextPeriod.from, ahead);
      const on = firstPeriodFrom({ nextPeriod, cycle, anchorOn }, earliest)!;
      expect(on >= earliest).toBe(true);
      let before = nextPeriod.from;
      for (let { from } = nextPeriod; from < on; from = periodFrom(from, cycle, anchorOn)!.to) before = from;
      if (on !== nextPeriod.from) expect(before < earliest).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('the notice counts days where the service is', () => {
  const plan = { effectiveOn: date('2026-12-01'), noticeDays: 30 };
  const told = new Date('2026-11-10T18:00:00Z');
  expect(earliestDay(plan, told, 'Asia/Jakarta')).toBe('2026-12-11');
  expect(earliestDay(plan, told, 'UTC')).toBe('2026-12-10');
  expect(earliestDay({ ...plan, noticeDays: 3 }, told, 'UTC')).toBe('2026-12-01');
});

test('a month of a year is a twelfth, rounded once for all of them', () => {
  const year = { cycle: 'annual', amount: 100n };
  expect(monthly([{ cycle: 'monthly', amount: 7n }, year, year, year])).toBe(32n);
});

test('no price begins before the end of a fixed term', () => {
  const month = { from: date('2026-03-01') };
  const service = { nextPeriod: month, cycle: 'monthly', anchorOn: date('2026-01-01') };
  expect(firstPeriodFrom(service, date('2026-03-15'))).toBe('2026-04-01');
  expect(firstPeriodFrom({ ...service, termEndsOn: date('2027-01-01') }, date('2026-03-15'))).toBe(
    '2027-01-01',
  );
});

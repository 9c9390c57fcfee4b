import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, date } from '../../../../kernel/values/dates.ts';
import { feeOf, feesFor, nextPeriodOn, periodsDue } from './late-fee.ts';
import type { LateFeeRules } from './late-fee.ts';

const dueOn = date('2026-11-18');
const rules: LateFeeRules = {
  way: 'percent',
  share: 150,
  flat: null,
  everyDays: 30,
  mostShare: 1_000,
  most: null,
  legalShare: 2_400,
};
const debt = { open: 1_000_000n, dueOn, charged: 0n };
const after = (days: number) => addDays(dueOn, days);

it('one and a half percent of a million, each thirty days, until a tenth of it', () => {
  const periods = periodsDue({ firstOn: after(31), everyDays: 30, settled: [] }, after(31 + 180));
  expect(feesFor(periods, rules, debt, []).map(({ amount }) => amount)).toEqual([
    15_000n,
    15_000n,
    15_000n,
    15_000n,
    15_000n,
    15_000n,
    10_000n,
  ]);
});

it.each([
  ['the law cuts it: 24 % a year is 4,602 after seven days', {}, 7, 0n, 4_602n],
  ['a sum cuts it', { most: 12_000n }, 31, 0n, 12_000n],
  ['what was charged counts', { most: 15_000n }, 61, 9_000n, 6_000n],
  ['nothing is left', { most: 15_000n }, 91, 15_000n, 0n],
  ['a flat fee', { way: 'flat', flat: 10_000n }, 31, 0n, 10_000n],
  ['none in this currency', { way: 'flat', flat: null }, 31, 0n, 0n],
] as const)('%s', (_, over, days, charged, fee) => {
  expect(feeOf({ ...rules, ...over }, { ...debt, charged }, days)).toBe(fee);
});

it('a period that begins while a promise holds costs nothing, and is not made up for', () => {
  const periods = periodsDue({ firstOn: after(31), everyDays: 30, settled: [0] }, after(100));
  const fees = feesFor(periods, rules, { ...debt, charged: 20_000n }, [{ from: after(60), to: after(61) }]);
  expect(fees).toEqual([
    { period: 1, on: after(61), amount: 0n },
    { period: 2, on: after(91), amount: 15_000n },
  ]);
});

it('each period is settled once, however often and late somebody looks, and all limits hold', () => {
  fc.assert(
    fc.property(
      fc.record({
        way: fc.constantFrom('flat', 'percent'),
        share: fc.integer({ min: 0, max: 10_000 }),
        flat: fc.option(fc.bigInt({ min: 1n, max: 10n ** 9n }), { nil: null }),
        everyDays: fc.option(fc.integer({ min: 7, max: 90 }), { nil: null }),
        mostShare: fc.integer({ min: 1, max: 10_000 }),
        most: fc.option(fc.bigInt({ min: 1n, max: 10n ** 9n }), { nil: null }),
        legalShare: fc.integer({ min: 0, max: 5_000 }),
      }),
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 40 }),
      (made, open, first, looks) => {
        const rules = made as LateFeeRules;
        const settled: { period: number; amount: bigint }[] = [];
        const firstOn = after(first);
        const days = looks.toSorted((a, b) => a - b);
        for (const day of days) {
          const due = periodsDue(
            { firstOn, everyDays: rules.everyDays, settled: settled.map(({ period }) => period) },
            after(day),
          );
          const charged = settled.reduce((sum, { amount }) => sum + amount, 0n);
          settled.push(...feesFor(due, rules, { open, dueOn, charged }, []));
        }
        const periods = settled.map(({ period }) => period);
        expect(periods).toEqual([...periods.keys()]);
        const sum = settled.reduce((all, { amount }) => all + amount, 0n);
        expect(sum <= (open * BigInt(rules.mostShare)) / 10_000n).toBe(true);
        if (rules.most !== null) expect(sum <= rules.most).toBe(true);
        const last = BigInt(Math.max(0, days.at(-1)!));
        expect(sum * 3_650_000n <= open * BigInt(rules.legalShare) * last).toBe(true);
        const next = nextPeriodOn(firstOn, rules.everyDays, after(days.at(-1)!));
        if (next !== null) expect(next > after(days.at(-1)!)).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

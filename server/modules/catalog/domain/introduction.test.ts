import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cycleMonths, cycles } from './cycles.ts';
import { introducedPeriods } from './introduction.ts';
import type { Introduction } from './introduction.ts';

const introductions: fc.Arbitrary<Introduction> = fc
  .array(
    fc.record({ months: fc.integer({ min: 1, max: 12 }), percent: fc.integer({ min: 1, max: 10_000 }) }),
    {
      maxLength: 6,
    },
  )
  .filter((steps) => steps.reduce((sum, { months }) => sum + months, 0) <= 36);

test('steps become whole periods of a cycle; one that reaches over two has the least of them', () => {
  const steps = [
    { months: 3, percent: 5_000 },
    { months: 3, percent: 2_500 },
  ];
  expect(introducedPeriods(steps, 'monthly')).toEqual([
    { after: 0, periods: 3, percent: 5_000 },
    { after: 3, periods: 3, percent: 2_500 },
  ]);
  expect(introducedPeriods(steps, 'quarterly')).toEqual([
    { after: 0, periods: 1, percent: 5_000 },
    { after: 1, periods: 1, percent: 2_500 },
  ]);
  expect(introducedPeriods(steps, 'semiannual')).toEqual([{ after: 0, periods: 1, percent: 2_500 }]);
  expect(introducedPeriods(steps, 'annual')).toEqual([]);
  expect(introducedPeriods(steps, 'one_time')).toEqual([]);
});

test('they follow each other without a gap, and no month is cheaper than its step says nor beyond them all', () => {
  fc.assert(
    fc.property(introductions, fc.constantFrom(...cycles), (introduction, cycle) => {
      const found = introducedPeriods(introduction, cycle);
      if (cycle === 'one_time') return found.length === 0;
      const months = introduction.flatMap((step) => Array.from({ length: step.months }, () => step.percent));
      const length = cycleMonths[cycle];
      let next = 0;
      for (const [nth, { after, periods, percent }] of found.entries()) {
        if (after !== next || periods < 1 || found[nth - 1]?.percent === percent) return false;
        next = after + periods;
        for (let period = after; period < next; period++) {
          const own = months.slice(period * length, (period + 1) * length);
          if (own.length !== length || Math.min(...own) !== percent) return false;
        }
      }
      return next === Math.floor(months.length / length);
    }),
    { numRuns: 10_000 },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays, addMonths, date, dayOf, daysInMonth } from '../../../kernel/values/dates.ts';
import {
  cycles,
  isRecurring,
  monthsIn,
  nextPeriod,
  periodAt,
  periodContaining,
  periodIndex,
  type RecurringCycle,
} from './periods.ts';

const recurring = cycles.filter(isRecurring);
const anyCycle = fc.constantFrom<RecurringCycle>(...recurring);
const plainDay = fc.integer({ min: 0, max: 15_000 }).map((days) => addDays(date('2000-01-01'), days));
const edges = [
  '2024-02-29',
  '2027-02-28',
  '2026-01-31',
  '2026-01-30',
  '2026-01-29',
  '2026-04-30',
  '2026-12-31',
  '2026-01-01',
];
const anchors = fc.oneof(plainDay, fc.constantFrom(...edges.map(date)));

describe('periods', () => {
  it('know which cycles recur', () => {
    expect(cycles).toEqual([
      'one_time',
      'monthly',
      'quarterly',
      'semiannual',
      'annual',
      'biennial',
      'triennial',
    ]);
    expect(recurring.map(monthsIn)).toEqual([1, 3, 6, 12, 24, 36]);
  });

  it('return to the anchor day after a short month', () => {
    const starts = [0, 1, 2, 3].map((index) => periodAt(date('2026-01-31'), 'monthly', index).from);
    expect(starts).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
    expect(periodAt(date('2028-01-31'), 'monthly', 1).from).toBe('2028-02-29');
    expect(periodAt(date('2024-02-29'), 'annual', 1)).toEqual({ from: '2025-02-28', to: '2026-02-28' });
    expect(periodAt(date('2024-02-29'), 'annual', 4).from).toBe('2028-02-29');
    expect(periodAt(date('2026-01-31'), 'monthly', -2)).toEqual({ from: '2025-11-30', to: '2025-12-31' });
  });

  it('are found by day', () => {
    const anchor = date('2026-01-31');
    expect(periodContaining(anchor, 'monthly', date('2026-02-27')).from).toBe('2026-01-31');
    expect(periodContaining(anchor, 'monthly', date('2026-02-28')).from).toBe('2026-02-28');
    expect(periodContaining(anchor, 'monthly', date('2026-03-30')).from).toBe('2026-02-28');
    expect(periodIndex(anchor, 'quarterly', date('2026-01-30'))).toBe(-1);
    expect(periodIndex(anchor, 'triennial', date('2032-01-30'))).toBe(1);
  });

  it('follow each other', () => {
    const february = periodAt(date('2026-01-31'), 'monthly', 1);
    expect(nextPeriod(date('2026-01-31'), 'monthly', february)).toEqual({
      from: '2026-03-31',
      to: '2026-04-30',
    });
    expect(() => nextPeriod(date('2026-01-30'), 'monthly', february)).toThrow(/period/);
  });

  it.each(recurring)('tile forty years without overlap or gap: %s', (cycle) => {
    const count = Math.ceil((40 * 12) / monthsIn(cycle));
    fc.assert(
      fc.property(anchors, (anchor) => {
        let period = periodAt(anchor, cycle, 0);
        expect(period.from).toBe(anchor);
        for (let index = 1; index <= count; index++) {
          const next = nextPeriod(anchor, cycle, period);
          expect(next).toEqual(periodAt(anchor, cycle, index));
          expect(next.from).toBe(period.to);
          expect(next.from < next.to).toBe(true);
          expect(dayOf(next.from)).toBe(Math.min(dayOf(anchor), daysInMonth(next.from)));
          period = next;
        }
        expect(period.from).toBe(addMonths(anchor, count * monthsIn(cycle)));
      }),
      { numRuns: 40 },
    );
  });

  it('hold every day in exactly one of them', () => {
    const offset = fc.integer({ min: -5_000, max: 15_000 });
    fc.assert(
      fc.property(anchors, anyCycle, offset, (anchor, cycle, days) => {
        const day = addDays(anchor, days);
        const index = periodIndex(anchor, cycle, day);
        const holders = [-1, 0, 1].filter((step) => {
          const { from, to } = periodAt(anchor, cycle, index + step);
          return from <= day && day < to;
        });
        expect(holders).toEqual([0]);
      }),
      { numRuns: 1000 },
    );
  });
});

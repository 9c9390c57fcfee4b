import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, date, dayOf, daysBetween, daysInMonth, yearOf } from '../../../kernel/values/dates.ts';
import { invoiceDay, periodFrom, periodUntil } from './terms.ts';

test('a period ends on the day of its anchor, also after a short month', () => {
  const anchor = date('2026-01-31');
  const first = periodFrom(anchor, 'monthly', anchor)!;
  expect(first).toEqual({ from: '2026-01-31', to: '2026-02-28' });
  expect(periodFrom(first.to, 'monthly', anchor)).toEqual({ from: '2026-02-28', to: '2026-03-31' });
  expect(periodFrom(anchor, 'annual', anchor)!.to).toBe('2027-01-31');
  expect(periodUntil(date('2026-03-31'), 'monthly', anchor)).toEqual({
    from: '2026-02-28',
    to: '2026-03-31',
  });
  expect(periodFrom(anchor, 'one_time', anchor)).toBeNull();
});

test('the next period is invoiced in the second half of the running one', () => {
  expect(invoiceDay({ from: date('2026-03-01'), to: date('2026-04-01') }, 14)).toBe('2026-03-18');
  expect(invoiceDay({ from: date('2026-03-01'), to: date('2026-03-08') }, 14)).toBe('2026-03-05');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1200 }), fc.integer({ min: 0, max: 60 }), (days, lead) => {
      const period = { from: date('2026-03-01'), to: addDays(date('2026-03-01'), days) };
      const on = invoiceDay(period, lead);
      expect(on <= period.to && on > period.from).toBe(true);
      expect(daysBetween(on, period.to)).toBeLessThanOrEqual(lead);
    }),
  );
});

test('periods tile time for forty years: no overlap, no gap, through month ends and leap days', () => {
  const cycle = fc.constantFrom(
    ...(['monthly', 'quarterly', 'semiannual', 'annual', 'biennial', 'triennial'] as const),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), cycle, (offset, each) => {
      const anchor = addDays(date('2023-12-01'), offset);
      let from = anchor;
      while (yearOf(from) < yearOf(anchor) + 40) {
        const period = periodFrom(from, each, anchor)!;
        expect(period.from < period.to).toBe(true);
        expect(periodUntil(period.to, each, anchor)).toEqual(period);
        expect(dayOf(period.to)).toBe(Math.min(dayOf(anchor), daysInMonth(period.to)));
        from = period.to;
      }
    }),
    { numRuns: 60 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, date, dayOf, endOfMonth } from '../../../../kernel/values/dates.ts';
import { daysOf, indexOf, periodAt, periodsIn, scheduleFrom, secondsOf } from './periods.ts';
import { anyDay, anySchedule, anyZone } from './test/anything.ts';

const runs = { numRuns: 10_000 };

test('month ends: from 31 January on, each period begins on the last day there is', () => {
  const schedule = scheduleFrom(date('2028-01-31'), 1);
  const begins = [0, 1, 2, 3, 12, 13].map((index) => periodAt(schedule, index).from);
  expect(begins).toEqual([
    '2028-01-31',
    '2028-02-29',
    '2028-03-31',
    '2028-04-30',
    '2029-01-31',
    '2029-02-28',
  ]);
});

test('a year from a leap day ends on 28 February, and four years later it is the leap day again', () => {
  const schedule = scheduleFrom(date('2028-02-29'), 12);
  expect([1, 4].map((index) => periodAt(schedule, index).from)).toEqual(['2029-02-28', '2032-02-29']);
});

test('periods tile time: each ends where the next begins, and every day is in exactly one', () => {
  fc.assert(
    fc.property(anySchedule, anyDay, (schedule, day) => {
      const index = indexOf(schedule, day);
      const { from, to } = periodAt(schedule, index);
      expect(from <= day && day < to).toBe(true);
      expect(periodAt(schedule, index + 1).from).toBe(to);
      expect(periodAt(schedule, index - 1).to).toBe(from);
      expect(dayOf(from) === schedule.day || from === endOfMonth(from)).toBe(true);
    }),
    runs,
  );
});

test('the periods of a span have no gap and no overlap, and hold all of it', () => {
  fc.assert(
    fc.property(anySchedule, anyDay, fc.integer({ min: 1, max: 1500 }), (schedule, from, days) => {
      const span = { from, to: addDays(from, days) };
      const periods = periodsIn(schedule, span);
      expect(periods[0]!.from <= span.from && periods.at(-1)!.to >= span.to).toBe(true);
      expect(periods[0]!.to > span.from && periods.at(-1)!.from < span.to).toBe(true);
      periods.slice(1).forEach((period, nth) => expect(period.from).toBe(periods[nth]!.to));
    }),
    { numRuns: 3000 },
  );
});

test('seconds of neighboring periods add up in any zone, also over changes of clocks', () => {
  fc.assert(
    fc.property(anySchedule, fc.nat(30), anyZone, (schedule, index, zone) => {
      const [one, two] = [periodAt(schedule, index), periodAt(schedule, index + 1)];
      const both = secondsOf({ from: one.from, to: two.to }, zone);
      expect(secondsOf(one, zone) + secondsOf(two, zone)).toBe(both);
      expect(Math.abs(both - (daysOf(one) + daysOf(two)) * 86_400)).toBeLessThanOrEqual(2 * 86_400);
    }),
    { numRuns: 2000 },
  );
});

test('October in Berlin has an hour more, March one less', () => {
  const hours = (from: string, to: string) =>
    secondsOf({ from: date(from), to: date(to) }, 'Europe/Berlin') / 3600;
  expect([hours('2026-10-01', '2026-11-01'), hours('2026-03-01', '2026-04-01')]).toEqual([745, 743]);
});

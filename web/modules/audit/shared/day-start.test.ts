import { expect, it } from 'vitest';
import { dateIn } from '../../../kernel/format/dates.ts';
import { dayStart } from './day-start.ts';

it.each([
  ['Asia/Jakarta', '2026-07-31', 0, '2026-07-30T17:00:00.000Z'],
  ['Asia/Jakarta', '2026-07-31', 1, '2026-07-31T17:00:00.000Z'],
  ['America/New_York', '2026-12-31', 1, '2027-01-01T05:00:00.000Z'],
  ['UTC', '2026-02-28', 1, '2026-03-01T00:00:00.000Z'],
])('knows when a day begins in %s', (zone, day, after, instant) => {
  expect(dayStart(day, zone, after)).toBe(instant);
});

it('gives the moment whose day is the one asked for, and whose day before is another', () => {
  for (const zone of ['Asia/Jayapura', 'Asia/Kolkata', 'America/Los_Angeles']) {
    const start = new Date(dayStart('2026-05-10', zone));
    expect(dateIn(zone, start)).toBe('2026-05-10');
    expect(dateIn(zone, new Date(start.getTime() - 1))).toBe('2026-05-09');
  }
});

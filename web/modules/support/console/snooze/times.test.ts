import { expect, test } from 'vitest';
import { daysAfter, morningOf, nextMonday, tomorrowMorning } from './times.ts';

const jakarta = 'Asia/Jakarta';

test('a morning is eight o’clock where the person is, also where clocks change', () => {
  expect(morningOf('2026-03-02', jakarta).toISOString()).toBe('2026-03-02T01:00:00.000Z');
  expect(morningOf('2026-03-29', 'Europe/Berlin').toISOString()).toBe('2026-03-29T06:00:00.000Z');
  expect(morningOf('2026-10-25', 'Europe/Berlin').toISOString()).toBe('2026-10-25T07:00:00.000Z');
  expect(morningOf('2026-01-01', 'Asia/Kathmandu').toISOString()).toBe('2026-01-01T02:15:00.000Z');
});

test('tomorrow is tomorrow there, not in London', () => {
  const late = new Date('2026-03-02T18:00:00Z');
  expect(tomorrowMorning(late, jakarta).toISOString()).toBe('2026-03-04T01:00:00.000Z');
  expect(tomorrowMorning(late, 'UTC').toISOString()).toBe('2026-03-03T08:00:00.000Z');
});

test('next Monday is never today', () => {
  for (const [now, monday] of [
    ['2026-03-01', '2026-03-02'],
    ['2026-03-02', '2026-03-09'],
    ['2026-03-07', '2026-03-09'],
  ])
    expect(
      nextMonday(new Date(`${now}T09:00:00Z`), 'UTC')
        .toISOString()
        .slice(0, 10),
    ).toBe(monday);
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Clock } from './clock.ts';
import { lineOf, spent, whenSpent } from './line.ts';
import type { Line } from './line.ts';
import { matchAgain, takeOver } from './match-again.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Eight hours each day, from eight o'clock. */
const office: Line = lineOf(
  Array.from({ length: 60 }, (_, n) => ({ opens: n * day + 8 * hour, closes: n * day + 16 * hour })),
);
const always: Line = lineOf([{ opens: 0, closes: 60 * day }]);
const started = (target: number, line = office, at = 8 * hour): Clock => ({
  goal: 'resolution',
  startedAt: at,
  target,
  state: 'running',
  paused: 0,
  stoppedAt: null,
  dueAt: whenSpent(line, spent(line, at) + target),
  breachedAt: null,
});
const hours = (instant: number | null) => instant! / hour;

test('what ran counts, in a shorter promise and in a longer one', () => {
  const clock = started(8 * hour);
  expect(hours(matchAgain(clock, 4 * hour, 10 * hour, office).dueAt)).toBe(12);
  expect(hours(matchAgain(clock, 16 * hour, 10 * hour, office).dueAt)).toBe(40);
  expect(matchAgain(clock, 8 * hour, 10 * hour, office)).toEqual(clock);
});

test('a promise that nobody could have kept begins anew, and is due no later than what was promised before', () => {
  const clock = started(8 * hour);
  expect(hours(matchAgain(clock, 2 * hour, 11 * hour, office).dueAt)).toBe(13);
  expect(hours(matchAgain(clock, 3 * hour, 15 * hour, office).dueAt)).toBe(16);
});

test('what is over stays over; what is no longer promised is dropped', () => {
  const late = started(hour);
  expect(matchAgain(late, 8 * hour, 10 * hour, office)).toEqual(late);
  expect(matchAgain(late, null, 10 * hour, office)).toMatchObject({
    state: 'dropped',
    stoppedAt: 10 * hour,
    breachedAt: 9 * hour,
  });
});

test('another policy takes over what ran, also by other hours', () => {
  const clock = started(8 * hour);
  expect(hours(takeOver({ clock, line: office }, { target: 4 * hour, line: office }, 10 * hour).dueAt)).toBe(
    12,
  );
  // Three hours of a night count for who is promised around the clock what ran by day.
  const at = day + 9 * hour;
  const round = takeOver({ clock, line: office }, { target: 12 * hour, line: always }, at);
  expect(hours(round.dueAt)).toBe((at + 3 * hour) / hour);
});

test('no promise is broken by its change, whenever it comes and whatever comes to hold', () => {
  const any = (max: number) => fc.integer({ min: 1, max });
  fc.assert(
    fc.property(any(40 * hour), any(40 * hour), any(8 * day), (before, after, later) => {
      const clock = started(before);
      const at = clock.startedAt + later;
      fc.pre(at < clock.dueAt!);
      for (const now of [
        matchAgain(clock, after, at, office),
        takeOver({ clock, line: office }, { target: after, line: office }, at),
      ]) {
        expect(now.dueAt).toBeGreaterThan(at);
        expect(now.dueAt).toBeLessThanOrEqual(
          Math.max(clock.dueAt!, whenSpent(office, spent(office, clock.startedAt) + after)!),
        );
        // Looking again changes nothing.
        expect(matchAgain(now, after, at, office)).toEqual(now);
      }
    }),
  );
});

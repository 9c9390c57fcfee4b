import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longest, overBy, shortest } from './session-life.ts';

const life = { idleMinutes: 60, hours: 8 };
const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000);

test.each([
  [0, 59, null],
  [0, 60, 'idle'],
  [100, 159, null],
  [479, 479.9, null],
  [479, 480, 'too_long'],
  [0, 1000, 'too_long'],
])('seen after %d minutes, at %d: %s', (seen, now, over) => {
  expect(overBy({ createdAt: at(0), seenAt: at(seen), expiresAt: at(1e6) }, life, at(now))).toBe(over);
});

test('whoever asks can only shorten, and a wish for nothing changes nothing', () => {
  const wish = fc.record({
    idleMinutes: fc.option(fc.integer({ min: 15, max: longest.idleMinutes })),
    hours: fc.option(fc.integer({ min: 1, max: longest.hours })),
  });
  fc.assert(
    fc.property(fc.array(wish), wish, (before, one) => {
      const [less, more] = [shortest([...before, one]), shortest(before)];
      expect(less.idleMinutes).toBe(Math.min(more.idleMinutes, one.idleMinutes ?? longest.idleMinutes));
      expect(less.hours).toBe(Math.min(more.hours, one.hours ?? longest.hours));
    }),
  );
});

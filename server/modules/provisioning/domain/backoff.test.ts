import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoff, pollPace } from './backoff.ts';

const paces = fc.record({
  firstSeconds: fc.integer({ min: 1, max: 600 }),
  mostSeconds: fc.integer({ min: 600, max: 86_400 }),
});

describe('backoff', () => {
  it('doubles up to its limit, less up to half', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.string(), paces, (attempt, seed, pace) => {
        const full = Math.min(pace.mostSeconds, pace.firstSeconds * 2 ** (attempt - 1));
        const delay = backoff(attempt, seed, pace);
        expect(delay).toBeGreaterThanOrEqual(full / 2);
        expect(delay).toBeLessThanOrEqual(full);
        expect(backoff(attempt, seed, pace)).toBe(delay);
      }),
    );
  });

  it('spreads seeds over the whole range', () => {
    const delays = Array.from({ length: 400 }, (_, seed) =>
      backoff(1, String(seed), { firstSeconds: 1000, mostSeconds: 1000 }),
    );
    for (const [from, to] of [
      [500, 625],
      [625, 750],
      [750, 875],
      [875, 1001],
    ] as const) {
      expect(delays.filter((delay) => delay >= from && delay < to).length).toBeGreaterThan(60);
    }
  });
});

describe('polling', () => {
  it('slows down with the time already taken', () => {
    expect([0, 10, 60, 600, 1500, 604_800].map(pollPace)).toEqual([5, 5, 12, 120, 300, 300]);
  });
});

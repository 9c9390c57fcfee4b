import { expect, test } from 'vitest';
import { waitAfter } from './backoff.ts';

test('waits longer with every failure, never beyond ten minutes, and never twice the same', () => {
  expect([1, 2, 3, 8, 1000].map((failures) => waitAfter(failures, 1))).toEqual([
    5_000, 10_000, 20_000, 600_000, 600_000,
  ]);
  expect([0, 0.5, 1].map((chance) => waitAfter(1, chance))).toEqual([2_500, 3_750, 5_000]);
});

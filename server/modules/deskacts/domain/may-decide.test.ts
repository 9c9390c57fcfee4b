import { expect, test } from 'vitest';
import { whatMayBeDecided } from './may-decide.ts';

test('who may give as much decides, but never about what they asked for, and once', () => {
  const ask = { state: 'waiting', amount: 500n, own: false } as const;
  const approve = (over: object, limit: bigint | null) =>
    whatMayBeDecided({ ...ask, ...over }, limit).approve;
  expect(approve({}, null)).toBe(true);
  expect(approve({}, 500n)).toBe(true);
  expect(approve({}, 499n)).toEqual({ no: 'beyond_your_day' });
  expect(approve({ own: true }, null)).toEqual({ no: 'same_hands' });
  expect(approve({ state: 'given' }, null)).toEqual({ no: 'not_waiting' });
  expect(whatMayBeDecided({ ...ask, own: true }, 0n).withdraw).toBe(true);
  expect(whatMayBeDecided(ask, null).withdraw).toEqual({ no: 'not_yours' });
});

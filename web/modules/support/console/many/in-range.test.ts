import { expect, test } from 'vitest';
import { inRange } from './in-range.ts';

test('takes the stretch in either direction, and only the last where the first is gone', () => {
  const ids = ['a', 'b', 'c', 'd'];
  expect(inRange(ids, 'b', 'd')).toEqual(['b', 'c', 'd']);
  expect(inRange(ids, 'd', 'b')).toEqual(['b', 'c', 'd']);
  expect(inRange(ids, 'b', 'b')).toEqual(['b']);
  expect(inRange(ids, 'x', 'c')).toEqual(['c']);
});

import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

/** Work that ends when told to, and what has begun so far. */
function watched() {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const work = (n: number) => () => {
    begun.push(n);
    return new Promise<number>((resolve) => (ends[n] = () => resolve(n)));
  };
  return { begun, ends, work };
}

test('so many run at once, the others in the order they came', async () => {
  const inTurn = createTurns({ atOnce: 2, mayWait: 10, refuse: () => new Error('full') });
  const { begun, ends, work } = watched();
  const all = [0, 1, 2, 3].map((n) => inTurn(work(n)));
  expect(begun).toEqual([0, 1]);
  ends[1]!();
  await all[1];
  expect(begun).toEqual([0, 1, 2]);
  ends[0]!();
  await all[0];
  expect(begun).toEqual([0, 1, 2, 3]);
  ends[2]!();
  ends[3]!();
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
});

test('whoever finds too many waiting is refused, and a failure gives its turn on', async () => {
  const inTurn = createTurns({ atOnce: 1, mayWait: 1, refuse: () => new Error('full') });
  const failing = inTurn(() => Promise.reject(new Error('broken')));
  const waiting = inTurn(async () => 'done');
  await expect(inTurn(async () => 'never')).rejects.toThrow('full');
  await expect(failing).rejects.toThrow('broken');
  expect(await waiting).toBe('done');
  expect(await inTurn(async () => 'again')).toBe('again');
});

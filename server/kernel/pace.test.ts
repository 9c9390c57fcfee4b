import { expect, test } from 'vitest';
import { isSomebodyAround, somebodyAsks, standBack } from './pace.ts';

test('work that nobody waits for goes on when everybody has their answer', async () => {
  await standBack();
  const order: string[] = [];
  const [first, second] = [somebodyAsks(), somebodyAsks()];
  first();
  first();
  const work = standBack().then(() => order.push('work'));
  await new Promise((resolve) => setImmediate(resolve));
  order.push('answer');
  second();
  await work;
  expect(order).toEqual(['answer', 'work']);
  expect(isSomebodyAround()).toBe(true);
});

test('it does not wait for ever while answers are on their way', async () => {
  const answered = somebodyAsks();
  await standBack();
  answered();
});

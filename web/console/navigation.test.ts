import { expect, test } from 'vitest';
import { groups, placeOf } from './navigation.ts';
import { consolePages } from './pages.ts';

test('every page of the console lights up one place of the menu', () => {
  const dark = consolePages.filter(({ pattern }) => placeOf(pattern.replace(/:\w+/g, 'one')) === null);
  expect(dark.map(({ pattern }) => pattern)).toEqual([]);
});

test('a place lights up on its own page and below, home on its own alone', () => {
  for (const { name, to } of groups.flatMap(({ places }) => places)) {
    const [address] = to.split('?');
    expect(placeOf(address!)).toBe(name);
    expect(placeOf(`${address}/one/two`)).toBe(name === 'home' ? null : name);
  }
  expect(placeOf('/console/payments/refunds/one')).toBe('payments');
  expect(placeOf('/console/billing-runs/held-back')).toBe('billingRuns');
  expect(placeOf('/console/billing-runs/rehearsals/1')).toBe('billingRuns');
  expect(placeOf('/console/offerings')).toBeNull();
});

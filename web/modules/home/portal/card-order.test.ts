import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inChosenOrder, moved } from './card-order.ts';

const cards = ['money', 'services', 'tickets'].map((id) => ({ id }));
const ids = (list: { id: string }[]) => list.map(({ id }) => id);

describe('the order of cards', () => {
  it('follows the choice, new cards last', () => {
    expect(ids(inChosenOrder(cards, ['tickets', 'gone', 'money']))).toEqual(['tickets', 'money', 'services']);
    expect(ids(inChosenOrder(cards, []))).toEqual(['money', 'services', 'tickets']);
  });

  it('moves a card by one place and keeps all of them', () => {
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 1 }),
        fc.nat(),
        fc.constantFrom(1, -1),
        (all, n, step) => {
          const id = all[n % all.length]!;
          expect(moved(all, id, step as 1 | -1).toSorted()).toEqual(all.toSorted());
        },
      ),
    );
  });
});

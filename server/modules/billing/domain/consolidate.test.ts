import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consolidate, sumOf } from './consolidate.ts';

const amount = fc.bigInt({ min: -1_000_000n, max: 1_000_000n });
const movements = fc.record({ opening: amount, invoiced: amount, paid: amount });
const name = fc.constantFrom('a', 'b', 'c', 'gone');

test('whatever is about whom, the sums over all organizations are those over all ledgers', () => {
  const parts = fc.array(fc.tuple(name, name, movements));
  fc.assert(
    fc.property(fc.dictionary(name, movements), parts, (ledgers, about) => {
      const others = about.map(([ledger, of, sums]) => ({ ledger, of, ...sums }));
      const rows = consolidate(new Map(Object.entries(ledgers)), others);
      expect(sumOf(rows.values())).toEqual(sumOf(Object.values(ledgers)));
    }),
  );
});

test('what a parent owes for a child stands at the child', () => {
  const rows = consolidate(
    new Map([
      ['parent', { opening: 10n, invoiced: 100n, paid: 60n }],
      ['child', { opening: 5n, invoiced: 0n, paid: 5n }],
    ]),
    [{ ledger: 'parent', of: 'child', opening: 3n, invoiced: 70n, paid: 40n }],
  );
  expect(rows.get('parent')).toEqual({ opening: 7n, invoiced: 30n, paid: 20n });
  expect(rows.get('child')).toEqual({ opening: 8n, invoiced: 70n, paid: 45n });
});

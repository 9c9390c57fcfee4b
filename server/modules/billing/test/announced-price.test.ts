import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, date } from '../../../kernel/values/dates.ts';
import { termsFrom } from '../../services/index.ts';
import type { Service } from '../../services/index.ts';
import { renewalLine } from '../renewal-line.ts';

const anyAmount = fc.bigInt({ min: 0n, max: 10_000_000_000n });
const day = (offset: number) => addDays(date('2027-01-01'), offset);

/** As much of a service as its line follows from. */
const service = (over: object) =>
  ({
    id: 'a service',
    label: '',
    names: { id: 'VPS', en: 'VPS' },
    choices: { options: [], addons: [] },
    currency: 'IDR',
    cycle: 'monthly',
    taxable: true,
    taxCategory: 'standard',
    taxIncluded: null,
    priceVersion: 1,
    nextTerms: null,
    discounts: [],
    coming: null,
    ...over,
  }) as unknown as Service;

test('what was announced is what a period from its day on is billed at, to the last unit, and no period before it', () => {
  fc.assert(
    fc.property(
      anyAmount,
      anyAmount,
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: -400, max: 400 }),
      (before, after, quantity, offset) => {
        const coming = { on: day(0), recurring: after, version: 7, choices: {}, move: 'a move' };
        const found = service({ recurring: before, quantity, coming });
        const line = renewalLine(found, { from: day(offset), to: day(offset + 31) });
        const begun = offset >= 0;
        expect(line.unitPrice * BigInt(line.quantity)).toBe(begun ? after : before);
        expect(line.why?.price.version).toBe(begun ? '7' : '1');
        expect(termsFrom(day(offset), found).recurring).toBe(begun ? after : before);
      },
    ),
    { numRuns: 10_000 },
  );
});

test('what a client agreed on for later goes before what was announced', () => {
  const terms = { names: { id: 'Besar', en: 'Large' }, quantity: 1, choices: {}, cycle: 'monthly' };
  const nextTerms = { ...terms, on: day(0), recurring: 500n, taxable: true, priceVersion: 3 };
  const coming = { on: day(0), recurring: 900n, version: 7, choices: {}, move: 'a move' };
  const found = service({ recurring: 100n, quantity: 1, nextTerms, coming });
  expect(renewalLine(found, { from: day(0), to: day(31) }).unitPrice).toBe(500n);
});

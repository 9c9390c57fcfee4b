import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asQuantity, minutesBetween, priceOf, rateFor, workLines } from './work-lines.ts';

const none = new Set<string>();
const quarter = { stepMinutes: 15, minimumMinutes: 30 };
const entries = [
  { id: 'a', ticket: 't1', minutes: 20 },
  { id: 'b', ticket: 't2', minutes: 5 },
  { id: 'c', ticket: 't1', minutes: 20 },
];

test('by ticket the sum is rounded; by entry each one is', () => {
  expect(workLines(entries, 'ticket', quarter, none)).toEqual([
    { ticket: 't1', entries: ['a', 'c'], worked: 40, minutes: 45 },
    { ticket: 't2', entries: ['b'], worked: 5, minutes: 30 },
  ]);
  expect(workLines(entries, 'entry', quarter, none).map(({ minutes }) => minutes)).toEqual([30, 30, 30]);
});

test('a ticket that was billed before has no minimum any more', () => {
  expect(workLines(entries, 'ticket', quarter, new Set(['t2']))[1]!.minutes).toBe(15);
});

test('the client’s own rate goes before its tier’s, and that before the one for everybody', () => {
  const rates = [
    { currency: 'IDR', hourly: 300_000, tierId: null, organizationId: null },
    { currency: 'IDR', hourly: 200_000, tierId: 'gold', organizationId: null },
    { currency: 'IDR', hourly: 100_000, tierId: null, organizationId: 'acme' },
  ];
  const client = { id: 'other', tierId: null, currency: 'IDR' };
  expect(rateFor(rates, client)).toBe(300_000n);
  expect(rateFor(rates, { ...client, tierId: 'gold' })).toBe(200_000n);
  expect(rateFor(rates, { ...client, tierId: 'silver' })).toBe(300_000n);
  expect(rateFor(rates, { ...client, id: 'acme', tierId: 'gold' })).toBe(100_000n);
  expect(rateFor(rates, { ...client, currency: 'USD' })).toBeNull();
});

test('a timer counts each minute that has begun, one at least and a day at most', () => {
  const start = new Date('2026-12-01T02:00:00Z');
  const after = (seconds: number) => minutesBetween(start, new Date(start.getTime() + seconds * 1000));
  expect([0, 1, 60, 61, 200_000].map(after)).toEqual([1, 1, 1, 2, 1440]);
});

const work = fc.array(
  fc.record({
    id: fc.uuid(),
    ticket: fc.constantFrom('t1', 't2', 't3'),
    minutes: fc.integer({ min: 1, max: 1440 }),
  }),
  { maxLength: 20 },
);
const rounding = fc.record({
  stepMinutes: fc.integer({ min: 1, max: 60 }),
  minimumMinutes: fc.integer({ min: 0, max: 240 }),
});

test('every entry is on one line; none is billed for less than was worked, all in whole steps, the minimum kept', () => {
  fc.assert(
    fc.property(work, rounding, fc.constantFrom('ticket', 'entry'), (worked, terms, by) => {
      const all = worked.map((one, index) => ({ ...one, id: `${index}` }));
      const lines = workLines(all, by, terms, none);
      expect(lines.flatMap((line) => line.entries).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      for (const line of lines) {
        expect(line.minutes).toBeGreaterThanOrEqual(line.worked);
        expect(line.minutes % terms.stepMinutes).toBe(0);
      }
      for (const ticket of new Set(all.map((one) => one.ticket))) {
        const own = lines.filter((line) => line.ticket === ticket);
        const sum = own.reduce((total, { minutes }) => total + minutes, 0);
        expect(sum).toBeGreaterThanOrEqual(terms.minimumMinutes);
        const most = own.reduce((total, line) => total + line.worked + terms.stepMinutes, 0);
        expect(sum).toBeLessThan(Math.max(most, terms.minimumMinutes + terms.stepMinutes));
      }
    }),
  );
});

test('a quantity comes to the price, and differs from the exact one by half a unit at most', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      (minutes, hourly) => {
        const { quantity, unitPrice } = asQuantity(minutes, hourly);
        const price = priceOf(minutes, hourly);
        expect(BigInt(quantity) * unitPrice).toBe(price);
        const off = price * 60n - BigInt(minutes) * hourly;
        expect(off <= 30n && off >= -30n).toBe(true);
      },
    ),
  );
});

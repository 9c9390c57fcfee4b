import fc from 'fast-check';
import { expect, test } from 'vitest';
import { taxTakenBack } from './credit-note.ts';
import { planCredit, type PaidInvoice } from './plan-credit.ts';

const line = (position: number, net: bigint, tax = 0n) => ({
  position,
  price: net,
  net,
  tax,
  creditedNet: 0n,
  creditedTax: 0n,
});

test('an upgrade taken back in full takes its reduction back as well', () => {
  const upgrade: PaidInvoice = { room: 83n, lines: [line(1, -75n, -8n), line(2, 150n, 16n)] };
  expect(planCredit([upgrade], 75n)).toEqual([
    {
      lines: [
        { position: 1, net: -75n },
        { position: 2, net: 150n },
      ],
      total: 83n,
    },
  ]);
});

test('the newest invoice first, then the one before it, and never beyond both', () => {
  const invoices: PaidInvoice[] = [
    { room: 50n, lines: [line(1, 50n)] },
    { room: 100n, lines: [line(1, 100n)] },
  ];
  expect(planCredit(invoices, 80n).map(({ total }) => total)).toEqual([50n, 30n]);
  expect(planCredit(invoices, 500n).map(({ total }) => total)).toEqual([50n, 100n]);
});

test('prices that contain tax are given back with it', () => {
  const inclusive = { ...line(1, 100_000n, 11_000n), price: 111_000n };
  expect(planCredit([{ room: 111_000n, lines: [inclusive] }], 55_500n)).toEqual([
    { lines: [{ position: 1, net: 50_000n }], total: 55_500n },
  ]);
});

const anyLine = fc
  .tuple(fc.bigInt({ min: -10_000n, max: 100_000n }), fc.integer({ min: 0, max: 25 }))
  .filter(([net]) => net !== 0n)
  .map(([net, percent]) => ({ net, tax: (net * BigInt(percent)) / 100n }));
const anyInvoice = fc.array(anyLine, { minLength: 1, maxLength: 5 }).map((lines): PaidInvoice => {
  const room = lines.reduce((sum, { net, tax }) => sum + net + tax, 0n);
  return {
    room: room > 0n ? room : 0n,
    lines: lines.map(({ net, tax }, index) => line(index + 1, net, tax)),
  };
});

test('whatever is asked: each line within what was charged, each invoice within its room, and no more than wanted', () => {
  fc.assert(
    fc.property(
      fc.array(anyInvoice, { maxLength: 4 }),
      fc.bigInt({ min: 0n, max: 500_000n }),
      (invoices, price) => {
        const taken = planCredit(invoices, price);
        taken.forEach(({ lines, total }, index) => {
          const invoice = invoices[index]!;
          expect(total <= invoice.room).toBe(true);
          const sum = lines.reduce((all, { position, net }) => {
            const charged = invoice.lines[position - 1]!;
            const tax = taxTakenBack(charged, net);
            expect(tax).not.toBe(null);
            return all + net + tax!;
          }, 0n);
          expect(sum).toBe(total);
        });
        const net = taken.flatMap(({ lines }) => lines).reduce((sum, each) => sum + each.net, 0n);
        expect(net <= price).toBe(true);
      },
    ),
    { numRuns: 4000 },
  );
});

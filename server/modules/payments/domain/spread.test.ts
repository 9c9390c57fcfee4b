import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spread } from './spread.ts';

const owed = fc.uniqueArray(
  fc.record({
    invoice: fc.uuid(),
    dueOn: fc.integer({ min: 10, max: 28 }).map((day) => `2026-03-${day}`),
    balance: fc.bigInt({ min: 0n, max: 1_000_000n }),
  }),
  { selector: ({ invoice }) => invoice, maxLength: 12 },
);

it('pays the oldest first, each at most what is owed, and hands out all it can', () => {
  fc.assert(
    fc.property(owed, fc.bigInt({ min: 0n, max: 5_000_000n }), (invoices, amount) => {
      const parts = spread(invoices, amount);
      const total = invoices.reduce((sum, { balance }) => sum + balance, 0n);
      const given = parts.reduce((sum, part) => sum + part.amount, 0n);
      expect(given).toBe(amount < total ? amount : total);
      const of = new Map(parts.map((part) => [part.invoice, part.amount]));
      const unpaid = invoices.filter(({ invoice, balance }) => (of.get(invoice) ?? 0n) < balance);
      for (const { dueOn } of unpaid)
        for (const later of invoices) if (later.dueOn > dueOn) expect(of.get(later.invoice) ?? 0n).toBe(0n);
    }),
  );
});

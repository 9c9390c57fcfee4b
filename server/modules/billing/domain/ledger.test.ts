import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Id } from '../../../kernel/values/ids.ts';
import {
  add,
  isZero,
  min,
  money,
  subtract,
  sum,
  type Currency,
  type Money,
} from '../../../kernel/values/money.ts';
import {
  balances,
  creditApplied,
  creditNoteIssued,
  creditReleased,
  gatewayFeeCharged,
  invoiceIssued,
  invoiceVoided,
  invoiceWrittenOff,
  paymentReceived,
  paymentReversed,
  refundPaid,
  type Entry,
  type Posting,
} from './ledger.ts';

const organizationId = '0190b7a4-0000-7000-8000-000000000001' as Id<'organization'>;
const other = '0190b7a4-0000-7000-8000-000000000002' as Id<'organization'>;
const rupiah = (amount: number) => money(amount, 'IDR');

/** '+' is a debit. */
function lines(entry: Entry): string[] {
  return entry.map(
    (each) => `${each.account} ${each.debit - each.credit}${each.organizationId ? ' of the client' : ''}`,
  );
}

describe('entries', () => {
  it('of an invoice', () => {
    const invoice = { organizationId, net: rupiah(1_000_000), tax: rupiah(110_000) };
    expect(invoiceIssued(invoice)).toEqual([
      { account: 'receivable', organizationId, debit: 1_110_000n, credit: 0n, currency: 'IDR' },
      { account: 'revenue', organizationId: null, debit: 0n, credit: 1_000_000n, currency: 'IDR' },
      { account: 'tax', organizationId: null, debit: 0n, credit: 110_000n, currency: 'IDR' },
    ]);
    expect(lines(invoiceIssued({ ...invoice, tax: rupiah(0) }))).toEqual([
      'receivable 1000000 of the client',
      'revenue -1000000',
    ]);
    expect(lines(invoiceVoided({ ...invoice, open: rupiah(1_110_000) }))).toEqual([
      'revenue 1000000',
      'tax 110000',
      'receivable -1110000 of the client',
    ]);
    expect(lines(invoiceVoided({ ...invoice, open: rupiah(1_000_000) })).slice(2)).toEqual([
      'receivable -1000000 of the client',
      'customer_credit -110000 of the client',
    ]);
    expect(
      lines(creditNoteIssued({ organizationId, net: rupiah(100), tax: rupiah(11), open: rupiah(0) })),
    ).toEqual(['revenue 100', 'tax 11', 'customer_credit -111 of the client']);
    expect(lines(invoiceWrittenOff({ organizationId, open: rupiah(500) }))).toEqual([
      'write_off 500',
      'receivable -500 of the client',
    ]);
  });

  it('of money', () => {
    const payment = {
      organizationId,
      gateway: 'bank',
      amount: rupiah(1_200_000),
      allocated: rupiah(1_110_000),
    };
    expect(lines(paymentReceived(payment))).toEqual([
      'cash:bank 1200000',
      'receivable -1110000 of the client',
      'customer_credit -90000 of the client',
    ]);
    expect(lines(creditApplied({ organizationId, amount: rupiah(90_000) }))).toEqual([
      'customer_credit 90000 of the client',
      'receivable -90000 of the client',
    ]);
    expect(lines(creditReleased({ organizationId, amount: rupiah(90_000) }))).toEqual([
      'receivable 90000 of the client',
      'customer_credit -90000 of the client',
    ]);
    expect(lines(paymentReversed({ ...payment, released: rupiah(1_110_000) }))).toEqual([
      'receivable 1110000 of the client',
      'customer_credit 90000 of the client',
      'cash:bank -1200000',
    ]);
    expect(lines(refundPaid({ organizationId, gateway: 'bank', amount: rupiah(90_000) }))).toEqual([
      'customer_credit 90000 of the client',
      'cash:bank -90000',
    ]);
    expect(lines(gatewayFeeCharged({ gateway: 'bank', fee: rupiah(4_000) }))).toEqual([
      'gateway_fee 4000',
      'cash:bank -4000',
    ]);
  });

  it('of nothing have no lines', () => {
    expect(creditApplied({ organizationId, amount: rupiah(0) })).toEqual([]);
  });

  it('never stand on the wrong side or in two currencies', () => {
    const payment = { organizationId, gateway: 'bank', amount: rupiah(100), allocated: rupiah(101) };
    expect(() => paymentReceived(payment)).toThrow(/customer_credit/);
    expect(() => paymentReceived({ ...payment, allocated: rupiah(-1) })).toThrow(/receivable/);
    expect(() => invoiceVoided({ organizationId, net: rupiah(1), tax: rupiah(0), open: rupiah(2) })).toThrow(
      /credit/,
    );
    expect(() => invoiceIssued({ organizationId, net: rupiah(1), tax: money(1, 'USD') })).toThrow(/mixed/);
  });
});

describe('balances', () => {
  it('tell what is out of balance, per currency', () => {
    const [debit] = invoiceIssued({ organizationId, net: rupiah(5), tax: rupiah(1) });
    const dollars = refundPaid({ organizationId, gateway: 'bank', amount: money(3, 'USD') });
    expect(balances([debit!, ...dollars])).toEqual(
      new Map([
        ['IDR', 6n],
        ['USD', 0n],
      ]),
    );
  });
});

interface Open {
  net: Money;
  tax: Money;
  open: Money;
  live: boolean;
}

interface Client {
  organizationId: Id<'organization'>;
  currency: Currency;
  invoices: Open[];
  credit: Money;
  cash: Money;
}

type Step = [
  kind: 'issue' | 'void' | 'note' | 'pay' | 'reverse' | 'apply' | 'release' | 'refund' | 'write off' | 'fee',
  size: number,
  which: number,
];

/** A second bookkeeping, by invoices and a purse, that the ledger has to agree with. */
function act(client: Client, [kind, size, which]: Step): Entry {
  const { currency, invoices, credit } = client;
  const amount = money(size, currency);
  const who = { organizationId: client.organizationId };
  const invoice = invoices.filter(({ live }) => live)[which % Math.max(1, invoices.length)];
  // No more can be taken from an invoice than was put on it.
  const settled = invoice ? subtract(add(invoice.net, invoice.tax), invoice.open) : money(0, currency);
  if (kind === 'issue') {
    const fresh = { net: amount, tax: money(which, currency) };
    invoices.push({ ...fresh, open: add(fresh.net, fresh.tax), live: true });
    return invoiceIssued({ ...who, ...fresh });
  }
  if (kind === 'fee') {
    client.cash = subtract(client.cash, amount);
    return gatewayFeeCharged({ gateway: 'bank', fee: amount });
  }
  if (kind === 'refund') {
    const back = min(amount, credit);
    client.credit = subtract(credit, back);
    client.cash = subtract(client.cash, back);
    return refundPaid({ ...who, gateway: 'bank', amount: back });
  }
  if (kind === 'pay') {
    const allocated = invoice ? min(amount, invoice.open) : money(0, currency);
    if (invoice) invoice.open = subtract(invoice.open, allocated);
    client.credit = add(credit, subtract(amount, allocated));
    client.cash = add(client.cash, amount);
    return paymentReceived({ ...who, gateway: 'bank', amount, allocated });
  }
  if (kind === 'reverse') {
    const fromCredit = min(amount, credit);
    const released = min(money(which, currency), settled);
    if (invoice) invoice.open = add(invoice.open, released);
    client.credit = subtract(credit, fromCredit);
    client.cash = subtract(client.cash, add(fromCredit, released));
    return paymentReversed({ ...who, gateway: 'bank', amount: add(fromCredit, released), released });
  }
  if (!invoice) return [];
  if (kind === 'release') {
    const released = min(amount, settled);
    invoice.open = add(invoice.open, released);
    client.credit = add(credit, released);
    return creditReleased({ ...who, amount: released });
  }
  const { net, tax, open } = invoice;
  if (kind === 'apply') {
    const used = min(min(amount, credit), open);
    invoice.open = subtract(open, used);
    client.credit = subtract(credit, used);
    return creditApplied({ ...who, amount: used });
  }
  if (kind === 'write off') {
    invoice.open = money(0, currency);
    return invoiceWrittenOff({ ...who, open });
  }
  const part = kind === 'void' ? { net, tax } : { net: min(amount, net), tax: money(0, currency) };
  const total = add(part.net, part.tax);
  const lessOwed = min(open, total);
  invoice.open = subtract(open, lessOwed);
  invoice.net = subtract(net, part.net);
  invoice.live = kind !== 'void';
  client.credit = add(credit, subtract(total, lessOwed));
  return (kind === 'void' ? invoiceVoided : creditNoteIssued)({ ...who, ...part, open: lessOwed });
}

describe('after any sequence of facts', () => {
  const kind = fc.constantFrom<Step[0]>(
    'issue',
    'issue',
    'pay',
    'pay',
    'reverse',
    'void',
    'note',
    'apply',
    'release',
    'refund',
    'write off',
    'fee',
  );
  const step = fc.tuple(fc.nat(3), fc.tuple(kind, fc.nat(1_000), fc.nat(20)));
  const held = (postings: readonly Posting[], account: string, client: Client) =>
    postings
      .filter((each) => each.account === account && each.currency === client.currency)
      .filter((each) => each.organizationId === null || each.organizationId === client.organizationId)
      .reduce((total, { debit, credit }) => total + debit - credit, 0n);

  it('every entry balances, the whole is zero, and accounts are the sums they stand for', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const clients = [organizationId, other].flatMap((organization) =>
          (['IDR', 'USD'] as const).map((currency): Client => {
            const none = money(0, currency);
            return { organizationId: organization, currency, invoices: [], credit: none, cash: none };
          }),
        );
        const postings: Posting[] = [];
        for (const [who, each] of steps) {
          const entry = act(clients[who]!, each);
          for (const total of balances(entry).values()) expect(total).toBe(0n);
          for (const { debit, credit } of entry) expect(debit > 0n).not.toBe(credit > 0n);
          postings.push(...entry);
        }
        for (const total of balances(postings).values()) expect(total).toBe(0n);
        for (const client of clients) {
          const owed = sum(
            client.currency,
            client.invoices.map(({ open }) => open),
          );
          expect(held(postings, 'receivable', client)).toBe(owed.amount);
          expect(held(postings, 'customer_credit', client)).toBe(-client.credit.amount);
          const cash = clients
            .filter(({ currency }) => currency === client.currency)
            .map((each) => each.cash);
          expect(held(postings, 'cash:bank', client)).toBe(sum(client.currency, cash).amount);
          expect(client.invoices.every(({ live, open }) => live || isZero(open))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

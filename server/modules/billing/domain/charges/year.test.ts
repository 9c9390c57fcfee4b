import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, date, dayOf } from '../../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../../kernel/values/dates.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import { money } from '../../../../kernel/values/money.ts';
import type { Currency } from '../../../../kernel/values/money.ts';
import { discountsOn, onceInvoiced, onceResumed, periodFrom, termsFrom } from '../../../services/index.ts';
import type { Cycle, RunningService, ServiceDiscount } from '../../../services/index.ts';
import { renewalLine } from '../../renewal-line.ts';
import { indonesian, union } from '../../test/tax-rules.ts';
import { canonicalInvoice } from '../canonical.ts';
import { balances, invoiceIssued } from '../ledger.ts';
import type { Entry } from '../ledger.ts';
import { noLegal } from '../legal.ts';
import { priceLines } from '../price-lines.ts';
import type { PricedLine, TaxGround } from '../price-lines.ts';
import { brokenRules } from '../test/en16931.ts';
import { netOf, settle } from './change.ts';
import { anyZone, instantOn } from './test/anything.ts';

// A year of one service by the functions that bill in earnest: whatever is bought, changed, paused, discounted and raised on the way.

type Step =
  | { kind: 'upgrade' | 'downgrade' | 'addon'; by: number; proration: 'day' | 'second'; second: number }
  | { kind: 'quantity'; quantity: number; proration: 'day' | 'second'; second: number }
  | { kind: 'pause'; days: number; onHold: 'bill' | 'skip' }
  | { kind: 'price'; by: number }
  | { kind: 'promotion'; percent: number | null; amount: number; periods: number | null }
  | { kind: 'cancel' };

const proration = fc.constantFrom('day' as const, 'second' as const);
const second = fc.integer({ min: 0, max: 79_000 });
const by = fc.integer({ min: 1, max: 300 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('upgrade' as const, 'downgrade' as const, 'addon' as const),
    by,
    proration,
    second,
  }),
  fc.record({
    kind: fc.constant('quantity' as const),
    quantity: fc.integer({ min: 1, max: 9 }),
    proration,
    second,
  }),
  fc.record({
    kind: fc.constant('pause' as const),
    days: fc.integer({ min: 1, max: 90 }),
    onHold: fc.constantFrom('bill' as const, 'skip' as const),
  }),
  fc.record({ kind: fc.constant('price' as const), by }),
  fc.record({
    kind: fc.constant('promotion' as const),
    percent: fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: null }),
    amount: fc.integer({ min: 1, max: 500_000 }),
    periods: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
  }),
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const) }) },
);

const anyYear = fc.record({
  start: fc.integer({ min: 0, max: 1500 }).map((days) => addDays(date('2024-01-01'), days)),
  zone: anyZone,
  cycle: fc.constantFrom<Cycle>('monthly', 'quarterly', 'semiannual', 'annual'),
  currency: fc.constantFrom<Currency>('IDR', 'USD'),
  price: fc.bigInt({ min: 1n, max: 10n ** 9n }),
  lead: fc.integer({ min: 0, max: 30 }),
  country: fc.constantFrom('ID', 'DE', 'US'),
  inclusive: fc.boolean(),
  rounding: fc.constantFrom('invoice' as const, 'line' as const),
  steps: fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), anyStep), { maxLength: 8 }),
});
type Year = typeof anyYear extends fc.Arbitrary<infer Of> ? Of : never;

interface Document {
  on: CalendarDate;
  kind: 'renewal' | 'change';
  period: { from: CalendarDate; to: CalendarDate } | null;
  lines: { amount: bigint }[];
  net: bigint;
  tax: bigint;
  total: bigint;
}

const party = { name: 'PT', address: 'Jl. Braga 1', taxId: '', email: 'a@b.example', legal: noLegal };
const organizationId = '00000000-0000-7000-8000-000000000001' as Id<'organization'>;

/** What comes of it: each document, what is wrong with any, and the ledger. */
function live(year: Year): { documents: Document[]; wrong: string[]; ledger: Entry[] } {
  const { start, zone, cycle, currency, price, lead, country, inclusive, rounding } = year;
  const documents: Document[] = [];
  const ledger: Entry[] = [];
  const wrong: string[] = [];
  const hold = (what: string, holds: boolean) => void (holds || wrong.push(what));
  const end = addDays(start, 365);
  // As a service is once it has begun: its first period is invoiced with the order, so the next one is looked for.
  let service = {
    id: 'a service',
    label: '',
    planId: 'a plan',
    names: { id: 'VPS', en: 'VPS' },
    choices: { options: [], addons: [] },
    quantity: 1,
    currency,
    cycle,
    recurring: price,
    taxable: true,
    taxCategory: 'standard',
    taxIncluded: null,
    priceVersion: 1,
    nextTerms: null,
    coming: null,
    discounts: [],
    state: 'active',
    suspendedFor: [],
    anchorOn: start,
    period: null,
    nextPeriod: periodFrom(start, cycle, start),
    nextInvoiceOn: start,
  } as unknown as RunningService;
  let billing = true;
  // What was billed of a period, for what is left of it to be given back.
  let paid: { from: CalendarDate; to: CalendarDate; price: bigint }[] = [];

  const groundOn = (on: CalendarDate): TaxGround => ({
    seller: {
      country: 'ID',
      region: '',
      registered: [{ from: '2020-01-01', until: null }],
      oneStopShop: false,
    },
    buyer: { country, kind: country === 'ID' ? 'consumer' : 'business' },
    on,
    rules: [...indonesian, ...union],
    inclusive,
    rounding,
  });

  function issue(
    kind: Document['kind'],
    on: CalendarDate,
    lines: readonly PricedLine[],
    period: Document['period'],
  ) {
    const priced = priceLines(currency, lines, groundOn(on));
    const [net, tax, total] = [priced.subtotal.amount, priced.tax.amount, priced.total.amount];
    const sumOf = (part: 'net' | 'tax' | 'gross') =>
      priced.lines.reduce((all, line) => all + line[part].amount, 0n);
    hold(
      'totals are the sums of lines',
      sumOf('net') === net && sumOf('tax') === tax && sumOf('gross') === total,
    );
    hold('net and tax are the total', net + tax === total);
    documents.push({
      on,
      kind,
      period,
      lines: priced.lines.map((line) => ({ amount: line.net.amount })),
      net,
      tax,
      total,
    });
    if (net >= 0n && tax >= 0n)
      ledger.push(invoiceIssued({ organizationId, net: money(net, currency), tax: money(tax, currency) }));
    const made = canonicalInvoice({
      number: 'INV/1',
      issuedOn: on,
      dueOn: on,
      currency,
      seller: { ...party, country: 'ID' },
      buyer: { ...party, country },
      buyerReference: '',
      purchaseOrder: '',
      transactionCode: null,
      accounting: null,
      lines: lines.map((line, index) => ({
        description: { id: 'A', en: 'A' },
        period: null,
        quantity: line.quantity,
        unit: 'C62',
        net: priced.lines[index]!.net.amount,
        tax: priced.lines[index]!.tax.amount,
        taxGroup: priced.groupOf[index]!,
      })),
      taxes: priced.taxes,
      paid: 0n,
    });
    wrong.push(...brokenRules(made, 2 + lines.length));
  }

  /** Everything whose day has come by then. */
  function renewUntil(until: CalendarDate): void {
    while (
      billing &&
      service.nextPeriod &&
      service.nextInvoiceOn! <= until &&
      service.nextInvoiceOn! <= end
    ) {
      const period = service.nextPeriod;
      const on = service.nextInvoiceOn!;
      const terms = termsFrom(period.from, service);
      const line = renewalLine(service, period);
      // What a page shows beforehand is priced as a whole, the invoice by units.
      const off = discountsOn(terms, service.discounts, period).whole;
      const shown = priceLines(
        currency,
        [
          {
            quantity: 1,
            unitPrice: terms.recurring,
            discount: off,
            taxable: true,
            taxCategory: service.taxCategory,
            taxIncluded: null,
          },
        ],
        groundOn(on),
      );
      issue('renewal', on, [line], period);
      hold('preview is the invoice', shown.total.amount === documents.at(-1)!.total);
      paid.push({ ...period, price: terms.recurring - off });
      service = onceInvoiced(
        { ...service, nextPeriod: period },
        { renewalLeadDays: lead, clientsMaySuspend: true },
      )!;
      if (service.coming && service.coming.on <= period.from)
        service = {
          ...service,
          recurring: service.coming.recurring,
          priceVersion: service.coming.version,
          coming: null,
        };
    }
  }

  let today = start;
  renewUntil(today);
  for (const [days, step] of year.steps) {
    today = addDays(today, days);
    if (today >= end || !billing) break;
    renewUntil(today);
    paid = paid.filter(({ to }) => to > today);
    if (step.kind === 'cancel') {
      const given = settle({
        at: instantOn(today, zone, 60),
        zone,
        proration: 'day',
        paid,
        before: { quantity: service.quantity, price: service.recurring },
        after: null,
        begins: null,
        setup: 0n,
      });
      hold('no more comes back than was paid', -netOf(given) <= paid.reduce((all, of) => all + of.price, 0n));
      billing = false;
    } else if (step.kind === 'pause') {
      const until = addDays(today, step.days);
      if (until >= end) break;
      today = until;
      service = onceResumed({ ...service, suspendedFor: ['non_payment'] }, today, step.onHold);
    } else if (step.kind === 'price') {
      const on = service.nextPeriod!.from;
      const recurring = (service.recurring * BigInt(100 + step.by)) / 100n;
      service = {
        ...service,
        coming: { on, recurring, version: 2, choices: service.choices, move: 'a move' },
      };
    } else if (step.kind === 'promotion') {
      const { percent, amount, periods } = step;
      const until =
        periods === null ? null : addMonths(service.nextPeriod!.from, periods, dayOf(service.anchorOn!));
      const discount = {
        redemption: 'r',
        names: service.names,
        plans: [],
        cycles: [],
        cycle,
        periods,
        until,
        percent,
      };
      const added: ServiceDiscount = { ...discount, amount: percent === null ? amount : null };
      service = { ...service, discounts: [...service.discounts, added] };
    } else {
      const unit = service.recurring / BigInt(service.quantity);
      const factor = BigInt('by' in step ? step.by : 0);
      const recurring = {
        upgrade: service.recurring + (service.recurring * factor) / 100n + 1n,
        downgrade: (service.recurring * 100n) / (100n + factor),
        addon: service.recurring + factor * 1000n,
        quantity: unit * BigInt('quantity' in step ? step.quantity : 1),
      }[step.kind];
      const quantity = step.kind === 'quantity' ? step.quantity : service.quantity;
      const change = {
        at: instantOn(today, zone, step.second),
        zone,
        proration: step.proration,
        paid,
        before: { quantity: service.quantity, price: service.recurring },
        after: { quantity, price: recurring },
        begins: null,
        setup: 0n,
      };
      const lines = settle(change);
      const there = netOf(lines);
      const plain = paid.map(({ from, to }) => ({ from, to }));
      const back = { ...change, before: change.after, after: change.before, paid: plain };
      hold(
        'there and back is nothing',
        netOf(settle({ ...change, paid: plain })) + netOf(settle(back)) === 0n,
      );
      const priced = lines.map(({ amount }) => ({ quantity: 1, unitPrice: amount, taxable: true }));
      if (there > 0n) issue('change', today, priced, null);
      paid = paid.map((of) => ({ ...of, price: recurring }));
      service = { ...service, recurring, quantity, coming: null };
    }
  }
  if (billing) renewUntil(end);
  return { documents, wrong, ledger };
}

const asText = (of: unknown) =>
  JSON.stringify(of, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));

test('over a year of random changes in random zones totals add up, previews hold, there and back is nothing, and documents are lawful', () => {
  let documents = 0;
  fc.assert(
    fc.property(anyYear, (year) => {
      const lived = live(year);
      documents += lived.documents.length;
      return (
        lived.wrong.length === 0 || expect.unreachable(`${lived.wrong.join()}: ${asText(lived.documents)}`)
      );
    }),
    { numRuns: 10_000 },
  );
  expect(documents).toBeGreaterThan(40_000);
}, 120_000);

test('periods tile the year without overlap, and without a gap but for time on hold that is left out', () => {
  fc.assert(
    fc.property(anyYear, (year) => {
      const periods = live(year).documents.flatMap(({ kind, period }) => (kind === 'renewal' ? period! : []));
      const skips = year.steps.some(([, step]) => step.kind === 'pause' && step.onHold === 'skip');
      return periods
        .slice(1)
        .every(({ from }, index) => (skips ? from >= periods[index]!.to : from === periods[index]!.to));
    }),
    { numRuns: 2_000 },
  );
});

test('the same facts give the same documents byte for byte, and a ledger that balances', () => {
  fc.assert(
    fc.property(anyYear, (year) => {
      const [once, again] = [live(year), live(structuredClone(year))];
      expect(asText(again)).toBe(asText(once));
      for (const sum of balances(once.ledger.flat()).values()) expect(sum).toBe(0n);
      const owed = once.ledger.flat().filter(({ account }) => account === 'receivable');
      const billed = once.documents.filter(({ net, tax }) => net >= 0n && tax >= 0n);
      expect(owed.reduce((all, { debit, credit }) => all + debit - credit, 0n)).toBe(
        billed.reduce((all, { total }) => all + total, 0n),
      );
    }),
    { numRuns: 1_000 },
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date } from '../../../kernel/values/dates.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { taxCategories } from '../../catalog/index.ts';
import { indonesian, union } from '../test/tax-rules.ts';
import { canonicalCreditNote, canonicalInvoice } from './canonical.ts';
import type { StoredInvoice } from './canonical.ts';
import { taxTakenBack } from './credit-note.ts';
import { noLegal } from './legal.ts';
import { priceLines } from './price-lines.ts';
import type { PricedLine, TaxGround } from './price-lines.ts';
import { buyerKinds } from './tax-decision.ts';
import { brokenRules, scaled } from './test/en16931.ts';
import type { TaxRounding } from './totals.ts';

const line = fc.record({
  quantity: fc.integer({ min: 0, max: 400 }),
  unitPrice: fc.bigInt({ min: -5_000_000n, max: 20_000_000n }),
  taxable: fc.constant(true),
  taxCategory: fc.constantFrom(...taxCategories),
  taxIncluded: fc.option(fc.boolean(), { nil: null }),
});
const ground = fc.record({
  seller: fc.record({
    country: fc.constantFrom('ID', 'DE', 'ES'),
    region: fc.constant(''),
    registered: fc.constantFrom([{ from: '2020-01-01', until: null }], []),
    oneStopShop: fc.boolean(),
  }),
  buyer: fc.record({
    country: fc.constantFrom('ID', 'DE', 'FI', 'US'),
    kind: fc.constantFrom(...buyerKinds),
  }),
  on: fc.constantFrom(date('2024-06-01'), date('2026-11-22')),
  rules: fc.constant([...indonesian, ...union]),
  inclusive: fc.boolean(),
  rounding: fc.constantFrom<TaxRounding>('invoice', 'line'),
});
const currencies = fc.constantFrom<Currency>('IDR', 'USD', 'EUR');

const party = {
  name: 'PT',
  address: 'Jl. Braga 1\nBandung',
  taxId: '1',
  email: 'a@b.example',
  legal: noLegal,
};

function store(currency: Currency, lines: readonly PricedLine[], on: TaxGround): StoredInvoice {
  const priced = priceLines(currency, lines, on);
  return {
    number: 'INV/2026/000001',
    issuedOn: on.on,
    dueOn: on.on,
    currency,
    seller: { ...party, country: on.seller.country },
    buyer: { ...party, country: on.buyer.country },
    buyerReference: '',
    purchaseOrder: '',
    transactionCode: null,
    accounting: null,
    lines: lines.map((each, index) => ({
      description: { id: 'Baris', en: 'Line' },
      period: null,
      quantity: each.quantity,
      unit: 'C62',
      net: priced.lines[index]!.net.amount,
      tax: priced.lines[index]!.tax.amount,
      taxGroup: priced.groupOf[index]!,
    })),
    taxes: priced.taxes,
    paid: 0n,
  };
}

describe('every invoice keeps the arithmetic of EN 16931', () => {
  it('BR-CO-10, 13, 14, 15, 16, BR-S-08 and BR-DEC, whatever is mixed', () => {
    fc.assert(
      fc.property(
        currencies,
        fc.array(line, { minLength: 1, maxLength: 12 }),
        ground,
        fc.nat(1000),
        (currency, lines, on, permille) => {
          const stored = store(currency, lines, on);
          const whole = canonicalInvoice(stored).totals.taxInclusive;
          const unit = currency === 'IDR' ? 10_000n : 100n;
          const paid = (scaled(whole) / unit) * BigInt(permille);
          const made = canonicalInvoice({ ...stored, paid: paid / 1000n });
          const own = (rule: string) => rule !== 'BR-CO-17';
          expect(brokenRules(made).filter(own)).toEqual([]);
          for (const { price, baseQuantity, quantity, net } of made.lines) {
            // Price ÷ its base quantity × quantity.
            if (baseQuantity !== '0')
              expect((scaled(price) * BigInt(quantity)) / BigInt(baseQuantity)).toBe(scaled(net));
          }
          expect(new Set(made.taxes.map(({ category, percent }) => `${category} ${percent}`)).size).toBe(
            made.taxes.length,
          );
          for (const tax of made.taxes) {
            if (tax.category !== 'S') expect([tax.tax.replace(/[-0.]/g, ''), tax.percent]).toEqual(['', '0']);
            if (!['S', 'Z'].includes(tax.category)) expect(tax.exemptionReason?.en).toBeTruthy();
          }
        },
      ),
      { numRuns: 3_000 },
    );
  }, 120_000);

  it('BR-CO-17: the tax is the base times the rate, to the unit where prices are without tax', () => {
    fc.assert(
      fc.property(
        currencies,
        fc.array(line, { minLength: 1, maxLength: 12 }),
        ground,
        (currency, lines, on) => {
          const without = lines.map((each) => ({ ...each, taxIncluded: false }));
          const made = canonicalInvoice(store(currency, without, { ...on, rounding: 'invoice' }));
          expect(brokenRules(made)).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('BR-CO-17 for prices with tax or rounding per line: as far off as that rounding, and no further', () => {
    fc.assert(
      fc.property(
        currencies,
        fc.array(line, { minLength: 1, maxLength: 12 }),
        ground,
        (currency, lines, on) => {
          const made = canonicalInvoice(store(currency, lines, on));
          const unit = currency === 'IDR' ? 10_000n : 100n;
          for (const { taxable, percent, tax, category } of made.taxes) {
            const own = made.lines.filter((each) => each.category === category && each.percent === percent);
            // Half a unit for each rounding, a little more where the net is what is left over.
            const roundings = on.rounding === 'line' ? BigInt(own.length) : 2n * BigInt(taxCategories.length);
            const off = scaled(tax) * 1_000_000n - scaled(taxable) * scaled(percent);
            expect((off < 0n ? -off : off) * 10n <= 7n * roundings * unit * 1_000_000n).toBe(true);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('every credit note keeps them too', () => {
  it('whatever is taken back of whatever was charged, part by part, until nothing is left', () => {
    fc.assert(
      fc.property(
        currencies,
        fc.array(line, { minLength: 1, maxLength: 8 }),
        ground,
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 }),
        (currency, lines, on, percents) => {
          const invoice = store(currency, lines, on);
          const left = invoice.lines.map(({ net, tax }) => ({ net, tax, creditedNet: 0n, creditedTax: 0n }));
          for (const percent of [...percents, 100]) {
            const credited = left.flatMap((of, index) => {
              const net = ((of.net - of.creditedNet) * BigInt(percent)) / 100n;
              const tax = taxTakenBack(of, net);
              if (tax === null) return [];
              of.creditedNet += net;
              of.creditedTax += tax;
              return { position: index + 1, net, tax };
            });
            const note = { number: 'CN/2026/000001', issuedOn: on.on, lines: credited };
            const made = canonicalCreditNote(invoice, note);
            // Once in the invoice, and with each part once before it and once with it.
            expect(brokenRules(made, 4 * lines.length + 2 * taxCategories.length)).toEqual([]);
            expect([made.typeCode, made.precedes?.number]).toEqual(['381', invoice.number]);
          }
          expect(left.map(({ creditedNet, creditedTax }) => [creditedNet, creditedTax])).toEqual(
            invoice.lines.map(({ net, tax }) => [net, net === 0n ? 0n : tax]),
          );
        },
      ),
      { numRuns: 1_500 },
    );
  });
});

describe('prices with and without tax', () => {
  it('meet: what was advertised with tax is what is paid, however it is mixed and rounded', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), ground, (lines, on) => {
        const priced = priceLines('IDR', lines, on);
        lines.forEach((each, index) => {
          const { net, gross } = priced.lines[index]!;
          const price = each.unitPrice * BigInt(each.quantity);
          expect((each.taxIncluded ?? on.inclusive) ? gross.amount : net.amount).toBe(price);
        });
        const sum = (part: 'net' | 'tax' | 'gross') =>
          priced.lines.reduce((all, each) => all + each[part].amount, 0n);
        expect([sum('net'), sum('tax'), sum('gross')]).toEqual([
          priced.subtotal.amount,
          priced.tax.amount,
          priced.total.amount,
        ]);
        expect(BigInt(priced.taxes.reduce((all, { tax }) => all + tax, 0))).toBe(priced.tax.amount);
        expect(BigInt(priced.taxes.reduce((all, { net }) => all + net, 0))).toBe(priced.subtotal.amount);
      }),
      { numRuns: 3_000 },
    );
  });

  it('rounded per line differ from those rounded per invoice by less than a unit for each line', () => {
    const three = [50n, 50n, 50n].map((unitPrice) => ({ quantity: 1, unitPrice, taxable: true }));
    const on: TaxGround = {
      seller: {
        country: 'ID',
        region: '',
        registered: [{ from: '2020-01-01', until: null }],
        oneStopShop: false,
      },
      buyer: { country: 'ID', kind: 'consumer' },
      on: date('2026-11-22'),
      rules: indonesian,
      inclusive: false,
      rounding: 'invoice',
    };
    expect(priceLines('IDR', three, on).tax.amount).toBe(17n);
    expect(priceLines('IDR', three, { ...on, rounding: 'line' }).tax.amount).toBe(18n);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), ground, (lines, any) => {
        const [whole, each] = (['invoice', 'line'] as const).map(
          (rounding) => priceLines('USD', lines, { ...any, rounding }).tax.amount,
        );
        const off = whole! - each!;
        expect(off < BigInt(lines.length) + 1n && -off < BigInt(lines.length) + 1n).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

it('an invoice from before taxes had rules is read by what it charged', () => {
  const made = canonicalInvoice({
    ...store('IDR', [{ quantity: 1, unitPrice: 1_000_000n, taxable: true }], {
      seller: { country: 'ID', region: '', registered: [], oneStopShop: false },
      buyer: { country: 'ID', kind: 'consumer' },
      on: date('2026-01-01'),
      rules: [],
      inclusive: false,
      rounding: 'invoice',
    }),
    lines: [
      {
        description: { id: 'A', en: 'A' },
        period: null,
        quantity: 1,
        unit: 'C62',
        net: 1_000_000n,
        tax: 110_000n,
        taxGroup: null,
      },
      {
        description: { id: 'B', en: 'B' },
        period: null,
        quantity: 1,
        unit: 'C62',
        net: 5_000n,
        tax: 0n,
        taxGroup: null,
      },
    ],
    taxes: [{ label: { id: 'PPN 12%', en: 'VAT 12%' }, share: '11/12', base: 916_667, tax: 110_000 }],
  });
  expect(made.taxes).toMatchObject([
    { category: 'S', percent: '11', taxable: '1000000', tax: '110000' },
    { category: 'O', percent: '0', taxable: '5000', tax: '0' },
  ]);
});

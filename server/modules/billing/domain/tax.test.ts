import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { add, divide, money, negate, zero, type Rounding } from '../../../kernel/values/money.ts';
import { ppn, taxLine, type TaxRule } from './tax.ts';

const inclusivePpn: TaxRule = { ...ppn, inclusive: true };
const full: TaxRule = {
  ...ppn,
  code: 'vat-20',
  rate: { numerator: 20n, denominator: 100n },
  base: { numerator: 1n, denominator: 1n },
};
const rupiah = (amount: number) => money(amount, 'IDR');

const amounts = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((amount) => money(amount, 'IDR'));
const ratio = fc
  .tuple(fc.bigInt({ min: 0n, max: 100n }), fc.bigInt({ min: 1n, max: 100n }))
  .map(([a, b]) => ({ numerator: a < b ? a : b, denominator: b }));
const rules = fc.record({
  code: fc.constant('any'),
  rate: ratio,
  base: ratio,
  inclusive: fc.constant(false),
  rounding: fc.constantFrom<Rounding>('halfAwayFromZero', 'halfEven', 'down'),
  labels: fc.constant({ id: 'Pajak', en: 'Tax' }),
});

describe('PPN', () => {
  it.each([
    [100_000, 91_667, 11_000],
    [5_000, 4_583, 550],
    [1_000_000, 916_667, 110_000],
    [6, 6, 1],
    [-100_000, -91_667, -11_000],
    [0, 0, 0],
  ])('on %d has the base %d and is %d', (net, base, tax) => {
    expect(taxLine(rupiah(net), ppn)).toEqual({
      net: rupiah(net),
      base: rupiah(base),
      tax: rupiah(tax),
      gross: rupiah(net + tax),
    });
  });

  it('is contained in a price that includes it', () => {
    expect(taxLine(rupiah(1_110_000), inclusivePpn)).toEqual({
      net: rupiah(1_000_000),
      base: rupiah(916_667),
      tax: rupiah(110_000),
      gross: rupiah(1_110_000),
    });
    expect(taxLine(rupiah(10_000), inclusivePpn)).toMatchObject({ net: rupiah(9_009), tax: rupiah(991) });
  });

  it('of whole rupiah is 11 % of the price, and the tax office’s chain at two decimals', () => {
    const half = (a: bigint, b: bigint) => divide(a, b, 'halfAwayFromZero');
    fc.assert(
      fc.property(amounts, (net) => {
        const { tax } = taxLine(net, ppn);
        expect(tax.amount).toBe(half(net.amount * 11n, 100n));
        const baseInSen = half(net.amount * 100n * 11n, 12n);
        const taxInSen = half(baseInSen * 12n, 100n);
        expect(tax.amount).toBe(half(taxInSen, 100n));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('any tax', () => {
  it('is nothing without a rule or at rate zero', () => {
    const price = money(7400, 'USD');
    expect(taxLine(price, null)).toEqual({ net: price, base: price, tax: zero('USD'), gross: price });
    const zeroRated = { ...full, rate: { numerator: 0n, denominator: 1n } };
    expect(taxLine(price, zeroRated)).toEqual({ net: price, base: price, tax: zero('USD'), gross: price });
    expect(taxLine(price, { ...zeroRated, inclusive: true }).tax).toEqual(zero('USD'));
  });

  it('rounds as its rule says', () => {
    const price = money(1_003, 'USD');
    const rate = { numerator: 50n, denominator: 100n };
    const by = (rounding: Rounding) => taxLine(price, { ...full, rate, rounding }).tax.amount;
    expect([by('halfAwayFromZero'), by('halfEven'), by('down')]).toEqual([502n, 502n, 501n]);
  });

  it('adds up, has the sign of its price, and mirrors it', () => {
    fc.assert(
      fc.property(amounts, rules, fc.boolean(), (amount, rule, inclusive) => {
        const line = taxLine(amount, { ...rule, inclusive });
        expect(add(line.net, line.tax)).toEqual(line.gross);
        expect(inclusive ? line.gross : line.net).toEqual(amount);
        expect(line.tax.amount === 0n || line.tax.amount < 0n === amount.amount < 0n).toBe(true);
        const mirrored = taxLine(negate(amount), { ...rule, inclusive });
        expect([mirrored.net, mirrored.tax]).toEqual([negate(line.net), negate(line.tax)]);
      }),
    );
  });

  it('put on a price can be taken out again, exactly, in every rounding', () => {
    fc.assert(
      fc.property(amounts, rules, (net, rule) => {
        const outward = taxLine(net, rule);
        const inward = taxLine(outward.gross, { ...rule, inclusive: true });
        expect(inward).toEqual(outward);
      }),
      { numRuns: 2000 },
    );
  });
});

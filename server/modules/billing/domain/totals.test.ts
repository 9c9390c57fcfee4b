import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { add, money, sum, zero, type Currency, type Money } from '../../../kernel/values/money.ts';
import { ppn, taxLine, taxShare, type TaxRule } from './tax.ts';
import { totalsOf, type LineInput } from './totals.ts';

const luxury: TaxRule = { ...ppn, code: 'ppn-luxury', base: { numerator: 1n, denominator: 1n } };
const inclusive: TaxRule = { ...ppn, inclusive: true };
const oldRate: TaxRule = { ...ppn, rate: { numerator: 11n, denominator: 100n }, base: luxury.base };

function line(quantity: number, unitPrice: number, tax: TaxRule | null = ppn, discount = 0): LineInput {
  return { quantity, unitPrice: money(unitPrice, 'IDR'), discount: money(discount, 'IDR'), tax };
}

const figures = (all: readonly Money[]) => all.map(({ amount }) => Number(amount));

describe('totals', () => {
  it('of a plain Indonesian invoice', () => {
    const { lines, subtotal, taxGroups, tax, total } = totalsOf('IDR', [
      line(1, 900_000),
      line(2, 100_000, ppn, 100_000),
    ]);
    expect(figures([subtotal, tax, total])).toEqual([1_000_000, 110_000, 1_110_000]);
    expect(
      lines.map(({ price, net, base, tax: own, gross }) => figures([price, net, base, own, gross])),
    ).toEqual([
      [900_000, 900_000, 825_000, 99_000, 999_000],
      [200_000, 100_000, 91_667, 11_000, 111_000],
    ]);
    expect(taxGroups).toEqual([{ rule: ppn, ...taxLine(money(1_000_000, 'IDR'), ppn) }]);
  });

  it('round the tax of a group once and share it among its lines', () => {
    const { lines, tax } = totalsOf('IDR', [line(1, 50), line(1, 50), line(1, 50)]);
    expect(figures([tax])).toEqual([17]);
    expect(figures(lines.map((each) => each.tax))).toEqual([6, 6, 5]);
  });

  it('keep rules apart, and lines without one', () => {
    const all = [
      line(1, 1_000),
      line(3, 1_000, null),
      line(1, 1_110, inclusive),
      line(1, 2_000, luxury),
      line(1, 1_000, oldRate),
    ];
    const { subtotal, taxGroups, tax, total, lines } = totalsOf('IDR', all);
    expect(taxGroups.map(({ rule, net, tax: own }) => [rule.code, ...figures([net, own])])).toEqual([
      ['ppn', 1_000, 110],
      ['ppn', 1_000, 110],
      ['ppn-luxury', 2_000, 240],
      ['ppn', 1_000, 110],
    ]);
    expect(figures([subtotal, tax, total])).toEqual([8_000, 570, 8_570]);
    expect(figures(lines.map(({ gross }) => gross))).toEqual([1_110, 3_000, 1_110, 2_240, 1_110]);
  });

  it('take credits on the same invoice', () => {
    const { subtotal, tax, total } = totalsOf('IDR', [line(1, 300_000), line(1, -100_000)]);
    expect(figures([subtotal, tax, total])).toEqual([200_000, 22_000, 222_000]);
  });

  it('of nothing are nothing', () => {
    expect(totalsOf('USD', [])).toEqual({
      lines: [],
      subtotal: zero('USD'),
      taxGroups: [],
      tax: zero('USD'),
      total: zero('USD'),
    });
    expect(figures([totalsOf('IDR', [line(0, 5_000), line(1, 5_000, ppn, 5_000)]).total])).toEqual([0]);
  });

  it('refuse what no invoice has', () => {
    expect(() => totalsOf('IDR', [line(1.5, 1)])).toThrow(/quantity/);
    expect(() => totalsOf('IDR', [line(-1, 1)])).toThrow(/quantity/);
    expect(() => totalsOf('IDR', [line(1, 100, null, 101)])).toThrow(/discount/);
    expect(() => totalsOf('IDR', [line(1, 100, null, -1)])).toThrow(/discount/);
    expect(() => totalsOf('IDR', [line(1, -100, null, 1)])).toThrow(/discount/);
    expect(() => totalsOf('USD', [line(1, 100)])).toThrow(/mixed/);
  });
});

describe('every invoice', () => {
  const currency: Currency = 'USD';
  const cents = (amount: bigint) => money(amount, currency);
  const rules = [
    null,
    ppn,
    inclusive,
    luxury,
    oldRate,
    { ...luxury, code: 'even', rounding: 'halfEven' },
    { ...luxury, code: 'down', rounding: 'down' },
  ] as const;
  const anyLine = fc
    .record({
      quantity: fc.nat(50),
      unit: fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
      off: fc.integer({ min: 0, max: 100 }),
      tax: fc.constantFrom<TaxRule | null>(...rules),
    })
    .map(({ quantity, unit, off, tax }): LineInput => {
      const discount = unit > 0n ? (unit * BigInt(quantity) * BigInt(off)) / 100n : 0n;
      return { quantity, unitPrice: cents(unit), discount: cents(discount), tax };
    });

  it('adds up, by lines and by taxes', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (input) => {
        const { lines, subtotal, taxGroups, tax, total } = totalsOf(currency, input);
        const of = (part: 'net' | 'tax' | 'gross') =>
          sum(
            currency,
            lines.map((each) => each[part]),
          );
        expect([of('net'), of('tax'), of('gross')]).toEqual([subtotal, tax, total]);
        expect(add(subtotal, tax)).toEqual(total);
        expect(
          sum(
            currency,
            taxGroups.map((group) => group.tax),
          ),
        ).toEqual(tax);
        const untaxed = lines.filter((_, index) => input[index]!.tax === null).map(({ net }) => net);
        expect(sum(currency, [...untaxed, ...taxGroups.map(({ net }) => net)])).toEqual(subtotal);
      }),
      { numRuns: 500 },
    );
  });

  it('taxes each group as its sum, and each line to less than one unit from its own exact tax', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (input) => {
        const { lines, taxGroups } = totalsOf(currency, input);
        for (const { rule, ...group } of taxGroups) {
          const priced = rule.inclusive ? group.gross : group.net;
          expect(group).toEqual(taxLine(priced, rule));
        }
        input.forEach(({ tax: rule, discount }, index) => {
          const { price, net, tax, gross } = lines[index]!;
          const amount = price.amount - discount.amount;
          expect((rule?.inclusive ? gross : net).amount).toBe(amount);
          expect(add(net, tax)).toEqual(gross);
          if (rule === null) return expect(tax).toEqual(zero(currency));
          const { numerator, denominator } = taxShare(rule);
          const error = tax.amount * denominator - amount * numerator;
          expect(error < denominator && -error < denominator).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });
});

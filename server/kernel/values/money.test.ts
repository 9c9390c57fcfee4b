import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  add,
  allCurrencies,
  allocate,
  compare,
  divide,
  exponentOf,
  formatMoney,
  fromJson,
  isCurrency,
  isNegative,
  isZero,
  max,
  min,
  money,
  multiplyRatio,
  negate,
  printMoney,
  subtract,
  sum,
  toJson,
  zero,
} from './money.ts';

const currency = fc.constantFrom(...allCurrencies);
const amount = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const anyMoney = fc.record({ amount, currency });

describe('arithmetic', () => {
  it('adds, subtracts, negates and compares within one currency', () => {
    const a = money(700, 'USD');
    const b = money(-50n, 'USD');
    expect(add(a, b)).toEqual(money(650, 'USD'));
    expect(subtract(a, b)).toEqual(money(750, 'USD'));
    expect(negate(b)).toEqual(money(50, 'USD'));
    expect([compare(a, b), compare(b, a), compare(a, a)]).toEqual([1, -1, 0]);
    expect([min(a, b), max(a, b)]).toEqual([b, a]);
    expect([isZero(zero('IDR')), isZero(a), isNegative(b), isNegative(zero('IDR'))]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(sum('USD', [a, b, b])).toEqual(money(600, 'USD'));
    expect(sum('JPY', [])).toEqual(zero('JPY'));
  });

  it('never mixes currencies', () => {
    const rupiah = money(1, 'IDR');
    const dollar = money(1, 'USD');
    for (const mix of [add, subtract, compare, min, max])
      expect(() => mix(rupiah, dollar)).toThrow(/IDR and USD/);
    expect(() => sum('IDR', [rupiah, dollar])).toThrow(/IDR and USD/);
  });

  it('refuses amounts that are not whole', () => {
    expect(() => money(1.5, 'USD')).toThrow();
  });
});

describe('rounding', () => {
  it.each([
    [5n, 2n, 3n, 2n, 2n],
    [7n, 2n, 4n, 4n, 3n],
    [-5n, 2n, -3n, -2n, -2n],
    [-7n, 2n, -4n, -4n, -3n],
    [5n, -2n, -3n, -2n, -2n],
    [-1n, -2n, 1n, 0n, 0n],
    [1n, 3n, 0n, 0n, 0n],
    [2n, 3n, 1n, 1n, 0n],
    [-2n, 3n, -1n, -1n, 0n],
    [6n, 3n, 2n, 2n, 2n],
    [0n, 3n, 0n, 0n, 0n],
  ])('%d / %d', (numerator, denominator, halfAwayFromZero, halfEven, down) => {
    expect(divide(numerator, denominator, 'halfAwayFromZero')).toBe(halfAwayFromZero);
    expect(divide(numerator, denominator, 'halfEven')).toBe(halfEven);
    expect(divide(numerator, denominator, 'down')).toBe(down);
  });

  it('multiplies by a ratio and rounds once', () => {
    expect(multiplyRatio(money(100_000, 'IDR'), 11n, 12n, 'halfAwayFromZero')).toEqual(money(91_667, 'IDR'));
    expect(multiplyRatio(money(-100_000, 'IDR'), 11n, 12n, 'down')).toEqual(money(-91_666, 'IDR'));
    expect(() => multiplyRatio(money(1, 'IDR'), 1n, 0n, 'down')).toThrow(/zero/);
  });

  it('stays within half a unit (a whole one when rounding down) and does not care about the sign', () => {
    const divisor = fc.bigInt({ min: 1n, max: 10n ** 9n });
    fc.assert(
      fc.property(amount, divisor, (a, b) => {
        for (const rounding of ['halfAwayFromZero', 'halfEven', 'down'] as const) {
          const error = divide(a, b, rounding) * b - a;
          const distance = error < 0n ? -error : error;
          expect(rounding === 'down' ? distance < b : distance * 2n <= b).toBe(true);
          expect(divide(-a, b, rounding)).toBe(-divide(a, b, rounding));
          expect(divide(-a, -b, rounding)).toBe(divide(a, b, rounding));
        }
      }),
    );
  });
});

describe('allocate', () => {
  it('gives what is left over to the largest remainders, the earlier first', () => {
    expect(allocate(money(100, 'USD'), [1, 1, 1]).map((part) => part.amount)).toEqual([34n, 33n, 33n]);
    expect(allocate(money(100, 'USD'), [1, 2, 3]).map((part) => part.amount)).toEqual([17n, 33n, 50n]);
    expect(allocate(money(-100, 'USD'), [1n, 1n, 1n]).map((part) => part.amount)).toEqual([-34n, -33n, -33n]);
    expect(allocate(money(1, 'IDR'), [0, 0, 5, 5]).map((part) => part.amount)).toEqual([0n, 0n, 1n, 0n]);
  });

  it('needs somebody to carry the sum, unless there is none', () => {
    expect(allocate(zero('IDR'), [0, 0])).toEqual([zero('IDR'), zero('IDR')]);
    expect(allocate(zero('IDR'), [])).toEqual([]);
    expect(() => allocate(money(1, 'IDR'), [0, 0])).toThrow(/carry/);
    expect(() => allocate(money(1, 'IDR'), [])).toThrow(/carry/);
    expect(() => allocate(money(1, 'IDR'), [2, -1])).toThrow(/negative/);
  });

  it('sums to the whole, gives zero to zero weights and is fair to less than one unit', () => {
    const weights = fc
      .array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 20 })
      .filter((all) => all.some((weight) => weight > 0n));
    fc.assert(
      fc.property(anyMoney, weights, (whole, shares) => {
        const parts = allocate(whole, shares);
        const total = shares.reduce((a, b) => a + b, 0n);
        expect(parts).toHaveLength(shares.length);
        expect(sum(whole.currency, parts)).toEqual(whole);
        parts.forEach((part, index) => {
          if (shares[index] === 0n) expect(part.amount).toBe(0n);
          const error = part.amount * total - whole.amount * shares[index]!;
          expect(error < total && -error < total).toBe(true);
        });
        expect(allocate(negate(whole), shares)).toEqual(parts.map(negate));
      }),
    );
  });
});

describe('decimals', () => {
  it('prints with full precision', () => {
    expect(printMoney(money(7400, 'USD'))).toBe('74.00');
    expect(printMoney(money(-5, 'USD'))).toBe('-0.05');
    expect(printMoney(money(1_110_000, 'IDR'))).toBe('1110000');
    expect(printMoney(money(1, 'KWD'))).toBe('0.001');
  });
});

describe('json', () => {
  it('carries minor units and the currency', () => {
    expect(toJson(money(1_110_000, 'IDR'))).toEqual({ amount: 1_110_000, currency: 'IDR' });
    expect(fromJson({ amount: -5, currency: 'USD' })).toEqual(money(-5, 'USD'));
  });

  it('goes there and back within 2^53 − 1 and refuses beyond', () => {
    const edge = BigInt(Number.MAX_SAFE_INTEGER);
    fc.assert(
      fc.property(fc.bigInt({ min: -edge, max: edge }), currency, (minor, unit) => {
        const value = money(minor, unit);
        expect(fromJson(JSON.parse(JSON.stringify(toJson(value))))).toEqual(value);
      }),
    );
    expect(() => toJson(money(edge + 1n, 'IDR'))).toThrow(/2\^53/);
    expect(() => toJson(money(-edge - 1n, 'IDR'))).toThrow(/2\^53/);
  });

  it.each([
    [{ amount: 1.5, currency: 'USD' }, 'amount'],
    [{ amount: 2 ** 53, currency: 'USD' }, 'amount'],
    [{ amount: Number.NaN, currency: 'USD' }, 'amount'],
    [{ amount: 1, currency: 'XXX' }, 'currency'],
    [{ amount: 1, currency: 'toString' }, 'currency'],
  ])('refuses %j', (json, path) => {
    expect(() => fromJson(json)).toThrow(
      expect.objectContaining({
        kind: expect.objectContaining({ code: 'invalid_input' }),
        fields: [expect.objectContaining({ path })],
      }),
    );
  });
});

describe('currencies', () => {
  it('knows its own and nothing else', () => {
    expect(isCurrency('IDR')).toBe(true);
    expect(isCurrency('idr')).toBe(false);
    expect(isCurrency('constructor')).toBe(false);
    expect([exponentOf('IDR'), exponentOf('JPY'), exponentOf('USD'), exponentOf('KWD')]).toEqual([
      0, 0, 2, 3,
    ]);
  });
});

describe('format', () => {
  it.each([
    [money(1_110_000, 'IDR'), 'Rp1.110.000', 'Rp1,110,000'],
    [money(-1_110, 'IDR'), '−Rp1.110', '−Rp1,110'],
    [money(0, 'IDR'), 'Rp0', 'Rp0'],
    [money(7400, 'USD'), 'US$74,00', '$74.00'],
    [money(-5, 'USD'), '−US$0,05', '−$0.05'],
    [money(123_456_789, 'EUR'), '€1.234.567,89', '€1,234,567.89'],
    [money(980, 'JPY'), 'JP¥980', '¥980'],
    [money(1_000, 'KWD'), 'KWD 1,000', 'KWD 1.000'],
    [money(9_007_199_254_740_993n, 'IDR'), 'Rp9.007.199.254.740.993', 'Rp9,007,199,254,740,993'],
  ])('%o', (value, indonesian, english) => {
    expect(formatMoney(value, 'id').replaceAll('\u00a0', ' ')).toBe(indonesian);
    expect(formatMoney(value, 'en').replaceAll('\u00a0', ' ')).toBe(english);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, parseNumber } from './numbers.ts';

describe('a number', () => {
  it('is filled up with zeros and never cut', () => {
    expect(formatNumber('INV/{year}/{number}', 6, 2026, 123n)).toBe('INV/2026/000123');
    expect(formatNumber('{number}-{year}', 2, 2026, 12345n)).toBe('12345-2026');
  });

  it('is found however it is written', () => {
    for (const text of ['INV/2026/000123', 'inv 2026 123', '#2026-123'])
      expect(parseNumber(text)).toEqual({ year: 2026, sequence: 123n });
    for (const text of ['123', '#000123', 'INV 123'])
      expect(parseNumber(text)).toEqual({ year: null, sequence: 123n });
    expect(parseNumber('Hosting')).toBeNull();
  });

  it('can be read back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2999 }),
        fc.bigInt(1n, 10n ** 12n),
        fc.integer({ min: 1, max: 10 }),
        (year, sequence, digits) => {
          expect(parseNumber(formatNumber('INV/{year}/{number}', digits, year, sequence))).toEqual({
            year,
            sequence,
          });
        },
      ),
    );
  });
});

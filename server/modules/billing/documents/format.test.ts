import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date } from '../../../kernel/values/dates.ts';
import { money } from '../../../kernel/values/money.ts';
import { formatDecimal, formatFigure, formatPeriod, printable, shortened } from './format.ts';

test.each([
  ['0', '0', '0'],
  ['730', '730', '730'],
  ['1234567.5', '1.234.567,5', '1,234,567.5'],
  ['-1000', '−1.000', '−1,000'],
  ['0.125', '0,125', '0.125'],
])('decimal %s', (decimal, indonesian, english) => {
  expect(formatDecimal(decimal, 'id')).toBe(indonesian);
  expect(formatDecimal(decimal, 'en')).toBe(english);
});

test('a figure is the sum without its currency', () => {
  expect(formatFigure(money(1_110_000n, 'IDR'), 'id')).toBe('1.110.000');
  expect(formatFigure(money(-7_400_005n, 'USD'), 'en')).toBe('−74,000.05');
});

test.each([
  ['2026-12-05', '2026-12-05', '5 Desember 2026', '5 December 2026'],
  ['2026-01-01', '2026-01-31', '1–31 Januari 2026', '1–31 January 2026'],
  ['2026-01-15', '2026-02-14', '15 Januari – 14 Februari 2026', '15 January – 14 February 2026'],
  ['2025-12-15', '2026-01-14', '15 Desember 2025 – 14 Januari 2026', '15 December 2025 – 14 January 2026'],
  ['2025-12-01', '2026-12-31', '1 Desember 2025 – 31 Desember 2026', '1 December 2025 – 31 December 2026'],
])('period %s to %s', (from, to, indonesian, english) => {
  expect(formatPeriod(date(from), date(to), 'id')).toBe(indonesian);
  expect(formatPeriod(date(from), date(to), 'en')).toBe(english);
});

test('printable text keeps its lines and loses what cannot be printed or would mislead', () => {
  expect(printable(' a\r\nb\tc\u2028d ')).toBe('a\nb c\nd');
  expect(printable('Rp\u202e000.1\u202c \u0000\u001b\ud800x\u2066y\u061c')).toBe('Rp000.1 xy');
  expect(printable('e\u0301')).toBe('\u00e9');
  expect(printable('\u{1f469}\u200d\u{1f467} \u0645\u0631')).toBe('\u{1f469}\u200d\u{1f467} \u0645\u0631');
});

test('printing twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = printable(text);
      expect(printable(once)).toBe(once);
      expect(once).not.toMatch(/[\p{Cs}\p{Bidi_Control}]/u);
    }),
  );
});

test('shortened text is one line of no more than it may have, whole characters only', () => {
  expect(shortened('satu\n dua', 20)).toBe('satu dua');
  expect(shortened('abcdef', 6)).toBe('abcdef');
  expect(shortened('abcdefg', 6)).toBe('abcde…');
  expect(shortened('😀😀😀', 2)).toBe('😀…');
});

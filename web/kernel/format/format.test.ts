import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFull, formatRelative, dateIn, type DateFormat } from './dates.ts';
import { exponentOf, formatMoney, parseAmount } from './money.ts';
import { formatBytes, formats } from './use-format.ts';

const jakarta: DateFormat = { locale: 'id', timeZone: 'Asia/Jakarta', dateStyle: 'auto' };
const now = new Date('2026-11-21T18:30:00Z'); // 22 November, 01:30 in Jakarta

describe('money', () => {
  it('reads as people write it', () => {
    expect(formatMoney({ amount: 1_110_000, currency: 'IDR' }, 'id')).toBe('Rp1.110.000');
    expect(formatMoney({ amount: 1_110_000, currency: 'IDR' }, 'en')).toBe('Rp1,110,000');
    expect(formatMoney({ amount: 7_400, currency: 'USD' }, 'en')).toBe('$74.00');
    expect(formatMoney({ amount: -7_400, currency: 'USD' }, 'id')).toBe('−$74,00');
  });

  it('parses what it wrote', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_000_000_000_000 }),
        fc.constantFrom('IDR', 'USD'),
        fc.constantFrom('id' as const, 'en' as const),
        (amount, currency, locale) =>
          parseAmount(formatMoney({ amount, currency }, locale), currency) === amount,
      ),
    );
  });

  it('understands both ways of grouping', () => {
    expect(parseAmount('1.110.000', 'IDR')).toBe(1_110_000);
    expect(parseAmount('1,110,000', 'IDR')).toBe(1_110_000);
    expect(parseAmount('1.000,5', 'USD')).toBe(100_050);
    expect(parseAmount('74', 'USD')).toBe(7_400);
    expect(parseAmount('gratis', 'IDR')).toBeNull();
    expect(exponentOf('IDR')).toBe(0);
  });
});

describe('dates', () => {
  it('live in the zone of the reader', () => {
    expect(dateIn('Asia/Jakarta', now)).toBe('2026-11-22');
    expect(formats(jakarta).date('2026-11-21T18:30:00Z')).toBe('22 Nov 2026');
    expect(formats(jakarta).time('2026-11-21T18:30:00Z')).toBe('01:30');
    expect(formats({ ...jakarta, dateStyle: 'iso' }).date('2026-11-30')).toBe('2026-11-30');
  });

  it('does not move a calendar date in any zone', () => {
    fc.assert(
      fc.property(fc.constantFrom('Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Jakarta'), (timeZone) => {
        return formats({ ...jakarta, timeZone }).date('2026-12-31') === '31 Des 2026';
      }),
    );
  });

  it.each([
    ['2026-11-22', 'hari ini'],
    ['2026-11-21', 'kemarin'],
    ['2026-11-20', '2 hari yang lalu'],
    ['2026-11-25', 'dalam 3 hari'],
    ['2026-12-31', '31 Des 2026'],
    ['2026-11-21T18:25:00Z', '5 menit yang lalu'],
    ['2026-11-21T16:30:00Z', '2 jam yang lalu'],
    ['2026-11-20T01:00:00Z', '2 hari yang lalu'],
  ])('says %s as %s', (value, words) => {
    expect(formatRelative(value, jakarta, now)).toBe(words);
  });

  it('says the full date with its zone', () => {
    expect(formatFull('2026-11-21T18:30:00Z', jakarta)).toBe('Minggu, 22 November 2026, 01:30 WIB');
    expect(formatFull('2026-12-31', { ...jakarta, locale: 'en' })).toMatch(/^Thursday,? 31 December 2026$/);
  });
});

describe('bytes', () => {
  it('are counted in steps of 1024', () => {
    expect(formatBytes(0, 'id')).toBe('0 B');
    expect(formatBytes(1536, 'id')).toBe('1,5 KB');
    expect(formatBytes(25 * 1024 ** 3, 'en')).toBe('25 GB');
  });
});

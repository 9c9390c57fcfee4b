import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import {
  addDays,
  addMonths,
  date,
  dateIn,
  dayOf,
  daysBetween,
  daysInMonth,
  endOfMonth,
  formatDate,
  formatRelative,
  isTimeZone,
  monthOf,
  parseDate,
  startOfDay,
  startOfMonth,
  yearOf,
  instantAt,
  timeIn,
} from './dates.ts';

const epoch = date('1970-01-01');
const anyDate = fc.integer({ min: -40_000, max: 80_000 }).map((days) => addDays(epoch, days));
const zones = [
  'UTC',
  'Asia/Jakarta',
  'Asia/Makassar',
  'Asia/Kathmandu',
  'America/New_York',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Europe/London',
];

describe('calendar dates', () => {
  it('exist', () => {
    for (const text of ['2026-11-22', '2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) {
      expect(parseDate(text)).toBe(text);
    }
    const wrong = [
      '2026-02-29',
      '1900-02-29',
      '2026-02-30',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '2026-04-31',
    ];
    for (const text of [
      ...wrong,
      '0000-01-01',
      '2026-1-1',
      '20260101',
      '+012026-01-01',
      '2026-01-01T00',
      '',
    ]) {
      expect(parseDate(text), text).toBeNull();
    }
    expect(() => date('2026-02-30')).toThrow(/2026-02-30/);
    expect(() => addDays(date('9999-12-31'), 1)).toThrow();
    expect(() => addDays(date('0001-01-01'), -1)).toThrow();
  });

  it('have parts and neighbors', () => {
    const day = date('2026-11-22');
    expect([yearOf(day), monthOf(day), dayOf(day)]).toEqual([2026, 11, 22]);
    expect([startOfMonth(day), endOfMonth(day)]).toEqual(['2026-11-01', '2026-11-30']);
  });

  it('count days', () => {
    expect(addDays(date('2028-02-28'), 2)).toBe('2028-03-01');
    expect(addDays(date('2026-01-01'), -1)).toBe('2025-12-31');
    expect(daysBetween(date('2026-01-01'), date('2027-01-01'))).toBe(365);
    expect(daysBetween(date('2026-01-02'), date('2026-01-01'))).toBe(-1);
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it.each([
    ['2026-01-31', 1, undefined, '2026-02-28'],
    ['2028-01-31', 1, undefined, '2028-02-29'],
    ['2026-02-28', 1, 31, '2026-03-31'],
    ['2026-02-28', 2, 31, '2026-04-30'],
    ['2026-02-28', 1, undefined, '2026-03-28'],
    ['2028-02-29', 12, undefined, '2029-02-28'],
    ['2029-02-28', 36, 29, '2032-02-29'],
    ['2026-11-22', 2, undefined, '2027-01-22'],
    ['2026-01-15', -1, undefined, '2025-12-15'],
    ['2026-03-31', -13, undefined, '2025-02-28'],
    ['2026-05-10', 0, undefined, '2026-05-10'],
  ])('%s + %i months on day %s is %s', (from, months, anchor, expected) => {
    expect(addMonths(date(from), months, anchor)).toBe(expected);
  });

  it('add months to the anchor day or the last of the month', () => {
    const months = fc.integer({ min: -600, max: 600 });
    fc.assert(
      fc.property(anyDate, months, fc.integer({ min: 1, max: 31 }), (day, count, anchor) => {
        const later = addMonths(day, count, anchor);
        expect(yearOf(later) * 12 + monthOf(later)).toBe(yearOf(day) * 12 + monthOf(day) + count);
        expect(dayOf(later)).toBe(Math.min(anchor, daysInMonth(later)));
        expect(addDays(endOfMonth(later), 1)).toBe(startOfMonth(addMonths(later, 1)));
      }),
    );
    expect(() => addMonths(epoch, 1, 0)).toThrow(/anchor/);
    expect(() => addMonths(epoch, 1, 32)).toThrow(/anchor/);
  });
});

describe('zones', () => {
  it('are names of the IANA database', () => {
    for (const zone of zones) expect(isTimeZone(zone), zone).toBe(true);
    for (const zone of ['', 'WIB', '+07:00', 'Asia/Atlantis', '-3', 'Asia/Jakarta; drop']) {
      expect(isTimeZone(zone), zone).toBe(false);
    }
  });

  it('decide which day it is', () => {
    const instant = new Date('2026-11-22T17:30:00Z');
    expect(dateIn('UTC', instant)).toBe('2026-11-22');
    expect(dateIn('Asia/Jakarta', instant)).toBe('2026-11-23');
    expect(dateIn('America/New_York', instant)).toBe('2026-11-22');
    expect(() => dateIn('Nowhere/Land', instant)).toThrow();
  });

  it('start the day where summer time skips midnight, doubles it, or where a day never was', () => {
    expect(startOfDay(date('2026-11-22'), 'Asia/Jakarta')).toEqual(new Date('2026-11-21T17:00:00Z'));
    // 00:00 became 01:00 in São Paulo, and 24:00 became 23:00.
    expect(startOfDay(date('2018-11-04'), 'America/Sao_Paulo')).toEqual(new Date('2018-11-04T03:00:00Z'));
    expect(startOfDay(date('2018-02-18'), 'America/Sao_Paulo')).toEqual(new Date('2018-02-18T03:00:00Z'));
    expect(startOfDay(date('2024-04-26'), 'Africa/Cairo')).toEqual(new Date('2024-04-25T22:00:00Z'));
    // Samoa crossed the date line: 30 December 2011 is over as it begins.
    expect(startOfDay(date('2011-12-30'), 'Pacific/Apia')).toEqual(
      startOfDay(date('2011-12-31'), 'Pacific/Apia'),
    );
  });

  it('begin and tell the time as Temporal says, whether clocks change nearby or not', () => {
    const any = fc.integer({ min: -10_000, max: 40_000 }).map((days) => addDays(epoch, days));
    const changing = fc.constantFrom(
      ...zones,
      'Pacific/Apia',
      'America/Santiago',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
    );
    const time = fc.constantFrom('00:00', '00:30', '02:30', '09:00', '23:59');
    fc.assert(
      fc.property(changing, any, time, (zone, day, at) => {
        const plain = Temporal.PlainDate.from(day);
        expect(startOfDay(day, zone).getTime()).toBe(plain.toZonedDateTime(zone).epochMilliseconds);
        const local = plain.toPlainDateTime(Temporal.PlainTime.from(at)).toZonedDateTime(zone);
        const instant = instantAt(day, at, zone);
        expect(instant.getTime()).toBe(local.epochMilliseconds);
        expect(timeIn(zone, instant)).toBe(local.toPlainTime().toString({ smallestUnit: 'minute' }));
      }),
      { numRuns: 500 },
    );
  });

  it('start each day at its first instant', () => {
    const recent = fc.integer({ min: 15_400, max: 30_000 }).map((days) => addDays(epoch, days));
    fc.assert(
      fc.property(fc.constantFrom(...zones), recent, (zone, day) => {
        const start = startOfDay(day, zone);
        expect(dateIn(zone, start)).toBe(day);
        expect(dateIn(zone, new Date(start.getTime() - 1)) < day).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('words', () => {
  const day = date('2026-11-22');

  it('in both languages', () => {
    expect(formatDate(day, 'id')).toBe('22 Nov 2026');
    expect(formatDate(day, 'en')).toBe('22 Nov 2026');
    expect(formatDate(date('2026-05-02'), 'id', 'long')).toBe('2 Mei 2026');
    expect(formatDate(date('2026-05-02'), 'en', 'long')).toBe('2 May 2026');
    expect(formatDate(day, 'id', 'full')).toBe('Minggu, 22 November 2026');
    expect(formatDate(day, 'en', 'full')).toMatch(/^Sunday,? 22 November 2026$/);
  });

  it('relative within a week', () => {
    const say = (days: number, locale: 'id' | 'en') => formatRelative(addDays(day, days), day, locale);
    expect([0, 1, -1, 3, -6].map((days) => say(days, 'en'))).toEqual([
      'today',
      'tomorrow',
      'yesterday',
      'in 3 days',
      '6 days ago',
    ]);
    expect([0, 1, -1, 3, -6].map((days) => say(days, 'id'))).toEqual([
      'hari ini',
      'besok',
      'kemarin',
      'dalam 3 hari',
      '6 hari yang lalu',
    ]);
    expect([say(7, 'en'), say(-7, 'id')]).toEqual([null, null]);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readHolidays } from './ical.ts';

const years = { from: 2026, to: 2027 };
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const file = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');

test('whole days become holidays: one, several, folded, escaped, each year', () => {
  const read = readHolidays(
    file(
      ...event('DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20260102', 'SUMMARY:Tahun Baru\\, libur'),
      ...event(
        'SUMMARY;LANGUAGE="id:ID":Cuti bersama Id',
        ' ulfitri',
        'DTSTART;VALUE=DATE:20260320',
        'DTEND;VALUE=DATE:20260323',
      ),
      ...event(
        'DTSTART:20200817',
        'RRULE:FREQ=YEARLY;BYMONTH=8',
        'SUMMARY:Kemerdekaan',
        'BEGIN:VALARM',
        'SUMMARY:Alarm',
        'END:VALARM',
      ),
      ...event('DTSTART:20240229', 'RRULE:FREQ=YEARLY', 'SUMMARY:Kabisat'),
      ...event('DTSTART:20251225', 'RRULE:FREQ=YEARLY;UNTIL=20261231T000000Z', 'SUMMARY:Natal'),
      ...event('DTSTART:20190101', 'SUMMARY:Lama'),
    ),
    years,
  );
  expect(read).toEqual({
    holidays: [
      { on: '2026-01-01', name: 'Tahun Baru, libur' },
      { on: '2026-03-20', name: 'Cuti bersama Idulfitri' },
      { on: '2026-03-21', name: 'Cuti bersama Idulfitri' },
      { on: '2026-03-22', name: 'Cuti bersama Idulfitri' },
      { on: '2026-08-17', name: 'Kemerdekaan' },
      { on: '2026-12-25', name: 'Natal' },
      { on: '2027-08-17', name: 'Kemerdekaan' },
    ],
    skipped: [],
  });
});

test('what is no holiday is named with why', () => {
  const read = readHolidays(
    file(
      ...event('DTSTART:20260105T090000Z', 'SUMMARY:Rapat'),
      ...event('DTSTART;VALUE=DATE:20260105', 'STATUS:CANCELLED', 'SUMMARY:Batal'),
      ...event('DTSTART;VALUE=DATE:20260105', 'RRULE:FREQ=WEEKLY', 'SUMMARY:Senin'),
      ...event('DTSTART;VALUE=DATE:20260230', 'SUMMARY:Tidak ada'),
      ...event('DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20270101', 'SUMMARY:Setahun'),
    ),
    years,
  );
  expect(read!.holidays).toEqual([]);
  expect(read!.skipped.map(({ name, why }) => [name, why])).toEqual([
    ['Rapat', 'has_hours'],
    ['Batal', 'canceled'],
    ['Senin', 'repeats_otherwise'],
    ['Tidak ada', 'no_date'],
    ['Setahun', 'too_long'],
  ]);
});

test('anything else is refused, and nothing breaks it', () => {
  expect(readHolidays('<html>', years)).toBeNull();
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (lines) => {
      expect(readHolidays(file(...event(...lines)), years)).not.toBeNull();
    }),
  );
});

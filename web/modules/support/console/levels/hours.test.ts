import { expect, test } from 'vitest';
import { readHolidayLines, readHours, writeHolidays, writeHours } from './hours.ts';

test('hours are read as they are written', () => {
  const office = [
    { from: '08:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ];
  expect(readHours('8.00 – 12:00,13:00-17:00')).toEqual(office);
  expect(readHours(writeHours(office))).toEqual(office);
  expect(readHours('')).toEqual([]);
  expect(readHours('00:00-24:00')).toEqual([{ from: '00:00', to: '24:00' }]);
  for (const wrong of [
    '8-12',
    '12:00-08:00',
    '08:00-12:00 13:00-17:00',
    '08:00-12:00, 11:00-13:00',
    '08:00-25:00',
  ])
    expect(readHours(wrong)).toBeNull();
});

test('holidays are read one a line, each day once, in order', () => {
  const text = '2026-12-25 Natal\n\n2026-08-17 Kemerdekaan\n2026-12-25 Hari Natal';
  const { holidays, wrong } = readHolidayLines(text);
  expect(wrong).toBeNull();
  expect(writeHolidays(holidays)).toBe('2026-08-17 Kemerdekaan\n2026-12-25 Hari Natal');
  expect(readHolidayLines('Natal 2026').wrong).toBe('Natal 2026');
});

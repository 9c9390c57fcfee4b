import fc from 'fast-check';
import { addDays, date, startOfDay, type CalendarDate } from '../../../../../kernel/values/dates.ts';
import { scheduleFrom, type Schedule } from '../periods.ts';

// What the properties of charges are tried with.

/** Any day of a century, with leap years, one of them left out (2100). */
export const anyDay = fc.integer({ min: 0, max: 36_600 }).map((days) => addDays(date('2001-01-01'), days));

export const anyMonths = fc.constantFrom(1, 2, 3, 6, 12, 24, 36);

export const anySchedule: fc.Arbitrary<Schedule> = fc
  .tuple(anyDay, anyMonths)
  .map(([anchor, months]) => scheduleFrom(anchor, months));

/** Both hemispheres, half hours, a day that was left out, and none of it. */
export const anyZone = fc.constantFrom(
  'Asia/Jakarta',
  'Asia/Jayapura',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Pacific/Pago_Pago',
  'Australia/Lord_Howe',
  'America/Santiago',
  'America/New_York',
  'Europe/Berlin',
  'Africa/Casablanca',
  'UTC',
);

export const anyPrice = fc.bigInt({ min: 0n, max: 10n ** 12n });

export function instantOn(day: CalendarDate, zone: string, second: number): Date {
  return new Date(startOfDay(day, zone).getTime() + second * 1000);
}

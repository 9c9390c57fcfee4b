import { addDays, weekdayOf } from '../../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../../kernel/values/dates.ts';
import { assert } from '../../../../kernel/values/errors.ts';

/** The days on which the business works. */
export interface WorkingDays {
  /** Days of the week that are free, 1 (Monday) to 7; at most six. */
  readonly weekend: readonly number[];
  readonly holidays: readonly CalendarDate[];
}

export function isWorkingDay(day: CalendarDate, { weekend, holidays }: WorkingDays): boolean {
  return !weekend.includes(weekdayOf(day)) && !holidays.includes(day);
}

/** `day` itself, or the nearest working day after it (`direction` 1) or before it (−1). */
export function nearestWorkingDay(day: CalendarDate, direction: 1 | -1, calendar: WorkingDays): CalendarDate {
  assert(new Set(calendar.weekend).size < 7, 'somebody works on one day of the week');
  let found = day;
  while (!isWorkingDay(found, calendar)) found = addDays(found, direction);
  return found;
}

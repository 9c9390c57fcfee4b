import { addDays, instantAt, startOfDay, weekdayOf } from '../../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../../kernel/values/dates.ts';

/** Hours of one day, 'HH:MM' of 24 hours; `to` may be '24:00'. */
export interface Hours {
  from: string;
  to: string;
}

export interface Holiday {
  on: CalendarDate;
  name: string;
}

/** When a desk is there: hours of each weekday (Monday first, seven of them) in a zone of the IANA database, but for holidays. */
export interface BusinessCalendar {
  zone: string;
  week: readonly (readonly Hours[])[];
  holidays: readonly Holiday[];
}

/** One unbroken time that the desk is there, in milliseconds since 1970. */
export interface Opening {
  opens: number;
  closes: number;
}

/** The openings of the days from `first` up to but not including `end`, in order; those that touch are one. */
export function openings(calendar: BusinessCalendar, first: CalendarDate, end: CalendarDate): Opening[] {
  const { zone, week, holidays } = calendar;
  const closed = new Set<string>(holidays.map(({ on }) => on));
  const found: Opening[] = [];
  for (let day = first; day < end; day = addDays(day, 1)) {
    if (closed.has(day)) continue;
    for (const { from, to } of week[weekdayOf(day) - 1]!) {
      const opens = startAt(day, from, zone);
      const closes = startAt(day, to, zone);
      const last = found.at(-1);
      // An hour that summer time skips is no time at all.
      if (closes <= opens) continue;
      if (last && last.closes >= opens) last.closes = Math.max(last.closes, closes);
      else found.push({ opens, closes });
    }
  }
  return found;
}

function startAt(day: CalendarDate, time: string, zone: string): number {
  if (time === '00:00') return startOfDay(day, zone).getTime();
  if (time === '24:00') return startOfDay(addDays(day, 1), zone).getTime();
  return instantAt(day, time, zone).getTime();
}

/** Whether the hours of a day are in order, each with some time, and none over another. */
export function inOrder(hours: readonly Hours[]): boolean {
  return hours.every(({ from, to }, index) => from < to && (index === 0 || hours[index - 1]!.to <= from));
}

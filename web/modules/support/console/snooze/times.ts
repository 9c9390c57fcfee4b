import { dateIn } from '../../../../kernel/format/dates.ts';

const day = 86_400_000;
/** When a desk begins its day, in hours. */
const morning = 8;

/** The morning of a calendar date (YYYY-MM-DD) in a zone. */
export function morningOf(date: string, zone: string): Date {
  const wanted = Date.parse(`${date}T${String(morning).padStart(2, '0')}:00:00Z`);
  // Once with the offset of about then, and once more for a zone that changes its clocks in between.
  const once = wanted - offsetAt(new Date(wanted), zone);
  return new Date(wanted - offsetAt(new Date(once), zone));
}

export function tomorrowMorning(now: Date, zone: string): Date {
  return morningOf(daysAfter(dateIn(zone, now), 1), zone);
}

/** The next Monday; from a Monday the one after. */
export function nextMonday(now: Date, zone: string): Date {
  const today = dateIn(zone, now);
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay();
  return morningOf(daysAfter(today, weekday === 0 ? 1 : 8 - weekday), zone);
}

export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)!.value);
  const there = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return there - Math.floor(instant.getTime() / 60_000) * 60_000;
}

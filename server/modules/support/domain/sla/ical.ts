import { addDays, parseDate, yearOf } from '../../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../../kernel/values/dates.ts';
import type { Holiday } from './calendar.ts';

/** What of a file is no holiday to us, by its name and why. */
export interface Skipped {
  name: string;
  why: 'canceled' | 'has_hours' | 'no_date' | 'too_long' | 'repeats_otherwise';
}

/** Days of one event; longer ones are no holidays but a mistake. */
const longest = 60;

/**
 * The whole-day events of an iCalendar file (RFC 5545) that fall into the years from `from` to `to`, each day once. What repeats each year
 * is followed; other repetitions, events with hours and canceled ones are named in `skipped`. Null: this is no iCalendar file.
 */
export function readHolidays(
  file: string,
  { from, to }: { from: number; to: number },
): { holidays: Holiday[]; skipped: Skipped[] } | null {
  const lines = unfold(file);
  if (!/^begin:vcalendar$/i.test(lines[0]?.trim() ?? '')) return null;
  const found = new Map<string, Holiday>();
  const skipped: Skipped[] = [];
  for (const event of eventsOf(lines)) {
    const name = words(event.get('SUMMARY')?.value ?? '').slice(0, 100);
    const read = daysOf(event, { from, to });
    if (typeof read === 'string') skipped.push({ name, why: read });
    else for (const on of read) if (!found.has(on)) found.set(on, { on, name });
  }
  return { holidays: [...found.values()].sort((a, b) => (a.on < b.on ? -1 : 1)), skipped };
}

interface Property {
  parameters: string;
  value: string;
}
type Event = ReadonlyMap<string, Property>;

/** Long lines are broken, and go on after a space or tab. */
function unfold(file: string): string[] {
  return file
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/);
}

function* eventsOf(lines: readonly string[]): Generator<Event> {
  let event: Map<string, Property> | null = null;
  let inner = 0;
  for (const line of lines) {
    const match = /^([A-Za-z-]+)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$/.exec(line);
    if (!match) continue;
    const [, name = '', parameters = '', value = ''] = match;
    const upper = name.toUpperCase();
    const of = value.trim().toUpperCase();
    if (upper === 'BEGIN' && of === 'VEVENT') event = new Map();
    else if (upper === 'BEGIN') inner += event ? 1 : 0;
    else if (upper === 'END' && of === 'VEVENT' && event) {
      yield event;
      event = null;
    } else if (upper === 'END') inner -= event && inner > 0 ? 1 : 0;
    // What an alarm inside an event says is not the event's.
    else if (event && inner === 0 && !event.has(upper)) event.set(upper, { parameters, value });
  }
}

function daysOf(event: Event, years: { from: number; to: number }): CalendarDate[] | Skipped['why'] {
  if (event.get('STATUS')?.value.trim().toUpperCase() === 'CANCELLED') return 'canceled';
  const start = event.get('DTSTART');
  if (start && /T\d{6}Z?$/.test(start.value.trim())) return 'has_hours';
  const first = dayIn(start);
  if (!first) return 'no_date';
  // The end is the day after the last; without one it is a single day.
  const end = dayIn(event.get('DTEND')) ?? addDays(first, 1);
  const length = Math.max(1, (Date.parse(end) - Date.parse(first)) / 86_400_000);
  if (length > longest) return 'too_long';
  const starts = repeated(first, event.get('RRULE')?.value, years);
  if (!starts) return 'repeats_otherwise';
  return starts
    .flatMap((day) => Array.from({ length }, (_, index) => addDays(day, index)))
    .filter((day) => yearOf(day) >= years.from && yearOf(day) <= years.to);
}

function dayIn(property: Property | undefined): CalendarDate | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(property?.value.trim() ?? '');
  return match ? parseDate(`${match[1]}-${match[2]}-${match[3]}`) : null;
}

/** The day itself, or on the same day of each year; null where the rule says something else. */
function repeated(
  first: CalendarDate,
  rule: string | undefined,
  years: { to: number },
): CalendarDate[] | null {
  if (rule === undefined) return [first];
  const parts = new Map(
    rule
      .trim()
      .toUpperCase()
      .split(';')
      .map((part) => part.split('=', 2) as [string, string]),
  );
  const sameDay: Record<string, string> = {
    BYMONTH: String(Number(first.slice(5, 7))),
    BYMONTHDAY: String(Number(first.slice(8))),
  };
  const known = [...parts].every(
    ([name, value]) =>
      ['INTERVAL', 'COUNT', 'UNTIL', 'WKST'].includes(name) ||
      (name === 'FREQ' && value === 'YEARLY') ||
      sameDay[name] === value,
  );
  if (!known || !parts.has('FREQ')) return null;
  const every = Number(parts.get('INTERVAL') ?? 1);
  const count = Number(parts.get('COUNT') ?? Infinity);
  const until = (parts.get('UNTIL') ?? '99991231').slice(0, 8);
  const found: CalendarDate[] = [];
  for (let year = yearOf(first); year <= years.to && found.length < count; year += Math.max(1, every)) {
    const day = parseDate(`${String(year).padStart(4, '0')}${first.slice(4)}`);
    if (day && day.replaceAll('-', '') <= until) found.push(day);
  }
  return found;
}

/** Text as it was before it was escaped. */
function words(text: string): string {
  return text.replace(/\\([\\;,nN])/g, (_, char: string) => (char.toLowerCase() === 'n' ? ' ' : char)).trim();
}

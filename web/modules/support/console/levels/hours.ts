import type { Calendar } from '../../../../../server/modules/support/sla-contract.ts';

type Hours = Calendar['week'][number];

const span = /^([01]?\d|2[0-3])[:.]([0-5]\d)\s*[-–]\s*(?:([01]?\d|2[0-3])[:.]([0-5]\d)|(24)[:.](00))$/;
const two = (digits: string) => digits.padStart(2, '0');

/** '08:00-12:00, 13:00-17:00' as hours; null where it says something else. */
export function readHours(text: string): Hours | null {
  if (text.trim() === '') return [];
  const found: Hours = [];
  for (const part of text.split(',')) {
    const match = span.exec(part.trim());
    if (!match) return null;
    const [, h1 = '', m1 = '', h2, m2, h3 = '24', m3 = '00'] = match;
    const one = { from: `${two(h1)}:${m1}`, to: `${two(h2 ?? h3)}:${m2 ?? m3}` };
    const last = found.at(-1);
    if (one.from >= one.to || (last && one.from < last.to)) return null;
    found.push(one);
  }
  return found;
}

export const writeHours = (hours: Hours): string => hours.map(({ from, to }) => `${from}-${to}`).join(', ');

type Holidays = Calendar['holidays'];

/** One holiday a line; the first line that is none, where there is one. */
export function readHolidayLines(text: string): { holidays: Holidays; wrong: string | null } {
  const holidays = new Map<string, Holidays[number]>();
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const match = /^(\d{4}-\d{2}-\d{2})(?:\s+(.*))?$/.exec(line.trim());
    if (!match) return { holidays: [], wrong: line.trim() };
    holidays.set(match[1]!, { on: match[1]!, name: (match[2] ?? '').trim() });
  }
  return { holidays: [...holidays.values()].toSorted((a, b) => a.on.localeCompare(b.on)), wrong: null };
}

export const writeHolidays = (holidays: Holidays): string =>
  holidays.map(({ on, name }) => `${on} ${name}`.trim()).join('\n');

import { dateIn } from '../../../kernel/format/dates.ts';

export interface Range {
  from: string;
  to: string;
}

/** The usual periods of a statement, by the calendar where the reader is. */
export function rangesFor(
  timeZone: string,
  now: Date,
): Record<'thisMonth' | 'lastMonth' | 'thisYear', Range> {
  const today = dateIn(timeZone, now);
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const day = (y: number, m: number, d: number) => new Date(Date.UTC(y, m - 1, d)).toISOString().slice(0, 10);
  return {
    thisMonth: { from: day(year, month, 1), to: day(year, month + 1, 0) },
    lastMonth: { from: day(year, month - 1, 1), to: day(year, month, 0) },
    thisYear: { from: day(year, 1, 1), to: day(year, 12, 31) },
  };
}

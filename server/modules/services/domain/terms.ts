import { addDays, addMonths, dayOf, daysBetween, type CalendarDate } from '../../../kernel/values/dates.ts';

const months = {
  monthly: 1,
  quarterly: 3,
  semiannual: 6,
  annual: 12,
  biennial: 24,
  triennial: 36,
} as const;

export type Cycle = 'one_time' | keyof typeof months;

/** The days from `from` up to, not including, `to`. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The period that begins on `from`, its end on the anchor's day; null for what is paid once. */
export function periodFrom(from: CalendarDate, cycle: Cycle, anchor: CalendarDate): Period | null {
  if (cycle === 'one_time') return null;
  return { from, to: addMonths(from, months[cycle], dayOf(anchor)) };
}

/** The period that ends on `to`. */
export function periodUntil(
  to: CalendarDate,
  cycle: Exclude<Cycle, 'one_time'>,
  anchor: CalendarDate,
): Period {
  return { from: addMonths(to, -months[cycle], dayOf(anchor)), to };
}

/**
 * The day the period after `period` is invoiced: `leadDays` before it begins, though never in the first half of the running one, so
 * that a short trial is not billed on its first day.
 */
export function invoiceDay(period: Period, leadDays: number): CalendarDate {
  const half = Math.floor(daysBetween(period.from, period.to) / 2);
  return addDays(period.to, -Math.min(leadDays, half));
}

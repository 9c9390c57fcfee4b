import type { Json } from '../../../kernel/values/json.ts';
import { meteredIn } from '../../catalog/index.ts';
import type { BillDay } from '../../catalog/index.ts';
import { addDays, addMonths, dayOf, daysBetween, type CalendarDate } from '../../../kernel/values/dates.ts';

export const monthsOf = {
  monthly: 1,
  quarterly: 3,
  semiannual: 6,
  annual: 12,
  biennial: 24,
  triennial: 36,
} as const;

export type Cycle = 'one_time' | keyof typeof monthsOf;

/** Whether use of it costs something on top of its price. */
export function isMetered({ choices }: { readonly choices: Json }): boolean {
  return meteredIn(choices).length > 0;
}

/** Whether its periods are invoiced by themselves. */
export function billsPeriods(terms: { readonly recurring: bigint; readonly choices: Json }): boolean {
  return terms.recurring > 0n || isMetered(terms);
}

/** What is agreed for a service: what it is, and what is paid for each period, in minor units, quantity included. */
export interface Terms {
  readonly planId: string;
  readonly names: { readonly id: string; readonly en: string };
  readonly quantity: number;
  readonly choices: Json;
  readonly cycle: Cycle;
  readonly recurring: bigint;
  readonly taxable: boolean;
  /** Of the plan's price in the catalog; null: the price is of its own, as agreed or announced. */
  readonly priceVersion: number | null;
  /** The day of the month it is billed on from then on; where nothing is said, as before. */
  readonly billDay?: BillDay | null;
}

/** The price from the first day of a period on, as it was announced and agreed to by staying. */
export interface ComingPrice {
  readonly on: CalendarDate;
  readonly recurring: bigint;
  readonly version: number | null;
  /** What was chosen at the new prices, as in `Terms`. */
  readonly choices: Json;
  /** What announced it. */
  readonly move: string;
}

/** The days from `from` up to, not including, `to`. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The first day from `from` on that is on a day of the month, or on the last of one that is shorter. */
export function firstWholeFrom(from: CalendarDate, day: number): CalendarDate {
  const here = addMonths(from, 0, day);
  return here >= from ? here : addMonths(from, 1, day);
}

/**
 * The period that begins on `from`, its end on the anchor's day; null for what is paid once. From another day than the anchor's it is only
 * the part up to that.
 */
export function periodFrom(from: CalendarDate, cycle: Cycle, anchor: CalendarDate): Period | null {
  if (cycle === 'one_time') return null;
  const begins = firstWholeFrom(from, dayOf(anchor));
  return { from, to: begins > from ? begins : addMonths(from, monthsOf[cycle], dayOf(anchor)) };
}

/** The period that ends on `to`. */
export function periodUntil(
  to: CalendarDate,
  cycle: Exclude<Cycle, 'one_time'>,
  anchor: CalendarDate,
): Period {
  return { from: addMonths(to, -monthsOf[cycle], dayOf(anchor)), to };
}

/**
 * The day the period after `period` is invoiced: `leadDays` before it begins, though never in the first half of the running one, so
 * that a short trial is not billed on its first day.
 */
export function invoiceDay(period: Period, leadDays: number): CalendarDate {
  const half = Math.floor(daysBetween(period.from, period.to) / 2);
  return addDays(period.to, -Math.min(leadDays, half));
}

/**
 * The day the period after `last` is invoiced under some terms: ahead, or where use is billed along with it, when that is over and known.
 * A trial costs nothing, so what follows it is invoiced ahead in any case.
 */
export function nextInvoiceDay(
  last: Period & { readonly trial?: boolean },
  terms: { readonly choices: Json },
  leadDays: number,
): CalendarDate {
  return isMetered(terms) && !last.trial ? last.to : invoiceDay(last, leadDays);
}

/**
 * While a service was held for non-payment no period was invoiced. Where its product leaves that time out, periods begin anew on the day it
 * runs again, or with the part up to the day of the month it is billed on; otherwise (null) they are invoiced now, one after the other.
 */
export function timeAfterHold(
  {
    period,
    nextInvoiceOn,
    anchorOn,
    billDay,
  }: {
    period: Period | null;
    nextInvoiceOn: CalendarDate | null;
    anchorOn: CalendarDate | null;
    billDay: BillDay | null;
  },
  today: CalendarDate,
  onHold: 'bill' | 'skip',
): { anchorOn: CalendarDate; period: Period; nextInvoiceOn: CalendarDate } | null {
  if (onHold === 'bill' || !period || period.to >= today || nextInvoiceOn === null) return null;
  return {
    anchorOn: (billDay && anchorOn) ?? today,
    period: { from: period.to, to: today },
    nextInvoiceOn: today,
  };
}

import { addDays, addMonths, dayOf, daysBetween, type CalendarDate } from '../../../kernel/values/dates.ts';
import type { BillDay } from '../../catalog/index.ts';
import { prepaidAnew } from './bill-day.ts';
import type { ServiceDiscount } from './discounts.ts';
import { periodEndFrom, tellDay } from './fixed-term.ts';
import type { FixedTerm } from './fixed-term.ts';
import { movedDay, movePaidTime, paidTime } from './paid-time.ts';
import type { PaidFor, PaidTime } from './paid-time.ts';
import { billsPeriods, firstWholeFrom, monthsOf, nextInvoiceDay, periodUntil } from './terms.ts';
import type { ComingPrice, Period, Terms } from './terms.ts';

/** What becomes of paid time that is left when a pause begins: it stands still, is given back, or passes. */
export type PauseUnused = 'extend' | 'credit' | 'none';

/** A pause as its service has it; it lies ahead until the service is paused. */
export interface Pause {
  readonly on: CalendarDate;
  readonly resumeOn: CalendarDate | null;
  readonly unused: PauseUnused;
}

type Paused = PaidFor &
  Pick<Terms, 'recurring' | 'choices'> & {
    readonly pause: Pause | null;
    readonly billDay: BillDay | null;
    readonly discounts: readonly ServiceDiscount[];
    readonly term: FixedTerm | null;
    readonly termEndsOn: CalendarDate | null;
    readonly coming: ComingPrice | null;
  };

/** What a service is once its pause is over. */
export interface GoesOn {
  readonly anchorOn: CalendarDate | null;
  readonly period: Period | null;
  readonly paidThrough: CalendarDate | null;
  readonly moved: readonly PaidTime[];
  readonly nextInvoiceOn: CalendarDate | null;
  readonly discounts: readonly ServiceDiscount[];
  readonly term: FixedTerm | null;
  readonly termEndsOn: CalendarDate | null;
  /** Where nothing moved it is as it was. */
  readonly termTellOn?: CalendarDate | null;
  readonly coming: ComingPrice | null;
}

/** So many days of paid time stand still while it is paused. */
export function keptDays({ pause, paidThrough }: Pick<Paused, 'pause' | 'paidThrough'>): number {
  if (pause?.unused !== 'extend' || !paidThrough) return 0;
  return Math.max(0, daysBetween(pause.on, paidThrough));
}

/** So many days before a pause ends by itself its client hears of it; of a short one not at all. */
const daysToTell = 3;

export function pauseTellDay({ on, resumeOn }: Omit<Pause, 'unused'>): CalendarDate | null {
  const day = resumeOn && addDays(resumeOn, -daysToTell);
  return day && day > on ? day : null;
}

/**
 * A service from the day it goes on after a pause. Time that stood still goes on from that day, and the days without any belong to no period.
 * Where nothing is left, periods begin anew on that day. What was promised or agreed on for a time keeps its length.
 */
export function goesOn(service: Paused, on: CalendarDate, leadDays: number): GoesOn {
  const { pause, paidThrough, anchorOn, period, cycle } = service;
  const { moved, discounts, term, termEndsOn, coming } = service;
  const same = { anchorOn, period, paidThrough, moved, discounts, term, termEndsOn, coming };
  const next = (last: Period | null) =>
    last && billsPeriods(service) ? nextInvoiceDay(last, service, leadDays) : null;
  if (!pause || !anchorOn || !period || !paidThrough || cycle === 'one_time')
    return { ...same, nextInvoiceOn: next(period) };
  // What is billed on a day of the month goes on to be, with a part of a period up to it.
  const cutFrom = (day: CalendarDate) => (service.billDay ? anchorOn : day);
  if (keptDays(service) > 0) {
    const stood = pause.on;
    const days = daysBetween(stood, on);
    if (days === 0) return { ...same, nextInvoiceOn: next(period) };
    const to = addDays(paidThrough, days);
    const from = addDays(period.from > stood ? period.from : stood, days);
    const begun = paidTime(service, stood)[0]!.from;
    return {
      ...agreedMoved(service, { after: begun, base: paidThrough, to, anchor: cutFrom(to) }),
      anchorOn: cutFrom(to),
      period: { from, to },
      paidThrough: to,
      moved: movePaidTime(paidTime(service, stood), stood, on),
      nextInvoiceOn: next({ from, to }),
    };
  }
  // It was paid on, or for nothing: time that has not passed is as it was.
  if (paidThrough > on || !billsPeriods(service)) return { ...same, nextInvoiceOn: next(period) };
  if (paidThrough === on && period.to === on) return { ...same, nextInvoiceOn: next(period) };
  const last = paidThrough < on ? { from: paidThrough, to: on } : periodUntil(on, cycle, anchorOn);
  // What was begun and given back counts as not begun.
  const base = boundaryAt(service, paidThrough);
  return {
    ...agreedMoved(service, { after: base, base, to: on, anchor: cutFrom(on) }),
    anchorOn: cutFrom(on),
    period: last,
    paidThrough,
    moved: [],
    nextInvoiceOn: on,
  };
}

/** The last day on which a period began, up to a day; the day itself where one begins then. */
function boundaryAt({ anchorOn, cycle, period }: Paused, day: CalendarDate): CalendarDate {
  const begin = (nth: number) =>
    addMonths(period!.to, nth * monthsOf[cycle as keyof typeof monthsOf], dayOf(anchorOn!));
  let nth = 0;
  while (begin(nth) > day) nth--;
  while (begin(nth + 1) <= day) nth++;
  return begin(nth);
}

interface Cut {
  /** Only what lies behind it moves. */
  readonly after: CalendarDate;
  readonly base: CalendarDate;
  readonly to: CalendarDate;
  readonly anchor: CalendarDate;
}

function agreedMoved(service: Paused, { after, anchor, ...cut }: Cut) {
  const whole = firstWholeFrom(cut.to, dayOf(anchor));
  const boundary = (months: number) => addMonths(whole, months, dayOf(anchor));
  const was = dayOf(service.anchorOn!);
  const move = (day: CalendarDate) => (day > after ? movedDay(day, { ...cut, was, boundary }) : day);
  const { term, termEndsOn, coming, cycle } = service;
  const until = term?.until && move(term.until);
  const endsOn =
    until && termEndsOn
      ? periodEndFrom(until > cut.to ? until : cut.to, { from: cut.to, cycle, anchor })
      : termEndsOn;
  return {
    discounts: prepaidAnew(service, { from: cut.to, cycle, anchor }).map((discount) =>
      discount.prepaid
        ? discount
        : {
            ...discount,
            ...(discount.from && { from: move(discount.from) }),
            until: discount.until && move(discount.until),
          },
    ),
    term: term && { ...term, until: until ?? null },
    termEndsOn: endsOn,
    termTellOn: term && endsOn ? tellDay(term, endsOn) : null,
    coming: coming && { ...coming, on: periodEndFrom(move(coming.on), { from: cut.to, cycle, anchor }) },
  };
}

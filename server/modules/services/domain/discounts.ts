import { addMonths, dayOf, daysBetween, type CalendarDate } from '../../../kernel/values/dates.ts';
import { divide } from '../../../kernel/values/money.ts';
import { monthsOf, type Cycle, type Period, type Terms } from './terms.ts';

/**
 * What was promised to be taken off the price of a service, kept as it was whatever the promotion says later. Either `percent`, in
 * hundredths of one, or `amount` in minor units for each period of `cycle`. `plans`, `cycles`: where it holds; empty: everywhere.
 * `periods`: for how many periods of `cycle` from the anchor on, null always; `after`: once so many others are over, as a later step of an
 * introduction. `from` and `until` are the days they begin and end, known once the service has begun.
 */
export interface ServiceDiscount {
  readonly redemption: string;
  readonly names: { readonly id: string; readonly en: string };
  readonly percent: number | null;
  readonly amount: number | null;
  readonly cycle: Cycle;
  readonly plans: readonly string[];
  readonly cycles: readonly Cycle[];
  readonly periods: number | null;
  readonly after?: number;
  readonly from?: CalendarDate;
  readonly until: CalendarDate | null;
  /** Days that were paid with the order and were over before it began: `amount` comes off the period that begins from `from` on, once, whatever its cycle. */
  readonly prepaid?: true;
}

/** How a discount comes off a price; in minor units. */
export interface DiscountPart {
  readonly names: { readonly id: string; readonly en: string };
  readonly percent: number | null;
  readonly amount: number;
}

export interface PeriodDiscount {
  readonly whole: bigint;
  readonly parts: readonly DiscountPart[];
  readonly split: boolean;
}

/** A discount of a price of which `left` is left, never more than that. */
function discountOf(left: bigint, { percent, amount }: Pick<ServiceDiscount, 'percent' | 'amount'>): bigint {
  const off =
    percent === null ? BigInt(amount!) : divide(left * BigInt(percent), 10_000n, 'halfAwayFromZero');
  return off < left ? off : left;
}

/** A step of what its plan costs at first; any other promise is for whole periods. */
const isStep = ({ redemption, plans }: ServiceDiscount) => plans.length === 1 && plans[0] === redemption;

/**
 * Days that were paid for and not had, where no period has been paid or used that they came off: they are still owed to the client. `on`: the
 * day it is.
 */
export function daysOwed(
  {
    discounts,
    paidThrough,
    period,
  }: {
    readonly discounts: readonly ServiceDiscount[];
    readonly paidThrough: CalendarDate | null;
    readonly period: Period | null;
  },
  on: CalendarDate,
): ServiceDiscount | null {
  const owed = discounts.find(({ prepaid, from }) => prepaid && paidThrough && from && from >= paidThrough);
  const used = owed && period && owed.from! <= on && period.from <= owed.from! && period.to > owed.from!;
  return owed && !used ? owed : null;
}

/** What was promised, without what was paid already: time is worth its price whoever paid for it, and when. */
export function withoutPrepaid(discounts: readonly ServiceDiscount[]): readonly ServiceDiscount[] {
  return discounts.filter(({ prepaid }) => !prepaid);
}

/** The days of a period, counted from its first, on which a promise holds: from `start` up to, not including, `end`. */
function daysIn(
  { from, to }: Period,
  discount: ServiceDiscount,
): { start: number; end: number; whole: number } {
  const whole = daysBetween(from, to);
  const within = (day: CalendarDate) => Math.min(Math.max(daysBetween(from, day), 0), whole);
  const start = discount.from ? within(discount.from) : discount.after ? whole : 0;
  const end = discount.until === null ? whole : within(discount.until);
  return { start, end: Math.max(start, end), whole };
}

function all({ from, to }: Period, holds: boolean): { start: number; end: number; whole: number } {
  const whole = daysBetween(from, to);
  return { start: 0, end: holds ? whole : 0, whole };
}

/** What comes off up to a day of a period less what comes off before it, so that parts add up to the whole, to the last unit. */
function partOf(off: bigint, { start, end, whole }: ReturnType<typeof daysIn>): bigint {
  const upTo = (days: number) => divide(off * BigInt(days), BigInt(whole), 'halfAwayFromZero');
  return upTo(end) - upTo(start);
}

/**
 * What comes off the price of a period, one discount after the other in the order they were promised in. A discount covers whole periods
 * within its time; one of an amount only those of the cycle it was promised for. What a plan costs at first holds for its days: where time
 * was cut anew, each day of a period has its own step's share. `split`: that is so here.
 */
export function discountsOn(
  { planId, cycle, recurring }: Pick<Terms, 'planId' | 'cycle' | 'recurring'>,
  discounts: readonly ServiceDiscount[],
  period: Period,
): PeriodDiscount {
  let left = recurring;
  let split = false;
  // Steps come off the same price, each off its own days.
  let base = recurring;
  const parts: DiscountPart[] = [];
  for (const discount of discounts) {
    const { names, percent, plans, cycles } = discount;
    const meant =
      discount.prepaid ||
      ((plans.length === 0 || plans.includes(planId)) &&
        (cycles.length === 0 || cycles.includes(cycle)) &&
        (percent !== null || discount.cycle === cycle));
    const step = isStep(discount);
    if (!step) base = left;
    const begins = discount.prepaid && discount.from! <= period.from && period.from < discount.until!;
    const days = discount.prepaid ? all(period, begins === true) : daysIn(period, discount);
    const covered = days.end - days.start;
    const holds = meant && (step ? covered > 0 : covered === days.whole);
    const part = holds ? partOf(discountOf(base, discount), days) : 0n;
    // Each is rounded, so that together they might come to one unit more than there is.
    const off = part < left ? part : left;
    if (off === 0n) continue;
    left -= off;
    const whole = covered === days.whole;
    split ||= !whole;
    parts.push({
      names: whole ? names : namesOfDays(names, covered, days.whole),
      percent,
      amount: Number(off),
    });
  }
  return { whole: recurring - left, parts, split };
}

function namesOfDays({ id, en }: ServiceDiscount['names'], days: number, whole: number) {
  return { id: `${id} (${days} dari ${whole} hari)`, en: `${en} (${days} of ${whole} days)` };
}

/**
 * Says of discounts for some periods when they hold, as the first whole period of their service begins on a day; a part before it costs
 * what that does. `anchor`: whose day of the month periods begin on.
 */
export function beginDiscounts(
  discounts: readonly ServiceDiscount[],
  first: CalendarDate,
  anchor: CalendarDate = first,
): readonly ServiceDiscount[] {
  return discounts.map((discount) => {
    const { periods, cycle, after = 0 } = discount;
    if (periods === null || cycle === 'one_time') return discount;
    const begin = (nth: number) => addMonths(first, nth * monthsOf[cycle], dayOf(anchor));
    return { ...discount, ...(after > 0 && { from: begin(after) }), until: begin(after + periods) };
  });
}

import { addMonths, dayOf, type CalendarDate } from '../../../kernel/values/dates.ts';
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
}

/** A discount of a price of which `left` is left, never more than that. */
function discountOf(left: bigint, { percent, amount }: Pick<ServiceDiscount, 'percent' | 'amount'>): bigint {
  const off =
    percent === null ? BigInt(amount!) : divide(left * BigInt(percent), 10_000n, 'halfAwayFromZero');
  return off < left ? off : left;
}

/**
 * What comes off the price of a period, one discount after the other in the order they were promised in. A discount covers whole periods
 * within its time; one of an amount only those of the cycle it was promised for.
 */
export function discountsOn(
  { planId, cycle, recurring }: Pick<Terms, 'planId' | 'cycle' | 'recurring'>,
  discounts: readonly ServiceDiscount[],
  period: Period,
): PeriodDiscount {
  let left = recurring;
  const parts: DiscountPart[] = [];
  for (const discount of discounts) {
    const { names, percent, plans, cycles, from, until } = discount;
    const holds =
      (from ? from <= period.from : !discount.after) &&
      (until === null || period.to <= until) &&
      (plans.length === 0 || plans.includes(planId)) &&
      (cycles.length === 0 || cycles.includes(cycle)) &&
      (percent !== null || discount.cycle === cycle);
    const off = holds ? discountOf(left, discount) : 0n;
    if (off === 0n) continue;
    left -= off;
    parts.push({ names, percent, amount: Number(off) });
  }
  return { whole: recurring - left, parts };
}

/** Says of discounts for some periods when they hold, as their service begins on its anchor's day. */
export function beginDiscounts(
  discounts: readonly ServiceDiscount[],
  anchor: CalendarDate,
): readonly ServiceDiscount[] {
  return discounts.map((discount) => {
    const { periods, cycle, after = 0 } = discount;
    if (periods === null || cycle === 'one_time') return discount;
    const begin = (nth: number) => addMonths(anchor, nth * monthsOf[cycle], dayOf(anchor));
    return { ...discount, ...(after > 0 && { from: begin(after) }), until: begin(after + periods) };
  });
}

import type { Json } from '../../../kernel/values/json.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { assert } from '../../../kernel/values/errors.ts';
import { divide } from '../../../kernel/values/money.ts';
import { cycleMonths, recurringOf, unitSteps } from '../../catalog/index.ts';
import type { RecurringCycle, Tiers } from '../../catalog/index.ts';
import { periodFrom } from '../../services/index.ts';

/** To which multiple of minor units, and which way. */
export interface Rounding {
  readonly to: number;
  readonly how: 'nearest' | 'up' | 'down';
}

/**
 * What a new price is. `version`: that of the plan in the catalog when it begins. `percent`: so many hundredths of a percent more, or less
 * below zero. `amount`: so many minor units more for each unit. The last two are rounded for one unit and are prices of their own.
 */
export type PriceRule =
  | { readonly kind: 'version' }
  | { readonly kind: 'percent'; readonly hundredths: number; readonly rounding: Rounding }
  | { readonly kind: 'amount'; readonly amount: number; readonly rounding: Rounding };

/** What a service costs now, for a whole period; `choices` as services keep them. */
export interface Priced {
  readonly recurring: bigint;
  readonly quantity: number;
  readonly choices: Json;
}

export interface PlanPrice {
  readonly version: number;
  readonly recurring: bigint;
  readonly tiers: Tiers | null;
}

export interface NewPrice {
  readonly recurring: bigint;
  readonly version: number | null;
  readonly choices: Json;
}

interface Choices {
  options?: { recurring: number }[];
  addons?: { recurring: number }[];
  steps?: Json;
}

/** What a service costs by a rule; null where its plan has no price to move to. Options and add-ons keep their prices with `version`. */
export function newPrice(
  { recurring, quantity, choices }: Priced,
  rule: PriceRule,
  plan: PlanPrice | null,
): NewPrice | null {
  const { steps: _, ...chosen } = choices as unknown as Choices;
  if (rule.kind === 'version') {
    if (!plan) return null;
    const extras = [...(chosen.options ?? []), ...(chosen.addons ?? [])].reduce(
      (sum, extra) => sum + BigInt(extra.recurring),
      0n,
    );
    const steps = plan.tiers && unitSteps(plan.tiers, quantity);
    return {
      recurring: recurringOf(plan, quantity) + extras * BigInt(quantity),
      version: plan.version,
      choices: { ...chosen, ...(steps && { steps }) } as unknown as Json,
    };
  }
  const whole = recurring % BigInt(quantity) !== 0n;
  const [one, times] = whole ? [recurring, 1n] : [recurring / BigInt(quantity), BigInt(quantity)];
  const exact =
    rule.kind === 'percent'
      ? { numerator: one * BigInt(10_000 + rule.hundredths), denominator: 10_000n }
      : { numerator: one + BigInt(rule.amount) * (whole ? BigInt(quantity) : 1n), denominator: 1n };
  const unit = rounded(exact, rule.rounding);
  return { recurring: (unit < 0n ? 0n : unit) * times, version: null, choices: chosen as unknown as Json };
}

function rounded(
  { numerator, denominator }: { numerator: bigint; denominator: bigint },
  { to, how }: Rounding,
): bigint {
  assert(to >= 1, 'prices are rounded to whole minor units or more');
  const step = denominator * BigInt(to);
  if (how === 'nearest') return divide(numerator, step, 'halfAwayFromZero') * BigInt(to);
  const down = floor(numerator, step);
  return (how === 'up' && down * step !== numerator ? down + 1n : down) * BigInt(to);
}

function floor(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

export interface Renewing {
  readonly nextPeriod: { readonly from: CalendarDate } | null;
  readonly cycle: string;
  readonly anchorOn: CalendarDate | null;
  /** No price begins before the end of its fixed term. */
  readonly termEndsOn?: CalendarDate | null;
}

/** The first day of a period that is not invoiced yet and begins on a day or later; null when none follows. */
export function firstPeriodFrom(
  { nextPeriod, cycle, anchorOn, termEndsOn = null }: Renewing,
  asked: CalendarDate,
): CalendarDate | null {
  if (!nextPeriod || !anchorOn || cycle === 'one_time') return null;
  const earliest = termEndsOn && termEndsOn > asked ? termEndsOn : asked;
  let { from } = nextPeriod;
  while (from < earliest) from = periodFrom(from, cycle as RecurringCycle, anchorOn)!.to;
  return from;
}

/** The first day a price may begin for somebody told at an instant: neither before it was planned nor before the notice ended. */
export function earliestDay(
  { effectiveOn, noticeDays }: { effectiveOn: CalendarDate; noticeDays: number },
  told: Date,
  zone: string,
): CalendarDate {
  const noticed = addDays(dateIn(zone, told), noticeDays);
  return noticed > effectiveOn ? noticed : effectiveOn;
}

/** What sums of periods come to in a month, rounded once. */
export function monthly(sums: readonly { cycle: string; amount: bigint }[]): bigint {
  const common = 36n;
  const total = sums.reduce(
    (all, { cycle, amount }) => all + amount * (common / BigInt(cycleMonths[cycle as RecurringCycle])),
    0n,
  );
  return divide(total, common, 'halfAwayFromZero');
}

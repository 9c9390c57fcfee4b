import { addDays, daysBetween } from '../../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../../kernel/values/dates.ts';
import { divide } from '../../../../kernel/values/money.ts';

/** Shares are in hundredths of a percent. Sums are minor units of the invoice's currency; null where none is set for it. */
export interface LateFeeRules {
  readonly way: 'flat' | 'percent';
  /** Of what is open, for each period. */
  readonly share: number;
  readonly flat: bigint | null;
  /** Days of a period; null: there is one fee. */
  readonly everyDays: number | null;
  /** All fees of an invoice together, of what is open and as a sum. */
  readonly mostShare: number;
  readonly most: bigint | null;
  /** What may be asked for a year at most, of what is open. */
  readonly legalShare: number;
}

export interface Debt {
  readonly open: bigint;
  readonly dueOn: CalendarDate;
  /** All fees so far. */
  readonly charged: bigint;
}

/**
 * The fee for so many days of being late: never below zero, within what the law allows for these days, and with what was charged before
 * within the other limits.
 */
export function feeOf(
  rules: LateFeeRules,
  { open, charged }: Pick<Debt, 'open' | 'charged'>,
  days: number,
): bigint {
  const asked =
    rules.way === 'flat'
      ? (rules.flat ?? 0n)
      : divide(open * BigInt(rules.share), 10_000n, 'halfAwayFromZero');
  const left = [
    asked,
    (open * BigInt(rules.legalShare) * BigInt(days)) / (10_000n * 365n),
    (open * BigInt(rules.mostShare)) / 10_000n - charged,
    ...(rules.most === null ? [] : [rules.most - charged]),
  ];
  const least = left.reduce((a, b) => (a < b ? a : b));
  return least > 0n ? least : 0n;
}

export interface FeePeriod {
  readonly period: number;
  readonly on: CalendarDate;
}

/** The periods that have begun by `today` and are not settled yet, in order. The first begins with the step of the timeline. */
export function periodsDue(
  {
    firstOn,
    everyDays,
    settled,
  }: { firstOn: CalendarDate; everyDays: number | null; settled: readonly number[] },
  today: CalendarDate,
): FeePeriod[] {
  const last = daysBetween(firstOn, today);
  if (last < 0) return [];
  const count = everyDays === null ? 1 : Math.floor(last / everyDays) + 1;
  const all = Array.from({ length: count }, (_, period) => ({
    period,
    on: addDays(firstOn, period * (everyDays ?? 0)),
  }));
  return all.filter(({ period }) => !settled.includes(period));
}

/** The first day of the period after `today`; null when there is none. */
export function nextPeriodOn(
  firstOn: CalendarDate,
  everyDays: number | null,
  today: CalendarDate,
): CalendarDate | null {
  if (everyDays === null) return null;
  const begun = Math.floor(Math.max(-1, daysBetween(firstOn, today)) / everyDays);
  return addDays(firstOn, (begun + 1) * everyDays);
}

/** Days on which a promise holds, both included. */
export interface Promised {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export interface Fee extends FeePeriod {
  readonly amount: bigint;
}

/** What each of the periods costs, in order: nothing for one that begins while a promise holds. */
export function feesFor(
  periods: readonly FeePeriod[],
  rules: LateFeeRules,
  debt: Debt,
  promised: readonly Promised[],
): Fee[] {
  let charged = debt.charged;
  return periods.map(({ period, on }) => {
    const free = promised.some(({ from, to }) => from <= on && on <= to);
    // The first is for all days since the due date.
    const days = period === 0 ? Math.max(0, daysBetween(debt.dueOn, on)) : rules.everyDays!;
    const amount = free ? 0n : feeOf(rules, { open: debt.open, charged }, days);
    charged += amount;
    return { period, on, amount };
  });
}

import { dateIn, startOfDay } from '../../../../kernel/values/dates.ts';
import { divide } from '../../../../kernel/values/money.ts';
import { daysOf, secondsOf, type Period } from './periods.ts';

/** What part of a period is counted: whole days, the day of the change among the remaining, or seconds. */
export type Unit = 'day' | 'second';

/** An exact part of a whole: 17 of 31 days. */
export interface Share {
  readonly part: number;
  readonly whole: number;
  readonly unit: Unit;
}

/** What is left of a period at an instant: nothing after it, all of it before. */
export function restOf(period: Period, at: Date, zone: string, unit: Unit): Share {
  const whole = unit === 'day' ? daysOf(period) : secondsOf(period, zone);
  const left = unit === 'day' ? daysLeft(period, at, zone) : secondsLeft(period, at, zone);
  return { part: Math.min(Math.max(left, 0), whole), whole, unit };
}

/** A price for a part of its period, rounded once, half away from zero: what is credited for a part is what was charged for it. */
export function prorate(price: bigint, { part, whole }: Share): bigint {
  return divide(price * BigInt(part), BigInt(whole), 'halfAwayFromZero');
}

function daysLeft({ from, to }: Period, at: Date, zone: string): number {
  const today = dateIn(zone, at);
  return today >= to ? 0 : daysOf({ from: today < from ? from : today, to });
}

function secondsLeft({ to }: Period, at: Date, zone: string): number {
  // A second that has begun is used.
  return Math.floor((startOfDay(to, zone).getTime() - at.getTime()) / 1000);
}

import { addMonths, monthOf, yearOf, type CalendarDate } from '../../../kernel/values/dates.ts';
import { assert } from '../../../kernel/values/errors.ts';

const months = {
  monthly: 1,
  quarterly: 3,
  semiannual: 6,
  annual: 12,
  biennial: 24,
  triennial: 36,
} as const;

export type RecurringCycle = keyof typeof months;
export type Cycle = 'one_time' | RecurringCycle;

export const cycles: readonly Cycle[] = ['one_time', ...(Object.keys(months) as RecurringCycle[])];

/** The days from `from` up to but not including `to`: one period's `to` is the next one's `from`. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export function isRecurring(cycle: Cycle): cycle is RecurringCycle {
  return cycle !== 'one_time';
}

export function monthsIn(cycle: RecurringCycle): number {
  return months[cycle];
}

/**
 * The period number `index` (0 starts at `anchor`, negative ones lie before). Both ends are counted from the
 * anchor, never from the period before, so a cycle anchored on the 31st returns to it after a short month.
 */
export function periodAt(anchor: CalendarDate, cycle: RecurringCycle, index: number): Period {
  return {
    from: addMonths(anchor, index * months[cycle]),
    to: addMonths(anchor, (index + 1) * months[cycle]),
  };
}

/** The number of the period that contains `day`. */
export function periodIndex(anchor: CalendarDate, cycle: RecurringCycle, day: CalendarDate): number {
  const apart = (yearOf(day) - yearOf(anchor)) * 12 + monthOf(day) - monthOf(anchor);
  const index = Math.floor(apart / months[cycle]);
  // In the month where a period starts, the days before its first still belong to the one before.
  return periodAt(anchor, cycle, index).from <= day ? index : index - 1;
}

export function periodContaining(anchor: CalendarDate, cycle: RecurringCycle, day: CalendarDate): Period {
  return periodAt(anchor, cycle, periodIndex(anchor, cycle, day));
}

/** The period after `period`, which must be one of this anchor and cycle. */
export function nextPeriod(anchor: CalendarDate, cycle: RecurringCycle, period: Period): Period {
  const next = periodContaining(anchor, cycle, period.to);
  assert(next.from === period.to, `${period.from} to ${period.to} is a ${cycle} period from ${anchor}`);
  return next;
}

import { addDays } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';

/** Days before the last valid day on which a card's owner hears of it; -1 is the day after, once it has ended. */
const steps = [30, 7, -1] as const;
export type ExpiryStep = (typeof steps)[number];
export const firstWarningDays = steps[0];

/**
 * What is to be told about a card's end today, or null. `told`: the last step told for this very date. Steps that were overtaken are
 * left out.
 */
export function expiryStep(
  lastDay: CalendarDate,
  today: CalendarDate,
  told: number | null,
): ExpiryStep | null {
  const step = steps.findLast((days) => today >= addDays(lastDay, -days)) ?? null;
  return step !== null && (told === null || step < told) ? step : null;
}

import type { Assumption } from '../billing/index.ts';

/** `late` names how many days. */
export function assumptionOf(kind: Assumption['kind'], lateDays: number | null): Assumption {
  return kind === 'late' ? { kind, days: lateDays! } : { kind };
}

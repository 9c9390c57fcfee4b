/** How often a price recurs. `one_time` is paid once and never again. The order is the one they are shown in. */
export const cycles = [
  'monthly',
  'quarterly',
  'semiannual',
  'annual',
  'biennial',
  'triennial',
  'one_time',
] as const;

export type Cycle = (typeof cycles)[number];
export type RecurringCycle = Exclude<Cycle, 'one_time'>;

/** How many months one period of a cycle has. */
export const cycleMonths: Record<RecurringCycle, number> = {
  monthly: 1,
  quarterly: 3,
  semiannual: 6,
  annual: 12,
  biennial: 24,
  triennial: 36,
};

import fc from 'fast-check';
import { addDays, date } from '../../../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../../../kernel/values/dates.ts';
import { isDue, nextStep } from '../next-step.ts';
import type { DunningFacts, StepDone } from '../next-step.ts';
import type { DunningPlan, PlannedStep, StepKind } from '../plan.ts';
import type { WorkingDays } from '../working-days.ts';

export const always: WorkingDays = { weekend: [], holidays: [] };

export const step = (kind: StepKind, days: number, over: Partial<PlannedStep> = {}): PlannedStep => ({
  kind,
  days,
  at: '09:00',
  workingDays: false,
  channels: ['email', 'in_app'],
  ...over,
});

export const planOf = (...steps: PlannedStep[]): DunningPlan => ({
  steps,
  hours: { from: '08:00', until: '20:00' },
});

/** Wednesday. */
export const dueOn = date('2026-11-18');

export function facts(day: number, over: Partial<DunningFacts> = {}): DunningFacts {
  return {
    issuedOn: date('2026-11-04'),
    dueOn,
    today: addDays(dueOn, day),
    time: '10:00',
    settlement: 'unpaid',
    collection: 'none',
    plan: planOf(step('notice', 1), step('suspend', 7)),
    calendar: always,
    done: [],
    noticedOn: null,
    promisedOn: null,
    ...over,
  };
}

/** What differs from one look to the next. */
export interface Look {
  day: number;
  time?: string;
  settlement?: DunningFacts['settlement'];
  promisedOn?: CalendarDate | null;
  /** Whether what is written on that day arrives. */
  arrives?: boolean;
}

/** Looks at an invoice, does what is said, and looks again at once, as a sweep that runs too often would. */
export function run(looks: readonly Look[], over: Partial<DunningFacts> = {}): StepDone[] {
  const done: StepDone[] = [];
  let noticedOn: CalendarDate | null = null;
  for (const { day, arrives = true, ...look } of looks) {
    for (let again = 0; again < 2; again++) {
      const now = facts(day, { ...over, ...look, done, noticedOn });
      const next = nextStep(now);
      if (!next || !isDue(next, now)) continue;
      done.push({ kind: next.step.kind, days: next.step.days, on: now.today });
      if (next.step.kind === 'notice' && arrives) noticedOn ??= now.today;
    }
  }
  return done;
}

const kinds: StepKind[] = ['notice', 'retry'];

/** Any plan that may be used. */
export const anyPlan: fc.Arbitrary<DunningPlan> = fc
  .record({
    reminders: fc.uniqueArray(fc.nat(14), { maxLength: 4 }),
    before: fc.uniqueArray(fc.integer({ min: 2, max: 20 }), { maxLength: 4 }),
    after: fc.uniqueArray(fc.integer({ min: 22, max: 40 }), { maxLength: 3 }),
    pick: fc.array(fc.nat(1), { minLength: 8, maxLength: 8 }),
    ends: fc.boolean(),
    working: fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
    hour: fc.integer({ min: 8, max: 18 }),
  })
  .map(({ reminders, before, after, pick, ends, working, hour }) => {
    const at = `${String(hour).padStart(2, '0')}:30`;
    const all = [
      ...reminders.map((days) => step('reminder', days)),
      step('notice', 1),
      ...before.map((days, index) => step(kinds[pick[index]!]!, days)),
      step('suspend', 21),
      ...after.map((days, index) => step(kinds[pick[index + 4]!]!, days)),
      ...(ends ? [step('terminate', 41)] : []),
    ];
    return planOf(...all.map((one, index) => ({ ...one, at, workingDays: working[index % 16]! })));
  });

export const anyCalendar: fc.Arbitrary<WorkingDays> = fc.record({
  weekend: fc.subarray([1, 5, 6, 7], { maxLength: 3 }),
  holidays: fc.array(
    fc.integer({ min: -10, max: 60 }).map((day) => addDays(dueOn, day)),
    { maxLength: 8 },
  ),
});

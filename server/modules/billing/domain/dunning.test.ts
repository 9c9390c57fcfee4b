import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays, date, daysBetween } from '../../../kernel/values/dates.ts';
import {
  nextDunningStep,
  overduePlan,
  type DunningFacts,
  type DunningSettings,
  type DunningStep,
  type DunningStepDone,
} from './dunning.ts';
import { isOpen, settlementStates } from './invoice-states.ts';

const issuedOn = date('2026-11-01');
const dueOn = date('2026-11-15');
const usual: DunningSettings = {
  reminderDaysBefore: [7, 3, 0],
  noticeDaysAfter: [1, 3, 7],
  suspendAfterDays: 10,
  terminateAfterDays: 40,
};

function facts(day: number, more: Partial<DunningFacts> = {}): DunningFacts {
  return {
    issuedOn,
    dueOn,
    today: addDays(dueOn, day),
    settlement: 'unpaid',
    settings: usual,
    done: [],
    ...more,
  };
}

const did = (
  kind: DunningStep['kind'],
  days: number,
  day = kind === 'reminder' ? -days : days,
): DunningStepDone => ({
  kind,
  days,
  on: addDays(dueOn, day),
});

/** Asks on each of `days` (counted from the due date), twice, and does what is said. */
function run(days: readonly number[], settings: DunningSettings): DunningStepDone[] {
  const done: DunningStepDone[] = [];
  for (const day of days) {
    for (const again of [false, true]) {
      const step = nextDunningStep(facts(day, { settings, done }));
      if (again) expect(step).toBeNull();
      else if (step) done.push({ ...step, on: addDays(dueOn, day) });
    }
  }
  return done;
}

const everyDay = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const said = (done: readonly DunningStepDone[]) =>
  done.map(({ kind, days, on }) => `${kind} ${days} on ${daysBetween(dueOn, on)}`);

describe('the plan', () => {
  it('is in order of days, the notice before the suspension', () => {
    expect(overduePlan({ ...usual, noticeDaysAfter: [10, 3, 3, 20] })).toEqual([
      { kind: 'notice', days: 3 },
      { kind: 'notice', days: 10 },
      { kind: 'suspend', days: 10 },
      { kind: 'notice', days: 20 },
      { kind: 'terminate', days: 40 },
    ]);
  });

  it.each([
    [[], 10, 9],
    [[14], 10, 9],
    [[], 1, 1],
  ])(
    'with the notices %j gets one before the suspension on day %i',
    (noticeDaysAfter, suspendAfterDays, notice) => {
      const plan = overduePlan({ reminderDaysBefore: [], noticeDaysAfter, suspendAfterDays });
      expect(plan.slice(0, 2)).toEqual([
        { kind: 'notice', days: notice },
        { kind: 'suspend', days: suspendAfterDays },
      ]);
    },
  );

  it('refuses settings that make no sense', () => {
    expect(() => overduePlan({ ...usual, noticeDaysAfter: [0] })).toThrow(/due date/);
    expect(() => overduePlan({ ...usual, suspendAfterDays: 0 })).toThrow(/due date/);
    expect(() => overduePlan({ ...usual, terminateAfterDays: 10 })).toThrow(/termination/);
  });
});

describe('day by day', () => {
  it('keeps to the settings', () => {
    expect(said(run(everyDay(-14, 60), usual))).toEqual([
      'reminder 7 on -7',
      'reminder 3 on -3',
      'reminder 0 on 0',
      'notice 1 on 1',
      'notice 3 on 3',
      'notice 7 on 7',
      'suspend 10 on 10',
      'terminate 40 on 40',
    ]);
  });

  it('ends nothing where the settings do not', () => {
    const { terminateAfterDays: _, ...gentle } = usual;
    expect(run(everyDay(0, 400), gentle).at(-1)?.kind).toBe('suspend');
  });

  it('keeps the promised distances after days without a sweep', () => {
    expect(said(run(everyDay(20, 80), usual))).toEqual([
      'notice 1 on 20',
      'notice 3 on 22',
      'notice 7 on 26',
      'suspend 10 on 29',
      'terminate 40 on 59',
    ]);
  });

  it('sends the latest reminder instead of all that were missed, and none for what was just issued', () => {
    expect(said(run(everyDay(-2, 0), usual))).toEqual(['reminder 3 on -2', 'reminder 0 on 0']);
    expect(nextDunningStep(facts(-5, { issuedOn: addDays(dueOn, -5) }))).toBeNull();
    expect(nextDunningStep(facts(-7, { issuedOn: addDays(dueOn, -7) }))).toBeNull();
    expect(nextDunningStep(facts(-3, { issuedOn: addDays(dueOn, -5) }))).toEqual({
      kind: 'reminder',
      days: 3,
    });
  });

  it('leaves alone what is settled', () => {
    for (const settlement of settlementStates.all) {
      for (const day of [-7, 0, 1, 100]) {
        expect(nextDunningStep(facts(day, { settlement })) !== null).toBe(isOpen(settlement));
      }
    }
  });

  it('goes on where it stood when a payment is taken back', () => {
    const done = [did('notice', 1), did('notice', 3)];
    expect(nextDunningStep(facts(30, { done }))).toEqual({ kind: 'notice', days: 7 });
  });
});

describe('when the settings changed meanwhile', () => {
  it('still suspends, though a later notice went out', () => {
    const settings = { ...usual, noticeDaysAfter: [1], suspendAfterDays: 2 };
    expect(nextDunningStep(facts(8, { settings, done: [did('notice', 7)] }))).toEqual({
      kind: 'suspend',
      days: 2,
    });
  });

  it('does not repeat a notice that a later one overtook', () => {
    const settings = { ...usual, noticeDaysAfter: [2, 5] };
    expect(nextDunningStep(facts(4, { settings, done: [did('notice', 3)] }))).toBeNull();
    expect(nextDunningStep(facts(5, { settings, done: [did('notice', 3)] }))).toEqual({
      kind: 'notice',
      days: 5,
    });
  });

  it('sends no notice of a suspension that was done', () => {
    const done = [did('notice', 7), did('suspend', 10)];
    const settings = { ...usual, noticeDaysAfter: [9], suspendAfterDays: 12 };
    expect(nextDunningStep(facts(12, { settings, done }))).toBeNull();
  });
});

describe('always', () => {
  const settings = fc
    .record({
      reminderDaysBefore: fc.array(fc.nat(14), { maxLength: 4 }),
      noticeDaysAfter: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 5 }),
      suspendAfterDays: fc.integer({ min: 1, max: 30 }),
      more: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }),
    })
    .map(({ more, ...all }): DunningSettings =>
      more === null ? all : { ...all, terminateAfterDays: all.suspendAfterDays + more },
    );
  const sweeps = fc
    .tuple(fc.array(fc.integer({ min: -20, max: 80 }), { maxLength: 60 }))
    .map(([days]) => [...new Set(days)].sort((a, b) => a - b));

  it('no step is skipped, early, doubled or two on a day, whichever days the sweep ran', () => {
    fc.assert(
      fc.property(settings, sweeps, (rules, days) => {
        const done = run(days, rules);
        const overdue = done.filter(({ kind }) => kind !== 'reminder');
        expect(overdue.map(({ kind, days: planned }) => ({ kind, days: planned }))).toEqual(
          overduePlan(rules).slice(0, overdue.length),
        );
        overdue.forEach((step, index) => {
          expect(daysBetween(dueOn, step.on)).toBeGreaterThanOrEqual(step.days);
          const before = overdue[index - 1];
          if (before) {
            expect(daysBetween(before.on, step.on)).toBeGreaterThanOrEqual(
              Math.max(1, step.days - before.days),
            );
          }
        });
        const reminders = done.filter(({ kind }) => kind === 'reminder');
        for (const { on, days: planned } of reminders) {
          expect(on <= dueOn && daysBetween(on, dueOn) <= planned).toBe(true);
          expect(rules.reminderDaysBefore).toContain(planned);
        }
        expect(new Set(reminders.map((step) => step.days)).size).toBe(reminders.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('a notice went out at least a day before anything is suspended', () => {
    fc.assert(
      fc.property(settings, sweeps, (rules, days) => {
        const done = run(days, rules);
        const suspended = done.find(({ kind }) => kind === 'suspend');
        if (suspended) expect(done.some(({ kind, on }) => kind === 'notice' && on < suspended.on)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a sweep that runs long enough gets to the end of the plan', () => {
    fc.assert(
      fc.property(settings, fc.integer({ min: 1, max: 60 }), (rules, start) => {
        const done = run(everyDay(start, start + 200), rules);
        expect(done).toHaveLength(overduePlan(rules).length);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../../kernel/values/dates.ts';
import { collectionStates, isOpen, settlementStates } from '../invoice-states.ts';
import { isDue, nextStep } from './next-step.ts';
import type { StepDone } from './next-step.ts';
import { overdueSteps, problemsOf } from './plan.ts';
import { anyCalendar, anyPlan, dueOn, facts, planOf, run, step } from './test/plans.ts';
import type { Look } from './test/plans.ts';
import { isWorkingDay } from './working-days.ts';

const usual = planOf(
  step('reminder', 7),
  step('reminder', 3),
  step('reminder', 0),
  step('notice', 1),
  step('retry', 3),
  step('notice', 5),
  step('suspend', 7),
  step('terminate', 30),
);
const everyDay = (from: number, to: number): Look[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ day: from + index }));
const said = (done: readonly StepDone[]) =>
  done.map(({ kind, days, on }) => `${kind} ${days} on ${daysBetween(dueOn, on)}`);
const weekend = { weekend: [6, 7], holidays: [] };

describe('day by day', () => {
  it('keeps to the plan', () => {
    expect(said(run(everyDay(-14, 60), { plan: usual }))).toEqual([
      'reminder 7 on -7',
      'reminder 3 on -3',
      'reminder 0 on 0',
      'notice 1 on 1',
      'retry 3 on 3',
      'notice 5 on 5',
      'suspend 7 on 7',
      'terminate 30 on 30',
    ]);
  });

  it('keeps the promised distances after days without a look', () => {
    expect(said(run(everyDay(20, 80), { plan: usual }))).toEqual([
      'notice 1 on 20',
      'retry 3 on 22',
      'notice 5 on 24',
      'suspend 7 on 26',
      'terminate 30 on 49',
    ]);
  });

  it('sends the latest reminder instead of all that were missed, and none for what was just issued', () => {
    expect(said(run(everyDay(-2, 0), { plan: usual }))).toEqual(['reminder 3 on -2', 'reminder 0 on 0']);
    const issued = { plan: usual, issuedOn: addDays(dueOn, -5) };
    expect(said(run(everyDay(-5, 0), issued))).toEqual(['reminder 3 on -3', 'reminder 0 on 0']);
  });

  it('does nothing before its time of day, nor in the quiet hours: then it waits for the next day', () => {
    const plan = planOf(step('notice', 1, { at: '14:00' }));
    expect(run([{ day: 1, time: '13:59' }], { plan })).toEqual([]);
    expect(said(run([{ day: 1, time: '14:00' }], { plan }))).toEqual(['notice 1 on 1']);
    const late = facts(1, { plan, time: '20:00' });
    expect(nextStep(late)).toMatchObject({ on: addDays(dueOn, 2) });
    expect(isDue(nextStep(late)!, late)).toBe(false);
  });

  it('moves reminders to a working day before, and the rest to one after, with what follows', () => {
    const only = { workingDays: true };
    const plan = planOf(step('reminder', 3, only), step('notice', 3, only), step('suspend', 5, only));
    // Due on Wednesday the 18th: Sunday the 15th becomes Friday, Saturday the 21st Monday, and Wednesday keeps two days from there.
    expect(said(run(everyDay(-14, 20), { plan, calendar: weekend }))).toEqual([
      'reminder 3 on -5',
      'notice 3 on 5',
      'suspend 5 on 7',
    ]);
    const holiday = { weekend: [6, 7], holidays: [addDays(dueOn, 5)] };
    expect(said(run(everyDay(1, 20), { plan, calendar: holiday }))).toEqual([
      'notice 3 on 6',
      'suspend 5 on 8',
    ]);
  });

  it('goes on where it stood when a payment is taken back', () => {
    const done = [
      { kind: 'notice' as const, days: 1, on: addDays(dueOn, 1) },
      { kind: 'retry' as const, days: 3, on: addDays(dueOn, 3) },
    ];
    expect(nextStep(facts(30, { plan: usual, done }))).toMatchObject({ step: { kind: 'notice', days: 5 } });
  });
});

describe('traps others fell into', () => {
  it('suspended although nothing had reached the client', () => {
    const looks = everyDay(1, 40).map((look) => ({ ...look, arrives: false }));
    expect(said(run(looks, { plan: usual }))).toEqual(['notice 1 on 1', 'retry 3 on 3', 'notice 5 on 5']);
    const done = run(everyDay(1, 5), { plan: usual });
    expect(nextStep(facts(9, { plan: usual, done }))).toMatchObject({
      step: { kind: 'suspend' },
      held: 'not_delivered',
    });
  });

  it('suspended with no invoice overdue', () => {
    const plan = planOf(step('notice', 1), step('suspend', 2));
    expect(run(everyDay(-14, 0), { plan })).toEqual([]);
    expect(run([{ day: 1 }], { plan })).toHaveLength(1);
  });

  it('a part payment moved the account past a warning', () => {
    const half: Look[] = everyDay(1, 40).map((look) => ({
      ...look,
      settlement: look.day > 2 ? 'partially_paid' : 'unpaid',
    }));
    expect(said(run(half, { plan: usual }))).toEqual(said(run(everyDay(1, 40), { plan: usual })));
  });

  it('a reminder went out four times', () => {
    const often = everyDay(-14, 40).flatMap((look) =>
      ['09:00', '12:00', '12:00', '19:59'].map((time) => ({ ...look, time })),
    );
    const done = run(often, { plan: usual });
    expect(new Set(said(done)).size).toBe(done.length);
    expect(new Set(done.map(({ on }) => on)).size).toBe(done.length);
  });

  it('somebody was chased who had settled, disputes the bill or whose debt was given away', () => {
    for (const settlement of settlementStates.all)
      for (const collection of collectionStates.all)
        for (const day of [-7, 0, 1, 100])
          expect(nextStep(facts(day, { plan: usual, settlement, collection })) !== null).toBe(
            isOpen(settlement) && collection !== 'disputed' && collection !== 'collections',
          );
  });

  it('a promise did not stop the clock, and a broken one started all over', () => {
    const promisedOn = addDays(dueOn, 12);
    const looks = everyDay(1, 60).map((look) => ({ ...look, promisedOn: look.day >= 4 ? promisedOn : null }));
    expect(said(run(looks, { plan: usual }))).toEqual([
      'notice 1 on 1',
      'retry 3 on 3',
      'notice 5 on 14',
      'suspend 7 on 16',
      'terminate 30 on 39',
    ]);
  });
});

describe('when the plan changed meanwhile', () => {
  const did = (kind: StepDone['kind'], days: number): StepDone => ({ kind, days, on: addDays(dueOn, days) });

  it('does not repeat a notice that a later one overtook, and still suspends', () => {
    const plan = planOf(step('notice', 2), step('suspend', 6));
    expect(
      nextStep(facts(4, { plan, done: [did('notice', 3)], noticedOn: addDays(dueOn, 3) })),
    ).toMatchObject({
      step: { kind: 'suspend' },
      on: addDays(dueOn, 6),
      held: null,
    });
  });

  it('sends no notice of a suspension that was done', () => {
    const plan = planOf(step('notice', 9), step('suspend', 12));
    expect(nextStep(facts(12, { plan, done: [did('notice', 7), did('suspend', 10)] }))).toBeNull();
  });
});

describe('always, over any plan, calendar, part payments, pauses and days without a look', () => {
  const looks = fc
    .array(
      fc.record({
        day: fc.integer({ min: -20, max: 160 }),
        time: fc.constantFrom('07:00', '12:00', '19:59', '21:00'),
        settlement: fc.constantFrom('unpaid', 'partially_paid', 'paid'),
        promised: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
        arrives: fc.boolean(),
      }),
      { maxLength: 90 },
    )
    .map((all) =>
      all
        .toSorted((a, b) => a.day - b.day || (a.time < b.time ? -1 : 1))
        .map(({ promised, ...look }): Look => ({
          ...look,
          settlement: look.settlement as NonNullable<Look['settlement']>,
          promisedOn: promised === null ? null : addDays(dueOn, promised),
        })),
    );

  it('no step is skipped, early, doubled, on a free day or two on a day, and none is hard before a notice that arrived', () => {
    fc.assert(
      fc.property(anyPlan, anyCalendar, looks, (plan, calendar, seen) => {
        expect(problemsOf(plan)).toEqual([]);
        const done = run(seen, { plan, calendar });
        const overdue = done.filter(({ kind }) => kind !== 'reminder');
        expect(overdue.map(({ kind, days }) => `${kind} ${days}`)).toEqual(
          overdueSteps(plan)
            .slice(0, overdue.length)
            .map(({ kind, days }) => `${kind} ${days}`),
        );
        expect(new Set(done.map(({ on }) => on)).size).toBe(done.length);
        overdue.forEach(({ kind, days, on }, index) => {
          expect(daysBetween(dueOn, on)).toBeGreaterThanOrEqual(days);
          const planned = plan.steps.find((one) => one.kind === kind && one.days === days)!;
          if (planned.workingDays) expect(isWorkingDay(on, calendar)).toBe(true);
          const before = overdue[index - 1];
          if (before) expect(daysBetween(before.on, on)).toBeGreaterThanOrEqual(days - before.days);
          if (kind !== 'suspend' && kind !== 'terminate') return;
          const reached = seen.some(
            ({ day, arrives }) =>
              arrives &&
              overdue.some((one) => one.kind === 'notice' && one.on === addDays(dueOn, day) && one.on < on),
          );
          expect(reached).toBe(true);
        });
        for (const { on, days } of done.filter(({ kind }) => kind === 'reminder'))
          expect(on <= dueOn && days >= 0).toBe(true);
        for (const { on } of done) {
          const looked = seen.filter(({ day }) => addDays(dueOn, day) === on);
          expect(looked.some(({ time }) => time! >= '08:00' && time! < '20:00')).toBe(true);
          expect(looked.some(({ promisedOn }) => promisedOn === null || promisedOn! < on)).toBe(true);
          expect(looked.some(({ settlement }) => settlement !== 'paid')).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('looking long enough gets to the end of the plan', () => {
    fc.assert(
      fc.property(anyPlan, anyCalendar, fc.integer({ min: 1, max: 60 }), (plan, calendar, start) => {
        const looks = everyDay(start, start + 150).map((look) => ({ ...look, time: '19:30' }));
        expect(run(looks, { plan, calendar })).toHaveLength(overdueSteps(plan).length);
      }),
    );
  });
});

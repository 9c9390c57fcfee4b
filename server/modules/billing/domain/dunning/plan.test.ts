import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../../../kernel/values/dates.ts';
import { gentlest, problemsOf } from './plan.ts';
import { rehearse } from './rehearse.ts';
import { anyCalendar, anyPlan, dueOn, facts, planOf, run, step } from './test/plans.ts';

const codes = (...steps: Parameters<typeof planOf>) =>
  problemsOf(planOf(...steps)).map(({ step: index, code }) => `${index} ${code}`);

it.each([
  ['a suspension without a notice before it', [step('suspend', 7)], ['0 needs_notice']],
  ['a notice only on a later day', [step('suspend', 7), step('notice', 8)], ['0 needs_notice']],
  [
    'an end before the suspension',
    [step('notice', 1), step('suspend', 7), step('terminate', 5)],
    ['2 needs_suspension'],
  ],
  ['an end without one', [step('notice', 1), step('terminate', 5)], ['1 needs_suspension']],
  ['two steps on a day', [step('notice', 1), step('retry', 1)], ['0 same_day', '1 same_day']],
  ['a notice on the due date', [step('notice', 0)], ['0 overdue_from_day_one']],
  ['a step at night', [step('notice', 1, { at: '20:00' })], ['0 outside_hours']],
  ['a notice that goes nowhere', [step('notice', 1, { channels: [] })], ['0 no_channel']],
  [
    'two suspensions',
    [step('notice', 1), step('suspend', 3), step('suspend', 4)],
    ['1 only_once', '2 only_once'],
  ],
  ['a fee without a notice before it', [step('late_fee', 3)], ['0 needs_notice']],
  ['a fee after a notice', [step('notice', 1), step('late_fee', 3)], []],
  ['nothing at all', [], []],
  ['a retry that is not written', [step('retry', 2, { channels: [] })], []],
])('a plan is looked at: %s', (_, steps, expected) => {
  expect(codes(...steps)).toEqual(expected);
});

it('several families on one invoice follow the gentlest of their timelines, whatever their order', () => {
  const quick = { id: 'a', plan: planOf(step('notice', 1), step('suspend', 3), step('terminate', 9)) };
  const slow = { id: 'b', plan: planOf(step('notice', 1), step('suspend', 14), step('terminate', 20)) };
  const mild = { id: 'c', plan: planOf(step('notice', 1), step('suspend', 14)) };
  const never = { id: 'd', plan: planOf(step('notice', 1)) };
  expect(gentlest([quick, slow]).id).toBe('b');
  expect(gentlest([mild, quick, slow]).id).toBe('c');
  expect(gentlest([quick, never, mild]).id).toBe('d');
  expect(gentlest([{ ...slow, id: 'z' }, slow]).id).toBe('b');
});

it('a rehearsal is what the real run does when nobody pays and everything arrives', () => {
  fc.assert(
    fc.property(anyPlan, anyCalendar, fc.integer({ min: -14, max: 30 }), (plan, calendar, start) => {
      const days = Array.from({ length: 150 }, (_, index) => ({ day: start + index, time: '19:30' }));
      const told = rehearse(facts(start, { plan, calendar, time: '07:00' }));
      expect(told.map(({ step: { kind, days: planned }, on }) => ({ kind, days: planned, on }))).toEqual(
        run(days, { plan, calendar }),
      );
      expect(told.every(({ on }) => on >= addDays(dueOn, start))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

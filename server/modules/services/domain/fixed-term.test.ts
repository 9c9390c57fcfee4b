import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, date, dayOf } from '../../../kernel/values/dates.ts';
import {
  agreeTerm,
  beginTerm,
  isBelowCommitted,
  isBound,
  leavingFee,
  periodEndFrom,
  sayBy,
} from './fixed-term.ts';
import { stopsOn, whyNotEarly, whyNotWithTerm } from './fixed-term.ts';
import { monthsOf } from './terms.ts';

const agreed = {
  months: 12,
  follows: 'renews',
  noticeDays: 30,
  early: { kind: 'percent', percent: 5_000 },
  onDebt: false,
} as const;
const term = agreeTerm(agreed, { cycle: 'monthly', recurring: 100_000n })!;
const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays(date('2024-01-01'), days));
const cycle = fc.constantFrom('monthly', 'quarterly', 'semiannual', 'annual');

test('a term ends with a period, over month ends and leap days, and its client hears of it in time', () => {
  const begun = (from: string) => beginTerm(term, { from: date(from), cycle: 'monthly', anchor: date(from) });
  expect(begun('2024-02-29')).toMatchObject({ endsOn: '2025-02-28', tellOn: '2025-01-15' });
  expect(begun('2026-08-31').endsOn).toBe('2027-08-31');
  expect(sayBy({ term, termEndsOn: date('2027-08-31') })).toBe('2027-08-01');
  fc.assert(
    fc.property(day, cycle, fc.integer({ min: 1, max: 5 }), (from, of, times) => {
      const months = monthsOf[of] * times;
      const { endsOn } = beginTerm({ ...term, months }, { from, cycle: of, anchor: from });
      return endsOn === addMonths(from, months, dayOf(from));
    }),
    { numRuns: 10_000 },
  );
});

test('where periods are cut anew it ends with the first that reaches its day, less than one period later', () => {
  fc.assert(
    fc.property(day, day, cycle, (until, from, of) => {
      const end = periodEndFrom(until, { from, cycle: of, anchor: from });
      if (until <= from) return end === from;
      return end >= until && addMonths(from, 0) <= end && addMonths(end, -monthsOf[of], dayOf(from)) < until;
    }),
    { numRuns: 10_000 },
  );
});

test('leaving never costs more than staying, nor more with less time left, and nothing once nothing is', () => {
  const fee = fc.oneof(
    fc.record({ kind: fc.constant('percent' as const), percent: fc.integer({ min: 1, max: 10_000 }) }),
    fc.record({ kind: fc.constant('fixed' as const), amount: fc.integer({ min: 0, max: 99_999_999 }) }),
  );
  const sum = fc.bigInt(0n, 99_999_999n);
  fc.assert(
    fc.property(fee, sum, sum, (early, remains, more) => {
      const [less, full] = [leavingFee({ early }, remains), leavingFee({ early }, remains + more)];
      return less <= remains && less >= 0n && less <= full && leavingFee({ early }, 0n) === 0n;
    }),
    { numRuns: 10_000 },
  );
});

test('what binds, and what does not', () => {
  const on = date('2026-06-01');
  const service = { term, termEndsOn: date('2026-12-01'), state: 'active' };
  expect(isBound(service, on)).toBe(true);
  expect(isBound({ ...service, state: 'trialing' }, on)).toBe(false);
  expect(isBound(service, date('2026-12-01'))).toBe(false);
  expect(stopsOn(service, date('2026-12-01'))).toBe(false);
  expect(stopsOn({ ...service, term: { ...term, leaves: true } }, date('2026-12-01'))).toBe(true);
  expect(whyNotWithTerm(service, date('2026-11-01'))).toBeNull();
  expect(whyNotWithTerm(service, date('2026-11-02'))).toBe('notice_passed');
  const early = (staff: boolean, kind: 'not' | 'percent') =>
    whyNotEarly(
      { ...service, term: { ...term, early: kind === 'not' ? { kind } : { kind, percent: 1 } } },
      { on, today: on, staff },
    );
  expect([early(false, 'not'), early(true, 'not'), early(true, 'percent')]).toEqual([
    'in_term',
    null,
    'leaving_costs',
  ]);
});

test('less than was committed to is less for a month, in whatever cycle; the same is not', () => {
  const below = (of: 'monthly' | 'annual', recurring: bigint) =>
    isBelowCommitted(term, { cycle: of, recurring });
  expect([below('monthly', 99_999n), below('monthly', 100_000n)]).toEqual([true, false]);
  expect([below('annual', 1_199_999n), below('annual', 1_200_000n)]).toEqual([true, false]);
});

import { expect, test } from 'vitest';
import { mayContest } from './contest.ts';
import type { ContestFacts, ContestLimits, ContestNo } from './contest.ts';

const limits: ContestLimits = { offered: true, withinDays: 60, holdDays: 14, perInvoice: 2, perYear: 4 };
const facts: ContestFacts = { status: 'overdue', days: 60, hasOpen: false, ofInvoice: 1, ofYear: 3 };

test.each<[Partial<ContestFacts>, Partial<ContestLimits>, true | ContestNo]>([
  [{}, {}, true],
  [{ status: 'due' }, {}, true],
  [{ status: 'paid' }, {}, 'nothing_to_contest'],
  [{ status: 'void' }, {}, 'nothing_to_contest'],
  [{ hasOpen: true }, {}, 'contested_already'],
  [{}, { offered: false }, 'contests_not_offered'],
  [{ days: 61 }, {}, 'too_late_to_contest'],
  [{ ofInvoice: 2 }, {}, 'contested_too_often'],
  [{ ofYear: 4 }, {}, 'contested_too_often_this_year'],
])('an invoice is contested within limits: %o %o', (about, set, may) => {
  expect(mayContest({ ...facts, ...about }, { ...limits, ...set })).toEqual(
    may === true ? true : { no: may },
  );
});

import { expect, it } from 'vitest';
import { date } from '../../../../kernel/values/dates.ts';
import { invoiceStatuses } from '../abilities.ts';
import { collectionStates } from '../invoice-states.ts';
import { lastDay, mayPromise, mayPromiseForClient, resumesOn } from './promise.ts';
import type { PromiseFacts } from './promise.ts';

const limits = { offered: true, days: 7, perInvoice: 2, perYear: 3 };
const facts: PromiseFacts = {
  status: 'overdue',
  collection: 'none',
  hasOpen: false,
  ofInvoice: 0,
  ofYear: 0,
};

it('a day may be promised only for what is overdue and in nobody else’s hands', () => {
  for (const status of invoiceStatuses)
    for (const collection of collectionStates.all)
      expect(mayPromise({ ...facts, status, collection }, limits) === true).toBe(
        status === 'overdue' && collection !== 'disputed' && collection !== 'collections',
      );
});

it.each([
  [{ hasOpen: true }, 'promised_already'],
  [{ ofInvoice: 2, ofYear: 2 }, 'promised_too_often'],
  [{ ofInvoice: 0, ofYear: 3 }, 'promised_too_often_this_year'],
])('limits hold for clients: %j', (over, no) => {
  expect(mayPromise({ ...facts, ...over }, limits)).toEqual({ no });
});

it('staff are bound by no limits, but one promise is open at a time', () => {
  expect(mayPromise(facts, { ...limits, offered: false })).toEqual({ no: 'not_offered' });
  expect(mayPromiseForClient({ ...facts, ofInvoice: 9, ofYear: 99 })).toBe(true);
  expect(mayPromiseForClient({ ...facts, hasOpen: true })).toEqual({ no: 'promised_already' });
});

it('the day after a broken promise belongs to saying so', () => {
  expect(lastDay(date('2026-12-28'), 7)).toBe('2027-01-04');
  expect(resumesOn(date('2026-12-30'))).toBe('2027-01-01');
});

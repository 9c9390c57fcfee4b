import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  disputeReasons,
  disputeStates,
  joinDisputes,
  outcomeOf,
  refuseDispute,
  sameDispute,
  warningsBefore,
} from './dispute.ts';
import type { DisputeFacts } from './dispute.ts';

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const dispute = fc
  .record({
    state: fc.constantFrom(...disputeStates.all),
    at: fc.integer({ min: 1, max: 5 }).map(day),
    reason: fc.constantFrom(...disputeReasons),
    code: fc.constantFrom('4853', '4837'),
    amount: fc.bigInt({ min: 1n, max: 100n }),
    withdrawn: fc.bigInt({ min: 0n, max: 100n }),
    returned: fc.bigInt({ min: 0n, max: 100n }),
    fee: fc.bigInt({ min: 0n, max: 20n }),
    dueAt: fc.option(fc.integer({ min: 6, max: 9 }).map(day)),
  })
  .map((facts): DisputeFacts => facts);

const joined = (all: readonly DisputeFacts[]) => all.reduce((one, other) => joinDisputes(one, other));

test('news comes to the same in every order and however often', () => {
  fc.assert(
    fc.property(
      fc.array(dispute, { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(fc.nat()),
      (all, dice) => {
        const expected = joined(all);
        const shuffled = [...all, ...all]
          .map((one) => ({ one, at: dice.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(sameDispute(joined(shuffled), expected)).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('joining is associative', () => {
  fc.assert(
    fc.property(dispute, dispute, dispute, (a, b, c) => {
      expect(joinDisputes(joinDisputes(a, b), c)).toEqual(joinDisputes(a, joinDisputes(b, c)));
    }),
    { numRuns: 2_000 },
  );
});

test('every state that news can lead to may follow the one before', () => {
  fc.assert(
    fc.property(dispute, dispute, (before, news) => {
      const { state } = joinDisputes(before, news);
      expect(state === before.state || disputeStates.canMove(before.state, state)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

const facts: DisputeFacts & { currency: string } = {
  state: 'needs_response',
  at: day(1),
  reason: 'fraudulent',
  code: '4837',
  amount: 100n,
  withdrawn: 100n,
  returned: 0n,
  fee: 15n,
  dueAt: day(9),
  currency: 'IDR',
};

test.each([
  [{}, null],
  [{ currency: 'USD' }, 'other_currency'],
  [{ amount: 101n }, 'other_amount'],
  [{ amount: 0n, withdrawn: 0n }, 'other_amount'],
  [{ withdrawn: 101n }, 'other_amount'],
  [{ returned: 101n }, 'other_amount'],
  [{ fee: -1n }, 'other_amount'],
])('news that cannot be true is refused: %o', (change, why) => {
  expect(refuseDispute({ ...facts, ...change }, { amount: 100n, currency: 'IDR' })).toBe(why);
});

test('what is owed again is asked for when the dispute is lost or accepted, if the business wants that', () => {
  for (const state of disputeStates.all) {
    const isOver = state === 'lost' || state === 'accepted';
    expect(outcomeOf(state, true)).toBe(isOver ? 'over' : 'open');
    expect(outcomeOf(state, false)).toBe(isOver ? 'given_over' : 'open');
  }
});

test('staff hear of a deadline at each of the days before it', () => {
  const days = [7, 2, 1];
  expect(warningsBefore(day(20), day(10), days)).toBe(null);
  expect(warningsBefore(day(20), day(13), days)).toBe(7);
  expect(warningsBefore(day(20), day(18), days)).toBe(2);
  expect(warningsBefore(day(20), day(19), days)).toBe(1);
  expect(warningsBefore(day(20), day(20), days)).toBe(null);
});

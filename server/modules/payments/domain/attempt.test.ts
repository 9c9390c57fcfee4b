import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowed,
  type AttemptNews,
  type AttemptState,
  declineClasses,
  merge,
  type PaymentStatus,
  paymentStatuses,
} from './attempt.ts';

const asked = new Date('2026-11-22T03:00:00Z');
const start: AttemptState = {
  attemptId: 'attempt-1',
  amount: 1_110_000n,
  currency: 'IDR',
  status: 'created',
  at: asked,
  refunded: 0n,
};

function news(status: PaymentStatus, minutes: number, more: Partial<AttemptNews> = {}): AttemptNews {
  return {
    attemptId: 'attempt-1',
    amount: 1_110_000n,
    currency: 'IDR',
    status,
    occurredAt: new Date(asked.getTime() + minutes * 60_000),
    refunded: status === 'refunded' ? 1_110_000n : 0n,
    ...more,
  };
}

function mergeAll(state: AttemptState, all: readonly AttemptNews[]): AttemptState {
  return all.reduce((known, one) => merge(known, one).state, state);
}

const failure = fc.record({
  class: fc.constantFrom(...declineClasses),
  code: fc.constantFrom('insufficient_funds', 'expired_card', 'stolen_card'),
  message: fc.constantFrom('Not enough money.', 'The bank said no.'),
});

/** Any news a gateway may truthfully send about the attempt: times close together, so that ties happen. */
const anyNews: fc.Arbitrary<AttemptNews> = fc
  .record({
    status: fc.constantFrom(...paymentStatuses),
    minutes: fc.integer({ min: 0, max: 4 }),
    part: fc.constantFrom(0n, 1n, 500_000n),
    failure,
  })
  .map(({ status, minutes, part, failure }) =>
    news(status, minutes, {
      ...(status === 'failed' && { failure }),
      ...(status === 'succeeded' && { refunded: part }),
    }),
  );

describe('the table of states', () => {
  it('lets exactly one of any two statuses follow the other, without circles', () => {
    for (const one of paymentStatuses) {
      for (const other of paymentStatuses) {
        const ways = [allowed[one].includes(other), allowed[other].includes(one)].filter(Boolean);
        expect(ways, `${one} and ${other}`).toHaveLength(one === other ? 0 : 1);
        for (const next of allowed[other])
          if (allowed[one].includes(other)) expect(allowed[one]).toContain(next);
      }
    }
  });

  it('takes late money whatever happened before', () => {
    for (const status of paymentStatuses.filter((one) => one !== 'succeeded' && one !== 'refunded')) {
      expect(allowed[status]).toContain('succeeded');
    }
  });

  it('lets only a refund follow success', () => {
    expect(allowed.succeeded).toEqual(['refunded']);
  });
});

describe('merge', () => {
  it('walks a card payment with a bank step to success', () => {
    const outcomes = [news('requires_action', 1), news('processing', 2), news('succeeded', 3)].reduce(
      ({ state, outcomes }, one) => {
        const merged = merge(state, one);
        return { state: merged.state, outcomes: [...outcomes, merged.outcome] };
      },
      { state: start, outcomes: [] as string[] },
    );
    expect(outcomes.outcomes).toEqual(['advanced', 'advanced', 'advanced']);
    expect(outcomes.state).toEqual({ ...start, status: 'succeeded', at: news('succeeded', 3).occurredAt });
  });

  it('keeps success when an older failure arrives after it', () => {
    const paid = mergeAll(start, [news('succeeded', 3)]);
    const declined = news('failed', 1, { failure: { class: 'retry', code: 'x', message: 'x' } });
    expect(merge(paid, declined)).toEqual({ state: paid, outcome: 'nothing_new' });
  });

  it('takes money that comes after expiry', () => {
    const expired = mergeAll(start, [news('requires_action', 1), news('expired', 60)]);
    expect(merge(expired, news('succeeded', 90))).toMatchObject({
      state: { status: 'succeeded' },
      outcome: 'advanced',
    });
  });

  it('forgets the failure once the money came', () => {
    const failed = mergeAll(start, [
      news('failed', 1, { failure: { class: 'never', code: 'x', message: 'x' } }),
    ]);
    expect(failed.failure?.class).toBe('never');
    expect(merge(failed, news('succeeded', 2)).state).not.toHaveProperty('failure');
  });

  it('learns a partial refund without leaving success, even when it is told first', () => {
    const whole = [news('succeeded', 1), news('succeeded', 9, { refunded: 400n })];
    expect(merge(mergeAll(start, whole.slice(0, 1)), whole[1]!).outcome).toBe('learned');
    for (const order of [whole, [...whole].reverse()]) {
      expect(mergeAll(start, order)).toMatchObject({
        status: 'succeeded',
        at: whole[0]!.occurredAt,
        refunded: 400n,
      });
    }
  });

  it('keeps the last of several failures', () => {
    const first = news('failed', 1, { failure: { class: 'never', code: 'stolen_card', message: 'x' } });
    const last = news('failed', 2, { failure: { class: 'retry', code: 'insufficient_funds', message: 'x' } });
    expect(mergeAll(start, [last, first]).failure?.code).toBe('insufficient_funds');
  });

  it.each([
    ['other_amount', { amount: 1n }],
    ['other_amount', { refunded: 1_110_001n }],
    ['other_amount', { refunded: -1n }],
    ['other_currency', { currency: 'USD' }],
    ['other_attempt', { attemptId: 'attempt-2' }],
  ])('leaves the state alone and says %s', (outcome, wrong) => {
    expect(merge(start, news('succeeded', 1, wrong))).toEqual({ state: start, outcome });
  });

  it('carries over only what belongs to the state', () => {
    const event = { ...news('succeeded', 1), reference: 'pay_1', eventId: 'evt_1' };
    expect(Object.keys(merge(start, event).state).sort()).toEqual(Object.keys(start).sort());
  });

  it('ends in one state whatever the order and the repetitions', () => {
    const shuffledTwice = fc.array(anyNews, { minLength: 1, maxLength: 8 }).chain((events) =>
      fc.record({
        events: fc.constant(events),
        disordered: fc
          .array(fc.constantFrom(...events), { maxLength: 8 })
          .chain((again) =>
            fc.shuffledSubarray([...events, ...again], { minLength: events.length + again.length }),
          ),
      }),
    );
    fc.assert(
      fc.property(shuffledTwice, ({ events, disordered }) => {
        expect(mergeAll(start, disordered)).toEqual(mergeAll(start, events));
      }),
      { numRuns: 2_000 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(anyNews, { maxLength: 5 }), anyNews, (before, one) => {
        const once = merge(mergeAll(start, before), one).state;
        expect(merge(once, one)).toEqual({ state: once, outcome: 'nothing_new' });
      }),
      { numRuns: 2_000 },
    );
  });

  it('never loses success or a refund, and never goes where the table does not', () => {
    fc.assert(
      fc.property(fc.array(anyNews, { maxLength: 8 }), anyNews, (before, one) => {
        const known = mergeAll(start, before);
        const { state } = merge(known, one);
        if (known.status === 'succeeded') expect(['succeeded', 'refunded']).toContain(state.status);
        if (state.status !== known.status) expect(allowed[known.status]).toContain(state.status);
        expect(state.refunded).toBeGreaterThanOrEqual(known.refunded);
        expect(state.amount).toBe(start.amount);
        expect('failure' in state).toBe(state.status === 'failed');
      }),
    );
  });
});

import { defineStates } from '../../../kernel/values/state-machine.ts';
import type { StateOf } from '../../../kernel/values/state-machine.ts';

/**
 * A payment that its payer disputes at the bank. `inquiry`: the bank only asks, no money has moved; `warning_closed` ends it, unless the
 * bank goes on after all. `accepted`: the business does not contest it. What is lost may be won at the next instance, and the other way.
 */
export const disputeStates = defineStates({
  inquiry: ['warning_closed', 'needs_response', 'under_review', 'accepted', 'won', 'lost'],
  warning_closed: ['needs_response', 'under_review', 'accepted', 'won', 'lost'],
  needs_response: ['under_review', 'accepted', 'won', 'lost'],
  under_review: ['needs_response', 'accepted', 'won', 'lost'],
  accepted: ['won', 'lost'],
  won: ['lost', 'accepted'],
  lost: ['won', 'accepted'],
});
export type DisputeState = StateOf<typeof disputeStates>;

/** What payers say to their bank. */
export const disputeReasons = [
  'fraudulent',
  'unrecognized',
  'not_received',
  'not_as_described',
  'duplicate',
  'canceled',
  'credit_not_processed',
  'other',
] as const;
export type DisputeReason = (typeof disputeReasons)[number];

/** In these it is not decided yet. */
export const openDisputes = ['inquiry', 'needs_response', 'under_review'] as const satisfies DisputeState[];
export const isOpenDispute = (state: DisputeState): boolean =>
  (openDisputes as readonly DisputeState[]).includes(state);

/**
 * What is known of a dispute. Sums are minor units of the payment's currency, all so far: what is disputed, what the gateway took out,
 * gave back, and charged for the dispute. `at` is when the state was reached there.
 */
export interface DisputeFacts {
  state: DisputeState;
  at: Date;
  reason: DisputeReason;
  /** The gateway's own word for the reason. */
  code: string;
  amount: bigint;
  withdrawn: bigint;
  returned: bigint;
  fee: bigint;
  /** Until when the bank takes an answer. */
  dueAt: Date | null;
}

/** Later ones are further on: what is told of them counts more than the time at which it is told. */
const tiers: Record<DisputeState, number> = {
  inquiry: 0,
  warning_closed: 1,
  needs_response: 2,
  under_review: 2,
  accepted: 3,
  won: 3,
  lost: 3,
};

/**
 * Joins two pieces of news: the state that is further on, or else later; of sums and days the greater, as they only grow. Commutative,
 * associative and idempotent, so events may come twice and in any order.
 */
export function joinDisputes(one: DisputeFacts, other: DisputeFacts): DisputeFacts {
  const told = compare(one, other) >= 0 ? one : other;
  return {
    state: told.state,
    at: told.at,
    reason: told.reason,
    code: told.code,
    amount: most(one.amount, other.amount),
    withdrawn: most(one.withdrawn, other.withdrawn),
    returned: most(one.returned, other.returned),
    fee: most(one.fee, other.fee),
    dueAt: latest(one.dueAt, other.dueAt),
  };
}

/** A total order of what is told: ties are broken by everything that is taken along, so that order never matters. */
function compare(one: DisputeFacts, other: DisputeFacts): number {
  return (
    tiers[one.state] - tiers[other.state] ||
    one.at.getTime() - other.at.getTime() ||
    order(one.state, other.state) ||
    order(one.reason, other.reason) ||
    order(one.code, other.code)
  );
}

const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
const most = (one: bigint, other: bigint) => (one > other ? one : other);

function latest(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

export function sameDispute(one: DisputeFacts, other: DisputeFacts): boolean {
  return (
    one.state === other.state &&
    one.at.getTime() === other.at.getTime() &&
    one.reason === other.reason &&
    one.code === other.code &&
    one.amount === other.amount &&
    one.withdrawn === other.withdrawn &&
    one.returned === other.returned &&
    one.fee === other.fee &&
    one.dueAt?.getTime() === other.dueAt?.getTime()
  );
}

/** Why news about a dispute of a payment of `paid` cannot be true; null when it can. */
export function refuseDispute(
  told: DisputeFacts & { currency: string },
  paid: { amount: bigint; currency: string },
): 'other_currency' | 'other_amount' | null {
  if (told.currency !== paid.currency) return 'other_currency';
  const sound =
    told.amount > 0n &&
    told.amount <= paid.amount &&
    told.returned >= 0n &&
    told.returned <= told.withdrawn &&
    told.withdrawn <= told.amount &&
    told.fee >= 0n;
  return sound ? null : 'other_amount';
}

/** What the books make of it: whether what is owed again may be asked for. */
export function outcomeOf(state: DisputeState, chase: boolean): 'open' | 'over' | 'given_over' {
  if (state !== 'lost' && state !== 'accepted') return 'open';
  return chase ? 'over' : 'given_over';
}

/** Days before the deadline on which staff are told again. */
export function warningsBefore(dueAt: Date, now: Date, days: readonly number[]): number | null {
  const left = (dueAt.getTime() - now.getTime()) / (24 * 3_600_000);
  if (left <= 0) return null;
  const reached = days.filter((day) => left <= day);
  return reached.length === 0 ? null : Math.min(...reached);
}

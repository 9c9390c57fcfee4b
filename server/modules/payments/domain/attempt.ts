/** `unknown`: we asked and heard nothing, so money may have moved. It is asked about again, never taken for a failure. */
export const paymentStatuses = [
  'created',
  'unknown',
  'requires_action',
  'processing',
  'authorized',
  'failed',
  'expired',
  'canceled',
  'succeeded',
  'refunded',
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/**
 * Which status may follow which. For any two statuses exactly one direction is listed and the lists are transitive, so the status
 * that wins does not depend on the order in which news arrives. Late money counts: it may follow `failed`, `expired` and
 * `canceled`. Nothing but `refunded` follows `succeeded`: money taken back (refund, reversal) is reported as refunded; what a dispute takes is not (domain/dispute.ts).
 */
export const allowed: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  created: [
    'unknown',
    'requires_action',
    'processing',
    'authorized',
    'failed',
    'expired',
    'canceled',
    'succeeded',
    'refunded',
  ],
  unknown: [
    'requires_action',
    'processing',
    'authorized',
    'failed',
    'expired',
    'canceled',
    'succeeded',
    'refunded',
  ],
  requires_action: ['processing', 'authorized', 'failed', 'expired', 'canceled', 'succeeded', 'refunded'],
  processing: ['authorized', 'failed', 'expired', 'canceled', 'succeeded', 'refunded'],
  authorized: ['failed', 'expired', 'canceled', 'succeeded', 'refunded'],
  failed: ['expired', 'canceled', 'succeeded', 'refunded'],
  expired: ['canceled', 'succeeded', 'refunded'],
  canceled: ['succeeded', 'refunded'],
  succeeded: ['refunded'],
  refunded: [],
};

/**
 * What a refusal means for the next try. `retry`: the same method may work later. `needs_customer`: the payer must do something
 * (confirm, another card, a new expiry date). `never`: this method is not to be charged again.
 */
export const declineClasses = ['retry', 'needs_customer', 'never'] as const;
export type DeclineClass = (typeof declineClasses)[number];

export interface Failure {
  class: DeclineClass;
  /** The gateway's own word for it, for staff and statistics. */
  code: string;
  /** One English sentence for staff; what clients read is made from `class`. */
  message: string;
}

/** What is known of one try to pay. `amount` and `refunded` are minor units of `currency`; `at` is when the status was reached. */
export interface AttemptState {
  attemptId: string;
  amount: bigint;
  currency: string;
  status: PaymentStatus;
  at: Date;
  /** Present exactly when `status` is `failed`. */
  failure?: Failure;
  /** The sum of all refunds so far: above zero and below `amount` while `succeeded`, all of it when `refunded`. */
  refunded: bigint;
}

/** News about an attempt from outside, in the same shape: a verified event, or the answer to a question. */
export type AttemptNews = Omit<AttemptState, 'at'> & { occurredAt: Date };

/**
 * `advanced`: the status moved. `learned`: same status, but a refund, a time or a failure was new. `nothing_new`: known or overtaken.
 * The others mean that the news is about other money than the attempt asked for: the state stays, a person must look.
 */
export type MergeOutcome =
  | 'advanced'
  | 'learned'
  | 'nothing_new'
  | 'other_attempt'
  | 'other_currency'
  | 'other_amount';

/**
 * Joins news into what is known. Commutative, associative and idempotent over news that passes the checks, so events may come twice
 * and in any order.
 */
export function merge(
  current: AttemptState,
  news: AttemptNews,
): { state: AttemptState; outcome: MergeOutcome } {
  const other = difference(current, news);
  if (other) return { state: current, outcome: other };
  const refunded = news.refunded > current.refunded ? news.refunded : current.refunded;
  if (allowed[current.status].includes(news.status)) {
    return { state: { ...stateOf(news), refunded }, outcome: 'advanced' };
  }
  const told = news.status === current.status ? earlierTold(current, stateOf(news)) : current;
  if (told === current && refunded === current.refunded) return { state: current, outcome: 'nothing_new' };
  return { state: { ...told, refunded }, outcome: 'learned' };
}

function difference(current: AttemptState, news: AttemptNews): MergeOutcome | undefined {
  if (news.attemptId !== current.attemptId) return 'other_attempt';
  if (news.currency !== current.currency) return 'other_currency';
  if (news.amount !== current.amount || news.refunded < 0n || news.refunded > news.amount)
    return 'other_amount';
  return undefined;
}

/** Named one by one: news comes as larger objects, and the state is stored. */
function stateOf(news: AttemptNews): AttemptState {
  const { attemptId, amount, currency, status, occurredAt, failure, refunded } = news;
  return { attemptId, amount, currency, status, at: occurredAt, refunded, ...(failure && { failure }) };
}

/** The first report of a status dates it; of several failures the last one counts. Ties are broken by the failure, so that order never matters. */
function earlierTold(one: AttemptState, other: AttemptState): AttemptState {
  const sign = one.status === 'failed' ? -1 : 1;
  const byTime = sign * (one.at.getTime() - other.at.getTime());
  if (byTime !== 0) return byTime < 0 ? one : other;
  return failureKey(one) >= failureKey(other) ? one : other;
}

function failureKey({ failure }: AttemptState): string {
  return failure ? `${declineClasses.indexOf(failure.class)} ${failure.code} ${failure.message}` : '';
}

import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { isId } from '../../../kernel/values/ids.ts';
import { attemptOf, attemptQuery } from '../attempt-row.ts';
import type { Attempt } from '../attempt-row.ts';
import { about, lockNamed, writeDispute } from '../dispute-row.ts';
import type { Dispute } from '../dispute-row.ts';
import { joinDisputes, refuseDispute, sameDispute } from '../domain/dispute.ts';
import type { DisputeFacts } from '../domain/dispute.ts';
import { disputeAdvanced, disputeOpened, disputeUnmatched } from '../events.ts';
import type { DisputeSnapshot } from '../gateway.ts';
import { followDispute } from './follow-dispute.ts';

export type DisputeOutcome =
  | 'advanced'
  | 'nothing_new'
  | 'unknown_attempt'
  | 'other_attempt'
  | 'other_amount'
  | 'other_currency';

/**
 * Joins what a gateway says of a dispute into what is known, and does all that follows: the one place where a dispute changes, so
 * duplicated, late and reordered news comes to the same, also where the dispute is heard of before the payment. What cannot be
 * of a payment here is told to staff. Needs a transaction that sees everything.
 */
export async function takeDisputeNews(
  tx: Tx,
  gateway: string,
  news: DisputeSnapshot,
): Promise<DisputeOutcome> {
  const attempt = await lockAttemptOf(tx, gateway, news.attemptId);
  const told = factsOf(news);
  if (!attempt) return refuse(tx, gateway, news, 'unknown_attempt');
  const why = refuseDispute({ ...told, currency: news.currency }, attempt.state);
  if (why) return refuse(tx, gateway, news, why);
  const known = await lockNamed(tx, gateway, news.disputeId);
  if (known && known.attempt !== attempt.id) return refuse(tx, gateway, news, 'other_attempt');
  const facts = known ? joinDisputes(known.facts, told) : told;
  if (known && sameDispute(known.facts, facts)) return 'nothing_new';
  const dispute: Dispute = known ?? {
    id: tx.newId(),
    organization: attempt.organization,
    attempt: attempt.id,
    payment: await lockPaymentOf(tx, attempt),
    gateway,
    reference: news.disputeId,
    currency: attempt.state.currency,
    facts,
    lostAt: null,
    warnedDays: null,
  };
  const before = dispute.facts;
  dispute.facts = facts;
  await writeDispute(tx, dispute, !known);
  const { fact, data } = about(dispute);
  if (!known) {
    const { state, reason, amount } = facts;
    const sum = { amount: Number(amount), currency: dispute.currency };
    tx.emit(disputeOpened, { ...fact, data: { ...data, state, reason, ...sum } });
  } else {
    tx.emit(disputeAdvanced, { ...fact, data: { ...data, from: before.state, state: facts.state } });
  }
  await followDispute(tx, dispute, known ? before : null);
  return 'advanced';
}

function factsOf(news: DisputeSnapshot): DisputeFacts {
  const { amount, withdrawn, returned, fee, reason, code } = news;
  return {
    state: news.status,
    at: news.occurredAt,
    reason,
    code,
    amount,
    withdrawn,
    returned,
    fee,
    dueAt: news.respondBy ?? null,
  };
}

/** The attempt's own gateway must say it: another one that is connected here vouches for nothing. */
async function lockAttemptOf(tx: Tx, gateway: string, attempt: string): Promise<Attempt | null> {
  if (!isId(attempt)) return null;
  const row = await attemptQuery(tx.db)
    .where('a.id', '=', attempt)
    .where('a.gateway', '=', gateway)
    .forUpdate('a')
    .executeTakeFirst();
  return row ? attemptOf(row) : null;
}

/** Locked, so that nobody begins to refund it meanwhile. */
async function lockPaymentOf(tx: Tx, { organization, id }: Attempt): Promise<Id<'payment'> | null> {
  const row = await tx.db
    .selectFrom('payments.payments')
    .select('id')
    .where('organization_id', '=', organization)
    .where('attempt_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return (row?.id as Id<'payment'> | undefined) ?? null;
}

function refuse(
  tx: Tx,
  gateway: string,
  { disputeId, amount, currency }: DisputeSnapshot,
  why: Exclude<DisputeOutcome, 'advanced' | 'nothing_new'>,
): DisputeOutcome {
  tx.emit(disputeUnmatched, {
    organizationId: null,
    subject: { kind: 'gateway-dispute', id: disputeId },
    data: { gateway, why, amount: Number(amount), currency },
  });
  return why;
}

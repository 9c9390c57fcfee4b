import type { Tx } from '../../kernel/db/tx.ts';
import type { Db } from '../../kernel/db/types.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { isOpenDispute } from './domain/dispute.ts';
import type { DisputeFacts, DisputeReason, DisputeState } from './domain/dispute.ts';

/** A payment disputed at its bank. Sums are minor units of `currency`. */
export interface Dispute {
  id: Id<'dispute'>;
  organization: Id<'organization'>;
  attempt: Id<'attempt'>;
  /** Null while we have not heard of the money. */
  payment: Id<'payment'> | null;
  gateway: string;
  reference: string;
  currency: Currency;
  facts: DisputeFacts;
  lostAt: Date | null;
  warnedDays: number | null;
}

function disputeQuery(db: Db) {
  return db.selectFrom('payments.disputes').selectAll();
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof disputeQuery>['executeTakeFirst']>>>;

function disputeOf(row: Row): Dispute {
  return {
    id: row.id as Id<'dispute'>,
    organization: row.organization_id as Id<'organization'>,
    attempt: row.attempt_id as Id<'attempt'>,
    payment: row.payment_id as Id<'payment'> | null,
    gateway: row.gateway,
    reference: row.reference,
    currency: row.currency as Currency,
    facts: {
      state: row.state as DisputeState,
      at: row.state_at,
      reason: row.reason as DisputeReason,
      code: row.code,
      amount: row.amount,
      withdrawn: row.withdrawn,
      returned: row.returned,
      fee: row.fee,
      dueAt: row.due_at,
    },
    lostAt: row.lost_at,
    warnedDays: row.warned_days,
  };
}

/** Errors: `not_found`. */
export async function findDispute(db: Db, dispute: Id<'dispute'>): Promise<Dispute> {
  const row = await disputeQuery(db).where('id', '=', dispute).executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return disputeOf(row);
}

/** Takes its row; after the attempt, before the payment. Errors: `not_found`. */
export async function lockDispute(tx: Tx, dispute: Id<'dispute'>): Promise<Dispute> {
  const row = await disputeQuery(tx.db).where('id', '=', dispute).forUpdate().executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return disputeOf(row);
}

/** By the gateway's name for it. */
export async function lockNamed(tx: Tx, gateway: string, reference: string): Promise<Dispute | null> {
  const row = await disputeQuery(tx.db)
    .where('gateway', '=', gateway)
    .where('reference', '=', reference)
    .forUpdate()
    .executeTakeFirst();
  return row ? disputeOf(row) : null;
}

/** Those of an attempt whose money had not been heard of. */
export async function lockWaiting(
  tx: Tx,
  { organization, id }: { organization: Id<'organization'>; id: Id<'attempt'> },
): Promise<Dispute[]> {
  const rows = await disputeQuery(tx.db)
    .where('organization_id', '=', organization)
    .where('attempt_id', '=', id)
    .where('payment_id', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(disputeOf);
}

/** Hours between questions about what is not over: the gateway tells, and this is for what it told in vain. */
const askEveryHours = 6;
/** Money may come back some time after a dispute is won. */
const askAfterwardsDays = 90;

/** When its gateway is asked next; null when nothing more is to come. */
function nextAsk({ state, at, withdrawn, returned }: DisputeFacts, now: Date): Date | null {
  const waits = isOpenDispute(state) || (state === 'won' && returned < withdrawn);
  const recent = now.getTime() - at.getTime() < askAfterwardsDays * 24 * 3_600_000;
  return waits && (isOpenDispute(state) || recent)
    ? new Date(now.getTime() + askEveryHours * 3_600_000)
    : null;
}

/** Writes what is known now, and beside it that it became known. */
export async function writeDispute(tx: Tx, dispute: Dispute, isNew: boolean): Promise<void> {
  const { id, organization, facts } = dispute;
  const known = {
    payment_id: dispute.payment,
    amount: facts.amount,
    reason: facts.reason,
    code: facts.code,
    state: facts.state,
    state_at: facts.at,
    due_at: facts.dueAt,
    withdrawn: facts.withdrawn,
    returned: facts.returned,
    fee: facts.fee,
    ask_at: nextAsk(facts, tx.now),
  };
  if (isNew) {
    await tx.db
      .insertInto('payments.disputes')
      .values({
        organization_id: organization,
        id,
        attempt_id: dispute.attempt,
        gateway: dispute.gateway,
        reference: dispute.reference,
        currency: dispute.currency,
        heard_at: tx.now,
        ...known,
      })
      .execute();
  } else {
    await tx.db
      .updateTable('payments.disputes')
      .set(known)
      .where('organization_id', '=', organization)
      .where('id', '=', id)
      .execute();
  }
  await tx.db
    .insertInto('payments.dispute_news')
    .values({
      organization_id: organization,
      id: tx.newId(),
      dispute_id: id,
      heard_at: tx.now,
      at: facts.at,
      state: facts.state,
      withdrawn: facts.withdrawn,
      returned: facts.returned,
      fee: facts.fee,
    })
    .execute();
}

/** Its gateway was asked and had nothing new to tell, or did not answer. */
export async function askLater(tx: Tx, { organization, id, facts }: Dispute): Promise<void> {
  await tx.db
    .updateTable('payments.disputes')
    .set({ ask_at: nextAsk(facts, tx.now) })
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute();
}

/** What facts about it carry, besides their data. */
export function about({ id, organization, payment }: Dispute) {
  return {
    fact: { organizationId: organization, subject: { kind: 'dispute', id } },
    data: { disputeId: id, paymentId: payment },
  };
}

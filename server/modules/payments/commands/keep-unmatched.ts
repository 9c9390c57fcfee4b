import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Attempt } from '../attempt-row.ts';
import { moneyUnmatched } from '../events.ts';
import type { News } from '../news.ts';

/**
 * Keeps money that nothing asked for until a person has decided about it. `attempt` is the one it names, if we know it. Once per
 * gateway and reference; false when the news is not of money.
 */
export async function keepUnmatched(
  tx: Tx,
  attempt: Attempt | null,
  news: News,
  gateway = attempt!.gateway,
): Promise<boolean> {
  if (news.status !== 'succeeded' || news.amount <= 0n || news.reference === null) return false;
  const why = reasonOf(attempt, news);
  const id = tx.newId<'unmatched'>();
  const added = await tx.db
    .insertInto('payments.unmatched')
    .values({
      id,
      gateway,
      reference: news.reference,
      why,
      organization_id: attempt?.organization ?? null,
      attempt_id: attempt?.id ?? null,
      currency: news.currency,
      amount: news.amount,
      paid_with: news.paidWith?.label ?? gateway,
      received_at: news.occurredAt,
      noticed_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['gateway', 'reference']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added) {
    tx.emit(moneyUnmatched, {
      organizationId: attempt?.organization ?? (null as Id<'organization'> | null),
      subject: { kind: 'unmatched', id },
      data: { unmatchedId: id, gateway, why, amount: Number(news.amount), currency: news.currency },
    });
  }
  return true;
}

function reasonOf(attempt: Attempt | null, news: News) {
  if (!attempt || attempt.id !== news.attemptId) return 'unknown_attempt';
  return attempt.state.currency === news.currency ? 'other_amount' : 'other_currency';
}

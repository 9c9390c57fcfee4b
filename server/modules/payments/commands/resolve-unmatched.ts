import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { isCurrency } from '../../../kernel/values/money.ts';
import { findOrganization } from '../../organizations/index.ts';
import { lockAttempt } from '../attempt-row.ts';
import { alreadyResolved, notPayable } from '../contract.ts';
import type { ResolveBody } from '../contract.ts';
import { isOpen } from '../domain/asking.ts';
import { unmatchedResolved } from '../events.ts';
import { concluded } from './call-gateway.ts';
import { organizationOfInvoice } from './record-received.ts';
import { settlePayment } from './settle-payment.ts';
import { takeNews } from './take-news.ts';

/**
 * A person decides about money that nothing asked for: it pays an invoice, becomes a client's credit, or went back to its sender.
 * The attempt it named, if that still waits, is over. Errors: `not_found`, `already_resolved`, `not_payable`.
 */
export async function resolveUnmatched(
  tx: Tx,
  { unmatched, session, how }: { unmatched: Id<'unmatched'>; session: Session; how: ResolveBody },
): Promise<void> {
  const row = await tx.db
    .selectFrom('payments.unmatched')
    .selectAll()
    .where('id', '=', unmatched)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  if (row.resolution !== null) throw new Problem(alreadyResolved);
  await tx.db
    .updateTable('payments.unmatched')
    .set({ resolution: how.to, resolved_at: tx.now, resolved_by: session.person.id, note: how.note })
    .where('id', '=', unmatched)
    .execute();
  if (row.attempt_id !== null) {
    await endAttempt(tx, row.organization_id as Id<'organization'>, row.attempt_id as Id<'attempt'>);
  }
  if (how.to !== 'returned') {
    const { currency } = row;
    if (!isCurrency(currency)) throw new Problem(notPayable);
    const invoice = how.to === 'invoice' ? how.invoice : null;
    const organization =
      how.to === 'invoice' ? await organizationOfInvoice(tx, how.invoice) : how.organization;
    await findOrganization(tx.db, organization);
    await settlePayment(tx, {
      organization,
      invoice,
      amount: { amount: row.amount, currency },
      cause: { unmatched },
      method: 'unmatched',
      gateway: row.gateway,
      paidWith: row.paid_with,
      receivedAt: row.received_at,
      note: how.note,
    });
  }
  tx.emit(unmatchedResolved, {
    organizationId: row.organization_id as Id<'organization'> | null,
    subject: { kind: 'unmatched', id: unmatched },
    data: { unmatchedId: unmatched, resolution: how.to },
  });
}

async function endAttempt(tx: Tx, organization: Id<'organization'>, id: Id<'attempt'>): Promise<void> {
  const attempt = await lockAttempt(tx, organization, id);
  if (isOpen(attempt.state.status)) {
    await takeNews(tx, attempt, concluded(attempt, tx.now, { status: 'canceled' }));
  }
}

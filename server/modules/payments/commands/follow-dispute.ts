import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { bookDispute, servicesOn } from '../../billing/index.ts';
import { suspendService } from '../../services/index.ts';
import type { Attempt } from '../attempt-row.ts';
import { about, lockWaiting, writeDispute } from '../dispute-row.ts';
import type { Dispute } from '../dispute-row.ts';
import { outcomeOf } from '../domain/dispute.ts';
import type { DisputeFacts } from '../domain/dispute.ts';
import { disputedMoneyMoved, methodRefused } from '../events.ts';
import { disputeRules } from '../settings.ts';
import type { DisputeRules } from '../settings.ts';

/**
 * Brings the books to what is known of a locked dispute, and does once what losing it means. Nothing while its money has not been heard
 * of: `followWaitingDisputes` comes back to it.
 */
export async function followDispute(tx: Tx, dispute: Dispute, before: DisputeFacts | null): Promise<void> {
  const { id, organization, payment, currency, facts } = dispute;
  if (payment === null) return;
  const { value: rules } = await readSetting(tx.db, disputeRules);
  const isLost = facts.state === 'lost' || facts.state === 'accepted';
  // Services are locked before invoices: the order in which everybody locks.
  if (isLost && dispute.lostAt === null) await lose(tx, dispute, rules);
  const { withdrawn, returned, fee, state } = facts;
  const outcome = outcomeOf(state, rules.chase);
  await bookDispute(tx, { organization, payment, dispute: id, withdrawn, returned, fee, outcome });
  const moved = withdrawn - returned - (before ? before.withdrawn - before.returned : 0n);
  if (moved === 0n) return;
  const { fact, data } = about(dispute);
  tx.emit(disputedMoneyMoved, {
    ...fact,
    data: { ...data, amount: Number(moved < 0n ? -moved : moved), currency, back: moved < 0n },
  });
}

/** The money of an attempt has come: what was told of disputes about it before is done now. */
export async function followWaitingDisputes(tx: Tx, attempt: Attempt): Promise<void> {
  const { organization, id } = attempt;
  const payment = await tx.db
    .selectFrom('payments.payments')
    .select('id')
    .where('organization_id', '=', organization)
    .where('attempt_id', '=', id)
    .executeTakeFirst();
  if (!payment) return;
  for (const dispute of await lockWaiting(tx, attempt)) {
    dispute.payment = payment.id as Id<'payment'>;
    await writeDispute(tx, dispute, false);
    await followDispute(tx, dispute, null);
  }
}

/** The consequences that the business has set, once for a dispute. */
async function lose(tx: Tx, dispute: Dispute, rules: DisputeRules): Promise<void> {
  const { organization, id } = dispute;
  await tx.db
    .updateTable('payments.disputes')
    .set({ lost_at: tx.now })
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute();
  if (rules.suspend) await suspend(tx, dispute);
  if (rules.blockMethod) await block(tx, dispute);
}

/** Holds what the disputed payment paid for, until it is paid again. */
async function suspend(tx: Tx, { organization, payment }: Dispute): Promise<void> {
  const { rows } = await sql<{ organization: Id<'organization'>; service: Id<'service'> }>`
    select distinct s.organization_id as organization, s.id as service
    from billing.receipts r
      join billing.allocations a on a.organization_id = r.organization_id and a.receipt_id = r.id
      cross join lateral (${servicesOn(sql`a.organization_id`, sql`a.invoice_id`)}) l
      join services.services s on s.organization_id = l.for_organization_id and s.id = l.service_id
    where r.organization_id = ${organization} and r.payment_id = ${payment} and s.state not in ('pending', 'ended')
    order by s.id`.execute(tx.db);
  for (const key of rows) await suspendService(tx, { ...key, reason: 'non_payment' });
}

/** Whose payer went to the bank is not charged again without asking. */
async function block(tx: Tx, { organization, attempt }: Dispute): Promise<void> {
  const { rows } = await sql<{ id: Id<'saved-method'> }>`
    update payments.saved_methods m set refused_at = ${tx.now}
    from payments.attempts a
    where a.organization_id = ${organization} and a.id = ${attempt} and m.organization_id = a.organization_id
      and (m.id = a.saved_method_id or m.attempt_id = a.id) and m.refused_at is null and m.removed_at is null
    returning m.id`.execute(tx.db);
  for (const { id } of rows)
    tx.emit(methodRefused, {
      organizationId: organization,
      subject: { kind: 'saved-method', id },
      data: { methodId: id, code: 'dispute_lost' },
    });
}

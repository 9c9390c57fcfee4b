import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { setPaymentPending } from '../../billing/index.ts';
import { findOrganization } from '../../organizations/index.ts';
import { alreadyResolved } from '../contract.ts';
import { transferApproved, transferRejected } from '../events.ts';
import { dayReceived } from './record-received.ts';
import { settlePayment } from './settle-payment.ts';

interface Decision {
  transfer: Id<'transfer'>;
  session: Session;
}

/**
 * The money was found on the bank account: what was received is settled, which may be another sum than was reported. Errors:
 * `not_found`, `already_resolved`, `paid_in_future`.
 */
export async function approveTransfer(
  tx: Tx,
  { transfer, session, amount, receivedOn }: Decision & { amount: bigint; receivedOn: CalendarDate },
): Promise<void> {
  const row = await lockReported(tx, transfer);
  const organization = row.organization_id as Id<'organization'>;
  const invoice = row.invoice_id as Id<'invoice'> | null;
  const { locale, timeZone } = await findOrganization(tx.db, organization);
  const receivedAt = dayReceived(tx.now, timeZone, receivedOn);
  await decide(tx, organization, transfer, {
    state: 'approved',
    decided_by: session.person.id,
    received_amount: amount,
    received_on: receivedOn,
  });
  if (invoice) await setPaymentPending(tx, { organization, invoice, pending: false });
  await settlePayment(tx, {
    organization,
    invoice,
    amount: money(amount, row.currency as Currency),
    cause: { transfer },
    method: 'bank_transfer',
    gateway: 'bank',
    paidWith: `${locale === 'id' ? 'Transfer bank' : 'Bank transfer'} · ${row.bank}`,
    receivedAt,
  });
  tx.emit(transferApproved, {
    organizationId: organization,
    subject: { kind: 'transfer', id: transfer },
    data: { transferId: transfer, invoiceId: invoice, amount: Number(amount), currency: row.currency },
  });
}

/** The money was not found; the client reads the reason. Errors: `not_found`, `already_resolved`. */
export async function rejectTransfer(
  tx: Tx,
  { transfer, session, reason }: Decision & { reason: string },
): Promise<void> {
  const row = await lockReported(tx, transfer);
  const organization = row.organization_id as Id<'organization'>;
  const invoice = row.invoice_id as Id<'invoice'> | null;
  await decide(tx, organization, transfer, { state: 'rejected', decided_by: session.person.id, reason });
  if (invoice) await setPaymentPending(tx, { organization, invoice, pending: false });
  tx.emit(transferRejected, {
    organizationId: organization,
    subject: { kind: 'transfer', id: transfer },
    data: { transferId: transfer, invoiceId: invoice },
  });
}

async function lockReported(tx: Tx, transfer: Id<'transfer'>) {
  const row = await tx.db
    .selectFrom('payments.transfers')
    .select(['organization_id', 'invoice_id', 'currency', 'bank', 'state'])
    .where('id', '=', transfer)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  if (row.state !== 'reported') throw new Problem(alreadyResolved);
  return row;
}

async function decide(
  tx: Tx,
  organization: Id<'organization'>,
  transfer: Id<'transfer'>,
  change:
    | { state: 'approved'; decided_by: string; received_amount: bigint; received_on: CalendarDate }
    | { state: 'rejected'; decided_by: string; reason: string },
): Promise<void> {
  await tx.db
    .updateTable('payments.transfers')
    .set({ ...change, decided_at: tx.now })
    .where('organization_id', '=', organization)
    .where('id', '=', transfer)
    .execute();
}

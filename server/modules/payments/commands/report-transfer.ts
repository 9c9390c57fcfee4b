import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findPayable, setPaymentPending } from '../../billing/index.ts';
import { findOrganization } from '../../organizations/index.ts';
import { paidInFuture, transferPending } from '../contract.ts';
import { transferReported, transferWithdrawn } from '../events.ts';
import { assertRoom } from './start-deposit.ts';
import { assertPayable } from './start-payment.ts';

export interface ReportedTransfer {
  organization: Id<'organization'>;
  /** Null: it adds to the credit. */
  invoice: Id<'invoice'> | null;
  session: Session;
  /** Minor units of the invoice's currency. */
  amount: bigint;
  paidOn: CalendarDate;
  bank: string;
  sender: string;
  proof: string;
  note: string;
}

/**
 * A client says to have transferred money for an invoice, or to its credit; until somebody has looked at the bank account, nothing else is paid on it.
 * Needs a transaction that sees everything. Errors: `not_found`, `already_paid`, `not_payable`, `payment_pending`, `paid_in_future`;
 * `deposit_not_offered`, `deposit_too_small`, `deposit_too_large`.
 */
export async function reportTransfer(tx: Tx, report: ReportedTransfer): Promise<Id<'transfer'>> {
  const { organization, invoice, amount, paidOn } = report;
  const [currency, { timeZone }] = await Promise.all([
    invoice ? currencyOwed(tx, organization, invoice) : currencyAdded(tx, organization, amount),
    findOrganization(tx.db, organization),
  ]);
  if (paidOn > dateIn(timeZone, tx.now)) throw new Problem(paidInFuture);
  const id = tx.newId<'transfer'>();
  const added = await tx.db
    .insertInto('payments.transfers')
    .values({
      organization_id: organization,
      id,
      invoice_id: invoice,
      currency,
      amount,
      paid_on: paidOn,
      bank: report.bank,
      sender: report.sender,
      proof: report.proof,
      note: report.note,
      state: 'reported',
      reported_by: report.session.person.id,
      reported_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw new Problem(transferPending);
  if (invoice) await setPaymentPending(tx, { organization, invoice, pending: true });
  tx.emit(transferReported, {
    organizationId: organization,
    subject: { kind: 'transfer', id },
    data: { transferId: id, invoiceId: invoice, amount: Number(amount), currency },
  });
  return id;
}

async function currencyOwed(tx: Tx, organization: Id<'organization'>, invoice: Id<'invoice'>) {
  const payable = await findPayable(tx.db, organization, invoice);
  assertPayable(payable);
  return payable.currency;
}

async function currencyAdded(tx: Tx, organization: Id<'organization'>, amount: bigint) {
  return (await assertRoom(tx.db, organization, amount)).currency;
}

/** Its reporter was wrong. Needs a transaction that sees everything. Errors: `not_found`, also for one that was decided. */
export async function withdrawTransfer(
  tx: Tx,
  organization: Id<'organization'>,
  transfer: Id<'transfer'>,
): Promise<void> {
  const withdrawn = await tx.db
    .updateTable('payments.transfers')
    .set({ state: 'withdrawn', decided_at: tx.now })
    .where('organization_id', '=', organization)
    .where('id', '=', transfer)
    .where('state', '=', 'reported')
    .returning('invoice_id')
    .executeTakeFirst();
  if (!withdrawn) throw new Problem(notFound);
  const invoice = withdrawn.invoice_id as Id<'invoice'> | null;
  if (invoice) await setPaymentPending(tx, { organization, invoice, pending: false });
  tx.emit(transferWithdrawn, {
    organizationId: organization,
    subject: { kind: 'transfer', id: transfer },
    data: { transferId: transfer, invoiceId: invoice },
  });
}

import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import { reopenWindows } from '../../usage/index.ts';
import { subject } from '../allocate.ts';
import { book } from '../book.ts';
import { hasCreditNotes } from '../credit-contract.ts';
import { documentStates } from '../domain/invoice-states.ts';
import { invoiceVoided as voidedEntry } from '../domain/ledger.ts';
import { endDeferred } from '../deferrals.ts';
import { creditAdded, invoiceVoided } from '../events.ts';
import { about, assertMay, lockInvoice, toNumber } from '../invoice-row.ts';
import { invoicing } from '../settings.ts';
import { useCredit } from './apply-credit.ts';
import { releaseWithholdings } from './reopen-withholding.ts';

/**
 * Takes back an invoice that is not paid in full. It keeps its number and stays to be read; what was paid on it becomes credit.
 * Needs a transaction that sees everything. Errors: `already_paid`, `invoice_void`,
 * `has_credit_notes`: what is left of such a one is taken back by another.
 */
export async function voidInvoice(
  tx: Tx,
  {
    organization,
    invoice: id,
    reason,
  }: { organization: Id<'organization'>; invoice: Id<'invoice'>; reason: string },
): Promise<void> {
  const invoice = await lockInvoice(tx, organization, id);
  assertMay('void', invoice);
  if (invoice.takenBack > 0n) throw new Problem(hasCreditNotes);
  documentStates.assertMove(invoice.document, 'void');
  await releaseWithholdings(tx, invoice);
  const { currency, paid } = invoice;
  const released = await tx.db
    .updateTable('billing.allocations')
    .set({ released_at: tx.now })
    .where('organization_id', '=', organization)
    .where('invoice_id', '=', id)
    .where('released_at', 'is', null)
    .returning('id')
    .execute();
  await tx.db
    .updateTable('billing.invoices')
    .set((eb) => ({
      document: 'void',
      settlement: 'unpaid',
      collection: 'none',
      payment_pending: false,
      paid: 0n,
      voided_at: tx.now,
      void_reason: reason,
      version: eb('version', '+', 1),
    }))
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute();
  // A client who stays after all is invoiced for the period again.
  await tx.db
    .deleteFrom('billing.renewals')
    .where('organization_id', '=', invoice.for)
    .where('invoice_id', '=', id)
    .execute();
  await reopenWindows(tx, id);
  const unearned = await endDeferred(tx, invoice, 'taken back');
  await book(tx, {
    organization,
    currency,
    kind: 'invoice_voided',
    invoice: id,
    receipt: null,
    entry: voidedEntry({
      organizationId: organization,
      net: money(invoice.subtotal, currency),
      tax: money(invoice.tax, currency),
      open: money(invoice.total - paid, currency),
      unearned: money(unearned, currency),
    }),
    credit: { lot: { source: 'invoice_voided' }, released: released.map((one) => one.id) },
  });
  tx.emit(invoiceVoided, { ...subject(invoice), data: about(invoice) });
  if (paid === 0n) return;
  tx.emit(creditAdded, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { amount: toNumber(paid), currency, why: 'invoice_voided' },
  });
  const { value: rules } = await readSetting(tx.db, invoicing);
  if (rules.creditAutomatically) tx.enqueue(useCredit, { organization, currency });
}

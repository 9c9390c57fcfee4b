import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import { subject } from '../allocate.ts';
import { book } from '../book.ts';
import { settlementStates } from '../domain/invoice-states.ts';
import { debtRecovered as recoveredEntry, invoiceWrittenOff as writtenOffEntry } from '../domain/ledger.ts';
import { endDeferred } from '../deferrals.ts';
import { debtRecovered, invoiceWrittenOff } from '../events.ts';
import { about, assertMay, lockInvoice, toNumber } from '../invoice-row.ts';
import type { LockedInvoice } from '../invoice-row.ts';

/**
 * Gives up what is still owed on an invoice: nobody is reminded of it any more, and money that comes all the same lands on it. Needs a
 * transaction that sees everything. Errors: `not_found`, `payment_pending`, or why nothing is owed.
 */
export async function writeOffInvoice(
  tx: Tx,
  {
    organization,
    invoice: id,
    reason,
  }: { organization: Id<'organization'>; invoice: Id<'invoice'>; reason: string },
): Promise<void> {
  const invoice = await lockInvoice(tx, organization, id);
  assertMay('writeOff', invoice);
  settlementStates.assertMove(invoice.settlement, 'written_off');
  const open = invoice.total - invoice.paid;
  await tx.db
    .updateTable('billing.invoices')
    .set((eb) => ({
      settlement: 'written_off',
      collection: 'none',
      written_off_at: tx.now,
      written_off_why: reason,
      version: eb('version', '+', 1),
    }))
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute();
  await giveUp(tx, invoice, open, await endDeferred(tx, invoice, 'earned'));
  tx.emit(invoiceWrittenOff, {
    ...subject(invoice),
    data: { ...about(invoice), amount: toNumber(open), currency: invoice.currency },
  });
}

/** Books that part of a debt is a loss: also where money that had come for one that was given up goes back again. */
export async function giveUp(tx: Tx, invoice: LockedInvoice, amount: bigint, unearned = 0n): Promise<void> {
  const { organization, currency, id } = invoice;
  await book(tx, {
    organization,
    currency,
    kind: 'invoice_written_off',
    invoice: id,
    receipt: null,
    entry: writtenOffEntry({
      organizationId: organization,
      open: money(amount, currency),
      unearned: money(unearned, currency),
    }),
  });
}

/** Money has come for what was given up: so much of it is owed again, for the money to pay it. */
export async function recover(tx: Tx, invoice: LockedInvoice, amount: bigint): Promise<void> {
  const { organization, currency, id } = invoice;
  await book(tx, {
    organization,
    currency,
    kind: 'debt_recovered',
    invoice: id,
    receipt: null,
    entry: recoveredEntry({ organizationId: organization, amount: money(amount, currency) }),
  });
  tx.emit(debtRecovered, {
    ...subject(invoice),
    data: { invoiceId: id, amount: toNumber(amount), currency },
  });
}

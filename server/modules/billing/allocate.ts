import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { money } from '../../kernel/values/money.ts';
import { settlementOf } from './domain/invoice-states.ts';
import { invoicePaid, invoicePartlyPaid, invoiceReopened } from './events.ts';
import { about, toNumber } from './invoice-row.ts';
import type { LockedInvoice } from './invoice-row.ts';

/**
 * Money from anywhere pays a locked invoice: the one way to settle it. `amount` is above zero and no more than is owed; without a
 * receipt it is credit. The ledger is the caller's.
 */
export async function allocate(
  tx: Tx,
  invoice: LockedInvoice,
  from: { receipt: Id<'receipt'> | null; amount: bigint },
): Promise<void> {
  await tx.db
    .insertInto('billing.allocations')
    .values({
      organization_id: invoice.organization,
      id: tx.newId(),
      invoice_id: invoice.id,
      receipt_id: from.receipt,
      amount: from.amount,
      allocated_at: tx.now,
    })
    .execute();
  await setPaid(tx, invoice, invoice.paid + from.amount);
  if (invoice.settlement === 'paid') announcePaid(tx, invoice);
  else {
    tx.emit(invoicePartlyPaid, {
      ...subject(invoice),
      data: {
        invoiceId: invoice.id,
        paid: toNumber(invoice.paid),
        balance: toNumber(invoice.total - invoice.paid),
        currency: invoice.currency,
      },
    });
  }
}

/** Takes an allocation off a locked invoice that stays issued; it is owed again. */
export async function release(
  tx: Tx,
  invoice: LockedInvoice,
  allocation: { id: string; amount: bigint },
): Promise<void> {
  const wasPaid = invoice.settlement === 'paid';
  await tx.db
    .updateTable('billing.allocations')
    .set({ released_at: tx.now })
    .where('organization_id', '=', invoice.organization)
    .where('id', '=', allocation.id)
    .execute();
  await setPaid(tx, invoice, invoice.paid - allocation.amount);
  if (wasPaid) tx.emit(invoiceReopened, { ...subject(invoice), data: about(invoice) });
}

export function announcePaid(tx: Tx, invoice: LockedInvoice): void {
  tx.emit(invoicePaid, { ...subject(invoice), data: about(invoice) });
}

export function subject(invoice: Pick<LockedInvoice, 'id' | 'organization'>) {
  return { organizationId: invoice.organization, subject: { kind: 'invoice', id: invoice.id } };
}

/** Writes the new sum and what follows from it, to the row and to the locked copy of it. */
async function setPaid(tx: Tx, invoice: LockedInvoice, paid: bigint): Promise<void> {
  invoice.paid = paid;
  invoice.settlement = settlementOf(money(invoice.total, invoice.currency), money(paid, invoice.currency));
  const isPaid = invoice.settlement === 'paid';
  await tx.db
    .updateTable('billing.invoices')
    .set((eb) => ({
      paid,
      settlement: invoice.settlement,
      paid_at: isPaid ? tx.now : null,
      version: eb('version', '+', 1),
      ...(isPaid ? { collection: 'none', payment_pending: false } : {}),
    }))
    .where('organization_id', '=', invoice.organization)
    .where('id', '=', invoice.id)
    .execute();
}

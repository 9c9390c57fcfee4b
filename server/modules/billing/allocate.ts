import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
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
  const allocation = sql`
    insert into billing.allocations (organization_id, id, invoice_id, receipt_id, amount, allocated_at)
    values (${invoice.organization}, ${tx.newId()}, ${invoice.id}, ${from.receipt}, ${from.amount}, ${tx.now})`;
  await setPaid(tx, invoice, invoice.paid + from.amount, allocation);
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
  const released = sql`
    update billing.allocations set released_at = ${tx.now}
    where organization_id = ${invoice.organization} and id = ${allocation.id}`;
  await setPaid(tx, invoice, invoice.paid - allocation.amount, released);
  if (wasPaid) tx.emit(invoiceReopened, { ...subject(invoice), data: about(invoice) });
}

export function announcePaid(tx: Tx, invoice: LockedInvoice): void {
  tx.emit(invoicePaid, { ...subject(invoice), data: about(invoice) });
}

export function subject(invoice: Pick<LockedInvoice, 'id' | 'organization'>) {
  return { organizationId: invoice.organization, subject: { kind: 'invoice', id: invoice.id } };
}

/** Writes the new sum with its cause and what follows from it, in one statement, and changes the locked copy of the row. */
async function setPaid(
  tx: Tx,
  invoice: LockedInvoice,
  paid: bigint,
  cause: RawBuilder<unknown>,
): Promise<void> {
  invoice.paid = paid;
  invoice.settlement = settlementOf(money(invoice.total, invoice.currency), money(paid, invoice.currency));
  const isPaid = invoice.settlement === 'paid';
  await sql`
    with cause as (${cause})
    update billing.invoices set paid = ${paid}, settlement = ${invoice.settlement}, paid_at = ${isPaid ? tx.now : null},
      version = version + 1, collection = case when ${isPaid} then 'none' else collection end,
      payment_pending = payment_pending and not ${isPaid}
    where organization_id = ${invoice.organization} and id = ${invoice.id}`.execute(tx.db);
}

import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { money } from '../../kernel/values/money.ts';
import { settlementOf } from './domain/invoice-states.ts';
import { invoicePaid, invoicePartlyPaid, invoiceReopened } from './events.ts';
import { holdAgain } from './holds.ts';
import { about, toNumber } from './invoice-row.ts';
import type { LockedInvoice } from './invoice-row.ts';

/**
 * Money from anywhere pays a locked invoice: the one way to settle it. `amount` is above zero and no more than is owed; without a
 * receipt it is tax that was withheld, or else credit. Returns the allocation. The ledger is the caller's.
 */
export async function allocate(
  tx: Tx,
  invoice: LockedInvoice,
  from: { receipt: Id<'receipt'> | null; amount: bigint; withholding?: Id<'withholding'> },
): Promise<Id<'allocation'>> {
  const id = tx.newId<'allocation'>();
  const allocation = sql`
    insert into billing.allocations (organization_id, id, invoice_id, receipt_id, withholding_id, amount, allocated_at)
    values (${invoice.organization}, ${id}, ${invoice.id}, ${from.receipt}, ${from.withholding ?? null}, ${from.amount}, ${tx.now})`;
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
  return id;
}

/**
 * A credit note takes `total` off a locked invoice: `settled` of it pays what was open. True when that was the last of it. The note and
 * the ledger are the caller's.
 */
export async function takeOff(
  tx: Tx,
  invoice: LockedInvoice,
  { total, settled }: { total: bigint; settled: bigint },
): Promise<boolean> {
  const wasPaid = invoice.settlement === 'paid';
  invoice.takenBack += total;
  invoice.paid += settled;
  invoice.settlement = settlementOf(
    money(invoice.total, invoice.currency),
    money(invoice.paid, invoice.currency),
  );
  const becamePaid = !wasPaid && invoice.settlement === 'paid';
  await sql`
    update billing.invoices set paid = ${invoice.paid}, credited = credited + ${settled}, taken_back = ${invoice.takenBack},
      settlement = ${invoice.settlement}, version = version + 1, paid_at = case when ${becamePaid} then ${tx.now} else paid_at end,
      collection = case when ${becamePaid} then 'none' else collection end, payment_pending = payment_pending and not ${becamePaid}
    where organization_id = ${invoice.organization} and id = ${invoice.id}`.execute(tx.db);
  return becamePaid;
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
  await holdAgain(tx, invoice);
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
  const counted = settlementOf(money(invoice.total, invoice.currency), money(paid, invoice.currency));
  if (invoice.settlement !== 'written_off' || counted === 'paid') invoice.settlement = counted;
  const isPaid = invoice.settlement === 'paid';
  await sql`
    with cause as (${cause})
    update billing.invoices set paid = ${paid}, settlement = ${invoice.settlement}, paid_at = ${isPaid ? tx.now : null},
      version = version + 1, collection = case when ${isPaid} then 'none' else collection end,
      payment_pending = payment_pending and not ${isPaid}, collect_at = null
    where organization_id = ${invoice.organization} and id = ${invoice.id}`.execute(tx.db);
}

import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { book } from '../book.ts';
import { paymentReversed as reversedEntry } from '../domain/ledger.ts';
import { paymentReversed } from '../events.ts';
import { toNumber } from '../invoice-row.ts';
import { takeOffReceipt } from '../take-off-receipt.ts';
import { giveUp } from './write-off-invoice.ts';

/**
 * A payment went back to its payer: charged back, bounced, refused by the bank. What it paid is owed again. What of it had become
 * credit is taken from the credit; where that was spent, the newest invoices paid by credit are owed again too, so that credit
 * never falls below zero. What was refunded or disputed of it before has gone back already. Once per payment. Needs a transaction that sees everything. Errors: `not_found`.
 */
export async function reversePayment(
  tx: Tx,
  {
    organization,
    payment,
    reason,
  }: { organization: Id<'organization'>; payment: Id<'payment'>; reason: string },
): Promise<void> {
  const receipt = await tx.db
    .selectFrom('billing.receipts')
    .select(['id', 'invoice_id', 'amount', 'refunded', 'disputed', 'currency', 'gateway', 'reversed_at'])
    .where('organization_id', '=', organization)
    .where('payment_id', '=', payment)
    .forUpdate()
    .executeTakeFirst();
  if (!receipt) throw new Problem(notFound);
  if (receipt.reversed_at) return;
  const currency = receipt.currency as Currency;
  // What was refunded or disputed before is gone already.
  const back = receipt.amount - receipt.refunded - receipt.disputed;
  const of = { organization, id: receipt.id as Id<'receipt'>, currency };
  const { released, takenOff } = await takeOffReceipt(tx, of, back);
  await tx.db
    .updateTable('billing.receipts')
    .set({ reversed_at: tx.now, reverse_reason: reason, reversed: back })
    .where('organization_id', '=', organization)
    .where('id', '=', receipt.id)
    .execute();
  if (back > 0n) {
    await book(tx, {
      organization,
      currency,
      kind: 'payment_reversed',
      invoice: receipt.invoice_id as Id<'invoice'> | null,
      receipt: receipt.id as Id<'receipt'>,
      entry: reversedEntry({
        organizationId: organization,
        gateway: receipt.gateway,
        amount: money(back, currency),
        released: money(released, currency),
      }),
      credit: { receipt: receipt.id as Id<'receipt'> },
    });
  }
  // Where the rest had been given up, what comes off again is given up too.
  for (const { invoice, amount } of takenOff)
    if (invoice.settlement === 'written_off') await giveUp(tx, invoice, amount);
  tx.emit(paymentReversed, {
    organizationId: organization,
    subject: { kind: 'receipt', id: receipt.id },
    data: { receiptId: receipt.id, paymentId: payment, amount: toNumber(back), currency },
  });
}

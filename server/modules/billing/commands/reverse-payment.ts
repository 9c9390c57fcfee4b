import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { release } from '../allocate.ts';
import { book, lockCredit } from '../book.ts';
import { creditReleased, paymentReversed as reversedEntry } from '../domain/ledger.ts';
import { paymentReversed } from '../events.ts';
import { lockInvoice, toNumber } from '../invoice-row.ts';
import type { LockedInvoice } from '../invoice-row.ts';

interface LiveAllocation {
  id: string;
  invoice: LockedInvoice;
  receipt: string | null;
  amount: bigint;
}

/**
 * A payment went back to its payer: charged back, bounced, refused by the bank. What it paid is owed again. What of it had become
 * credit is taken from the credit; where that was spent, the newest invoices paid by credit are owed again too, so that credit
 * never falls below zero. Once per payment. Needs a transaction that sees everything. Errors: `not_found`.
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
    .select(['id', 'invoice_id', 'amount', 'currency', 'gateway', 'reversed_at'])
    .where('organization_id', '=', organization)
    .where('payment_id', '=', payment)
    .forUpdate()
    .executeTakeFirst();
  if (!receipt) throw new Problem(notFound);
  if (receipt.reversed_at) return;
  const currency = receipt.currency as Currency;
  const live = await lockAllocations(tx, organization, currency, receipt.id);
  const own = live.filter((each) => each.receipt === receipt.id);
  const released = own.reduce((sum, { amount }) => sum + amount, 0n);
  const credit = await lockCredit(tx, organization, currency);

  const byCredit = live.filter((each) => each.receipt === null);
  await giveBackCredit(tx, byCredit, receipt.amount - released - credit);
  for (const each of own) await release(tx, each.invoice, each);
  await tx.db
    .updateTable('billing.receipts')
    .set({ reversed_at: tx.now, reverse_reason: reason })
    .where('organization_id', '=', organization)
    .where('id', '=', receipt.id)
    .execute();
  await book(tx, {
    organization,
    currency,
    kind: 'payment_reversed',
    invoice: receipt.invoice_id as Id<'invoice'> | null,
    receipt: receipt.id as Id<'receipt'>,
    entry: reversedEntry({
      organizationId: organization,
      gateway: receipt.gateway,
      amount: money(receipt.amount, currency),
      released: money(released, currency),
    }),
  });
  tx.emit(paymentReversed, {
    organizationId: organization,
    subject: { kind: 'receipt', id: receipt.id },
    data: { receiptId: receipt.id, paymentId: payment, amount: toNumber(receipt.amount), currency },
  });
}

/** Takes credit off invoices, newest first, until at least `missing` is credit again. */
async function giveBackCredit(tx: Tx, byCredit: readonly LiveAllocation[], missing: bigint): Promise<void> {
  for (const each of byCredit) {
    if (missing <= 0n) return;
    const { organization, currency, id } = each.invoice;
    await release(tx, each.invoice, each);
    await book(tx, {
      organization,
      currency,
      kind: 'credit_released',
      invoice: id,
      receipt: null,
      entry: creditReleased({ organizationId: organization, amount: money(each.amount, currency) }),
    });
    missing -= each.amount;
  }
}

/**
 * What the receipt, and what credit of its currency, pays at present, newest first, each with its invoice locked. They are looked
 * for twice, since one may be released while its invoice is waited for.
 */
async function lockAllocations(
  tx: Tx,
  organization: Id<'organization'>,
  currency: Currency,
  receipt: string,
): Promise<LiveAllocation[]> {
  const found = tx.db
    .selectFrom('billing.allocations as a')
    .innerJoin('billing.invoices as i', (join) =>
      join.onRef('i.organization_id', '=', 'a.organization_id').onRef('i.id', '=', 'a.invoice_id'),
    )
    .select(['a.id', 'a.invoice_id', 'a.receipt_id', 'a.amount'])
    .where('a.organization_id', '=', organization)
    .where('a.released_at', 'is', null)
    .where('i.currency', '=', currency)
    .where((eb) => eb.or([eb('a.receipt_id', '=', receipt), eb('a.receipt_id', 'is', null)]));
  const first = await found.orderBy('i.due_on').orderBy('i.id').execute();
  const invoices = new Map<string, LockedInvoice>();
  for (const { invoice_id: id } of first) {
    if (!invoices.has(id)) invoices.set(id, await lockInvoice(tx, organization, id as Id<'invoice'>));
  }
  const live = await found.orderBy('a.allocated_at', 'desc').orderBy('a.id', 'desc').execute();
  return live.flatMap((row) => {
    const invoice = invoices.get(row.invoice_id);
    return invoice ? [{ id: row.id, invoice, receipt: row.receipt_id, amount: row.amount }] : [];
  });
}

import type { Tx } from '../../../kernel/db/tx.ts';
import { readSettings } from '../../../kernel/settings.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import { assert } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import type { Money } from '../../../kernel/values/money.ts';
import { findOrganization } from '../../organizations/index.ts';
import { allocate, subject } from '../allocate.ts';
import { book } from '../book.ts';
import { paymentReceived } from '../domain/ledger.ts';
import { creditAdded, lateMoneyReceived, receiptIssued } from '../events.ts';
import { lockInvoice, toNumber } from '../invoice-row.ts';
import type { LockedInvoice } from '../invoice-row.ts';
import { recover } from './write-off-invoice.ts';
import { useCredit } from './apply-credit.ts';
import { partyOf } from '../parties.ts';
import { invoicing as invoicingSetting, seller as sellerSetting } from '../settings.ts';

/** `invoice` is null for a deposit, and where `invoices` are many. `gateway` names the cash account that holds the money. */
export interface ReceivedPayment {
  organization: Id<'organization'>;
  invoice: Id<'invoice'> | null;
  invoices?: readonly Id<'invoice'>[];
  payment: Id<'payment'>;
  amount: Money;
  method: string;
  gateway: string;
  receivedAt: Date;
}

/**
 * Money has arrived, from any source. It pays the invoice, or of many the oldest first, as far as something is owed; the rest, and money for an invoice that is
 * void or in another currency, becomes credit: late money always lands. Exactly once per payment id, however often it is told.
 * Needs a transaction that sees everything. Errors: `not_found` for an unknown invoice.
 */
export async function recordPayment(
  tx: Tx,
  input: ReceivedPayment,
): Promise<{ receipt: Id<'receipt'>; isNew: boolean }> {
  const { organization, amount } = input;
  assert(amount.amount > 0n, 'a payment is of something');
  const [invoices, payer, [seller, invoicing]] = await Promise.all([
    lockAll(tx, organization, input.invoices ?? (input.invoice ? [input.invoice] : [])),
    findOrganization(tx.db, organization),
    readSettings(tx.db, sellerSetting, invoicingSetting),
  ]);
  const receipt = tx.newId<'receipt'>();
  const added = await tx.db
    .insertInto('billing.receipts')
    .values({
      organization_id: organization,
      id: receipt,
      payment_id: input.payment,
      invoice_id: input.invoice,
      received_on: dateIn(payer.timeZone, input.receivedAt),
      received_at: input.receivedAt,
      currency: amount.currency,
      amount: amount.amount,
      method: input.method,
      gateway: input.gateway,
      seller: JSON.stringify({ ...partyOf(seller), place: seller.place, signer: seller.signer }),
      payer: JSON.stringify(partyOf(payer)),
      recorded_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'payment_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  // Told again, or twice at once: then the other transaction has recorded it while this one waited.
  if (!added) return { receipt: (await findReceipt(tx, input))!, isNew: false };

  const parts = partsOf(invoices, amount);
  const allocated = parts.reduce((sum, part) => sum + part.amount, 0n);
  const credited = amount.amount - allocated;
  const source = invoices.length > 0 ? 'overpayment' : 'deposit';
  for (const part of parts)
    if (part.invoice.settlement === 'written_off') await recover(tx, part.invoice, part.amount);
  // Sent without waiting for each other: all rows are locked, and both succeed or neither.
  await Promise.all([
    ...parts.map((part) => allocate(tx, part.invoice, { receipt, amount: part.amount })),
    book(tx, {
      organization,
      currency: amount.currency,
      kind: 'payment_received',
      invoice: input.invoice,
      receipt,
      entry: paymentReceived({
        organizationId: organization,
        gateway: input.gateway,
        amount,
        allocated: money(allocated, amount.currency),
      }),
      credit: { lot: { source } },
    }),
  ]);
  tx.emit(receiptIssued, {
    organizationId: organization,
    subject: { kind: 'receipt', id: receipt },
    data: {
      receiptId: receipt,
      paymentId: input.payment,
      invoiceId: input.invoice,
      amount: toNumber(amount.amount),
      currency: amount.currency,
    },
  });
  for (const { id, document } of invoices)
    if (document === 'void')
      tx.emit(lateMoneyReceived, {
        ...subject({ organization, id }),
        data: {
          invoiceId: id,
          paymentId: input.payment,
          amount: toNumber(credited),
          currency: amount.currency,
        },
      });
  if (credited > 0n) {
    tx.emit(creditAdded, {
      organizationId: organization,
      subject: { kind: 'organization', id: organization },
      data: {
        amount: toNumber(credited),
        currency: amount.currency,
        why: source,
      },
    });
    if (invoicing.creditAutomatically) tx.enqueue(useCredit, { organization, currency: amount.currency });
  }
  return { receipt, isNew: true };
}

/** By due date, then id: the order in which everybody locks, and in which money pays. */
async function lockAll(
  tx: Tx,
  organization: Id<'organization'>,
  ids: readonly Id<'invoice'>[],
): Promise<LockedInvoice[]> {
  const [only, ...others] = ids;
  if (only === undefined) return [];
  if (others.length === 0) return [await lockInvoice(tx, organization, only)];
  const rows = await tx.db
    .selectFrom('billing.invoices')
    .select('id')
    .where('organization_id', '=', organization)
    .where('id', 'in', [...ids])
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  const locked: LockedInvoice[] = [];
  for (const row of rows) locked.push(await lockInvoice(tx, organization, row.id as Id<'invoice'>));
  return locked;
}

/** What of the money pays which invoice, the oldest first. */
function partsOf(
  invoices: readonly LockedInvoice[],
  { amount, currency }: Money,
): { invoice: LockedInvoice; amount: bigint }[] {
  let left = amount;
  return invoices.flatMap((invoice) => {
    const isOwed = invoice.document === 'issued' && invoice.currency === currency;
    const owed = isOwed ? invoice.total - invoice.paid : 0n;
    const part = left < owed ? left : owed;
    left -= part;
    return part > 0n ? [{ invoice, amount: part }] : [];
  });
}

async function findReceipt(
  tx: Tx,
  { organization, payment }: Pick<ReceivedPayment, 'organization' | 'payment'>,
): Promise<Id<'receipt'> | null> {
  const row = await tx.db
    .selectFrom('billing.receipts')
    .select('id')
    .where('organization_id', '=', organization)
    .where('payment_id', '=', payment)
    .executeTakeFirst();
  return (row?.id as Id<'receipt'> | undefined) ?? null;
}

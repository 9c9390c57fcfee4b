import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import { assert } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import type { Money } from '../../../kernel/values/money.ts';
import { findOrganization } from '../../organizations/index.ts';
import { allocate } from '../allocate.ts';
import { book } from '../book.ts';
import { paymentReceived } from '../domain/ledger.ts';
import { creditAdded, receiptIssued } from '../events.ts';
import { lockInvoice, toNumber } from '../invoice-row.ts';
import { useCredit } from './apply-credit.ts';
import { numberDocuments } from './number-documents.ts';
import { partyOf } from '../parties.ts';
import { invoicing as invoicingSetting, seller as sellerSetting } from '../settings.ts';

/** `invoice` is null for a deposit. `gateway` names the cash account that holds the money. */
export interface ReceivedPayment {
  organization: Id<'organization'>;
  invoice: Id<'invoice'> | null;
  payment: Id<'payment'>;
  amount: Money;
  method: string;
  gateway: string;
  receivedAt: Date;
}

/**
 * Money has arrived, from any source. It pays the invoice as far as something is owed; the rest, and money for an invoice that is
 * void or in another currency, becomes credit: late money always lands. Exactly once per payment id, however often it is told.
 * Needs a transaction that sees everything. Errors: `not_found` for an unknown invoice.
 */
export async function recordPayment(
  tx: Tx,
  input: ReceivedPayment,
): Promise<{ receipt: Id<'receipt'>; isNew: boolean }> {
  const { organization, amount } = input;
  assert(amount.amount > 0n, 'a payment is of something');
  const [known, invoice, payer, { value: seller }, { value: invoicing }] = await Promise.all([
    findReceipt(tx, input),
    input.invoice ? lockInvoice(tx, organization, input.invoice) : null,
    findOrganization(tx.db, organization),
    readSetting(tx.db, sellerSetting),
    readSetting(tx.db, invoicingSetting),
  ]);
  if (known) return { receipt: known, isNew: false };

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
  // Told twice at once: the other transaction has recorded it while this one waited.
  if (!added) return { receipt: (await findReceipt(tx, input))!, isNew: false };

  const owed =
    invoice?.document === 'issued' && invoice.currency === amount.currency
      ? invoice.total - invoice.paid
      : 0n;
  const allocated = amount.amount < owed ? amount.amount : owed;
  const credited = amount.amount - allocated;
  if (invoice && allocated > 0n) await allocate(tx, invoice, { receipt, amount: allocated });
  await book(tx, {
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
  });
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
  tx.enqueue(numberDocuments, { kind: 'receipt' as const });
  if (credited > 0n) {
    tx.emit(creditAdded, {
      organizationId: organization,
      subject: { kind: 'organization', id: organization },
      data: {
        amount: toNumber(credited),
        currency: amount.currency,
        why: input.invoice ? 'overpayment' : 'deposit',
      },
    });
    if (invoicing.creditAutomatically) tx.enqueue(useCredit, { organization, currency: amount.currency });
  }
  return { receipt, isNew: true };
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

import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { book, lockCredit } from '../book.ts';
import { followDisputes } from './book-dispute.ts';
import { creditTooSmall, moreThanPaid } from '../credit-contract.ts';
import { refundPaid, refundReturned, refundSettled } from '../domain/ledger.ts';
import type { Entry } from '../domain/ledger.ts';
import { goodwillLeft } from '../lots.ts';
import type { CreditMove } from '../lots.ts';

export interface Refund {
  organization: Id<'organization'>;
  payment: Id<'payment'>;
  /** Minor units of the payment's currency. */
  amount: bigint;
}

/** The cash account of what has left a client's credit and not reached the client. */
export const underway = 'refunds';

/**
 * Takes a refund of a payment out of the client's credit, first of what that payment had brought and never out of goodwill, from when it is underway; `settleRefund` or `returnRefund` ends it. Money that
 * pays an invoice becomes credit first, by a credit note. Needs a transaction that sees everything. Errors: `not_found`;
 * `more_than_paid` beyond what is left of the payment, `credit_too_small`.
 */
export async function payRefund(tx: Tx, { organization, payment, amount }: Refund): Promise<void> {
  const receipt = await lockReceipt(tx, organization, payment);
  if (receipt.isReversed || amount <= 0n || receipt.refunded + amount + receipt.disputed > receipt.amount)
    throw new Problem(moreThanPaid);
  const credit = await lockCredit(tx, organization, receipt.currency);
  const goodwill = await goodwillLeft(tx, organization, receipt.currency);
  if (credit - goodwill < amount) throw new Problem(creditTooSmall);
  await setRefunded(tx, organization, receipt, receipt.refunded + amount);
  const entry = refundPaid({
    organizationId: organization,
    gateway: underway,
    amount: money(amount, receipt.currency),
  });
  await bookAbout(tx, organization, receipt, 'refund_paid', entry, { receipt: receipt.id, moneyOnly: true });
}

/** The client has it: `gateway` names the cash account that paid. */
export async function settleRefund(
  tx: Tx,
  { organization, payment, amount, gateway }: Refund & { gateway: string },
): Promise<void> {
  const receipt = await lockReceipt(tx, organization, payment);
  const entry = refundSettled({ from: underway, gateway, amount: money(amount, receipt.currency) });
  await bookAbout(tx, organization, receipt, 'refund_settled', entry);
}

/** It did not reach the client, whose credit it is again. */
export async function returnRefund(tx: Tx, { organization, payment, amount }: Refund): Promise<void> {
  const receipt = await lockReceipt(tx, organization, payment);
  await setRefunded(tx, organization, receipt, receipt.refunded - amount);
  const entry = refundReturned({
    organizationId: organization,
    gateway: underway,
    amount: money(amount, receipt.currency),
  });
  await bookAbout(tx, organization, receipt, 'refund_returned', entry, {
    lot: { source: 'refund_returned' },
  });
  // What a bank took of it beyond what was left is not lost any more: it is taken from what came back.
  await followDisputes(tx, organization, receipt.id);
}

interface LockedReceipt {
  id: Id<'receipt'>;
  amount: bigint;
  refunded: bigint;
  disputed: bigint;
  currency: Currency;
  isReversed: boolean;
}

async function lockReceipt(
  tx: Tx,
  organization: Id<'organization'>,
  payment: Id<'payment'>,
): Promise<LockedReceipt> {
  const row = await tx.db
    .selectFrom('billing.receipts')
    .select(['id', 'amount', 'refunded', 'disputed', 'currency', 'reversed_at'])
    .where('organization_id', '=', organization)
    .where('payment_id', '=', payment)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return {
    id: row.id as Id<'receipt'>,
    amount: row.amount,
    refunded: row.refunded,
    disputed: row.disputed,
    currency: row.currency as Currency,
    isReversed: row.reversed_at !== null,
  };
}

async function setRefunded(
  tx: Tx,
  organization: Id<'organization'>,
  { id }: LockedReceipt,
  refunded: bigint,
): Promise<void> {
  await tx.db
    .updateTable('billing.receipts')
    .set({ refunded })
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute();
}

function bookAbout(
  tx: Tx,
  organization: Id<'organization'>,
  { id, currency }: LockedReceipt,
  kind: 'refund_paid' | 'refund_settled' | 'refund_returned',
  entry: Entry,
  credit: CreditMove = {},
): Promise<bigint> {
  return book(tx, { organization, currency, kind, invoice: null, receipt: id, entry, credit });
}

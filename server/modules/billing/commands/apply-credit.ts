import { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { id } from '../../../kernel/http/shapes.ts';
import { defineJob } from '../../../kernel/jobs/define.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { isCurrency, money } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { allocate, subject } from '../allocate.ts';
import { book, lockCredit } from '../book.ts';
import { noCredit } from '../contract.ts';
import { creditApplied as appliedEntry } from '../domain/ledger.ts';
import { creditApplied } from '../events.ts';
import { assertMay, lockInvoice, toNumber } from '../invoice-row.ts';
import type { LockedInvoice } from '../invoice-row.ts';

/**
 * Pays an invoice from the client's credit: as much as there is and is owed, at most `atMost`. Needs a transaction that sees
 * everything. Errors: `no_credit`, or why this invoice takes none.
 */
export async function applyCredit(
  tx: Tx,
  {
    organization,
    invoice,
    atMost,
  }: { organization: Id<'organization'>; invoice: Id<'invoice'>; atMost?: bigint },
): Promise<{ applied: bigint; balance: bigint; currency: Currency }> {
  const locked = await lockInvoice(tx, organization, invoice);
  assertMay('applyCredit', locked);
  const credit = await lockCredit(tx, organization, locked.currency);
  if (credit === 0n) throw new Problem(noCredit);
  const applied = await pay(tx, locked, atMost === undefined || credit < atMost ? credit : atMost);
  return { applied, balance: locked.total - locked.paid, currency: locked.currency };
}

const atOnce = 100;

/** Pays what is owed, oldest first, from credit that is left; nothing where a payment is being looked at or somebody disputes. */
async function useUpCredit(tx: Tx, organization: Id<'organization'>, currency: Currency): Promise<void> {
  const open = await tx.db
    .selectFrom('billing.invoices')
    .select('id')
    .where('organization_id', '=', organization)
    .where('currency', '=', currency)
    .where('status', 'in', ['due', 'overdue'])
    .where('collection', '<>', 'disputed')
    .orderBy('due_on')
    .orderBy('id')
    .limit(atOnce)
    .execute();
  const locked: LockedInvoice[] = [];
  for (const row of open) locked.push(await lockInvoice(tx, organization, row.id as Id<'invoice'>));
  let credit = await lockCredit(tx, organization, currency);
  for (const invoice of locked) {
    if (credit === 0n) return;
    if (invoice.status === 'due' || invoice.status === 'overdue') credit -= await pay(tx, invoice, credit);
  }
  if (credit > 0n && open.length === atOnce) tx.enqueue(useCredit, { organization, currency });
}

/** The invoice and the head of the ledger are locked. */
async function pay(tx: Tx, invoice: LockedInvoice, credit: bigint): Promise<bigint> {
  const owed = invoice.total - invoice.paid;
  const amount = credit < owed ? credit : owed;
  const { organization, currency } = invoice;
  const allocation = await allocate(tx, invoice, { receipt: null, amount });
  await book(tx, {
    organization,
    currency,
    kind: 'credit_applied',
    invoice: invoice.id,
    receipt: null,
    entry: appliedEntry({ organizationId: organization, amount: money(amount, currency) }),
    credit: { allocation },
  });
  tx.emit(creditApplied, {
    ...subject(invoice),
    data: { invoiceId: invoice.id, amount: toNumber(amount), currency },
  });
  return amount;
}

/** Asked for when there is credit and something new to pay with it, or something to pay and new credit. */
export const useCredit = defineJob({
  name: 'billing.use-credit',
  input: z.object({ organization: id('organization'), currency: z.string().refine(isCurrency) }),
  run: (ctx, { organization, currency }) =>
    ctx.transact((tx) => useUpCredit(tx, organization, currency as Currency)),
});

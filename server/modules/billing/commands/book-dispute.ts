import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { allocate } from '../allocate.ts';
import { book } from '../book.ts';
import { gatewayFeeCharged, paymentDisputed as disputedEntry } from '../domain/ledger.ts';
import { creditAdded } from '../events.ts';
import { endHolds, holdInvoice } from '../holds.ts';
import { lockInvoice, toNumber } from '../invoice-row.ts';
import type { LockedInvoice } from '../invoice-row.ts';
import { takeOffReceipt } from '../take-off-receipt.ts';
import { giveUp, recover } from './write-off-invoice.ts';

/**
 * All that is known of a dispute about a payment. The sums are what its gateway has taken out, given back and charged for it so far, in
 * minor units of the payment's currency. `open`: nobody is chased for what is owed again. `over`: it is chased for, or with
 * `given_over` left to staff.
 */
export interface DisputedPayment {
  organization: Id<'organization'>;
  payment: Id<'payment'>;
  dispute: Id<'dispute'>;
  withdrawn: bigint;
  returned: bigint;
  fee: bigint;
  outcome: 'open' | 'over' | 'given_over';
}

/**
 * Brings the books to what is known of a dispute: they depend on the sums alone, not on the steps by which they became known, so it may
 * be told again. What a bank took is owed again by the client, less what had been refunded, which is our loss; what comes back pays
 * it. Says which invoices were owed again. Needs a transaction that sees everything. Errors: `not_found`.
 */
export async function bookDispute(
  tx: Tx,
  { organization, payment, dispute, withdrawn, returned, fee, outcome }: DisputedPayment,
): Promise<LockedInvoice[]> {
  const receipt = await lockReceipt(tx, organization, { payment });
  const before = await tx.db
    .selectFrom('billing.disputed_payments')
    .select('fee')
    .where('organization_id', '=', organization)
    .where('id', '=', dispute)
    .executeTakeFirst();
  await tx.db
    .insertInto('billing.disputed_payments')
    .values({
      organization_id: organization,
      id: dispute,
      receipt_id: receipt.id,
      currency: receipt.currency,
      withdrawn,
      returned,
      fee,
    })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'id']).doUpdateSet({ withdrawn, returned, fee }),
    )
    .execute();
  const newFee = fee - (before?.fee ?? 0n);
  if (newFee > 0n) {
    await book(tx, {
      organization,
      currency: receipt.currency,
      kind: 'gateway_fee_charged',
      invoice: null,
      receipt: receipt.id,
      entry: gatewayFeeCharged({ gateway: receipt.gateway, fee: money(newFee, receipt.currency) }),
    });
  }
  const owedAgain = await follow(tx, organization, receipt, dispute);
  if (outcome !== 'open' || withdrawn === returned)
    await endHolds(tx, organization, dispute, outcome === 'given_over');
  return owedAgain;
}

/** The same after something else about a receipt has changed: a refund that did not reach its client. */
export async function followDisputes(
  tx: Tx,
  organization: Id<'organization'>,
  receipt: Id<'receipt'>,
): Promise<void> {
  const { rows } = await sql<{ id: Id<'dispute'> }>`
    select id from billing.disputed_payments where organization_id = ${organization} and receipt_id = ${receipt}
    order by id desc limit 1`.execute(tx.db);
  const dispute = rows[0]?.id;
  if (dispute) await follow(tx, organization, await lockReceipt(tx, organization, { receipt }), dispute);
}

interface Receipt {
  id: Id<'receipt'>;
  gateway: string;
  currency: Currency;
  /** What may be owed again at most. */
  left: bigint;
  disputed: bigint;
  /** What the books say that was lost, before anything new. */
  lost: bigint;
}

async function lockReceipt(
  tx: Tx,
  organization: Id<'organization'>,
  by: { payment: Id<'payment'> } | { receipt: Id<'receipt'> },
): Promise<Receipt> {
  const { rows } = await sql<Receipt>`
    select r.id, r.gateway, r.currency, r.amount - r.refunded - r.reversed as left, r.disputed,
      coalesce((select sum(p.debit - p.credit) from billing.entries e
        join billing.postings p on p.organization_id = e.organization_id and p.currency = e.currency and p.sequence = e.sequence
        where e.organization_id = r.organization_id and e.currency = r.currency and e.receipt_id = r.id
          and e.kind in ('payment_disputed', 'dispute_returned') and p.account = 'dispute_loss'), 0)::bigint as lost
    from billing.receipts r
    where r.organization_id = ${organization}
      and ${'payment' in by ? sql`r.payment_id = ${by.payment}` : sql`r.id = ${by.receipt}`}
    for update of r`.execute(tx.db);
  if (!rows[0]) throw new Problem(notFound);
  return rows[0];
}

/** Books the difference between what banks hold of a receipt now and what the books say. */
async function follow(
  tx: Tx,
  organization: Id<'organization'>,
  receipt: Receipt,
  dispute: Id<'dispute'>,
): Promise<LockedInvoice[]> {
  const { id, currency } = receipt;
  const { rows } = await sql<{ net: bigint }>`
    select coalesce(sum(withdrawn - returned), 0)::bigint as net from billing.disputed_payments
    where organization_id = ${organization} and receipt_id = ${id}`.execute(tx.db);
  const { net } = rows[0]!;
  const disputed = net < receipt.left ? net : receipt.left;
  const change = disputed - receipt.disputed;
  const lost = net - disputed - receipt.lost;
  if (change === 0n && lost === 0n) return [];
  const { owed, takenOff, byCredit } =
    change > 0n
      ? await takeOff(tx, organization, receipt, change)
      : await payAgain(tx, organization, receipt, -change);
  await tx.db
    .updateTable('billing.receipts')
    .set({ disputed })
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute();
  await book(tx, {
    organization,
    currency,
    kind: change + lost < 0n ? 'dispute_returned' : 'payment_disputed',
    invoice: takenOff[0]?.invoice.id ?? null,
    receipt: id,
    entry: disputedEntry({
      organizationId: organization,
      gateway: receipt.gateway,
      owed: money(owed, currency),
      credited: money(change - owed, currency),
      lost: money(lost, currency),
    }),
    credit: { receipt: id, lot: { source: 'dispute_returned' } },
  });
  if (change < 0n) {
    announceCredit(tx, organization, currency, owed - change);
    return [];
  }
  for (const { invoice, amount } of takenOff)
    if (invoice.settlement === 'written_off') await giveUp(tx, invoice, amount);
  const owedAgain = [...takenOff.map(({ invoice }) => invoice), ...byCredit];
  for (const invoice of owedAgain) await holdInvoice(tx, invoice, { kind: 'dispute', id: dispute });
  return owedAgain;
}

/** What a change of the books does to invoices; `owed` is below zero where they are paid again. */
interface Moved {
  owed: bigint;
  takenOff: { invoice: LockedInvoice; amount: bigint }[];
  byCredit: LockedInvoice[];
}

async function takeOff(
  tx: Tx,
  organization: Id<'organization'>,
  { id, currency }: Receipt,
  amount: bigint,
): Promise<Moved> {
  const { released, ...rest } = await takeOffReceipt(tx, { organization, id, currency }, amount);
  return { owed: released, ...rest };
}

/** Money that is back pays what disputes of this receipt have made owed again, the oldest first; the rest is credit. */
async function payAgain(
  tx: Tx,
  organization: Id<'organization'>,
  receipt: Receipt,
  amount: bigint,
): Promise<Moved> {
  const { rows } = await sql<{ id: Id<'invoice'> }>`
    select distinct i.id, i.due_on from billing.disputed_payments d
      join billing.holds h on h.organization_id = d.organization_id and h.cause_id = d.id
      join billing.invoices i on i.organization_id = h.organization_id and i.id = h.invoice_id
    where d.organization_id = ${organization} and d.receipt_id = ${receipt.id} order by i.due_on, i.id`.execute(
    tx.db,
  );
  let left = amount;
  for (const { id } of rows) {
    const invoice = await lockInvoice(tx, organization, id);
    const open = invoice.document === 'issued' ? invoice.total - invoice.paid : 0n;
    const part = left < open ? left : open;
    if (part <= 0n) continue;
    if (invoice.settlement === 'written_off') await recover(tx, invoice, part);
    await allocate(tx, invoice, { receipt: receipt.id, amount: part });
    left -= part;
  }
  return { owed: left - amount, takenOff: [], byCredit: [] };
}

function announceCredit(tx: Tx, organization: Id<'organization'>, currency: Currency, amount: bigint): void {
  if (amount === 0n) return;
  tx.emit(creditAdded, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { amount: toNumber(amount), currency, why: 'overpayment' },
  });
}

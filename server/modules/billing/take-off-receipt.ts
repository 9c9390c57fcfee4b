import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { money } from '../../kernel/values/money.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { allocate, release } from './allocate.ts';
import { book, lockCredit } from './book.ts';
import { giveUp } from './commands/write-off-invoice.ts';
import { creditReleased } from './domain/ledger.ts';
import { lockInvoice } from './invoice-row.ts';
import type { LockedInvoice } from './invoice-row.ts';

interface LiveAllocation {
  id: string;
  invoice: LockedInvoice;
  receipt: string | null;
  amount: bigint;
}

interface TakenOff {
  /** Of the receipt's own money on invoices, minor units; the rest of `back` has come out of the client's credit. */
  released: bigint;
  takenOff: { invoice: LockedInvoice; amount: bigint }[];
  /** Invoices that the spent credit had paid: they are owed again too. */
  byCredit: LockedInvoice[];
}

/**
 * Makes `back` of what came by a locked receipt free to leave: off the invoices it pays, newest first, and out of the credit; where
 * that was spent, the newest invoices paid by credit are owed again. The receipt, its entry, and giving up again what had been
 * written off, are the caller's.
 */
export async function takeOffReceipt(
  tx: Tx,
  { organization, id, currency }: { organization: Id<'organization'>; id: Id<'receipt'>; currency: Currency },
  back: bigint,
): Promise<TakenOff> {
  const live = await lockAllocations(tx, organization, currency, id);
  const own = live.filter((each) => each.receipt === id);
  const allocated = own.reduce((sum, { amount }) => sum + amount, 0n);
  const released = allocated < back ? allocated : back;
  const credit = await lockCredit(tx, organization, currency);
  const spent = live.filter((each) => each.receipt === null);
  const byCredit = await giveBackCredit(tx, spent, back - released - credit);
  const takenOff = await releaseOwn(tx, own, released, id);
  return { released, takenOff, byCredit };
}

/** Takes `released` of what the receipt pays off its invoices, newest first; what is left of the last one pays it still. */
async function releaseOwn(
  tx: Tx,
  own: readonly LiveAllocation[],
  released: bigint,
  receipt: Id<'receipt'>,
): Promise<{ invoice: LockedInvoice; amount: bigint }[]> {
  const takenOff = [];
  let left = released;
  for (const each of own) {
    if (left === 0n) break;
    const amount = each.amount < left ? each.amount : left;
    await release(tx, each.invoice, each);
    if (each.amount > amount) await allocate(tx, each.invoice, { receipt, amount: each.amount - amount });
    takenOff.push({ invoice: each.invoice, amount });
    left -= amount;
  }
  return takenOff;
}

/** Takes credit off invoices, newest first, until at least `missing` is credit again. */
async function giveBackCredit(
  tx: Tx,
  byCredit: readonly LiveAllocation[],
  missing: bigint,
): Promise<LockedInvoice[]> {
  const given: LockedInvoice[] = [];
  for (const each of byCredit) {
    if (missing <= 0n) break;
    const { organization, currency, id } = each.invoice;
    await release(tx, each.invoice, each);
    await book(tx, {
      organization,
      currency,
      kind: 'credit_released',
      invoice: id,
      receipt: null,
      entry: creditReleased({ organizationId: organization, amount: money(each.amount, currency) }),
      credit: { lot: { source: 'credit_released' }, released: [each.id] },
    });
    if (each.invoice.settlement === 'written_off') await giveUp(tx, each.invoice, each.amount);
    missing -= each.amount;
    given.push(each.invoice);
  }
  return given;
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
    .where('a.withholding_id', 'is', null)
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

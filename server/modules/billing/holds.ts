import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { collectionStates, isOpen } from './domain/invoice-states.ts';
import type { CollectionState } from './domain/invoice-states.ts';
import { invoiceDisputed, invoiceNotDisputed } from './events.ts';
import { lockInvoice } from './invoice-row.ts';
import type { LockedInvoice } from './invoice-row.ts';

/** A payment that is disputed at its bank, or a client who does not agree with an invoice. */
export type HoldCause = { kind: 'dispute' | 'contest'; id: string };

/** From now on nobody is chased for a locked invoice, as long as any hold on it lasts. */
export async function holdInvoice(tx: Tx, invoice: LockedInvoice, { kind, id }: HoldCause): Promise<void> {
  await tx.db
    .insertInto('billing.holds')
    .values({
      organization_id: invoice.organization,
      invoice_id: invoice.id,
      cause: kind,
      cause_id: id,
      since: tx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'invoice_id', 'cause_id']).doUpdateSet({ ended_at: null }),
    )
    .execute();
  if (!isOpen(invoice.settlement) || !collectionStates.canMove(invoice.collection, 'disputed')) return;
  await setCollection(tx, invoice, 'disputed');
  tx.emit(invoiceDisputed, { ...subject(invoice), data: { invoiceId: invoice.id, cause: kind } });
}

/** An invoice that is owed again is still not chased for while a hold on it lasts. */
export async function holdAgain(tx: Tx, invoice: LockedInvoice): Promise<void> {
  const { numAffectedRows } = await sql`
    update billing.invoices i set collection = 'disputed'
    where organization_id = ${invoice.organization} and id = ${invoice.id} and collection <> 'disputed' and settlement in ('unpaid', 'partially_paid')
      and exists (select from billing.holds h where h.organization_id = i.organization_id and h.invoice_id = i.id
        and h.ended_at is null)`.execute(tx.db);
  if (numAffectedRows === 1n) invoice.collection = 'disputed';
}

/**
 * What held invoices is over. Where no other hold lasts and something is owed, collection goes on where it stopped, or with
 * `givenOver` staff look after it from now on. Says which invoices were held.
 */
export async function endHolds(
  tx: Tx,
  organization: Id<'organization'>,
  cause: string,
  givenOver = false,
): Promise<LockedInvoice[]> {
  const held = await lockHeld(tx, organization, cause);
  for (const invoice of held) {
    const { rows } = await sql<{ others: boolean; chased: boolean }>`
      with ended as (
        update billing.holds set ended_at = ${tx.now}
        where organization_id = ${organization} and invoice_id = ${invoice.id} and cause_id = ${cause} and ended_at is null)
      select exists (select from billing.holds where organization_id = ${organization} and invoice_id = ${invoice.id}
          and cause_id <> ${cause} and ended_at is null) as others,
        exists (select from billing.dunning_steps where organization_id = ${organization} and invoice_id = ${invoice.id}
          and kind <> 'reminder') as chased`.execute(tx.db);
    const { others, chased } = rows[0]!;
    if (others || invoice.collection !== 'disputed') continue;
    await setCollection(tx, invoice, givenOver ? 'collections' : chased ? 'in_dunning' : 'none');
    tx.emit(invoiceNotDisputed, { ...subject(invoice), data: { invoiceId: invoice.id } });
  }
  return held;
}

const subject = ({ organization, id }: LockedInvoice) => ({
  organizationId: organization,
  subject: { kind: 'invoice', id },
});

async function lockHeld(tx: Tx, organization: Id<'organization'>, cause: string): Promise<LockedInvoice[]> {
  const { rows } = await sql<{ id: Id<'invoice'> }>`
    select i.id from billing.holds h
      join billing.invoices i on i.organization_id = h.organization_id and i.id = h.invoice_id
    where h.organization_id = ${organization} and h.cause_id = ${cause} and h.ended_at is null
    order by i.due_on, i.id`.execute(tx.db);
  const locked: LockedInvoice[] = [];
  for (const { id } of rows) locked.push(await lockInvoice(tx, organization, id));
  return locked;
}

async function setCollection(tx: Tx, invoice: LockedInvoice, collection: CollectionState): Promise<void> {
  collectionStates.assertMove(invoice.collection, collection);
  await tx.db
    .updateTable('billing.invoices')
    .set((eb) => ({ collection, collect_at: null, version: eb('version', '+', 1) }))
    .where('organization_id', '=', invoice.organization)
    .where('id', '=', invoice.id)
    .execute();
  invoice.collection = collection;
}

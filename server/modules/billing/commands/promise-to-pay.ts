import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Fact } from '../../../kernel/events/define.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { findOrganization } from '../../organizations/index.ts';
import { subject } from '../allocate.ts';
import { lastDay, mayPromise, mayPromiseForClient, staffDays } from '../domain/dunning/promise.ts';
import { promiseBroken, promiseClosed, promiseMade } from '../events.ts';
import { lockInvoice } from '../invoice-row.ts';
import type { LockedInvoice } from '../invoice-row.ts';
import { dayTooFar, promiseRefused } from '../promise-contract.ts';
import { readPromiseFacts } from '../queries/promises.ts';
import { tellOfBrokenPromise } from '../tellings.ts';

interface Key {
  organization: Id<'organization'>;
  invoice: Id<'invoice'>;
}

/**
 * A client, or staff for it, says by which day an overdue invoice will be paid; until then nobody is chased. Needs a transaction that
 * sees everything. Errors: `not_found`, `promise_refused`, `day_too_far`.
 */
export async function promiseToPay(
  tx: Tx,
  { organization, invoice: id }: Key,
  { on, by, byStaff }: { on: CalendarDate; by: Id<'person'>; byStaff: boolean },
): Promise<void> {
  const invoice = await lockInvoice(tx, organization, id);
  const [{ timeZone }, { facts, limits }] = await Promise.all([
    findOrganization(tx.db, organization),
    readPromiseFacts(tx.db, invoice, tx.now),
  ]);
  const may = byStaff ? mayPromiseForClient(facts) : mayPromise(facts, limits);
  if (may !== true) throw new Problem(promiseRefused, { facts: { reason: may.no } });
  const today = dateIn(timeZone, tx.now);
  if (on < today || on > lastDay(today, byStaff ? staffDays : limits.days)) {
    throw new Problem(dayTooFar, {
      fields: [{ path: 'on', code: 'day_too_far', message: 'not within reach' }],
    });
  }
  const promise = tx.newId<'promise'>();
  await tx.db
    .insertInto('billing.promises')
    .values({
      organization_id: organization,
      id: promise,
      invoice_id: id,
      promised_on: on,
      made_on: today,
      made_at: tx.now,
      by_staff: byStaff,
      made_by: by,
    })
    .execute();
  await lookAgain(tx, invoice);
  tx.emit(promiseMade, { ...subject(invoice), data: { invoiceId: id, promiseId: promise, on, byStaff } });
}

/** Staff take a promise back; collection goes on. Errors: `not_found`, `wrong_state` where none is open. */
export async function withdrawPromise(tx: Tx, { organization, invoice: id }: Key): Promise<void> {
  const invoice = await lockInvoice(tx, organization, id);
  if (!(await closePromise(tx, invoice, 'withdrawn'))) throw new Problem(wrongState);
  await lookAgain(tx, invoice);
}

/** Its day is over and something is still owed: the client hears so, once, and collection goes on. */
export async function breakPromise(tx: Tx, invoice: LockedInvoice): Promise<void> {
  const broken = await closePromise(tx, invoice, 'broken');
  if (!broken) return;
  tx.emit(promiseBroken, {
    ...subject(invoice),
    data: { invoiceId: invoice.id, promiseId: broken.id, on: broken.promised_on },
  });
  await tellOfBrokenPromise(tx, invoice, broken.id, broken.promised_on);
}

/** Invoices are not owed any more: what was promised for them was kept, or there is nothing left to keep. */
export async function settlePromises(
  tx: Tx,
  facts: readonly Fact<{ invoiceId: string }>[],
  state: 'kept' | 'withdrawn',
): Promise<void> {
  const { rows } = await sql<{ id: string; organization: Id<'organization'>; invoice: Id<'invoice'> }>`
    update billing.promises p set state = ${state}, closed_at = ${tx.now}
    from unnest(${facts.map((fact) => fact.organizationId)}::uuid[], ${facts.map((fact) => fact.data.invoiceId)}::uuid[])
      as told (organization_id, invoice_id)
    where p.organization_id = told.organization_id and p.invoice_id = told.invoice_id and p.state = 'open'
    returning p.id, p.organization_id as organization, p.invoice_id as invoice`.execute(tx.db);
  for (const { id, organization, invoice } of rows)
    tx.emit(promiseClosed, {
      ...subject({ organization, id: invoice }),
      data: { invoiceId: invoice, promiseId: id, state },
    });
}

async function closePromise(
  tx: Tx,
  invoice: Pick<LockedInvoice, 'organization' | 'id'>,
  state: 'broken' | 'withdrawn',
) {
  const row = await tx.db
    .updateTable('billing.promises')
    .set({ state, closed_at: tx.now })
    .where('organization_id', '=', invoice.organization)
    .where('invoice_id', '=', invoice.id)
    .where('state', '=', 'open')
    .returning(['id', 'promised_on'])
    .executeTakeFirst();
  if (row && state !== 'broken')
    tx.emit(promiseClosed, {
      ...subject(invoice),
      data: { invoiceId: invoice.id, promiseId: row.id, state },
    });
  return row;
}

async function lookAgain(tx: Tx, { organization, id }: LockedInvoice): Promise<void> {
  await tx.db
    .updateTable('billing.invoices')
    .set({ collect_at: null })
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute();
}

import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findOrganization } from '../../organizations/index.ts';
import type { InvoiceStatus } from '../domain/abilities.ts';
import { lastDay, mayPromise, mayPromiseForClient, staffDays } from '../domain/dunning/promise.ts';
import type { PromiseFacts, PromiseLimits } from '../domain/dunning/promise.ts';
import type { CollectionState } from '../domain/invoice-states.ts';
import type { Promises } from '../promise-contract.ts';
import { promiseLimits } from '../settings.ts';

interface Promised {
  organization: Id<'organization'>;
  id: Id<'invoice'>;
  status: InvoiceStatus;
  collection: CollectionState;
}

/** What decides whether a day may be promised for an invoice. */
export async function readPromiseFacts(
  db: Db,
  { organization, id, status, collection }: Promised,
  now: Date,
): Promise<{ facts: PromiseFacts; limits: PromiseLimits }> {
  const yearAgo = addDays(dateIn('UTC', now), -365);
  const [{ rows }, { value: limits }] = await Promise.all([
    sql<{ open: number; ofInvoice: number; ofYear: number }>`
      select count(*) filter (where invoice_id = ${id} and state = 'open')::integer as open,
        count(*) filter (where invoice_id = ${id} and not by_staff)::integer as "ofInvoice",
        count(*) filter (where not by_staff and made_on > ${yearAgo})::integer as "ofYear"
      from billing.promises where organization_id = ${organization}
        and (invoice_id = ${id} or (not by_staff and made_on > ${yearAgo}))`.execute(db),
    readSetting(db, promiseLimits),
  ]);
  const { open, ...counts } = rows[0]!;
  return { facts: { status, collection, hasOpen: open > 0, ...counts }, limits };
}

/** What was promised for an invoice, newest first, and whether another day may be named. Errors: `not_found`. */
export async function showPromises(
  db: Db,
  { organization, invoice: id }: { organization: Id<'organization'>; invoice: Id<'invoice'> },
  { now, staff }: { now: Date; staff: boolean },
): Promise<Promises> {
  const invoice = await db
    .selectFrom('billing.invoices')
    .select(['status', 'collection'])
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!invoice) throw new Problem(notFound);
  const found = {
    organization,
    id,
    status: invoice.status as InvoiceStatus,
    collection: invoice.collection as CollectionState,
  };
  const [{ timeZone }, { facts, limits }, items] = await Promise.all([
    findOrganization(db, organization),
    readPromiseFacts(db, found, now),
    db
      .selectFrom('billing.promises')
      .select(['id', 'promised_on', 'state', 'by_staff', 'made_at'])
      .where('organization_id', '=', organization)
      .where('invoice_id', '=', id)
      .orderBy('made_at', 'desc')
      .execute(),
  ]);
  return {
    can: { promise: staff ? mayPromiseForClient(facts) : mayPromise(facts, limits) },
    until: lastDay(dateIn(timeZone, now), staff ? staffDays : limits.days),
    items: items.map((row) => ({
      id: row.id,
      on: row.promised_on,
      state: row.state as Promises['items'][number]['state'],
      byStaff: row.by_staff,
      madeAt: row.made_at.toISOString(),
    })),
  };
}

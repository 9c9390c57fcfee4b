import { sql } from 'kysely';
import type { Db } from '../../kernel/db/types.ts';
import { dateIn } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { ServiceKey } from './service.ts';

/**
 * Services whose next period must be invoiced, since in its zone the day has come, the longest due first. What is held for non-payment is not billed further:
 * it is paid or it ends. Whoever invoices one locks it and takes its `nextPeriod`, then calls `startPeriod`.
 */
export async function findServicesToRenew(db: Db, now: Date, limit: number): Promise<ServiceKey[]> {
  const rows = await db
    .selectFrom('services.services')
    .select(['organization_id', 'id'])
    // The day it is furthest east, so that the index finds few; then the day in the service's own zone.
    .where('next_invoice_on', '<=', dateIn('Pacific/Kiritimati', now))
    .where('next_invoice_on', '<=', sql<never>`(${now}::timestamptz at time zone time_zone)::date`)
    .where('state', 'in', ['trialing', 'active', 'past_due'])
    .where((eb) => eb.not(eb('suspended_for', '@>', eb.val(['non_payment']))))
    .orderBy('next_invoice_on')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    organization: row.organization_id as Id<'organization'>,
    service: row.id as Id<'service'>,
  }));
}

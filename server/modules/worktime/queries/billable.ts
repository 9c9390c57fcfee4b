import { sql } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findOrganization } from '../../organizations/index.ts';
import type { BillableTime, TimeEntry } from '../contract.ts';
import { rateFor } from '../domain/work-lines.ts';
import type { WorkTerms } from '../settings.ts';
import { workTerms } from '../settings.ts';
import { item, toEntry } from './entries.ts';

export const mostAtOnce = 300;

/** What an hour costs a client, in minor units of its currency; null where no rate is set in it. */
export async function readRate(
  db: Db,
  { rates }: Pick<WorkTerms, 'rates'>,
  client: { id: string; currency: string },
): Promise<bigint | null> {
  const row = await db
    .selectFrom('organizations.client_tiers')
    .select('tier_id')
    .where('organization_id', '=', client.id)
    .executeTakeFirst();
  return rateFor(rates, { ...client, tierId: row?.tier_id ?? null });
}

/** A client's billable time that no invoice bills yet. Errors: `not_found`. */
export async function readBillable(
  db: Db,
  client: Id<'organization'>,
  session: Pick<Session, 'person' | 'staffRoles'>,
): Promise<BillableTime> {
  const [of, { value: terms }] = await Promise.all([
    findOrganization(db, client),
    readSetting(db, workTerms),
  ]);
  const hourly = await readRate(db, terms, of);
  const { rows } = await sql<Omit<TimeEntry, 'can'>>`
    ${item} where t.organization_id = ${client} and e.billable and e.invoice_id is null
    order by t.number, e.worked_on, e.id limit ${mostAtOnce}`.execute(db);
  return {
    client: { id: of.id, name: of.name },
    hourly: hourly === null ? null : { amount: Number(hourly), currency: of.currency },
    items: rows.map(toEntry(session)),
  };
}

import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { OfferFilters, Pipeline, StaffOfferFilters } from '../contract.ts';
import { columns, joins, listed, whomOf } from './show-offer.ts';
import type { Row } from './show-offer.ts';

/** What was sent to an organization, latest first. */
export async function listOffers(db: Db, organization: Id<'organization'>, filters: OfferFilters) {
  const page = await list(db, filters, [
    sql`o.organization_id = ${organization}`,
    sql`o.state not in ('draft', 'replaced')`,
  ]);
  return { ...page, items: page.items.map(listed) };
}

/** All offers or those for one client, latest first. `q` finds numbers, titles and names. */
export async function listOffersForStaff(db: Db, { client, ...filters }: StaffOfferFilters) {
  const page = await list(db, filters, client ? [sql`o.organization_id = ${client}`] : []);
  return { ...page, items: page.items.map((row) => ({ ...listed(row), ...whomOf(row) })) };
}

/** How many offers there are in each state, and what they come to by currency. */
export async function showPipeline(db: Db): Promise<Pipeline> {
  const { rows } = await sql<Pick<Row, 'state' | 'currency' | 'total'> & { count: number }>`
    select o.state, o.currency, count(*)::integer as count, sum(o.total)::bigint as total
    from offers.offers o where o.state in ('draft', 'sent', 'accepted', 'declined', 'expired')
    group by o.state, o.currency order by o.state, o.currency`.execute(db);
  return {
    sums: rows.map(({ state, currency, count, total }) => ({
      state,
      count,
      total: { amount: Number(total), currency },
    })),
  };
}

async function list(db: Db, { after, limit, state, q }: OfferFilters, also: RawBuilder<unknown>[]) {
  const conditions = [...also];
  if (after !== undefined) conditions.push(sql`o.id < ${decodeCursor(after, ['id'])[0]}`);
  if (state) conditions.push(sql`o.state = ${state}`);
  if (q) {
    const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`(o.number ilike ${pattern} or o.title ilike ${pattern} or g.name ilike ${pattern}
      or o.prospect ->> 'name' ilike ${pattern} or o.prospect ->> 'email' ilike ${pattern})`);
  }
  const { rows } = await sql<Row>`
    select ${columns} from offers.offers o ${joins}
    where ${sql.join([sql`true`, ...conditions], sql` and `)} order by o.id desc limit ${limit + 1}`.execute(
    db,
  );
  return pageOf(rows, limit, (row) => [row.id as Id<'offer'>]);
}

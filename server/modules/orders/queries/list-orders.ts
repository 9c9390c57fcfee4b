import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Bilingual } from '../../catalog/index.ts';
import type { OrderFilters, StaffOrderFilters } from '../contract.ts';
import type { OrderState } from '../domain/order-states.ts';

/** The orders of one organization, latest first: ids are in the order of time. */
export async function listOrders(db: Db, organization: Id<'organization'>, filters: OrderFilters) {
  const page = await list(db, filters, [sql`o.organization_id = ${organization}`]);
  return { ...page, items: page.items.map(orderItem) };
}

/** The orders of all clients or of one, latest first. */
export async function listOrdersForStaff(db: Db, { client, ...filters }: StaffOrderFilters) {
  const page = await list(db, filters, client ? [sql`o.organization_id = ${client}`] : []);
  return {
    ...page,
    items: page.items.map((row) => ({
      ...orderItem(row),
      client: { id: row.organization_id, name: row.client, guest: row.kind === 'guest' },
    })),
  };
}

interface Row {
  id: string;
  organization_id: string;
  client: string;
  kind: string;
  number: string;
  status: OrderState;
  paid_at: Date | null;
  placed_at: Date;
  currency: string;
  total: bigint;
  title: Bilingual;
  more: number;
}

async function list(db: Db, { after, limit, status, q }: OrderFilters, also: RawBuilder<unknown>[]) {
  const conditions = [...also];
  if (after !== undefined) conditions.push(sql`o.id < ${decodeCursor(after, ['id'])[0]}`);
  if (status === 'open') conditions.push(sql`o.status not in ('fulfilled', 'canceled')`);
  else if (status) conditions.push(sql`o.status = ${status}`);
  if (q) {
    const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`(o.number ilike ${pattern} or org.name ilike ${pattern} or exists (
      select from orders.items i where i.organization_id = o.organization_id and i.order_id = o.id
        and (i.names ->> 'id' ilike ${pattern} or i.names ->> 'en' ilike ${pattern})))`);
  }
  const { rows } = await sql<Row>`
    select o.id, o.organization_id, org.name as client, org.kind, o.number, o.status, o.paid_at, o.placed_at, o.currency, o.total,
      items.title, items.more
    from orders.orders o
    join organizations.organizations org on org.id = o.organization_id
    cross join lateral (
      select (array_agg(i.names order by i.position))[1] as title, count(*)::integer - 1 as more
      from orders.items i where i.organization_id = o.organization_id and i.order_id = o.id
    ) items
    where ${sql.join([sql`true`, ...conditions], sql` and `)}
    order by o.id desc limit ${limit + 1}`.execute(db);
  return pageOf(rows, limit, (row) => [row.id as Id<'order'>]);
}

function orderItem(row: Row) {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    paid: row.paid_at !== null,
    placedAt: row.placed_at.toISOString(),
    total: { amount: Number(row.total), currency: row.currency },
    title: row.title,
    more: row.more,
  };
}

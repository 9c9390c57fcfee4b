import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../kernel/db/types.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../kernel/values/page.ts';
import type { SecurityEvent, refusalQuery } from './contract.ts';

interface Row extends Pick<SecurityEvent, 'sign' | 'code' | 'route' | 'address' | 'count'> {
  id: Id<'refusal'>;
  caller_kind: SecurityEvent['caller']['kind'];
  caller_id: string | null;
  caller: string | null;
  organization_id: string | null;
  organization: string | null;
  first_at: Date;
  last_at: Date;
  request_id: string;
}

/** What was refused, that which happened last first. */
export async function listRefusals(db: Db, { sign, q, after, limit }: z.output<typeof refusalQuery>) {
  const from = after === undefined ? null : decodeCursor(after, ['instant', 'id']);
  const part = q ? `%${q.replace(/[%_\\]/g, '\\$&')}%` : null;
  const { rows } = await sql<Row>`
    select r.id, r.sign, r.code, r.route, r.caller_kind, r.caller_id, coalesce(p.name, k.name) as caller, o.id as organization_id,
      o.name as organization, r.address, r.count, r.first_at, r.last_at, r.request_id
    from kernel.refusals r
    left join identity.people p on r.caller_kind = 'person' and p.id = r.caller_id
    left join organizations.api_keys k on r.caller_kind = 'key' and k.id = r.caller_id
    left join organizations.organizations o on o.id = r.organization_id
    where ${sign ? sql`r.sign = ${sign}` : sql`true`}
      and ${part ? sql`(r.address = ${q} or r.code ilike ${part} or r.route ilike ${part} or p.name ilike ${part} or k.name ilike ${part})` : sql`true`}
      and ${from ? sql`(r.last_at, r.id) < (${from[0]}, ${from[1]})` : sql`true`}
    order by r.last_at desc, r.id desc limit ${limit + 1}`.execute(db);
  const page = pageOf(rows, limit, (row) => [row.last_at, row.id]);
  const items = page.items.map((row): SecurityEvent => ({
    id: row.id,
    sign: row.sign,
    code: row.code,
    route: row.route,
    caller: { kind: row.caller_kind, id: row.caller_id, name: row.caller },
    organization: row.organization_id ? { id: row.organization_id, name: row.organization ?? '' } : null,
    address: row.address,
    count: row.count,
    firstAt: row.first_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    requestId: row.request_id,
  }));
  return { ...page, items };
}

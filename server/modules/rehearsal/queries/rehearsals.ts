import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Page } from '../../../kernel/values/page.ts';
import type { happeningQuery, listQuery } from '../contract.ts';

const sumsJson = (where: ReturnType<typeof sql>) => sql`(
  select coalesce(json_agg(json_build_object('kind', kind, 'count', count, 'amount',
    case when currency <> '' then json_build_object('amount', amount, 'currency', currency) end) order by kind, currency), '[]')
  from (select kind, currency, sum(count)::integer as count, sum(amount)::bigint as amount from rehearsal.sums s where ${where}
    group by kind, currency) each)`;

const item = sql`json_build_object('id', r.id, 'days', r.days, 'assumption', r.assumption, 'lateDays', r.late_days,
  'startedBy', json_build_object('id', p.id, 'name', p.name), 'startedAt', r.started_at, 'finishedAt', r.finished_at,
  'canceled', r.canceled, 'clients', r.clients, 'lookedAt', r.looked_at, 'cutShort', r.cut_short,
  'sums', ${sumsJson(sql`s.rehearsal_id = r.id`)},
  'can', json_build_object('cancel', case when r.finished_at is null then to_json(true) else json_build_object('no', 'rehearsal_over') end))::text`;

/** The latest first. */
export async function listRehearsals(
  db: Db,
  { after, limit }: z.output<typeof listQuery>,
): Promise<JsonText> {
  const cursor = after === undefined ? null : decodeCursor(after, ['instant', 'id']);
  const { rows } = await sql<{ started_at: Date; id: Id<'rehearsal'>; item: string }>`
    select r.started_at, r.id, ${item} as item from rehearsal.rehearsals r join identity.people p on p.id = r.started_by
    where ${cursor ? sql`(r.started_at, r.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql`true`}
    order by r.started_at desc, r.id desc limit ${sql.lit(limit + 1)}`.execute(db);
  return text(pageOf(rows, limit, (row) => [row.started_at, row.id]));
}

/** Errors: `not_found`. */
export async function showRehearsal(db: Db, id: Id<'rehearsal'>): Promise<JsonText> {
  const { rows } = await sql<{ item: string }>`
    select ${item} as item from rehearsal.rehearsals r join identity.people p on p.id = r.started_by where r.id = ${id}`.execute(
    db,
  );
  if (!rows[0]) throw new Problem(notFound);
  return new JsonText(rows[0].item);
}

/** Sums of each month, or of each day of one. */
export async function listSums(db: Db, id: Id<'rehearsal'>, month: string | undefined): Promise<JsonText> {
  const on = sql`to_char(day, ${month === undefined ? 'YYYY-MM' : 'YYYY-MM-DD'})`;
  const within = month === undefined ? sql`true` : sql`to_char(day, 'YYYY-MM') = ${month}`;
  const { rows } = await sql<{ items: string }>`
    select coalesce(json_agg(json_build_object('on', on_day, 'sums', ${sumsJson(
      sql`s.rehearsal_id = ${id} and to_char(s.day, ${month === undefined ? 'YYYY-MM' : 'YYYY-MM-DD'}) = on_day`,
    )}) order by on_day), '[]')::text as items
    from (select distinct ${on} as on_day from rehearsal.sums where rehearsal_id = ${id} and ${within}) days`.execute(
    db,
  );
  return new JsonText(`{"items":${rows[0]!.items}}`);
}

type Asked = z.output<typeof happeningQuery>;

/** What happens, day by day; within a day by client. */
export async function listHappenings(db: Db, id: Id<'rehearsal'>, asked: Asked): Promise<JsonText> {
  const { limit, after, kind, client, from, to } = asked;
  const cursor = after === undefined ? null : decodeCursor(after, ['date', 'id', 'integer']);
  const { rows } = await sql<{
    day: CalendarDate;
    organization_id: Id<'organization'>;
    position: number;
    item: string;
  }>`
    select h.day, h.organization_id, h.position, json_build_object('client', json_build_object('id', o.id, 'name', o.name),
      'position', h.position, 'on', h.day, 'at', h.at, 'kind', h.kind, 'invoice', h.invoice, 'services', h.services, 'facts', h.facts,
      'amount', case when h.amount is not null then json_build_object('amount', h.amount, 'currency', h.currency) end)::text as item
    from rehearsal.happenings h join organizations.organizations o on o.id = h.organization_id
    where h.rehearsal_id = ${id} and ${kind ? sql`h.kind = ${kind}` : sql`true`}
      and ${client ? sql`h.organization_id = ${client}` : sql`true`}
      and ${from ? sql`h.day >= ${from}::date` : sql`true`} and ${to ? sql`h.day <= ${to}::date` : sql`true`}
      and ${cursor ? sql`(h.day, h.organization_id, h.position) > (${cursor[0]}::date, ${cursor[1]}::uuid, ${cursor[2]}::integer)` : sql`true`}
    order by h.day, h.organization_id, h.position limit ${sql.lit(limit + 1)}`.execute(db);
  return text(pageOf(rows, limit, (row) => [row.day, row.organization_id, BigInt(row.position)]));
}

function text({ items, next }: Page<{ item: string }>): JsonText {
  return new JsonText(`{"items":[${items.map((row) => row.item).join(',')}],"next":${JSON.stringify(next)}}`);
}

import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { CursorValue, Page } from '../../../kernel/values/page.ts';
import type { heldQuery, runClientQuery, runQuery } from '../run-contract.ts';

const money = (amount: string, currency: string) =>
  sql.raw(`json_build_object('amount', ${amount}, 'currency', ${currency})`);

const run = sql`json_build_object('id', r.id, 'kind', r.kind, 'startedAt', r.started_at, 'finishedAt', r.finished_at, 'due', r.due,
  'lookedAt', r.looked_at, 'held', r.held,
  'startedBy', (select json_build_object('id', p.id, 'name', p.name) from identity.people p where p.id = r.started_by),
  'sums', (select coalesce(json_agg(json_build_object('invoices', s.invoices, 'net', ${money('s.net', 's.currency')},
    'tax', ${money('s.tax', 's.currency')}, 'total', ${money('s.total', 's.currency')}) order by s.currency), '[]')
    from billing.run_sums s where s.run_id = r.id))::text`;

/** Runs, the latest first. */
export async function listRuns(db: Db, { after, limit, kind }: z.output<typeof runQuery>): Promise<JsonText> {
  const cursor = after === undefined ? null : decodeCursor(after, ['instant', 'id']);
  const { rows } = await sql<{ started_at: Date; id: Id<'billing-run'>; item: string }>`
    select r.started_at, r.id, ${run} as item from billing.runs r
    where ${kind ? sql`r.kind = ${kind}` : sql`true`}
      and ${cursor ? sql`(r.started_at, r.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql`true`}
    order by r.started_at desc, r.id desc limit ${sql.lit(limit + 1)}`.execute(db);
  return text(pageOf(rows, limit, (row) => [row.started_at, row.id]));
}

/** Errors: `not_found`. */
export async function showRun(db: Db, id: Id<'billing-run'>): Promise<JsonText> {
  const { rows } = await sql<{
    item: string;
  }>`select ${run} as item from billing.runs r where r.id = ${id}`.execute(db);
  if (!rows[0]) throw new Problem(notFound);
  return new JsonText(rows[0].item);
}

/** What a dry run found of each client. */
export async function listRunClients(
  db: Db,
  id: Id<'billing-run'>,
  { after, limit, held }: z.output<typeof runClientQuery>,
): Promise<JsonText> {
  const cursor = after === undefined ? null : decodeCursor(after, ['id', 'text']);
  const { rows } = await sql<{ organization_id: Id<'organization'>; currency: string; item: string }>`
    select c.organization_id, c.currency, json_build_object('client', json_build_object('id', o.id, 'name', o.name),
      'invoices', c.invoices, 'net', ${money('c.net', 'c.currency')}, 'tax', ${money('c.tax', 'c.currency')},
      'total', ${money('c.total', 'c.currency')}, 'held', c.held, 'heldTotal', ${money('c.held_total', 'c.currency')},
      'reasons', c.reasons)::text as item
    from billing.run_clients c join organizations.organizations o on o.id = c.organization_id
    where c.run_id = ${id} and ${held ? sql`c.held > 0` : sql`true`}
      and ${cursor ? sql`(c.organization_id, c.currency) > (${cursor[0]}::uuid, ${cursor[1]})` : sql`true`}
    order by c.organization_id, c.currency limit ${sql.lit(limit + 1)}`.execute(db);
  return text(pageOf(rows, limit, (row) => [row.organization_id, row.currency]));
}

/** What is held back, by who pays, longest first. What is not due any more, since it was changed or ended, is left out. */
export async function listHeldBack(
  db: Db,
  { after, limit, reason, client }: z.output<typeof heldQuery>,
): Promise<JsonText> {
  const cursor = after === undefined ? null : decodeCursor(after, ['instant', 'id']);
  const { rows } = await sql<{ since: Date; payer_id: Id<'organization'>; item: string }>`
    with open as (
      select h.* from billing.held_back h join services.services s on s.organization_id = h.organization_id and s.id = h.service_id
      where h.approved_at is null and s.held_back and s.state in ('trialing', 'active', 'past_due') and s.next_invoice_on is not null
        and ${client ? sql`h.payer_id = ${client}` : sql`true`}
    ), clients as (
      select payer_id, min(held_at) as since, count(*) as periods from open group by payer_id
      having ${reason ? sql`bool_or(${reason} = any (reasons))` : sql`true`}
    )
    select c.since, c.payer_id, json_build_object('client', json_build_object('id', o.id, 'name', o.name), 'since', c.since,
      'periods', c.periods, 'can', json_build_object('decide', true),
      'totals', (select json_agg(json_build_object('amount', t.total, 'currency', t.currency) order by t.currency) from (
        select currency, coalesce(sum(total), 0) as total from open where open.payer_id = c.payer_id group by currency) t),
      'reasons', (select json_agg(distinct reason) from open, unnest(open.reasons) as reason where open.payer_id = c.payer_id))::text as item
    from clients c join organizations.organizations o on o.id = c.payer_id
    where ${cursor ? sql`(c.since, c.payer_id) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql`true`}
    order by c.since, c.payer_id limit ${sql.lit(limit + 1)}`.execute(db);
  return text(pageOf(rows, limit, (row): CursorValue[] => [row.since, row.payer_id]));
}

function text({ items, next }: Page<{ item: string }>): JsonText {
  return new JsonText(
    `{"items":[${items.map(({ item }) => item).join(',')}],"next":${JSON.stringify(next)}}`,
  );
}

import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import type { ContestFilters, Contests } from '../contest-contract.ts';
import type { InvoiceStatus } from '../domain/abilities.ts';
import { mayContest } from '../domain/contest.ts';
import type { ContestFacts, ContestLimits } from '../domain/contest.ts';
import { contestLimits } from '../settings.ts';

interface Key {
  organization: Id<'organization'>;
  invoice: Id<'invoice'>;
}

/** What decides whether an invoice may be contested. Errors: `not_found`. */
export async function readContestFacts(
  db: Db,
  { organization, invoice }: Key,
  now: Date,
): Promise<{ facts: ContestFacts; limits: ContestLimits }> {
  const yearAgo = new Date(now.getTime() - 365 * 24 * 3_600_000);
  const [{ rows }, { value: limits }] = await Promise.all([
    sql<{ status: InvoiceStatus; issuedAt: Date; open: number; ofInvoice: number; ofYear: number }>`
      select i.status, i.issued_at as "issuedAt", c.open, c."ofInvoice", c."ofYear"
      from billing.invoices i left join lateral (
        select count(*) filter (where invoice_id = i.id and state = 'open')::integer as open,
          count(*) filter (where invoice_id = i.id)::integer as "ofInvoice",
          count(*) filter (where opened_at > ${yearAgo})::integer as "ofYear"
        from billing.contests c where c.organization_id = i.organization_id and (c.invoice_id = i.id or c.opened_at > ${yearAgo})) c on true
      where i.organization_id = ${organization} and i.id = ${invoice}`.execute(db),
    readSetting(db, contestLimits),
  ]);
  const row = rows[0];
  if (!row) throw new Problem(notFound);
  const { open, issuedAt, ...counts } = row;
  const days = Math.floor((now.getTime() - issuedAt.getTime()) / (24 * 3_600_000));
  return { facts: { ...counts, days, hasOpen: open > 0 }, limits };
}

const fields = sql`'id', c.id, 'reason', c.reason, 'message', c.message, 'state', c.state, 'openedAt', c.opened_at,
  'holdsUntil', c.holds_until, 'decidedAt', c.decided_at, 'answer', c.answer,
  'lines', coalesce((select json_agg(l.description order by l.position) from billing.invoice_lines l
    where l.organization_id = c.organization_id and l.invoice_id = c.invoice_id and l.position = any (c.positions)), '[]'),
  'creditNote', (select json_build_object('id', n.id, 'number', n.number) from billing.credit_notes n
    where n.organization_id = c.organization_id and n.id = c.credit_note_id)`;

/** What a client has said about an invoice, newest first, and whether it may say more. Errors: `not_found`. */
export async function showContests(db: Db, key: Key, now: Date): Promise<Contests> {
  const [{ facts, limits }, { rows }] = await Promise.all([
    readContestFacts(db, key, now),
    sql<{ item: Contests['items'][number] }>`
      select json_build_object(${fields}) as item from billing.contests c
      where c.organization_id = ${key.organization} and c.invoice_id = ${key.invoice} order by c.id desc limit 50`.execute(
      db,
    ),
  ]);
  return {
    items: rows.map(({ item }) => item),
    holdDays: limits.holdDays,
    can: { contest: mayContest(facts, limits), withdraw: unless({ nothing_to_withdraw: !facts.hasOpen }) },
  };
}

/** Contests of all clients for staff: what waits the oldest first, everything else the newest. */
export async function listContests(
  db: Db,
  { state, invoice, after, limit }: ContestFilters,
): Promise<JsonText> {
  const waiting = state === 'open';
  const cursor = after === undefined ? null : decodeCursor(after, ['id'])[0];
  const { rows } = await sql<{ id: Id<'contest'>; item: string }>`
    select c.id, json_build_object(${fields},
      'client', json_build_object('id', o.id, 'name', o.name),
      'invoice', json_build_object('id', i.id, 'number', i.number, 'open', json_build_object(
        'amount', case when i.document = 'issued' then i.total - i.paid else 0 end, 'currency', i.currency)),
      'openedBy', json_build_object('id', p.id, 'name', p.name),
      'decidedBy', (select json_build_object('id', d.id, 'name', d.name) from identity.people d where d.id = c.decided_by))::text as item
    from billing.contests c
      join billing.invoices i on i.organization_id = c.organization_id and i.id = c.invoice_id
      join organizations.organizations o on o.id = c.organization_id
      join identity.people p on p.id = c.opened_by
    where ${waiting ? sql`c.state = 'open'` : state ? sql`c.state <> 'open'` : sql`true`}
      and ${invoice ? sql`c.invoice_id = ${invoice}` : sql`true`}
      and ${cursor === null ? sql`true` : waiting ? sql`c.id > ${cursor}` : sql`c.id < ${cursor}`}
    order by ${waiting ? sql`c.id` : sql`c.id desc`} limit ${limit + 1}`.execute(db);
  const { items, next } = pageOf(rows, limit, (row) => [row.id]);
  return new JsonText(
    `{"items":[${items.map(({ item }) => item).join(',')}],"next":${JSON.stringify(next)}}`,
  );
}

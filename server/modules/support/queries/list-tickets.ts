import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, encodeCursor } from '../../../kernel/values/page.ts';
import type { CursorShape, CursorValue } from '../../../kernel/values/page.ts';
import { tierOf } from '../../organizations/index.ts';
import type { ClientTicketFilters, TicketFilters } from '../contract.ts';
import { hasDraft } from './drafts.ts';
import { matching } from '../search.ts';
import type { Within } from '../search.ts';
import type { Seeing } from '../seeing.ts';
import { onlyFollower, visible } from '../seeing.ts';
import { statusNames } from '../settings.ts';
import { mentions } from './mentions.ts';

/** An organization's tickets that somebody may see, those last written to first, as JSON made by the database. */
export function listTickets(db: Db, seeing: Seeing, filters: TicketFilters): Promise<JsonText> {
  return list(db, filters, recent, {
    within: { organization: seeing.organization, person: seeing.owner ? null : onlyFollower(seeing) },
    where: [visible(seeing), ...conditions(filters)],
    item: sql`${listed}, 'unread', t.unread_by_client, 'draft', ${hasDraft(seeing.person, 'client')}`,
  });
}

/** The tickets of all clients, as staff work through them. */
export function listClientTickets(db: Db, me: Id<'person'>, filters: ClientTicketFilters): Promise<JsonText> {
  const { organization, assignee, queue, tag, tier, sort } = filters;
  const snoozed = snoozedOf(filters);
  const more: RawBuilder<unknown>[] = [];
  if (sort === 'waiting') more.push(sql`t.waiting_since is not null`);
  if (sort === 'due') more.push(sql`t.due_at is not null`);
  if (snoozed === 'only') more.push(sql`t.snoozed_at is not null`);
  if (snoozed === 'none') more.push(sql`t.snoozed_at is null`);
  if (filters.mentioned) more.push(mentions(me));
  if (organization) more.push(sql`t.organization_id = ${organization}`);
  if (tier)
    more.push(sql`exists (select from organizations.client_tiers ct
      where ct.organization_id = t.organization_id and ct.tier_id = ${tier})`);
  if (queue) more.push(sql`t.queue = ${queue}`);
  if (tag) more.push(sql`t.tags @> array[${tag}] and t.tags <> '{}'`);
  if (filters.drafts) more.push(hasDraft(me, 'staff'));
  if (assignee === 'none') more.push(sql`t.assignee_id is null`);
  else if (assignee) more.push(sql`t.assignee_id = ${assignee === 'me' ? me : assignee}`);
  return list(db, filters, orders[sort], {
    within: organization ? { organization, person: null } : null,
    where: [...more, ...conditions(filters)],
    item: sql`${listed}, 'unread', t.unread_by_staff, 'draft', ${hasDraft(me, 'staff')}, 'queue', t.queue, 'tags', t.tags, 'dueAt', t.due_at, 'waitingSince', t.waiting_since,
      'snoozed', case when t.snoozed_at is not null then json_build_object('until', t.snoozed_until) end,
      'assignee', ${assigneeJson}, 'organization', (select json_build_object('id', o.id, 'name', o.name, 'guest', o.kind = 'guest', 'tier', ${tierOf('o.id')})
        from organizations.organizations o where o.id = t.organization_id)`,
  });
}

/** What is due stays in sight: putting a ticket out of the way does not put off what was promised. */
function snoozedOf(filters: ClientTicketFilters) {
  const { snoozed, sort, status, q, organization, service, invoice, drafts, mentioned } = filters;
  if (snoozed) return snoozed;
  const work = sort === 'waiting' || (sort === 'recent' && status === 'active');
  return work && !q && !organization && !service && !invoice && !drafts && !mentioned ? 'none' : 'with';
}

/** What the business calls the state of ticket `t`; null where our words serve. */
const ownName = sql`(select s.value -> t.status from kernel.settings s where s.key = ${statusNames.key})`;

/** What every list and page says of a ticket `t`, in the names of the contract. */
export const listed = sql`'id', t.id, 'number', t.number, 'subject', t.subject, 'kind', t.kind, 'priority', t.priority,
  'status', t.status, 'statusNames', ${ownName}, 'requester', json_build_object('id', t.requester_id, 'name', t.requester_name),
  'lastMessageAt', t.last_message_at, 'lastMessageBy', t.last_message_by, 'messages', t.messages, 'openedAt', t.opened_at`;

export const assigneeJson = sql`case when t.assignee_id is not null
  then json_build_object('id', t.assignee_id, 'name', t.assignee_name) end`;

/** How a list is sorted: its columns, all in one direction, and how they stand in a cursor. */
interface Order {
  columns: readonly string[];
  descending: boolean;
  cursor: CursorShape;
}
const recent: Order = {
  columns: ['t.last_message_at', 't.id'],
  descending: true,
  cursor: ['instant', 'id'],
};
const waiting: Order = {
  columns: ['t.urgency', 't.waiting_since', 't.id'],
  descending: false,
  cursor: ['integer', 'instant', 'id'],
};
const due: Order = { columns: ['t.due_at', 't.id'], descending: false, cursor: ['instant', 'id'] };
const orders = { recent, waiting, due } as const;
/** What was found: by when it was said. */
const said: Order = { columns: ['f.until', 't.id'], descending: true, cursor: ['instant', 'id'] };

/** Of what a search finds, no more than this is looked at for the other filters. */
const mostFound = 500;

function conditions({ status, kind, priority, service, invoice }: TicketFilters): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [];
  if (status === 'active') parts.push(sql`t.settled_at is null`);
  else if (status === 'settled') parts.push(sql`t.settled_at is not null`);
  else if (status) parts.push(sql`t.status = ${status}`);
  if (kind) parts.push(sql`t.kind = ${kind}`);
  if (priority) parts.push(sql`t.priority = ${priority}`);
  if (service) parts.push(sql`t.service_id = ${service}`);
  if (invoice) parts.push(sql`t.invoice_id = ${invoice}`);
  return parts;
}

async function list(
  db: Db,
  { limit, after, q }: { limit: number; after?: string | undefined; q?: string | undefined },
  asked: Order,
  parts: { within: Within | null; where: RawBuilder<unknown>[]; item: RawBuilder<unknown> },
): Promise<JsonText> {
  const { columns, descending, cursor } = q ? said : asked;
  const from = after === undefined ? null : (decodeCursor(after, cursor) as readonly CursorValue[]);
  const where = parts.where.slice();
  let source = sql`support.tickets t`;
  if (q) {
    // Where nothing but the words and whose tickets they are decides.
    const alone = where.length === (parts.within === null ? 0 : 1);
    const before = from ? { until: from[0] as Date, id: from[1] as string } : null;
    const found = matching(q, parts.within, before, alone ? limit + 1 : mostFound);
    source = sql`(${found}) f join support.tickets t on t.id = f.ticket_id`;
  } else if (from) {
    where.push(sql`(${sql.raw(columns.join(', '))}) ${sql.raw(descending ? '<' : '>')} (${sql.join(from)})`);
  }
  const keys = columns.map((_column, index) => `k${index}`);
  const sorted = (names: readonly string[], down: boolean) =>
    sql.raw(names.map((name) => `${name}${down ? ' desc' : ''}`).join(', '));
  const { rows } = await sql<{ items: string | null; found: number; last: unknown[] | null }>`
    with page as (
      select t.*, ${sql.raw(columns.map((column, index) => `${column} as k${index}`).join(', '))}
      from ${source} ${where.length > 0 ? sql`where ${sql.join(where, sql` and `)}` : sql``}
      order by ${sorted(columns, descending)} limit ${sql.lit(limit + 1)}
    ), shown as (select * from page order by ${sorted(keys, descending)} limit ${sql.lit(limit)})
    select (select count(*)::integer from page) as found,
      (array_agg(json_build_array(${sorted(keys, false)}) order by ${sorted(keys, !descending)}))[1] as last,
      string_agg(json_build_object(${parts.item})::text, ',' order by ${sorted(keys, descending)}) as items
    from shown t`.execute(db);
  const { items, found, last } = rows[0]!;
  const next = found > limit ? encodeCursor(last!.map((value, index) => kept(cursor[index]!, value))) : null;
  return new JsonText(`{"items":[${items ?? ''}],"next":${JSON.stringify(next)}}`);
}

function kept(kind: CursorShape[number], value: unknown): CursorValue {
  return kind === 'instant' ? new Date(value as string) : (value as CursorValue);
}

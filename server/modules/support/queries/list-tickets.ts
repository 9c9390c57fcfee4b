import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, encodeCursor } from '../../../kernel/values/page.ts';
import type { CursorShape, CursorValue } from '../../../kernel/values/page.ts';
import type { ClientTicketFilters, TicketFilters } from '../contract.ts';
import { matching } from '../search.ts';
import type { Seeing } from '../seeing.ts';
import { visible } from '../seeing.ts';

/** An organization's tickets that somebody may see, those last written to first, as JSON made by the database. */
export function listTickets(db: Db, seeing: Seeing, filters: TicketFilters): Promise<JsonText> {
  return list(db, filters.limit, recent, {
    where: [visible(seeing), ...conditions(filters, recent, seeing.organization)],
    item: sql`${listed}, 'unread', t.unread_by_client`,
  });
}

/** The tickets of all clients, as staff work through them. */
export function listClientTickets(db: Db, me: Id<'person'>, filters: ClientTicketFilters): Promise<JsonText> {
  const { organization, assignee, queue } = filters;
  const order = filters.sort === 'waiting' ? waiting : recent;
  const more: RawBuilder<unknown>[] = [];
  if (filters.sort === 'waiting') more.push(sql`t.waiting_since is not null`);
  if (organization) more.push(sql`t.organization_id = ${organization}`);
  if (queue) more.push(sql`t.queue = ${queue}`);
  if (assignee === 'none') more.push(sql`t.assignee_id is null`);
  else if (assignee) more.push(sql`t.assignee_id = ${assignee === 'me' ? me : assignee}`);
  return list(db, filters.limit, order, {
    where: [...more, ...conditions(filters, order, null)],
    item: sql`${listed}, 'unread', t.unread_by_staff, 'queue', t.queue, 'waitingSince', t.waiting_since,
      'assignee', ${assigneeJson}, 'organization', (select json_build_object('id', o.id, 'name', o.name)
        from organizations.organizations o where o.id = t.organization_id)`,
  });
}

/** What every list and page says of a ticket `t`, in the names of the contract. */
export const listed = sql`'id', t.id, 'number', t.number, 'subject', t.subject, 'kind', t.kind, 'priority', t.priority,
  'status', t.status, 'requester', json_build_object('id', t.requester_id, 'name', t.requester_name),
  'lastMessageAt', t.last_message_at, 'lastMessageBy', t.last_message_by, 'messages', t.messages, 'openedAt', t.opened_at`;

export const assigneeJson = sql`case when t.assignee_id is not null
  then json_build_object('id', t.assignee_id, 'name', t.assignee_name) end`;

/** How a list is sorted: its columns, in one direction, and how they stand in a cursor. */
interface Order {
  columns: readonly string[];
  descending: boolean;
  cursor: CursorShape;
}
const recent: Order = { columns: ['last_message_at', 'id'], descending: true, cursor: ['instant', 'id'] };
const waiting: Order = {
  columns: ['urgency', 'waiting_since', 'id'],
  descending: false,
  cursor: ['integer', 'instant', 'id'],
};

function conditions(
  filters: TicketFilters,
  order: Order,
  within: Id<'organization'> | null,
): RawBuilder<unknown>[] {
  const { status, kind, priority, service, invoice, q, after } = filters;
  const parts: RawBuilder<unknown>[] = [];
  if (status === 'active') parts.push(sql`t.settled_at is null`);
  else if (status === 'settled') parts.push(sql`t.settled_at is not null`);
  else if (status) parts.push(sql`t.status = ${status}`);
  if (kind) parts.push(sql`t.kind = ${kind}`);
  if (priority) parts.push(sql`t.priority = ${priority}`);
  if (service) parts.push(sql`t.service_id = ${service}`);
  if (invoice) parts.push(sql`t.invoice_id = ${invoice}`);
  if (q) parts.push(sql`t.id in (${matching(q, within)})`);
  if (after !== undefined) {
    const values = decodeCursor(after, order.cursor) as readonly CursorValue[];
    const beyond = order.descending ? sql.raw('<') : sql.raw('>');
    parts.push(
      sql`(${sql.raw(order.columns.map((name) => `t.${name}`).join(', '))}) ${beyond} (${sql.join(values)})`,
    );
  }
  return parts;
}

async function list(
  db: Db,
  limit: number,
  { columns, descending, cursor }: Order,
  parts: { where: RawBuilder<unknown>[]; item: RawBuilder<unknown> },
): Promise<JsonText> {
  const sorted = (down: boolean) =>
    sql.raw(columns.map((name) => `t.${name}${down ? ' desc' : ''}`).join(', '));
  const where = parts.where.length > 0 ? sql`where ${sql.join(parts.where, sql` and `)}` : sql``;
  const { rows } = await sql<{ items: string | null; found: number; last: unknown[] | null }>`
    with page as (
      select t.* from support.tickets t ${where} order by ${sorted(descending)} limit ${limit + 1}
    ), shown as (select t.* from page t order by ${sorted(descending)} limit ${limit})
    select (select count(*)::integer from page) as found,
      (array_agg(json_build_array(${sorted(false)}) order by ${sorted(!descending)}))[1] as last,
      string_agg(json_build_object(${parts.item})::text, ',' order by ${sorted(descending)}) as items
    from shown t`.execute(db);
  const { items, found, last } = rows[0]!;
  const next = found > limit ? encodeCursor(last!.map((value, index) => kept(cursor[index]!, value))) : null;
  return new JsonText(`{"items":[${items ?? ''}],"next":${JSON.stringify(next)}}`);
}

function kept(kind: CursorShape[number], value: unknown): CursorValue {
  return kind === 'instant' ? new Date(value as string) : (value as CursorValue);
}

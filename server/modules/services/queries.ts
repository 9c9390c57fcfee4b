import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../kernel/db/types.ts';
import { JsonText } from '../../kernel/http/route.ts';
import { decodeCursor, pageOf } from '../../kernel/values/page.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Status } from './contract.ts';

interface Filters {
  status: Status;
  q?: string | undefined;
  after?: string | undefined;
  limit: number;
}

/** What one service is in a list, in the shape of the contract. */
const item = sql`
  'id', s.id, 'label', s.label, 'names', s.names, 'state', s.state, 'suspendedFor', s.suspended_for,
  'technicalState', s.technical_state, 'quantity', s.quantity,
  'price', json_build_object('amount', s.recurring, 'currency', s.currency), 'cycle', s.cycle,
  'paidThrough', s.paid_through, 'nextInvoiceOn', s.next_invoice_on, 'trialEndsOn', s.trial_ends_on,
  'cancelOn', s.cancel_on,
  'pause', case when s.pause_on is not null then json_build_object('on', s.pause_on, 'resumeOn', s.resume_on) end, 'facts', s.facts, 'createdAt', s.created_at`;

const byStatus: Record<Status, RawBuilder<unknown>> = {
  current: sql`s.state <> 'ended'`,
  active: sql`s.state in ('active', 'trialing', 'past_due', 'cancel_scheduled') and s.suspended_for = '{}'`,
  pending: sql`s.state = 'pending'`,
  suspended: sql`s.state <> 'ended' and s.suspended_for <> '{}'`,
  past_due: sql`s.state = 'past_due'`,
  paused: sql`s.state = 'paused'`,
  canceling: sql`s.state = 'cancel_scheduled'`,
  ended: sql`s.state = 'ended'`,
  all: sql`true`,
};

/** The services of one organization, newest first. */
export function listServices(db: Db, organization: Id<'organization'>, filters: Filters): Promise<JsonText> {
  return list(
    db,
    filters,
    sql`select s.id, json_build_object(${item})::text as item from services.services s
      where s.organization_id = ${organization} and ${conditions(filters)}`,
  );
}

/** The services of all clients, or of one, newest first. */
export function listAllServices(
  db: Db,
  { organization, ...filters }: Filters & { organization?: Id<'organization'> | undefined },
): Promise<JsonText> {
  const client = organization ? sql`s.organization_id = ${organization}` : sql`true`;
  return list(
    db,
    filters,
    sql`select s.id, json_build_object(${item},
        'organization', json_build_object('id', o.id, 'name', o.name, 'slug', o.slug))::text as item
      from services.services s join organizations.organizations o on o.id = s.organization_id
      where ${client} and ${conditions(filters)}`,
  );
}

function conditions({ status, q, after }: Filters): RawBuilder<unknown> {
  const words = q
    ? sql`lower(concat_ws(' ', s.label, s.names ->> 'id', s.names ->> 'en', s.facts::text)) like ${containing(q)}`
    : sql`true`;
  const older = after === undefined ? sql`true` : sql`s.id < ${decodeCursor(after, ['id'])[0]}`;
  return sql`${byStatus[status]} and ${words} and ${older}`;
}

function containing(text: string): string {
  return `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
}

async function list(db: Db, { limit }: Filters, select: RawBuilder<unknown>): Promise<JsonText> {
  const { rows } = await sql<{ id: Id<'service'>; item: string }>`
    ${select} order by s.id desc limit ${limit + 1}`.execute(db);
  const { items, next } = pageOf(rows, limit, (row) => [row.id]);
  return new JsonText(`{"items":[${items.map((row) => row.item).join(',')}],"next":${JSON.stringify(next)}}`);
}

/** How many services an organization has, by what a person would ask. `endingSoon`: within 14 days, by cancellation or as a trial. */
export async function servicesSummary(
  db: Db,
  organization: Id<'organization'>,
  now: Date,
): Promise<{ active: number; suspended: number; pending: number; endingSoon: number }> {
  const { rows } = await sql<{ active: number; suspended: number; pending: number; endingSoon: number }>`
    select
      count(*) filter (where state not in ('pending', 'paused') and suspended_for = '{}')::int as active,
      count(*) filter (where suspended_for <> '{}')::int as suspended,
      count(*) filter (where state = 'pending')::int as pending,
      count(*) filter (where (state = 'cancel_scheduled' and cancel_on <= soon) or (state = 'trialing' and trial_ends_on <= soon))::int
        as "endingSoon"
    from services.services, lateral (select (${now}::timestamptz at time zone time_zone)::date + 14 as soon) as days
    where organization_id = ${organization} and state <> 'ended'`.execute(db);
  return rows[0]!;
}

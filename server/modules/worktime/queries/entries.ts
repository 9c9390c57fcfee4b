import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import { mayAsStaff } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Page } from '../../../kernel/values/page.ts';
import type { Ability } from '../../../kernel/values/state-machine.ts';
import { unless } from '../../../kernel/values/state-machine.ts';
import type { EntryFilters, TimeEntry } from '../contract.ts';
import { manageTime, recordTime } from '../permissions.ts';

type Reader = Pick<Session, 'person' | 'staffRoles'>;

/** Whether somebody may change or remove an entry. */
export function mayChange(
  entry: { personId: string; billed: boolean },
  { person, staffRoles }: Reader,
): Ability<'your_role' | 'not_your_time' | 'time_billed'> {
  const others = mayAsStaff(manageTime, staffRoles);
  return unless({
    your_role: !others && !mayAsStaff(recordTime, staffRoles),
    not_your_time: !others && entry.personId !== person.id,
    time_billed: entry.billed,
  });
}

export const item = sql`
  select e.id, e.worked_on::text as "workedOn", e.minutes, e.note, e.billable, e.version,
    json_build_object('id', t.id, 'number', t.number, 'subject', t.subject) as ticket,
    json_build_object('id', o.id, 'name', o.name) as client, json_build_object('id', p.id, 'name', p.name) as person,
    case when e.invoice_id is not null then json_build_object('id', e.invoice_id, 'number', i.number) end as invoice
  from worktime.entries e
  join support.tickets t on t.id = e.ticket_id
  join organizations.organizations o on o.id = t.organization_id
  join identity.people p on p.id = e.person_id
  left join billing.invoices i on i.id = e.invoice_id`;

type Row = Omit<TimeEntry, 'can'>;
export const toEntry =
  (reader: Reader) =>
  (row: Row): TimeEntry => ({
    ...row,
    can: { change: mayChange({ personId: row.person.id, billed: row.invoice !== null }, reader) },
  });

function conditions(filters: Omit<EntryFilters, 'after' | 'limit'>, me: Id<'person'>) {
  const { client, person, from, to, state } = filters;
  const parts: RawBuilder<unknown>[] = [];
  if (client) parts.push(sql`t.organization_id = ${client}`);
  if (person) parts.push(sql`e.person_id = ${person === 'me' ? me : person}`);
  if (from) parts.push(sql`e.worked_on >= ${from}::date`);
  if (to) parts.push(sql`e.worked_on <= ${to}::date`);
  if (state === 'billed') parts.push(sql`e.invoice_id is not null`);
  if (state === 'unbilled') parts.push(sql`e.billable and e.invoice_id is null`);
  if (state === 'not_billable') parts.push(sql`not e.billable`);
  return parts;
}

/** Time that was recorded, the latest day first. */
export async function listEntries(db: Db, filters: EntryFilters, reader: Reader): Promise<Page<TimeEntry>> {
  const { after, limit, ...asked } = filters;
  const where = conditions(asked, reader.person.id);
  const from = after === undefined ? null : decodeCursor(after, ['text', 'id']);
  if (from) where.push(sql`(e.worked_on, e.id) < (${from[0]}::date, ${from[1]}::uuid)`);
  const { rows } = await sql<Row>`
    ${item} ${where.length > 0 ? sql`where ${sql.join(where, sql` and `)}` : sql``}
    order by e.worked_on desc, e.id desc limit ${limit + 1}`.execute(db);
  const page = pageOf(rows, limit, (row) => [row.workedOn, row.id as Id<'time-entry'>]);
  return { ...page, items: page.items.map(toEntry(reader)) };
}

import { sql } from 'kysely';
import type { Membership, Session } from '../../../kernel/auth/actor.ts';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { JsonText } from '../../../kernel/http/route.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import { readAllTickets, statusNames, viewTickets } from '../../support/index.ts';

/**
 * The tickets of all organizations of a person, the last written to first: in each those one may see there. Needs a transaction that
 * sees all of these organizations.
 */
export async function readInbox(
  db: Db,
  { organizations, person }: Session,
  { open, after, limit }: { open: boolean; after?: string | undefined; limit: number },
): Promise<JsonText> {
  const readable = organizations.filter((one) => mayAsMember(viewTickets, one));
  const ids = (some: readonly Membership[]) => some.map(({ id }) => id);
  const byRole = ids(readable.filter((one) => mayAsMember(readAllTickets, one)));
  const owned = ids(readable.filter(({ role }) => role === 'owner'));
  const from = after === undefined ? null : decodeCursor(after, ['instant', 'id']);
  const { rows } = await sql<{ id: Id<'ticket'>; last_message_at: Date; item: string }>`
    select t.id, t.last_message_at, json_build_object('id', t.id, 'number', t.number::text, 'subject', t.subject, 'status', t.status,
      'statusNames', (select s.value -> t.status from kernel.settings s where s.key = ${statusNames.key}), 'unread', t.unread_by_client, 'lastMessageAt', t.last_message_at,
      'organization', json_build_object('id', o.id, 'name', o.name, 'slug', o.slug))::text as item
    from support.tickets t join organizations.organizations o on o.id = t.organization_id
    where t.organization_id = any (${ids(readable)}::uuid[]) and (support.sees_all(t.organization_id, ${person.id},
        t.organization_id = any (${owned}::uuid[]), t.organization_id = any (${byRole}::uuid[])) or exists (
        select from support.followers f
        where f.organization_id = t.organization_id and f.ticket_id = t.id and f.person_id = ${person.id}))
      and ${open ? sql`t.settled_at is null` : sql`true`}
      and ${from ? sql`(t.last_message_at, t.id) < (${from[0]}, ${from[1]})` : sql`true`}
    order by t.last_message_at desc, t.id desc limit ${limit + 1}`.execute(db);
  const page = pageOf(rows, limit, (row) => [row.last_message_at, row.id]);
  return new JsonText(
    `{"items":[${page.items.map(({ item }) => item).join(',')}],"next":${JSON.stringify(page.next)}}`,
  );
}

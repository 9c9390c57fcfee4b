import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/db/tx.ts';
import type { Id } from '../../../../kernel/values/ids.ts';

/** Notes that are repeated name whom they named; nobody is told anew. */
export async function copyMentions(
  tx: Tx,
  organization: Id<'organization'>,
  ticket: Id<'ticket'>,
  copies: ReadonlyMap<Id<'message'>, Id<'message'>>,
): Promise<void> {
  await sql`
    insert into support.mentions (organization_id, message_id, person_id, ticket_id, handle, mentioned_at)
    select w.organization_id, c.copy, w.person_id, ${ticket}, w.handle, w.mentioned_at
    from unnest(${[...copies.keys()]}::uuid[], ${[...copies.values()]}::uuid[]) as c (original, copy)
    join support.mentions w on w.organization_id = ${organization} and w.message_id = c.original`.execute(
    tx.db,
  );
}

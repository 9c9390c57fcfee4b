import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { HistoryItem } from '../contract.ts';
import * as events from '../events.ts';

/** Messages stand in the conversation itself; notes are nobody's business but the staff's, who read them there too. */
const told = Object.values(events)
  .filter((event) => event !== events.messagePosted && event !== events.noteAdded)
  .map(({ name }) => name);

/** What became of a ticket, oldest first, at most the last 100. Clients learn the names of their own members only. */
export async function readHistory(
  db: Db,
  ticket: Id<'ticket'>,
  names: 'members' | 'everybody',
): Promise<HistoryItem[]> {
  const rows = await db
    .selectFrom('kernel.events as e')
    .select(['e.id', 'e.name', 'e.data', 'e.happened_at', actorName(names).as('by')])
    .where('e.subject_id', '=', ticket)
    .where('e.name', 'in', told)
    .orderBy('e.happened_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(100)
    .execute();
  return rows.toReversed().map((row) => ({
    id: row.id,
    name: row.name,
    data: row.data as HistoryItem['data'],
    by: row.by,
    happenedAt: row.happened_at.toISOString(),
  }));
}

function actorName(names: 'members' | 'everybody') {
  return names === 'everybody'
    ? sql<string | null>`(select p.name from identity.people p where p.id = e.actor_id)`
    : sql<
        string | null
      >`(select m.name from organizations.member_names(e.organization_id) m where m.id = e.actor_id)`;
}

import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { HistoryItem } from '../contract.ts';
import * as events from '../events.ts';

const silent: readonly unknown[] = [
  events.messagePosted,
  events.noteAdded,
  events.guestAnswered,
  events.messageCorrected,
  events.noteCorrected,
  events.messageRedacted,
  events.noteRedacted,
];

/** Messages stand in the conversation itself; notes are nobody's business but the staff's, who read them there too. */
const told = Object.values(events)
  .filter((event) => !silent.includes(event))
  .map(({ name }) => name);

/**
 * What became of a ticket, oldest first, at most the last 100. With the organization, the reader is of it and learns the names of its
 * own members only; null is for staff.
 */
export async function readHistory(
  db: Db,
  ticket: Id<'ticket'>,
  reader: Id<'organization'> | null,
): Promise<HistoryItem[]> {
  const people = reader ? sql`organizations.member_names(${reader})` : sql`identity.people`;
  // To staff all facts are there anyway.
  const before = reader ? sql`union all select * from support.facts_before_move(${ticket})` : sql``;
  const { rows } = await sql<Omit<HistoryItem, 'happenedAt'> & { happened_at: Date }>`
    select e.id, e.name, e.data, p.name as by, e.happened_at
    from (
      select * from (select * from kernel.events where subject_id = ${ticket} ${before}) f where name in (${sql.join(told)})
      order by happened_at desc, id desc limit 100
    ) e left join ${people} p on p.id = e.actor_id
    order by e.happened_at, e.id`.execute(db);
  return rows.map(({ happened_at: at, ...row }) => ({ ...row, happenedAt: at.toISOString() }));
}

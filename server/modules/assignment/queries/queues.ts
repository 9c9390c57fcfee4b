import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { QueueWay } from '../contract.ts';
import type { Way } from '../domain/choose-agent.ts';

/** How each queue gives its tickets out, in the order of the queues. */
export async function listQueueWays(db: Db): Promise<QueueWay[]> {
  const { rows } = await sql<QueueWay>`
    select s.name as queue, s.titles, coalesce(q.way, 'hand') as way, coalesce(q.skills, '{}') as skills,
      coalesce(q.match_language, false) as "matchLanguage", coalesce(q.match_tags, false) as "matchTags", coalesce(q.tiers_first, false) as "tiersFirst",
      q.overflow_to as "overflowTo", q.overflow_minutes as "overflowMinutes", coalesce(q.version, 0) as version,
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name, p.id)
        from assignment.members m join identity.people p on p.id = m.person_id where m.queue = s.name), '[]') as members
    from support.queues s left join assignment.queues q on q.queue = s.name
    order by s.position, s.name limit 200`.execute(db);
  return rows;
}

export interface SetQueue {
  queue: string;
  titles: { id: string; en: string };
  way: Way;
  skills: string[];
  matchLanguage: boolean;
  matchTags: boolean;
  tiersFirst: boolean;
  overflowTo: string | null;
  overflowMinutes: number | null;
}

/** Null where nobody ever said how it gives out: by hand. `lock`: until the transaction ends, so that only one gives out at a time; what waits there may be noted meanwhile. */
export async function findQueue(
  db: Db,
  queue: string,
  { lock }: { lock: boolean },
): Promise<SetQueue | null> {
  const { rows } = await sql<SetQueue>`
    select q.queue, s.titles, q.way, q.skills, q.match_language as "matchLanguage", q.match_tags as "matchTags", q.tiers_first as "tiersFirst",
      q.overflow_to as "overflowTo", q.overflow_minutes as "overflowMinutes"
    from assignment.queues q join support.queues s on s.name = q.queue
    where q.queue = ${queue} ${lock ? sql`for no key update of q` : sql``}`.execute(db);
  return rows[0] ?? null;
}

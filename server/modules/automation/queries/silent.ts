import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Conditions } from '../domain/rules.ts';

export interface Silent {
  ticket: string;
  message: string;
  /** Since when nobody has written, or it has been settled. */
  at: Date;
}

/** The states that can match at all: where conditions say nothing of them, only those of tickets that are not settled. */
function statesOf({ match, tests }: Conditions): readonly string[] | null {
  const named = tests.filter(({ of, is }) => of === 'status' && is);
  return match === 'all' && named.length > 0 ? named[0]!.values : null;
}

/** Tickets in which nothing was written for so many hours, the longest silent first. `after`: those after that one. */
export async function findSilent(
  db: Db,
  { hours, conditions }: { hours: number; conditions: Conditions },
  now: Date,
  page: { since: Date | null; after: Silent | null; limit: number },
): Promise<Silent[]> {
  const states = statesOf(conditions);
  const { since, after } = page;
  const { rows } = await sql<Silent>`
    select x.* from (
      select t.id as ticket, t.last_message_id as message, greatest(t.last_message_at, t.settled_at) as at
      from support.tickets t
      where ${states ? sql`t.status = any (${states})` : sql`t.settled_at is null`}
    ) x
    where x.at <= ${new Date(now.getTime() - hours * 3_600_000)}
      ${since ? sql`and x.at > ${since}` : sql``}
      ${after ? sql`and (x.at, x.ticket) > (${after.at}, ${after.ticket}::uuid)` : sql``}
    order by x.at, x.ticket limit ${page.limit}`.execute(db);
  return rows;
}

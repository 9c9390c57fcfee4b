import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Seeing } from '../seeing.ts';
import { visible } from '../seeing.ts';

/** How support stands for somebody of an organization: one statement over its few tickets that are not settled. */
export async function supportSummary(db: Db, seeing: Seeing) {
  const { rows } = await sql<{ active: number; waitingForYou: number; unread: number }>`
    select count(*)::integer as active,
      (count(*) filter (where t.status = 'waiting_customer'))::integer as "waitingForYou",
      (count(*) filter (where t.unread_by_client))::integer as unread
    from support.tickets t where ${visible(seeing)} and t.settled_at is null`.execute(db);
  return rows[0]!;
}

const most = 100;

/** What waits for staff. Counted up to 100 each, so it stays cheap on a bad day. */
export async function readWorkload(db: Db, me: Id<'person'>) {
  const upTo = (where: ReturnType<typeof sql>) => sql`(select count(*)::integer from (
    select from support.tickets t where t.settled_at is null and ${where} limit ${sql.lit(most)}) x)`;
  const { rows } = await sql<{ waiting: number; mine: number; unassigned: number; active: number }>`
    select ${upTo(sql`t.waiting_since is not null`)} as waiting, ${upTo(sql`t.assignee_id = ${me}`)} as mine,
      ${upTo(sql`t.assignee_id is null`)} as unassigned, ${upTo(sql`true`)} as active`.execute(db);
  return rows[0]!;
}

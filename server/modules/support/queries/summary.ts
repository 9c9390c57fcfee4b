import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { workloadShape } from '../contract.ts';
import type { Seeing } from '../seeing.ts';
import { visible } from '../seeing.ts';
import { mentions } from './mentions.ts';

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
type Workload = z.output<typeof workloadShape>;

/**
 * What is in the views of the desk, in one statement. Counted up to 100 each, so it stays cheap on a bad day. Those of which there are many
 * are counted in the order of their view: without one the table would be read from its oldest rows on, which are all settled.
 */
export async function readWorkload(db: Db, me: Id<'person'>): Promise<Workload> {
  const upTo = (where: RawBuilder<unknown>, order = sql``) => sql`(select count(*)::integer from (
    select from support.tickets t where ${where} ${order} limit ${sql.lit(most)}) x)`;
  const active = (where: RawBuilder<unknown>, order?: RawBuilder<unknown>) =>
    upTo(sql`t.settled_at is null and t.snoozed_at is null and ${where}`, order);
  const byUrgency = sql`order by t.urgency, t.waiting_since, t.id`;
  const byDate = sql`order by t.last_message_at desc, t.id desc`;
  const { rows } = await sql<Workload>`
    select ${active(sql`t.waiting_since is not null`, byUrgency)} as waiting, ${upTo(sql`t.due_at is not null`)} as due,
      ${active(sql`t.assignee_id = ${me}`)} as mine, ${active(sql`t.assignee_id is null`)} as unassigned,
      ${active(sql`true`, byDate)} as active, ${upTo(sql`t.status = 'waiting_customer'`)} as waiting_customer,
      ${upTo(sql`t.snoozed_at is not null`)} as snoozed,
      ${upTo(sql`t.settled_at is null and ${mentions(me)}`)} as mentioned`.execute(db);
  return rows[0]!;
}

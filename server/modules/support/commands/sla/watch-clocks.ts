import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../../../kernel/db/tx.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import type { Goal } from '../../domain/sla/clock.ts';
import { slaBreached, slaWarned } from '../../events.ts';

/** Clocks told of in one transaction, of each kind. */
const batch = 1000;
/** Minutes after closing time in which one may still be told of what was due by then. */
const grace = 15;

/** Marks what is over while nobody is there to hear it. The statement looks at each clock as it is, so that it needs no job for each. */
export async function markBreaches(tx: Tx): Promise<void> {
  await sql`update support.clocks set breached_at = due_at
    where state = 'running' and breached_at is null and due_at <= ${tx.now}`.execute(tx.db);
}

/**
 * Says what is over or nearly so, where the calendar says that somebody is there to hear it, and marks it in the same statement. Returns
 * whether there may be more.
 */
export async function tellOfClocks(tx: Tx): Promise<boolean> {
  const justOver = sql`state = 'running' and breached_at is null and due_at <= ${tx.now}`;
  const overBefore = sql`breached_at is not null and told_at is null`;
  const nearly = sql`state = 'running' and warned_at is null and breached_at is null and warn_at <= ${tx.now}
    and due_at > ${tx.now}`;
  const over = sql`breached_at = coalesce(c.breached_at, c.due_at), told_at = ${tx.now}`;
  const told = [
    await take(tx, justOver, sql`due_at`, over),
    await take(tx, overBefore, sql`breached_at`, over),
  ];
  const warned = await take(tx, nearly, sql`warn_at`, sql`warned_at = ${tx.now}`);
  for (const row of told.flat()) tx.emit(slaBreached, factOf(row));
  for (const row of warned) tx.emit(slaWarned, factOf(row));
  return [...told, warned].some((rows) => rows.length === batch);
}

const factOf = (row: Row) => ({
  organizationId: row.organization_id,
  subject: { kind: 'ticket', id: row.ticket_id },
  data: {
    policyId: row.policy_id,
    version: row.policy_version,
    goal: row.goal,
    dueAt: row.due_at.toISOString(),
    running: row.state === 'running',
  },
});

async function take(
  tx: Tx,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  mark: RawBuilder<unknown>,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with found as (
      select organization_id, ticket_id, policy_id, goal, started_at from support.clocks
      where ${where} and calendar_id = any (array(
        select h.calendar_id from support.calendar_hours h
        where h.opens_at <= ${tx.now} and h.closes_at >= ${new Date(tx.now.getTime() - grace * 60_000)}))
      order by ${order} limit ${batch} for update skip locked
    )
    update support.clocks c set ${mark} from found f
    where (c.organization_id, c.ticket_id, c.policy_id, c.goal, c.started_at)
      = (f.organization_id, f.ticket_id, f.policy_id, f.goal, f.started_at)
    returning c.organization_id, c.ticket_id, c.policy_id, c.policy_version, c.goal, coalesce(c.breached_at, c.due_at) as due_at,
      c.state`.execute(tx.db);
  return rows;
}

interface Row {
  organization_id: Id<'organization'>;
  ticket_id: Id<'ticket'>;
  policy_id: Id<'policy'>;
  policy_version: number;
  goal: Goal;
  due_at: Date;
  state: string;
}

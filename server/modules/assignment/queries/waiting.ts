import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';

export interface WaitingTicket {
  id: Id<'ticket'>;
  organizationId: Id<'organization'>;
  number: number;
  subject: string;
  client: string;
  language: string | null;
  tags: string[];
  /** Of its client. */
  tier: string | null;
  since: Date;
  passedBy: string[];
}

/** The tier of the client of ticket `t`. */
export const tierOfTicket = sql`(select c.tier_id from organizations.client_tiers c where c.organization_id = t.organization_id)`;

/** What of ticket `t` says that it waits for somebody. */
export const waits = sql`t.assignee_id is null and t.settled_at is null and t.snoozed_at is null
  and t.status in ('new', 'open')`;

/**
 * What waits in a queue for somebody: the most urgent first, of those, where the queue says so, clients of higher tiers; then what is due first, then the oldest. `before`: only what has waited
 * since then at least; `past`: not these.
 */
export async function readWaiting(
  db: Db,
  { queue, tiersFirst }: { queue: string; tiersFirst: boolean },
  asked: { now: Date; before?: Date; past?: readonly string[]; limit: number },
): Promise<WaitingTicket[]> {
  const { now, before, past = [], limit } = asked;
  const byTier = sql`(select x.position from organizations.client_tiers c join organizations.tiers x on x.id = c.tier_id
    where c.organization_id = t.organization_id) nulls last,`;
  const { rows } = await sql<WaitingTicket>`
    select t.id, t.organization_id as "organizationId", t.number::integer as number, t.subject, o.name as client, t.language, t.tags,
      ${tierOfTicket} as tier, coalesce(w.since, ${now}) as since, coalesce(w.passed_by, '{}') as "passedBy"
    from support.tickets t
    join organizations.organizations o on o.id = t.organization_id
    left join assignment.waiting w on w.ticket_id = t.id and w.queue = t.queue
    where t.queue = ${queue} and ${waits} ${before ? sql`and w.since <= ${before}` : sql``}
      ${past.length > 0 ? sql`and not t.id = any (${past}::uuid[])` : sql``}
    order by t.urgency, ${tiersFirst ? byTier : sql``} t.due_at, t.opened_at, t.id limit ${limit}`.execute(
    db,
  );
  return rows;
}

/**
 * The queues that give out by themselves and have something to do: a ticket that waits, or a note of one that does not wait any more. Looked
 * for in the order of what waits: without one, all tickets would be read, the oldest first.
 */
export async function findQueuesToWake(db: Db): Promise<string[]> {
  const { rows } = await sql<{ queue: string }>`
    select q.queue from assignment.queues q where q.way <> 'hand' and (
      (select true from support.tickets t where t.queue = q.queue and ${waits}
        order by t.queue, t.urgency, t.due_at, t.opened_at limit 1)
      or exists (select from assignment.waiting w where w.queue = q.queue))
    order by q.queue`.execute(db);
  return rows.map(({ queue }) => queue);
}

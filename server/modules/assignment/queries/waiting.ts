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

const most = 2_000;

/**
 * What waits in a queue for somebody: the most urgent first, of those, where the queue says so, clients of higher tiers; then what is due first, then the oldest. `only`: what has not been noted
 * yet, and what has waited since `before` at least.
 */
export async function readWaiting(
  db: Db,
  queue: string,
  { now, only, tiersFirst }: { now: Date; only: { before: Date | null } | null; tiersFirst: boolean },
): Promise<WaitingTicket[]> {
  const byTier = sql`(select x.position from organizations.client_tiers c join organizations.tiers x on x.id = c.tier_id
    where c.organization_id = t.organization_id) nulls last,`;
  const { rows } = await sql<WaitingTicket>`
    select t.id, t.organization_id as "organizationId", t.number::integer as number, t.subject, o.name as client, t.language, t.tags,
      ${tierOfTicket} as tier, coalesce(w.since, ${now}) as since, coalesce(w.passed_by, '{}') as "passedBy"
    from support.tickets t
    join organizations.organizations o on o.id = t.organization_id
    left join assignment.waiting w on w.ticket_id = t.id and w.queue = t.queue
    where t.queue = ${queue} and ${waits} ${only ? sql`and (w.ticket_id is null or w.since <= ${only.before})` : sql``}
    order by t.urgency, ${tiersFirst ? byTier : sql``} t.due_at, t.opened_at, t.id limit ${most}`.execute(db);
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

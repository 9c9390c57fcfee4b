import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { changeAsItIs } from '../../support/index.ts';
import { ticketTakenBack } from '../events.ts';
import { keepDecision } from './decide.ts';

interface Stranded {
  id: Id<'ticket'>;
  organizationId: Id<'organization'>;
  queue: string;
  assignee: Id<'person'>;
}

/** Of these, the open tickets of queues that give out by themselves whose assignee is away, or is not one of us any more. */
export async function findStranded(
  db: Db,
  tickets: readonly string[],
  now: Date,
  { lock }: { lock: boolean },
): Promise<Stranded[]> {
  const { rows } = await sql<Stranded>`
    select t.id, t.organization_id as "organizationId", t.queue, t.assignee_id as assignee
    from support.tickets t
    join assignment.queues q on q.queue = t.queue and q.way <> 'hand'
    join identity.people p on p.id = t.assignee_id
    left join assignment.agents a on a.person_id = p.id
    where t.id = any (${tickets}::uuid[]) and t.settled_at is null and t.status in ('new', 'open')
      and (a.away and (a.away_until is null or a.away_until > ${now}) or p.disabled_at is not null
        or not exists (select from identity.staff s where s.person_id = p.id))
    order by t.id ${lock ? sql`for no key update of t` : sql``}`.execute(db);
  return rows;
}

/** A client wrote in a ticket whose assignee is away: it waits in its queue for somebody who is there. */
export async function takeBack(tx: Tx, ticket: Id<'ticket'>): Promise<void> {
  const [stranded] = await findStranded(tx.db, [ticket], tx.now, { lock: true });
  if (!stranded) return;
  const { organizationId, queue, assignee } = stranded;
  await changeAsItIs(tx, { id: null, name: queue }, ticket, () => ({ assigneeId: null }));
  tx.emit(ticketTakenBack, {
    organizationId,
    subject: { kind: 'ticket', id: ticket },
    data: { personId: assignee, queue },
  });
  await keepDecision(tx, { ticket, kind: 'taken_back', queue, person: assignee });
}

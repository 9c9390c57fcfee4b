import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { changeAsItIs } from '../../support/index.ts';
import type { AutomaticWay, Candidate, Considered } from '../domain/choose-agent.ts';
import { ticketGiven } from '../events.ts';
import { givenToYou } from '../messages.ts';
import type { SetQueue } from '../queries/queues.ts';
import type { WaitingTicket } from '../queries/waiting.ts';
import { keepDecision } from './decide.ts';

/** In the order of their ids; who never had a row gets one. */
export async function lockAgents(tx: Tx, people: readonly Id<'person'>[]): Promise<void> {
  await sql`insert into assignment.agents (person_id) select x from unnest(${people}::uuid[]) x order by x
    on conflict do nothing`.execute(tx.db);
  await sql`select from assignment.agents where person_id = any (${people}) order by person_id for update`.execute(
    tx.db,
  );
}

/** Gives a ticket that is locked to whom its queue chose, tells them, and keeps why. Counts it to what the agent has. */
export async function handOver(
  tx: Tx,
  queue: SetQueue & { way: AutomaticWay },
  ticket: Pick<WaitingTicket, 'id' | 'organizationId' | 'number' | 'subject' | 'client'>,
  agent: Candidate,
  considered: readonly Considered[],
): Promise<void> {
  const person = agent.id as Id<'person'>;
  const patch = () => ({ assigneeId: person });
  await changeAsItIs(tx, { id: null, name: queue.queue }, ticket.id, patch, { quiet: true });
  const turn = await sql<{ turn: number }>`update assignment.agents set turn = nextval('assignment.turns')
    where person_id = ${person} returning turn::double precision as turn`.execute(tx.db);
  const about = { organizationId: ticket.organizationId, subject: { kind: 'ticket', id: ticket.id } };
  const { load, capacity } = agent;
  tx.emit(ticketGiven, {
    ...about,
    data: { personId: person, queue: queue.queue, way: queue.way, load: load + 1, capacity },
  });
  const { id: ticketId, number, subject, client } = ticket;
  tx.tell(givenToYou, {
    to: { person },
    occurrence: `${ticketId} ${turn.rows[0]!.turn}`,
    data: { ticketId, number, subject, client, queue: queue.titles },
  });
  await keepDecision(tx, {
    ticket: ticketId,
    kind: 'given',
    queue: queue.queue,
    person,
    way: queue.way,
    considered,
  });
  // What comes next is decided with this one in their hands.
  agent.load++;
  agent.turn = turn.rows[0]!.turn;
}

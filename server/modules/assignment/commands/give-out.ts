import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { changeAsItIs } from '../../support/index.ts';
import { chooseAgent } from '../domain/choose-agent.ts';
import type { AutomaticWay, Candidate, Considered } from '../domain/choose-agent.ts';
import { neededSkills } from '../domain/needed-skills.ts';
import { ticketGiven } from '../events.ts';
import { givenToYou } from '../messages.ts';
import { belongingTo, readCandidates, readSkills } from '../queries/candidates.ts';
import { findQueue } from '../queries/queues.ts';
import type { SetQueue } from '../queries/queues.ts';
import { readWaiting, waits } from '../queries/waiting.ts';
import type { WaitingTicket } from '../queries/waiting.ts';
import { keepDecision } from './decide.ts';
import { keepWaiting, passOn } from './wait.ts';

/** Given in one transaction, so that nobody waits long for the locks. */
const most = 50;

/**
 * Gives what waits in a queue to whoever has room, and passes on what waited too long. Returns whether there may be more to give.
 *
 * Locks, always in this order: the queue, so that one transaction at a time gives out of it; its agents by id, so that no other queue
 * fills the same room; then each ticket, passing over those that somebody works on.
 */
export async function giveOut(tx: Tx, name: string): Promise<boolean> {
  const queue = await findQueue(tx.db, name, { lock: true });
  if (!queue || queue.way === 'hand') return false;
  const people = await belongingTo(tx.db, name);
  await lockAgents(tx, people);
  const candidates = await readCandidates(tx.db, people, tx.now);
  const known = new Set(await readSkills(tx.db));
  const left: WaitingTicket[] = [];
  let given = 0;
  for (const ticket of await readWaiting(tx.db, name, tx.now)) {
    const needed = neededSkills(queue, ticket, known);
    const { chosen, considered } = chooseAgent(queue.way, needed, candidates);
    const agent = candidates.find(({ id }) => id === chosen);
    if (!agent || given === most) left.push(ticket);
    else if (await give(tx, { ...queue, way: queue.way }, ticket, agent, considered)) given++;
  }
  await keepWaiting(tx, name, left);
  if (given < most) for (const ticket of left) await passOn(tx, queue, ticket);
  return given === most;
}

/** In the order of their ids; who never had a row gets one. */
async function lockAgents(tx: Tx, people: readonly Id<'person'>[]): Promise<void> {
  await sql`insert into assignment.agents (person_id) select x from unnest(${people}::uuid[]) x order by x
    on conflict do nothing`.execute(tx.db);
  await sql`select from assignment.agents where person_id = any (${people}) order by person_id for update`.execute(
    tx.db,
  );
}

/** Whether it could be had: somebody may be changing it at this moment. */
async function give(
  tx: Tx,
  queue: SetQueue & { way: AutomaticWay },
  ticket: WaitingTicket,
  agent: Candidate,
  considered: readonly Considered[],
): Promise<boolean> {
  const { rows } = await sql`select from support.tickets t
    where t.id = ${ticket.id} and t.queue = ${queue.queue} and ${waits} for no key update skip locked`.execute(
    tx.db,
  );
  if (rows.length === 0) return false;
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
  return true;
}

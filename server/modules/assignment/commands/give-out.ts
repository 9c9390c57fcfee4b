import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { chooseAgent } from '../domain/choose-agent.ts';
import type { AutomaticWay, Candidate, Considered } from '../domain/choose-agent.ts';
import { neededSkills } from '../domain/needed-skills.ts';
import { passedOnBefore } from '../domain/overflow.ts';
import { belongingTo, readCandidates, readSkills } from '../queries/candidates.ts';
import { findQueue } from '../queries/queues.ts';
import type { SetQueue } from '../queries/queues.ts';
import { readWaiting, waits } from '../queries/waiting.ts';
import type { WaitingTicket } from '../queries/waiting.ts';
import { handOver, lockAgents } from './hand-over.ts';
import { keepWaiting, passOn } from './wait.ts';

/** Given in one transaction, so that nobody waits long for the locks. */
const most = 50;

/**
 * Gives what waits in a queue to whoever has room, and passes on what waited too long. Returns whether there may be more to give. Unless
 * `all` is asked for, nothing is read of what waits where all hands are full.
 *
 * Locks, always in this order: the queue, so that one transaction at a time gives out of it; its agents by id, so that no other queue
 * fills the same room; then each ticket, passing over those that somebody works on: whoever holds a queue
 * waits for no ticket, so that those who hold a ticket may wait for its queue (`give-one.ts`).
 */
export async function giveOut(tx: Tx, name: string, { all }: { all: boolean }): Promise<boolean> {
  if (!all && !(await hasRoom(tx, name))) return false;
  const queue = await findQueue(tx.db, name, { lock: true });
  if (!queue || queue.way === 'hand') return false;
  const people = await belongingTo(tx.db, name);
  await lockAgents(tx, people);
  const candidates = await readCandidates(tx.db, people, tx.now);
  const known = new Set(await readSkills(tx.db));
  const left: WaitingTicket[] = [];
  let given = 0;
  // On a day when all hands are full, what waits already is not read again for each ticket that comes.
  const nobody = !hasAnyRoom(queue.way, candidates);
  const only = nobody ? { before: passedOnBefore(queue, tx.now) } : null;
  for (const ticket of await readWaiting(tx.db, name, { now: tx.now, only, tiersFirst: queue.tiersFirst })) {
    const needed = neededSkills(queue, ticket, known);
    const { chosen, considered } = chooseAgent(queue.way, needed, candidates, ticket.tier);
    const agent = candidates.find(({ id }) => id === chosen);
    if (!agent || given === most) left.push(ticket);
    else if (await give(tx, { ...queue, way: queue.way }, ticket, agent, considered)) given++;
  }
  // Else whoever tells of a ticket notes it, and would wait for this one to end.
  if (all) await keepWaiting(tx, name, left);
  if (given < most) for (const ticket of left) await passOn(tx, queue, ticket);
  return given === most;
}

/** Whether anybody could be given anything. Nobody is kept from changing that. */
async function hasRoom(tx: Tx, name: string): Promise<boolean> {
  const queue = await findQueue(tx.db, name, { lock: false });
  if (!queue || queue.way === 'hand') return false;
  const candidates = await readCandidates(tx.db, await belongingTo(tx.db, name), tx.now);
  return hasAnyRoom(queue.way, candidates);
}

/** For some ticket, whatever it asks for. */
function hasAnyRoom(way: AutomaticWay, candidates: readonly Candidate[]): boolean {
  const forAll = candidates.map((one) => ({ ...one, tiers: [] }));
  return chooseAgent(way, [], forAll, null).chosen !== null;
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
  await handOver(tx, queue, ticket, agent, considered);
  return true;
}

import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { chooseAgent, roomOf } from '../domain/choose-agent.ts';
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
/** Looked at in one transaction: beyond it lies what nobody of those who have room may take. */
const mostRead = 2_000;

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
  const { given, passedOver } = await giveToAll(tx, { ...queue, way: queue.way }, candidates);
  // Else whoever tells of a ticket notes it, and would wait for this one to end.
  if (all) await keepWaiting(tx, name);
  if (given < most) await passOnOverdue(tx, queue, roomOf(candidates) === 0 ? null : passedOver);
  return given === most;
}

/**
 * Reads no more of what waits than there is room for, and further only past what nobody who has room may take. Returns whom it passed over:
 * nobody could take those, nor will anybody of these people in this transaction.
 */
async function giveToAll(
  tx: Tx,
  queue: SetQueue & { way: AutomaticWay },
  candidates: readonly Candidate[],
): Promise<{ given: number; passedOver: ReadonlySet<string> }> {
  const seen = new Set<string>();
  const known = new Set(roomOf(candidates) > 0 ? await readSkills(tx.db) : []);
  let given = 0;
  for (let limit = most; given < most && seen.size < mostRead; limit = Math.min(limit * 4, mostRead)) {
    const room = roomOf(candidates);
    if (room === 0) break;
    const asked = seen.size === 0 ? Math.min(room, limit) : limit;
    const page = await readWaiting(tx.db, queue, { now: tx.now, past: [...seen], limit: asked });
    for (const ticket of page) {
      seen.add(ticket.id);
      const needed = neededSkills(queue, ticket, known);
      const { chosen, considered } = chooseAgent(queue.way, needed, candidates, ticket.tier);
      const agent = candidates.find(({ id }) => id === chosen);
      if (!agent || given === most) continue;
      if (await give(tx, queue, ticket, agent, considered)) given++;
    }
    if (page.length < asked) break;
  }
  return { given, passedOver: seen };
}

/** `only`: of those, where others could still be given. */
async function passOnOverdue(tx: Tx, queue: SetQueue, only: ReadonlySet<string> | null): Promise<void> {
  const before = passedOnBefore(queue, tx.now);
  if (before === null) return;
  const overdue = await readWaiting(tx.db, queue, { now: tx.now, before, limit: mostRead });
  for (const ticket of overdue) if (only === null || only.has(ticket.id)) await passOn(tx, queue, ticket);
}

/** Whether anybody could be given anything. Nobody is kept from changing that. */
export async function hasRoom(tx: Tx, name: string): Promise<boolean> {
  const queue = await findQueue(tx.db, name, { lock: false });
  if (!queue || queue.way === 'hand') return false;
  return roomOf(await readCandidates(tx.db, await belongingTo(tx.db, name), tx.now)) > 0;
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

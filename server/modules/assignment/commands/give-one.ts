import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { chooseAgent } from '../domain/choose-agent.ts';
import { neededSkills } from '../domain/needed-skills.ts';
import type { Outcome } from '../domain/outcome.ts';
import { hinders } from '../domain/outcome.ts';
import { belongingTo, readCandidates, readSkills } from '../queries/candidates.ts';
import { findQueue } from '../queries/queues.ts';
import { readGivable } from '../queries/givable.ts';
import { lockAgents, handOver } from './hand-over.ts';

/**
 * Gives this ticket out at once as its queue would. `anyway`: also from whoever has it, to somebody else; where nobody else can have it,
 * it stays with them. Where nobody has it and nobody can, it waits in its queue like others.
 */
export async function giveOne(
  tx: Tx,
  id: Id<'ticket'>,
  { anyway }: { anyway: boolean },
): Promise<{ outcome: Outcome; person: Id<'person'> | null }> {
  const [ticket] = await readGivable(tx.db, [id], { lock: true });
  const hindrance = ticket ? hinders(ticket, anyway) : 'not_waiting';
  if (!ticket || hindrance) return { outcome: hindrance ?? 'not_waiting', person: null };
  const queue = await findQueue(tx.db, ticket.queue, { lock: true });
  if (!queue || queue.way === 'hand') return { outcome: 'by_hand', person: null };
  const people = (await belongingTo(tx.db, ticket.queue)).filter((one) => one !== ticket.assigneeId);
  await lockAgents(tx, people);
  const candidates = await readCandidates(tx.db, people, tx.now);
  const needed = neededSkills(queue, ticket, new Set(await readSkills(tx.db)));
  const { chosen, considered } = chooseAgent(queue.way, needed, candidates, ticket.tier);
  const agent = candidates.find((one) => one.id === chosen);
  if (!agent) return { outcome: 'nobody_free', person: null };
  await handOver(tx, { ...queue, way: queue.way }, ticket, agent, considered);
  return { outcome: 'given', person: agent.id as Id<'person'> };
}

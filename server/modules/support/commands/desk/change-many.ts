import type { Session } from '../../../../kernel/auth/actor.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../../kernel/values/errors.ts';
import { wrongState } from '../../../../kernel/values/state-machine.ts';
import type { TicketPatch } from '../../contract.ts';
import type { LeftReason, ManyChange, ManyChanged, OneOfMany } from '../../desk-contract.ts';
import { tellOfAssignments } from '../../tell-of-change.ts';
import { changeAsItIs } from '../change-ticket.ts';
import type { LockedTicket } from '../change-ticket.ts';
import { keepForUndo } from './put-back.ts';

/**
 * The change of one ticket, done to each of many under its own lock: what cannot be done to one leaves that one as it is and says why.
 * Errors: `not_assignable`, `unknown_link`, which would be so for all.
 */
export async function changeMany(
  tx: Tx,
  session: Session,
  { tickets, addTags, removeTags, ...patch }: ManyChange,
): Promise<ManyChanged> {
  const change = tx.newId<'change'>();
  const items: OneOfMany[] = [];
  const changed: LockedTicket[] = [];
  // In one order, so that two such changes do not wait for each other in a circle.
  for (const ticket of [...new Set(tickets)].sort()) {
    let old: LockedTicket | undefined;
    let differs = false;
    const why = await unlessRefused(() =>
      changeAsItIs(
        tx,
        session.person,
        ticket,
        (now) => {
          old = now;
          if (now.status === 'merged') throw new Problem(wrongState, { facts: { from: 'merged' } });
          const different = differing(now, { ...patch, ...tagsOf(now, addTags, removeTags) });
          differs = Object.keys(different).length > 0;
          return differs ? different : null;
        },
        { quiet: true },
      ),
    );
    if (old && differs && why === null) changed.push(old);
    items.push({ id: ticket, number: old ? Number(old.number) : null, done: why === null, why });
  }
  await keepForUndo(tx, change, session.person.id, changed);
  const { assigneeId } = patch;
  const given = changed.filter((old) => old.assignee_id !== assigneeId);
  if (assigneeId && assigneeId !== session.person.id)
    await tellOfAssignments(tx, given, assigneeId, session.person.name, change);
  return { changeId: changed.length > 0 ? change : null, items };
}

/** More tags than a ticket can have. */
class TooManyTags extends Error {}

function tagsOf(now: LockedTicket, add: readonly string[], remove: readonly string[]): { tags?: string[] } {
  if (add.length + remove.length === 0) return {};
  const tags = [...new Set([...now.tags, ...add])].filter((tag) => !remove.includes(tag)).sort();
  if (tags.length > 10) throw new TooManyTags();
  return { tags };
}

function differing(now: LockedTicket, patch: TicketPatch): TicketPatch {
  const { status, priority, queue, assigneeId, tags } = patch;
  return {
    ...(status && status !== now.status ? { status } : {}),
    ...(priority && priority !== now.priority ? { priority } : {}),
    ...(queue && queue !== now.queue ? { queue } : {}),
    ...(assigneeId !== undefined && assigneeId !== now.assignee_id ? { assigneeId } : {}),
    ...(tags && tags.join() !== now.tags.toSorted().join() ? { tags } : {}),
  };
}

/** Only what is refused before anything was written lets the others go on. */
async function unlessRefused(work: () => Promise<void>): Promise<LeftReason | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof TooManyTags) return 'too_many_tags';
    if (error instanceof Problem && error.kind === notFound) return 'not_found';
    if (error instanceof Problem && error.kind === wrongState) return 'wrong_state';
    throw error;
  }
}

import type { Session } from '../../../../kernel/auth/actor.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../../kernel/values/errors.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import type { ManyChanged, OneOfMany } from '../../desk-contract.ts';
import { undoOver } from '../../desk-contract.ts';
import { lock } from '../change-ticket.ts';
import { putBack } from './put-back.ts';
import type { Before } from './put-back.ts';

/** The page offers it for ten seconds; a slow line gets more. */
export const undoMilliseconds = 2 * 60_000;

/**
 * Makes the tickets of somebody's own change of many what they were, but for those that anybody has changed or written in since.
 * Errors: `undo_over`.
 */
export async function undoMany(tx: Tx, { person }: Session, change: Id<'change'>): Promise<ManyChanged> {
  const rows = await tx.db
    .deleteFrom('support.undoable')
    .where('id', '=', change)
    .where('person_id', '=', person.id)
    .where('done_at', '>', new Date(tx.now.getTime() - undoMilliseconds))
    .returning(['ticket_id', 'version', 'before'])
    .execute();
  if (rows.length === 0) throw new Problem(undoOver);
  const items: OneOfMany[] = [];
  for (const row of rows.toSorted((a, b) => (a.ticket_id < b.ticket_id ? -1 : 1))) {
    const ticket = row.ticket_id as Id<'ticket'>;
    const now = await lock(tx, ticket).catch(noneWhenGone);
    const done = now?.version === row.version;
    if (now && done) await putBack(tx, now, row.before as unknown as Before);
    items.push({
      id: ticket,
      number: now ? Number(now.number) : null,
      done,
      why: done ? null : now ? 'changed_since' : 'not_found',
    });
  }
  return { changeId: null, items };
}

function noneWhenGone(error: unknown): null {
  if (error instanceof Problem && error.kind === notFound) return null;
  throw error;
}

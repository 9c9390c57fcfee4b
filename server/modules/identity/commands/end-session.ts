import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { sessionEnded } from '../events.ts';
import { endSessions } from '../sessions.ts';

/** Signs one device of a person out. */
export async function endSession(tx: Tx, person: Id<'person'>, session: Id<'session'>): Promise<void> {
  const ended = await tx.db
    .updateTable('identity.sessions')
    .set({ ended_at: tx.now })
    .where('id', '=', session)
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) throw new Problem(notFound);
  tx.emit(sessionEnded, {
    organizationId: null,
    subject: { kind: 'person', id: person },
    data: { sessions: 1 },
  });
}

/** Signs every other device of a person out. */
export async function endOtherSessions(tx: Tx, person: Id<'person'>, but: Id<'session'>): Promise<void> {
  const sessions = await endSessions(tx, person, but);
  if (sessions > 0)
    tx.emit(sessionEnded, {
      organizationId: null,
      subject: { kind: 'person', id: person },
      data: { sessions },
    });
}

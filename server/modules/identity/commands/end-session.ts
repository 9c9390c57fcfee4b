import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { sessionEnded } from '../events.ts';
import { forgetDevices } from '../remembered-devices.ts';
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
  noteEnded(tx, person, 1);
}

/** Signs every other device of a person out. */
export async function endOtherSessions(tx: Tx, person: Id<'person'>, but: Id<'session'>): Promise<void> {
  noteEnded(tx, person, await endSessions(tx, person, but));
}

/** Signs a person out everywhere; every device takes a second step again. */
export async function endAllSessions(tx: Tx, person: Id<'person'>): Promise<void> {
  forgetDevices(tx, person);
  noteEnded(tx, person, await endSessions(tx, person));
}

function noteEnded(tx: Tx, person: Id<'person'>, sessions: number): void {
  if (sessions > 0)
    tx.emit(sessionEnded, {
      organizationId: null,
      subject: { kind: 'person', id: person },
      data: { sessions },
    });
}

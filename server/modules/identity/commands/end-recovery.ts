import { hashToken } from '../../../kernel/crypto.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { recoveryOver } from '../contract.ts';
import { recoveryStopped, recoveryWithdrawn } from '../events.ts';
import { recoveryWasEnded } from '../recovery-messages.ts';

/** Stops a recovery with the link that was mailed to every address of the person. Errors: `recovery_over`. */
export async function stopRecoveryByLink(tx: Tx, token: string): Promise<void> {
  const ended = await end(tx, 'stopped', { stop_hash: hashToken(token) });
  if (!ended) throw new Problem(recoveryOver);
  noteStopped(tx, ended, 'link');
}

/** Stops one's own recovery from a session. Errors: `not_found`. */
export async function stopOwnRecovery(tx: Tx, person: Id<'person'>): Promise<void> {
  const ended = await end(tx, 'stopped', { person_id: person });
  if (!ended) throw new Problem(notFound);
  noteStopped(tx, ended, 'session');
}

/** Staff take a recovery back. Errors: `not_found`. */
export async function withdrawRecovery(tx: Tx, person: Id<'person'>): Promise<void> {
  const ended = await end(tx, 'withdrawn', { person_id: person });
  if (!ended) throw new Problem(notFound);
  tx.emit(recoveryWithdrawn, {
    organizationId: null,
    subject: { kind: 'person', id: ended.person },
    data: { recoveryId: ended.id },
  });
}

interface Ended {
  id: string;
  person: Id<'person'>;
}

/** Ends the recovery that is under way, and tells the person; null when there is none. */
async function end(
  tx: Tx,
  outcome: 'stopped' | 'withdrawn',
  which: { stop_hash: Buffer } | { person_id: string },
): Promise<Ended | null> {
  const row = await tx.db
    .updateTable('identity.recoveries')
    .set({ outcome, ended_at: tx.now })
    .where((eb) => eb.and(which))
    .where('ended_at', 'is', null)
    .returning(['id', 'person_id'])
    .executeTakeFirst();
  if (!row) return null;
  const person = row.person_id as Id<'person'>;
  tx.tell(recoveryWasEnded, { to: { person }, occurrence: row.id, data: {} });
  return { id: row.id, person };
}

function noteStopped(tx: Tx, { id, person }: Ended, by: 'link' | 'session'): void {
  tx.emit(recoveryStopped, {
    organizationId: null,
    subject: { kind: 'person', id: person },
    data: { recoveryId: id, by },
  });
}

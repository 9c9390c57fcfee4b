import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { recoveryCompleted } from '../events.ts';
import { issueProof } from '../proofs.ts';
import { forgetDevices } from '../remembered-devices.ts';
import { readyToComplete } from '../recoveries.ts';
import { recoveryIsDone } from '../recovery-messages.ts';
import { endSessions } from '../sessions.ts';

/**
 * Does a recovery whose delay is over, unless it was stopped, withdrawn or done meanwhile: the second steps go, every session and
 * half a sign-in ends, and the way in is a link to a new password. The old password goes too, since from now on it would be enough.
 */
export async function completeRecovery(tx: Tx, id: string): Promise<void> {
  const row = await tx.db
    .updateTable('identity.recoveries as r')
    .set({ outcome: 'completed', ended_at: tx.now })
    .where('r.id', '=', id)
    .where(readyToComplete(tx.now))
    .returning('r.person_id')
    .executeTakeFirst();
  if (!row) return;
  const person = row.person_id as Id<'person'>;
  for (const table of [
    'identity.authenticators',
    'identity.passkeys',
    'identity.phones',
    'identity.recovery_codes',
    'identity.sent_codes',
    'identity.challenges',
    'identity.attempts',
  ])
    await sql`delete from ${sql.table(table)} where person_id = ${person}`.execute(tx.db);
  await tx.db
    .updateTable('identity.people')
    .set((eb) => ({ mail_codes_since: null, password_hash: null, version: eb('version', '+', 1) }))
    .where('id', '=', person)
    .execute();
  const sessions = await endSessions(tx, person);
  forgetDevices(tx, person);
  tx.emit(recoveryCompleted, {
    organizationId: null,
    subject: { kind: 'person', id: person },
    data: { recoveryId: id, sessions },
  });
  const { token, hours } = await issueProof(tx, person, 'password_reset');
  tx.tell(recoveryIsDone, { to: { person }, occurrence: id, data: { token, hours } });
}

import { hashToken } from '../../../kernel/crypto.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { linkUsedUp } from '../contract.ts';
import { signInDisowned } from '../events.ts';
import { resetPassword } from '../messages.ts';
import { issueProof } from '../proofs.ts';
import { endSessions } from '../sessions.ts';

const linkDays = 7;

/**
 * "This was not me", by the link of the mail: signs every device out and forgets them, shuts the password and mails the link to a new
 * one. What had begun to sign in does not go on. Errors: `link_used_up`.
 */
export async function disownSignIn(tx: Tx, token: string): Promise<void> {
  const disowned = await tx.db
    .updateTable('identity.sign_ins')
    .set({ disowned_at: tx.now })
    .where('disown_hash', '=', hashToken(token))
    .where('disowned_at', 'is', null)
    .where('at', '>', new Date(tx.now.getTime() - linkDays * 86_400_000))
    .returning('person_id')
    .executeTakeFirst();
  if (!disowned) throw new Problem(linkUsedUp);
  const person = disowned.person_id as Id<'person'>;
  await endSessions(tx, person);
  await tx.db
    .updateTable('identity.attempts')
    .set({ ended_at: tx.now })
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .execute();
  await tx.db.deleteFrom('identity.devices').where('person_id', '=', person).execute();
  // Whoever signed in knows it.
  await tx.db.updateTable('identity.people').set({ password_hash: null }).where('id', '=', person).execute();
  tx.emit(signInDisowned, { organizationId: null, subject: { kind: 'person', id: person }, data: {} });
  const { token: reset, hours } = await issueProof(tx, person, 'password_reset');
  tx.tell(resetPassword, { to: { person }, occurrence: tx.newId(), data: { token: reset, hours } });
}

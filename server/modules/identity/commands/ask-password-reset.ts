import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { resetPassword } from '../messages.ts';
import { issueProof } from '../proofs.ts';

/** Mails a link to choose a new password, if the address is known; says nothing either way. */
export async function askPasswordReset(tx: Tx, email: string): Promise<void> {
  const row = await tx.db
    .selectFrom('identity.people')
    .select('id')
    .where('email', '=', email)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return;
  const person = row.id as Id<'person'>;
  const { token, hours } = await issueProof(tx, person, 'password_reset');
  tx.tell(resetPassword, { to: { person }, occurrence: tx.newId(), data: { token, hours } });
}

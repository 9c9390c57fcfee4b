import { hashToken, randomToken } from '../../kernel/crypto.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';

export type ProofPurpose = 'sign_up' | 'password_reset';

const hoursValid: Record<ProofPurpose, number> = { sign_up: 48, password_reset: 1 };

/** Makes a one-time link token for a mailbox and ends the earlier ones of the same purpose. Only its hash is stored. */
export async function issueProof(
  tx: Tx,
  person: Id<'person'>,
  purpose: ProofPurpose,
): Promise<{ token: string; hours: number }> {
  const token = randomToken();
  const hours = hoursValid[purpose];
  await tx.db
    .updateTable('identity.mailbox_proofs')
    .set({ used_at: tx.now })
    .where('person_id', '=', person)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute();
  await tx.db
    .insertInto('identity.mailbox_proofs')
    .values({
      token_hash: hashToken(token),
      person_id: person,
      purpose,
      expires_at: new Date(tx.now.getTime() + hours * 3_600_000),
    })
    .execute();
  return { token, hours };
}

/** Uses up a token; null when it is unknown, used or expired. Two uses at once: the second finds it used. */
export async function useProof(
  tx: Tx,
  token: string,
): Promise<{ person: Id<'person'>; purpose: ProofPurpose } | null> {
  const row = await tx.db
    .updateTable('identity.mailbox_proofs')
    .set({ used_at: tx.now })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .returning(['person_id', 'purpose'])
    .executeTakeFirst();
  return row ? { person: row.person_id as Id<'person'>, purpose: row.purpose as ProofPurpose } : null;
}

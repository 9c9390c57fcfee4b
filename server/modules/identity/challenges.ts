import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';

export type ChallengePurpose = 'register' | 'sign_in' | 'second_step' | 'proof';

const minutesValid = 5;

export async function keepChallenge(
  tx: Tx,
  challenge: string,
  purpose: ChallengePurpose,
  person: Id<'person'> | null,
): Promise<void> {
  await tx.db
    .insertInto('identity.challenges')
    .values({
      challenge,
      purpose,
      person_id: person,
      expires_at: new Date(tx.now.getTime() + minutesValid * 60_000),
    })
    .execute();
}

/** Uses a challenge up, whatever comes of it; false when it is not ours, not for this, of somebody else, used or too old. */
export async function useChallenge(
  tx: Tx,
  challenge: string,
  purpose: ChallengePurpose,
  person: Id<'person'> | null,
): Promise<boolean> {
  const used = await tx.db
    .deleteFrom('identity.challenges')
    .where('challenge', '=', challenge)
    .returning(['purpose', 'person_id', 'expires_at'])
    .executeTakeFirst();
  return (
    used !== undefined && used.purpose === purpose && used.person_id === person && used.expires_at > tx.now
  );
}

/** The challenge that was signed, as the browser says; null when it says nothing readable. */
export function challengeIn(clientDataJSON: string): string | null {
  try {
    const said = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as unknown;
    const { challenge } = said as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : null;
  } catch {
    return null;
  }
}

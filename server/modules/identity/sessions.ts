import { hashToken, randomToken } from '../../kernel/crypto.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { personSignedIn } from './events.ts';

export const sessionDays = 14;

export interface StartedSession {
  token: string;
  expiresAt: Date;
}

/** Opens a session for a person who has just proven who they are. Always a new token: nothing of an earlier one is carried over. */
export async function startSession(
  tx: Tx,
  person: Id<'person'>,
  from: { address: string; userAgent: string },
): Promise<StartedSession> {
  const token = randomToken();
  const id = tx.newId<'session'>();
  const expiresAt = new Date(tx.now.getTime() + sessionDays * 86_400_000);
  await tx.db
    .insertInto('identity.sessions')
    .values({
      token_hash: hashToken(token),
      id,
      person_id: person,
      created_at: tx.now,
      seen_at: tx.now,
      expires_at: expiresAt,
      address: from.address,
      user_agent: from.userAgent.slice(0, 400),
    })
    .execute();
  tx.emit(personSignedIn, {
    organizationId: null,
    subject: { kind: 'person', id: person },
    data: { sessionId: id },
  });
  return { token, expiresAt };
}

/** Ends the sessions of a person, all of them or all but one; returns how many. */
export async function endSessions(tx: Tx, person: Id<'person'>, but?: Id<'session'>): Promise<number> {
  const ended = await tx.db
    .updateTable('identity.sessions')
    .set({ ended_at: tx.now })
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .$if(but !== undefined, (query) => query.where('id', '!=', but!))
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

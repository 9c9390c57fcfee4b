import { sql } from 'kysely';
import type { Method } from '../../kernel/auth/methods.ts';
import { hashToken, randomToken } from '../../kernel/crypto.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { longest } from './domain/session-life.ts';
import { personSignedIn } from './events.ts';

export interface StartedSession {
  token: string;
  /** Of row and cookie; what is asked of its person may end it before. */
  expiresAt: Date;
}

/** The sign-in at a provider that a session came by, and when the provider has to be asked again. */
export interface CameBy {
  id: string;
  until: Date;
}

/** Where somebody is: for the list of devices. */
export interface Place {
  address: string;
  userAgent: string;
  country: string | null;
  /** The token by which its device is known, if it sent one. */
  device: string | null;
}

/**
 * Opens a session for a person who has just proven who they are by `methods`. Always a new token: nothing of an earlier one is
 * carried over. Ways to sign in do not call this but `completeSignIn`, which asks for the second step.
 */
export async function startSession(
  tx: Tx,
  person: Id<'person'>,
  from: Place,
  methods: readonly Method[],
  cameBy: CameBy | null = null,
): Promise<StartedSession> {
  const token = randomToken();
  const id = tx.newId<'session'>();
  const end = tx.now.getTime() + longest.hours * 3_600_000;
  const expiresAt = new Date(Math.min(end, cameBy?.until.getTime() ?? end));
  await tx.db
    .insertInto('identity.sessions')
    .values({
      token_hash: hashToken(token),
      id,
      person_id: person,
      methods: [...methods],
      created_at: tx.now,
      seen_at: tx.now,
      proved_at: tx.now,
      expires_at: expiresAt,
      address: from.address,
      country: from.country,
      user_agent: from.userAgent.slice(0, 400),
      came_by: cameBy?.id ?? null,
    })
    .execute();
  tx.emit(personSignedIn, {
    organizationId: null,
    subject: { kind: 'person', id: person },
    data: { sessionId: id, methods: [...methods] },
  });
  return { token, expiresAt };
}

/** Notes what a session has just proven and gives it a new token: who has the old one has nothing any more. */
export async function renewSession(tx: Tx, session: Id<'session'>, proven: Method): Promise<StartedSession> {
  const token = randomToken();
  const { expires_at } = await tx.db
    .updateTable('identity.sessions')
    .set({
      token_hash: hashToken(token),
      proved_at: tx.now,
      methods: sql<string[]>`array_append(array_remove(methods, ${proven}), ${proven})`,
    })
    .where('id', '=', session)
    .where('ended_at', 'is', null)
    .returning('expires_at')
    .executeTakeFirstOrThrow();
  return { token, expiresAt: expires_at };
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

/** Ends the sessions that came by these sign-ins at a provider; returns how many. */
export async function endSessionsThatCameBy(tx: Tx, signIns: readonly string[]): Promise<number> {
  if (signIns.length === 0) return 0;
  const ended = await tx.db
    .updateTable('identity.sessions')
    .set({ ended_at: tx.now })
    .where('came_by', 'in', signIns)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  await tx.db
    .updateTable('identity.attempts')
    .set({ ended_at: tx.now })
    .where('came_by', 'in', signIns)
    .where('ended_at', 'is', null)
    .execute();
  return Number(ended.numUpdatedRows);
}

import { sql } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { provenAgain } from '../../identity/index.ts';
import { findOpenProvider } from '../connections.ts';
import type { Provider } from '../connections.ts';
import { noSso } from '../contract.ts';
import type { Failure } from '../domain/failures.ts';
import type { Said } from '../domain/said.ts';
import { beginAt } from './begin-sign-in.ts';

/** How far the clock of a provider may be behind ours, in milliseconds. */
const skew = 120_000;

/** Begins to ask the provider that a session came by whether it is still the same person. Errors: `no_sso`, `provider_silent`. */
export async function beginProof(ctx: Ctx, session: Session): Promise<{ url: string; token: string }> {
  const system = ctx.within(everything);
  const signIn = await system.read((db) => findSignIn(db, session.id));
  const provider = signIn && (await system.read((db) => findOpenProvider(db, signIn.connection)));
  if (!provider) throw new Problem(noSso);
  return beginAt(system, provider, session.person.email, session.id);
}

/**
 * Renews the proof of a session by what its provider said: of the same person, and asked since `begunAt`; says why not otherwise. What the
 * provider remembered of them shows nothing.
 */
export async function renewByProvider(
  system: Ctx,
  provider: Provider,
  said: Said,
  { session, begunAt }: { session: Id<'session'>; begunAt: Date },
): Promise<{ token: string; expiresAt: Date } | Failure> {
  if (!said.askedAt || said.askedAt.getTime() < begunAt.getTime() - skew) return 'not_asked_anew';
  return system.transact(async (tx) => {
    const signIn = await findSignIn(tx.db, session);
    const isSame =
      signIn !== null &&
      signIn.connection === provider.id &&
      signIn.subject === said.subject &&
      provider.issuer === said.issuer;
    if (!isSame) return 'another_person' as const;
    return provenAgain(tx, { session, person: signIn.person, by: 'single_sign_on' });
  });
}

/** The sign-in at a provider that a session came by, while the session lasts. */
async function findSignIn(
  db: Db,
  session: Id<'session'>,
): Promise<{ connection: Id<'connection'>; subject: string; person: Id<'person'> } | null> {
  const { rows } = await sql<{ connection: Id<'connection'>; subject: string; person: Id<'person'> }>`
    select i.connection_id as connection, i.subject, i.person_id as person
    from identity.sessions s join sso.sign_ins i on i.id = s.came_by
    where s.id = ${session} and s.ended_at is null`.execute(db);
  return rows[0] ?? null;
}

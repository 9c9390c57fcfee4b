import type { Session } from '../../../kernel/auth/actor.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { hashToken } from '../../../kernel/crypto.ts';
import { everything } from '../../../kernel/db/scope.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { completeSignIn } from '../../identity/index.ts';
import { findOpenProvider } from '../connections.ts';
import type { Provider } from '../connections.ts';
import { ssoFailed, ssoOver } from '../contract.ts';
import type { Failure } from '../domain/failures.ts';
import type { Said } from '../domain/said.ts';
import { signInFailed } from '../events.ts';
import { failed } from '../failed.ts';
import type { OidcSecrets } from '../oidc/begin.ts';
import { finishOidc } from '../oidc/finish.ts';
import type { SamlSecrets } from '../saml/begin.ts';
import { finishSaml } from '../saml/finish.ts';
import { admit } from './admit.ts';
import { minutes, sealedSecrets } from './begin-sign-in.ts';
import { sealedAnswer } from './keep-answer.ts';
import { renewByProvider } from './prove-again.ts';

/** A session whose proof was renewed, with its new token. */
export interface Proven {
  proven: { token: string; expiresAt: Date };
}
type SignIn = Awaited<ReturnType<typeof completeSignIn>>;
type Place = Parameters<typeof completeSignIn>[3];

/**
 * Takes what a provider sent the browser back with. It counts once, for the sign-in that this browser began, at this connection, and
 * only while that is open. Opens a session, or renews the proof of the one that asked for it. Errors: `sso_over`, `sso_failed`, `provider_silent`.
 */
export async function finishSignIn(
  ctx: Ctx,
  { token, connection, query }: { token: string | null; connection: Id<'connection'>; query: string },
  from: Place & { session: Session | null },
): Promise<SignIn | Proven> {
  const system = ctx.within(everything);
  const state = new URLSearchParams(query).get('state');
  const attempt = state && token ? await takeAttempt(system, { token, connection, state }) : null;
  const provider = attempt && (await system.read((db) => findOpenProvider(db, connection)));
  if (!state || !attempt || !provider) throw new Problem(ssoOver);
  // Whoever is signed in meanwhile as somebody else, or anew, begins again.
  if (attempt.session !== null && attempt.session !== from.session?.id) throw new Problem(ssoOver);
  const said = await listen(system, provider, { ...attempt, query, state }).catch(async (error: unknown) => {
    if (error instanceof Problem && error.kind === ssoFailed)
      await noteFailure(system, provider, error.facts.why as Failure);
    throw error;
  });
  if (attempt.session === null) return letIn(system, provider, said, from);
  const outcome = await renewByProvider(system, provider, said, {
    session: attempt.session,
    begunAt: attempt.begunAt,
  });
  if (typeof outcome === 'string') throw failed(outcome);
  return { proven: outcome };
}

/** What was begun one way is not finished the other, whatever the connection has become meanwhile. */
async function listen(
  system: Ctx,
  provider: Provider,
  { secrets, answer, query, state }: Attempt & { query: string; state: string },
): Promise<Said> {
  if (provider.kind === 'oidc' && 'nonce' in secrets)
    return finishOidc(system, provider, { query, state, secrets });
  if (provider.kind === 'saml' && 'request' in secrets && answer !== null)
    return finishSaml(system, provider, { answer, secrets });
  throw new Problem(ssoOver);
}

/** Opens the session of whom the provider means, or says why not. Errors: `sso_failed`. */
export async function letIn(system: Ctx, provider: Provider, said: Said, from: Place): Promise<SignIn> {
  const outcome = await system.transact(async (tx): Promise<SignIn | Failure> => {
    const admitted = await admit(tx, provider, said);
    if (typeof admitted === 'string') return admitted;
    if (!provider.workedAt)
      await tx.db
        .updateTable('sso.connections')
        .set({ worked_at: tx.now })
        .where('organization_id', '=', provider.organization)
        .where('version', '=', provider.version)
        .execute();
    return completeSignIn(tx, admitted.person, admitted.proven, from, { cameBy: admitted.cameBy });
  });
  if (typeof outcome !== 'string') return outcome;
  await noteFailure(system, provider, outcome);
  throw failed(outcome);
}

interface Attempt {
  /** Whose proof is renewed; null for a sign-in. */
  session: Id<'session'> | null;
  begunAt: Date;
  secrets: OidcSecrets | SamlSecrets;
  /** What a provider by SAML made the browser post before. */
  answer: string | null;
}

/** Uses an attempt up, whatever comes of it; null when it is not of this browser, this connection and this state, or too old. */
async function takeAttempt(
  system: Ctx,
  { token, connection, state }: { token: string; connection: string; state: string },
): Promise<Attempt | null> {
  return system.transact(async (tx) => {
    const row = await tx.db
      .deleteFrom('sso.attempts')
      .where('token_hash', '=', hashToken(token))
      .returning([
        'connection_id',
        'state_hash',
        'secrets_sealed',
        'answer_sealed',
        'expires_at',
        'session_id',
      ])
      .executeTakeFirst();
    const holds =
      row !== undefined &&
      row.connection_id === connection &&
      row.state_hash.equals(hashToken(state)) &&
      row.expires_at > tx.now;
    if (!holds) return null;
    const { secrets_sealed: secrets, answer_sealed: answer } = row;
    return {
      session: row.session_id as Attempt['session'],
      begunAt: new Date(row.expires_at.getTime() - minutes * 60_000),
      secrets: JSON.parse(tx.vault.open(sealedSecrets(connection, state), secrets)) as Attempt['secrets'],
      answer: answer && tx.vault.open(sealedAnswer(connection, state), answer),
    };
  });
}

/** For whoever runs the connection: what went wrong last. */
async function noteFailure(system: Ctx, { organization, id }: Provider, why: Failure): Promise<void> {
  await system.transact(async (tx) => {
    await tx.db
      .updateTable('sso.connections')
      .set({ failed_at: tx.now, failed_why: why })
      .where('organization_id', '=', organization)
      .where('id', '=', id)
      .execute();
    tx.emit(signInFailed, {
      organizationId: organization,
      subject: { kind: 'connection', id },
      data: { connectionId: id, why },
    });
  });
}

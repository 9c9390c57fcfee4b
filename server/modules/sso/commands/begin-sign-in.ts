import type { Ctx } from '../../../kernel/context.ts';
import { hashToken, randomToken } from '../../../kernel/crypto.ts';
import { everything } from '../../../kernel/db/scope.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { domainOf } from '../../organizations/index.ts';
import { findProviderOfDomain } from '../connections.ts';
import type { Provider } from '../connections.ts';
import { noSso } from '../contract.ts';
import { beginOidc } from '../oidc/begin.ts';
import { beginSaml } from '../saml/begin.ts';

export const minutes = 15;
export const sealedSecrets = (connection: string, state: string) =>
  `sso.attempts:${connection}:${hashToken(state).toString('hex')}`;

/**
 * Begins a sign-in at the provider of an address's domain. The token is for this browser alone: what comes back counts only where it is.
 * Errors: `no_sso`, `provider_silent`.
 */
export async function beginSignIn(ctx: Ctx, email: string): Promise<{ url: string; token: string }> {
  const system = ctx.within(everything);
  const provider = await system.read((db) => findProviderOfDomain(db, domainOf(email)));
  if (!provider) throw new Problem(noSso);
  return beginAt(system, provider, email, null);
}

/**
 * Begins to ask a provider who somebody is: to sign in, or (`session`) whether whoever is signed in is still there, for which the provider
 * has to ask them anew. Errors: `provider_silent`.
 */
export async function beginAt(
  system: Ctx,
  provider: Provider,
  email: string,
  session: Id<'session'> | null,
): Promise<{ url: string; token: string }> {
  const token = randomToken();
  const state = randomToken();
  const anew = session !== null;
  const { url, secrets } =
    provider.kind === 'oidc'
      ? await beginOidc(system, provider, { state, email, anew })
      : await beginSaml(system, provider, { state, anew });
  await system.transact((tx) =>
    tx.db
      .insertInto('sso.attempts')
      .values({
        organization_id: provider.organization,
        token_hash: hashToken(token),
        connection_id: provider.id,
        state_hash: hashToken(state),
        secrets_sealed: tx.vault.seal(sealedSecrets(provider.id, state), JSON.stringify(secrets)),
        expires_at: new Date(tx.now.getTime() + minutes * 60_000),
        session_id: session,
      })
      .execute(),
  );
  return { url, token };
}

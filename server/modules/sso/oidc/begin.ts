import type { Ctx } from '../../../kernel/context.ts';
import { randomToken } from '../../../kernel/crypto.ts';
import { returnPath } from '../connections.ts';
import type { Provider } from '../connections.ts';
import { openidClient } from '../libraries.ts';
import { discover } from './configuration.ts';

/** What is kept of a sign-in under way until its answer comes. */
export interface OidcSecrets {
  nonce: string;
  verifier: string;
}

/**
 * Where the browser goes, with a state, a nonce and a proof key that hold for this sign-in alone. `anew`: the provider is to ask the person,
 * whoever is signed in there. Errors: `provider_silent`.
 */
export async function beginOidc(
  ctx: Ctx,
  provider: Provider,
  { state, email, anew }: { state: string; email: string; anew: boolean },
): Promise<{ url: string; secrets: OidcSecrets }> {
  const oidc = await openidClient();
  const configuration = await discover(ctx, provider);
  const secrets = { nonce: randomToken(), verifier: oidc.randomPKCECodeVerifier() };
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: new URL(returnPath(provider.id), ctx.publicUrl).href,
    scope: 'openid email profile',
    state,
    nonce: secrets.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
    login_hint: email,
    // With an age the ID token has to say when they were asked.
    ...(anew ? { prompt: 'login', max_age: '0' } : {}),
  });
  return { url: url.href, secrets };
}

import type { Ctx } from '../../../kernel/context.ts';
import { randomToken } from '../../../kernel/crypto.ts';
import type { Provider } from '../connections.ts';
import { samlOf } from './library.ts';

/** What is kept of a sign-in under way until its answer comes: the id of the request, which the answer has to name. */
export interface SamlSecrets {
  request: string;
}

/**
 * Where the browser goes, with a request that holds for this sign-in alone. The state goes along as RelayState.
 * `anew`: the provider is to ask the person, whoever is signed in there.
 */
export async function beginSaml(
  ctx: Ctx,
  provider: Provider,
  { state, anew }: { state: string; anew: boolean },
): Promise<{ url: string; secrets: SamlSecrets }> {
  // A name in XML does not begin with a digit or a dash.
  const request = `_${randomToken()}`;
  const saml = await samlOf(ctx.publicUrl, provider, { generateUniqueId: () => request, forceAuthn: anew });
  return { url: await saml.getAuthorizeUrlAsync(state, undefined, {}), secrets: { request } };
}

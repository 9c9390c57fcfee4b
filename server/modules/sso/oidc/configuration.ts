import type { Configuration } from 'openid-client';
import type { Ctx } from '../../../kernel/context.ts';
import { Problem, assert } from '../../../kernel/values/errors.ts';
import { sealedSecret } from '../connections.ts';
import type { Provider } from '../connections.ts';
import { providerSilent } from '../contract.ts';
import { openidClient } from '../libraries.ts';

const timeoutSeconds = 10;

/**
 * What the provider says about itself, read anew: a sign-in is rare, and keys and addresses change. Everything goes out by the port that
 * refuses inner networks, redirects and endless answers. Signatures of ID tokens are always checked, although they come over TLS.
 * Errors: `provider_silent`.
 */
export async function discover(ctx: Ctx, provider: Provider): Promise<Configuration> {
  assert(provider.clientId && provider.secretSealed, 'a connection by OIDC has a client and a secret');
  const oidc = await openidClient();
  const secret = ctx.vault.open(sealedSecret(provider.id), provider.secretSealed);
  try {
    const configuration = await oidc.discovery(
      new URL(provider.issuer),
      provider.clientId,
      undefined,
      oidc.ClientSecretBasic(secret),
      {
        timeout: timeoutSeconds,
        [oidc.customFetch]: (url, options) =>
          ctx.ports.outgoing(url, { ...options, redirect: 'error' } as RequestInit),
        // What may be asked without TLS the port decides: networks of the operator.
        execute: [
          oidc.enableNonRepudiationChecks,
          ...(isPlain(provider.issuer) ? [oidc.allowInsecureRequests] : []),
        ],
      },
    );
    // The library compares addresses; an issuer is a name, letter by letter.
    if (configuration.serverMetadata().issuer !== provider.issuer)
      throw new Error(`the provider calls itself ${configuration.serverMetadata().issuer}`);
    return configuration;
  } catch (error) {
    throw new Problem(providerSilent, { facts: { said: reasonOf(error) } });
  }
}

export const isPlain = (url: string): boolean => new URL(url).protocol === 'http:';

/** The innermost reason, in a line that is fit for whoever runs the provider. */
export function reasonOf(error: unknown): string {
  let innermost = error as Error;
  while (innermost.cause instanceof Error) innermost = innermost.cause;
  return innermost.message.slice(0, 300);
}

import type { IDToken } from 'openid-client';
import type { Ctx } from '../../../kernel/context.ts';
import { returnPath } from '../connections.ts';
import type { Provider } from '../connections.ts';
import type { Failure } from '../domain/failures.ts';
import { groupsIn } from '../domain/said.ts';
import type { Said } from '../domain/said.ts';
import { failed } from '../failed.ts';
import { openidClient } from '../libraries.ts';
import type { OidcSecrets } from './begin.ts';
import { discover } from './configuration.ts';

const google = 'https://accounts.google.com';

/**
 * Exchanges the code of an answer and checks everything about it: state, issuer of the answer, proof key, and of the ID token the
 * signature, issuer, audience, times and nonce. Errors: `sso_failed`, `provider_silent`.
 */
export async function finishOidc(
  ctx: Ctx,
  provider: Provider,
  { query, state, secrets }: { query: string; state: string; secrets: OidcSecrets },
): Promise<Said> {
  const oidc = await openidClient();
  const configuration = await discover(ctx, provider);
  const answer = new URL(returnPath(provider.id), ctx.publicUrl);
  answer.search = query;
  const tokens = await oidc
    .authorizationCodeGrant(configuration, answer, {
      expectedState: state,
      expectedNonce: secrets.nonce,
      pkceCodeVerifier: secrets.verifier,
      idTokenExpected: true,
    })
    .catch((error: unknown) => {
      ctx.log.warn({ connection: provider.id, why: codeOf(error) }, 'single sign-on was refused');
      throw failed(failureOf(oidc, error));
    });
  const claims = tokens.claims()!;
  const email = textOf(claims.email)?.trim().toLowerCase() ?? null;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email,
    emailVerified: isGoogleElsewhere(claims, email)
      ? false
      : typeof claims.email_verified === 'boolean'
        ? claims.email_verified
        : null,
    name: textOf(claims.name),
    groups: provider.groupsClaim ? groupsIn(claims[provider.groupsClaim]) : [],
    strength: [...groupsIn(claims.acr), ...groupsIn(claims.amr)],
    askedAt: typeof claims.auth_time === 'number' ? new Date(claims.auth_time * 1000) : null,
    providerSession: textOf(claims.sid),
    sessionEnds: null,
  };
}

/** A private Google account may carry an address of any domain; `hd` names the organization whose account it is. */
const isGoogleElsewhere = (claims: IDToken, email: string | null) =>
  claims.iss === google && claims.hd !== email?.split('@').at(-1);

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function failureOf(oidc: Awaited<ReturnType<typeof openidClient>>, error: unknown): Failure {
  if (error instanceof oidc.AuthorizationResponseError) return 'denied';
  return error instanceof oidc.ResponseBodyError ? 'provider' : 'answer';
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? (error as Error).name;

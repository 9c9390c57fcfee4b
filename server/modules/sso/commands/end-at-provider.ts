import type { JWTPayload } from 'jose';
import type { Ctx } from '../../../kernel/context.ts';
import { hashToken } from '../../../kernel/crypto.ts';
import { everything } from '../../../kernel/db/scope.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { endSessionsThatCameBy } from '../../identity/index.ts';
import { findOpenProvider } from '../connections.ts';
import type { Provider } from '../connections.ts';
import { wrongToken } from '../contract.ts';
import { providerEndedSessions } from '../events.ts';
import { jose } from '../libraries.ts';
import { discover } from '../oidc/configuration.ts';

const member = 'http://schemas.openid.net/event/backchannel-logout';
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
/** A logout token is for now. */
const oldestSeconds = 300;

/**
 * Ends sessions as the provider says (OIDC back-channel logout). A token counts once, and only when it is typed as one, signed by the
 * provider for us, fresh, about the event and without a nonce, so that no other token of the provider passes for it.
 * Errors: `wrong_token`, `provider_silent`.
 */
export async function endAtProvider(ctx: Ctx, connection: Id<'connection'>, raw: Buffer): Promise<void> {
  const system = ctx.within(everything);
  const token = new URLSearchParams(raw.toString('utf8')).get('logout_token') ?? '';
  const provider = await system.read((db) => findOpenProvider(db, connection));
  if (provider?.kind !== 'oidc' || !(await seemsOf(provider, token))) throw new Problem(wrongToken);
  const { jwks_uri } = (await discover(ctx, provider)).serverMetadata();
  if (!jwks_uri) throw new Problem(wrongToken);
  const { createRemoteJWKSet, customFetch, jwtVerify } = await jose();
  const keys = createRemoteJWKSet(new URL(jwks_uri), {
    [customFetch]: (url: string, options: RequestInit) =>
      ctx.ports.outgoing(url, { ...options, redirect: 'error' }),
  });
  const claims = await jwtVerify(token, keys, {
    issuer: provider.issuer,
    audience: provider.clientId!,
    typ: 'logout+jwt',
    algorithms,
    maxTokenAge: oldestSeconds,
    clockTolerance: 30,
    requiredClaims: ['iat', 'exp', 'jti', 'events'],
  }).then(
    ({ payload }) => payload,
    () => null,
  );
  if (!claims || !isLogout(claims)) throw new Problem(wrongToken);
  await system.transact(async (tx) => {
    const used = await tx.db
      .insertInto('sso.used_tokens')
      .values({
        organization_id: provider.organization,
        connection_id: provider.id,
        token_hash: hashToken(claims.jti!),
        expires_at: new Date(tx.now.getTime() + 2 * oldestSeconds * 1000),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (used.numInsertedOrUpdatedRows === 0n) throw new Problem(wrongToken);
    const { sid, sub } = claims as { sid?: string; sub?: string };
    const signIns = await tx.db
      .selectFrom('sso.sign_ins')
      .select('id')
      .where('connection_id', '=', provider.id)
      .$if(sub !== undefined, (query) => query.where('subject', '=', sub!))
      .$if(sid !== undefined, (query) => query.where('provider_session', '=', sid!))
      .execute();
    const sessions = await endSessionsThatCameBy(
      tx,
      signIns.map(({ id }) => id),
    );
    tx.emit(providerEndedSessions, {
      organizationId: provider.organization,
      subject: { kind: 'connection', id: provider.id },
      data: { connectionId: provider.id, sessions },
    });
  });
}

/** A first look, so that nobody makes us ask the provider with a token that is not even meant to be its. */
async function seemsOf(provider: Provider, token: string): Promise<boolean> {
  const { decodeJwt } = await jose();
  try {
    return decodeJwt(token).iss === provider.issuer;
  } catch {
    return false;
  }
}

function isLogout({ events, nonce, sub, sid }: JWTPayload): boolean {
  const named = (value: unknown) => value === undefined || typeof value === 'string';
  const about =
    typeof events === 'object' && events !== null ? (events as Record<string, unknown>)[member] : null;
  return (
    typeof about === 'object' &&
    about !== null &&
    nonce === undefined &&
    named(sub) &&
    named(sid) &&
    (sub !== undefined || sid !== undefined)
  );
}

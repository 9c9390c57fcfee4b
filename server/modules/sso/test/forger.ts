import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { clientId } from './provider.ts';

/** A provider that says whatever a test wants, signed with its own key, with another's or not at all. */
export async function startForger() {
  const own = await generateKeyPair('RS256');
  const anothers = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' };
  let idToken = '';
  let metadata: Record<string, unknown> = {};
  let reply:
    | ((path: string) => { status: number; body: string; headers?: Record<string, string> } | null)
    | null = null;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const odd = reply?.(path);
    if (odd)
      return void response
        .writeHead(odd.status, odd.headers ?? { 'content-type': 'application/json' })
        .end(odd.body);
    const said: Record<string, unknown> = {
      '/.well-known/openid-configuration': {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        ...metadata,
      },
      '/keys': { keys: [jwk] },
      '/token': { access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: idToken },
    };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(said[path] ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;

  /** Claims that would be right for a sign-in with this nonce, changed as told; `undefined` leaves one out. */
  async function sign(
    claims: Record<string, unknown>,
    { key = own.privateKey, typ = 'JWT', kid = 'own' } = {},
  ): Promise<string> {
    const now = Math.floor(performance.timeOrigin / 1000 + performance.now() / 1000);
    const all = { iss: issuer, aud: clientId, iat: now, exp: now + 300, ...claims };
    return new SignJWT(JSON.parse(JSON.stringify(all)) as Record<string, unknown>)
      .setProtectedHeader({ alg: 'RS256', typ, kid })
      .sign(key);
  }

  return {
    issuer,
    othersKey: anothers.privateKey,
    sign,
    /** What the token endpoint answers from now on. */
    give: (token: string) => void (idToken = token),
    /** What it says about itself beside or instead of the usual. */
    claim: (more: Record<string, unknown>) => void (metadata = more),
    /** Answers some paths otherwise; null for the usual. */
    answer: (how: typeof reply) => void (reply = how),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

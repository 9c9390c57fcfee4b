import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { Provider } from 'oidc-provider';

export const clientId = 'clientarea';
export const clientSecret = 'a secret of forty characters, more or less';

/** Somebody the provider knows. */
export interface Account {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
  groups?: string[];
}

export interface TestProvider {
  issuer: string;
  accounts: Map<string, Account>;
  /** Where it may send browsers back to. */
  allow(redirectUri: string): void;
  /** Signs somebody in as their browser would, and returns the address it is sent back to. */
  signIn(url: string, account: string): Promise<URL>;
  close(): Promise<void>;
}

/** A real OpenID provider on this machine: its page asks only who one is. */
export async function startProvider(): Promise<TestProvider> {
  const accounts = new Map<string, Account>();
  const redirects: string[] = [];
  let handle: ReturnType<Provider['callback']> | null = null;
  let provider: Provider;
  const server = createServer((request, response) => {
    const uid = /^\/interaction\/([\w-]+)$/.exec(request.url ?? '');
    if (!uid) return void handle!(request, response);
    if (request.method === 'GET')
      return void response
        .setHeader('content-type', 'text/html')
        .end(
          `<!doctype html><title>Acme</title><h1>Acme</h1><form method="post"><label>Account <input name="account"></label><button>Continue</button></form>`,
        );
    bodyOf(request)
      .then((body) =>
        provider.interactionFinished(request, response, {
          login: { accountId: new URLSearchParams(body).get('account')! },
        }),
      )
      .catch((error: Error) => response.writeHead(500).end(error.message));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;

  function make() {
    provider = new Provider(issuer, {
      clients: [
        {
          client_id: clientId,
          client_secret: clientSecret,
          redirect_uris: redirects.length > 0 ? redirects : ['http://localhost/none'],
        },
      ],
      pkce: { required: () => true },
      claims: {
        openid: ['sub', 'sid', 'acr', 'amr'],
        email: ['email', 'email_verified'],
        profile: ['name', 'groups'],
      },
      conformIdTokenClaims: false,
      interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
      features: { devInteractions: { enabled: false } },
      cookies: { keys: ['test'] },
      findAccount: (_ctx, sub) => {
        const account = [...accounts.values()].find((one) => one.sub === sub);
        return account && { accountId: sub, claims: async () => ({ ...account }) };
      },
      async loadExistingGrant(ctx) {
        const grant = new ctx.oidc.provider.Grant({
          clientId: ctx.oidc.client!.clientId,
          accountId: ctx.oidc.session!.accountId!,
        });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    });
    handle = provider.callback();
  }
  make();

  return {
    issuer,
    accounts,
    allow(redirectUri) {
      redirects.push(redirectUri);
      make();
    },
    async signIn(url, account) {
      const jar = new Map<string, string>();
      let at = new URL(url);
      let form: string | null = null;
      for (let hops = 0; hops < 10; hops++) {
        const answer: Response = await fetch(at, {
          redirect: 'manual',
          headers: {
            cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
            ...(form === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
          },
          ...(form === null ? {} : { method: 'POST', body: form }),
        });
        for (const set of answer.headers.getSetCookie()) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
          jar.set(name!, value!);
        }
        const next = answer.headers.get('location');
        const text = await answer.text();
        form = null;
        if (next) {
          at = new URL(next, at);
          if (at.origin !== issuer) return at;
        } else if (text.includes('<form')) form = `account=${accounts.get(account)!.sub}`;
        else throw new Error(`the provider said ${answer.status}: ${text.slice(0, 300)}`);
      }
      throw new Error('the provider goes in circles');
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

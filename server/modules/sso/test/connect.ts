import type { TestApp } from '../../../test/kit/app.ts';
import { anonymous } from '../../../test/kit/client.ts';
import type { TestAnswer, TestClient } from '../../../test/kit/client.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { clientId, clientSecret } from './provider.ts';
import type { TestProvider } from './provider.ts';

/** What a connection by OIDC is saved with, where a test does not care. */
export const usual = (issuer: string) => ({
  kind: 'oidc',
  issuer,
  clientId,
  secret: clientSecret,
  trustsUnsaidMail: false,
  joinsAs: 'member',
  groupsClaim: null,
  groupRoles: [],
  secondStepValues: [],
  sessionHours: 12,
});

/** Connects an organization with a provider and offers single sign-on; returns the id of the connection. */
export async function connect(
  { owner, at }: TestOrganization,
  provider: { issuer: string } & Partial<TestProvider>,
  over: object = {},
): Promise<string> {
  const saved = await owner.put(at('/sso'), { ...usual(provider.issuer), ...over }, { version: 0 });
  if (saved.status !== 200) throw new Error(saved.text);
  provider.allow?.(saved.body.ours.redirectUri);
  const offered = await owner.put(at('/sso/mode'), { mode: 'offered' });
  if (offered.status !== 204) throw new Error(offered.text);
  return saved.body.connection.id;
}

/** A browser on its way to a provider and back. */
export async function begin(app: Pick<TestApp, 'app'>, email: string) {
  const browser = anonymous(app.app);
  const begun = await browser.post('/api/sso/begin', { email });
  if (begun.status !== 200) throw new Error(begun.text);
  const url = new URL(begun.body.url);
  return { browser, url, state: url.searchParams.get('state')!, nonce: url.searchParams.get('nonce')! };
}

export const comeBack = (browser: TestClient, connection: string, query: string): Promise<TestAnswer> =>
  browser.post('/api/sso/return', { connection, query });

/** Signs in at a real provider from the beginning; the answer is that of the return. */
export async function signIn(
  app: Pick<TestApp, 'app'>,
  provider: TestProvider,
  connection: string,
  account: string,
): Promise<{ answer: TestAnswer; browser: TestClient; back: URL }> {
  const { browser, url } = await begin(app, account);
  const back = await provider.signIn(url.href, account);
  return { answer: await comeBack(browser, connection, back.search), browser, back };
}

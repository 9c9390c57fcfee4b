import type { TestApp } from '../../../test/kit/app.ts';
import type { TestAnswer } from '../../../test/kit/client.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { addAndProve } from '../../organizations/test/prove.ts';
import { begin, comeBack } from './connect.ts';
import { assertionOf, readRequest, responseOf, rightly, sign } from './saml-provider.ts';
import type { Saying, SigningKey } from './saml-provider.ts';

export const issuer = 'https://idp.example/saml';
export const mail = 'urn:oid:0.9.2342.19200300.100.1.3';

/** What a connection by SAML is saved with, where a test does not care. */
export const usualSaml = (...keys: SigningKey[]) => ({
  kind: 'saml',
  issuer,
  signInUrl: 'https://idp.example/sso?realm=acme',
  certificates: keys.map(({ certificate }) => certificate),
  mailAttribute: mail,
  nameAttribute: 'displayName',
  trustsUnsaidMail: true,
  joinsAs: 'member',
  groupsClaim: null,
  groupRoles: [],
  secondStepValues: [],
  sessionHours: 12,
});

let count = 0;
/** An organization with a verified domain whose people sign in by SAML. */
export async function buildSaml(app: TestApp, key: SigningKey, over: object = {}) {
  const domain = `saml${++count}.example`;
  const organization: TestOrganization = await buildOrganization(app);
  await addAndProve(app, organization, domain);
  const { owner, at } = organization;
  const saved = await owner.put(at('/sso'), { ...usualSaml(key), ...over }, { version: 0 });
  if (saved.status !== 200) throw new Error(saved.text);
  const offered = await owner.put(at('/sso/mode'), { mode: 'offered' });
  if (offered.status !== 204) throw new Error(offered.text);
  return { ...organization, domain, connection: saved.body.connection.id as string, ours: saved.body.ours };
}

/** A sign-in up to the provider, and what it would rightly say. */
export async function atProvider(app: TestApp, name: string, domain: string) {
  const email = `${name}@${domain}`;
  const { browser, url } = await begin(app, email);
  const request = readRequest(url);
  const right = rightly(request, app.clock.now(), {
    issuer,
    nameId: `id-of-${email}`,
    attributes: { [mail]: email, displayName: 'Budi Santoso' },
  });
  return { browser, url, request, right, state: url.searchParams.get('RelayState')!, email };
}
export type AtProvider = Awaited<ReturnType<typeof atProvider>>;

/** A response whose assertion is signed. */
export const signed = (saying: Saying, key: SigningKey): string =>
  responseOf(saying, sign(assertionOf(saying), 'Assertion', key));

/** Posts a response where the provider's page would, then goes on in the browser. */
export async function answerWith(
  app: TestApp,
  connection: string,
  { browser, state }: Pick<AtProvider, 'browser' | 'state'>,
  xml: string,
): Promise<TestAnswer> {
  const answer = Buffer.from(xml).toString('base64');
  const kept = await app.stranger.post('/api/sso/answer', { connection, state, answer });
  if (kept.status !== 204) return kept;
  return comeBack(browser, connection, `?state=${state}`);
}

/** The whole of it. */
export async function comeBySaml(
  app: TestApp,
  { domain, connection }: { domain: string; connection: string },
  name: string,
  key: SigningKey,
  over: Partial<Saying> = {},
) {
  const there = await atProvider(app, name, domain);
  const answer = await answerWith(app, connection, there, signed({ ...there.right, ...over }, key));
  return { ...there, answer };
}

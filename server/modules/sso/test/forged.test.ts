import { afterAll, expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import { addAndProve } from '../../organizations/test/prove.ts';
import { begin, comeBack, connect, usual } from './connect.ts';
import { startForger } from './forger.ts';
import { clientId } from './provider.ts';

// Everything an attacker, or a provider that is one, could send; against a provider that signs what it is told.

const app = await createTestApp(new Date());
const forger = await startForger();
const another = await startForger();
afterAll(() => Promise.all([forger.close(), another.close()]));

const organization = await buildOrganization(app, { name: 'Acme' });
await addAndProve(app, organization, 'acme.example');
const connection = await connect(organization, forger);
const email = 'eve@acme.example';
const right = (nonce: string) => ({ sub: 'eve', email, email_verified: true, nonce });
const seconds = () => Math.floor(Date.now() / 1000);

async function attempt(
  token: (nonce: string) => Promise<string>,
  query: (state: string) => string = (state) =>
    `?code=zyxwv&state=${state}&iss=${encodeURIComponent(forger.issuer)}`,
) {
  const { browser, state, nonce } = await begin(app, email);
  forger.give(await token(nonce));
  const answer = await comeBack(browser, connection, query(state));
  return { answer, browser };
}
const sessions = async () =>
  Number((await app.app.pool.query('select count(*) from identity.sessions')).rows[0].count);

test('what is right lets in: without it no refusal below would say anything', async () => {
  const { answer, browser } = await attempt((nonce) => forger.sign(right(nonce)));
  expect(answer.status, answer.text).toBe(204);
  expect((await browser.get('/api/session')).body.person.email).toBe(email);
});

const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const unsigned = (nonce: string) =>
  `${b64({ alg: 'none' })}.${b64({ iss: forger.issuer, aud: clientId, iat: seconds(), exp: seconds() + 60, ...right(nonce) })}.`;

const tokens: [string, (nonce: string) => Promise<string>][] = [
  ['another nonce', (nonce) => forger.sign({ ...right(nonce), nonce: 'another' })],
  ['no nonce', (nonce) => forger.sign({ ...right(nonce), nonce: undefined })],
  ['another issuer', (nonce) => forger.sign({ ...right(nonce), iss: another.issuer })],
  [
    'another issuer, of our organization’s neighbor in spelling',
    (nonce) => forger.sign({ ...right(nonce), iss: `${forger.issuer}/` }),
  ],
  ['another audience', (nonce) => forger.sign({ ...right(nonce), aud: 'somebody-else' })],
  [
    'an audience beside us without saying for whom',
    (nonce) => forger.sign({ ...right(nonce), aud: [clientId, 'b'] }),
  ],
  [
    'an authorized party that is not us',
    (nonce) => forger.sign({ ...right(nonce), aud: [clientId, 'b'], azp: 'b' }),
  ],
  ['expired', (nonce) => forger.sign({ ...right(nonce), iat: seconds() - 700, exp: seconds() - 600 })],
  ['no end', (nonce) => forger.sign({ ...right(nonce), exp: undefined })],
  ['no subject', (nonce) => forger.sign({ ...right(nonce), sub: undefined })],
  ['signed with another key', (nonce) => forger.sign(right(nonce), { key: forger.othersKey })],
  ['signed by another provider', (nonce) => another.sign({ ...right(nonce), iss: forger.issuer })],
  ['no signature', async (nonce) => unsigned(nonce)],
  [
    'a signature over something else',
    async (nonce) => {
      const [head, , signature] = (await forger.sign(right(nonce))).split('.');
      return `${head}.${b64({ iss: forger.issuer, aud: clientId, iat: seconds(), exp: seconds() + 60, ...right(nonce), sub: 'boss' })}.${signature}`;
    },
  ],
  ['no ID token at all', async () => ''],
];

test.each(tokens)('an ID token with %s lets nobody in', async (_what, token) => {
  const before = await sessions();
  const { answer, browser } = await attempt(token);
  expect(answer.body).toMatchObject({ code: 'sso_failed' });
  expect(answer.text).not.toMatch(/eyJ|zyxwv/);
  expect(browser.cookie).not.toMatch(/clientarea=/);
  expect(await sessions()).toBe(before);
});

const iss = () => `iss=${encodeURIComponent(forger.issuer)}`;
const queries: [string, string, (state: string) => string][] = [
  ['without a state', 'sso_over', () => `?code=zyxwv&${iss()}`],
  ['with another state', 'sso_over', () => `?code=zyxwv&state=another&${iss()}`],
  ['with two states', 'sso_failed', (state) => `?code=zyxwv&state=${state}&state=another&${iss()}`],
  [
    'from another provider (mix-up)',
    'sso_failed',
    (state) => `?code=zyxwv&state=${state}&iss=${encodeURIComponent(another.issuer)}`,
  ],
  ['with an error', 'sso_failed', (state) => `?error=access_denied&state=${state}&${iss()}`],
  ['without a code', 'sso_failed', (state) => `?state=${state}&${iss()}`],
  ['with a token in front', 'sso_failed', (state) => `?code=zyxwv&response=x.y.z&state=${state}&${iss()}`],
];
test.each(queries)('an answer %s lets nobody in', async (_what, code, query) => {
  const { answer } = await attempt((nonce) => forger.sign(right(nonce)), query);
  expect(answer.body.code).toBe(code);
});

test('a provider that promises to name itself in each answer is held to it', async () => {
  forger.claim({ authorization_response_iss_parameter_supported: true });
  const without = (state: string) => `?code=zyxwv&state=${state}`;
  const { answer } = await attempt((nonce) => forger.sign(right(nonce)), without);
  forger.claim({});
  expect(answer.body).toMatchObject({ code: 'sso_failed', facts: { why: 'answer' } });
  // Where it does not promise, the address to which it answers is its own.
  expect((await attempt((nonce) => forger.sign(right(nonce)), without)).answer.status).toBe(204);
});

test('metadata that claims to be another issuer’s is not taken', async () => {
  const begun = async () => (await app.stranger.post('/api/sso/begin', { email })).body.code;
  for (const issuer of [another.issuer, `${forger.issuer}/`, undefined]) {
    forger.claim({ issuer });
    expect(await begun()).toBe('provider_silent');
  }
  forger.claim({});
});

test('the same subject at another organization’s provider is another person', async () => {
  const neighbor = await buildOrganization(app);
  await addAndProve(app, neighbor, 'neighbor.example');
  const theirs = await connect(neighbor, another);
  const { browser, nonce, state } = await begin(app, 'x@neighbor.example');
  another.give(await another.sign({ sub: 'eve', email: 'x@neighbor.example', email_verified: true, nonce }));
  expect((await comeBack(browser, theirs, `?code=a&state=${state}`)).status).toBe(204);
  expect((await browser.get('/api/session')).body.person.email).toBe('x@neighbor.example');

  // And a provider that names the address of a neighbor's person gets nobody's account.
  const { answer } = await attempt((n) =>
    forger.sign({ ...right(n), sub: 'mallory', email: 'x@neighbor.example' }),
  );
  expect(answer.body.facts.why).toBe('foreign_domain');
});

test('a provider that is switched off, or whose domain was taken back, lets nobody in any more', async () => {
  const shut = await buildOrganization(app);
  const { id } = await addAndProve(app, shut, 'shut.example');
  const theirs = await connect(shut, another);
  const address = 'a@shut.example';
  const come = async (whenUnderWay: () => Promise<unknown>) => {
    const { browser, nonce, state } = await begin(app, address);
    another.give(await another.sign({ sub: 'a', email: address, email_verified: true, nonce }));
    await whenUnderWay();
    return comeBack(browser, theirs, `?code=a&state=${state}`);
  };
  expect((await come(() => shut.owner.put(shut.at('/sso/mode'), { mode: 'off' }))).body.code).toBe(
    'sso_over',
  );
  await shut.owner.put(shut.at('/sso/mode'), { mode: 'offered' });
  expect((await come(() => shut.owner.post(shut.at(`/domains/${id}/remove`)))).body.facts.why).toBe(
    'foreign_domain',
  );
  expect((await app.stranger.post('/api/sso/begin', { email: address })).body.code).toBe('no_sso');
});

test('requests go to no inner network, follow no redirect and end', async () => {
  const { owner, at } = await buildOrganization(app);
  let version = 0;
  const check = async (issuer: string) => {
    const saved = await owner.put(at('/sso'), usual(issuer), { version });
    expect(saved.status, saved.text).toBe(200);
    ({ version } = saved.body);
    return (await owner.post(at('/sso/check'))).body.checks;
  };
  for (const issuer of [
    'https://169.254.169.254',
    'https://10.0.0.1/x',
    'https://[fd00::1]',
    'http://192.0.2.1',
    'https://metadata.internal.invalid',
  ])
    expect(await check(issuer)).toMatchObject([{ what: 'reached', outcome: 'bad' }]);

  expect((await check(another.issuer)).map(({ outcome }: { outcome: string }) => outcome)).not.toContain(
    'bad',
  );
  const odd = async (answer: Parameters<typeof another.answer>[0]) => {
    another.answer(answer);
    const [first] = await check(another.issuer);
    another.answer(null);
    return first;
  };
  const redirect = { status: 302, body: '', headers: { location: 'http://169.254.169.254/' } };
  const bad = { what: 'reached', outcome: 'bad' };
  expect(await odd(() => redirect)).toMatchObject(bad);
  expect(await odd(() => ({ status: 200, body: 'not json' }))).toMatchObject(bad);
  expect(await odd(() => ({ status: 500, body: '{}' }))).toMatchObject(bad);
  expect(await odd(() => ({ status: 200, body: `{"issuer":"${'x'.repeat(11_000_000)}"}` }))).toMatchObject(
    bad,
  );
  // Keys that are not there, too, are said.
  another.answer((path) => (path === '/keys' ? redirect : null));
  expect(await check(another.issuer)).toContainEqual(
    expect.objectContaining({ what: 'keys', outcome: 'bad' }),
  );
  another.answer(null);
});

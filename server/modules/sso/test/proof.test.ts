import { afterAll, expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import type { TestClient } from '../../../test/kit/client.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import { addAndProve } from '../../organizations/test/prove.ts';
import { begin, comeBack, connect, signIn } from './connect.ts';
import { startForger } from './forger.ts';
import { startProvider } from './provider.ts';
import {
  answerWith,
  atProvider,
  buildSaml,
  comeBySaml,
  issuer as samlIssuer,
  mail,
  signed,
} from './saml-connect.ts';
import { makeKey, readRequest, rightly } from './saml-provider.ts';
import type { Saying } from './saml-provider.ts';

// Sensitive acts want a fresh proof, also of people who have nothing here but their company's provider.

const app = await createTestApp(new Date());
const provider = await startProvider();
const forger = await startForger();
const key = makeKey();
afterAll(() => Promise.all([provider.close(), forger.close()]));

let count = 0;
async function connected(to: Parameters<typeof connect>[1]) {
  const organization = await buildOrganization(app);
  const domain = `proof${++count}.example`;
  await addAndProve(app, organization, domain);
  return { organization, domain, connection: await connect(organization, to) };
}

/** As if eleven minutes had passed since somebody showed who they are; the clocks of providers go on beside ours. */
const growStale = async () =>
  void (await app.app.pool.query(
    `update identity.sessions set proved_at = proved_at - interval '11 minutes'`,
  ));
const sensitive = (browser: TestClient) => browser.put('/api/me/mail-codes', { on: true });

/** Begins a proof in a browser that is signed in; `session` is its cookie from before. */
async function ask(browser: TestClient) {
  const session = browser.cookie!;
  const begun = await browser.post('/api/sso/proof');
  expect(begun.status, begun.text).toBe(200);
  browser.cookie = `${session}; ${browser.cookie}`;
  const url = new URL(begun.body.url);
  return {
    browser,
    url,
    session,
    state: url.searchParams.get('state') ?? url.searchParams.get('RelayState')!,
  };
}
/** Nothing was shown: the session is as it was. */
async function expectStale({ browser, session }: { browser: TestClient; session: string }) {
  browser.cookie = session;
  expect((await sensitive(browser)).body.code).toBe('proof_required');
}

test('the provider is asked anew, and what it says renews the proof of the session', async () => {
  const { domain, connection } = await connected(provider);
  const email = `budi@${domain}`;
  provider.accounts.set(email, { sub: email, email, email_verified: true, name: 'Budi' });
  const { browser } = await signIn(app, provider, connection, email);
  await growStale();
  expect((await sensitive(browser)).body.code).toBe('proof_required');
  expect((await browser.get('/api/session/proof')).body.methods).toEqual(['single_sign_on', 'email_code']);

  const { url, session } = await ask(browser);
  expect(url.searchParams.get('prompt')).toBe('login');
  expect(url.searchParams.get('max_age')).toBe('0');
  const answer = await comeBack(browser, connection, (await provider.signIn(url.href, email)).search);
  expect([answer.status, answer.body], answer.text).toEqual([200, { proven: true }]);
  expect((await sensitive(browser)).status).toBe(200);
  // Whoever has the old token has nothing any more, and it is the same session.
  expect((await app.stranger.get('/api/session', { headers: { cookie: session } })).status).toBe(401);
  const { rows } = await app.app.pool.query(
    `select s.methods from identity.sessions s join identity.people p on p.id = s.person_id where p.email = $1`,
    [email],
  );
  expect(rows).toEqual([{ methods: ['single_sign_on'] }]);
});

test('a provider that did not ask anew, does not say so, or means somebody else shows nothing', async () => {
  const { domain, connection } = await connected(forger);
  const email = `eve@${domain}`;
  const claims = (nonce: string) => ({ sub: 'eve', email, email_verified: true, nonce });
  const there = await begin(app, email);
  const query = (state: string) => `?code=abc&state=${state}&iss=${encodeURIComponent(forger.issuer)}`;
  forger.give(await forger.sign(claims(there.nonce)));
  expect((await comeBack(there.browser, connection, query(there.state))).status).toBe(204);
  await growStale();

  const seconds = Math.floor(app.clock.now().getTime() / 1000);
  const tries: [claims: object, why: string][] = [
    [{}, 'not_asked_anew'],
    [{ auth_time: seconds - 180 }, 'not_asked_anew'],
    [{ auth_time: seconds, sub: 'adam' }, 'another_person'],
  ];
  for (const [over, why] of tries) {
    const asked = await ask(there.browser);
    forger.give(await forger.sign({ ...claims(asked.url.searchParams.get('nonce')!), ...over }));
    const answer = await comeBack(asked.browser, connection, query(asked.state));
    expect(answer.body).toMatchObject({ code: 'sso_failed', facts: { why } });
    await expectStale(asked);
  }
  // Without this the refusals would say nothing.
  const asked = await ask(there.browser);
  forger.give(await forger.sign({ ...claims(asked.url.searchParams.get('nonce')!), auth_time: seconds }));
  expect((await comeBack(asked.browser, connection, query(asked.state))).body).toEqual({ proven: true });
});

test('it counts for the session that asked, and opens none', async () => {
  const { domain, connection } = await connected(forger);
  const email = `eve@${domain}`;
  const query = (state: string) => `?code=abc&state=${state}&iss=${encodeURIComponent(forger.issuer)}`;
  const enter = async () => {
    const there = await begin(app, email);
    const claims = { sub: 'eve', email, email_verified: true, nonce: there.nonce };
    forger.give(await forger.sign(claims));
    expect((await comeBack(there.browser, connection, query(there.state))).status).toBe(204);
    return there.browser;
  };
  const own = await enter();
  const other = await enter();
  await growStale();
  const theirs = other.cookie!;
  for (const signedInAs of [null, theirs]) {
    const asked = await ask(own);
    const begun = asked.browser.cookie!.replace(`${asked.session}; `, '');
    asked.browser.cookie = signedInAs === null ? begun : `${signedInAs}; ${begun}`;
    const nonce = asked.url.searchParams.get('nonce')!;
    const auth_time = Math.floor(app.clock.now().getTime() / 1000);
    forger.give(await forger.sign({ sub: 'eve', email, email_verified: true, nonce, auth_time }));
    expect((await comeBack(asked.browser, connection, query(asked.state))).body.code).toBe('sso_over');
    await expectStale(asked);
  }
  await expectStale({ browser: other, session: theirs });
});

test('who came another way has no provider to ask', async () => {
  const { organization } = await connected(forger);
  expect((await organization.owner.post('/api/sso/proof')).body.code).toBe('no_sso');
  expect((await organization.owner.get('/api/session/proof')).body.methods).not.toContain('single_sign_on');
  expect((await app.stranger.post('/api/sso/proof')).status).toBe(401);
});

test('by SAML the provider is told to ask anew (ForceAuthn), and says when it did', async () => {
  const acme = await buildSaml(app, key);
  const { browser, email } = await comeBySaml(app, acme, 'budi', key);
  const plain = await atProvider(app, 'budi', acme.domain);
  expect(readRequest(plain.url).xml).not.toContain('ForceAuthn');
  await growStale();
  const prove = async (over: Partial<Saying>) => {
    const asked = await ask(browser);
    const request = readRequest(asked.url);
    expect(request.xml).toContain('ForceAuthn="true"');
    const about = { issuer: samlIssuer, nameId: `id-of-${email}`, attributes: { [mail]: email } };
    const right = rightly(request, app.clock.now(), about);
    return {
      asked,
      answer: await answerWith(app, acme.connection, asked, signed({ ...right, ...over }, key)),
    };
  };
  const longAgo = new Date(app.clock.now().getTime() - 180_000);
  const tries: [over: Partial<Saying>, why: string][] = [
    [{ askedAt: longAgo }, 'not_asked_anew'],
    [{ nameId: 'another' }, 'another_person'],
  ];
  for (const [over, why] of tries) {
    const { asked, answer } = await prove(over);
    expect(answer.body).toMatchObject({ code: 'sso_failed', facts: { why } });
    await expectStale(asked);
  }
  expect((await prove({})).answer.body).toEqual({ proven: true });
  expect((await sensitive(browser)).status).toBe(200);
});

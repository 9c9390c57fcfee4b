import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import { addAndProve } from '../../organizations/test/prove.ts';
import { begin, comeBack, connect } from './connect.ts';
import { startForger } from './forger.ts';
import { clientId } from './provider.ts';

const app = await createTestApp(new Date());
const forger = await startForger();
const another = await startForger();
afterAll(() => Promise.all([forger.close(), another.close()]));
const organization = await buildOrganization(app);
await addAndProve(app, organization, 'acme.example');
const connection = await connect(organization, forger);

async function come(name: string, sid: string) {
  const { browser, nonce, state } = await begin(app, `${name}@acme.example`);
  forger.give(
    await forger.sign({ sub: name, email: `${name}@acme.example`, email_verified: true, sid, nonce }),
  );
  const answer = await comeBack(browser, connection, `?code=a&state=${state}`);
  expect(answer.status, answer.text).toBe(204);
  return browser;
}
const event = { 'http://schemas.openid.net/event/backchannel-logout': {} };
const claims = (over: object) => ({ jti: randomUUID(), events: event, ...over });
const typ = 'logout+jwt';
const send = (token: string) =>
  app.app.http.inject({
    method: 'POST',
    url: `/api/sso/connections/${connection}/logout`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ logout_token: token }).toString(),
  });
const isIn = async (browser: Awaited<ReturnType<typeof come>>) =>
  (await browser.get('/api/session')).status === 200;

test('the provider ends one session by its name, or all of a person, and nobody else’s', async () => {
  const [first, second, other] = [
    await come('budi', 's1'),
    await come('budi', 's2'),
    await come('sari', 's3'),
  ];
  const one = await send(await forger.sign(claims({ sid: 's1' }), { typ }));
  expect(one.statusCode, one.body).toBe(200);
  expect([await isIn(first), await isIn(second), await isIn(other)]).toEqual([false, true, true]);
  expect((await send(await forger.sign(claims({ sub: 'budi' }), { typ }))).statusCode).toBe(200);
  expect([await isIn(second), await isIn(other)]).toEqual([false, true]);
  // A session of one person under the name of another ends nothing.
  await send(await forger.sign(claims({ sub: 'budi', sid: 's3' }), { typ }));
  expect(await isIn(other)).toBe(true);
});

const now = () => Math.floor(Date.now() / 1000);
const wrong: [string, () => Promise<string>][] = [
  ['typed as an ID token', () => forger.sign(claims({ sub: 'wati' }))],
  ['with a nonce', () => forger.sign(claims({ sub: 'wati', nonce: 'n' }), { typ })],
  ['without the event', () => forger.sign(claims({ sub: 'wati', events: {} }), { typ })],
  [
    'with events that are no object',
    () => forger.sign(claims({ sub: 'wati', events: 'backchannel-logout' }), { typ }),
  ],
  ['about nobody', () => forger.sign(claims({}), { typ })],
  ['without a name of its own', () => forger.sign(claims({ sub: 'wati', jti: undefined }), { typ })],
  ['for somebody else', () => forger.sign(claims({ sub: 'wati', aud: 'b' }), { typ })],
  ['of another issuer', () => forger.sign(claims({ sub: 'wati', iss: another.issuer }), { typ })],
  ['signed by another', () => another.sign(claims({ sub: 'wati', iss: forger.issuer }), { typ })],
  ['signed with another key', () => forger.sign(claims({ sub: 'wati' }), { typ, key: forger.othersKey })],
  ['expired', () => forger.sign(claims({ sub: 'wati', iat: now() - 200, exp: now() - 100 }), { typ })],
  [
    'that is too old, whatever its end',
    () => forger.sign(claims({ sub: 'wati', iat: now() - 900, exp: now() + 900 }), { typ }),
  ],
  ['without an end', () => forger.sign(claims({ sub: 'wati', exp: undefined }), { typ })],
  ['that is none', async () => 'x.y.z'],
];

test.each(wrong)('a logout token %s ends nothing', async (_what, make) => {
  const browser = await come('wati', 's4');
  const answer = await send(await make());
  expect([answer.statusCode, (answer.json() as { code: string }).code]).toEqual([400, 'wrong_token']);
  expect(await isIn(browser)).toBe(true);
});

test('a logout token counts once', async () => {
  const token = await forger.sign({ ...claims({ sub: 'wati' }), aud: clientId }, { typ });
  expect((await send(token)).statusCode).toBe(200);
  const browser = await come('wati', 's5');
  expect((await send(token)).statusCode).toBe(400);
  expect(await isIn(browser)).toBe(true);
});

import { expect, test } from 'vitest';
import { comeBack } from '../../modules/sso/test/connect.ts';
import { atProvider, buildSaml, signed } from '../../modules/sso/test/saml-connect.ts';
import { makeKey } from '../../modules/sso/test/saml-provider.ts';
import { createTestApp } from '../kit/app.ts';
import { servesEverything } from '../kit/pages.ts';

// The one form that another site may send: how a SAML provider sends somebody back.

const app = await createTestApp(new Date(), { extend: servesEverything });
const key = makeKey();
const acme = await buildSaml(app, key);
const path = `/sign-in/return/${acme.connection}`;
const provider = {
  origin: 'https://idp.example',
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'navigate',
};

const post = (fields: Record<string, string>, url = path, headers: Record<string, string> = {}) =>
  app.app.http.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...provider, ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
const base64 = (xml: string) => Buffer.from(xml).toString('base64');

test('a provider’s form of another site is taken, sets nothing, and leads to the page, where the browser goes on', async () => {
  const { browser, state, right, email } = await atProvider(app, 'budi', acme.domain);
  const answer = await post({ SAMLResponse: base64(signed(right, key)), RelayState: state });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `${path}?state=${state}`]);
  expect(answer.headers['set-cookie']).toBeUndefined();
  expect((await comeBack(browser, acme.connection, `?state=${state}`)).status).toBe(204);
  expect((await browser.get('/api/session')).body.person.email).toBe(email);
});

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/o/acme',
  '%0d%0aSet-Cookie: a=b',
  '',
])(
  'RelayState %j leads nowhere: what nobody began ends on the page of the connection',
  async (RelayState) => {
    const { right } = await atProvider(app, 'budi', acme.domain);
    const answer = await post({ SAMLResponse: base64(signed(right, key)), RelayState });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, path]);
  },
);

test('what is no answer for a connection changes nothing and breaks nothing', async () => {
  const { state } = await atProvider(app, 'budi', acme.domain);
  expect((await post({ RelayState: state })).headers.location).toBe(path);
  expect((await post({}, '/sign-in/return/nobody')).statusCode).toBe(404);
  expect((await post({}, path, { 'content-type': 'text/plain' })).statusCode).toBe(415);
  expect((await post({ SAMLResponse: 'x'.repeat(400_000), RelayState: state })).statusCode).toBe(413);
});

test('nobody who is signed in is asked for anything by it, and no other address takes a form of another site', async () => {
  const cookie = acme.owner.cookie!;
  const { state, right } = await atProvider(app, 'budi', acme.domain);
  const fields = { SAMLResponse: base64(signed(right, key)), RelayState: state };
  const kept = await post(fields, path, { cookie });
  expect([kept.statusCode, kept.headers['set-cookie']]).toEqual([303, undefined]);
  for (const url of ['/sign-in', '/contact', '/contact/message', '/order-status'])
    expect([url, (await post({ RelayState: state }, url, { cookie })).statusCode]).toEqual([url, 403]);
  for (const url of ['/api/sso/answer', '/api/sso/return', '/api/sso/begin', '/api/session']) {
    const answer = await post(fields, url, { cookie });
    expect([url, answer.statusCode, answer.json().code]).toEqual([url, 403, 'cross_site']);
  }
});

import { expect, test } from 'vitest';
import { hashPassword } from '../../modules/identity/index.ts';
import { createTestApp } from '../kit/app.ts';
import { servesEverything } from '../kit/pages.ts';
import { buildPerson } from '../kit/people.ts';

// Wherever an address says where to go next, it may only be here.

const app = await createTestApp(undefined, { extend: servesEverything });
const ani = await buildPerson(app);
const password = 'kuda terbang malam';
const password_hash = await hashPassword(password);
await app.ctx.transact((tx) =>
  tx.db.updateTable('identity.people').set({ password_hash }).where('id', '=', ani.id).execute(),
);

const here = 'http://localhost:3000';
const elsewhere = [
  'https://evil.example',
  'http:evil.example',
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/%2f/evil.example',
  '/%5cevil.example',
  '/.//evil.example',
  '/..//evil.example',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,x',
  'evil.example',
  '@evil.example',
  '.evil.example',
  ':80@evil.example',
  '/\u2028/evil.example',
  '/\u0000/evil.example',
  '〱evil.example',
  '/〵evil.example',
  'ftp://evil.example',
  '?next=//evil.example',
  '#//evil.example',
  '/\r\nSet-Cookie: a=b',
  '/\r\nLocation: https://evil.example',
  '',
];

test.each(elsewhere.map((next) => [JSON.stringify(next), next] as const))(
  'the form without script: %s',
  async (_text, next) => {
    const answer = await app.app.http.inject({
      method: 'POST',
      url: `/sign-in?${new URLSearchParams({ next }).toString()}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: here },
      payload: new URLSearchParams({ email: ani.email, password }).toString(),
    });
    expect(answer.statusCode).toBe(303);
    const { location } = answer.headers;
    expect(new URL(location!, `${here}/sign-in`).origin).toBe(here);
    expect(location).toMatch(/^\/(?!\/)/);
    expect([answer.headers['set-cookie']].flat()[0]).toMatch(/^clientarea=/);
  },
);

test('a path of ours is where it leads', async () => {
  const answer = await app.app.http.inject({
    method: 'POST',
    url: `/sign-in?${new URLSearchParams({ next: '/o/acme/invoices?status=open&q=a%20b' }).toString()}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: here },
    payload: new URLSearchParams({ email: ani.email, password }).toString(),
  });
  expect(answer.headers.location).toBe('/o/acme/invoices?status=open&q=a%20b');
});

test.each([
  '//evil.example',
  'https:%2f%2fevil.example',
  '..%2f..%2fevil',
  '%0d%0aLocation: https://evil.example',
])('the way from the store to an order: %s', async (product) => {
  const answer = await app.app.http.inject({
    url: `/order/${product}?plan=//evil.example&next=//evil.example`,
  });
  if (answer.statusCode === 303) expect(new URL(answer.headers.location!, here).origin).toBe(here);
  else expect(answer.statusCode).toBe(404);
});

test.each([
  '//evil.example',
  'https://evil.example',
  '/order/../../evil',
  '%',
  '/order/a?next=//evil.example',
])('a cookie that somebody else set leads nowhere: %s', async (value) => {
  for (const cookie of [`order=${encodeURIComponent(value)}`, `order=${value}`]) {
    const answer = await app.app.http.inject({ url: '/', headers: { cookie: `${ani.cookie}; ${cookie}` } });
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/organizations/new']);
  }
});

import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { crossSite } from '../../kernel/http/cross-site.ts';
import { createTestApp } from '../kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../kit/people.ts';

// What a page of another site can make a signed-in person's browser send: every change of every route, in every disguise.

const app = await createTestApp();
const ours = await buildOrganization(app);
await buildMember(app, ours, 'finance');
const staff = await buildStaff(app, 'administrator');
const writing = app.app.product.routes.filter(({ method, receive }) => method !== 'GET' && !receive);
const name = (route: (typeof writing)[number]) => `${route.method} ${route.path}`;
const cases = writing.map((route) => [name(route), route] as const);

const elsewhere: [who: string, headers: Record<string, string>][] = [
  ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  [
    'another site, which says it is ours',
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  ],
  ['a subdomain', { origin: 'http://shop.localhost:3000', 'sec-fetch-site': 'same-site' }],
  ['another port', { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-site' }],
  ['a frame without origin', { origin: 'null' }],
  ['a look-alike', { origin: 'http://localhost:3000.evil.example' }],
  ['a browser that only says cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['a browser that only says same-site', { 'sec-fetch-site': 'same-site' }],
];

test('there is much to protect', () => {
  expect(writing.length).toBeGreaterThan(80);
});

test.each(cases)(
  'a change from elsewhere is refused before anything is looked at: %s',
  async (_name, route) => {
    const url = route.path.replace(':organization', ours.id).replace(/:[a-z]+/gi, randomUUID());
    for (const [who, headers] of elsewhere) {
      for (const cookie of [ours.owner.cookie!, staff.cookie!]) {
        const answer = await app.app.http.inject({
          method: route.method,
          url,
          headers: { cookie, 'idempotency-key': randomUUID(), 'if-match': '"1"', ...headers },
          ...(route.upload ? { payload: Buffer.from('x') } : { payload: {} }),
        });
        const { code, detail } = answer.json() as { code?: string; detail?: string };
        const told = route.speaks ? detail === crossSite.title : code === crossSite.code;
        expect([who, answer.statusCode, told]).toEqual([who, 403, true]);
      }
    }
  },
);

// Forms and pictures of old browsers say nothing of where they come from; what they can send is limited to this.
const forms = [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  undefined,
];

test.each(cases.filter(([, { method }]) => method === 'POST'))(
  'what a form can send, without a word of its origin, changes nothing: %s',
  async (_name, route) => {
    const url = route.path.replace(':organization', ours.id).replace(/:[a-z]+/gi, randomUUID());
    for (const type of forms) {
      const answer = await app.app.http.inject({
        method: 'POST',
        url: `${url}${route.upload ? '?name=a.txt' : ''}`,
        headers: {
          cookie: route.door.kind === 'staff' ? staff.cookie! : ours.owner.cookie!,
          ...(type ? { 'content-type': type } : {}),
        },
        ...(type ? { payload: '{"email":"a@example.com","password":"x"}=' } : {}),
      });
      // A route without a body that everybody may call would be the exception; `POST /api/unsubscribe/:token` is its own key.
      const harmless = route.door.kind === 'anyone' && !route.body;
      if (!harmless)
        expect([type, answer.statusCode >= 400 && answer.statusCode < 500]).toEqual([type, true]);
    }
  },
);

test('no route lets another site ask for permission', async () => {
  for (const route of app.app.product.routes) {
    const url = route.path.replace(':organization', ours.id).replace(/:[a-z]+/gi, randomUUID());
    const asked = { origin: 'https://evil.example', 'access-control-request-method': route.method };
    const answer = await app.app.http.inject({ method: 'OPTIONS', url, headers: asked });
    const allowed = Object.keys(answer.headers).filter((header) => header.startsWith('access-control-'));
    expect([route.path, answer.statusCode, allowed]).toEqual([route.path, 404, []]);
  }
});

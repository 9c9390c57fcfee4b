import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { webFolder } from '../../app/pages/shells.ts';
import { createTestApp } from '../kit/app.ts';
import { mailedToken } from '../kit/mail.ts';
import { servesEverything } from '../kit/pages.ts';
import { listening, sendRaw } from '../kit/wire.ts';
import type { RawAnswer } from '../kit/wire.ts';
import { buildWorld } from '../kit/world.ts';

// What a browser is told with every answer there is, as the program has it behind https.

const publicUrl = new URL('https://portal.example.com');
const app = await createTestApp(undefined, { publicUrl, extend: servesEverything });
const world = await buildWorld(app);
const ours = await world.found();
const port = await listening(app.app.http);
const ownerCookie = ours.owner.cookie!;
const staffCookie = world.staff.cookie!;

interface Got {
  status: number;
  headers: Record<string, unknown>;
  text: string;
}

async function get(url: string, headers: Record<string, string> = {}): Promise<Got> {
  const answer = await app.app.http.inject({ url, headers });
  return { status: answer.statusCode, headers: answer.headers, text: answer.body };
}

function expectArmored(what: string, { headers, text }: Pick<Got, 'headers' | 'text'>): void {
  const type = (headers['content-type'] as string | undefined) ?? '';
  const expected: Record<string, unknown> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'permissions-policy': expect.stringMatching(/camera=\(\).*microphone=\(\).*payment=\(\)/),
    'content-security-policy': expect.stringMatching(/default-src 'none'/),
    'cache-control': expect.stringMatching(/./),
  };
  expect([what, headers]).toEqual([what, expect.objectContaining(expected)]);
  // Nobody learns from it what we are made of, and no other site may read it.
  for (const name of ['server', 'x-powered-by', 'access-control-allow-origin'])
    expect([what, headers[name]]).toEqual([what, undefined]);
  if (text !== '') expect([what, type]).toEqual([what, expect.stringMatching(/^[\w.+-]+\/[\w.+-]+/)]);
  if (/^(text|application\/(problem\+)?json)/.test(type) && !/json|event-stream/.test(type))
    expect([what, type]).toEqual([what, expect.stringMatching(/charset=utf-8|text\/css|javascript/i)]);
  if (type.startsWith('text/html')) expectStrict(what, String(headers['content-security-policy']), text);
}

/** A document's own policy: scripts by nonce, no frame around it, text that becomes no script; and the document keeps to it. */
function expectStrict(what: string, policy: string, html: string): void {
  const rules = new Map(policy.split('; ').map((rule) => rule.split(/ (.*)/s, 2) as [string, string]));
  expect([what, rules.get('default-src'), rules.get('base-uri'), rules.get('frame-ancestors')]).toEqual([
    what,
    `'none'`,
    `'none'`,
    `'none'`,
  ]);
  expect([what, rules.get('object-src')]).toEqual([what, undefined]);
  expect([what, rules.get('require-trusted-types-for')]).toEqual([what, `'script'`]);
  for (const name of ['script-src', 'style-src', 'default-src'])
    expect([what, rules.get(name) ?? '']).toEqual([
      what,
      expect.not.stringMatching(/unsafe|https?:|\*|data:/),
    ]);
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  expect([what, nonce]).toEqual([what, expect.stringMatching(/^[A-Za-z0-9+/]{22,}={0,2}$/)]);
  for (const [tag] of html.matchAll(/<(?:script|style)\b[^>]*>/g)) {
    const data = tag.includes('type="application/json"');
    if (!data) expect([what, tag]).toEqual([what, expect.stringContaining(`nonce="${nonce}"`)]);
  }
  expect([what, html.match(/<[^>]*\son[a-z]+=/i)?.[0], html.match(/javascript:/i)?.[0]]).toEqual([
    what,
    undefined,
    undefined,
  ]);
}

test(
  'every route, asked by somebody who may, by a stranger, and for what is not there',
  { timeout: 120_000 },
  async () => {
    let answers = 0;
    for (const route of app.app.product.routes.filter(({ method }) => method === 'GET')) {
      const cookie = route.door.kind === 'staff' ? staffCookie : ownerCookie;
      const [url = route.path] = await world.addresses(route, ours.id, 1);
      for (const signedIn of [true, false]) {
        expectArmored(`${route.path} ${url}`, await get(url, signedIn ? { cookie } : {}));
        answers++;
      }
    }
    for (const route of app.app.product.routes.filter(({ method }) => method !== 'GET')) {
      const answer = await app.app.http.inject({ method: route.method, url: route.path, payload: {} });
      expectArmored(`${route.method} ${route.path}`, { headers: answer.headers, text: answer.body });
      answers++;
    }
    expect(answers).toBeGreaterThan(200);
  },
);

test('every file that was built', async () => {
  const names = readdirSync(webFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.split('/dist/')[1]!.replace(/^\/+/, ''))
    .filter((name) => !/\.(br|gz|html)$|^server\/|^manifest\.json$/.test(name));
  expect(names.length).toBeGreaterThan(50);
  for (const name of names) {
    const answer = await get(`/${name}`);
    expect([name, answer.status]).toEqual([name, 200]);
    expectArmored(name, answer);
  }
});

const pages = [
  '/sign-in',
  '/store',
  '/knowledge',
  '/order-status',
  '/contact',
  '/contact/message',
  '/setup',
  '/nothing-here',
  '/console',
  '/account/security',
  '/api/docs',
  '/api/nothing',
  '/%zz',
  '/robots.txt',
  '/sitemap.xml',
  '/manifest.webmanifest',
  '/icon.svg',
  '/healthz',
  '/readyz',
  '/metrics',
];

test.each(pages)('a page: %s', async (path) => {
  expectArmored(path, await get(path));
  expectArmored(path, await get(path, { cookie: ownerCookie }));
  expectArmored(path, await get(path, { cookie: staffCookie }));
});

test('a nonce is another with every page that is for one person', async () => {
  const nonces = new Set<string>();
  for (let n = 0; n < 5; n++) {
    const { headers } = await get(`/o/${ours.slug}`, { cookie: ownerCookie });
    nonces.add(/'nonce-([^']+)'/.exec(String(headers['content-security-policy']))![1]!);
  }
  expect(nonces.size).toBe(5);
});

test('what is of somebody is kept nowhere', async () => {
  for (const path of [
    `/o/${ours.slug}`,
    '/account/security',
    '/store',
    '/knowledge',
    '/',
    '/order/product-1',
  ]) {
    const { headers } = await get(path, { cookie: ownerCookie });
    expect([path, headers['cache-control']]).toEqual([path, 'no-store']);
  }
  for (const route of app.app.product.routes.filter(
    ({ method, door }) => method === 'GET' && door.kind !== 'anyone',
  )) {
    const cookie = route.door.kind === 'staff' ? staffCookie : ownerCookie;
    const [url = route.path] = await world.addresses(route, ours.id, 1);
    const { headers } = await get(url, { cookie });
    expect([url, headers['cache-control']]).toEqual([url, 'no-store']);
  }
  expect((await get('/store')).headers['cache-control']).toBe('public, max-age=60');
});

test('the stream of facts too', async () => {
  const [answer] = await sendRaw(port, `GET /api/live HTTP/1.1\r\nHost: x\r\nCookie: ${ownerCookie}\r\n\r\n`);
  expect(answer!.status).toBe(200);
  expect(answer!.headers).toMatchObject({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  expectArmored('/api/live', { headers: answer!.headers, text: 'x' });
});

test('and what is not a request at all', async () => {
  const [answer] = await sendRaw(port, 'nonsense\r\n\r\n');
  expectArmored('nonsense', { headers: answer!.headers, text: '' });
});

test('every cookie is for this host alone, for https alone, and not sent along by other sites', async () => {
  const email = 'cookie@example.com';
  await ours.owner.post('/api/people', { name: 'Ani', email, locale: 'en', timeZone: 'Asia/Jakarta' });
  const chosen = await app.app.http.inject({
    method: 'PUT',
    url: '/api/password',
    payload: { token: await mailedToken(app, email), password: 'kuda terbang malam' },
  });
  const answers = [
    chosen,
    await app.app.http.inject({ url: '/store?lang=en' }),
    await app.app.http.inject({ url: '/order/product-1?plan=x' }),
  ];
  const cookies = answers.flatMap(({ headers }) => headers['set-cookie'] ?? []);
  expect(cookies.length).toBe(4);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-\w+=[^;]*; Path=\/; SameSite=Lax; Secure/);
    expect(cookie).not.toMatch(/Domain/i);
  }
  expect(cookies[0]).toMatch(/; HttpOnly/);
  expect(cookies[1]).toMatch(/^__Host-device=.*; HttpOnly/);
  const [session] = cookies[0]!.split(';');
  const out = await app.app.http.inject({
    method: 'DELETE',
    url: '/api/session',
    headers: { cookie: session! },
  });
  expect(out.statusCode).toBe(204);
  expect(out.headers['clear-site-data']).toBe('"cache", "storage"');
  expect(out.headers['set-cookie']).toMatch(/^__Host-clientarea=; .*Max-Age=0$/);
  expect((await get('/api/me', { cookie: session! })).status).toBe(401);
});

test('a session under the name without its prefix is nobody’s', async () => {
  expect((await get('/api/me', { cookie: ownerCookie.replace('__Host-', '') })).status).toBe(401);
});

test.each([
  '/.git/config',
  '/.git/HEAD',
  '/.env',
  '/.env.production',
  '/package.json',
  '/server/bin/clientarea.mjs',
  '/server/render.js',
  '/manifest.json',
  '/portal/index.html',
  '/assets/',
  '/assets/../../package.json',
  '/..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '/assets/..%5c..%5cpackage.json',
  '/secrets/root-key',
  '/phpinfo.php',
  '/debug',
  '/sw.js.map',
])('what is not meant for anybody is not there: %s', async (path) => {
  expect((await get(path)).status).toBe(404);
  const [raw] = await sendRaw(port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  expect(raw!.status).toBe(404);
});

test('no file says what it was made from', async () => {
  const names = readdirSync(webFolder, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => name.endsWith('.map'))).toEqual([]);
  const script = names.find((name) => /^assets\/portal-.*\.js$/.test(name))!;
  expect((await get(`/${script}`)).text).not.toContain('sourceMappingURL');
});

test.each(['TRACE', 'TRACK', 'CONNECT', 'DEBUG', 'PROPFIND'])('%s is not known here', async (method) => {
  const answers = await sendRaw(
    port,
    `${method} /api/me HTTP/1.1\r\nHost: x\r\nCookie: ${ownerCookie}\r\nX-Canary: yes\r\nConnection: close\r\n\r\n`,
  );
  expect(answers.filter(({ status }) => status < 400)).toEqual([]);
  expect(answers.filter((answer: RawAnswer) => answer.body.includes('X-Canary'))).toEqual([]);
});

test('forwarded headers of nobody we trust change nothing', async () => {
  const spoofed = {
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
    'x-forwarded-port': '81',
    'x-real-ip': '127.0.0.1',
    forwarded: 'for=127.0.0.1;host=evil.example;proto=http',
    'x-original-url': '/api/console/today',
    'x-rewrite-url': '/api/console/today',
    'x-http-method-override': 'DELETE',
    host: 'evil.example',
  };
  for (const path of ['/store', '/sign-in', '/sitemap.xml', '/robots.txt', '/api/openapi.json'])
    expect([path, (await get(path, spoofed)).text.includes('evil.example')]).toEqual([path, false]);
  // What a proxy on this machine passes on is not asked by this machine.
  expect((await get('/metrics')).status).toBe(200);
  expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404);
  expect((await get('/api/me', { ...spoofed, cookie: ownerCookie })).status).toBe(200);
});

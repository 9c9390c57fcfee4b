import { expect, test } from 'vitest';
import { createTestApp } from '../../test/kit/app.ts';
import { buildOrganization } from '../../test/kit/people.ts';

// As an adapter that serves pages of its own does.
const app = await createTestApp(undefined, {
  extend: async ({ http: served }) => void served.get('/strange', async () => 'mine'),
});
const mine = await buildOrganization(app);
const { http } = app.app;
const cookie = mine.owner.cookie!;
const json = { 'content-type': 'application/json' };
const session = { url: '/api/session', method: 'POST' } as const;

test.each([
  ['broken JSON', { ...session, headers: json, payload: '{"email": ' }, 400, 'invalid_input'],
  [
    'JSON with a key for prototypes',
    { ...session, headers: json, payload: '{"__proto__": {"x": 1}}' },
    400,
    'invalid_input',
  ],
  ['no body at all', { ...session, headers: {} }, 400, 'invalid_input'],
  [
    'a wrong type of body',
    { ...session, headers: { 'content-type': 'text/xml' }, payload: '<a/>' },
    415,
    'wrong_media_type',
  ],
  [
    'a form',
    { ...session, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'email=a' },
    415,
    'wrong_media_type',
  ],
  [
    'more than a megabyte',
    { ...session, headers: json, payload: JSON.stringify({ email: 'x'.repeat(1_100_000) }) },
    413,
    'too_large',
  ],
  ['an unknown address', { url: '/api/nothing', method: 'GET' }, 404, 'not_found'],
  ['an unknown method', { url: '/api/brand', method: 'DELETE' }, 404, 'not_found'],
  ['a broken escape', { url: '/api/%zz', method: 'GET' }, 400, 'invalid_input'],
  [
    'an id that is none',
    { url: mine.at('').replace(mine.id, 'my-own'), method: 'GET', headers: { cookie } },
    404,
    'not_found',
  ],
  [
    'a NUL in text',
    { url: '/api/me', method: 'PATCH', headers: { cookie, 'if-match': '1' }, payload: { name: 'a\u0000b' } },
    400,
    'invalid_input',
  ],
  [
    'an unknown query value',
    { url: mine.at('/members?limit=many'), method: 'GET', headers: { cookie } },
    400,
    'invalid_input',
  ],
] as const)('%s is answered with a problem document', async (_what, request, status, code) => {
  const answer = await http.inject(request);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'application/problem+json']);
  expect(answer.json()).toMatchObject({
    type: `/api/docs#problem-${code}`,
    title: expect.stringMatching(/\.$/) as string,
    status,
    code,
    requestId: answer.headers['x-request-id'],
  });
});

test('an unexpected failure tells nothing of itself', async () => {
  await app.app.pool.query('alter table identity.sessions rename to sessions_gone');
  const logged = captureErrors();
  const answer = await http.inject({ url: '/api/me/sessions', headers: { cookie } });
  await app.app.pool.query('alter table identity.sessions_gone rename to sessions');
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toMatchObject({ code: 'internal_error', requestId: answer.headers['x-request-id'] });
  expect(answer.body).not.toMatch(/relation|sessions|select|at .*\.ts/i);
  expect(logged()).toMatch(/sessions/);
});

test('the same words for what is not there and what is not yours', async () => {
  const foreign = await buildOrganization(app);
  const [absent, other] = await Promise.all([
    mine.owner.get(mine.at('').replace(mine.id, '0197a000-0000-7000-8000-000000000000')),
    mine.owner.get(foreign.at('')),
  ]);
  expect({ ...other.body, requestId: 0 }).toEqual({ ...absent.body, requestId: 0 });
});

const evil = 'https://evil.example';
test.each([
  ['a page of another site', { origin: evil }, 403],
  ['a sandboxed frame', { origin: 'null' }, 403],
  ['another port of this host', { origin: 'http://localhost:9999' }, 403],
  ['a browser that hides its origin', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a subdomain', { 'sec-fetch-site': 'same-site' }, 403],
  ['our own page', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }, 401],
  ['the address bar', { 'sec-fetch-site': 'none' }, 401],
  ['a program', {}, 401],
] as const)('a change sent by %s', async (_who, headers, status) => {
  const answer = await http.inject({
    ...session,
    headers,
    payload: { email: 'a@example.com', password: 'wrong' },
  });
  expect(answer.statusCode).toBe(status);
  if (status === 403) expect(answer.json()).toMatchObject({ code: 'cross_site' });
});

test('another site may not even sign somebody out, and may not read either', async () => {
  const out = await http.inject({ method: 'DELETE', url: '/api/session', headers: { cookie, origin: evil } });
  expect(out.statusCode).toBe(403);
  const read = await http.inject({ url: '/api/me', headers: { cookie, origin: evil } });
  expect(read.headers['access-control-allow-origin']).toBeUndefined();
  const asking = await http.inject({
    method: 'OPTIONS',
    url: '/api/me',
    headers: { origin: evil, 'access-control-request-method': 'PATCH' },
  });
  expect([asking.statusCode, asking.headers['access-control-allow-origin']]).toEqual([404, undefined]);
  expect((await mine.owner.get('/api/me')).status).toBe(200);
});

test.each([
  ['an answer', { url: '/api/brand' }],
  ['a refusal', { url: '/api/me' }],
  ['what is not there', { url: '/nothing-here' }],
  ['broken input', { ...session, headers: json, payload: '{' }],
  ['a broken escape', { url: '/api/%zz' }],
  ['the description', { url: '/api/openapi.json' }],
] as const)('%s carries the security headers', async (_what, request) => {
  const { headers } = await http.inject(request);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string,
    'permissions-policy': expect.stringContaining('camera=()') as string,
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    'cache-control': expect.any(String) as string,
  });
  expect(headers['strict-transport-security']).toBeUndefined();
  expect(headers['x-powered-by'] ?? headers.server).toBeUndefined();
});

test('what is personal is not kept by caches', async () => {
  const { headers } = await http.inject({ url: '/api/me', headers: { cookie } });
  expect(headers['cache-control']).toBe('no-store');
});

/** Keeps what the server logs as errors for the test that provokes them, instead of printing it. */
function captureErrors(): () => string {
  const printed: unknown[] = [];
  const original = console.error;
  console.error = (...words: unknown[]) => void printed.push(...words);
  return () => {
    console.error = original;
    return printed.map((word) => (word as { err?: Error }).err?.message ?? String(word)).join('\n');
  };
}

test('what the API tells of itself can be read, and names its own routes alone', async () => {
  expect((await http.inject('/api/docs')).statusCode).toBe(200);
  const { paths } = (await http.inject('/api/openapi.json')).json<{ paths: Record<string, object> }>();
  expect(Object.keys(paths)).toContain('/api/session');
  expect(Object.keys(paths)).not.toContain('/strange');
});

test('half a surrogate pair is refused with its field', async () => {
  const message = { name: 'A', email: 'a@example.com', subject: 'B', text: 'C', locale: 'en' };
  for (const path of ['subject', 'text']) {
    const payload = JSON.stringify({ ...message, [path]: 'x\ud800' });
    const answer = await http.inject({ method: 'POST', url: '/api/guest-messages', headers: json, payload });
    expect(answer.json()).toMatchObject({ status: 400, fields: [{ path }] });
  }
});

import type { FastifyInstance } from 'fastify';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { ApiKey } from '../auth/actor.ts';
import { systemClock } from '../clock.ts';
import { createHttp } from '../http/server.ts';
import { anyone, route } from '../http/route.ts';

const made: FastifyInstance[] = [];
afterAll(() => Promise.all(made.map((http) => http.close())));

const output = z.object({ ok: z.literal(true) });
const door = anyone('a test');
const routes = [
  route({
    method: 'GET',
    path: '/api/plain',
    summary: 'Plain.',
    door,
    output,
    act: async () => ({ ok: true as const }),
  }),
  route({
    method: 'GET',
    path: '/api/strict',
    summary: 'Strict.',
    door,
    limit: { per: 'address', points: 2, seconds: 60 },
    output,
    act: async () => ({ ok: true as const }),
  }),
];

/** A server of these two routes, which need no database. */
async function serve(over: {
  requestsPerMinute?: number;
  strictLimits?: boolean;
  publicUrl?: string;
  trustProxy?: string;
}) {
  const http = await createHttp({
    routes,
    contextualize: () => ({ clock: systemClock, product: { permissions: [] } }) as never,
    authenticate: async () => ({ session: null, over: null }),
    refused() {},
    authenticateKey: async (token) => ({ id: token }) as ApiKey,
    publicUrl: new URL(over.publicUrl ?? 'http://localhost:3000'),
    trustProxy: over.trustProxy ?? false,
    requestsPerMinute: over.requestsPerMinute ?? 0,
    strictLimits: over.strictLimits ?? false,
    logger: false,
    version: 'test',
  });
  made.push(http);
  return (url: string, request: { remoteAddress?: string; headers?: Record<string, string> } = {}) =>
    http.inject({ url, ...request });
}

test('says how much is left, refuses what is too much, and when to come back', async () => {
  const get = await serve({ requestsPerMinute: 3 });
  const answers = [];
  for (let n = 0; n < 4; n++) answers.push(await get('/api/plain'));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429]);
  expect(answers[0]!.headers).toMatchObject({
    'ratelimit-policy': '"default";q=3;w=60',
    ratelimit: '"default";r=2;t=60',
  });
  const refused = answers[3]!;
  expect(refused.headers).toMatchObject({
    'content-type': 'application/problem+json',
    'retry-after': expect.stringMatching(/^[1-9]\d?$/) as string,
    ratelimit: expect.stringContaining('r=0') as string,
  });
  expect(refused.json()).toMatchObject({
    code: 'too_many_requests',
    facts: { retryAfter: expect.any(Number) as number },
  });
});

test('addresses are counted apart', async () => {
  const get = await serve({ requestsPerMinute: 1 });
  const from = (remoteAddress: string) => get('/api/plain', { remoteAddress });
  expect((await from('192.0.2.1')).statusCode).toBe(200);
  expect((await from('192.0.2.2')).statusCode).toBe(200);
  expect((await from('192.0.2.1')).statusCode).toBe(429);
});

test('so are API keys, wherever they are used from', async () => {
  const get = await serve({ requestsPerMinute: 1 });
  const by = (key: string, remoteAddress = '192.0.2.1') =>
    get('/api/plain', { remoteAddress, headers: { authorization: `Bearer ${key}` } });
  expect((await by('one')).statusCode).toBe(200);
  expect((await by('two')).statusCode).toBe(200);
  expect((await by('one', '192.0.2.2')).statusCode).toBe(429);
});

test('a caller cannot escape by inventing forwarded addresses, unless a trusted proxy says them', async () => {
  const direct = await serve({ requestsPerMinute: 1 });
  const proxied = await serve({ requestsPerMinute: 1, trustProxy: '10.0.0.1' });
  const ask = (get: typeof direct, remoteAddress: string, claimed: string) =>
    get('/api/plain', { remoteAddress, headers: { 'x-forwarded-for': claimed } });
  expect((await ask(direct, '192.0.2.1', '203.0.113.1')).statusCode).toBe(200);
  expect((await ask(direct, '192.0.2.1', '203.0.113.2')).statusCode).toBe(429);
  expect((await ask(proxied, '10.0.0.1', '203.0.113.1')).statusCode).toBe(200);
  expect((await ask(proxied, '10.0.0.1', '203.0.113.2')).statusCode).toBe(200);
  expect((await ask(proxied, '10.0.0.1', '203.0.113.2')).statusCode).toBe(429);
});

test('a route has a tighter limit of its own where that is on', async () => {
  const strict = await serve({ strictLimits: true });
  const relaxed = await serve({ strictLimits: false });
  const statuses = async (get: typeof strict) => {
    const all = [];
    for (let n = 0; n < 3; n++) all.push((await get('/api/strict')).statusCode);
    return all;
  };
  expect(await statuses(strict)).toEqual([200, 200, 429]);
  expect(await statuses(relaxed)).toEqual([200, 200, 200]);
  expect((await strict('/api/plain')).statusCode).toBe(200);
});

test('behind https browsers are told to stay there', async () => {
  const get = await serve({ publicUrl: 'https://portal.example.com' });
  for (const url of ['/api/plain', '/nothing']) {
    expect((await get(url)).headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
  }
});

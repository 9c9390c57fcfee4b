import { randomUUID } from 'node:crypto';
import { expect, expectTypeOf, test } from 'vitest';
import { createTestApp } from '../../server/test/kit/app.ts';
import { mailedToken } from '../../server/test/kit/mail.ts';
import { buildOrganization, buildStaff } from '../../server/test/kit/people.ts';
import { ApiProblem, createClient } from '../index.ts';

const app = await createTestApp();
const baseUrl = await app.app.http.listen({ port: 0 });
const mine = await buildOrganization(app, { name: 'Warung Ani' });
const staff = await buildStaff(app, 'administrator');

const client = createClient({ baseUrl, headers: { cookie: mine.owner.cookie! } });
const console = createClient({ baseUrl, headers: { cookie: staff.cookie! } });
const path = { organization: mine.id };

test('reads with parameters in path and query, typed by the description', async () => {
  const { items, next } = await client.get('/api/organizations/{organization}/members', {
    path,
    query: { limit: 1 },
  });
  expect(items.map(({ email }) => email)).toEqual([mine.owner.email]);
  expectTypeOf(next).toEqualTypeOf<string | null>();
  // @ts-expect-error the organization has to be said
  await expect(client.get('/api/organizations/{organization}/members', {})).rejects.toThrow(ApiProblem);
});

test('a program acts with an API key and signs in nobody', async () => {
  const { token } = await client.post('/api/organizations/{organization}/keys', {
    path,
    body: { name: 'Program', permissions: ['organizations.members.read'] },
  });
  const program = createClient({ baseUrl, apiKey: token });
  expect((await program.get('/api/organizations/{organization}/members', { path })).items).toHaveLength(1);
  await expect(program.get('/api/me')).rejects.toMatchObject({ status: 403, code: 'not_for_keys' });
});

test('a POST carries a key, and the same key acts once', async () => {
  const invite = (key: string) =>
    client.post('/api/organizations/{organization}/invitations', {
      path,
      key,
      body: { email: `${key}@example.com`, role: 'member' },
    });
  const key = randomUUID();
  const [first, again] = [await invite(key), await invite(key)];
  expect(again).toEqual(first);
});

test('an edit names the version it saw, and loses against a quicker one', async () => {
  const { version } = await client.get('/api/me');
  const edited = await client.patch('/api/me', { version, body: { name: 'Ani' } });
  expect(edited).toMatchObject({ name: 'Ani', version: version + 1 });
  const late = client.patch('/api/me', { version, body: { name: 'Budi' } });
  await expect(late).rejects.toMatchObject({ status: 412, code: 'changed_meanwhile' });
});

test('refusals are ApiProblems with the fields that were wrong', async () => {
  const wrong = { email: 'nobody', name: '', locale: 'id', timeZone: 'Asia/Jakarta' } as const;
  const refused = await createClient({ baseUrl })
    .post('/api/people', { body: wrong })
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ApiProblem);
  expect(refused).toMatchObject({
    status: 400,
    code: 'invalid_input',
    requestId: expect.any(String) as string,
  });
  expect((refused as ApiProblem).fields.map((field) => field.path).toSorted()).toEqual(['email', 'name']);
});

test('an answer that is no problem document is a problem all the same', async () => {
  const proxy = async () => new Response('<h1>Bad gateway</h1>', { status: 502 });
  const refused = createClient({ baseUrl, fetch: proxy }).get('/api/me');
  await expect(refused).rejects.toMatchObject({ status: 502, code: 'unknown' });
});

test('signing in is remembered, signing out forgets', async () => {
  const visitor = createClient({ baseUrl });
  await expect(visitor.get('/api/me')).rejects.toMatchObject({ status: 401 });
  const { token } = await mailedProof();
  await visitor.put('/api/password', { body: { token, password: 'kuda terbang malam' } });
  expect((await visitor.get('/api/me')).email).toBe('dewi@example.com');
  expect(await visitor.delete('/api/session')).toBeUndefined();
  await expect(visitor.get('/api/me')).rejects.toMatchObject({ status: 401 });
});

test('staff read the console', async () => {
  const { items } = await console.get('/api/console/staff');
  expect(items.map(({ id }) => id)).toEqual([staff.id]);
});

async function mailedProof(): Promise<{ token: string }> {
  const dewi = { email: 'dewi@example.com', name: 'Dewi', locale: 'id', timeZone: 'Asia/Jakarta' } as const;
  await createClient({ baseUrl }).post('/api/people', { body: dewi });
  return { token: await mailedToken(app, dewi.email) };
}

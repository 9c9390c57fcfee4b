import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTestApp } from '../../test/kit/app.ts';
import { anonymous } from '../../test/kit/client.ts';
import { buildMember, buildOrganization, buildPerson, buildStaff } from '../../test/kit/people.ts';

const app = await createTestApp();
const mine = await buildOrganization(app);
const { owner } = mine;
const invitations = mine.at('/invitations');
const invitation = () => ({ email: `${randomUUID()}@example.com`, role: 'member' });

const invited = async () => (await owner.get(invitations)).body.items.length as number;

// `POST …/invitations` writes in one transaction; `POST /api/organizations` and `POST /api/session` act in their own.

test('the same request with the same key gets the first answer again and acts once', async () => {
  const [key, body, before] = [randomUUID(), invitation(), await invited()];
  const first = await owner.post(invitations, body, { key });
  const again = await owner.post(invitations, body, { key });
  expect(first.status).toBe(201);
  expect(first.headers['idempotent-replayed']).toBeUndefined();
  expect(again).toMatchObject({ status: 201, headers: { 'idempotent-replayed': 'true' } });
  expect(again.text).toBe(first.text);
  expect(await invited()).toBe(before + 1);
});

test('the same holds for what acts outside one transaction', async () => {
  const key = randomUUID();
  const body = { name: 'Twice', country: 'ID', currency: 'IDR' };
  const first = await owner.post('/api/organizations', body, { key });
  const again = await owner.post('/api/organizations', body, { key });
  expect(again).toMatchObject({ status: 201, body: { id: first.body.id } });
  expect(again.headers['idempotent-replayed']).toBe('true');
});

test('another body under the same key is refused', async () => {
  const key = randomUUID();
  await owner.post(invitations, invitation(), { key });
  const other = await owner.post(invitations, invitation(), { key });
  expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
});

test('of requests with one key at the same time one acts, and all get its answer', async () => {
  const [key, body, before] = [randomUUID(), invitation(), await invited()];
  const answers = await Promise.all(Array.from({ length: 6 }, () => owner.post(invitations, body, { key })));
  expect([...new Set(answers.map(({ status, text }) => `${status} ${text}`))]).toHaveLength(1);
  expect(answers.filter(({ headers }) => headers['idempotent-replayed']).length).toBe(5);
  expect(await invited()).toBe(before + 1);
});

test('of acts with one key at the same time one acts; the others learn that it runs, or its answer', async () => {
  const key = randomUUID();
  const body = { name: 'Together', country: 'ID', currency: 'IDR' };
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => owner.post('/api/organizations', body, { key })),
  );
  const ids = new Set(
    answers.filter(({ status }) => status === 201).map((answer) => answer.body.id as string),
  );
  expect(ids.size).toBe(1);
  for (const { status, body: answer } of answers)
    if (status !== 201) expect([status, answer.code]).toEqual([409, 'still_running']);
  const { rows } = await app.app.pool.query(
    `select from organizations.organizations where name = 'Together'`,
  );
  expect(rows.length).toBe(1);
});

test('the key of another person, and of another route, is another key', async () => {
  const key = randomUUID();
  const colleague = await buildMember(app, mine, 'owner');
  const body = invitation();
  expect((await owner.post(invitations, body, { key })).status).toBe(201);
  const theirs = await colleague.post(invitations, invitation(), { key });
  expect(theirs.status).toBe(201);
  expect(theirs.headers['idempotent-replayed']).toBeUndefined();
  const elsewhere = await owner.post(
    '/api/organizations',
    { name: 'Elsewhere', country: 'ID', currency: 'IDR' },
    { key },
  );
  expect(elsewhere.status).toBe(201);
});

test('a stranger with the key of another learns nothing', async () => {
  const [key, body] = [randomUUID(), invitation()];
  await owner.post(invitations, body, { key });
  const stranger = await buildPerson(app);
  expect((await stranger.post(invitations, body, { key })).status).toBe(404);
  expect((await app.stranger.post(invitations, body, { key })).status).toBe(401);
});

test('a request that failed gives its key back', async () => {
  const person = await buildPerson(app);
  const browser = anonymous(app.app);
  const key = randomUUID();
  const wrong = { email: person.email, password: 'not the right one' };
  expect((await browser.post('/api/session', wrong, { key })).status).toBe(401);
  const other = { ...wrong, password: 'nor is this one' };
  expect((await browser.post('/api/session', other, { key })).body.code).toBe('wrong_credentials');

  const administrator = await buildStaff(app, 'administrator');
  const colleague = { name: 'Budi', roles: ['support'], locale: 'id' };
  const again = randomUUID();
  const refused = await administrator.post(
    '/api/console/staff',
    { ...colleague, email: administrator.email },
    { key: again },
  );
  expect(refused).toMatchObject({ status: 409, body: { code: 'already_staff' } });
  const mended = await administrator.post(
    '/api/console/staff',
    { ...colleague, email: 'budi@example.com' },
    { key: again },
  );
  expect(mended.status).toBe(201);
});

test('a key whose request died without an answer is free again after a minute, not before', async () => {
  const [key, body] = [randomUUID(), { name: 'Revived', country: 'ID', currency: 'IDR' }];
  expect((await owner.post('/api/organizations', body, { key })).status).toBe(201);
  await app.app.pool.query(`update kernel.idempotency set status = null, response = null where key = $1`, [
    key,
  ]);
  const early = await owner.post('/api/organizations', body, { key });
  expect(early).toMatchObject({ status: 409, body: { code: 'still_running' } });
  await app.clock.advance({ seconds: 61 });
  expect((await owner.post('/api/organizations', body, { key })).status).toBe(201);
});

test('a POST by somebody signed in needs a key, and the key a form', async () => {
  const body = invitation();
  const without = await owner.post(invitations, body, { key: '' });
  expect(without).toMatchObject({ status: 400, body: { code: 'idempotency_key_required' } });
  const short = await owner.post(invitations, body, { key: 'short' });
  expect(short).toMatchObject({
    status: 400,
    body: { code: 'invalid_input', fields: [{ path: 'Idempotency-Key' }] },
  });
});

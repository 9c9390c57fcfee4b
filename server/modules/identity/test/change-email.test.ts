import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { anonymous } from '../../../test/kit/client.ts';
import { buildPerson, signedIn } from '../../../test/kit/people.ts';
import { lastMessage } from './factors.ts';

const app = await createTestApp();

/** The token in the newest mail of a kind to an address that belongs to nobody. */
async function tokenTo(address: string, kind: string): Promise<string> {
  const { rows } = await app.app.pool.query<{ id: string; data: string }>(
    `select id, data from kernel.messages where kind = $1 and address = $2 order by created_at desc, id desc limit 1`,
    [kind, address],
  );
  return rows[0] ? app.open(rows[0]).token : '';
}
const undoOf = async (person: string) =>
  ((await lastMessage(app, 'identity.email-is-changing', person)) as { token: string }).token;
const emailOf = async (person: { get: (url: string) => Promise<{ body: { email: string } }> }) =>
  (await person.get('/api/me')).body.email as string;

test('the address changes when the new one is shown to be read; the old one is told, other devices are signed out', async () => {
  const person = await buildPerson(app, { email: 'old@example.com' });
  const other = anonymous(app.app, `clientarea=${await app.ctx.transact((tx) => signedIn(tx, person.id))}`);
  expect(await emailOf(other)).toBe('old@example.com');
  expect((await person.post('/api/me/email', { email: 'New@Example.com' })).status).toBe(202);
  expect(await emailOf(person)).toBe('old@example.com');
  const token = await tokenTo('new@example.com', 'identity.confirm-new-email');
  expect((await person.put('/api/email', { token })).status).toBe(204);
  expect(await emailOf(person)).toBe('new@example.com');
  expect((await other.get('/api/me')).status).toBe(401);
  expect((await app.stranger.put('/api/email', { token })).body.code).toBe('link_used_up');
  expect(await tokenTo('old@example.com', 'identity.email-was-changed')).toBe(await undoOf(person.id));
});

test('"this was not me" takes it back, before and after, and signs everybody out', async () => {
  for (const confirmed of [false, true]) {
    const person = await buildPerson(app);
    const next = `stolen-${confirmed}@example.com`;
    await person.post('/api/me/email', { email: next });
    const token = await tokenTo(next, 'identity.confirm-new-email');
    if (confirmed) await app.stranger.put('/api/email', { token });
    const undo = await undoOf(person.id);
    expect((await app.stranger.put('/api/email/undo', { token: undo })).status).toBe(204);
    expect((await person.get('/api/me')).status).toBe(401);
    expect((await app.stranger.put('/api/email', { token })).status).toBe(410);
    const { rows } = await app.app.pool.query('select email from identity.people where id = $1', [person.id]);
    expect(rows).toEqual([{ email: person.email }]);
    expect(await lastMessage(app, 'identity.reset-password', person.id)).toMatchObject({ hours: 1 });
    expect((await app.stranger.put('/api/email/undo', { token: undo })).status).toBe(410);
  }
});

test('an address that has an account is answered alike, and only its owner is told', async () => {
  const owner = await buildPerson(app);
  const person = await buildPerson(app);
  const answer = await person.post('/api/me/email', { email: owner.email });
  expect(answer).toMatchObject({ status: 202, body: { sent: true } });
  expect(await tokenTo(owner.email, 'identity.confirm-new-email')).toBe('');
  expect(await lastMessage(app, 'identity.account-exists', owner.id)).toEqual({});
});

test('links end: after a day, after a week, and when another change is asked for', async () => {
  const person = await buildPerson(app);
  await person.post('/api/me/email', { email: 'first@example.com' });
  const first = await tokenTo('first@example.com', 'identity.confirm-new-email');
  await person.post('/api/me/email', { email: 'second@example.com' });
  const second = await tokenTo('second@example.com', 'identity.confirm-new-email');
  expect((await app.stranger.put('/api/email', { token: first })).status).toBe(410);
  await app.clock.advance({ days: 1 });
  expect((await app.stranger.put('/api/email', { token: second })).status).toBe(410);
  const undo = await undoOf(person.id);
  await app.clock.advance({ days: 6 });
  expect((await app.stranger.put('/api/email/undo', { token: undo })).status).toBe(410);
  expect((await person.post('/api/me/email', { email: person.email })).body.fields[0].code).toBe(
    'same_email',
  );
});

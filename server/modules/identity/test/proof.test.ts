import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { anonymous } from '../../../test/kit/client.ts';
import { buildPerson } from '../../../test/kit/people.ts';
import type { TestPerson } from '../../../test/kit/people.ts';
import { codeAt, stepOf } from '../domain/one-time-codes.ts';
import { hashPassword } from '../index.ts';
import { addAuthenticator, given, lastMessage, password } from './factors.ts';

const app = await createTestApp();
const hashed = await hashPassword(password);

/** Somebody whose proof is too old for sensitive acts. */
async function staleWithPassword(): Promise<TestPerson> {
  const person = await buildPerson(app);
  await given(app, person.id, hashed);
  await grow(person);
  return person;
}

const grow = (person: TestPerson) =>
  app.ctx.transact((tx) =>
    tx.db
      .updateTable('identity.sessions')
      .set({ proved_at: new Date(tx.now.getTime() - 600_000) })
      .where('person_id', '=', person.id)
      .execute(),
  );

test('a sensitive act asks for a proof, which gives the session a new token and ends with ten minutes', async () => {
  const person = await staleWithPassword();
  const asked = await person.post('/api/me/authenticators', { name: 'My phone' });
  expect(asked).toMatchObject({ status: 403, body: { code: 'proof_required' } });
  expect((await person.get('/api/session/proof')).body).toEqual({ methods: ['password'], phone: null });
  const before = person.cookie;
  const proven = await person.put('/api/session/proof', { kind: 'password', password });
  expect(proven.status).toBe(204);
  expect(person.cookie).not.toBe(before);
  expect((await anonymous(app.app, before).get('/api/me')).status).toBe(401);
  expect((await person.post('/api/me/authenticators', { name: 'My phone' })).status).toBe(201);
  await app.clock.advance({ minutes: 10 });
  expect((await person.post('/api/me/authenticators', { name: 'My phone' })).status).toBe(403);
});

test('the request that was refused can be repeated with its key', async () => {
  const person = await staleWithPassword();
  const key = 'one-intention';
  const send = () => person.post('/api/me/authenticators', { name: 'My phone' }, { key });
  expect((await send()).status).toBe(403);
  await person.put('/api/session/proof', { kind: 'password', password });
  expect((await send()).status).toBe(201);
});

test('a wrong password or a method the person does not have proves nothing', async () => {
  const person = await staleWithPassword();
  const before = person.cookie;
  const wrong = await person.put('/api/session/proof', { kind: 'password', password: 'nope' });
  expect(wrong).toMatchObject({ status: 422, body: { code: 'wrong_password' } });
  await person.post('/api/session/proof/code');
  const { code } = (await lastMessage(app, 'identity.code-by-mail', person.id)) as { code: string };
  expect((await person.put('/api/session/proof', { kind: 'email_code', code })).body.code).toBe('wrong_code');
  expect(person.cookie).toBe(before);
  expect((await person.put('/api/me/mail-codes', { on: true })).body.code).toBe('proof_required');
});

test('who has neither password nor second step proves the mailbox', async () => {
  const person = await buildPerson(app);
  await grow(person);
  expect((await person.get('/api/session/proof')).body).toEqual({ methods: ['email_code'], phone: null });
  await person.post('/api/session/proof/code');
  const { code } = (await lastMessage(app, 'identity.code-by-mail', person.id)) as { code: string };
  expect((await person.put('/api/session/proof', { kind: 'email_code', code })).status).toBe(204);
  expect((await person.put('/api/me/mail-codes', { on: true })).status).toBe(200);
});

test('a code of the authenticator proves, once', async () => {
  const person = await buildPerson(app);
  await given(app, person.id, hashed);
  const { secret } = await addAuthenticator(app, person);
  await app.clock.advance({ minutes: 1 });
  const proof = { kind: 'authenticator', code: codeAt(secret, stepOf(app.clock.now())) };
  expect((await person.put('/api/session/proof', proof)).status).toBe(204);
  expect((await person.put('/api/session/proof', proof)).status).toBe(422);
});

test('adding a second step and changing the password give the session a new token', async () => {
  const person = await buildPerson(app);
  await given(app, person.id, hashed);
  const first = person.cookie;
  await addAuthenticator(app, person);
  const second = person.cookie;
  await person.put('/api/me/password', { current: password, password: 'kuda terbang malam' });
  expect(new Set([first, second, person.cookie]).size).toBe(3);
  for (const old of [first, second]) expect((await anonymous(app.app, old).get('/api/me')).status).toBe(401);
  expect((await person.get('/api/me')).status).toBe(200);
});

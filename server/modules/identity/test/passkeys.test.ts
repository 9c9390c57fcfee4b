import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { anonymous } from '../../../test/kit/client.ts';
import { buildPerson } from '../../../test/kit/people.ts';
import type { TestPerson } from '../../../test/kit/people.ts';
import { hashPassword } from '../index.ts';
import { given, lastMessage, password } from './factors.ts';
import { SoftwareKey } from './software-key.ts';

const app = await createTestApp();
const hashed = await hashPassword(password);

async function add(person: TestPerson, key = new SoftwareKey(), over = {}) {
  const { body } = await person.post('/api/me/passkeys/options');
  const response = key.create(body, over);
  return { key, answer: await person.post('/api/me/passkeys', { name: 'My laptop', response }) };
}

async function personWithKey() {
  const person = await buildPerson(app);
  await given(app, person.id, hashed);
  const { key, answer } = await add(person);
  expect(answer).toMatchObject({ status: 201, body: { recoveryCodes: { length: 10 } } });
  return { person, key };
}

const options = async () => (await app.stranger.post('/api/session/passkey/options')).body;

/** Signs in with what a key says; the status and, when let in, who it is. */
async function signIn(response: unknown): Promise<[number, string?]> {
  const browser = anonymous(app.app);
  const { status } = await browser.post('/api/session/passkey', { response });
  return status === 204 ? [status, (await browser.get('/api/me')).body.email] : [status];
}

test('a passkey signs in by itself: it is both steps, and says who one is', async () => {
  const { person, key } = await personWithKey();
  expect((await person.get('/api/me/factors')).body.passkeys).toMatchObject([{ name: 'My laptop' }]);
  expect(await lastMessage(app, 'identity.factor-was-added', person.id)).toEqual({ kind: 'passkey' });
  expect(await options()).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
  expect(await signIn(key.get(await options()))).toEqual([204, person.email]);
});

test('what was signed works once, for its own challenge only, and not for long', async () => {
  const { person, key } = await personWithKey();
  const signed = key.get(await options());
  expect(await signIn(signed)).toEqual([204, person.email]);
  expect(await signIn(signed)).toEqual([422]);
  const invented = Buffer.from('a challenge of mine').toString('base64url');
  expect(await signIn(key.get({ challenge: invented }))).toEqual([422]);
  expect(await signIn(key.get(await options(), { challenge: invented }))).toEqual([422]);
  const late = key.get(await options());
  await app.clock.advance({ minutes: 6 });
  expect(await signIn(late)).toEqual([422]);
});

test('another origin, another host, and a key that nobody opened are refused', async () => {
  const { key } = await personWithKey();
  expect(await signIn(key.get(await options(), { origin: 'https://localhost.evil.example' }))).toEqual([422]);
  expect(await signIn(key.get(await options(), { host: 'evil.example' }))).toEqual([422]);
  expect(await signIn(key.get(await options(), { unverified: true }))).toEqual([422]);
});

test('a forged signature and the key of nobody are refused', async () => {
  const { person, key } = await personWithKey();
  const forger = new SoftwareKey();
  const forged = { ...forger.get(await options()), id: key.id.toString('base64url') };
  expect(await signIn({ ...forged, rawId: forged.id })).toEqual([422]);
  expect(await signIn(forger.get(await options()))).toEqual([422]);
  expect(await signIn(key.get(await options()))).toEqual([204, person.email]);
});

test('a counter that goes back is a copied key', async () => {
  const { key, person } = await personWithKey();
  key.counter = 40;
  expect(await signIn(key.get(await options()))).toEqual([204, person.email]);
  key.counter = 20;
  expect(await signIn(key.get(await options()))).toEqual([422]);
  key.counter = 40;
  expect(await signIn(key.get(await options()))).toEqual([422]);
  expect(await signIn(key.get(await options()))).toEqual([204, person.email]);
});

test('a challenge made for one thing or person does not serve another', async () => {
  const { person, key } = await personWithKey();
  const other = await personWithKey();
  const forProof = (await person.post('/api/session/proof/passkey/options')).body;
  expect(await signIn(key.get(forProof))).toEqual([422]);
  const prove = (as: TestPerson, response: unknown) =>
    as.put('/api/session/proof', { kind: 'passkey', response });
  const forSignIn = key.get(await options());
  expect((await prove(person, forSignIn)).body.code).toBe('wrong_passkey');
  const ofOther = (await other.person.post('/api/session/proof/passkey/options')).body;
  expect((await prove(person, key.get(ofOther))).status).toBe(422);
  const mine = (await person.post('/api/session/proof/passkey/options')).body;
  expect((await prove(person, other.key.get(mine))).status).toBe(422);
  const again = (await person.post('/api/session/proof/passkey/options')).body;
  expect((await prove(person, key.get(again))).status).toBe(204);
});

test('a passkey is a second step after the password', async () => {
  const { person, key } = await personWithKey();
  const browser = anonymous(app.app);
  const { body } = await browser.post('/api/session', { email: person.email, password });
  expect(body.steps).toEqual(['passkey', 'recovery_code']);
  const asked = await browser.post('/api/session/second-step/passkey/options', { attempt: body.attempt });
  expect(asked.body.allowCredentials).toMatchObject([{ id: key.id.toString('base64url') }]);
  const step = { kind: 'passkey', response: key.get(asked.body) };
  expect((await browser.post('/api/session/second-step', { attempt: body.attempt, step })).status).toBe(204);
  expect((await browser.get('/api/me')).body.email).toBe(person.email);
});

test('registration checks challenge, origin and verification, and takes no key twice', async () => {
  const person = await buildPerson(app);
  const wrong = [{ origin: 'https://evil.example' }, { host: 'evil.example' }, { unverified: true }];
  for (const over of wrong) expect((await add(person, new SoftwareKey(), over)).answer.status).toBe(422);
  const { key, answer } = await add(person);
  expect(answer.status).toBe(201);
  expect((await add(person, key)).answer.status).toBe(422);
  const { body } = await person.post('/api/me/passkeys/options');
  const response = new SoftwareKey().create(body);
  const thief = await buildPerson(app);
  expect((await thief.post('/api/me/passkeys', { name: 'Mine', response })).status).toBe(422);
  expect((await person.post('/api/me/passkeys', { name: 'Late', response })).status).toBe(422);
});

test('who is shut out or has removed the passkey does not get in with it', async () => {
  const { person, key } = await personWithKey();
  const [{ id }] = (await person.get('/api/me/factors')).body.passkeys;
  expect((await person.patch(`/api/me/passkeys/${id}`, 1, { name: 'Old laptop' })).status).toBe(204);
  expect((await person.delete(`/api/me/passkeys/${id}`)).status).toBe(204);
  expect(await signIn(key.get(await options()))).toEqual([422]);

  const shut = await personWithKey();
  await app.ctx.transact((tx) =>
    tx.db
      .updateTable('identity.people')
      .set({ disabled_at: tx.now })
      .where('id', '=', shut.person.id)
      .execute(),
  );
  expect(await signIn(shut.key.get(await options()))).toEqual([422]);
});

test('what is over is forgotten', async () => {
  await options();
  await app.clock.advance({ hours: 2 });
  await app.sweep('identity.forget-steps');
  const { rows } = await app.app.pool.query('select from identity.challenges');
  expect(rows).toHaveLength(0);
});

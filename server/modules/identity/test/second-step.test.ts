import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { anonymous } from '../../../test/kit/client.ts';
import { mailedToken } from '../../../test/kit/mail.ts';
import { buildPerson } from '../../../test/kit/people.ts';
import { codeAt, stepOf } from '../domain/one-time-codes.ts';
import { hashPassword } from '../index.ts';
import { addAuthenticator, given, lastMessage, password } from './factors.ts';

const app = await createTestApp();
const hashed = await hashPassword(password);

const signIn = (email: string, as = anonymous(app.app)) => as.post('/api/session', { email, password });

async function personWithApp() {
  const person = await buildPerson(app);
  await given(app, person.id, hashed);
  return { person, ...(await addAuthenticator(app, person)) };
}

const now = (secret: string, away = 0) => codeAt(secret, stepOf(app.clock.now()) + away);

test('an authenticator is confirmed by its first code, then asked for at the next sign-in', async () => {
  const { person, secret, recoveryCodes } = await personWithApp();
  expect(recoveryCodes).toHaveLength(10);
  expect((await person.get('/api/me/factors')).body).toMatchObject({
    authenticators: [{ name: 'My phone' }],
    recoveryCodes: { left: 10 },
    remind: false,
  });
  expect(await lastMessage(app, 'identity.factor-was-added', person.id)).toEqual({ kind: 'authenticator' });

  await app.clock.advance({ minutes: 1 });
  const browser = anonymous(app.app);
  const first = await signIn(person.email, browser);
  expect(first).toMatchObject({ status: 200, body: { steps: ['authenticator', 'recovery_code'] } });
  expect(browser.cookie).toBeNull();
  expect((await browser.get('/api/me')).status).toBe(401);
  const step = { kind: 'authenticator', code: now(secret) };
  const second = await browser.post('/api/session/second-step', { attempt: first.body.attempt, step });
  expect(second.status).toBe(204);
  expect((await browser.get('/api/me')).body.email).toBe(person.email);
});

test('a code works once, in whichever sign-in, and an attempt is completed once', async () => {
  const { person, secret } = await personWithApp();
  await app.clock.advance({ minutes: 1 });
  const step = { kind: 'authenticator', code: now(secret) };
  const [one, other] = await Promise.all([signIn(person.email), signIn(person.email)]);
  const tries = await Promise.all(
    [one, other].map(({ body }) =>
      anonymous(app.app).post('/api/session/second-step', { attempt: body.attempt, step }),
    ),
  );
  expect(tries.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 422]);
  const used = tries[0]!.status === 204 ? one : other;
  const again = await app.stranger.post('/api/session/second-step', {
    attempt: used.body.attempt,
    step: { kind: 'authenticator', code: now(secret, 1) },
  });
  expect(again).toMatchObject({ status: 410, body: { code: 'attempt_over' } });
});

test('five wrong codes end an attempt, ten minutes do, and many wrong codes slow who knows the password', async () => {
  const { person, secret } = await personWithApp();
  await app.clock.advance({ minutes: 1 });
  const wrong = { kind: 'authenticator', code: '000000' };
  const tryAll = async () => {
    const { attempt } = (await signIn(person.email)).body;
    const answers = [];
    for (let n = 0; n < 6; n++)
      answers.push((await app.stranger.post('/api/session/second-step', { attempt, step: wrong })).status);
    return answers;
  };
  expect(await tryAll()).toEqual([422, 422, 422, 422, 422, 410]);
  for (let n = 0; n < 3; n++) await tryAll();
  const { attempt } = (await signIn(person.email)).body;
  const right = () =>
    app.stranger.post('/api/session/second-step', {
      attempt,
      step: { kind: 'authenticator', code: now(secret) },
    });
  expect((await right()).status).toBe(429);
  await app.clock.advance({ minutes: 11 });
  expect((await right()).body.code).toBe('attempt_over');
  await app.clock.advance({ minutes: 61 });
  const later = (await signIn(person.email)).body;
  const step = { kind: 'authenticator', code: now(secret) };
  const answer = await anonymous(app.app).post('/api/session/second-step', { attempt: later.attempt, step });
  expect(answer.status).toBe(204);
});

test('a recovery code stands in once, whatever its writing, and its owner is told', async () => {
  const { person, recoveryCodes } = await personWithApp();
  const step = { kind: 'recovery_code', code: ` ${recoveryCodes[3]!.toUpperCase().replaceAll('-', ' ')} ` };
  const once = async () => {
    const { attempt } = (await signIn(person.email)).body;
    return (await anonymous(app.app).post('/api/session/second-step', { attempt, step })).status;
  };
  expect(await once()).toBe(204);
  expect(await once()).toBe(422);
  // 24 of 32 letters are 120 bits: a plain hash hides them.
  for (const code of recoveryCodes)
    expect(code).toMatch(/^([a-hj-km-np-z02-9]{6}-){3}[a-hj-km-np-z02-9]{6}$/);
  expect(new Set(recoveryCodes).size).toBe(10);
  expect(await lastMessage(app, 'identity.recovery-code-was-used', person.id)).toEqual({ left: 9 });
  const { rows } = await app.app.pool.query<{ text: string }>(
    'select c::text as text from identity.recovery_codes c where person_id = $1',
    [person.id],
  );
  expect(rows.filter(({ text }) => recoveryCodes.some((code) => text.includes(code)))).toEqual([]);
});

test('new recovery codes replace the old ones; without a second step there are none', async () => {
  const { person, id, recoveryCodes } = await personWithApp();
  const made = (await person.put('/api/me/recovery-codes')).body.recoveryCodes as string[];
  expect(made.filter((code) => recoveryCodes.includes(code))).toEqual([]);
  const { attempt } = (await signIn(person.email)).body;
  const old = { attempt, step: { kind: 'recovery_code', code: recoveryCodes[0]! } };
  expect((await app.stranger.post('/api/session/second-step', old)).status).toBe(422);
  expect((await person.delete(`/api/me/authenticators/${id}`)).status).toBe(204);
  expect(await lastMessage(app, 'identity.factor-was-removed', person.id)).toEqual({ kind: 'authenticator' });
  expect((await signIn(person.email)).status).toBe(204);
  expect((await person.put('/api/me/recovery-codes')).body.code).toBe('no_second_step');
});

test('a code by mail works once, and the newest only', async () => {
  const person = await buildPerson(app);
  await given(app, person.id, hashed);
  await person.put('/api/me/mail-codes', { on: true });
  const { attempt, steps } = (await signIn(person.email)).body;
  expect(steps).toEqual(['email_code', 'recovery_code']);
  const send = () => app.stranger.post('/api/session/second-step/code', { attempt });
  const mailed = async () => (await lastMessage(app, 'identity.code-by-mail', person.id)) as { code: string };
  expect((await send()).status).toBe(202);
  const { code: first } = await mailed();
  expect((await send()).status).toBe(429);
  await app.clock.advance({ minutes: 1 });
  expect((await send()).status).toBe(202);
  const { code } = await mailed();
  const take = (typed: string) =>
    anonymous(app.app).post('/api/session/second-step', {
      attempt,
      step: { kind: 'email_code', code: typed },
    });
  for (const sent of [first, code]) expect(sent).toMatch(/^\d{8}$/);
  if (first !== code) expect((await take(first)).status).toBe(422);
  expect((await take(`${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(204);
  const next = (await signIn(person.email)).body;
  const replay = { attempt: next.attempt, step: { kind: 'email_code', code } };
  expect((await app.stranger.post('/api/session/second-step', replay)).status).toBe(422);
});

test('a reset by mail does not go around the second step', async () => {
  const { person, secret } = await personWithApp();
  await app.stranger.post('/api/password-resets', { email: person.email, locale: 'en' });
  const token = await mailedToken(app, person.email);
  const browser = anonymous(app.app);
  const chosen = await browser.put('/api/password', { token, password: 'kuda terbang malam' });
  expect(chosen).toMatchObject({ status: 200, body: { steps: ['authenticator', 'recovery_code'] } });
  expect(browser.cookie).toBeNull();
  await app.clock.advance({ minutes: 1 });
  const step = { kind: 'authenticator', code: now(secret) };
  await browser.post('/api/session/second-step', { attempt: chosen.body.attempt, step });
  expect((await browser.get('/api/me')).status).toBe(200);
});

test('secrets are stored neither in the clear nor under an idempotency key', async () => {
  const { person, secret, recoveryCodes } = await personWithApp();
  const key = 'the-same-key-twice';
  const body = { email: person.email, password };
  const [one, two] = [
    await app.stranger.post('/api/session', body, { key }),
    await app.stranger.post('/api/session', body, { key }),
  ];
  expect(one.body.attempt).not.toBe(two.body.attempt);
  const { rows } = await app.app.pool.query<{ all: string }>(`
    select concat((select json_agg(i) from kernel.idempotency i), (select json_agg(e) from kernel.events e),
      (select json_agg(m) from kernel.messages m), (select json_agg(a) from identity.authenticators a),
      (select json_agg(t) from identity.attempts t)) as all`);
  for (const text of [secret, recoveryCodes[0]!, one.body.attempt as string])
    expect(rows[0]!.all).not.toContain(text);
});

test('others cannot confirm, rename or remove what is not theirs', async () => {
  const { id } = await personWithApp();
  const other = await buildPerson(app);
  const at = `/api/me/authenticators/${id}`;
  expect((await other.post(`${at}/confirmation`, { code: '000000' })).status).toBe(404);
  expect((await other.patch(at, 1, { name: 'Mine' })).status).toBe(404);
  expect((await other.delete(at)).status).toBe(404);
});

test('the reminder rests for a month when it is sent away', async () => {
  const person = await buildPerson(app);
  const remind = async () => (await person.get('/api/me/factors')).body.remind as boolean;
  expect(await remind()).toBe(true);
  await person.put('/api/me/factor-reminder');
  expect(await remind()).toBe(false);
  await app.ctx.transact((tx) =>
    tx.db
      .updateTable('identity.people')
      .set({ reminder_rests_until: new Date(tx.now.getTime() - 1) })
      .where('id', '=', person.id)
      .execute(),
  );
  expect(await remind()).toBe(true);
});

import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { textChannels } from '../../../kernel/texting.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { anonymous } from '../../../test/kit/client.ts';
import { buildPerson, buildStaff } from '../../../test/kit/people.ts';
import type { TestPerson } from '../../../test/kit/people.ts';
import { hashPassword } from '../index.ts';
import { given, lastMessage, password } from './factors.ts';

const app = await createTestApp();
const hashed = await hashPassword(password);
const setting = '/api/console/settings/identity.texting';

let count = 0;
const newNumber = () => `+62812${String(++count).padStart(8, '0')}`;
/** A day later nothing that was sent before counts any more; sessions are good for two weeks. */
const dayLater = () => app.clock.advance({ hours: 24, minutes: 1 });
const secondsLater = () => app.clock.advance({ seconds: 31 });

async function person(): Promise<TestPerson> {
  const somebody = await buildPerson(app);
  await given(app, somebody.id, hashed);
  return somebody;
}
async function texts(number: string): Promise<string[]> {
  await app.settle();
  return app.ports.texts.filter(({ to }) => to === number).map(({ words }) => words);
}
async function texted(number: string): Promise<string> {
  const [, one, two] = /(\d{4}) (\d{4})/.exec((await texts(number)).at(-1)!)!;
  return `${one}${two}`;
}
const ask = (somebody: TestPerson, number: string, channel = 'sms') =>
  somebody.post('/api/me/phone', { number, channel });
const confirm = (somebody: TestPerson, code: string) => somebody.put('/api/me/phone', { code });
const wrong = (code: string) => String((Number(code) + 1) % 100_000_000).padStart(8, '0');

async function withPhone(number = newNumber(), channel = 'sms') {
  const somebody = await person();
  await ask(somebody, number, channel);
  const { body } = await confirm(somebody, await texted(number));
  // Confirming made the proof that of today.
  await app.app.pool.query(`update identity.sessions set proved_at = '2100-01-01' where person_id = $1`, [
    somebody.id,
  ]);
  return { somebody, number, recoveryCodes: body.recoveryCodes as string[] };
}
const signIn = (email: string) => app.stranger.post('/api/session', { email, password });
const send = (attempt: string, by: string) =>
  app.stranger.post('/api/session/second-step/code', { attempt, by });
const take = (attempt: string, code: string, kind = 'message_code') =>
  anonymous(app.app).post('/api/session/second-step', { attempt, step: { kind, code } });

beforeEach(() => {
  app.ports.texting.channels = textChannels;
});

test('a phone counts once its code came back, is asked for at the next sign-in, and its owner is told', async () => {
  const number = newNumber();
  const somebody = await person();
  expect((await ask(somebody, `0${number.slice(3)}`, 'whatsapp')).status).toBe(202);
  expect((await somebody.get('/api/me/factors')).body).toMatchObject({ phone: null, recoveryCodes: null });
  expect((await signIn(somebody.email)).status).toBe(204);

  const confirmed = await confirm(somebody, await texted(number));
  expect(confirmed.body.recoveryCodes).toHaveLength(10);
  const hint = { ending: number.slice(-3), channel: 'whatsapp' };
  expect((await somebody.get('/api/me/factors')).body).toMatchObject({
    phone: hint,
    texting: ['whatsapp', 'sms'],
    remind: false,
  });
  expect(await lastMessage(app, 'identity.factor-was-added', somebody.id)).toEqual({ kind: 'message_code' });

  const { attempt, steps, phone } = (await signIn(somebody.email)).body;
  expect({ steps, phone }).toEqual({ steps: ['message_code', 'recovery_code'], phone: hint });
  await secondsLater();
  for (const by of ['whatsapp', 'sms']) {
    expect((await send(attempt, by)).status).toBe(202);
    await app.settle();
    expect(app.ports.texts.at(-1)).toMatchObject({ to: number, channel: by });
    await secondsLater();
  }
  expect((await take(attempt, await texted(number))).status).toBe(204);
});

test('phones are told for which site a code is, and the text is short', async () => {
  const { number } = await withPhone();
  const [words] = await texts(number);
  expect(words).toMatch(/^\d{4} \d{4} is your Clientarea code\. .+\n@localhost #\d{8}$/s);
  expect(words!.length).toBeLessThanOrEqual(160);
});

test('a code ends with five wrong tries, with ten minutes and with its use', async () => {
  const number = newNumber();
  const somebody = await person();
  await ask(somebody, number);
  const first = await texted(number);
  for (let n = 0; n < 5; n++) expect((await confirm(somebody, wrong(first))).status).toBe(422);
  expect((await confirm(somebody, first)).body.code).toBe('wrong_code');

  await secondsLater();
  await ask(somebody, number);
  const second = await texted(number);
  await app.clock.advance({ minutes: 10 });
  expect((await confirm(somebody, second)).status).toBe(422);

  await ask(somebody, number);
  const third = await texted(number);
  for (let n = 0; n < 4; n++) await confirm(somebody, wrong(third));
  expect((await confirm(somebody, third)).status).toBe(200);
  expect((await confirm(somebody, third)).status).toBe(422);
});

test('a code serves only the sign-in or session that asked for it, and only its own way', async () => {
  const { somebody, number } = await withPhone();
  await somebody.put('/api/me/mail-codes', { on: true });
  const [one, other] = [(await signIn(somebody.email)).body, (await signIn(somebody.email)).body];
  await secondsLater();
  await send(one.attempt, 'sms');
  const code = await texted(number);
  expect((await take(other.attempt, code)).status).toBe(422);
  expect((await take(one.attempt, code, 'email_code')).status).toBe(422);
  expect((await somebody.put('/api/session/proof', { kind: 'message_code', code })).status).toBe(422);
  expect((await confirm(somebody, code)).status).toBe(422);
  expect((await take(one.attempt, code)).status).toBe(204);

  await secondsLater();
  expect((await somebody.post('/api/session/proof/code', { by: 'sms' })).status).toBe(202);
  const proof = { kind: 'message_code', code: await texted(number) };
  const elsewhere = anonymous(app.app);
  const { attempt } = (await elsewhere.post('/api/session', { email: somebody.email, password })).body;
  await secondsLater();
  await send(attempt, 'sms');
  const step = { kind: 'message_code', code: await texted(number) };
  await elsewhere.post('/api/session/second-step', { attempt, step });
  expect((await elsewhere.put('/api/session/proof', proof)).status).toBe(422);
  expect((await somebody.put('/api/session/proof', proof)).status).toBe(204);
});

test('nobody floods a phone: not with one account, not with many, not by signing in', async () => {
  const victim = newNumber();
  const askOf = async (somebody: TestPerson, number: string) => {
    await secondsLater();
    return (await ask(somebody, number)).status;
  };
  const answers = [];
  for (let n = 0; n < 6; n++) answers.push(await askOf(await person(), victim));
  expect(answers).toEqual([202, 202, 202, 202, 429, 429]);
  expect(await texts(victim)).toHaveLength(4);

  const many = await person();
  const each = [];
  for (let n = 0; n < 8; n++) each.push(await askOf(many, newNumber()));
  expect(each).toEqual([202, 202, 202, 202, 202, 202, 429, 429]);

  // Who was flooded is not locked out: codes for signing in are counted apart, by who holds the phone.
  const { somebody, number } = await withPhone();
  for (let n = 0; n < 4; n++) await askOf(await person(), number);
  const { attempt } = (await signIn(somebody.email)).body;
  expect((await send(attempt, 'sms')).status).toBe(202);
  const signing = [];
  for (let n = 0; n < 11; n++) {
    const begun = (await signIn(somebody.email)).body;
    await secondsLater();
    signing.push((await send(begun.attempt, 'sms')).status);
  }
  expect(signing).toEqual([...Array.from({ length: 9 }, () => 202), 429, 429]);
  const refused = await send((await signIn(somebody.email)).body.attempt, 'sms');
  expect(refused.body.facts.retryAfter).toBeGreaterThan(3600);
  await dayLater();
  expect((await send((await signIn(somebody.email)).body.attempt, 'sms')).status).toBe(202);
});

test('nobody has the business pay: few countries, and so many new numbers a day', async () => {
  const admin = await buildStaff(app, 'administrator');
  const somebody = await person();
  await app.settle();
  const before = app.ports.texts.length;
  expect((await ask(somebody, '+88 2 1234 5678')).body.fields).toMatchObject([
    { path: 'number', code: 'country_not_served' },
  ]);
  expect((await ask(somebody, '12')).body.fields).toMatchObject([{ path: 'number' }]);
  await app.settle();
  expect(app.ports.texts).toHaveLength(before);

  await dayLater();
  const { value, version } = (await admin.get(setting)).body;
  expect(value).toEqual({ countryCodes: ['62'], newNumbersPerDay: 200 });
  const changed = { value: { countryCodes: ['62', '65'], newNumbersPerDay: 3 } };
  const saved = await admin.put(setting, changed, { version });
  expect(saved.status).toBe(200);
  expect((await ask(await person(), '+65 9123 4567')).status).toBe(202);
  const answers = await Promise.all(
    Array.from({ length: 6 }, async () => (await ask(await person(), newNumber())).status),
  );
  expect(answers.filter((status) => status === 202)).toHaveLength(2);
  expect(answers.filter((status) => status === 429)).toHaveLength(4);

  const channels = [...textChannels];
  const page = '/api/console/texting';
  expect((await admin.get(page)).body).toEqual({ channels, delivers: true, newNumbers: 3 });
  expect((await (await buildStaff(app, 'support')).get(page)).status).toBe(404);
  await dayLater();
  expect((await admin.get(page)).body.newNumbers).toBe(0);
  await admin.put(setting, { value }, { version: saved.body.version });
});

test('another number takes the place of the first, its owner is told by mail, and codes sent there end', async () => {
  const { somebody, number: old } = await withPhone();
  const { attempt } = (await signIn(somebody.email)).body;
  await secondsLater();
  await send(attempt, 'sms');
  const sentToOld = await texted(old);
  const next = newNumber();
  expect((await ask(somebody, next)).status).toBe(202);
  expect((await confirm(somebody, await texted(next))).body).toEqual({ recoveryCodes: null });
  const told = { from: old.slice(-3), to: next.slice(-3) };
  expect(await lastMessage(app, 'identity.phone-was-changed', somebody.id)).toEqual(told);
  await app.settle();
  expect(app.ports.sent.findLast(({ to }) => to.address === somebody.email)!.subject).toContain('phone');
  expect((await take(attempt, sentToOld)).status).toBe(422);
  await secondsLater();
  await send(attempt, 'sms');
  expect((await take(attempt, await texted(next))).status).toBe(204);
});

test('it is removed like any second step, and recovery codes go with the last', async () => {
  const { somebody } = await withPhone();
  expect((await somebody.delete('/api/me/phone')).status).toBe(204);
  expect((await somebody.delete('/api/me/phone')).status).toBe(404);
  expect((await somebody.get('/api/me/factors')).body).toMatchObject({ phone: null, recoveryCodes: null });
  expect(await lastMessage(app, 'identity.factor-was-removed', somebody.id)).toEqual({
    kind: 'message_code',
  });
  expect((await signIn(somebody.email)).status).toBe(204);
  expect((await somebody.post('/api/session/proof/code', { by: 'sms' })).body.code).toBe('no_second_step');
});

test('where texting is off it is not offered, and who has a phone is not let in with the password alone', async () => {
  const { somebody, recoveryCodes } = await withPhone();
  app.ports.texting.channels = [];
  expect((await somebody.get('/api/me/factors')).body.texting).toEqual([]);
  expect((await ask(somebody, newNumber())).body.code).toBe('texting_off');
  const { attempt, steps } = (await signIn(somebody.email)).body;
  expect(steps).toEqual(['message_code', 'recovery_code']);
  expect((await send(attempt, 'sms')).body.code).toBe('texting_off');
  expect((await take(attempt, recoveryCodes[0]!, 'recovery_code')).status).toBe(204);
  app.ports.texting.channels = ['sms'];
  expect((await ask(await person(), newNumber(), 'whatsapp')).body.code).toBe('texting_off');
});

test('who does not take a code by text cannot have one sent', async () => {
  const somebody = await person();
  await somebody.put('/api/me/mail-codes', { on: true });
  const { attempt } = (await signIn(somebody.email)).body;
  expect((await send(attempt, 'sms')).body.code).toBe('attempt_over');
});

test('neither number nor code lie about, and staff cannot read a code in the outbox', async () => {
  const support = await buildStaff(app, 'support');
  const { somebody, number } = await withPhone();
  await somebody.put('/api/me/mail-codes', { on: true });
  const { attempt } = (await signIn(somebody.email)).body;
  await secondsLater();
  await send(attempt, 'sms');
  await send(attempt, 'email');
  const mailed = (await lastMessage(app, 'identity.code-by-mail', somebody.id)) as { code: string };
  const code = await texted(number);
  // As they lie there until somebody takes them.
  await app.app.pool.query(
    `update notifications.mails set state = 'waiting', body = 'sealed' where body is null`,
  );
  const { items } = (await support.get('/api/console/outbox?limit=200')).body;
  const ours = items.filter(({ recipient }: { recipient: string }) =>
    [number, somebody.email].includes(recipient),
  );
  expect(ours.map(({ channel }: { channel: string }) => channel)).toEqual(
    expect.arrayContaining(['sms', 'email']),
  );
  for (const { id, kind } of ours) {
    const shown = await support.get(`/api/console/outbox/${id}`);
    if (kind.startsWith('identity.code-')) expect(shown.body).toMatchObject({ text: null, html: null });
    for (const secret of [code, mailed.code, code.slice(0, 4) + ' ' + code.slice(4)])
      expect(shown.text).not.toContain(secret);
  }
  const { rows } = await app.app.pool.query<{ all: string }>(`
    select concat((select json_agg(i) from kernel.idempotency i), (select json_agg(e) from kernel.events e),
      (select json_agg(s) from identity.sent_codes s where kind = 'email_code'),
      (select json_agg(code_sealed) from identity.sent_codes), (select json_agg(m.subject) from notifications.mails m),
      (select json_agg(a) from identity.text_allowances a)) as all`);
  for (const secret of [number, code, mailed.code]) expect(rows[0]!.all).not.toContain(secret);
});

test('without a telephone network the outbox shows what a text says', async () => {
  Object.assign(app.ports.texting, { delivers: false });
  onTestFinished(() => void Object.assign(app.ports.texting, { delivers: true }));
  const support = await buildStaff(app, 'support');
  const number = newNumber();
  await ask(await person(), number);
  await app.settle();
  const { items } = (await support.get(`/api/console/outbox?q=${encodeURIComponent(number)}`)).body;
  const shown = await support.get(`/api/console/outbox/${items[0].id}`);
  expect(shown.body).toMatchObject({ text: expect.stringMatching(/\d{4} \d{4}/) as string, html: null });
});

test('a text that waited too long is not sent any more', async () => {
  const number = newNumber();
  const somebody = await person();
  const { send: real } = app.ports.texting;
  app.ports.texting.send = () => Promise.reject(new Error('no network'));
  await ask(somebody, number);
  await app.settle();
  app.ports.texting.send = real;
  app.failures.length = 0;
  await app.clock.advance({ minutes: 11 });
  await app.settle();
  expect(await texts(number)).toEqual([]);
  const admin = await buildStaff(app, 'administrator');
  const outbox = await admin.get(`/api/console/outbox?q=${encodeURIComponent(number)}`);
  expect(outbox.body.items).toMatchObject([{ state: 'failed', channel: 'sms' }]);
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { anonymous } from '../../../test/kit/client.ts';
import type { TestClient } from '../../../test/kit/client.ts';
import { buildPerson, buildStaff } from '../../../test/kit/people.ts';
import { hashPassword } from '../passwords.ts';
import { given, lastMessage, password } from './factors.ts';

const app = await createTestApp(undefined, { trustProxy: true });
const hashed = await hashPassword(password);
const chrome = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
const home = '180.244.1.1';
const america = '8.8.8.8';

async function somebody() {
  const person = await buildPerson(app);
  await given(app, person.id, hashed);
  return person;
}

const enter = (browser: TestClient, email: string, address = home, word = password) =>
  browser.post(
    '/api/session',
    { email, password: word },
    { headers: { 'x-forwarded-for': address, 'user-agent': chrome } },
  );

async function told(person: string) {
  const { rows } = await app.app.pool.query<{ kind: string }>(
    `select kind from kernel.messages where person_id = $1 and kind like 'identity.%this-you' order by id`,
    [person],
  );
  return rows.length;
}
const linkOf = async (person: string) =>
  ((await lastMessage(app, 'identity.was-this-you', person)) as { token: string }).token;

test('every sign-in is in the log with where it came from, and nobody else sees it', async () => {
  const person = await somebody();
  const browser = anonymous(app.app);
  expect((await enter(browser, person.email, america, 'not the password')).status).toBe(401);
  await app.clock.advance({ minutes: 1 });
  expect((await enter(browser, person.email)).status).toBe(204);
  const { items } = (await browser.get('/api/me/sign-ins')).body;
  const seen = { methods: ['password'], userAgent: chrome, unusual: null, disowned: false };
  expect(items).toMatchObject([
    { ...seen, refused: null, country: 'ID', address: home, at: '2026-03-02T02:01:00.000Z' },
    { ...seen, refused: 'wrong_password', country: 'US', address: america },
  ]);
  const devices = (await browser.get('/api/me/sessions')).body.items;
  expect(devices).toContainEqual(expect.objectContaining({ current: true, country: 'ID', address: home }));
  expect((await (await somebody()).get('/api/me/sign-ins')).body.items).toEqual([]);
  expect((await app.stranger.get('/api/me/sign-ins')).status).toBe(401);

  const url = `/api/console/people/${person.id}/sign-ins`;
  expect((await (await buildStaff(app, 'support')).get(url)).body.items).toEqual(items);
  expect((await (await buildStaff(app, 'operations')).get(url)).status).toBe(404);
  expect((await person.get(url)).status).toBe(404);
});

test('the log is read page by page and is kept for a year', async () => {
  const person = await somebody();
  for (let n = 0; n < 3; n++) {
    await app.clock.advance({ minutes: 1 });
    await enter(anonymous(app.app), person.email, home, 'not the password');
  }
  const first = (await person.get('/api/me/sign-ins?limit=2')).body;
  const second = (await person.get(`/api/me/sign-ins?limit=2&after=${first.next}`)).body;
  const times = [...first.items, ...second.items].map(({ at }: { at: string }) => at);
  expect(times).toHaveLength(3);
  expect(new Set(times).size).toBe(3);
  expect(times).toEqual(times.toSorted().toReversed());
  expect(second.next).toBeNull();

  const left = async () =>
    (await app.app.pool.query('select from identity.sign_ins where person_id = $1', [person.id])).rowCount;
  await app.clock.advance({ days: 364 });
  await app.sweep('identity.forget-sign-ins');
  expect(await left()).toBe(3);
  await app.clock.advance({ days: 2 });
  await app.sweep('identity.forget-sign-ins');
  expect(await left()).toBe(0);
});

test('the first sign-in and those of a known device say nothing; a new device is told, in the bell without the link', async () => {
  const person = await somebody();
  const browser = anonymous(app.app);
  await enter(browser, person.email);
  const device = browser.device!;
  expect(device).toMatch(/^device=/);
  await enter(browser, person.email);
  expect(browser.device).toBe(device);
  expect(await told(person.id)).toBe(0);

  await enter(anonymous(app.app), person.email);
  expect(await told(person.id)).toBe(1);
  await app.settle();
  const notices = (await person.get('/api/me/notices')).text;
  expect(notices).toContain('opened on a new device');
  expect(notices).toContain('Chrome, Windows · Indonesia · 3 March 2027');
  const mails = app.ports.sent.filter(({ to }) => to.address === person.email);
  expect(mails).toHaveLength(1);
  expect(mails[0]!.text).toContain('/not-me#token=');
  expect(notices).not.toContain('token');
});

test('a device that somebody made up is not known, and is not kept', async () => {
  const person = await somebody();
  await enter(anonymous(app.app), person.email);
  const browser = anonymous(app.app);
  browser.device = 'device=chosen-by-somebody';
  await enter(browser, person.email);
  expect(browser.device).not.toContain('chosen');
  expect(await told(person.id)).toBe(1);
});

test('a country never seen before is told, also on a known device; an address of nowhere is not', async () => {
  const person = await somebody();
  const browser = anonymous(app.app);
  await enter(browser, person.email);
  await enter(browser, person.email, '10.1.2.3');
  expect(await told(person.id)).toBe(0);
  await enter(browser, person.email, america);
  expect(await told(person.id)).toBe(1);
  expect(await lastMessage(app, 'identity.was-this-you', person.id)).toMatchObject({ country: 'US' });
  await enter(browser, person.email, america);
  expect(await told(person.id)).toBe(1);
});

test('"this was not me" ends everything once: sessions, devices, the password; and mails the way back', async () => {
  const person = await somebody();
  await enter(anonymous(app.app), person.email);
  const thief = anonymous(app.app);
  await enter(thief, person.email, america);
  const token = await linkOf(person.id);
  expect((await app.stranger.get(`/api/sign-ins/disown?token=${token}`)).status).toBe(404);
  expect((await thief.get('/api/me')).status).toBe(200);

  expect((await app.stranger.put('/api/sign-ins/disown', { token })).status).toBe(204);
  for (const who of [thief, person]) expect((await who.get('/api/me')).status).toBe(401);
  expect((await enter(thief, person.email, america)).status).toBe(401);
  expect((await app.stranger.put('/api/sign-ins/disown', { token })).body.code).toBe('link_used_up');

  const reset = (await lastMessage(app, 'identity.reset-password', person.id)) as { token: string };
  const back = anonymous(app.app);
  const chosen = { token: reset.token, password: 'kuda terbang malam' };
  expect((await back.put('/api/password', chosen)).status).toBe(204);
  const { items } = (await back.get('/api/me/sign-ins')).body;
  expect(items.filter(({ disowned }: { disowned: boolean }) => disowned)).toMatchObject([{ country: 'US' }]);
  await enter(thief, person.email, america, chosen.password);
  expect(await lastMessage(app, 'identity.was-this-you', person.id)).toMatchObject({
    unusual: 'new_country',
  });
  expect(await linkOf(person.id)).not.toBe(token);
});

test('the link works for a week', async () => {
  const person = await somebody();
  await enter(anonymous(app.app), person.email);
  await enter(anonymous(app.app), person.email);
  const token = await linkOf(person.id);
  await app.clock.advance({ days: 7 });
  expect((await app.stranger.put('/api/sign-ins/disown', { token })).body.code).toBe('link_used_up');
});

test('over https the device is kept by a cookie of this host alone', async () => {
  const secure = await createTestApp(undefined, { publicUrl: new URL('https://portal.example.com') });
  const person = await buildPerson(secure);
  await given(secure, person.id, hashed);
  const browser = anonymous(secure.app);
  await browser.post('/api/session', { email: person.email, password });
  expect(browser.device).toMatch(/^__Host-device=/);
  const { rows } = await secure.app.pool.query<{ token_hash: Buffer }>(
    'select token_hash from identity.devices',
  );
  expect(rows.map(({ token_hash }) => token_hash.toString())).not.toContain(browser.device!.split('=')[1]);
});

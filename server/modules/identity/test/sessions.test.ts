import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { anonymous } from '../../../test/kit/client.ts';
import type { TestClient } from '../../../test/kit/client.ts';
import { buildMember, buildOrganization, buildPerson, buildStaff } from '../../../test/kit/people.ts';
import type { TestPerson } from '../../../test/kit/people.ts';
import type { LoggedSignIn } from '../account-contract.ts';
import { hashPassword } from '../passwords.ts';
import { given, password } from './factors.ts';

const app = await createTestApp();
const hashed = await hashPassword(password);
const setting = '/api/console/settings/identity.session-limits';

/** A session such as people get, which time does end. */
async function enter(person: TestPerson): Promise<TestClient> {
  await given(app, person.id, hashed);
  const browser = anonymous(app.app);
  expect((await browser.post('/api/session', { email: person.email, password })).status).toBe(204);
  return browser;
}
/** Whether a session lasts; when it was seen is written behind the answer, which is waited for. */
async function isIn(browser: TestClient): Promise<boolean> {
  const { status } = await browser.get('/api/me');
  const { pool } = app.app;
  await expect.poll(() => pool.totalCount - pool.idleCount).toBe(0);
  return status === 200;
}
/** Why the database says that a session ended. */
async function endOf(browser: TestClient) {
  const { rows } = await app.app.pool.query<{ ended_because: string | null }>(
    `select ended_because from identity.sessions where token_hash = sha256($1::bytea) and ended_at is not null`,
    [Buffer.from(browser.cookie!.split('=')[1]!)],
  );
  return rows[0]?.ended_because;
}

test('a client who stays away for a week is signed out, and one who comes by is not', async () => {
  const browser = await enter(await buildPerson(app));
  for (let week = 0; week < 3; week++) {
    await app.clock.advance({ days: 6, hours: 23 });
    expect(await isIn(browser)).toBe(true);
  }
  await app.clock.advance({ days: 7 });
  expect(await isIn(browser)).toBe(false);
  expect(await endOf(browser)).toBe('idle');
});

test('thirty days after signing in a client signs in again, however often they came by', async () => {
  const browser = await enter(await buildPerson(app));
  for (let day = 0; day < 29; day++) {
    await app.clock.advance({ days: 1 });
    expect(await isIn(browser)).toBe(true);
  }
  await app.clock.advance({ days: 1 });
  expect(await isIn(browser)).toBe(false);
  expect(await endOf(browser)).toBe('too_long');
});

test('staff are signed out after eight hours away and a day in any case', async () => {
  const agent = await buildStaff(app, 'support');
  const idle = await enter(agent);
  await app.clock.advance({ hours: 7, minutes: 59 });
  expect(await isIn(idle)).toBe(true);
  await app.clock.advance({ hours: 8 });
  expect(await isIn(idle)).toBe(false);

  const busy = await enter(agent);
  for (let hour = 0; hour < 23; hour++) {
    await app.clock.advance({ hours: 1 });
    expect(await isIn(busy)).toBe(true);
  }
  await app.clock.advance({ hours: 1 });
  expect(await isIn(busy)).toBe(false);
  expect(await endOf(busy)).toBe('too_long');
});

test('a page that asks by itself, and the live stream, keep no session alive', async () => {
  const browser = await enter(await buildPerson(app));
  for (let day = 0; day < 7; day++) {
    expect((await browser.get('/api/me', { headers: { 'x-unattended': '1' } })).status).toBe(200);
    await app.clock.advance({ days: 1 });
  }
  expect((await browser.get('/api/me', { headers: { 'x-unattended': '1' } })).status).toBe(401);

  const streaming = await enter(await buildPerson(app));
  await app.clock.advance({ days: 6 });
  // Nothing listens here, so the stream fails after the session was looked up.
  await streaming.get('/api/live');
  await app.clock.advance({ days: 1 });
  expect(await isIn(streaming)).toBe(false);
});

test('what the business sets holds at once, also for who is signed in, and longer limits bring nothing back', async () => {
  const admin = await buildStaff(app, 'administrator');
  const browser = await enter(await buildPerson(app));
  const over = await enter(await buildPerson(app));
  const { value, version } = (await admin.get(setting)).body;
  const put = (clients: object, seen: number) =>
    admin.put(setting, { value: { ...value, clients: { ...value.clients, ...clients } } }, { version: seen });
  expect((await put({ idleMinutes: 5 }, version)).status).toBe(400);
  expect((await put({ hours: 91 * 24 }, version)).status).toBe(400);
  expect((await put({ idleMinutes: 60 }, version)).status).toBe(200);
  await app.clock.advance({ minutes: 50 });
  expect(await isIn(browser)).toBe(true);
  await app.clock.advance({ minutes: 50 });
  expect(await isIn(browser)).toBe(true);
  expect(await isIn(over)).toBe(false);
  expect((await put(value.clients, version + 1)).status).toBe(200);
  expect(await isIn(over)).toBe(false);
});

test('an organization shortens the sessions of its members, by its owner alone and with a fresh proof', async () => {
  const mine = await buildOrganization(app);
  const member = await buildMember(app, mine, 'member');
  const browser = await enter(member);
  const limits = { idleMinutes: 30, hours: 2 };
  const url = mine.at('/session-limits');
  expect((await member.put(url, limits)).status).toBe(404);
  expect((await (await buildPerson(app)).put(url, limits)).status).toBe(404);
  expect((await mine.owner.put(url, { idleMinutes: 1, hours: 2 })).status).toBe(400);
  const owner = await enter(mine.owner);
  await app.clock.advance({ minutes: 11 });
  expect((await owner.put(url, limits)).body.code).toBe('proof_required');
  expect((await mine.owner.put(url, limits)).status).toBe(204);
  expect((await mine.owner.get(mine.at(''))).body.sessionLimits).toEqual(limits);
  expect((await browser.get('/api/me/sessions')).body.lasts).toEqual(limits);
  for (let step = 0; step < 5; step++) {
    await app.clock.advance({ minutes: 20 });
    expect(await isIn(browser)).toBe(true);
  }
  await app.clock.advance({ minutes: 20 });
  expect(await isIn(browser)).toBe(false);
  expect(await endOf(browser)).toBe('too_long');

  const wish = { idleMinutes: null, hours: null };
  expect((await mine.owner.put(url, wish)).status).toBe(204);
  const again = await enter(member);
  expect((await again.get('/api/me/sessions')).body.lasts).toEqual({ idleMinutes: 7 * 1440, hours: 720 });
});

test('any number of devices may be signed in; each is listed until its session is over', async () => {
  const person = await buildPerson(app);
  const first = await enter(person);
  await app.clock.advance({ days: 6 });
  const others = [await enter(person), await enter(person), await enter(person)];
  // The kit's own session is one more, which never ends.
  expect((await others[0]!.get('/api/me/sessions')).body.items).toHaveLength(5);
  await app.clock.advance({ days: 1 });
  expect((await others[0]!.get('/api/me/sessions')).body.items).toHaveLength(4);
  expect(await isIn(first)).toBe(false);
});

test('looking a session up is one statement, and writes at most once a minute', async () => {
  const browser = await enter(await buildPerson(app));
  const seen = async () => {
    const { rows } = await app.app.pool.query<{ seen: Date; version: string }>(
      `select seen_at as seen, xmin::text as version from identity.sessions where token_hash = sha256($1::bytea)`,
      [Buffer.from(browser.cookie!.split('=')[1]!)],
    );
    return rows[0]!;
  };
  const before = await seen();
  await app.clock.advance({ seconds: 59 });
  for (let n = 0; n < 5; n++) await browser.get('/api/me');
  expect(await seen()).toEqual(before);
  await app.clock.advance({ seconds: 2 });
  await browser.get('/api/me');
  await expect.poll(seen).toMatchObject({ seen: app.clock.now() });
});

test('signing others out asks who it is; a stolen cookie cannot', async () => {
  const person = await buildPerson(app);
  const [mine, other] = [await enter(person), await enter(person)];
  const { items } = (await mine.get('/api/me/sessions')).body;
  const theirs = (await other.get('/api/me/sessions')).body.items.find(
    (one: { current: boolean }) => one.current,
  ).id;
  expect(items.map(({ id }: { id: string }) => id)).toContain(theirs);
  await app.clock.advance({ minutes: 11 });
  for (const url of ['/api/me/sessions', `/api/me/sessions/${theirs}`])
    expect((await mine.delete(url)).body.code).toBe('proof_required');
  await mine.put('/api/session/proof', { kind: 'password', password });
  expect((await mine.delete(`/api/me/sessions/${theirs}`)).status).toBe(204);
  expect(await isIn(other)).toBe(false);
  const third = await enter(person);
  expect((await mine.delete('/api/me/sessions')).status).toBe(204);
  expect(await isIn(third)).toBe(false);
  expect(await isIn(mine)).toBe(true);
});

test('administrators and support end the sessions of anybody, with a fresh proof; others do not', async () => {
  const person = await buildPerson(app);
  const [phone, laptop] = [await enter(person), await enter(person)];
  const url = `/api/console/people/${person.id}`;
  const agent = await buildStaff(app, 'support');
  const operator = await buildStaff(app, 'operations');
  const clerk = await enter(await buildStaff(app, 'administrator'));
  expect((await operator.get(`${url}/sessions`)).status).toBe(404);
  expect((await operator.delete(`${url}/sessions`)).status).toBe(404);
  expect((await agent.get(url)).body).toMatchObject({ email: person.email, staffRoles: [], disabled: false });
  const { items } = (await agent.get(`${url}/sessions`)).body;
  expect(items).toHaveLength(3);
  const own = (await phone.get('/api/me/sessions')).body.items.find(
    (one: { current: boolean }) => one.current,
  ).id;
  expect((await agent.delete(`${url}/sessions/${own}`)).status).toBe(204);
  expect((await agent.delete(`${url}/sessions/${own}`)).status).toBe(404);
  expect([await isIn(phone), await isIn(laptop)]).toEqual([false, true]);
  await app.clock.advance({ minutes: 11 });
  expect((await clerk.delete(`${url}/sessions`)).body.code).toBe('proof_required');
  expect((await agent.delete(`${url}/sessions`)).status).toBe(204);
  for (const device of [laptop, person]) expect(await isIn(device)).toBe(false);
});

test('the log of everybody is searched by who, how it ended and from where', async () => {
  const agent = await buildStaff(app, 'support');
  const person = await buildPerson(app, { name: 'Wayan 100% Sukma' });
  await given(app, person.id, hashed);
  await enter(person);
  await app.clock.advance({ minutes: 1 });
  const wrong = { email: person.email, password: 'not the password' };
  await anonymous(app.app).post('/api/session', wrong);
  await app.clock.advance({ minutes: 1 });
  const nobody = { email: 'nobody@example.com', password: 'not the password' };
  await anonymous(app.app).post('/api/session', nobody);
  const find = async (query: string) =>
    (await agent.get(`/api/console/sign-ins?${query}`)).body.items as LoggedSignIn[];
  expect((await find('limit=1'))[0]).toMatchObject({ person: null, refused: 'unknown' });
  const his = await find('q=Wayan%20100%25');
  expect(his.map(({ refused }) => refused)).toEqual(['wrong_password', null]);
  expect(his[0]!.person).toMatchObject({ id: person.id, email: person.email });
  expect(await find('q=100_')).toEqual([]);
  expect(await find(`q=${person.email}&outcome=opened`)).toHaveLength(1);
  expect(await find(`q=${person.email}&people=staff`)).toEqual([]);
  expect(await find(`q=${person.email}&people=clients`)).toHaveLength(2);
  expect((await find('q=127.0.0.1')).length).toBeGreaterThan(2);
  expect(await find('q=2001:db8::1')).toEqual([]);
  expect((await (await buildStaff(app, 'operations')).get('/api/console/sign-ins')).status).toBe(404);
});

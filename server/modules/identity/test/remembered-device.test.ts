import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { anonymous } from '../../../test/kit/client.ts';
import type { TestClient } from '../../../test/kit/client.ts';
import { buildMember, buildOrganization, buildPerson, buildStaff } from '../../../test/kit/people.ts';
import type { TestPerson } from '../../../test/kit/people.ts';
import { codeAt, stepOf } from '../domain/one-time-codes.ts';
import { hashPassword } from '../passwords.ts';
import { addAuthenticator, given, password } from './factors.ts';

const app = await createTestApp();
const hashed = await hashPassword(password);

async function guarded(person: TestPerson) {
  await given(app, person.id, hashed);
  return { person, secret: (await addAuthenticator(app, person)).secret };
}
const first = (browser: TestClient, { person }: { person: TestPerson }) =>
  browser.post('/api/session', { email: person.email, password });

/** Signs in with both steps and says whether to remember the device. */
async function enter(browser: TestClient, who: { person: TestPerson; secret: string }, remember: boolean) {
  await app.clock.advance({ minutes: 1 });
  const { attempt, rememberDays } = (await first(browser, who)).body;
  const step = { kind: 'authenticator', code: codeAt(who.secret, stepOf(app.clock.now())) };
  expect((await browser.post('/api/session/second-step', { attempt, step, remember })).status).toBe(204);
  return rememberDays as number;
}

test('a remembered device takes no second step for thirty days, others do, and the log says so', async () => {
  const who = await guarded(await buildPerson(app));
  const browser = anonymous(app.app);
  expect(await enter(browser, who, true)).toBe(30);
  expect((await first(browser, who)).status).toBe(204);
  const [last] = (await browser.get('/api/me/sign-ins')).body.items;
  expect(last.methods).toEqual(['password', 'remembered_device']);
  expect((await first(anonymous(app.app), who)).status).toBe(200);
  const other = await guarded(await buildPerson(app));
  expect((await first(browser, other)).status).toBe(200);
  await app.clock.advance({ days: 30 });
  expect((await first(browser, who)).body.steps).toEqual(['authenticator', 'recovery_code']);
});

test('who does not ask for it is not remembered, and a wrong password gets nowhere', async () => {
  const who = await guarded(await buildPerson(app));
  const browser = anonymous(app.app);
  await enter(browser, who, false);
  expect((await first(browser, who)).status).toBe(200);
  await enter(browser, who, true);
  const wrong = await browser.post('/api/session', { email: who.person.email, password: 'not the password' });
  expect(wrong.status).toBe(401);
});

test('the list shows it and takes it back', async () => {
  const who = await guarded(await buildPerson(app));
  const browser = anonymous(app.app);
  await enter(browser, who, true);
  const { items } = (await browser.get('/api/me/devices')).body;
  const until = new Date(app.clock.now().getTime() + 30 * 86_400_000).toISOString();
  expect(items).toMatchObject([{ current: true, until }]);
  const url = `/api/me/devices/${items[0].id}`;
  expect((await (await buildPerson(app)).delete(url)).status).toBe(404);
  expect((await browser.delete(url)).status).toBe(204);
  expect((await browser.delete(url)).status).toBe(404);
  expect((await browser.get('/api/me/devices')).body.items).toEqual([]);
  expect((await first(browser, who)).status).toBe(200);
});

test.each<[string, (who: { person: TestPerson }) => Promise<unknown>]>([
  [
    'a new password',
    ({ person }) => person.put('/api/me/password', { current: password, password: 'kuda terbang malam' }),
  ],
  ['a new second step', ({ person }) => person.put('/api/me/mail-codes', { on: true })],
  [
    'being signed out by staff',
    async ({ person }) =>
      (await buildStaff(app, 'support')).delete(`/api/console/people/${person.id}/sessions`),
  ],
])('%s forgets every device', async (_what, change) => {
  const who = await guarded(await buildPerson(app));
  const browser = anonymous(app.app);
  await enter(browser, who, true);
  expect((await browser.get('/api/me/devices')).body.items).toHaveLength(1);
  await change(who);
  await given(app, who.person.id, hashed);
  expect((await first(browser, who)).status).toBe(200);
});

test('staff are asked every time, unless the business allows days; fewer days hold at once', async () => {
  const who = await guarded(await buildStaff(app, 'finance'));
  const browser = anonymous(app.app);
  expect(await enter(browser, who, true)).toBe(0);
  expect((await first(browser, who)).status).toBe(200);
  const admin = await buildStaff(app, 'administrator');
  const url = '/api/console/settings/identity.session-limits';
  const allow = async (rememberDays: number) => {
    const { value, version } = (await admin.get(url)).body;
    const staff = { ...value.staff, rememberDays };
    expect((await admin.put(url, { value: { ...value, staff } }, { version })).status).toBe(200);
  };
  await allow(3);
  expect((await first(browser, who)).status).toBe(204);
  await allow(0);
  expect((await first(browser, who)).status).toBe(200);
});

test('where an organization asks for a second step, the remembered device has shown one', async () => {
  const mine = await buildOrganization(app);
  await mine.owner.put(mine.at('/second-step'), { asked: true });
  const member = await buildMember(app, mine, 'member');
  const who = await guarded(member);
  const browser = anonymous(app.app);
  await enter(browser, who, true);
  expect((await first(browser, who)).status).toBe(204);
  expect((await browser.get(mine.at('/members'))).status).toBe(200);
});

test('a mailed link to a new password asks for the second step on a remembered device too', async () => {
  const who = await guarded(await buildPerson(app));
  const browser = anonymous(app.app);
  await enter(browser, who, true);
  await app.stranger.post('/api/password-resets', { email: who.person.email, locale: 'en' });
  await app.settle();
  const mail = app.ports.sent.findLast(({ to }) => to.address === who.person.email)!;
  const token = /token=([\w-]+)/.exec(mail.text)![1];
  const chosen = await browser.put('/api/password', { token, password: 'kuda terbang malam' });
  expect(chosen.body.steps).toContain('authenticator');
});

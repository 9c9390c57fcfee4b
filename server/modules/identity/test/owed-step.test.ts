import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { anonymous } from '../../../test/kit/client.ts';
import { mailedToken } from '../../../test/kit/mail.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestPerson } from '../../../test/kit/people.ts';
import { hashPassword } from '../index.ts';
import { addAuthenticator, given, lastMessage, password } from './factors.ts';

const app = await createTestApp();
const hashed = await hashPassword(password);
const setting = '/api/console/settings/identity.second-step';

/** What a session that owes a second step may do, and what it may not. */
async function expectOnlySetUp(person: TestPerson, refused: string): Promise<void> {
  for (const url of [refused, '/api/me/sessions', '/api/notifications'])
    expect([403, 404]).toContain((await person.get(url)).status);
  expect(await person.get(refused)).toMatchObject({ status: 403, body: { code: 'second_step_required' } });
  for (const url of ['/api/session', '/api/me', '/api/me/factors', '/api/session/proof'])
    expect([url, (await person.get(url)).status]).toEqual([url, 200]);
}

test('staff of the roles it is asked of may only set a second step up, then everything again', async () => {
  const admin = await buildStaff(app, 'administrator');
  const agent = await buildStaff(app, 'support');
  const other = await buildStaff(app, 'finance');
  const { version } = (await admin.get(setting)).body;
  const put = await admin.put(setting, { value: { staffRoles: ['support'] } }, { version });
  expect(put.status).toBe(200);
  await expectOnlySetUp(agent, '/api/console/clients');
  for (const free of [admin, other]) expect((await free.get('/api/console/clients')).status).toBe(200);
  await addAuthenticator(app, agent);
  expect((await agent.get('/api/console/clients')).status).toBe(200);
});

test('an organization asks it of its members, on every way in', async () => {
  const mine = await buildOrganization(app);
  const member = await buildMember(app, mine, 'member');
  await given(app, member.id, hashed);
  expect((await member.put(mine.at('/second-step'), { asked: true })).status).toBe(404);
  expect((await mine.owner.put(mine.at('/second-step'), { asked: true })).status).toBe(204);
  await expectOnlySetUp(member, mine.at('/members'));
  await expectOnlySetUp(mine.owner, mine.at('/members'));

  const browser = Object.assign(anonymous(app.app), { id: member.id, email: member.email });
  await browser.post('/api/session', { email: member.email, password });
  await expectOnlySetUp(browser, mine.at('/members'));

  await app.stranger.post('/api/password-resets', { email: member.email, locale: 'en' });
  const token = await mailedToken(app, member.email);
  await browser.put('/api/password', { token, password: 'kuda terbang malam' });
  await expectOnlySetUp(browser, mine.at('/members'));
  await addAuthenticator(app, browser);
  expect((await browser.get(mine.at('/members'))).status).toBe(200);

  await addAuthenticator(app, mine.owner);
  expect((await mine.owner.get(mine.at(''))).body.asksSecondStep).toBe(true);
  await mine.owner.put(mine.at('/second-step'), { asked: false });
  const free = await buildMember(app, mine, 'member');
  expect((await free.get(mine.at('/members'))).status).toBe(200);
});

test('a code by mail that was turned on counts once it was shown', async () => {
  const mine = await buildOrganization(app);
  const member = await buildMember(app, mine, 'member');
  await mine.owner.put(mine.at('/second-step'), { asked: true });
  await member.put('/api/me/mail-codes', { on: true });
  expect((await member.get(mine.at('/members'))).status).toBe(403);
  await member.post('/api/session/proof/code');
  const { code } = (await lastMessage(app, 'identity.code-by-mail', member.id)) as { code: string };
  expect((await member.put('/api/session/proof', { kind: 'email_code', code })).status).toBe(204);
  expect((await member.get(mine.at('/members'))).status).toBe(200);
});

test('where it is asked the last second step stays, and says why; another one may go', async () => {
  const mine = await buildOrganization(app);
  const member = await buildMember(app, mine, 'member');
  const app1 = await addAuthenticator(app, member);
  await member.put('/api/me/mail-codes', { on: true });
  await mine.owner.put(mine.at('/second-step'), { asked: true });
  expect((await member.put('/api/me/mail-codes', { on: false })).status).toBe(200);
  const refused = {
    status: 409,
    body: { code: 'last_second_step', facts: { reason: 'asked_by_organization' } },
  };
  expect(await member.delete(`/api/me/authenticators/${app1.id}`)).toMatchObject(refused);
  expect((await member.get('/api/me/factors')).body).toMatchObject({
    authenticators: [{ id: app1.id }],
    recoveryCodes: { left: 10 },
    can: { removeLast: { no: 'asked_by_organization' } },
  });
  await member.put('/api/me/mail-codes', { on: true });
  expect((await member.delete(`/api/me/authenticators/${app1.id}`)).status).toBe(204);
  expect(await member.put('/api/me/mail-codes', { on: false })).toMatchObject(refused);

  await addAuthenticator(app, mine.owner);
  await mine.owner.put(mine.at('/second-step'), { asked: false });
  expect((await member.get('/api/me/factors')).body.can).toEqual({ removeLast: true });
  expect((await member.put('/api/me/mail-codes', { on: false })).status).toBe(200);
});

test('of a role it is asked as well', async () => {
  const admin = await buildStaff(app, 'administrator');
  const agent = await buildStaff(app, 'operations');
  const { id } = await addAuthenticator(app, agent);
  const { version } = (await admin.get(setting)).body;
  await admin.put(setting, { value: { staffRoles: ['operations'] } }, { version });
  expect((await agent.delete(`/api/me/authenticators/${id}`)).body).toMatchObject({
    code: 'last_second_step',
    facts: { reason: 'asked_by_role' },
  });
});

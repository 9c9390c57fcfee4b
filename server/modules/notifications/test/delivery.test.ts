import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { anonymous } from '../../../test/kit/client.ts';
import { buildPerson, buildStaff } from '../../../test/kit/people.ts';
import { passwordWasChanged } from '../../identity/messages.ts';

const app = await createTestApp();

test('a message asked for twice for one occurrence becomes one mail and one notice', async () => {
  const ani = await buildPerson(app, { name: 'Ani', locale: 'id' });
  for (let round = 0; round < 2; round++) {
    await app.ctx.transact(async (tx) => {
      tx.tell(passwordWasChanged, { to: { person: ani.id }, occurrence: 'the same', data: {} });
    });
    await app.settle();
  }
  const mails = app.ports.sent.filter((mail) => mail.to.address === ani.email);
  expect(mails).toHaveLength(1);
  expect(mails[0]!.subject).toBe('Kata sandi Clientarea Anda telah diganti');
  expect(mails[0]!.text).toContain('http://localhost:3000/forgot-password');
  const notices = await ani.get('/api/me/notices');
  expect(notices.body).toMatchObject({ unread: 1, items: [{ subject: mails[0]!.subject, read: false }] });
  expect((await ani.put('/api/me/notices/read', {})).status).toBe(204);
  expect((await ani.get('/api/me/notices')).body.unread).toBe(0);
});

test('a one-time link is mailed, is not kept in the outbox, and never stands in the bell', async () => {
  await app.stranger.post('/api/people', {
    name: 'Budi',
    email: 'budi@example.com',
    locale: 'en',
    timeZone: 'Asia/Jakarta',
  });
  await app.settle();
  const mail = app.ports.sent.find(({ to }) => to.address === 'budi@example.com')!;
  const token = /#token=([\w-]+)/.exec(mail.text)![1];
  const browser = anonymous(app.app);
  expect((await browser.put('/api/password', { token, password: 'a good long password' })).status).toBe(204);
  expect((await browser.get('/api/me/notices')).body.items).toEqual([]);
  const admin = await buildStaff(app, 'administrator');
  const outbox = await admin.get('/api/console/outbox?q=budi@example.com');
  expect(outbox.body.items).toMatchObject([{ kind: 'identity.finish-sign-up', state: 'sent' }]);
  expect((await admin.get(`/api/console/outbox/${outbox.body.items[0].id}`)).body).toMatchObject({
    text: null,
    html: null,
  });
});

test('people see their own notices only, and only staff the outbox', async () => {
  const [one, other] = [await buildPerson(app), await buildPerson(app)];
  await app.ctx.transact(async (tx) => {
    tx.tell(passwordWasChanged, { to: { person: one.id }, occurrence: '1', data: {} });
  });
  await app.settle();
  expect((await other.get('/api/me/notices')).body.items).toEqual([]);
  expect((await other.get('/api/console/outbox')).status).toBe(404);
  expect((await app.stranger.get('/api/me/notices')).status).toBe(401);
});

test('what is required goes by mail whatever was refused; the bell obeys, unless it is the only way', async () => {
  const person = await buildPerson(app);
  await person.put('/api/me/message-preferences/security', { channel: 'in_app', wanted: false });
  const refused = await person.put('/api/me/message-preferences/security', {
    channel: 'email',
    wanted: false,
  });
  expect(refused.body.items).toContainEqual({
    topic: 'security',
    required: true,
    email: false,
    inApp: false,
    reach: null,
  });
  await app.ctx.transact(async (tx) => {
    tx.tell(passwordWasChanged, { to: { person: person.id }, occurrence: '2', data: {} });
  });
  await app.settle();
  const mails = () => app.ports.sent.filter((mail) => mail.to.address === person.email).length;
  expect(mails()).toBe(1);
  expect((await person.get('/api/me/notices')).body.items).toEqual([]);
  await app.ctx.transact(async (tx) => {
    tx.tell(passwordWasChanged, {
      to: { person: person.id },
      channels: ['in_app'],
      occurrence: '3',
      data: {},
    });
  });
  await app.settle();
  expect(mails()).toBe(1);
  expect((await person.get('/api/me/notices')).body.items).toHaveLength(1);
});

import { beforeAll, expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildStaff } from '../../../test/kit/people.ts';
import { keepMails } from '../commands/keep-mails.ts';
import { letterFrom, mailboxBody, waiting } from './world.ts';

const app = await createTestApp();
const administrator = await buildStaff(app, 'administrator');
const agent = await buildStaff(app, 'support');
const at = '/api/console/mailboxes';
const server = {
  host: 'imap.clientarea.example',
  port: 993,
  security: 'tls',
  username: 'support',
  folder: 'INBOX',
};
const body = { ...mailboxBody, kind: 'imap', server, secret: 'rahasia', takesOld: true };
const { accounts } = app.ports.mailboxes;
let id: string;

const put = (from: string, at = app.clock.now()) =>
  accounts.get('support')!.mails.push({ raw: Buffer.from(letterFrom(from)), at });
const shown = async () => (await agent.get(at)).body.items.find((box: { id: string }) => box.id === id);

beforeAll(async () => {
  accounts.set('support', { password: 'rahasia', validity: 1, mails: [] });
  id = (await administrator.post(at, body)).body.id;
});

test('a mailbox is made and changed by administrators; its password goes in and never comes out', async () => {
  expect((await agent.post(at, { ...body, address: 'lain@clientarea.example' })).status).toBe(404);
  expect((await administrator.post(at, body)).body.code).toBe('mailbox_exists');
  expect(
    (await administrator.post(at, { ...body, address: 'b@clientarea.example', secret: null })).body.code,
  ).toBe('secret_missing');
  const all = await administrator.get(at);
  expect(all.text).not.toContain('rahasia');
  const { rows } = await app.app.pool.query('select sealed_secret from mailroom.mailboxes');
  expect(JSON.stringify(rows)).not.toContain('rahasia');
});

test('a password stays only with the server it was meant for', async () => {
  const { version } = await shown();
  const elsewhere = { ...body, secret: null, server: { ...server, host: 'imap.penyusup.example' } };
  expect((await administrator.put(`${at}/${id}`, elsewhere, { version })).body.code).toBe('secret_missing');
  const renamed = { ...body, name: 'Bantuan', secret: null };
  expect((await administrator.put(`${at}/${id}`, renamed, { version })).status).toBe(204);
  expect(await shown()).toMatchObject({ name: 'Bantuan', takesReplies: true, version: version + 1 });
});

test('mails come in once, in order, also when the folder is made anew or the work breaks off', async () => {
  for (let n = 0; n < 120; n++) put(`orang-${n}@asing.example`);
  await app.sweep('mailroom.look-into-mailboxes');
  const counted = async () =>
    Number((await app.app.pool.query('select count(*) from mailroom.mails')).rows[0].count);
  expect(await counted()).toBe(120);
  accounts.get('support')!.validity = 2;
  put('baru@asing.example');
  await app.sweep('mailroom.look-into-mailboxes');
  expect(await counted()).toBe(121);

  // It breaks off with the mails kept and the position not: the next run is offered the same again.
  const raw = Buffer.from(letterFrom('putus@asing.example'));
  await keepMails(app.ctx, id, { mails: [raw], position: null });
  accounts.get('support')!.mails.push({ raw, at: app.clock.now() });
  await app.sweep('mailroom.look-into-mailboxes');
  expect(await counted()).toBe(122);
  expect(await waiting(agent, '?q=putus')).toHaveLength(1);
});

test('who cannot be reached is said, with since when, and it goes on by itself', async () => {
  const kept = accounts.get('support')!;
  accounts.delete('support');
  await app.sweep('mailroom.look-into-mailboxes');
  expect(await shown()).toMatchObject({ error: 'connection: nobody answers' });
  const check = await administrator.post(`${at}/${id}/check`);
  expect(check).toMatchObject({
    status: 422,
    body: { code: 'mailbox_unreachable', facts: { trouble: 'connection' } },
  });
  accounts.set('support', kept);
  put('kembali@asing.example');
  await app.sweep('mailroom.look-into-mailboxes');
  expect(await shown()).toMatchObject({ error: null, failingSince: null });
  expect(await waiting(agent, '?q=kembali')).toHaveLength(1);
  expect((await administrator.post(`${at}/${id}/check`)).body).toEqual({ mails: kept.mails.length });
});

test('a mailbox that begins today leaves alone what came before', async () => {
  accounts.set('lama', { password: 'rahasia', validity: 7, mails: [] });
  const other = { ...body, address: 'lama@clientarea.example', takesOld: false, takesReplies: false };
  await administrator.post(at, { ...other, server: { ...server, username: 'lama' } });
  const put = (from: string, when: Date) =>
    accounts.get('lama')!.mails.push({ raw: Buffer.from(letterFrom(from)), at: when });
  put('dulu@asing.example', new Date(app.clock.now().getTime() - 86_400_000));
  put('kini@asing.example', app.clock.now());
  await app.sweep('mailroom.look-into-mailboxes');
  expect((await waiting(agent, '?q=dulu')).length + (await waiting(agent, '?q=kini')).length).toBe(1);
});

test('mails are forgotten after their time, and still never come in again', async () => {
  await app.clock.advance({ days: 91 });
  await app.sweep('mailroom.forget-mails');
  const { rows } = await app.app.pool.query(
    `select count(*) filter (where kept or sender <> '' or state = 'quarantined') as left, count(*) as all from mailroom.mails`,
  );
  expect(rows).toEqual([{ left: 0n, all: 124n }]);
  accounts.get('support')!.validity = 3;
  await app.sweep('mailroom.look-into-mailboxes');
  expect((await app.app.pool.query('select from mailroom.mails')).rowCount).toBe(124);
});

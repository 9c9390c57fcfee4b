import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildStaff } from '../../../test/kit/people.ts';
import { watchMailboxes } from '../watching/watch.ts';
import { letterFrom, mailboxBody } from './world.ts';

const app = await createTestApp();
const administrator = await buildStaff(app, 'administrator');
const at = '/api/console/mailboxes';
const server = {
  host: 'imap.clientarea.example',
  port: 993,
  security: 'tls',
  username: 'support',
  folder: 'INBOX',
};
const { accounts, watchers } = app.ports.mailboxes;
const { id } = (
  await administrator.post(at, { ...mailboxBody, kind: 'imap', server, secret: 'rahasia', takesOld: true })
).body;
const box = async () => (await administrator.get(at)).body.items[0];
const connections = () => [...(watchers.get('support') ?? [])];
const mails = async () =>
  Number((await app.app.pool.query('select count(*) from mailroom.mails')).rows[0].count);

beforeEach(() => {
  accounts.set('support', { password: 'rahasia', validity: 1, mails: [] });
});

/** A node of its own, which has looked at the mailboxes; it stops with the test. */
async function aNode() {
  const node = watchMailboxes(app.ctx);
  onTestFinished(() => node.stop());
  const look = async () => {
    await node.look();
    await app.settle();
  };
  await look();
  return { ...node, look };
}
const live = () => expect.poll(async () => (await box()).liveSince).not.toBeNull();

test('a mail is taken when the mailbox tells of it, without waiting for the next look', async () => {
  await aNode();
  await live();
  const before = await mails();
  accounts.get('support')!.mails.push({ raw: Buffer.from(letterFrom('a@x.example')), at: app.clock.now() });
  await connections()[0]!.arrived();
  await app.settle();
  expect(await mails()).toBe(before + 1);
});

test('what came while nobody watched is taken when watching begins', async () => {
  const before = await mails();
  accounts.get('support')!.mails.push({ raw: Buffer.from(letterFrom('b@x.example')), at: app.clock.now() });
  await app.app.pool.query('update mailroom.mailboxes set uid_validity = null');
  await aNode();
  // It is live before it looks for what came.
  await expect.poll(async () => (await app.settle(), mails())).toBe(before + 1);
});

test('one node holds a mailbox; another takes it on when the first ends, or dies', async () => {
  const first = await aNode();
  await live();
  const second = await aNode();
  expect(connections()).toHaveLength(1);
  await first.stop();
  expect(connections()).toHaveLength(0);
  expect((await box()).liveSince).toBeNull();
  await second.look();
  await live();
  expect(connections()).toHaveLength(1);
  // The second says nothing for a minute, as a dead one would.
  await app.clock.advance({ seconds: 61 });
  expect((await box()).liveSince).toBeNull();
  await aNode();
  await expect.poll(connections).toHaveLength(2);
  // It comes back to itself, and lets go of what is not its own any more.
  await second.look();
  await expect.poll(connections).toHaveLength(1);
});

test('a connection that is lost says so and comes back after a while', async () => {
  const node = await aNode();
  await live();
  connections()[0]!.lose();
  await expect.poll(async () => (await box()).watchError).toMatch(/^connection: /);
  await node.look();
  expect(connections()).toHaveLength(0);
  await app.clock.advance({ seconds: 6 });
  await node.look();
  await live();
  expect(await box()).toMatchObject({ watchError: null });
});

test('a server that cannot tell is looked into each minute', async () => {
  accounts.get('support')!.mute = true;
  await aNode();
  await expect.poll(async () => (await box()).watchError).toBe('unsupported');
  expect((await box()).liveSince).toBeNull();
  const before = await mails();
  accounts.get('support')!.mails.push({ raw: Buffer.from(letterFrom('c@x.example')), at: app.clock.now() });
  await app.app.pool.query('update mailroom.mailboxes set uid_validity = null');
  await app.sweep('mailroom.look-into-mailboxes');
  expect(await mails()).toBe(before + 1);
});

test('one that is changed is opened anew, one that is turned off is let go', async () => {
  const node = await aNode();
  await live();
  const save = async (over: object) => {
    const { version, ...rest } = await box();
    const body = { ...mailboxBody, ...rest, kind: 'imap', secret: null, takesOld: true, ...over };
    const answer = await administrator.put(`${at}/${id}`, body, { version });
    expect(answer.status).toBeLessThan(300);
  };
  await save({ name: 'Bantuan' });
  await node.look();
  await expect.poll(connections).toHaveLength(0);
  await node.look();
  await live();
  await save({ active: false });
  await node.look();
  await expect.poll(connections).toHaveLength(0);
  await save({ active: true });
});

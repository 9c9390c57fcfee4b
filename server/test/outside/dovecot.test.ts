import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { imapMailboxes } from '../../adapters/mailboxes/imap/imap.ts';
import { mailboxSuite } from '../../adapters/mailboxes/suite.ts';
import { readNetworks } from '../../kernel/outgoing/networks.ts';
import { collect } from '../../modules/mailroom/commands/collect.ts';
import type { Account } from '../../modules/mailroom/mailbox.ts';
import { letterFrom, mailboxBody } from '../../modules/mailroom/test/world.ts';
import { watchMailboxes } from '../../modules/mailroom/watching/watch.ts';
import { createTestApp } from '../kit/app.ts';
import { buildStaff } from '../kit/people.ts';
import { startDovecot } from './dovecot.ts';
import type { Dovecot } from './dovecot.ts';

const mailboxes = imapMailboxes({ networks: readNetworks('127.0.0.0/8') });
const accountAt = ({ port, username, password }: Dovecot): Account => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  username,
  password,
  folder: 'INBOX',
  since: null,
});

mailboxSuite('Debian’s dovecot', async () => {
  const dovecot = await startDovecot();
  return { port: mailboxes, account: accountAt(dovecot), ...pick(dovecot) };
});
const pick = ({ put, remake, close }: Dovecot) => ({ put, remake, close });

test('a certificate that is nobody’s word is not taken, nor a network that is not public', async () => {
  const dovecot = await startDovecot();
  try {
    const account = accountAt(dovecot);
    await expect(mailboxes.check({ ...account, security: 'starttls' })).rejects.toMatchObject({
      trouble: 'certificate',
    });
    const outside = imapMailboxes({ networks: readNetworks('') });
    await expect(outside.check({ ...account, security: 'tls' })).rejects.toMatchObject({
      trouble: 'address',
    });
  } finally {
    await dovecot.close();
  }
}, 60_000);

test('10,000 mails are kept once, though the folder is read twice from its start', async () => {
  const app = await createTestApp();
  const dovecot = await startDovecot();
  try {
    const senders = Array.from({ length: 10_000 }, (_, n) => letterFrom(`orang-${n}@asing.example`));
    await dovecot.put(senders);
    const administrator = await buildStaff(app, 'administrator');
    const server = {
      host: '127.0.0.1',
      port: dovecot.port,
      security: 'none',
      username: 'support',
      folder: 'INBOX',
    };
    const made = await administrator.post('/api/console/mailboxes', {
      ...mailboxBody,
      kind: 'imap',
      server,
      secret: dovecot.password,
      takesOld: true,
    });
    const ctx = { ...app.ctx, ports: { ...app.ctx.ports, mailboxes } };
    const count = async () =>
      Number((await app.app.pool.query('select count(*) from mailroom.mails')).rows[0].count);
    await collect(ctx, made.body.id);
    expect(await count()).toBe(10_000);
    await app.app.pool.query('update mailroom.mailboxes set uid_validity = null');
    await collect(ctx, made.body.id);
    expect(await count()).toBe(10_000);
    const { rows } = await app.app.pool.query('select last_uid, error from mailroom.mailboxes');
    expect(rows).toEqual([{ last_uid: 10_000n, error: null }]);
  } finally {
    await dovecot.close();
  }
}, 180_000);

test('a mail is there within seconds, since the mailbox tells of it', async () => {
  const app = await createTestApp();
  const dovecot = await startDovecot();
  Object.assign(app.ports, { mailboxes });
  const node = watchMailboxes(app.ctx);
  try {
    const administrator = await buildStaff(app, 'administrator');
    const server = {
      host: '127.0.0.1',
      port: dovecot.port,
      security: 'none',
      username: 'support',
      folder: 'INBOX',
    };
    await administrator.post('/api/console/mailboxes', {
      ...mailboxBody,
      kind: 'imap',
      server,
      secret: dovecot.password,
      takesOld: true,
    });
    await node.look();
    const shown = async () => (await administrator.get('/api/console/mailboxes')).body.items[0];
    await expect.poll(async () => (await shown()).liveSince, { timeout: 10_000 }).not.toBeNull();
    await app.settle();
    for (const count of [1, 2, 3]) {
      await dovecot.put([letterFrom(`orang-${count}@asing.example`)]);
      const kept = async () => {
        await app.settle();
        return (await app.app.pool.query('select 1 from mailroom.mails')).rowCount;
      };
      await expect.poll(kept, { timeout: 20_000 }).toBe(count);
    }
  } finally {
    await node.stop();
    await dovecot.close();
  }
}, 120_000);

test('a connection that died without a word is noticed', async () => {
  const dovecot = await startDovecot();
  const sockets: Socket[] = [];
  let dead = false;
  // What a router does that has forgotten a connection: nothing passes, and nobody is told.
  const router = createServer((near) => {
    const far = connect(dovecot.port, '127.0.0.1');
    sockets.push(near, far);
    near.on('data', (bytes) => dead || far.write(bytes)).on('error', () => {});
    far.on('data', (bytes) => dead || near.write(bytes)).on('error', () => {});
  });
  await new Promise<void>((resolve) => router.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => router.close(resolve));
    await dovecot.close();
  });
  const impatient = imapMailboxes({ networks: readNetworks('127.0.0.0/8'), silence: 500 });
  const account = { ...accountAt(dovecot), port: (router.address() as AddressInfo).port };
  let stands = () => {};
  const live = new Promise<void>((resolve) => (stands = resolve));
  const watching = impatient.watch(account, {
    signal: new AbortController().signal,
    live: async () => stands(),
    arrived: async () => {},
  });
  await live;
  dead = true;
  await expect(watching).rejects.toMatchObject({ trouble: 'connection' });
}, 60_000);

import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { compose } from '../../app/compose.ts';
import type { Clientarea } from '../../app/compose.ts';
import { createTestApp } from '../../test/kit/app.ts';
import { buildMember, buildOrganization, buildPerson, buildStaff, signedIn } from '../../test/kit/people.ts';
import type { TestPerson } from '../../test/kit/people.ts';
import { defineEvent } from '../events/define.ts';
import type { EventKind } from '../events/define.ts';
import { liveRoute } from '../http/live-route.ts';
import { startLiveHub } from '../live.ts';
import type { LiveHub } from '../live.ts';
import type { Id } from '../values/ids.ts';

// Two nodes on one database: the first is where things happen, the second is where pages listen.

const app = await createTestApp();
const listening = await secondNode();
const [mine, foreign] = [await buildOrganization(app), await buildOrganization(app)];

// Named like a fact of a module, since who hears it depends on who may read something of that module.
const renamed = defineEvent('organizations.test-renamed', { data: z.object({}) });
const counted = defineEvent('organizations.test-counted', { audience: 'staff', data: z.object({}) });

test('a fact on one node reaches a page on another, with no more than it needs to know', async () => {
  const stream = await listen(mine.owner);
  await happen(mine.id, 'a');
  const { id, data } = await stream.next();
  expect(data).toEqual({ name: renamed.name, organizationId: mine.id, subject: { kind: 'test', id: 'a' } });
  expect(Number(id)).toBeGreaterThan(0);
  stream.close();
});

test('others hear nothing: another organization, a stranger, clients of what is for staff', async () => {
  const [theirs, nobody, ours] = [
    await listen(foreign.owner),
    await listen(await buildPerson(app)),
    await listen(mine.owner),
  ];
  await happen(mine.id, 'secret');
  await happen(mine.id, 'for staff', counted);
  await happen(foreign.id, 'open');
  expect((await theirs.next()).data.subject.id).toBe('open');
  expect((await ours.next()).data.subject.id).toBe('secret');
  await happen(mine.id, 'after');
  expect((await ours.next()).data.subject.id).toBe('after');
  expect(nobody.heard()).toEqual([]);
  for (const stream of [theirs, nobody, ours]) stream.close();
});

test('staff hear what is for staff', async () => {
  const stream = await listen(await buildStaff(app, 'administrator'));
  await happen(mine.id, 'counted', counted);
  expect((await stream.next()).data.name).toBe(counted.name);
  stream.close();
});

test('whoever comes back with the last position gets what was missed, in order', async () => {
  const before = await listen(mine.owner);
  await happen(mine.id, 'seen');
  const { id } = await before.next();
  before.close();
  for (const subject of ['missed 1', 'missed 2']) await happen(mine.id, subject);
  await happen(foreign.id, 'not theirs');
  const back = await listen(mine.owner, id);
  expect((await back.next()).data.subject.id).toBe('missed 1');
  expect((await back.next()).data.subject.id).toBe('missed 2');
  await happen(mine.id, 'new');
  expect((await back.next()).data.subject.id).toBe('new');
  back.close();
});

test('whoever missed too much is told to read everything again', async () => {
  const before = await listen(mine.owner);
  await happen(mine.id, 'last seen');
  const { id } = await before.next();
  before.close();
  await app.ctx.transact(async (tx) => {
    for (let n = 0; n < 600; n++) {
      tx.emit(renamed, { organizationId: mine.id, subject: { kind: 'test', id: String(n) }, data: {} });
    }
  });
  await app.settle();
  const back = await listen(mine.owner, id);
  expect((await back.next()).event).toBe('reset');
  back.close();
});

test('a stream ends as soon as its session does, and others of the person go on', async () => {
  const person = await buildMember(app, mine, 'member');
  const token = await app.ctx.transact((tx) => signedIn(tx, person.id));
  const other = await listen({ ...person, cookie: `clientarea=${token}` });
  const kept = await listen(person);
  expect((await person.delete('/api/me/sessions')).status).toBe(204);
  await app.settle();
  await other.ended;
  await happen(mine.id, 'afterwards');
  expect((await kept.next()).data.subject.id).toBe('afterwards');
  kept.close();
});

test('without a session there is no stream', async () => {
  const answer = await listening.http.inject({ url: '/api/live' });
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'not_signed_in']);
});

test('the ninth stream of a person ends the first, which is told to rest, and only that person’s', async () => {
  const [person, colleague] = [await buildMember(app, mine, 'owner'), await listen(mine.owner)];
  const streams = [];
  for (let n = 0; n < 9; n++) streams.push(await listen(person));
  expect((await streams[0]!.next()).event).toBe('rest');
  await streams[0]!.ended;
  await happen(mine.id, 'still here');
  for (const stream of [...streams.slice(1), colleague]) {
    expect((await stream.next()).data.subject.id).toBe('still here');
    stream.close();
  }
});

async function happen(
  organizationId: Id<'organization'>,
  id: string,
  event: EventKind<string, Record<string, never>> = renamed,
): Promise<void> {
  await app.ctx.transact(async (tx) =>
    tx.emit(event, { organizationId, subject: { kind: 'test', id }, data: {} }),
  );
  await app.settle();
}

interface Told {
  id: string;
  event: string;
  data: { name: string; organizationId: string; subject: { kind: string; id: string } };
}

/** An open stream: `next` waits for the next thing told, `heard` is what nobody has taken yet. */
async function listen(person: TestPerson, since?: string) {
  const { port } = listening.http.server.address() as { port: number };
  const asked = request({
    port,
    path: '/api/live',
    headers: { cookie: person.cookie!, ...(since ? { 'last-event-id': since } : {}) },
  }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const told: Told[] = [];
  let text = '';
  let arrived = () => {};
  // Leaving a stream aborts it.
  answer.on('error', () => {});
  answer.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop()!;
    // People hear of their own sign-in as well.
    told.push(...blocks.filter((block) => /^event: (reset|rest)$|"kind":"test"/m.test(block)).map(read));
    arrived();
  });
  return {
    ended: new Promise<void>((resolve) => void answer.once('close', resolve)),
    heard: () => told,
    async next(): Promise<Told> {
      while (told.length === 0) await new Promise<void>((resolve) => (arrived = resolve));
      return told.shift()!;
    },
    close: () => asked.destroy(),
  };
}

function read(block: string): Told {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
  return { id: field('id'), event: field('event'), data: JSON.parse(field('data')) as Told['data'] };
}

async function secondNode(): Promise<Clientarea> {
  const silent = { info() {}, warn() {}, error() {} };
  const node = await compose({
    databaseUrl: app.directUrl,
    directUrl: app.directUrl,
    readUrl: null,
    poolSize: 3,
    keys: { current: { id: 1, key: Buffer.alloc(32) }, find: () => undefined },
    clock: app.clock,
    ports: app.ports,
    publicUrl: new URL('http://localhost:3000'),
    timeZone: 'Asia/Jakarta',
    trustProxy: false,
    requestsPerMinute: 0,
    strictLimits: false,
    runJobs: false,
    log: silent,
    httpLogger: false,
    version: 'test',
  });
  const hub: LiveHub = await startLiveHub({ directUrl: app.directUrl, pool: node.pool, log: silent });
  liveRoute(node.http, () => hub, node.product.permissions);
  await node.http.listen({ port: 0 });
  afterAll(async () => {
    await node.http.close();
    await hub.stop();
    await node.close();
  });
  return node;
}

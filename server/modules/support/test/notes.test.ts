import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { afterAll, expect, inject, test } from 'vitest';
import { hashToken } from '../../../kernel/crypto.ts';
import { liveRoute } from '../../../kernel/http/live-route.ts';
import { startLiveHub } from '../../../kernel/live.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { authenticate } from '../../organizations/index.ts';
import { openTicket, png, toldTo, upload } from './world.ts';

// What staff say among themselves carries a word that stands nowhere else; then everything a client can reach is searched for it.

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const follower = await buildMember(app, acme, 'member');
const agent = await buildStaff(app, 'support');
const boss = await buildStaff(app, 'administrator');
const canary = 'kenari7391';

const ticket = await openTicket(acme, acme.owner);
await acme.owner.put(`${ticket.at}/followers/${follower.id}`);
await agent.post(`${ticket.console}/messages`, { text: 'Jawaban untuk klien.' });
const beforeNote = (await acme.owner.get(ticket.at)).text;
const file = await upload(app, agent, `/api/console/clients/${acme.id}/uploads?name=${canary}.png`, png);
const noted = await boss.post(`${ticket.console}/notes`, { text: `Klien ini ${canary}, hati-hati.` });
const withFile = await agent.post(`${ticket.console}/notes`, {
  text: `${canary} dengan lampiran`,
  files: [file.body.id],
});
await app.settle();

test('staff read notes in their place', async () => {
  expect([noted.status, withFile.status]).toEqual([201, 201]);
  const { conversation } = (await boss.get(ticket.console)).body;
  expect(conversation.items.map(({ internal }: { internal: boolean }) => internal)).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(conversation.items[3].files).toMatchObject([{ name: `${canary}.png`, type: 'image/png' }]);
  expect((await agent.get(`/api/console/tickets?q=${canary}`)).body.items).toHaveLength(1);
  expect((await agent.get(`${ticket.console}/files/${file.body.id}`)).status).toBe(200);
});

test('the ticket looks to its client exactly as before the note', async () => {
  expect((await acme.owner.get(ticket.at)).text).toBe(beforeNote);
});

test('no portal answer holds a word of a note, a file of it, or finds the ticket by it', async () => {
  const pages = app.app.product.routes
    .filter(({ method, door, path }) => method === 'GET' && door.kind === 'member' && !path.includes(':file'))
    .map(({ path }) => path.replace(':organization', acme.id).replace(':ticket', ticket.id))
    .filter((path) => !path.includes(':'));
  expect(pages).toContain(`${ticket.at}/messages`);
  expect(pages).toContain(acme.at('/activity'));
  for (const who of [acme.owner, follower]) {
    for (const page of [...pages, '/api/me/notices', '/api/session']) {
      const { text } = await who.get(page);
      expect([page, text.includes(canary)]).toEqual([page, false]);
      for (const id of [noted.body.messageId, withFile.body.messageId, file.body.id]) {
        expect([page, text.includes(id)]).toEqual([page, false]);
      }
    }
    expect((await who.get(acme.at(`/tickets?q=${canary}`))).body.items).toEqual([]);
    expect((await who.get(`${ticket.at}/files/${file.body.id}`)).status).toBe(404);
  }
});

test('no message to a client holds it', async () => {
  for (const who of [acme.owner, follower])
    expect(JSON.stringify(await toldTo(app, who.id))).not.toContain(canary);
  const toStaff = [agent.email, boss.email];
  const toClients = app.ports.sent.filter(({ to }) => !toStaff.includes(to.address));
  expect(toClients.length).toBeGreaterThan(0);
  expect(JSON.stringify(toClients)).not.toContain(canary);
});

test('a client cannot give a public message the file of a note', async () => {
  const stolen = await acme.owner.post(`${ticket.at}/messages`, {
    text: 'Punya saya',
    files: [file.body.id],
  });
  expect(stolen).toMatchObject({ status: 409, body: { code: 'unknown_upload' } });
});

test('the live stream of a client is silent about notes', async () => {
  const hub = await startLiveHub({ directUrl: databaseUrl(), pool: app.app.pool, log: quiet });
  const server = Fastify();
  server.decorateRequest('session', async function () {
    const token = /clientarea=([^;]+)/.exec(this.headers.cookie ?? '')?.[1] ?? '';
    const shown = { tokenHash: hashToken(token), attended: false };
    return (await authenticate(app.app.pool, shown, app.clock.now())).session;
  });
  server.decorateRequest('stillSignedIn', async () => true);
  liveRoute(server, () => hub, app.app.product.permissions);
  await server.listen({ port: 0, host: '127.0.0.1' });
  afterAll(async () => {
    await server.close();
    await hub.stop();
  });
  const { port } = server.server.address() as AddressInfo;
  const [client, staff] = await Promise.all(
    [acme.owner, agent].map((who) => listen(`http://127.0.0.1:${port}/api/live`, who.cookie!)),
  );
  await boss.post(`${ticket.console}/notes`, { text: canary });
  await boss.post(`${ticket.console}/messages`, { text: 'Terlihat oleh klien.' });
  await app.settle();
  await Promise.all([client!.until('support.message-posted'), staff!.until('support.message-posted')]);
  expect(staff!.heard()).toContain('support.note-added');
  expect(client!.heard()).not.toContain('support.note-added');
  expect(client!.heard()).not.toContain(canary);
});

const quiet = { info() {}, warn() {}, error() {} };

function databaseUrl(): string {
  const { database } = app.app.pool.options as { database?: string };
  const named = database ?? new URL(String(app.app.pool.options.connectionString)).pathname.slice(1);
  return inject('directUrl').replace('DATABASE', named);
}

/** An open live stream: what came so far, and a wait for something in it. */
async function listen(url: string, cookie: string) {
  const stop = new AbortController();
  afterAll(() => stop.abort());
  const answer = await fetch(url, { headers: { cookie }, signal: stop.signal });
  const news = new EventTarget();
  let text = '';
  void (async () => {
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
      text += new TextDecoder().decode(chunk);
      news.dispatchEvent(new Event('news'));
    }
  })().catch(() => {});
  return {
    heard: () => text,
    async until(word: string) {
      while (!text.includes(word)) await once(news as never, 'news');
    },
  };
}

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import type { TestClient } from '../../../test/kit/client.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { openTicket, png, upload } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const other = await buildOrganization(app, { name: 'Other' });
const agent = await buildStaff(app, 'support');
const second = await buildStaff(app, 'support');

const keep = (as: TestClient, at: string, text: string, base: string | null = null, more = {}) =>
  as.put(at, { text, base, ...more });
const found = async (as: TestClient, at: string) => (await as.get(at)).body.draft;
const factsSoFar = async () => {
  const { rows } = await app.app.pool.query('select count(*)::int as n from kernel.events');
  return rows[0].n;
};

test('what is being written is found again on another device, and each change goes on from the last', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const at = `${ticket.at}/draft`;
  expect(await found(acme.owner, at)).toBeNull();
  const before = await factsSoFar();
  const first = await keep(acme.owner, at, 'Masih ');
  expect(first.status).toBe(200);
  const later = await keep(acme.owner, at, 'Masih sama saja', first.body.version);
  expect(later.status).toBe(200);
  expect(await found(acme.owner, at)).toMatchObject({
    version: later.body.version,
    text: 'Masih sama saja',
    files: [],
  });
  expect(await factsSoFar()).toBe(before);
});

test('a device that does not know the latest version loses nothing and overwrites nothing', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const at = `${ticket.at}/draft`;
  const phone = await keep(acme.owner, at, 'dari ponsel');
  const refused = { status: 409, body: { code: 'draft_elsewhere' } };
  expect(await keep(acme.owner, at, 'dari laptop')).toMatchObject(refused);
  const newer = await keep(acme.owner, at, 'dari ponsel, lebih', phone.body.version);
  expect(await keep(acme.owner, at, 'dari laptop', phone.body.version)).toMatchObject(refused);
  expect((await found(acme.owner, at)).text).toBe('dari ponsel, lebih');
  // Having seen it, one may take one's own.
  expect((await keep(acme.owner, at, 'dari laptop', newer.body.version)).status).toBe(200);
  expect((await found(acme.owner, at)).text).toBe('dari laptop');
});

test('a picture of a draft is seen again by who uploaded it, and by nobody else', async () => {
  const colleague = await buildMember(app, acme, 'technical');
  const mine = await upload(app, acme.owner, `${acme.at('/uploads')}?name=layar.png`, png);
  const at = `${acme.at('/uploads')}/${mine.body.id}`;
  expect(await acme.owner.get(at)).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
  const desk = await upload(app, agent, `/api/console/clients/${acme.id}/uploads?name=layar.png`, png);
  const ofDesk = `/api/console/clients/${acme.id}/uploads/${desk.body.id}`;
  expect((await agent.get(ofDesk)).status).toBe(200);
  for (const [who, url] of [
    [colleague, at],
    [other.owner, at],
    [second, ofDesk],
    [agent, ofDesk.replace(desk.body.id, mine.body.id)],
    [acme.owner, ofDesk],
  ] as const)
    expect((await who.get(url)).status).toBe(404);
  // A message that takes it has it from then on.
  await openTicket(acme, acme.owner, { files: [mine.body.id] });
  expect((await acme.owner.get(at)).status).toBe(404);
});

test('one that was thrown away elsewhere does not come back by itself', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const at = `${ticket.at}/draft`;
  const { version } = (await keep(acme.owner, at, 'sudah tidak perlu')).body;
  expect((await acme.owner.delete(`${at}?version=${version}`)).status).toBe(204);
  expect(await keep(acme.owner, at, 'sudah tidak perlu lagi', version)).toMatchObject({ status: 409 });
  expect(await found(acme.owner, at)).toBeNull();
});

test('sending takes the draft with it, and leaves one that is newer elsewhere', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const at = `${ticket.at}/draft`;
  const old = (await keep(acme.owner, at, 'Halo')).body.version;
  const { version } = (await keep(acme.owner, at, 'Halo lagi', old)).body;
  await acme.owner.post(`${ticket.at}/messages`, { text: 'Halo', draft: old });
  expect((await found(acme.owner, at)).text).toBe('Halo lagi');
  await acme.owner.post(`${ticket.at}/messages`, { text: 'Halo lagi', draft: version });
  expect(await found(acme.owner, at)).toBeNull();
});

test('a message that is refused leaves its draft', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const at = `${ticket.at}/draft`;
  const { version } = (await keep(acme.owner, at, 'Dengan berkas')).body;
  const files = ['01890000-0000-7000-8000-000000000000'];
  expect(
    await acme.owner.post(`${ticket.at}/messages`, { text: 'Dengan berkas', files, draft: version }),
  ).toMatchObject({ status: 409 });
  expect((await found(acme.owner, at)).text).toBe('Dengan berkas');
});

test('a new ticket has a draft for each thing it may be about', async () => {
  const at = acme.at('/new-ticket-draft');
  const kept = await keep(acme.owner, at, 'Isi', null, {
    subject: 'Judul',
    choices: { kind: 'problem', queue: 'billing' },
  });
  await keep(acme.owner, `${at}?about=service:1`, 'Lain');
  expect(await found(acme.owner, at)).toMatchObject({
    subject: 'Judul',
    text: 'Isi',
    choices: { kind: 'problem', queue: 'billing' },
  });
  await openTicket(acme, acme.owner, { draft: kept.body.version });
  expect(await found(acme.owner, at)).toBeNull();
  expect((await found(acme.owner, `${at}?about=service:1`)).text).toBe('Lain');
});

test('staff keep a reply, a note and a new ticket apart', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const [reply, note] = [`${ticket.console}/drafts/reply`, `${ticket.console}/drafts/note`];
  const fresh = `/api/console/new-ticket-draft?client=${acme.id}`;
  const kept = { reply: await keep(agent, reply, 'Baik'), note: await keep(agent, note, 'Hati-hati') };
  const opened = await keep(agent, fresh, 'Dari telepon');
  expect((await found(agent, reply)).text).toBe('Baik');
  expect((await found(agent, note)).text).toBe('Hati-hati');
  await agent.post(`${ticket.console}/notes`, { text: 'Hati-hati', draft: kept.note.body.version });
  expect(await found(agent, note)).toBeNull();
  await agent.post(`${ticket.console}/messages`, { text: 'Baik', draft: kept.reply.body.version });
  expect(await found(agent, reply)).toBeNull();
  expect(await found(agent, '/api/console/new-ticket-draft')).toBeNull();
  const made = await agent.post('/api/console/tickets', {
    organizationId: acme.id,
    requesterId: acme.owner.id,
    subject: 'Telepon',
    text: 'Dari telepon',
    draft: opened.body.version,
  });
  expect(made.status).toBe(201);
  expect(await found(agent, fresh)).toBeNull();
});

test('a draft is nobody else’s: not a colleague’s, not of another organization, not of staff, and not the other way', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const at = `${ticket.at}/draft`;
  const mine = (await keep(acme.owner, at, 'rahasia klien')).body.version;
  const colleague = await buildMember(app, acme, 'technical');
  expect(await found(colleague, at)).toBeNull();
  expect((await keep(colleague, at, 'punya rekan')).status).toBe(200);
  expect((await found(acme.owner, at)).text).toBe('rahasia klien');
  await colleague.delete(`${at}?version=${mine}`);
  await agent.delete(`${ticket.console}/drafts/reply?version=${mine}`);
  await colleague.post(`${ticket.at}/messages`, { text: 'x', draft: mine });
  expect((await found(acme.owner, at)).text).toBe('rahasia klien');

  await keep(agent, `${ticket.console}/drafts/reply`, 'rahasia staf');
  for (const [as, url] of [
    [agent, ticket.console],
    [second, ticket.console],
    [acme.owner, ticket.at],
    [second, '/api/console/tickets'],
    [colleague, acme.at('/tickets')],
  ] as const)
    expect((await as.get(url)).text).not.toContain('rahasia');
  expect(await found(second, `${ticket.console}/drafts/reply`)).toBeNull();
  expect((await other.owner.get(at)).status).toBe(404);
  expect(
    (await other.owner.put(other.at(`/tickets/${ticket.id}/draft`), { text: 'x', base: null })).status,
  ).toBe(404);
  expect((await acme.owner.get(`${ticket.console}/drafts/reply`)).status).toBe(404);
});

test('who may not see the ticket keeps nothing in it; who only looks keeps nothing at all', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const member = await buildMember(app, acme, 'member');
  const viewer = await buildMember(app, acme, 'viewer');
  for (const as of [member, viewer]) {
    expect((await keep(as, `${ticket.at}/draft`, 'x')).status).toBe(404);
    expect((await as.get(`${ticket.at}/draft`)).status).toBe(404);
  }
});

test('row-level security keeps drafts with their author, whatever a query forgets', async () => {
  const ticket = await openTicket(acme, acme.owner);
  await keep(acme.owner, `${ticket.at}/draft`, 'milik saya');
  const colleague = await buildMember(app, acme, 'technical');
  const seen = async (person: typeof acme.owner.id) =>
    app.ctx
      .within({ kind: 'clients', organizations: [acme.id], person })
      .read((db) => db.selectFrom('support.drafts').select('person_id').execute());
  expect(await seen(colleague.id)).toEqual([]);
  expect((await seen(acme.owner.id)).every((row) => row.person_id === acme.owner.id)).toBe(true);
});

test('files stay while a draft names them, go with the message, and are swept with the draft', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const at = `${ticket.at}/draft`;
  const uploads = (name: string) => upload(app, acme.owner, acme.at(`/uploads?name=${name}`), png);
  const [kept, sent] = [(await uploads('a.png')).body, (await uploads('b.png')).body];
  const { version } = (await keep(acme.owner, at, 'Lihat', null, { files: [kept.id, sent.id] })).body;
  await app.clock.advance({ days: 3 });
  await app.sweep('support.sweep-uploads');
  expect((await found(acme.owner, at)).files).toEqual([kept, sent]);
  const message = { text: 'Lihat', files: [sent.id], draft: version };
  expect((await acme.owner.post(`${ticket.at}/messages`, message)).status).toBe(201);
  expect(await found(acme.owner, at)).toBeNull();

  const again = await keep(acme.owner, at, 'Nanti', null, { files: [kept.id] });
  await app.clock.advance({ days: 29 });
  await app.sweep('support.sweep-drafts');
  await app.sweep('support.sweep-uploads');
  expect((await found(acme.owner, at)).version).toBe(again.body.version);
  await app.clock.advance({ days: 1, minutes: 1 });
  await app.sweep('support.sweep-drafts');
  await app.sweep('support.sweep-uploads');
  expect(await found(acme.owner, at)).toBeNull();
  expect(await acme.owner.post(`${ticket.at}/messages`, { text: 'x', files: [kept.id] })).toMatchObject({
    status: 409,
    body: { code: 'unknown_upload' },
  });
  expect(app.failures).toEqual([]);
});

test('a file of somebody else is not shown by naming it', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const colleague = await buildMember(app, acme, 'technical');
  const theirs = (await upload(app, acme.owner, acme.at('/uploads?name=c.png'), png)).body;
  await keep(colleague, `${ticket.at}/draft`, 'x', null, { files: [theirs.id] });
  expect((await found(colleague, `${ticket.at}/draft`)).files).toEqual([]);
});

test('lists mark the tickets in which I have a draft, and the desk shows these alone', async () => {
  const ticket = await openTicket(acme, acme.owner);
  await keep(acme.owner, `${ticket.at}/draft`, 'x');
  await keep(second, `${ticket.console}/drafts/note`, 'x');
  const marks = async (as: TestClient, url: string) => {
    const { items } = (await as.get(url)).body as { items: { id: string; draft: boolean }[] };
    return items.filter(({ draft }) => draft).map(({ id }) => id);
  };
  expect(await marks(acme.owner, acme.at('/tickets?limit=200'))).toContain(ticket.id);
  expect(await marks(second, '/api/console/tickets?limit=200')).toEqual([ticket.id]);
  const only = (await second.get('/api/console/tickets?drafts=mine')).body.items as { id: string }[];
  expect(only.map(({ id }) => id)).toEqual([ticket.id]);
});

test('a draft is no longer than a message', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const at = `${ticket.at}/draft`;
  expect((await keep(acme.owner, at, 'a'.repeat(20_001))).status).toBe(400);
  expect((await keep(acme.owner, at, 'a'.repeat(20_000))).status).toBe(200);
});

import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { mailedToken } from '../../../test/kit/mail.ts';
import { buildMember, buildOrganization, buildPerson, buildStaff } from '../../../test/kit/people.ts';
import { anonymous } from '../../../test/kit/client.ts';
import { upload, png } from '../../support/test/world.ts';
import { ask, begin, mailsTo } from './world.ts';

const app = await createTestApp();
const agent = await buildStaff(app, 'support');
const claimOf = (guest: string) => `/api/me/guests/${guest}/claim`;

test('who signs up with the address is offered the guest, becomes its owner, and finds the tickets', async () => {
  const guest = await begin(app, 'baru@example.com', { name: 'Baru Saja' });
  const person = anonymous(app.app);
  await person.post('/api/people', {
    name: 'Baru Saja',
    email: 'baru@example.com',
    locale: 'en',
    timeZone: 'Asia/Jakarta',
  });
  const token = await mailedToken(app, 'baru@example.com');
  expect((await person.put('/api/password', { token, password: 'sandi kanari terbang' })).status).toBe(204);
  expect((await person.get('/api/me/guests')).body.items).toMatchObject([
    { id: guest.organization, tickets: 1, into: [], can: { move: { no: 'no_organization' } } },
  ]);
  const claimed = await person.post(claimOf(guest.organization), { into: null });
  expect(claimed).toMatchObject({ status: 200, body: { name: 'Baru Saja' } });
  expect((await person.get('/api/session')).body.organizations).toMatchObject([
    { id: guest.organization, role: 'owner' },
  ]);
  expect((await person.get(`/api/organizations/${guest.organization}/tickets`)).body.items).toMatchObject([
    { id: guest.id },
  ]);
  expect((await person.get('/api/me/inbox')).body.items).toMatchObject([{ id: guest.id }]);
  expect((await agent.get(guest.console)).body.organization.guest).toBe(false);
  await app.settle();
  expect(mailsTo(app, 'baru@example.com').at(-1)!.subject).toContain('Baru Saja');

  // The links end, and from now on it is a ticket like any other.
  expect((await ask(app, 'open', guest.token)).body.code).toBe('unknown_guest_link');
  expect((await person.get('/api/me/guests')).body.items).toEqual([]);
  const before = mailsTo(app, 'baru@example.com').length;
  await agent.post(`${guest.console}/messages`, { text: 'Sekarang di akun Anda.' });
  await app.settle();
  const mail = mailsTo(app, 'baru@example.com').slice(before);
  expect(mail).toHaveLength(1);
  expect(mail[0]!.text).toContain(`/o/${claimed.body.slug}/tickets/${guest.id}`);

  const facts = await app.app.pool.query(
    `select name, actor_id from kernel.events where name = 'guests.guest-claimed' and organization_id = $1`,
    [guest.organization],
  );
  expect(facts.rows).toHaveLength(1);
});

test('the tickets move into an organization of theirs, with files, replies and history', async () => {
  const acme = await buildOrganization(app, { name: 'Acme' });
  const guest = await begin(app, acme.owner.email);
  const file = await upload(
    app,
    agent,
    `/api/console/clients/${guest.organization}/uploads?name=bukti.png`,
    png,
  );
  expect(file.status).toBe(201);
  await agent.post(`${guest.console}/notes`, { text: 'Catatan kami.' });
  await app.clock.advance({ minutes: 1 });
  await agent.post(`${guest.console}/messages`, { text: 'Ini buktinya.', files: [file.body.id] });
  expect((await acme.owner.get('/api/me/guests')).body.items).toMatchObject([
    { into: [{ id: acme.id, name: 'Acme' }], can: { move: true } },
  ]);
  const moved = await acme.owner.post(claimOf(guest.organization), { into: acme.id });
  expect(moved).toMatchObject({ status: 200, body: { slug: acme.slug } });

  const at = acme.at(`/tickets/${guest.id}`);
  const seen = (await acme.owner.get(at)).body;
  expect(seen).toMatchObject({ messages: 2, requester: { id: acme.owner.id } });
  expect(seen.conversation.items[0].author.me).toBe(true);
  expect(seen.history.map(({ name }: { name: string }) => name)).toEqual([
    'support.ticket-opened',
    'support.status-changed',
    'support.ticket-assigned',
    'support.ticket-moved',
  ]);
  expect(JSON.stringify(seen)).not.toContain('Catatan kami');
  expect((await acme.owner.get(`${at}/files/${file.body.id}`)).status).toBe(200);
  const staffs = (await agent.get(guest.console)).body;
  expect(staffs.organization).toMatchObject({ id: acme.id, guest: false });
  expect(staffs.conversation.items.map(({ internal }: { internal: boolean }) => internal)).toContain(true);
  expect((await acme.owner.get(acme.at('/tickets?q=pindah'))).body.items).toMatchObject([{ id: guest.id }]);
  expect((await acme.owner.post(`${at}/messages`, { text: 'Terima kasih.' })).status).toBe(201);
  const colleague = await buildMember(app, acme, 'technical');
  expect((await colleague.get(at)).status).toBe(200);
  expect((await (await buildPerson(app)).get(at)).status).toBe(404);
});

test('nobody else claims it, and no address that is not proven', async () => {
  const guest = await begin(app, 'target@example.com');
  const other = await buildOrganization(app);
  const member = await buildMember(app, other, 'owner');
  for (const into of [null, other.id]) {
    for (const who of [other.owner, member, agent])
      expect((await who.post(claimOf(guest.organization), { into })).status).toBe(404);
    expect((await app.stranger.post(claimOf(guest.organization), { into })).status).toBe(401);
  }
  for (const who of [other.owner, agent]) expect((await who.get('/api/me/guests')).body.items).toEqual([]);

  // The address alone is not enough: it has to be proven.
  const person = await buildPerson(app, { email: 'target@example.com' });
  await app.app.pool.query('update identity.people set email_verified_at = null where id = $1', [person.id]);
  expect((await person.get('/api/me/guests')).body.items).toEqual([]);
  expect((await person.post(claimOf(guest.organization), { into: null })).status).toBe(404);

  await app.app.pool.query('update identity.people set email_verified_at = now() where id = $1', [person.id]);
  // Into an organization that is not theirs, or where they do not see all tickets.
  expect((await person.post(claimOf(guest.organization), { into: other.id })).status).toBe(404);
  await app.app.pool.query(
    `insert into organizations.members (organization_id, person_id, role, since) values ($1, $2, 'member', now())`,
    [other.id, person.id],
  );
  expect((await person.post(claimOf(guest.organization), { into: other.id })).status).toBe(404);
  expect((await person.post(claimOf(randomUUID()), { into: null })).status).toBeGreaterThanOrEqual(400);
  expect((await person.post(claimOf(other.id), { into: null })).status).toBe(404);
  expect((await person.post(claimOf(guest.organization), { into: null })).status).toBe(200);
});

test('of many claims at once one is done, whichever way it goes', async () => {
  const acme = await buildOrganization(app);
  const guest = await begin(app, acme.owner.email);
  const answers = await Promise.all(
    [null, acme.id, null, acme.id, null].map((into) =>
      acme.owner.post(claimOf(guest.organization), { into }),
    ),
  );
  const codes = answers.map(({ status }) => status).toSorted((a, b) => a - b);
  expect(codes).toEqual([200, 409, 409, 409, 409]);
  expect(answers.find(({ status }) => status === 409)!.body.code).toBe('already_claimed');
  const { rows } = await app.app.pool.query(
    `select from kernel.events where name = 'guests.guest-claimed' and data ->> 'from' = $1`,
    [guest.organization],
  );
  expect(rows).toHaveLength(1);
  expect((await acme.owner.get('/api/me/inbox')).body.items).toMatchObject([{ id: guest.id }]);
});

test('after a claim the address begins anew, and can be claimed again', async () => {
  const acme = await buildOrganization(app);
  const first = await begin(app, acme.owner.email);
  await acme.owner.post(claimOf(first.organization), { into: acme.id });
  const second = await begin(app, acme.owner.email);
  expect(second.organization).not.toBe(first.organization);
  expect((await acme.owner.get('/api/me/guests')).body.items).toMatchObject([{ id: second.organization }]);
  expect((await acme.owner.post(claimOf(second.organization), { into: acme.id })).status).toBe(200);
  expect((await acme.owner.get(acme.at('/tickets'))).body.items).toHaveLength(2);
});

test('what has an invoice stays whole: it comes below the organization, with its tickets', async () => {
  const acme = await buildOrganization(app);
  const guest = await begin(app, acme.owner.email);
  const finance = await buildStaff(app, 'finance');
  const issued = await finance.post('/api/console/invoices', {
    organization: guest.organization,
    lines: [{ description: { id: 'Jasa', en: 'Work' }, quantity: 1, unitPrice: 100_000, taxable: false }],
  });
  expect(issued.status).toBe(201);
  expect((await acme.owner.get('/api/me/guests')).body.items[0]).toMatchObject({ whole: true });
  expect((await acme.owner.post(claimOf(guest.organization), { into: acme.id })).status).toBe(200);
  expect((await acme.owner.get(acme.at('/tickets'))).body.items).toHaveLength(0);
  const at = `/api/organizations/${guest.organization}`;
  expect((await acme.owner.get(`${at}/tickets`)).body.items).toMatchObject([{ id: guest.id }]);
  expect((await acme.owner.get(`${at}/invoices`)).body.items).toHaveLength(1);
});

test('the invariants hold after all of that', async () => {
  for (const { name, violations } of app.app.product.invariants)
    expect([name, await app.ctx.read((db) => violations(db, 5))]).toEqual([name, []]);
});

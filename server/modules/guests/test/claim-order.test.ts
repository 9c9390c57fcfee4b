import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildPerson, buildStaff } from '../../../test/kit/people.ts';
import { pageOf } from '../../payments/test/world.ts';
import { setStore } from './orders-world.ts';
import { begin as write, mailsTo } from './world.ts';

const app = await createTestApp();
const { sell, ask, begin, place, byCode } = await setStore(app);
const server = await sell();
const claimOf = (guest: string) => `/api/me/guests/${guest}/claim`;
const agent = await buildStaff(app, 'support');

async function paid(email: string) {
  const order = await begin(server.plan, email);
  const { pay } = (await byCode(order)).body.bill!;
  const how = { invoice: pay!.invoice, gateway: 'sandbox', method: 'qris' };
  const started = await byCode(order, '/pay', how);
  await app.ports.sandbox.submit(pageOf(started.body.bill!.pay!.open!), 'scan');
  await app.ports.sandbox.flush();
  await app.settle();
  return order;
}

/** All that an organization has of money and history, to be compared. */
async function holdings(organization: string) {
  const { rows } = await app.app.pool.query(
    `select (select json_agg(i order by i.id) from billing.invoices i where i.organization_id = $1) as invoices,
      (select json_agg(r order by r.id) from billing.receipts r where r.organization_id = $1) as receipts,
      (select count(*)::int from payments.payments p where p.organization_id = $1) as payments,
      (select json_agg(s.id order by s.id) from services.services s where s.organization_id = $1) as services,
      (select count(*)::int from support.tickets t where t.organization_id = $1) as tickets`,
    [organization],
  );
  return rows[0];
}

test('the proven address takes its order over as an organization of its own, with service, invoices and money', async () => {
  const order = await paid('milik@example.com');
  const ticket = await write(app, 'milik@example.com');
  expect(ticket.organization).toBe(order.organization);
  const before = await holdings(order.organization);
  const person = await buildPerson(app, { email: 'milik@example.com' });
  expect((await person.get('/api/me/guests')).body.items).toMatchObject([
    {
      id: order.organization,
      whole: true,
      tickets: 1,
      orders: [{ number: order.number, title: { en: 'Server · Small' } }],
      can: { move: { no: 'no_organization' } },
    },
  ]);
  const claimed = await person.post(claimOf(order.organization), { into: null });
  expect(claimed).toMatchObject({ status: 200, body: { name: 'Sari Dewi' } });
  expect(await holdings(order.organization)).toEqual(before);
  const at = `/api/organizations/${order.organization}`;
  expect((await person.get(`${at}/orders`)).body.items).toMatchObject([{ number: order.number }]);
  expect((await person.get(`${at}/invoices`)).body.items).toMatchObject([{ status: 'paid' }]);
  expect((await person.get(`${at}/services`)).body.items).toHaveLength(1);
  expect((await person.get(`${at}/tickets`)).body.items).toMatchObject([{ id: ticket.id }]);
  // How it stands is told to whoever has the code, as of any client's order; the rest now takes an account.
  expect((await byCode(order)).body).toMatchObject({ number: order.number, bill: null });
  const document = { kind: 'invoice', id: order.invoice, lang: 'id' };
  expect((await byCode(order, '/document', document)).status).toBe(404);
  const { items } = (await agent.get(`/api/console/orders?q=${order.number}`)).body;
  expect(items[0].client.guest).toBe(false);
  await app.settle();
  expect(mailsTo(app, 'milik@example.com').at(-1)!.text).toContain(`/o/${claimed.body.slug}`);
  expect((await person.post(claimOf(order.organization), { into: null })).body.code).toBe('already_claimed');
});

test('it comes below an organization of theirs, whose people act in it and whose siblings do not see it', async () => {
  const acme = await buildOrganization(app, { name: 'Acme' });
  const order = await paid(acme.owner.email);
  const before = await holdings(order.organization);
  expect((await acme.owner.get('/api/me/guests')).body.items).toMatchObject([
    { whole: true, into: [{ id: acme.id, name: 'Acme' }], can: { move: true } },
  ]);
  const child = await acme.owner.post(acme.at('/children'), {
    name: 'Cabang',
    country: 'ID',
    currency: 'IDR',
  });
  const brother = await buildPerson(app);
  await app.app.pool.query(
    `insert into organizations.members (organization_id, person_id, role, since) values ($1, $2, 'owner', now())`,
    [child.body.id, brother.id],
  );
  const colleague = await buildMember(app, acme, 'technical');
  const claimed = await acme.owner.post(claimOf(order.organization), { into: acme.id });
  expect(claimed.status).toBe(200);
  expect(await holdings(order.organization)).toEqual(before);
  const orders = `/api/organizations/${order.organization}/orders`;
  for (const who of [acme.owner, colleague])
    expect((await who.get(orders)).body.items).toMatchObject([{ number: order.number }]);
  for (const who of [brother, await buildPerson(app)]) expect((await who.get(orders)).status).toBe(404);
  const { rows } = await app.app.pool.query(
    'select parent_id, kind, pays from organizations.organizations where id = $1',
    [order.organization],
  );
  expect(rows).toEqual([{ parent_id: acme.id, kind: 'client', pays: 'itself' }]);
  // What comes next begins anew.
  const next = await begin(server.plan, acme.owner.email);
  expect(next.organization).not.toBe(order.organization);
});

test('another address, an unproven one, a colleague or staff claim nothing, nor into what is not theirs to lead', async () => {
  const order = await begin(server.plan, 'orang@example.com');
  const other = await buildOrganization(app);
  for (const into of [null, other.id]) {
    for (const who of [other.owner, agent])
      expect((await who.post(claimOf(order.organization), { into })).status).toBe(404);
    expect((await app.stranger.post(claimOf(order.organization), { into })).status).toBe(401);
  }
  const person = await buildPerson(app, { email: 'orang@example.com' });
  await app.app.pool.query('update identity.people set email_verified_at = null where id = $1', [person.id]);
  expect((await person.post(claimOf(order.organization), { into: null })).status).toBe(404);
  await app.app.pool.query('update identity.people set email_verified_at = now() where id = $1', [person.id]);
  // A technical manager reads all tickets there and makes no organizations.
  await app.app.pool.query(
    `insert into organizations.members (organization_id, person_id, role, since) values ($1, $2, 'technical', now())`,
    [other.id, person.id],
  );
  expect((await person.get('/api/me/guests')).body.items).toMatchObject([{ whole: true, into: [] }]);
  expect((await person.post(claimOf(order.organization), { into: other.id })).status).toBe(404);
  expect((await person.post(claimOf(order.organization), { into: null })).status).toBe(200);
});

test('an order that is placed while its tickets are claimed into another organization is left by nobody', async () => {
  const acme = await buildOrganization(app);
  const email = acme.owner.email;
  const ticket = await write(app, email);
  const token = await ask(server.plan, email);
  const [claimed, placed] = await Promise.all([
    acme.owner.post(claimOf(ticket.organization), { into: acme.id }),
    place(token),
  ]);
  expect([claimed.status, placed.status]).toEqual([200, 200]);
  const { rows } = await app.app.pool.query<{ kind: string; parent: string | null; unclaimed: boolean }>(
    `select o.kind, o.parent_id as parent, g.claimed_at is null as unclaimed from orders.orders r
     join organizations.organizations o on o.id = r.organization_id join guests.guests g on g.organization_id = o.id
     where r.number = $1`,
    [placed.body.number],
  );
  // Either it came along below, or it waits for a claim of its own.
  expect([
    { kind: 'client', parent: acme.id, unclaimed: false },
    { kind: 'guest', parent: null, unclaimed: true },
  ]).toContainEqual(rows[0]);
});

test('the invariants hold after all of that', async () => {
  for (const { name, violations } of app.app.product.invariants)
    expect([name, await app.ctx.read((db) => violations(db, 5))]).toEqual([name, []]);
});

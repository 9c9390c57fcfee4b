import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { openTicket, png, upload } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const other = await buildOrganization(app, { name: 'Other' });
const agent = await buildStaff(app, 'support');
const operator = await buildStaff(app, 'operations');
const bookkeeper = await buildStaff(app, 'finance');

const subjects = (answer: { body: { items: { subject: string }[] } }) =>
  answer.body.items.map(({ subject }) => subject);

test('a member reads the tickets they opened or follow; owner, finance and technical read all', async () => {
  const member = await buildMember(app, acme, 'member');
  const finance = await buildMember(app, acme, 'finance');
  const technical = await buildMember(app, acme, 'technical');
  const owners = await openTicket(acme, acme.owner, { subject: 'Rahasia pemilik' });
  const own = await openTicket(acme, member, { subject: 'Punya anggota' });

  for (const who of [acme.owner, finance, technical]) {
    expect(subjects(await who.get(acme.at('/tickets')))).toEqual(['Punya anggota', 'Rahasia pemilik']);
    expect((await who.get(own.at)).status).toBe(200);
  }
  expect(subjects(await member.get(acme.at('/tickets')))).toEqual(['Punya anggota']);
  expect(subjects(await member.get(acme.at('/tickets?q=rahasia')))).toEqual([]);
  expect(subjects(await member.get(acme.at(`/tickets?q=${owners.number}`)))).toEqual([]);
  expect((await member.get(acme.at('/tickets/summary'))).body.active).toBe(1);

  const denied = [
    await member.get(owners.at),
    await member.get(`${owners.at}/messages`),
    await member.post(`${owners.at}/messages`, { text: 'Ikut' }),
    await member.post(`${owners.at}/close`),
    await member.put(`${owners.at}/followers/${member.id}`),
    await member.delete(`${owners.at}/followers/${acme.owner.id}`),
  ];
  for (const answer of denied) expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect((await acme.owner.get(owners.at)).body.messages).toBe(1);

  await acme.owner.put(`${owners.at}/followers/${member.id}`);
  expect((await member.get(owners.at)).status).toBe(200);
  expect((await member.post(`${owners.at}/messages`, { text: 'Sekarang boleh' })).status).toBe(201);
  await acme.owner.delete(`${owners.at}/followers/${member.id}`);
  expect((await member.get(owners.at)).status).toBe(404);
});

test('reading for somebody who may not: the mark stays', async () => {
  const member = await buildMember(app, acme, 'member');
  const ticket = await openTicket(acme, acme.owner);
  await agent.post(`${ticket.console}/messages`, { text: 'Baru' });
  await member.put(`${ticket.at}/read`);
  expect((await acme.owner.get(ticket.at)).body.unread).toBe(true);
});

test('another organization reaches nothing, whatever it mixes', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const theirs = await openTicket(other, other.owner);
  const crossed = other.at(`/tickets/${ticket.id}`);
  expect((await other.owner.get(crossed)).status).toBe(404);
  expect((await other.owner.get(`${crossed}/messages`)).status).toBe(404);
  expect((await other.owner.post(`${crossed}/messages`, { text: 'Halo' })).status).toBe(404);
  expect((await other.owner.post(`${crossed}/close`)).status).toBe(404);
  expect((await other.owner.put(`${crossed}/followers/${other.owner.id}`)).status).toBe(404);
  expect(await other.owner.put(`${theirs.at}/followers/${acme.owner.id}`)).toMatchObject({
    status: 422,
    body: { code: 'not_a_member' },
  });
  const file = await upload(app, acme.owner, acme.at('/uploads?name=a.png'), png);
  const stolen = await other.owner.post(other.at('/tickets'), {
    subject: 'x',
    text: 'x',
    files: [file.body.id],
  });
  expect(stolen).toMatchObject({ status: 409, body: { code: 'unknown_upload' } });
  await acme.owner.post(`${ticket.at}/messages`, { text: 'Gambar', files: [file.body.id] });
  expect((await other.owner.get(`${theirs.at}/files/${file.body.id}`)).status).toBe(404);
  expect((await other.owner.get(`${crossed}/files/${file.body.id}`)).status).toBe(404);
});

test('a ticket is linked to things of its own organization only', async () => {
  const [mine, foreign] = await Promise.all([acme.id, other.id].map((id) => addService(id)));
  const linked = await openTicket(acme, acme.owner, { serviceId: mine });
  expect((await acme.owner.get(linked.at)).body).toMatchObject({
    service: { id: mine, names: { en: 'Hosting' } },
    queue: { name: 'technical' },
  });
  const listed = await acme.owner.get(acme.at(`/tickets?service=${mine}`));
  expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([linked.id]);
  const wrong = await acme.owner.post(acme.at('/tickets'), { subject: 'x', text: 'x', serviceId: foreign });
  expect(wrong).toMatchObject({
    status: 422,
    body: { code: 'unknown_link', fields: [{ path: 'serviceId' }] },
  });
  const invoice = await acme.owner.post(acme.at('/tickets'), { subject: 'x', text: 'x', invoiceId: mine });
  expect(invoice).toMatchObject({ status: 422, body: { fields: [{ path: 'invoiceId' }] } });
  const moved = await agent.patch(linked.console, 1, { serviceId: foreign });
  expect(moved).toMatchObject({ status: 422, body: { code: 'unknown_link' } });
  expect((await agent.patch(linked.console, 1, { serviceId: null })).status).toBe(204);
});

test('operations read, finance does not even that, and only who works on tickets writes', async () => {
  const ticket = await openTicket(acme, acme.owner);
  expect((await operator.get(ticket.console)).body.can).toEqual({ work: { no: 'your_role' } });
  expect((await operator.post(`${ticket.console}/messages`, { text: 'x' })).status).toBe(404);
  expect((await operator.post(`${ticket.console}/notes`, { text: 'x' })).status).toBe(404);
  expect((await operator.patch(ticket.console, 1, { priority: 'low' })).status).toBe(404);
  expect((await bookkeeper.get(ticket.console)).status).toBe(404);
  expect((await agent.get('/api/console/tickets/agents')).body.items).toEqual([
    { id: agent.id, name: expect.any(String) },
  ]);
});

async function addService(organization: string): Promise<string> {
  return app.ctx.transact(async (tx) => {
    const id = tx.newId<'service'>();
    await tx.db
      .insertInto('services.services')
      .values({
        organization_id: organization,
        id,
        order_id: tx.newId(),
        plan_id: tx.newId(),
        names: JSON.stringify({ id: 'Hosting', en: 'Hosting' }),
        quantity: 1,
        choices: '{}',
        currency: 'IDR',
        cycle: 'monthly',
        recurring: 1n,
        taxable: true,
        trial_days: 0,
        provisioner: 'manual',
        provisioner_configuration: '{}',
        time_zone: 'Asia/Jakarta',
        created_at: tx.now,
      })
      .execute();
    return id;
  });
}

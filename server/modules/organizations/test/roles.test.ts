import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import type { TestClient } from '../../../test/kit/client.ts';
import { buildMember, buildOrganization, buildPerson } from '../../../test/kit/people.ts';

const app = await createTestApp();

const permissionsOf = async (client: Pick<TestClient, 'get'>, id: string) =>
  (await client.get('/api/session')).body.organizations.find((one: { id: string }) => one.id === id)
    ?.permissions as string[];

test('finance sees money and no services, technical sees services and no money, a viewer looks, an approver decides', async () => {
  const organization = await buildOrganization(app);
  const { at } = organization;
  const [finance, technical, viewer, approver] = await Promise.all(
    (['finance', 'technical', 'viewer', 'approver'] as const).map((role) =>
      buildMember(app, organization, role),
    ),
  );
  const seen = async (client: typeof finance, path: string) => (await client!.get(at(path))).status;
  expect([await seen(finance, '/invoices'), await seen(finance, '/services')]).toEqual([200, 404]);
  expect([await seen(technical, '/invoices'), await seen(technical, '/services')]).toEqual([404, 200]);
  expect([
    await seen(viewer, '/invoices'),
    await seen(viewer, '/services'),
    await seen(viewer, '/tickets'),
  ]).toEqual([200, 200, 200]);
  expect(await permissionsOf(viewer!, organization.id)).not.toContain('support.ticket.use');
  expect((await viewer!.post(at('/tickets'), {})).status).toBe(404);
  expect(await permissionsOf(approver!, organization.id)).toContain('orders.approve');
  expect(await seen(approver, '/invoices')).toBe(404);
});

test('a role of its own is a set of permissions, held from the next request on', async () => {
  const { owner, at, id } = await buildOrganization(app);
  const made = await owner.post(at('/roles'), {
    name: 'Service desk',
    permissions: ['services.service.read'],
  });
  expect(made.status).toBe(201);
  const [role] = made.body.items;
  expect(role).toMatchObject({ name: 'Service desk', used: 0, version: 1, can: { change: true } });
  expect((await owner.post(at('/roles'), { name: 'service DESK', permissions: [] })).body.code).toBe(
    'role_name_taken',
  );
  expect((await owner.post(at('/roles'), { name: 'Other', permissions: ['catalog.change'] })).body.code).toBe(
    'unknown_permission',
  );

  const tono = await buildMember(app, { id }, 'member');
  expect((await owner.patch(at(`/members/${tono.id}`), 1, { role: role.id })).status).toBe(204);
  expect(await permissionsOf(tono, id)).toEqual(
    expect.arrayContaining(['services.service.read', 'home.dashboard.read']),
  );
  expect((await tono.get(at('/services'))).status).toBe(200);
  expect((await tono.get(at('/invoices'))).status).toBe(404);
  expect((await tono.get(at('/tickets'))).status).toBe(404);

  const wider = { name: 'Service desk', permissions: ['services.service.read', 'billing.invoices.read'] };
  expect((await owner.put(at(`/roles/${role.id}`), wider, { version: 1 })).status).toBe(200);
  expect((await tono.get(at('/invoices'))).status).toBe(200);
  const members = (await owner.get(at('/members'))).body.items;
  expect(members.find((one: { id: string }) => one.id === tono.id)).toMatchObject({
    role: 'custom',
    roleId: role.id,
    roleName: 'Service desk',
  });
});

test('a role that somebody has goes only when it is said what they get instead', async () => {
  const { owner, at, id } = await buildOrganization(app);
  const [role] = (await owner.post(at('/roles'), { name: 'Guest', permissions: [] })).body.items;
  const tono = await buildMember(app, { id }, 'member');
  await owner.patch(at(`/members/${tono.id}`), 1, { role: role.id });
  await owner.post(at('/invitations'), { email: 'guest@example.com', role: role.id });
  expect((await owner.get(at('/roles'))).body.items[0].used).toBe(2);
  expect((await owner.post(at(`/roles/${role.id}/delete`), {})).body.code).toBe('role_in_use');
  expect((await owner.post(at(`/roles/${role.id}/delete`), { instead: 'viewer' })).body.items).toEqual([]);
  const members = (await owner.get(at('/members'))).body.items;
  expect(members.find((one: { id: string }) => one.id === tono.id).role).toBe('viewer');
  expect((await owner.get(at('/invitations'))).body.items[0].role).toBe('viewer');
});

test('who manages members without being owner gives nothing beyond their own, and does not touch owners', async () => {
  const { owner, at, id } = await buildOrganization(app);
  const permissions = ['organizations.members.read', 'organizations.members.manage', 'services.service.read'];
  const [role] = (await owner.post(at('/roles'), { name: 'Office', permissions })).body.items;
  const wati = await buildMember(app, { id }, 'member');
  const dimas = await buildMember(app, { id }, 'technical');
  await owner.patch(at(`/members/${wati.id}`), 1, { role: role.id });
  const tried = async (body: object) =>
    (await wati.post(at('/invitations'), { email: 'x@example.com', ...body })).body.code;
  expect(await tried({ role: 'owner' })).toBe('owner_only');
  expect(await tried({ role: 'finance' })).toBe('beyond_you');
  expect(
    (await wati.post(at('/roles'), { name: 'Mine', permissions: ['billing.invoices.read'] })).body.code,
  ).toBe('beyond_you');
  expect((await wati.delete(at(`/members/${dimas.id}`))).body.code).toBe('beyond_you');
  expect((await wati.delete(at(`/members/${owner.id}`))).body.code).toBe('owner_only');
  expect((await wati.patch(at(`/members/${wati.id}`), 2, { role: 'owner' })).body.code).toBe('owner_only');
  const narrow = await wati.post(at('/roles'), { name: 'Reader', permissions: ['services.service.read'] });
  expect(narrow.status).toBe(201);
  const offered = narrow.body.permissions.find(
    (one: { name: string }) => one.name === 'billing.invoices.read',
  );
  expect(offered).toMatchObject({ mine: false });
});

test('roles of another organization are no roles here', async () => {
  const here = await buildOrganization(app);
  const there = await buildOrganization(app);
  const [role] = (await there.owner.post(there.at('/roles'), { name: 'Theirs', permissions: [] })).body.items;
  expect(
    (await here.owner.post(here.at('/invitations'), { email: 'y@example.com', role: role.id })).body.code,
  ).toBe('unknown_role');
  expect((await here.owner.post(here.at(`/roles/${role.id}/delete`), {})).status).toBe(404);
  expect((await here.owner.get(here.at('/roles'))).body.items).toEqual([]);
});

test('ownership is offered and has to be accepted; both are told', async () => {
  const organization = await buildOrganization(app, { name: 'Handover' });
  const { owner, at } = organization;
  const next = await buildMember(app, organization, 'technical', { limit: 5_000n });
  const other = await buildMember(app, organization, 'member');
  const offered = await owner.post(at('/ownership'), { person: next.id, thenRole: 'viewer' });
  expect(offered).toMatchObject({ status: 201, body: { offer: { fromYou: true, toYou: false } } });
  const { id } = offered.body.offer;
  expect((await owner.post(at('/ownership'), { person: other.id, thenRole: 'viewer' })).body.code).toBe(
    'offer_open',
  );
  expect((await other.post(at(`/ownership/${id}/accept`), undefined)).status).toBe(404);
  expect((await owner.post(at(`/ownership/${id}/accept`), undefined)).status).toBe(404);
  expect((await next.post(at(`/ownership/${id}/accept`), undefined)).status).toBe(204);
  expect((await next.post(at(`/ownership/${id}/accept`), undefined)).body.code).toBe('offer_closed');
  const roles = Object.fromEntries(
    (await next.get(at('/members'))).body.items.map((one: { id: string; role: string; limit: unknown }) => [
      one.id,
      [one.role, one.limit],
    ]),
  );
  expect(roles).toMatchObject({ [owner.id]: ['viewer', null], [next.id]: ['owner', null] });
  await app.settle();
  for (const one of [owner, next]) {
    expect(
      app.ports.sent.some(({ to, subject }) => to.address === one.email && /Handover/.test(subject)),
    ).toBe(true);
  }
});

test('an offer that nobody answers runs out', async () => {
  const organization = await buildOrganization(app);
  const { owner, at } = organization;
  const next = await buildMember(app, organization, 'member');
  const { id } = (await owner.post(at('/ownership'), { person: next.id, thenRole: 'member' })).body.offer;
  await app.clock.advance({ days: 8 });
  expect((await next.post(at(`/ownership/${id}/accept`), undefined)).body.code).toBe('offer_closed');
  expect((await owner.post(at('/ownership'), { person: next.id, thenRole: 'member' })).status).toBe(201);
});

test('an invitation carries what narrows it', async () => {
  const { owner, at, id } = await buildOrganization(app);
  const tomorrow = new Date(app.clock.now().getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
  const body = { email: 'narrow@example.com', role: 'finance', limit: 2_000_000, until: tomorrow };
  expect((await owner.post(at('/invitations'), { ...body, until: '2020-01-01' })).body.code).toBe(
    'date_past',
  );
  expect((await owner.post(at('/invitations'), { ...body, role: 'owner' })).body.code).toBe(
    'owners_have_all',
  );
  expect((await owner.post(at('/invitations'), body)).body.items[0]).toMatchObject({
    limit: { amount: 2_000_000, currency: 'IDR' },
    until: tomorrow,
  });
  await app.settle();
  const mail = app.ports.sent.findLast(({ to }) => to.address === 'narrow@example.com')!;
  const token = /#token=([\w-]+)/.exec(mail.text)![1];
  const nina = await buildPerson(app, { email: 'narrow@example.com' });
  expect((await nina.post('/api/invitations/accept', { token })).status).toBe(200);
  const list = (await owner.get(at('/members'))).body.items;
  expect(list.find((one: { id: string }) => one.id === nina.id)).toMatchObject({
    limit: { amount: 2_000_000, currency: 'IDR' },
    until: tomorrow,
  });
  expect(await permissionsOf(nina, id)).toContain('billing.invoices.read');
});

test('the ownership reaches whoever it is offered to, also one whose role does not show the members', async () => {
  const organization = await buildOrganization(app);
  const { owner, at } = organization;
  const next = await buildMember(app, organization, 'member');
  const [role] = (await owner.post(at('/roles'), { name: 'Narrow', permissions: [] })).body.items;
  await owner.patch(at(`/members/${next.id}`), 1, { role: role.id });
  expect((await next.get(at('/members'))).status).toBe(404);
  const { id } = (await owner.post(at('/ownership'), { person: next.id, thenRole: 'viewer' })).body.offer;
  expect((await next.get(at('/ownership'))).body.offer).toMatchObject({ id, toYou: true });
  expect((await next.post(at(`/ownership/${id}/accept`), undefined)).status).toBe(204);
  expect((await next.get(at('/members'))).status).toBe(200);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import type { TestClient } from '../../../test/kit/client.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { moveOrganization } from '../commands/place-in-tree.ts';
import { invariants } from '../invariants.ts';

const app = await createTestApp();
const staff = await buildStaff(app, 'administrator');

const names = async (client: Pick<TestClient, 'get'>) =>
  (await client.get('/api/session')).body.organizations.map(({ name }: { name: string }) => name);

test("a parent's people act in all that is below, with their role; nobody sees upward or sideways", async () => {
  const parent = await buildOrganization(app, { name: 'Holding' });
  const child = await buildOrganization(app, { name: 'Kid', parent: parent.id });
  const sibling = await buildOrganization(app, { name: 'Sister', parent: parent.id });
  const grandchild = await buildOrganization(app, { name: 'Grandkid', parent: child.id });
  const finance = await buildMember(app, parent, 'finance');
  expect(await names(parent.owner)).toEqual(['Grandkid', 'Holding', 'Kid', 'Sister']);
  expect(await names(child.owner)).toEqual(['Grandkid', 'Kid']);
  expect(await names(grandchild.owner)).toEqual(['Grandkid']);
  expect((await finance.get(grandchild.at('/invoices'))).status).toBe(200);
  expect((await finance.get(grandchild.at('/services'))).status).toBe(404);
  expect((await child.owner.get(sibling.at(''))).status).toBe(404);

  const session = (await parent.owner.get('/api/session')).body.organizations;
  expect(session.find(({ name }: { name: string }) => name === 'Grandkid')).toMatchObject({
    via: parent.id,
    parent: child.id,
  });
  const own = (await child.owner.get('/api/session')).body.organizations;
  expect(own.find(({ name }: { name: string }) => name === 'Kid')).toMatchObject({ via: null, parent: null });

  const seenBelow = (await child.owner.get(child.at('/members'))).body.items;
  expect(seenBelow.find((one: { id: string }) => one.id === parent.owner.id)).toMatchObject({
    via: { name: null },
    can: { remove: { no: 'comes_from_above' } },
  });
  const seenAbove = (await parent.owner.get(child.at('/members'))).body.items;
  expect(seenAbove.find((one: { id: string }) => one.id === finance.id)).toMatchObject({
    via: { name: 'Holding' },
  });

  expect((await child.owner.patch(child.at(''), 1, { closed: true })).status).toBe(200);
  expect((await finance.get(child.at(''))).status).toBe(404);
  expect((await parent.owner.get(child.at(''))).status).toBe(200);
});

test('an owner makes organizations below; they need no members of their own', async () => {
  const parent = await buildOrganization(app, { name: 'Maker' });
  const technical = await buildMember(app, parent, 'technical');
  const body = { name: 'Made', country: 'ID', currency: 'IDR' };
  expect((await technical.post(parent.at('/children'), body)).status).toBe(404);
  const made = await parent.owner.post(parent.at('/children'), body);
  expect(made.status).toBe(201);
  const at = `/api/organizations/${made.body.id}`;
  expect((await technical.get(`${at}/services`)).status).toBe(200);
  expect(
    (await parent.owner.post(`${at}/invitations`, { email: 'first@example.com', role: 'owner' })).status,
  ).toBe(201);
});

test('staff move an organization: at once for everybody, without circles, and it is a fact', async () => {
  const [a, b] = [
    await buildOrganization(app, { name: 'Move A' }),
    await buildOrganization(app, { name: 'Move B' }),
  ];
  const c = await buildOrganization(app, { name: 'Move C', parent: a.id });
  const put = (id: string, parent: string | null) =>
    staff.put(`/api/console/clients/${id}/parent`, { parent });
  expect((await put(c.id, b.id)).body).toMatchObject({ parent: { name: 'Move B' } });
  expect(await names(a.owner)).toEqual(['Move A']);
  expect(await names(b.owner)).toEqual(['Move B', 'Move C']);
  expect((await put(b.id, c.id)).body.code).toBe('circle');
  expect((await put(b.id, b.id)).body.code).toBe('circle');
  expect((await put(c.id, null)).body).toMatchObject({ parent: null });
  const made = await staff.post(`/api/console/clients/${a.id}/children`, {
    name: 'Move D',
    country: 'ID',
    currency: 'IDR',
  });
  expect((await put(made.body.id, null)).body.code).toBe('needs_owner');
  const facts = await app.ctx.read((db) =>
    db
      .selectFrom('kernel.events')
      .select('data')
      .where('name', '=', 'organizations.organization-moved')
      .where('organization_id', '=', c.id)
      .orderBy('id')
      .execute(),
  );
  expect(facts.map(({ data }) => data)).toEqual([
    { from: a.id, to: b.id },
    { from: b.id, to: null },
  ]);
});

test('whatever is moved where, the tree follows the parents', async () => {
  const all = await Promise.all(
    Array.from({ length: 8 }, (_, n) => buildOrganization(app, { name: `Any ${n}` })),
  );
  const move = fc.record({ what: fc.nat(7), to: fc.option(fc.nat(7)) });
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 6 }), async (moves) => {
      for (const { what, to } of moves) {
        await app.ctx
          .transact((tx) => moveOrganization(tx, all[what]!.id, to === null ? null : all[to]!.id))
          .catch((error: Error) => expect(error.message).toMatch(/below itself/));
      }
      expect(await app.ctx.read((db) => invariants[0]!.violations(db, 10))).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('one membership counts in each organization: the nearest', async () => {
  const parent = await buildOrganization(app);
  const child = await buildOrganization(app, { parent: parent.id });
  const person = await buildMember(app, parent, 'owner');
  await buildMember(app, child, 'viewer');
  const before = (await person.get('/api/session')).body.organizations;
  expect(before.find(({ id }: { id: string }) => id === child.id).role).toBe('owner');
  const { addMember } = await import('../commands/add-member.ts');
  await app.ctx.transact((tx) =>
    addMember(tx, { organization: child.id, person: person.id, role: 'viewer' }),
  );
  const after = (await person.get('/api/session')).body.organizations;
  expect(after.find(({ id }: { id: string }) => id === child.id)).toMatchObject({
    role: 'viewer',
    via: null,
  });
});

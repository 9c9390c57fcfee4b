import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { makeSetupLink } from '../index.ts';
import { buildStaff } from '../../../test/kit/people.ts';

const app = await createTestApp();
const admin = await buildStaff(app, 'administrator');

test('an administrator takes somebody onto the staff, changes the roles, and lets them go', async () => {
  const body = { name: 'Budi', email: 'budi@example.com', roles: ['support'], locale: 'id' };
  const added = await admin.post('/api/console/staff', body);
  expect(added).toMatchObject({ status: 201, body: { name: 'Budi', roles: ['support'], version: 1 } });
  expect((await admin.post('/api/console/staff', body)).body.code).toBe('already_staff');
  const changed = await admin.patch(`/api/console/staff/${added.body.id}`, 1, {
    roles: ['finance', 'support'],
  });
  expect(changed.body).toMatchObject({ roles: ['finance', 'support'], version: 2 });
  expect((await admin.patch(`/api/console/staff/${added.body.id}`, 1, { roles: ['finance'] })).status).toBe(
    412,
  );
  expect((await admin.delete(`/api/console/staff/${added.body.id}`)).status).toBe(204);
  expect((await admin.delete(`/api/console/staff/${added.body.id}`)).status).toBe(404);
});

test('who is let go is signed out at once', async () => {
  const leaving = await buildStaff(app, 'operations');
  expect((await leaving.get('/api/console/clients')).status).toBe(200);
  await admin.delete(`/api/console/staff/${leaving.id}`);
  expect((await leaving.get('/api/console/clients')).status).toBe(401);
});

test('somebody stays administrator, also when two demote each other at once', async () => {
  const other = await buildStaff(app, 'administrator');
  const answers = await Promise.all([
    admin.patch(`/api/console/staff/${other.id}`, 1, { roles: ['support'] }),
    other.patch(`/api/console/staff/${admin.id}`, 1, { roles: ['support'] }),
  ]);
  const [done, refused] = answers.map(({ status }) => status).toSorted((a, b) => a - b);
  expect(done).toBe(200);
  // Who came second is refused by the rule, or at the door when the first was done by then.
  expect([404, 409]).toContain(refused);
  const left = await app.ctx.read((db) => db.selectFrom('identity.staff').select('roles').execute());
  expect(left.filter(({ roles }) => roles.includes('administrator'))).toHaveLength(1);
});

test('the set-up link is the same for whoever prints it, until it is a week old or used', async () => {
  const empty = await createTestApp();
  const { rows } = await empty.app.pool.query('select email from identity.people');
  expect(rows, 'nobody is there from the start').toEqual([]);
  const print = () => empty.ctx.transact(makeSetupLink);
  const [one, other] = await Promise.all([print(), print()]);
  expect(other).toBe(one);
  const setUp = (token: string) =>
    empty.stranger.put('/api/setup', {
      token,
      name: 'Rina',
      email: 'rina@example.com',
      password: 'kopi susu gula aren',
      locale: 'id',
      timeZone: 'Asia/Jakarta',
    });
  await empty.clock.advance({ days: 7 });
  expect((await setUp(one)).status).toBe(410);
  const later = await print();
  expect(later).not.toBe(one);
  expect((await setUp(later)).status).toBe(204);
});

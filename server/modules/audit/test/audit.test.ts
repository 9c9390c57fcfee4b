import { expect, test } from 'vitest';
import { verifyChain } from '../../../kernel/events/verify.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';

const app = await createTestApp();

test('an owner reads what happened in the own organization, and nothing of another', async () => {
  const [mine, other] = [await buildOrganization(app), await buildOrganization(app)];
  await mine.owner.patch(mine.at(''), 1, { name: 'Renamed' });
  await app.settle();
  const activity = await mine.owner.get(mine.at('/activity'));
  expect(activity.body.items.map(({ name }: { name: string }) => name)).toEqual([
    'organizations.organization-changed',
    'organizations.member-joined',
    'organizations.organization-created',
  ]);
  expect(activity.body.items[0].actor).toMatchObject({ kind: 'person', id: mine.owner.id });
  expect((await mine.owner.get(other.at('/activity'))).status).toBe(404);
  const colleague = await buildMember(app, mine, 'technical');
  expect((await colleague.get(mine.at('/activity'))).status).toBe(404);
});

test('staff filter by name, organization and actor, page by page', async () => {
  const organization = await buildOrganization(app);
  await app.settle();
  const admin = await buildStaff(app, 'administrator');
  const url = `/api/console/audit?organization=${organization.id}`;
  const first = await admin.get(`${url}&limit=1`);
  expect(first.body.items).toMatchObject([{ name: 'organizations.member-joined' }]);
  const second = await admin.get(`${url}&limit=1&after=${first.body.next}`);
  expect(second.body.items).toMatchObject([{ name: 'organizations.organization-created' }]);
  expect((await admin.get(`${url}&name=organizations.member`)).body.items).toHaveLength(1);
  expect((await (await buildStaff(app, 'support')).get(url)).status).toBe(404);
});

test('the chain verifies; facts cannot be changed, and a forged one is found', async () => {
  await buildOrganization(app);
  await app.settle();
  expect(await app.ctx.read(verifyChain)).toMatchObject({ intact: true });
  const change = app.app.pool.query(`update kernel.events set name = 'forged.fact' where position = 2`);
  await expect(change).rejects.toThrow('facts are only added');
  await app.app.pool.query(`
    alter table kernel.events disable trigger keep_facts;
    update kernel.events set data = '{"role": "owner"}' where position = 2;
    alter table kernel.events enable trigger keep_facts`);
  expect(await app.ctx.read(verifyChain)).toMatchObject({ intact: false, position: 2n });
});

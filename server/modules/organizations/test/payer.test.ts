import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization } from '../../../test/kit/people.ts';
import type { TestClient } from '../../../test/kit/client.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import type { Organization } from '../contract.ts';

const app = await createTestApp();

async function family() {
  const parent = await buildOrganization(app, { name: 'Holding' });
  const child = await buildOrganization(app, { name: 'Kid', parent: parent.id });
  return { parent, child, finance: await buildMember(app, parent, 'finance') };
}
const choose = (
  by: TestClient,
  parent: TestOrganization,
  child: { id: string },
  pays: 'parent' | 'itself' = 'parent',
) => by.put(parent.at(`/children/${child.id}/payer`), { pays });
const payerOf = async ({ owner, at }: TestOrganization) => (await owner.get<Organization>(at(''))).body.pays;

/** What each is about to be told of who pays. */
async function told(): Promise<Record<string, { organization: string; pays: string; path: string }[]>> {
  const { rows } = await app.app.pool.query<{ id: string; data: string; person_id: string }>(
    `select id, data, person_id from kernel.messages where kind = 'organizations.payer-was-chosen' and data <> ''`,
  );
  const by: Awaited<ReturnType<typeof told>> = {};
  for (const row of rows) (by[row.person_id] ??= []).push(app.open(row));
  return by;
}

test('who handles the money of a parent lets it pay for a child, and takes that back; both sides are told', async () => {
  const { parent, child, finance } = await family();
  expect(await payerOf(child)).toBe('itself');
  expect((await choose(finance, parent, child)).status).toBe(204);
  expect(await payerOf(child)).toBe('parent');
  const first = await told();
  expect(first[parent.owner.id]).toMatchObject([{ pays: 'parent', path: `/o/${parent.slug}/group` }]);
  expect(Object.keys(first).toSorted()).toEqual([parent.owner.id, child.owner.id, finance.id].toSorted());
  const [toChild] = first[child.owner.id]!;
  expect(toChild).toMatchObject({ organization: 'Kid', path: `/o/${child.slug}/organization` });
  expect(JSON.stringify(toChild)).not.toContain(parent.slug);
  await app.settle();
  expect(app.failures).toEqual([]);
  const mail = app.ports.sent.find(({ to }) => to.address === child.owner.email)!;
  expect(mail.subject).toBe('The organization above now pays for Kid');
  expect(mail.text).not.toContain('Holding');

  // Said once more, nothing happens.
  expect((await choose(parent.owner, parent, child)).status).toBe(204);
  expect(await told()).toEqual({});
  expect((await choose(parent.owner, parent, child, 'itself')).status).toBe(204);
  expect(await payerOf(child)).toBe('itself');
  expect((await told())[child.owner.id]).toMatchObject([{ pays: 'itself' }]);
});

test('the money of an organization is promised by nobody else', async () => {
  const { parent, child, finance } = await family();
  const grandchild = await buildOrganization(app, { parent: child.id });
  const foreign = await buildOrganization(app);
  const technical = await buildMember(app, parent, 'technical');
  for (const stranger of [child.owner, foreign.owner, technical])
    expect((await choose(stranger, parent, child)).status).toBe(404);
  expect((await choose(child.owner, child, child)).status).toBe(404);
  expect((await choose(finance, parent, grandchild)).status).toBe(404);
  expect((await choose(finance, parent, foreign)).status).toBe(404);
  expect((await choose(foreign.owner, foreign, child)).status).toBe(404);

  const limited = await buildMember(app, parent, 'finance', { limit: 5_000_000n });
  expect((await choose(limited, parent, child)).body.code).toBe('spending_limited');
  expect(await payerOf(child)).toBe('itself');
  expect((await choose(finance, parent, child, 'parent')).status).toBe(204);
});

test('for an organization that lets in only owners from above only an owner decides', async () => {
  const { parent, child, finance } = await family();
  await child.owner.patch(child.at(''), 1, { closed: true });
  expect((await choose(finance, parent, child)).body.code).toBe('closed_to_others');
  expect((await choose(parent.owner, parent, child)).status).toBe(204);
  expect(await payerOf(child)).toBe('parent');
});

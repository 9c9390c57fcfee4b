import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestApp } from '../../test/kit/app.ts';
import { buildOrganization } from '../../test/kit/people.ts';
import type { Db } from '../db/types.ts';

// What a portal transaction can do with hand-made SQL, as if a module had forgotten every condition.

const app = await createTestApp();
const mine = await buildOrganization(app, { name: 'Mine' });
const foreign = await buildOrganization(app, { name: 'Foreign' });
const portal = app.app.within({ kind: 'clients', organizations: [mine.id], person: mine.owner.id });

const names = async (db: Db) =>
  (await sql<{ name: string }>`select name from organizations.organizations`.execute(db)).rows.map(
    ({ name }) => name,
  );

test('reads the rows of its organizations and of its person, whatever is asked', async () => {
  await app.settle();
  expect(await portal.read(names)).toEqual(['Mine']);
  const facts = await portal.read((db) =>
    sql<{
      organization_id: string;
      audience: string;
    }>`select organization_id, audience from kernel.events`.execute(db),
  );
  expect(facts.rows.length).toBeGreaterThan(0);
  for (const row of facts.rows) expect(row).toEqual({ organization_id: mine.id, audience: 'organization' });
  const members = await portal.read((db) =>
    sql<{ organization_id: string }>`select organization_id from organizations.members`.execute(db),
  );
  expect(members.rows).toEqual([{ organization_id: mine.id }]);
});

test('changes and removes nothing of another organization', async () => {
  await portal.transact(async ({ db }) => {
    const changed =
      await sql`update organizations.organizations set name = 'Taken' where id = ${foreign.id}`.execute(db);
    expect(changed.numAffectedRows).toBe(0n);
  });
  await portal.transact(({ db }) =>
    sql`update organizations.organizations set name = 'Mine too'`.execute(db),
  );
  expect((await app.ctx.read(names)).toSorted()).toEqual(['Foreign', 'Mine too']);
});

test('puts no row into another organization, and moves none there', async () => {
  const insert = portal.transact(({ db }) =>
    sql`insert into organizations.members (organization_id, person_id, role, since)
        values (${foreign.id}, ${mine.owner.id}, 'owner', now())`.execute(db),
  );
  await expect(insert).rejects.toMatchObject({ code: '42501' });
  const move = portal.transact(({ db }) =>
    sql`update organizations.members set organization_id = ${foreign.id} where person_id = ${mine.owner.id}`.execute(
      db,
    ),
  );
  await expect(move).rejects.toMatchObject({ code: '42501' });
});

test.each([
  'kernel.settings',
  'kernel.idempotency',
  'kernel.messages',
  'kernel.data_keys',
  'kernel.handled',
  'pgboss.job',
])('writes nothing into %s', async (table) => {
  const work = portal.transact(({ db }) => sql`delete from ${sql.table(table)}`.execute(db));
  await expect(work).rejects.toMatchObject({ code: '42501' });
});

test('writes no fact by hand', async () => {
  const forge = portal.transact(({ db }) =>
    sql`insert into kernel.events (id, name, audience, subject_kind, subject_id, actor_kind, data, happened_at)
        values (gen_random_uuid(), 'billing.invoice-paid', 'organization', 'invoice', '1', 'system', '{}', now())`.execute(
      db,
    ),
  );
  await expect(forge).rejects.toMatchObject({ code: '42501' });
});

test('without organizations there are no rows, and the setting does not outlive its transaction', async () => {
  const nobody = app.app.within({ kind: 'clients', organizations: [], person: null });
  expect(await nobody.read(names)).toEqual([]);
  const left = await app.app.pool.query<{ role: string; setting: string | null }>(
    `select current_user as role, nullif(current_setting('clientarea.organizations', true), '') as setting`,
  );
  expect(left.rows[0]).toMatchObject({ setting: null });
  expect(left.rows[0]!.role).not.toMatch(/portal|system/);
});

test('a scope that is not made of ids is not put into SQL', async () => {
  const crafted = app.app.within({
    kind: 'clients',
    organizations: [`x'); drop table x; --` as never],
    person: null,
  });
  await expect(crafted.read(names)).rejects.toThrow('well-formed ids');
});

import { sql } from 'kysely';
import { expect, inject, it } from 'vitest';
import { KeepingClient, StatementNames } from '../db/keeping-client.ts';
import { beginStatement, everything } from '../db/scope.ts';
import { createTestApp } from '../../test/kit/app.ts';
import { buildOrganization } from '../../test/kit/people.ts';

const test = await createTestApp();
const pool = test.app.pool;
/** CI runs the suites behind a pooler once. */
const pooled = inject('databaseUrl') !== inject('directUrl');

it('keeps the plan of what is asked often, but not behind a pooler', async () => {
  const kept = await test.ctx.read(async (db) => {
    for (let use = 0; use < 5; use++) await sql`select ${use}::int as often`.execute(db);
    await sql`select ${1}::int as once`.execute(db);
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      db,
    );
    return rows.map(({ statement }) => statement);
  });
  expect(kept.includes('select $1::int as often')).toBe(!pooled);
  expect(kept).not.toContain('select $1::int as once');
});

it('makes room for what is asked now, and has the database forget what is not asked any more', async () => {
  const client = new KeepingClient({ connectionString: test.directUrl });
  await client.connect();
  await client.keepUnlessPooled(new StatementNames(4));
  const ask = async (what: string) => {
    for (let use = 0; use < 3; use++) await client.query(`select $1::int as ${what}`, [use]);
  };
  for (let turn = 0; turn < 60; turn++) {
    await ask('often');
    await ask(`once_${turn}`);
  }
  await client.query(client.forgetting() + beginStatement(everything, 'read only'));
  await ask('often');
  const { rows }: { rows: { statement: string }[] } = await client.query(
    'select statement from pg_prepared_statements order by prepare_time',
  );
  await client.end();
  expect(rows.map(({ statement }) => statement)).toEqual(
    ['often', 'once_57', 'once_58', 'once_59'].map((what) => `select $1::int as ${what}`),
  );
});

it('shows each only their own with one statement', async () => {
  const one = await buildOrganization(test, { name: 'One' });
  const two = await buildOrganization(test, { name: 'Two' });
  const of = ({ id, owner }: typeof one) =>
    test.app.within({ kind: 'clients', organizations: [id], person: owner.id });
  const names = (ctx: typeof test.ctx) =>
    ctx.read(async (db) => {
      const { rows } = await sql<{ name: string }>`
        select name from organizations.organizations where name <> ${'Nobody'} order by name`.execute(db);
      return rows.map(({ name }) => name);
    });
  for (let turn = 0; turn < 10; turn++) {
    expect(await names(of(one))).toEqual(['One']);
    expect(await names(of(two))).toEqual(['Two']);
    expect(await names(test.ctx)).toEqual(['One', 'Two']);
  }
});

it('asks again when a migration has changed what a statement returns', async () => {
  await pool.query('create table kernel.changing (one int)');
  await pool.query('insert into kernel.changing values (1)');
  await pool.query('grant all on kernel.changing to clientarea_system');
  const read = () =>
    test.ctx.read(async (db) => (await sql`select * from kernel.changing where one = ${1}`.execute(db)).rows);
  const write = () =>
    test.ctx.transact(
      async (tx) => (await sql`update kernel.changing set one = ${1} returning *`.execute(tx.db)).rows,
    );
  for (let use = 0; use < 5; use++)
    expect([await read(), await write()]).toEqual([[{ one: 1 }], [{ one: 1 }]]);
  await pool.query('alter table kernel.changing add column two int');
  expect(await read()).toEqual([{ one: 1, two: null }]);
  await pool.query('alter table kernel.changing drop column two');
  expect(await write()).toEqual([{ one: 1 }]);
});

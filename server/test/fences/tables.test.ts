import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createTestApp } from '../kit/app.ts';
import { everything, publicOnly } from '../../kernel/db/scope.ts';

const app = await createTestApp();

/** Kernel tables that only the owner and the system's functions touch. */
const inner = new Set(['migrations', 'handled', 'chain', 'idempotency', 'messages', 'data_keys', 'settings']);

async function tables() {
  const { rows } = await app.app.pool.query<{
    schema: string;
    name: string;
    rls: boolean;
    owned: boolean;
    key: string[];
  }>(
    `
    select n.nspname as schema, c.relname as name, c.relrowsecurity as rls,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and a.attnotnull) as owned,
      array(select a.attname::text from pg_index i join unnest(i.indkey) with ordinality k(n, o) on true
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.n where i.indrelid = c.oid and i.indisprimary order by k.o) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname = any ($1)`,
    [app.app.product.modules.map(({ name }) => name.replaceAll('-', '_'))],
  );
  return rows.filter(({ schema, name }) => schema !== 'kernel' || !inner.has(name));
}

test('every table has row-level security, and a primary key that begins with its organization', async () => {
  for (const { schema, name, rls, owned, key } of await tables()) {
    expect([`${schema}.${name}`, rls]).toEqual([`${schema}.${name}`, true]);
    if (owned) expect([`${schema}.${name}`, key[0]]).toEqual([`${schema}.${name}`, 'organization_id']);
  }
});

test('enum types are not used: under row-level security their comparison cannot use an index', async () => {
  const { rows } = await app.app.pool.query(
    `select t.typname from pg_type t join pg_namespace n on n.oid = t.typnamespace
     where t.typtype = 'e' and n.nspname not in ('pgboss', 'pg_catalog', 'information_schema')`,
  );
  expect(rows).toEqual([]);
});

test('a portal transaction of nobody sees no row of any organization and no facts', async () => {
  for (const { schema, name, owned } of await tables()) {
    if (!owned) continue;
    const seen = await app.app.within(publicOnly).read(async (db) => {
      const { sql } = await import('kysely');
      const { rows } = await sql<{ n: bigint }>`select count(*) as n from ${sql.table(`${schema}.${name}`)}`
        .execute(db)
        .catch((error: { code?: string }) => ({ rows: [{ n: error.code === '42501' ? 0n : -1n }] }));
      return rows[0]!.n;
    });
    expect([`${schema}.${name}`, seen]).toEqual([`${schema}.${name}`, 0n]);
  }
  expect(everything.kind).toBe('everything');
});

test('every migration that lies in a module is run', () => {
  for (const { name, migrations = [] } of app.app.product.modules) {
    if (name === 'kernel') continue;
    let there: string[] = [];
    try {
      there = readdirSync(new URL(`../../modules/${name}/migrations/`, import.meta.url));
    } catch {
      // A module without tables has no such folder.
    }
    expect([name, there.toSorted()]).toEqual([name, [...migrations].toSorted()]);
  }
});

import { expect, test } from 'vitest';
import { hashToken } from '../../../kernel/crypto.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import { sessionStatement } from '../authenticate.ts';
import { keyStatement } from '../authenticate-key.ts';
import { keysOf } from './keys.ts';

// Every request asks who is there. What that costs follows from the memberships of the one who asks, never from how many others there are.

const app = await createTestApp();
const { pool } = app.app;

/** So many strangers, each the owner of an organization, with a session and a key. */
async function addStrangers(count: number, mark: string): Promise<void> {
  await pool.query(
    `with p as (
       insert into identity.people (id, email, name, locale, time_zone, created_at)
       select gen_random_uuid(), $2 || n || '@example.com', 'S', 'en', 'UTC', now() from generate_series(1, $1::int) n returning id
     ), o as (
       insert into organizations.organizations (id, slug, name, billing_email, currency, time_zone, locale, created_at)
       select id, 's-' || id, 'S', 's@example.com', 'IDR', 'UTC', 'en', now() from p returning id
     ), m as (
       insert into organizations.members (organization_id, person_id, role, since) select id, id, 'owner', now() from o
     ), k as (
       insert into organizations.api_keys (organization_id, id, person_id, name, prefix, token_hash, permissions, networks, created_by,
         created_at, expires_at)
       select id, gen_random_uuid(), id, 'S', 'ca_000000', sha256(id::text::bytea), '{a}', '{}', id, now(), now() + interval '90 days' from o
     )
     insert into identity.sessions (token_hash, id, person_id, created_at, seen_at, expires_at, address, user_agent, methods, proved_at)
     select sha256(id::text::bytea), gen_random_uuid(), id, now(), now(), now() + interval '90 days', '::1', '', '{password}', now()
     from p`,
    [count, mark],
  );
  await pool.query('analyze');
}

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Join Filter'?: number;
  Plans?: Node[];
}

/** Which tables were read whole, and how many rows were touched. */
async function look(statement: string, token: string) {
  const { rows } = await pool.query(`explain (analyze, format json) ${statement}`, [
    hashToken(token),
    app.clock.now(),
  ]);
  const whole: string[] = [];
  let touched = 0;
  const walk = (node: Node): void => {
    if (node['Node Type'].endsWith('Seq Scan')) whole.push(node['Relation Name']!);
    if (node['Node Type'].endsWith('Scan'))
      touched += (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
    node.Plans?.forEach(walk);
  };
  walk(rows[0]['QUERY PLAN'][0].Plan as Node);
  // Roles and settings are a handful of rows in this world.
  const small = new Set(['roles', 'settings', 'staff']);
  return { whole: whole.filter((name) => !small.has(name)), touched };
}

async function somebodyIn(organizations: number) {
  const first = await buildOrganization(app);
  await pool.query(
    `with o as (
       insert into organizations.organizations (id, slug, name, billing_email, currency, time_zone, locale, created_at)
       select id, 'o-' || id, 'O', 'o@example.com', 'IDR', 'UTC', 'en', now()
       from (select gen_random_uuid() as id from generate_series(2, $2::int)) g returning id
     )
     insert into organizations.members (organization_id, person_id, role, since) select id, $1, 'owner', now() from o`,
    [first.owner.id, organizations],
  );
  const key = await keysOf(app).makeIn(first);
  const own = await keysOf(app).makeIn(first, { personal: true, name: 'Own' });
  return { session: first.owner.cookie!.split('=')[1]!, key, own };
}

test('who is there is found by indexes, and others do not count', { timeout: 60_000 }, async () => {
  const people = [await somebodyIn(1), await somebodyIn(10), await somebodyIn(200)];
  const all = async () => {
    const found = [];
    for (const { session, key, own } of people) {
      found.push({
        session: await look(sessionStatement, session),
        key: await look(keyStatement, key),
        own: await look(keyStatement, own),
      });
    }
    return found;
  };
  await addStrangers(4000, 'first');
  const before = await all();
  await addStrangers(8000, 'second');
  const after = await all();
  for (const [index, one] of after.entries()) {
    for (const kind of ['session', 'key', 'own'] as const) {
      expect([kind, one[kind].whole]).toEqual([kind, []]);
      expect(one[kind].touched).toBeLessThanOrEqual(before[index]![kind].touched + 2);
    }
    // A key opens one organization, however many its maker has.
    expect(one.key.touched).toBeLessThan(8);
    expect(one.own.touched).toBeLessThan(8);
  }
  const touched = after.map(({ session }) => session.touched);
  console.log(`rows touched for 1, 10 and 200 organizations: ${touched.join(', ')}`);
  // A few rows for each membership: itself, its organization, its place in the tree.
  expect(touched[0]).toBeLessThan(12);
  expect(touched[1]).toBeLessThan(12 * 10);
  expect(touched[2]).toBeLessThan(8 * 200);
});

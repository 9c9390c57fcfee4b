import { expect, test } from 'vitest';
import { createTestApp } from '../kit/app.ts';
import { buildWorld } from '../kit/world.ts';

// A link, a picture or a prefetch of any site can make a browser send a GET. So none may change anything.

const app = await createTestApp();
const world = await buildWorld(app);
const ours = await world.found();
// Long enough for the time a device was last seen to be written.
await app.clock.advance({ minutes: 10 });

/** What reading leaves on purpose: when a device was seen, that secrets were looked at, and what was searched for in vain. */
const traces: Record<string, string> = {
  'identity.sessions': `to_jsonb(t) - 'seen_at'`,
  'kernel.events': `case when name <> 'provisioning.secrets-revealed' then to_jsonb(t) end`,
  'knowledge.misses': 'null::jsonb',
};

/** Every row of every table but those of the queue, as one hash each. */
async function everyTable(): Promise<Record<string, string>> {
  const { rows } = await app.app.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema', 'pgboss') order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    const row = traces[name] ?? 'to_jsonb(t)';
    const { rows: hashes } = await app.app.pool.query<{ hash: string }>(
      `select coalesce(md5(string_agg(distinct md5((${row})::text), '')), '') as hash from ${name} t`,
    );
    found[name] = hashes[0]!.hash;
  }
  return found;
}

/** What queries ask for, where they do. */
const asked = { q: 'server', text: 'server', on: '2026-03-02' };

/**
 * Of what there is not in this world: a vendor that lists its plans, a connection to an identity provider, a calendar, tax
 * that was withheld, and files of what is not sent yet.
 */
const rarely = new Set([
  'GET /api/console/provisioning/connections/:connection/plans',
  'GET /api/sso/connections/:connection/metadata',
  'GET /api/console/service-levels/example',
  'GET /api/organizations/:organization/withholdings/:withholding/slip',
  'GET /api/console/withholdings/:withholding/slip',
  'GET /api/organizations/:organization/uploads/:file',
  'GET /api/console/clients/:organization/uploads/:file',
]);

test('no GET of any route changes a row', async () => {
  // When a key was used last is noted every few minutes; it is just so.
  await app.app.pool.query('update organizations.api_keys set last_used_at = $1', [app.clock.now()]);
  const before = await everyTable();
  const neverFound: string[] = [];
  let reads = 0;
  for (const route of app.app.product.routes.filter(({ method }) => method === 'GET')) {
    const who = route.door.kind === 'staff' ? world.staff : ours.owner;
    const statuses = new Set<number>();
    for (const url of await world.addresses(route, ours.id)) {
      const needs = route.query && 'shape' in route.query ? Object.keys(route.query.shape as object) : [];
      const asks = Object.entries(asked).filter(([name]) => needs.includes(name));
      const query = `?${new URLSearchParams(asks).toString()}`;
      const headers = { authorization: `Bearer ${ours.directoryToken}` };
      const { status } = await who.get(url + query, route.door.kind === 'key' ? { headers } : {});
      statuses.add(status);
      reads++;
    }
    if (![...statuses].some((status) => status < 300))
      neverFound.push(`${route.method} ${route.path} ${[...statuses].join()}`);
  }
  console.log(`${reads} reads of ${app.app.product.routes.length} routes changed nothing`);
  expect(await everyTable()).toEqual(before);
  expect(neverFound.filter((one) => !rarely.has(one.replace(/ [\d,]*$/, '')))).toEqual([]);
});

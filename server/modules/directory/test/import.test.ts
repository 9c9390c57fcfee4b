import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildConnected, entraUser, operations } from './connected.ts';

const people = 1_000;
const app = await createTestApp(undefined, { requestsPerMinute: 0 });
const here = await buildConnected(app);
const { directory, domain } = here;

/** As a directory works: some requests at once, each behind a look whether the user is there. */
async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<void>,
): Promise<number> {
  const began = performance.now();
  const waiting = [...items];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
    }),
  );
  return (performance.now() - began) / 1000;
}

test(`${people} users and a group of them all, then the same again`, { timeout: 300_000 }, async () => {
  const addresses = Array.from({ length: people }, (_, n) => `user-${n}@${domain}`);
  const ids: string[] = [];
  const lookAndMake = async (email: string) => {
    const found = await directory.get(`/Users?filter=${encodeURIComponent(`userName eq "${email}"`)}`);
    if (found.body.totalResults > 0) return;
    const made = await directory.post('/Users', entraUser(email));
    expect(made.status).toBe(201);
    ids.push(made.body.id);
  };
  const seconds = await inLanes(addresses, 4, lookAndMake);
  const { body: group } = await directory.post('/Groups', { displayName: 'Everybody' });
  await here.owner.put(here.at('/directory/roles'), {
    byDefault: 'member',
    groups: [{ group: group.id, role: 'technical' }],
  });
  const batches = Array.from({ length: Math.ceil(people / 100) }, (_, n) =>
    ids.slice(n * 100, n * 100 + 100),
  );
  const filling = await inLanes(batches, 1, async (batch) => {
    const value = batch.map((id) => ({ value: id }));
    expect(
      (await directory.patch(`/Groups/${group.id}`, operations({ op: 'Add', path: 'members', value })))
        .status,
    ).toBe(204);
  });
  const again = await inLanes(addresses, 4, lookAndMake);
  const { rows } = await app.app.pool.query(
    `select count(*)::integer as n from organizations.members where organization_id = $1 and managed and role = 'technical'`,
    [here.id],
  );
  expect(rows[0].n).toBe(people);
  expect(ids.length).toBe(people);
  console.info(
    `${people} users in ${seconds.toFixed(1)} s, into a group in ${filling.toFixed(1)} s, the same users again in ${again.toFixed(1)} s`,
  );
});

test('two requests at once for the same user: one makes it, the other is told', async () => {
  const email = `twice@${domain}`;
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => directory.post('/Users', entraUser(email))),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    201, 409, 409, 409, 409, 409,
  ]);
});

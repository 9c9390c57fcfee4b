import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { keysOf } from './keys.ts';

// What happens to keys as time passes.

const app = await createTestApp();
const { send, makeIn } = keysOf(app);
const onlyId = async ({ owner, at }: TestOrganization): Promise<string> =>
  (await owner.get(at('/keys'))).body.items[0].id;

test('only its hash is kept, and when and from where it was used last, at most once a minute', async () => {
  const ours = await buildOrganization(app);
  const services = ours.at('/services');
  const token = await makeIn(ours, { name: 'Used' });
  const used = async () => {
    const { body } = await ours.owner.get(ours.at('/keys'));
    const { lastUsedAt, lastUsedFrom } = body.items[0];
    return lastUsedAt && `${lastUsedAt} from ${lastUsedFrom}`;
  };
  expect(await used()).toBeNull();
  const from = '203.0.113.9';
  await Promise.all([1, 2, 3].map(() => send(token, services, { from })));
  await expect.poll(used).toBe(`${app.clock.now().toISOString()} from ${from}`);
  const first = await used();
  const written = await versionOf('Used');
  await app.clock.advance({ seconds: 59 });
  await send(token, services, { from: '203.0.113.10' });
  expect([await used(), await versionOf('Used')]).toEqual([first, written]);
  await app.clock.advance({ seconds: 1 });
  await send(token, services, { from: '203.0.113.10' });
  await expect.poll(used).toBe(`${app.clock.now().toISOString()} from 203.0.113.10`);
  const { rows } = await app.app.pool.query('select k::text as row from organizations.api_keys k');
  expect(rows.some(({ row }) => row.includes(token.slice(3, 67)))).toBe(false);
  expect((await ours.owner.get(ours.at('/keys'))).text).not.toContain(token.slice(3, 67));
});

/** The transaction that wrote the row last. */
async function versionOf(name: string): Promise<string> {
  const { rows } = await app.app.pool.query<{ xmin: string }>(
    'select xmin::text from organizations.api_keys where name = $1',
    [name],
  );
  return rows[0]!.xmin;
}

test('an exchanged key has a new token, and the old one opens for the grace that was chosen', async () => {
  const ours = await buildOrganization(app);
  const services = ours.at('/services');
  const old = await makeIn(ours);
  const at = ours.at(`/keys/${await onlyId(ours)}/rotate`);
  const fresh = (await ours.owner.post(at, { grace: 2 })).body.token as string;
  for (const token of [old, fresh]) expect(await send(token, services)).toMatchObject({ status: 200 });
  await app.clock.advance({ hours: 2 });
  expect(await send(old, services)).toMatchObject({ status: 401 });
  expect(await send(fresh, services)).toMatchObject({ status: 200 });
  const last = (await ours.owner.post(at, { grace: 0 })).body.token as string;
  expect(await send(fresh, services)).toMatchObject({ status: 401 });
  expect(await send(last, services)).toMatchObject({ status: 200 });
  expect((await ours.owner.post(at, { grace: 169 })).status).toBe(400);
});

test('the grace does not outlast the end that the key had', async () => {
  const ours = await buildOrganization(app);
  const services = ours.at('/services');
  const old = await makeIn(ours, { days: 1 });
  const { token } = (await ours.owner.post(ours.at(`/keys/${await onlyId(ours)}/rotate`), { grace: 48 }))
    .body;
  await app.clock.advance({ days: 1 });
  expect(await send(old, services)).toMatchObject({ status: 401 });
  expect(await send(token, services)).toMatchObject({ status: 200 });
});

test('those who manage keys are told of a new one, and once before it expires', async () => {
  const lonely = await buildOrganization(app, { name: 'Lonely' });
  await lonely.owner.post(lonely.at('/keys'), {
    name: 'Told',
    permissions: ['services.service.read'],
    days: 30,
  });
  const told = async () => {
    const { rows } = await app.app.pool.query<{ kind: string }>(
      'select kind from kernel.messages where person_id = $1 order by created_at',
      [lonely.owner.id],
    );
    return rows.map(({ kind }) => kind).filter((kind) => kind.includes('.key-'));
  };
  await app.sweep('organizations.tell-of-key-expiries');
  expect(await told()).toEqual(['organizations.key-made']);
  await app.clock.advance({ days: 24 });
  await app.sweep('organizations.tell-of-key-expiries');
  await app.sweep('organizations.tell-of-key-expiries');
  expect(await told()).toEqual(['organizations.key-made', 'organizations.key-expiring']);
  expect(app.failures).toEqual([]);
});

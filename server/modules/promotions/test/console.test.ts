import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { base, bodyOf, setCounter } from './scene.ts';

const app = await createTestApp();
const { keeper, offer, see } = await setCounter(app);

test('a promotion is written, changed with its version, stopped and let go on', async () => {
  const made = await offer({ code: 'spring', most: 5 });
  expect(made).toMatchObject({ code: 'SPRING', codes: 1, state: 'running', redeemed: 0, revenue: [] });
  const { trigger, code, ...terms } = bodyOf({
    percent: null,
    amounts: { IDR: 50_000 },
    startsOn: '2099-01-01',
  });
  expect([trigger, code]).toEqual(['code', 'OPENING']);
  const changed = await keeper.put(`${base}/${made.id}`, terms, { version: made.version });
  expect(changed.body).toMatchObject({ percent: null, amounts: { IDR: 50_000 }, state: 'planned' });
  expect((await keeper.put(`${base}/${made.id}`, terms, { version: made.version })).status).toBe(412);
  expect((await keeper.post(`${base}/${made.id}/stop`, undefined)).body.state).toBe('stopped');
  expect((await keeper.post(`${base}/${made.id}/resume`, undefined)).body.state).toBe('planned');
});

test('what makes no sense is refused', async () => {
  const refused = async (over: object) => (await keeper.post(base, bodyOf(over))).status;
  expect(await refused({ percent: null })).toBe(400);
  expect(await refused({ amounts: { IDR: 1 } })).toBe(400);
  expect(await refused({ percent: null, amounts: { XXX: 1 } })).toBe(400);
  expect(await refused({ percent: 10_001 })).toBe(400);
  expect(await refused({ trigger: 'automatic' })).toBe(400);
  expect(await refused({ startsOn: '2026-12-02', endsOn: '2026-12-01' })).toBe(400);
  expect(await refused({ code: 'NO1', plans: ['00000000-0000-7000-8000-000000000000'] })).toBe(400);
  await offer({ code: 'TAKEN' });
  expect((await keeper.post(base, bodyOf({ code: 'taken' }))).body.code).toBe('code_taken');
});

test('a batch of codes is made, listed, searched and downloaded; one that comes by itself has none', async () => {
  const { id } = await offer({ code: null });
  const made = await keeper.post(`${base}/${id}/batches`, { count: 25, prefix: 'expo' });
  expect(made.body).toMatchObject({ codes: 25, batches: 1 });
  await keeper.post(`${base}/${id}/codes`, { code: 'friends', most: 3 });
  const page = (await keeper.get(`${base}/${id}/codes?limit=20`)).body;
  expect(page.items).toHaveLength(20);
  const rest = (await keeper.get(`${base}/${id}/codes?limit=20&after=${page.next}`)).body;
  expect(rest.items).toHaveLength(6);
  expect((await keeper.get(`${base}/${id}/codes?q=fri`)).body.items).toEqual([
    { code: 'FRIENDS', most: 3, redeemed: 0, batch: null },
  ]);
  const file = await keeper.get(`${base}/${id}/codes/file`);
  expect(file.headers['content-type']).toContain('text/csv');
  expect(file.text.trim().split('\r\n')).toHaveLength(27);
  const auto = await offer({ trigger: 'automatic', code: null });
  expect((await keeper.post(`${base}/${auto.id}/codes`, { code: 'AUTO', most: null })).body.code).toBe(
    'no_codes',
  );
  await keeper.post(`${base}/${auto.id}/stop`, undefined);
});

test('the list is filtered by state and trigger and searched by name and code', async () => {
  const made = await offer({ code: 'FINDME', name: { id: 'Temukan', en: 'Find me' } });
  const found = async (query: string) =>
    ((await keeper.get(`${base}?${query}`)).body.items as { id: string }[]).map(({ id }) => id);
  expect(await found('q=findm')).toEqual([made.id]);
  expect(await found('q=temukan')).toEqual([made.id]);
  expect(await found('trigger=automatic')).not.toContain(made.id);
  expect(await found('state=running')).toContain(made.id);
  await keeper.post(`${base}/${made.id}/stop`, undefined);
  expect(await found('state=running')).not.toContain(made.id);
});

test('support reads and does not write, nor sees codes; clients know nothing of it', async () => {
  const { id } = await offer({ code: 'SECRET' });
  const support = await buildStaff(app, 'support');
  expect((await support.get(`${base}/${id}`)).status).toBe(200);
  for (const path of ['codes', 'codes/file']) {
    expect((await support.get(`${base}/${id}/${path}`)).status).toBe(404);
  }
  expect((await support.post(base, bodyOf({ code: 'MINE' }))).status).toBe(404);
  const { owner } = await buildOrganization(app);
  expect((await owner.get(base)).status).toBe(404);
  expect(await see(id)).toMatchObject({ code: 'SECRET' });
});

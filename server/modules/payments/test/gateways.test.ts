import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { issue, pay } from './world.ts';

const app = await createTestApp();
const finance = await buildStaff(app, 'finance');
const path = '/api/console/payment-gateways';

interface Item {
  gateway: string;
  on: boolean;
  offIn: string[];
  labels: Record<string, { id: string; en: string }>;
}

const version = async () => (await finance.get(path)).body.version as number;
const put = async (change: Partial<Item>) =>
  finance.put(
    path,
    { items: [{ gateway: 'sandbox', on: true, offIn: [], labels: {}, ...change }] },
    { version: await version() },
  );

test('what nobody has set is on, in all its currencies, under its own words', async () => {
  const { body } = await finance.get(path);
  expect(body).toMatchObject({ version: 0, can: { change: true } });
  expect(body.items).toHaveLength(1);
  expect(body.items[0]).toMatchObject({ gateway: 'sandbox', on: true });
  expect(body.items[0].currencies).toEqual([
    { currency: 'IDR', on: true },
    { currency: 'USD', on: true },
  ]);
  expect(body.items[0].methods[0]).toMatchObject({ id: 'card', called: null });
});

test('a gateway is taken away for one currency and stays for the other', async () => {
  const rupiah = await buildOrganization(app);
  const dollar = await buildOrganization(app, { currency: 'USD' });
  const [owed, owedDollars] = [await issue(app, rupiah), await issue(app, dollar, { amount: 5_000n })];
  const methods = async (ours: typeof rupiah, invoice: string) =>
    (await ours.owner.get(ours.at(`/invoices/${invoice}/payment-options`))).body.methods as { id: string }[];
  expect((await put({ offIn: ['IDR'] })).status).toBe(200);
  expect(await methods(rupiah, owed)).toEqual([]);
  expect((await methods(dollar, owedDollars)).map(({ id }) => id)).toContain('card');
  expect((await pay(rupiah, owed, 'card')).body).toMatchObject({ code: 'method_unavailable' });
  expect((await pay(dollar, owedDollars, 'card')).status).toBe(201);
  expect((await put({})).status).toBe(200);
  expect((await pay(rupiah, owed, 'card')).status).toBe(201);
});

test('methods are called as the business calls them, in both languages', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const called = { id: 'Kartu debit atau kredit', en: 'Debit or credit card' };
  const answer = await put({ labels: { card: called } });
  expect(answer.body.items[0].methods[0]).toMatchObject({ id: 'card', called });
  const options = await ours.owner.get(ours.at(`/invoices/${invoice}/payment-options`));
  expect(options.body.methods[0]).toMatchObject({ id: 'card', label: called });
});

test('what the gateway does not have is refused by name, and nothing changes', async () => {
  const before = await finance.get(path);
  const refused = async (change: Partial<Item>, field: string) => {
    const { status, body } = await put(change);
    expect(status).toBe(400);
    expect(body.fields).toMatchObject([{ path: `items.0.${field}` }]);
  };
  await refused({ gateway: 'elsewhere' }, 'gateway');
  await refused({ offIn: ['EUR'] }, 'offIn');
  await refused({ labels: { gold: { id: 'Emas', en: 'Gold' } } }, 'labels');
  expect((await put({ labels: { card: { id: '', en: 'Card' } } })).status).toBe(400);
  const twice = { gateway: 'sandbox', on: true, offIn: [], labels: {} };
  expect((await finance.put(path, { items: [twice, twice] }, { version: await version() })).status).toBe(400);
  expect((await finance.get(path)).body).toEqual(before.body);
});

test('an older version does not write over a newer one, and what was changed is on record', async () => {
  const old = await version();
  expect((await put({ on: false })).status).toBe(200);
  const late = { items: [{ gateway: 'sandbox', on: true, offIn: [], labels: {} }] };
  expect((await finance.put(path, late, { version: old })).status).toBe(412);
  expect((await finance.put(path, late)).status).toBe(428);
  await app.settle();
  const { rows } = await app.app.pool.query(
    `select actor_id, data from kernel.events where name = 'kernel.setting-changed' order by position desc limit 1`,
  );
  expect(rows[0]).toMatchObject({
    actor_id: finance.id,
    data: { key: 'payments.gateways', version: old + 1 },
  });
  expect((await put({ on: true })).status).toBe(200);
});

test('support sees it and may not change it; clients and others of the staff do not see it', async () => {
  const support = await buildStaff(app, 'support');
  expect((await support.get(path)).body.can).toEqual({ change: { no: 'your_role' } });
  expect((await support.put(path, { items: [] }, { version: await version() })).status).toBe(404);
  const operations = await buildStaff(app, 'operations');
  expect((await operations.get(path)).status).toBe(404);
  const ours = await buildOrganization(app);
  expect((await ours.owner.get(path)).status).toBe(404);
  expect((await app.stranger.get(path)).status).toBe(401);
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { buildProduct, groupOf, optionOf, planOf, productOf, rupiah } from './goods.ts';

const app = await createTestApp();
const base = '/api/console/catalog';
const operator = await buildStaff(app, 'operations');
const organization = await buildOrganization(app);

const store = async (currency = 'IDR', client = app.stranger) => {
  const { body } = await client.get(`/api/catalog?currency=${currency}`);
  return body.groups.flatMap(({ products }: { products: unknown[] }) => products);
};
const inStore = async (slug: string, currency = 'IDR', client = app.stranger) =>
  (await store(currency, client)).find((product: { slug: string }) => product.slug === slug);

test('what the staff build stands in the store, in each currency it is sold in', async () => {
  const product = await buildProduct(operator, { option: {} });
  expect(await inStore(product.slug)).toMatchObject({
    name: { id: 'Peladen', en: 'Server' },
    soldOut: false,
    from: { cycle: 'monthly', recurring: 200_000, setup: 100_000 },
  });
  expect((await inStore(product.slug, 'USD')).from.recurring).toBe(1400);
  expect(await inStore(product.slug, 'SGD')).toBeUndefined();

  const page = await app.stranger.get(`/api/catalog/products/${product.slug}?currency=IDR`);
  expect(page.body.plans[0].prices.map(({ cycle }: { cycle: string }) => cycle)).toEqual([
    'monthly',
    'annual',
  ]);
  expect(page.body.options[0].choices.map(({ prices }: { prices: unknown[] }) => prices.length)).toEqual([
    2, 1,
  ]);
  expect(page.text).not.toContain('jakarta');
  expect((await app.stranger.get('/api/catalog/products/nothing?currency=IDR')).status).toBe(404);
  expect((await app.stranger.get('/api/catalog?currency=XXX')).status).toBe(400);
});

test('how a product is provisioned cannot be read by the portal even in the database', async () => {
  const portal = app.ctx.within({ kind: 'clients', organizations: [organization.id], person: null });
  await expect(
    portal.read((db) => db.selectFrom('catalog.products').select('configuration').execute()),
  ).rejects.toThrow('permission denied');
  await expect(
    portal.transact((tx) => tx.db.updateTable('catalog.prices').set({ recurring: 1n }).execute()),
  ).rejects.toThrow('permission denied');
});

test('hidden, archived and unpriced things are not in the store', async () => {
  const product = await buildProduct(operator);
  const at = `${base}/products/${product.id}`;
  const hidden = await operator.patch(at, product.version, { visible: false });
  expect(await inStore(product.slug)).toBeUndefined();
  expect((await app.stranger.get(`/api/catalog/products/${product.slug}?currency=IDR`)).status).toBe(404);
  const shown = await operator.patch(at, hidden.body.version, { visible: true });
  expect(await inStore(product.slug)).toBeDefined();
  const plan = product.plans[0]!;
  const archived = await operator.patch(`${base}/plans/${plan.id}`, plan.version, { archived: true });
  expect(archived.body.plans[0].archivedAt).not.toBeNull();
  expect(await inStore(product.slug)).toBeUndefined();
  await operator.patch(`${base}/plans/${plan.id}`, plan.version + 1, { archived: false });
  expect(await inStore(product.slug)).toBeDefined();
  await operator.patch(at, shown.body.version, { archived: true });
  expect(await inStore(product.slug)).toBeUndefined();
  const tree = await operator.get(base);
  const group = tree.body.groups.find(({ id }: { id: string }) => id === product.group);
  expect(group.products[0]).toMatchObject({ id: product.id, plans: 1 });
});

test('offers for existing clients are shown to clients alone', async () => {
  const product = await buildProduct(operator, { product: { existingClientsOnly: true } });
  expect(await inStore(product.slug)).toBeUndefined();
  expect(await inStore(product.slug, 'IDR', organization.owner)).toMatchObject({ existingClientsOnly: true });
  const special = await buildProduct(operator, { plan: { existingClientsOnly: true } });
  expect(await inStore(special.slug)).toBeUndefined();
  expect(await inStore(special.slug, 'IDR', organization.owner)).toBeDefined();
});

test('an organization sees the store in its own currency', async () => {
  const abroad = await buildOrganization(app, { currency: 'USD' });
  const product = await buildProduct(operator);
  const shelves = await abroad.owner.get(abroad.at('/store'));
  expect(shelves.body.currency).toBe('USD');
  const page = await abroad.owner.get(abroad.at(`/store/${product.slug}`));
  expect(page.body).toMatchObject({ currency: 'USD', plans: [{ prices: [{ recurring: 1400 }] }] });
  expect((await organization.owner.get(abroad.at('/store'))).status).toBe(404);
  expect((await app.stranger.get(abroad.at(`/store/${product.slug}`))).status).toBe(401);
});

test('an edit names the version it saw', async () => {
  const product = await buildProduct(operator);
  const at = `${base}/products/${product.id}`;
  const changed = await operator.patch(at, product.version, {
    name: { id: 'Baru', en: 'New' },
    trialDays: 14,
  });
  expect(changed.body).toMatchObject({ name: { en: 'New' }, trialDays: 14, version: product.version + 1 });
  const late = await operator.patch(at, product.version, { trialDays: 30 });
  expect(late).toMatchObject({ status: 412, body: { code: 'changed_meanwhile' } });
  const nowhere = await operator.patch(`${base}/products/${organization.id}`, 1, { trialDays: 30 });
  expect(nowhere.status).toBe(404);
});

test('prices are replaced as a whole and checked', async () => {
  const product = await buildProduct(operator);
  const plan = product.plans[0]!;
  const at = `${base}/plans/${plan.id}`;
  const cheaper = await operator.patch(at, plan.version, { prices: [rupiah('monthly', 150_000)] });
  expect(cheaper.body.plans[0].prices).toEqual([rupiah('monthly', 150_000)]);
  for (const prices of [
    [rupiah('monthly', -1)],
    [rupiah('monthly', 1), rupiah('monthly', 2)],
    [rupiah('weekly', 1)],
    [{ ...rupiah('monthly', 1), currency: 'XXX' }],
  ]) {
    expect((await operator.patch(at, plan.version + 1, { prices })).status).toBe(400);
  }
  const backwards = await operator.patch(at, plan.version + 1, { minimum: 5, maximum: 2 });
  expect(backwards.body.fields[0].path).toBe('maximum');
});

test('options keep to their kind', async () => {
  const product = await buildProduct(operator);
  const at = `${base}/products/${product.id}/options`;
  const unit = { code: 'unit', name: { id: 'Unit', en: 'Unit' }, prices: [rupiah('monthly', 10_000)] };
  const added = await operator.post(at, optionOf({ code: 'ips', kind: 'quantity', choices: [unit] }));
  expect(added).toMatchObject({ status: 201, body: { options: [{ code: 'ips', kind: 'quantity' }] } });
  const again = await operator.post(at, optionOf({ code: 'ips' }));
  expect(again).toMatchObject({ status: 409, body: { code: 'code_taken' } });
  expect((await operator.post(at, optionOf({ code: 'host', kind: 'text' }))).status).toBe(400);
  expect((await operator.post(at, optionOf({ code: 'a', choices: [] }))).status).toBe(400);
  expect((await operator.post(at, optionOf({ code: 'b', choices: [unit, unit] }))).status).toBe(400);
  const option = added.body.options[0];
  const dearer = { choices: [{ ...unit, prices: [rupiah('monthly', 12_000)] }] };
  const changed = await operator.patch(`${base}/options/${option.id}`, option.version, dearer);
  expect(changed.body.options[0].choices[0].prices[0].recurring).toBe(12_000);
  await operator.patch(`${base}/options/${option.id}`, option.version + 1, { archived: true });
  expect((await operator.post(at, optionOf({ code: 'ips' }))).status).toBe(201);
});

test('add-ons go with the products they are given to', async () => {
  const product = await buildProduct(operator);
  const names = { name: { id: 'Cadangan', en: 'Backup' }, description: { id: '', en: '' } };
  const addon = await operator.post(`${base}/addons`, {
    code: 'backup',
    ...names,
    position: 1,
    prices: [rupiah('monthly', 30_000)],
  });
  expect(addon.status).toBe(201);
  const at = `${base}/products/${product.id}`;
  const given = await operator.patch(at, product.version, { addons: [addon.body.id] });
  expect(given.body.addons).toEqual([addon.body.id]);
  const page = await app.stranger.get(`/api/catalog/products/${product.slug}?currency=IDR`);
  expect(page.body.addons).toMatchObject([{ code: 'backup', prices: [{ recurring: 30_000 }] }]);
  const unknown = await operator.patch(at, given.body.version, { addons: [product.id] });
  expect(unknown.status).toBe(404);
  await operator.patch(`${base}/addons/${addon.body.id}`, 1, { archived: true });
  const without = await app.stranger.get(`/api/catalog/products/${product.slug}?currency=IDR`);
  expect(without.body.addons).toEqual([]);
});

test('two things do not share an address', async () => {
  const group = await operator.post(`${base}/groups`, groupOf({ slug: 'hosting' }));
  const other = await operator.post(`${base}/groups`, groupOf({ slug: 'hosting' }));
  expect(other).toMatchObject({ status: 409, body: { code: 'slug_taken', fields: [{ path: 'slug' }] } });
  await operator.post(`${base}/products`, productOf(group.body.id, { slug: 'web' }));
  expect((await operator.post(`${base}/products`, productOf(group.body.id, { slug: 'web' }))).status).toBe(
    409,
  );
  expect((await operator.post(`${base}/products`, productOf(operator.id))).status).toBe(404);
  expect((await operator.post(`${base}/products/${group.body.id}/plans`, planOf())).status).toBe(404);
});

test('only operations and administrators change the catalog; all staff read it', async () => {
  const supporter = await buildStaff(app, 'support');
  expect((await supporter.get(base)).status).toBe(200);
  expect((await supporter.post(`${base}/groups`, groupOf())).status).toBe(404);
  expect((await organization.owner.get(base)).status).toBe(404);
  expect((await organization.owner.post(`${base}/groups`, groupOf())).status).toBe(404);
  expect((await app.stranger.get(base)).status).toBe(401);
});

test('a double submit adds one group', async () => {
  const group = groupOf({ slug: 'once' });
  const key = 'the-same-key-again';
  const [first, second] = [
    await operator.post(`${base}/groups`, group, { key }),
    await operator.post(`${base}/groups`, group, { key }),
  ];
  expect(second.body).toEqual(first.body);
});

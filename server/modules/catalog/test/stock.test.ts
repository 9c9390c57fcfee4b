import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildStaff } from '../../../test/kit/people.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { configure, releaseStock, reserveStock } from '../index.ts';
import { buildProduct } from './goods.ts';

const app = await createTestApp();
const operator = await buildStaff(app, 'operations');
const stockOf = async (product: string) =>
  (await operator.get(`/api/console/catalog/products/${product}`)).body.stock;

const reserve = (plan: string, quantity: number) =>
  app.ctx.transact((tx) => reserveStock(tx, plan as Id<'plan'>, quantity));

test('32 buyers of the last 5: five get one, the others are told, nothing is left', async () => {
  const product = await buildProduct(operator, { stock: 5 });
  const buyers = Array.from({ length: 32 }, () => reserve(product.plan, 1));
  const outcomes = await Promise.allSettled(buyers);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason.kind.code).toBe('out_of_stock');
  }
  expect(await stockOf(product.id)).toBe(0);
  const { body } = await app.stranger.get('/api/catalog?currency=IDR');
  expect(body.groups[0].products[0].soldOut).toBe(true);
});

test('whole quantities only, and what is released can be sold again', async () => {
  const product = await buildProduct(operator, { stock: 5 });
  const plan = product.plan as Id<'plan'>;
  expect(await reserve(plan, 3)).toBe(true);
  await expect(reserve(plan, 3)).rejects.toThrow('not enough left');
  await app.ctx.transact((tx) => releaseStock(tx, plan, 3));
  expect(await reserve(plan, 5)).toBe(true);
});

test('what never runs out is not counted', async () => {
  const product = await buildProduct(operator);
  expect(await reserve(product.plan, 1_000)).toBe(false);
  expect(await stockOf(product.id)).toBeNull();
});

test('a stock set from an old count is refused', async () => {
  const product = await buildProduct(operator, { stock: 5 });
  await reserve(product.plan, 1);
  const at = `/api/console/catalog/products/${product.id}/stock`;
  expect((await operator.post(at, { stock: 50, seen: 5 })).status).toBe(412);
  expect((await operator.post(at, { stock: 50, seen: 4 })).body.stock).toBe(50);
  expect((await operator.post(at, { stock: null, seen: 50 })).body.stock).toBeNull();
});

test('a configured plan carries what selling and provisioning need', async () => {
  const product = await buildProduct(operator, { option: {}, product: { trialDays: 7 }, stock: 2 });
  const asked = {
    plan: product.plan as Id<'plan'>,
    currency: 'IDR',
    cycle: 'monthly',
    quantity: 2,
    options: { ram: '8gb' },
    addons: [],
  } as const;
  const read = (over: object = {}) =>
    app.ctx.read((db) => configure(db, { ...asked, at: app.clock.now(), ...over }));
  expect(await read()).toMatchObject({
    productId: product.id,
    names: { id: 'Peladen · Kecil', en: 'Server · Small' },
    recurring: 500_000n,
    setup: 200_000n,
    trialDays: 7,
    provisioner: 'manual',
    provisionerConfiguration: { region: 'jakarta', size: 's' },
    choices: { options: [{ code: 'ram', value: '8gb', recurring: 50_000 }], addons: [] },
  });
  const refused = (over: object) => read(over).catch((problem) => problem.kind.code);
  expect(await refused({ quantity: 3 })).toBe('out_of_stock');
  expect(await refused({ quantity: 11 })).toBe('invalid_input');
  expect(await refused({ cycle: 'triennial' })).toBe('not_for_sale');
  expect(await refused({ currency: 'SGD' })).toBe('not_for_sale');
  expect(await refused({ plan: product.id })).toBe('not_for_sale');
  expect(await refused({ cycle: 'annual' })).toBe('invalid_input');
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildStaff } from '../../../test/kit/people.ts';
import { configure } from '../configure.ts';
import { invariants } from '../invariants.ts';
import { findPriceVersions } from '../queries/price-versions.ts';
import { buildProduct, rupiah } from './goods.ts';

const app = await createTestApp(new Date('2026-11-01T02:00:00Z'));
const base = '/api/console/catalog';
const operator = await buildStaff(app, 'operations');

const monthly = { currency: 'IDR', cycle: 'monthly' } as const;
const history = async (plan: string) =>
  (await app.ctx.read((db) => findPriceVersions(db, [plan]))).filter(
    ({ currency, cycle }) => currency === 'IDR' && cycle === 'monthly',
  );
const costs = (plan: string, quantity = 1) =>
  app.ctx.read(async (db) => {
    const asked = { ...monthly, plan: plan as never, quantity, options: {}, addons: [], at: app.clock.now() };
    const { recurring, priceVersion, choices } = await configure(db, asked);
    return { recurring, priceVersion, steps: choices.steps };
  });

async function expectOnePriceAtATime(): Promise<void> {
  for (const { violations } of invariants) expect(await app.ctx.read((db) => violations(db, 10))).toEqual([]);
}

test('a changed price is a new version from now on; what is the same stays as it is', async () => {
  const product = await buildProduct(operator);
  const plan = product.plans[0]!;
  const prices = plan.prices.map((price) =>
    price.currency === 'IDR' && price.cycle === 'monthly' ? { ...price, recurring: 250_000 } : price,
  );
  await app.clock.advance({ hours: 1 });
  await operator.patch(`${base}/plans/${plan.id}`, plan.version, { prices });
  expect(await history(plan.id)).toMatchObject([
    { version: 2, recurring: 250_000n, startsAt: app.clock.now(), endsAt: null },
    { version: 1, recurring: 200_000n, endsAt: app.clock.now() },
  ]);
  const all = await app.ctx.read((db) => findPriceVersions(db, [plan.id]));
  expect(all.filter(({ cycle }) => cycle === 'annual')).toHaveLength(1);
  await operator.patch(`${base}/plans/${plan.id}`, plan.version + 1, { prices });
  expect(await history(plan.id)).toHaveLength(2);
  expect(await costs(plan.id)).toMatchObject({ recurring: 250_000n, priceVersion: 2 });
  await operator.patch(`${base}/plans/${plan.id}`, plan.version + 2, { prices: [] });
  await expect(costs(plan.id)).rejects.toMatchObject({ kind: { code: 'not_for_sale' } });
  expect(await history(plan.id)).toHaveLength(2);
  await expectOnePriceAtATime();
});

test('a planned price begins on its day, can be taken back before, and what was is history', async () => {
  const { plan } = await buildProduct(operator);
  const at = `${base}/plans/${plan}/prices`;
  const december = { ...rupiah('monthly', 300_000), from: '2026-12-01' };
  expect(await operator.post(at, december)).toMatchObject({ status: 201, body: { version: 2 } });
  expect(
    (await operator.post(at, { ...december, from: '2027-02-01', recurring: 400_000 })).body.version,
  ).toBe(3);
  // One in between ends where the next begins; one that is taken back leaves its time to the one before.
  expect(
    (await operator.post(at, { ...december, from: '2027-01-01', recurring: 350_000 })).body.version,
  ).toBe(4);
  await expectOnePriceAtATime();
  expect((await operator.post(`${at}/withdraw`, { ...monthly, version: 4 })).status).toBe(200);
  await expectOnePriceAtATime();
  expect((await costs(plan)).priceVersion).toBe(1);

  await app.clock.advance({ days: 31 });
  expect(await costs(plan)).toMatchObject({ recurring: 300_000n, priceVersion: 2 });
  const begun = await operator.post(`${at}/withdraw`, { ...monthly, version: 2 });
  expect(begun).toMatchObject({ status: 409, body: { code: 'price_begun' } });
  const past = await operator.post(at, { ...december, from: '2026-11-30' });
  expect(past).toMatchObject({ status: 409, body: { code: 'price_in_the_past' } });
  expect((await operator.post(`${at}/withdraw`, { ...monthly, version: 9 })).status).toBe(404);
  await app.clock.advance({ days: 40 });
  expect((await costs(plan)).priceVersion).toBe(2);
  await app.clock.advance({ days: 30 });
  expect((await costs(plan)).priceVersion).toBe(3);
  expect((await history(plan)).map(({ version }) => version)).toEqual([4, 3, 2, 1]);
});

test('tiers: each unit at its own, or all at the one that is reached', async () => {
  const tiers = [
    { upTo: 10, each: 100_000, fixed: 0 },
    { upTo: null, each: 80_000, fixed: 0 },
  ];
  const { plan, plans, slug } = await buildProduct(operator, {
    plan: {
      maximum: 100,
      prices: [{ ...rupiah('monthly', 0), tiers: { model: 'graduated', tiers } }],
    },
  });
  expect(plans[0]!.prices).toEqual([{ ...rupiah('monthly', 100_000), tiers: { model: 'graduated', tiers } }]);
  expect(await costs(plan, 15)).toMatchObject({
    recurring: 1_400_000n,
    steps: [
      { units: 10, each: 100_000, amount: 1_000_000 },
      { units: 5, each: 80_000, amount: 400_000 },
    ],
  });
  const { currency: _, ...monthly } = rupiah('monthly', 100_000);
  const shown = (await app.stranger.get(`/api/catalog/products/${slug}?currency=IDR`)).body;
  expect(shown.plans[0].prices).toEqual([{ ...monthly, tiers: { model: 'graduated', tiers } }]);
  const { groups } = (await app.stranger.get('/api/catalog?currency=IDR')).body;
  const cards = groups.flatMap(({ products }: { products: { slug: string; from: object }[] }) => products);
  expect(cards.find((card: { slug: string }) => card.slug === slug).from).toEqual({
    ...monthly,
    tiered: true,
  });
  const volume = { ...rupiah('monthly', 0), tiers: { model: 'volume', tiers } };
  await operator.patch(`${base}/plans/${plan}`, plans[0]!.version, { prices: [volume] });
  expect(await costs(plan, 15)).toMatchObject({ recurring: 1_200_000n, priceVersion: 2 });
  const backwards = { ...volume, tiers: { model: 'volume', tiers: [{ upTo: 10, each: 1, fixed: 0 }] } };
  const refused = await operator.patch(`${base}/plans/${plan}`, plans[0]!.version + 1, {
    prices: [backwards],
  });
  expect(refused.status).toBe(400);
});

test('only who changes the catalog plans prices', async () => {
  const { plan } = await buildProduct(operator);
  const supporter = await buildStaff(app, 'support');
  const body = { ...rupiah('monthly', 1), from: '2030-01-01' };
  expect((await supporter.post(`${base}/plans/${plan}/prices`, body)).status).toBe(404);
  expect((await app.stranger.post(`${base}/plans/${plan}/prices`, body)).status).toBe(401);
  expect((await operator.post(`${base}/plans/${operator.id}/prices`, body)).status).toBe(404);
});

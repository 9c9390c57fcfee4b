import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { expectSoundBooks } from '../../billing/test/world.ts';
import { rupiah } from '../../catalog/test/goods.ts';
import { signInAgain } from '../../services/test/build.ts';
import { setScene } from './scene.ts';

const app = await createTestApp(new Date('2026-11-01T02:00:00Z'));
const { operator, sell, item, order, pay } = await setScene(app);

const prices = (plan: string) => `/api/console/catalog/plans/${plan}/prices`;

/** The invoices of a client, the earliest first, with their lines. */
async function invoices(of: TestOrganization) {
  of.owner.cookie = (await signInAgain(app, of.owner)).cookie;
  const { items } = (await of.owner.get(of.at('/invoices'))).body;
  const whole = await Promise.all(
    items.map(async ({ id }: { id: string }) => (await of.owner.get(of.at(`/invoices/${id}`))).body),
  );
  return whole.toReversed().map(({ kind, total, lines }) => ({ kind, total: total.amount, ...lines[0] }));
}

async function nextDay(date: string): Promise<void> {
  const to = new Date(`${date}T02:00:00Z`).getTime();
  await app.clock.advance({ seconds: (to - app.clock.now().getTime()) / 1000 });
}

test('grandfathering: who was there keeps the version they bought, who comes pays that of the day, and each line names it', async () => {
  const product = await sell({ plan: { prices: [rupiah('monthly', 100_000)] } });
  const early = await buildOrganization(app);
  await pay(early, (await order(early, [item(product.plan)])).body.invoiceId!);
  const planned = await operator.post(prices(product.plan), {
    ...rupiah('monthly', 130_000),
    from: '2026-11-20',
  });
  expect(planned.status).toBe(201);

  await nextDay('2026-11-24');
  await app.sweep('billing.renew-services');
  const late = await buildOrganization(app);
  await order(late, [item(product.plan)]);
  await app.settle();
  expect(await invoices(early)).toMatchObject([
    { kind: 'order', total: 100_000, why: { kind: 'recurring', price: { from: 'catalog', version: '1' } } },
    { kind: 'renewal', total: 100_000, why: { kind: 'recurring', price: { from: 'agreed', version: '1' } } },
  ]);
  expect(await invoices(late)).toMatchObject([
    { kind: 'order', total: 130_000, why: { price: { from: 'catalog', version: '2' } } },
  ]);
  const { items } = (await early.owner.get(early.at('/services'))).body;
  const { body: service } = await early.owner.get(early.at(`/services/${items[0].id}`));
  expect(service).toMatchObject({ priceVersion: 1, coming: null, price: { amount: 100_000 } });
  await expectSoundBooks(app);
});

test('tiers on an order and on its renewal: the sum, and which units are at which price', async () => {
  const tiers = [
    { upTo: 2, each: 100_000, fixed: 0 },
    { upTo: null, each: 90_001, fixed: 0 },
  ];
  const price = { ...rupiah('monthly', 0), tiers: { model: 'graduated', tiers } };
  const product = await sell({ plan: { prices: [price] } });
  const client = await buildOrganization(app);
  await pay(client, (await order(client, [item(product.plan, { quantity: 3 })])).body.invoiceId!);
  const { items } = (await client.owner.get(client.at('/services'))).body;
  const next = await client.owner.get(client.at(`/services/${items[0].id}/next-invoice`));
  expect(next.body.next).toMatchObject({
    quantity: 1,
    parts: [{ kind: 'plan', price: { amount: 290_001 } }],
    total: { amount: 290_001 },
    repriced: false,
  });
  await nextDay('2026-12-20');
  await app.sweep('billing.renew-services');
  await app.settle();
  const made = expect.stringMatching(/2 × Rp\s?100\.000 \+ 1 × Rp\s?90\.001/);
  expect(await invoices(client)).toMatchObject([
    { kind: 'order', total: 290_001, description: { id: made } },
    { kind: 'renewal', total: 290_001, description: { id: made } },
  ]);
  await expectSoundBooks(app);
});

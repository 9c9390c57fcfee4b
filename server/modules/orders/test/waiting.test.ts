import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import { invariants } from '../invariants.ts';
import { setScene } from './scene.ts';

const app = await createTestApp();
const { operator, sell, item, order, show, payable, pay, mailsTo } = await setScene(app);

const stockOf = async (product: { id: string }) =>
  (await operator.get(`/api/console/catalog/products/${product.id}`)).body.stock;

test('an unpaid order is let go after its days, one with money on its way is not', async () => {
  const client = await buildOrganization(app);
  const product = await sell({ stock: 9 });
  const { body: unpaid } = await order(client, [item(product.plan)]);
  const { body: partly } = await order(client, [item(product.plan)]);
  await pay(client, partly.invoiceId!, 1000n);
  await app.clock.advance({ days: 7 });
  await app.sweep('orders.expire-orders');
  expect((await show(client, unpaid.id)).status).toBe('pending_payment');
  await app.clock.advance({ days: 1 });
  await app.sweep('orders.expire-orders');
  expect(await show(client, unpaid.id)).toMatchObject({ status: 'canceled', canceledWhy: 'expired' });
  expect((await show(client, partly.id)).status).toBe('pending_payment');
  expect(await payable(client, unpaid.invoiceId!)).toMatchObject({ document: 'void' });
  expect(await stockOf(product)).toBe(8);
  expect((await mailsTo(client.owner, unpaid.number))['Order ORD was canceled']).toContain(
    'had not arrived in time',
  );
  await app.sweep('orders.expire-orders');
  expect(await stockOf(product)).toBe(8);
  expect(app.failures).toEqual([]);
});

test('staff let an order go on before it is paid, once', async () => {
  const client = await buildOrganization(app);
  const { body: placed } = await order(client, [item((await sell()).plan)]);
  const at = `/api/console/orders/${placed.id}`;
  expect((await operator.get(at)).body).toMatchObject({
    can: { accept: true, cancel: true },
    acceptedAt: null,
  });
  const accepted = await operator.post(`${at}/accept`);
  expect(accepted.body).toMatchObject({
    status: 'paid',
    paid: false,
    can: { accept: { no: 'not_waiting' } },
  });
  await app.settle();
  expect((await show(client, placed.id)).status).toBe('in_progress');
  expect((await operator.post(`${at}/accept`)).status).toBe(409);
  await app.clock.advance({ days: 9 });
  await app.sweep('orders.expire-orders');
  expect((await show(client, placed.id)).status).toBe('in_progress');
  await pay(client, placed.invoiceId!);
  expect((await show(client, placed.id)).paid).toBe(true);
});

test('what must always hold still holds after all of this', async () => {
  for (const { name, violations } of invariants) {
    expect([name, await app.ctx.read((db) => violations(db, 10))]).toEqual([name, []]);
  }
});

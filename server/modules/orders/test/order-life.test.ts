import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { setPaymentPending, voidInvoice } from '../../billing/index.ts';
import { rupiah } from '../../catalog/test/goods.ts';
import { invariants } from '../invariants.ts';
import { setScene } from './scene.ts';

const app = await createTestApp();
const scene = await setScene(app);
const { operator, sell, item, order, show, payable, pay, provision, mailsTo } = scene;

const stockOf = async (product: { id: string }) =>
  (await operator.get(`/api/console/catalog/products/${product.id}`)).body.stock;
const serviceOf = async (service: string) =>
  (await app.app.pool.query('select state from services.services where id = $1', [service])).rows[0].state;

test('paid, set up, ready: every step is seen as it happens', async () => {
  const client = await buildOrganization(app);
  const { body: placed } = await order(client, [item((await sell()).plan)]);
  await pay(client, placed.invoiceId!);
  let shown = await show(client, placed.id);
  expect(shown).toMatchObject({ status: 'in_progress', paid: true, items: [{ stage: 'setting_up' }] });
  expect(await serviceOf(shown.items[0]!.serviceId)).toBe('active');

  await provision(client, shown.items[0]!.serviceId, 'done');
  shown = await show(client, placed.id);
  expect(shown).toMatchObject({ status: 'fulfilled', items: [{ stage: 'ready' }] });
  expect(shown.timeline.map(({ kind }) => kind)).toEqual([
    'placed',
    'invoice_issued',
    'paid',
    'service_started',
    'service_ready',
    'fulfilled',
  ]);
  expect(await mailsTo(client.owner, placed.number)).toHaveProperty(['Order ORD is ready']);
  expect(app.failures).toEqual([]);
});

test('from payment to ready with nobody’s help', async () => {
  const client = await buildOrganization(app);
  const server = { provisioner: 'sandbox', configuration: { plan: 'small' } };
  const advice = { provisioner: 'none', configuration: {} };
  const { body: placed } = await order(client, [
    item((await sell({ product: server })).plan),
    item((await sell({ product: advice })).plan),
  ]);
  await pay(client, placed.invoiceId!);
  const shown = await show(client, placed.id);
  expect(shown).toMatchObject({ status: 'fulfilled', items: [{ stage: 'ready' }, { stage: 'ready' }] });
  expect(app.failures).toEqual([]);
});

test('an order is fulfilled when all of it is ready, whatever is ready first', async () => {
  const client = await buildOrganization(app);
  const { body: placed } = await order(client, [item((await sell()).plan), item((await sell()).plan)]);
  const [one, other] = (await show(client, placed.id)).items.map(({ serviceId }) => serviceId);
  await provision(client, one!, 'done');
  expect((await show(client, placed.id)).status).toBe('pending_payment');
  await pay(client, placed.invoiceId!);
  expect((await show(client, placed.id)).status).toBe('in_progress');
  await provision(client, other!, 'done');
  expect((await show(client, placed.id)).status).toBe('fulfilled');
});

test('trying again is no failure; giving up is one until it works after all', async () => {
  const client = await buildOrganization(app);
  const { body: placed } = await order(client, [item((await sell()).plan)]);
  await pay(client, placed.invoiceId!);
  const service = (await show(client, placed.id)).items[0]!.serviceId;
  await provision(client, service, 'retrying');
  expect((await show(client, placed.id)).status).toBe('in_progress');
  await provision(client, service, 'failed');
  const failed = await show(client, placed.id);
  expect(failed.status).toBe('failed');
  expect(failed.timeline.filter(({ kind }) => kind === 'service_failed')).toHaveLength(1);
  await provision(client, service, 'done');
  expect((await show(client, placed.id)).status).toBe('fulfilled');
});

test('a client cancels what is unpaid: the invoice is void, the service over, the stock back', async () => {
  const client = await buildOrganization(app);
  const product = await sell({ stock: 4 });
  const { body: placed } = await order(client, [item(product.plan, { quantity: 3 })]);
  expect(await stockOf(product)).toBe(1);
  const at = client.at(`/orders/${placed.id}/cancel`);
  const canceled = await client.owner.post(at);
  expect(canceled.body).toMatchObject({
    status: 'canceled',
    canceledWhy: 'client',
    expiresAt: null,
    can: { pay: { no: 'already_canceled' }, cancel: { no: 'already_canceled' } },
  });
  await app.settle();
  expect(await stockOf(product)).toBe(4);
  expect(await payable(client, placed.invoiceId!)).toMatchObject({ document: 'void' });
  expect(await serviceOf(canceled.body.items[0].serviceId)).toBe('ended');
  expect(await client.owner.post(at)).toMatchObject({ status: 409, body: { code: 'order_is_over' } });
  expect((await mailsTo(client.owner, placed.number))['Order ORD was canceled']).toContain('nothing to pay');
  expect(await stockOf(product)).toBe(4);
});

test('what is paid, or may be, is not canceled by the client', async () => {
  const client = await buildOrganization(app);
  const product = await sell();
  const [paid, partly, reported] = await Promise.all(
    [1, 2, 3].map(async () => (await order(client, [item(product.plan)])).body),
  );
  await pay(client, paid!.invoiceId!);
  await pay(client, partly!.invoiceId!, 1000n);
  await app.ctx.transact((tx) =>
    setPaymentPending(tx, {
      organization: client.id,
      invoice: reported!.invoiceId as Id<'invoice'>,
      pending: true,
    }),
  );
  for (const [each, code] of [
    [paid, 'order_already_paid'],
    [partly, 'order_payment_pending'],
    [reported, 'order_payment_pending'],
  ] as const) {
    const answer = await client.owner.post(client.at(`/orders/${each!.id}/cancel`));
    expect(answer).toMatchObject({ status: 409, body: { code } });
  }
});

test('an order goes with its invoice', async () => {
  const client = await buildOrganization(app);
  const product = await sell({ stock: 1 });
  const { body: placed } = await order(client, [item(product.plan)]);
  await app.ctx.transact((tx) =>
    voidInvoice(tx, {
      organization: client.id,
      invoice: placed.invoiceId as Id<'invoice'>,
      reason: 'agreed by phone',
    }),
  );
  await app.settle();
  expect(await show(client, placed.id)).toMatchObject({ status: 'canceled', canceledWhy: 'invoice_voided' });
  expect(await stockOf(product)).toBe(1);
  expect(app.failures).toEqual([]);
});

test('staff cancel what is under way and say why; the money stays on the invoice', async () => {
  const client = await buildOrganization(app);
  const product = await sell({ stock: 2 });
  const { body: placed } = await order(client, [item(product.plan)]);
  await pay(client, placed.invoiceId!);
  const at = `/api/console/orders/${placed.id}`;
  const note = 'Lokasi ini belum terjangkau.';
  expect((await operator.post(`${at}/cancel`, { note })).body).toMatchObject({ status: 'canceled' });
  await app.settle();
  expect(await show(client, placed.id)).toMatchObject({ canceledWhy: 'staff', cancelNote: note });
  expect(await payable(client, placed.invoiceId!)).toMatchObject({ settlement: 'paid' });
  expect(await stockOf(product)).toBe(2);
  expect((await mailsTo(client.owner, placed.number))['Order ORD was canceled']).toContain(note);

  const support = await buildStaff(app, 'support');
  expect((await support.get(at)).status).toBe(200);
  expect((await support.post(`${at}/accept`)).status).toBe(404);
  expect((await client.owner.get(at)).status).toBe(404);
  const nowhere = `/api/console/orders/${client.id}`;
  expect((await operator.get(nowhere)).status).toBe(404);
  expect((await operator.post(`${nowhere}/cancel`, {})).status).toBe(404);
});

test('an order that nobody needs any more is over with its services', async () => {
  const client = await buildOrganization(app);
  const free = await sell({ plan: { prices: [rupiah('monthly', 0)] }, stock: 1 });
  const { body: placed } = await order(client, [item(free.plan)]);
  await app.settle();
  const service = (await show(client, placed.id)).items[0]!.serviceId;
  const { endService } = await import('../../services/index.ts');
  await app.ctx.transact((tx) =>
    endService(tx, { organization: client.id, service: service as Id<'service'>, reason: 'unused' }),
  );
  await app.settle();
  expect(await show(client, placed.id)).toMatchObject({ status: 'canceled', canceledWhy: 'service_ended' });
  expect(await stockOf(free)).toBe(1);
});

test('number and code show how an order stands, and nothing about anybody', async () => {
  const client = await buildOrganization(app, { name: 'Rahasia Bersama' });
  const { body: placed } = await order(client, [item((await sell()).plan)]);
  const ask = (number: string, code: string) => app.stranger.post('/api/order-status', { number, code });
  const found = await ask(placed.number.toLowerCase(), ` ${placed.code.replace('-', ' ')}`);
  expect(found.body).toMatchObject({
    number: placed.number,
    status: 'pending_payment',
    items: [{ names: { en: 'Server · Small' }, stage: 'waiting' }],
    timeline: [{ kind: 'placed' }, { kind: 'invoice_issued' }],
  });
  for (const secret of ['Rahasia', client.owner.email, 'Person', client.id, placed.id, placed.invoiceId!]) {
    expect(found.text).not.toContain(secret);
  }
});

test('an unknown number and a wrong code are the same answer', async () => {
  const client = await buildOrganization(app);
  const { body: placed } = await order(client, [item((await sell()).plan)]);
  const { body: other } = await order(client, [item((await sell()).plan)]);
  const answers = await Promise.all(
    [
      [placed.number, 'AAAA-AAAA'],
      [placed.number, other.code],
      ['ORD-2026-ZZZZZ', placed.code],
      ['nonsense', 'nonsense'],
    ].map(([number, code]) => app.stranger.post('/api/order-status', { number, code })),
  );
  const [first, ...rest] = answers.map(({ status, body }) => ({ status, ...body, requestId: '' }));
  expect(first).toMatchObject({ status: 404, code: 'unknown_order' });
  for (const answer of rest) expect(answer).toEqual(first);
});

test('the code is stored nowhere it could be read', async () => {
  const client = await buildOrganization(app);
  const { body: placed } = await order(client, [item((await sell()).plan)]);
  await app.settle();
  const { rows } = await app.app.pool.query(
    `select to_jsonb(o)::text as text from orders.orders o where id = $1
     union all select data::text from kernel.events`,
    [placed.id],
  );
  for (const row of rows) expect(row.text).not.toContain(placed.code);
  const portal = app.ctx.within({ kind: 'clients', organizations: [client.id], person: client.owner.id });
  await expect(
    portal.read((db) => db.selectFrom('orders.orders').select('lookup_hash').execute()),
  ).rejects.toThrow('permission denied');
});

test('who has left the organization is not told any more', async () => {
  const client = await buildOrganization(app);
  const buyer = await buildMember(app, client, 'technical');
  const { body: placed } = await order(client, [item((await sell()).plan)], { client: buyer });
  await client.owner.delete(client.at(`/members/${buyer.id}`));
  await client.owner.post(client.at(`/orders/${placed.id}/cancel`));
  expect(Object.keys(await mailsTo(buyer, placed.number))).toEqual(['We have your order ORD']);
  expect(await mailsTo(client.owner, placed.number)).toHaveProperty(['Order ORD was canceled']);
});

test('the days an order may stay unpaid are a setting', async () => {
  const administrator = await buildStaff(app, 'administrator');
  const at = '/api/console/settings/orders.rules';
  expect((await administrator.get(at)).body.value).toEqual({
    unpaidDays: 7,
    approvalDays: 14,
    changeUnpaidDays: 3,
  });
  expect((await administrator.put(at, { value: { unpaidDays: 0 } }, { version: 0 })).status).toBe(400);
  expect((await administrator.put(at, { value: { unpaidDays: 3 } }, { version: 0 })).status).toBe(200);
  const client = await buildOrganization(app);
  const quoted = await scene.quote(client, [item((await sell()).plan)]);
  const today = app.clock.now().toISOString().slice(0, 10);
  expect(Date.parse(quoted.body.payBy!) - Date.parse(today)).toBe(3 * 86_400_000);
});

test('what must always hold still holds after all of this', async () => {
  for (const { name, violations } of invariants) {
    expect([name, await app.ctx.read((db) => violations(db, 10))]).toEqual([name, []]);
  }
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { expectSoundBooks } from '../../billing/test/world.ts';
import { rupiah } from '../../catalog/test/goods.ts';
import { setScene } from '../../orders/test/scene.ts';
import type { PlacedOrder, Quote } from '../../orders/contract.ts';
import { setCounter } from './scene.ts';

const app = await createTestApp();
const { sell, item, show, pay } = await setScene(app);
const { keeper, offer, see, expectSoundCounts } = await setCounter(app);
const server = await sell({
  plan: { prices: [rupiah('monthly', 200_000, 100_000), rupiah('annual', 2_000_000)] },
});
const items = [item(server.plan)];

const quote = async (of: TestOrganization, promotionCode: string | null, what: object[] = items) =>
  (await of.owner.post<Quote>(of.at('/orders/quote'), { items: what, promotionCode })).body;
async function place(
  of: TestOrganization,
  promotionCode: string | null,
  client = of.owner,
  what: object[] = items,
) {
  const { total, terms } = await quote(of, promotionCode, what);
  return client.post<PlacedOrder>(of.at('/orders'), {
    items: what,
    promotionCode,
    expectedTotal: total.amount,
    termsVersion: terms,
  });
}
const tax = async () => {
  const { rows } = await app.app.pool.query<{ n: string }>('select count(*) as n from billing.tax_rules');
  return rows[0]!.n;
};

test('a code takes its part off, tax is of what is left, and the line says why', async () => {
  expect(Number(await tax())).toBeGreaterThan(0);
  const { id } = await offer({ code: 'TEN', coversSetup: true });
  const client = await buildOrganization(app);
  const quoted = await quote(client, ' ten ');
  expect(quoted.code).toEqual({
    code: 'TEN',
    names: { id: 'Diskon pembuka', en: 'Opening discount' },
    no: null,
    minimum: null,
  });
  expect(quoted.subtotal.amount).toBe(270_000);
  expect(quoted.lines.map(({ net, discounts }) => [net.amount, discounts[0]!.amount.amount])).toEqual([
    [180_000, 20_000],
    [90_000, 10_000],
  ]);
  expect(quoted.later[0]).toMatchObject({ afterwards: [] });
  const placed = await place(client, 'TEN');
  expect(placed.status, placed.text).toBe(201);
  expect(placed.body.total).toEqual(quoted.total);
  const off = { names: { id: 'Diskon pembuka', en: 'Opening discount' }, percent: 1_000 };
  const discounts = [
    { ...off, amount: 20_000, setup: false },
    { ...off, amount: 10_000, setup: true },
  ];
  expect((await show(client, placed.body.id)).items[0]).toMatchObject({ recurring: 200_000, discounts });
  const invoice = (await client.owner.get(client.at(`/invoices/${placed.body.invoiceId}`))).body;
  expect(invoice.lines[0]).toMatchObject({
    unitPrice: { amount: 200_000 },
    discount: { amount: 20_000 },
    net: { amount: 180_000 },
    why: { discounts: [{ names: { en: 'Opening discount' }, percent: 1_000, amount: 20_000 }] },
  });
  await pay(client, placed.body.invoiceId!);
  expect(await see(id)).toMatchObject({
    redeemed: 1,
    revenue: [{ orders: 1, discount: { amount: 30_000 }, paid: { amount: quoted.total.amount } }],
  });
  const page = (await keeper.get(`/api/console/promotions/${id}/redemptions?code=TEN`)).body;
  expect(page.items).toMatchObject([
    {
      code: 'TEN',
      client: { id: client.id },
      orderId: placed.body.id,
      invoice: { status: 'paid' },
      returnedAt: null,
    },
  ]);
  const paper = await client.owner.get(client.at(`/invoices/${placed.body.invoiceId}/document`));
  expect(paper.status).toBe(200);
  await expectSoundBooks(app);
});

test('a code that does not apply says why, changes nothing and is not used', async () => {
  const dear = await offer({ code: 'BIG', minimums: { IDR: 1_000_000 } });
  const client = await buildOrganization(app);
  expect((await quote(client, 'NOSUCH')).code).toMatchObject({ code: 'NOSUCH', no: 'unknown' });
  expect((await quote(client, 'BIG')).code).toMatchObject({ no: 'below_minimum', minimum: 1_000_000 });
  expect((await quote(client, '')).code).toBeNull();
  expect((await place(client, 'BIG')).status).toBe(201);
  expect(await see(dear.id)).toMatchObject({ redeemed: 0 });
  const other = await offer({ code: 'LARGE', plans: [(await sell()).plan] });
  expect((await quote(client, 'LARGE')).code).toMatchObject({ no: 'not_for_this' });
  await keeper.post(`/api/console/promotions/${other.id}/stop`, undefined);
  expect((await quote(client, 'LARGE')).code).toMatchObject({ no: 'over' });
});

test('what an unpaid order used comes back when it is given up, and what a paid one used does not', async () => {
  const { id } = await offer({ code: 'ONCE', most: 1, mostEach: 1 });
  const client = await buildOrganization(app);
  const first = (await place(client, 'ONCE')).body;
  expect((await quote(client, 'ONCE')).code).toMatchObject({ no: 'used_up' });
  await client.owner.post(client.at(`/orders/${first.id}/cancel`), undefined);
  expect(await see(id)).toMatchObject({ redeemed: 0, state: 'running' });
  const second = (await place(client, 'ONCE')).body;
  await pay(client, second.invoiceId!);
  expect(await see(id)).toMatchObject({ redeemed: 1, state: 'used_up' });
  await expectSoundCounts();
});

test('ten at once for three: three get it, nobody else pays more than was shown, and the count is exact', async () => {
  const { id } = await offer({ code: 'RUSH', most: 3 });
  const clients = await Promise.all(Array.from({ length: 10 }, () => buildOrganization(app)));
  const quotes = await Promise.all(clients.map((of) => quote(of, 'RUSH')));
  const answers = await Promise.all(
    clients.map((of, index) =>
      of.owner.post<PlacedOrder>(of.at('/orders'), {
        items,
        promotionCode: 'RUSH',
        expectedTotal: quotes[index]!.total.amount,
        termsVersion: quotes[index]!.terms,
      }),
    ),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
  const codes = answers
    .filter(({ status }) => status !== 201)
    .map(({ body }) => (body as { code: string }).code);
  expect(codes.every((code) => code === 'promotion_gone' || code === 'price_changed')).toBe(true);
  expect(await see(id)).toMatchObject({ redeemed: 3, state: 'used_up' });
  await expectSoundCounts();
});

test('one client cannot use more than its share by ordering twice at the same moment', async () => {
  const { id } = await offer({ code: 'EACH', mostEach: 1 });
  const client = await buildOrganization(app);
  const { total, terms } = await quote(client, 'EACH');
  const body = { items, promotionCode: 'EACH', expectedTotal: total.amount, termsVersion: terms };
  const answers = await Promise.all([1, 2, 3].map(() => client.owner.post(client.at('/orders'), body)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(await see(id)).toMatchObject({ redeemed: 1 });
  // The database says so as well.
  const again = app.app.pool.query(
    `insert into promotions.redemptions (organization_id, id, promotion_id, order_id, place, currency, discount, redeemed_at)
     select organization_id, gen_random_uuid(), promotion_id, gen_random_uuid(), place, currency, discount, redeemed_at
     from promotions.redemptions where promotion_id = $1`,
    [id],
  );
  await expect(again).rejects.toThrow(/redemptions_place/);
  const beyond = app.app.pool.query('update promotions.promotions set most = 1, redeemed = 2 where id = $1', [
    id,
  ]);
  await expect(beyond).rejects.toThrow(/check/);
});

test('for new clients: not for who has had a service', async () => {
  await offer({ code: 'HELLO', newClients: true });
  const client = await buildOrganization(app);
  const placed = (await place(client, 'HELLO')).body;
  expect((await quote(client, 'HELLO')).code).toMatchObject({ no: null });
  await pay(client, placed.invoiceId!);
  expect((await quote(client, 'HELLO')).code).toMatchObject({ no: 'new_clients_only' });
});

test('a limit asks for approval of what is really paid, and the approved invoice has the discount', async () => {
  await offer({ code: 'HALF', percent: 5_000, coversSetup: true });
  const client = await buildOrganization(app);
  const full = await quote(client, null);
  const buyer = await buildMember(app, client, 'technical', { limit: BigInt(full.total.amount) - 1n });
  expect((await place(client, 'HALF', buyer)).body.awaitsApproval).toBe(false);
  const poor = await buildMember(app, client, 'technical', { limit: 1_000n });
  const placed = (await place(client, 'HALF', poor)).body;
  expect(placed.awaitsApproval).toBe(true);
  const approved = await client.owner.post(client.at(`/orders/${placed.id}/approve`), undefined);
  expect(approved.body).toMatchObject({ status: 'pending_payment', total: placed.total });
  const { invoice } = await show(client, placed.id);
  const { lines } = (await client.owner.get(client.at(`/invoices/${invoice!.id}`))).body;
  expect(lines[0]).toMatchObject({ discount: { amount: 100_000 } });
});

test('one that comes by itself needs no code; with one hundred percent nothing is due and it begins', async () => {
  const gift = await sell({ plan: { prices: [rupiah('monthly', 50_000)] } });
  const { id } = await offer({
    trigger: 'automatic',
    code: null,
    percent: 10_000,
    periods: 1,
    products: [gift.id],
  });
  const client = await buildOrganization(app);
  const what = [item(gift.plan)];
  const quoted = await quote(client, null, what);
  expect(quoted).toMatchObject({ total: { amount: 0 }, code: null });
  expect(quoted.later[0]!.total.amount).toBeGreaterThan(50_000 - 1);
  const placed = (await place(client, null, client.owner, what)).body;
  await app.settle();
  expect((await show(client, placed.id)).status).not.toBe('pending_payment');
  expect(await see(id)).toMatchObject({ redeemed: 1 });
});

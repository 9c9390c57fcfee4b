import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { writeSetting } from '../../../kernel/settings.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildPerson, buildStaff } from '../../../test/kit/people.ts';
import { taxTerms } from '../../billing/tax-settings.ts';
import { rupiah } from '../../catalog/test/goods.ts';
import { setScene } from './scene.ts';

const app = await createTestApp();
const { sell, item, quote, order, show, payable, mailsTo } = await setScene(app);
const client = await buildOrganization(app);

await app.ctx.transact((tx) =>
  writeSetting(tx, taxTerms, { ...taxTerms.default, registered: [{ from: '2025-01-01', until: null }] }, 0),
);

test('the quote is what the invoice says: set-up, first period and tax, to the rupiah', async () => {
  const product = await sell({ option: {} });
  const items = [item(product.plan, { quantity: 3, options: { ram: '8gb' } })];
  const quoted = await quote(client, items);
  expect(quoted.body).toMatchObject({
    currency: 'IDR',
    items: [{ recurring: 750_000, setup: 300_000, names: { en: 'Server · Small' } }],
    lines: [
      { description: { en: 'Server · Small, first month' }, quantity: 3, net: { amount: 750_000 } },
      { description: { en: 'Set-up of Server · Small' }, net: { amount: 300_000 } },
    ],
    subtotal: { amount: 1_050_000 },
    taxes: [{ base: { amount: 962_500 }, tax: { amount: 115_500 } }],
    total: { amount: 1_165_500 },
    payBy: '2026-03-09',
    later: [{ cycle: 'monthly', from: '2026-04-02', total: { amount: 832_500 } }],
  });
  expect((await client.owner.get(client.at('/orders'))).body.items).toEqual([]);

  const placed = await order(client, items);
  expect(placed.status).toBe(201);
  const due = await payable(client, placed.body.invoiceId!);
  expect(due).toMatchObject({ total: 1_165_500n, dueOn: '2026-03-09' });
  const shown = await show(client, placed.body.id);
  expect(shown).toMatchObject({
    number: placed.body.number,
    status: 'pending_payment',
    paid: false,
    total: { amount: 1_165_500, currency: 'IDR' },
    items: [{ stage: 'waiting', choices: { options: [{ code: 'ram', value: '8gb' }] } }],
    can: { pay: true, cancel: true },
  });
  expect(placed.body.number).toMatch(/^ORD-2026-[0-9A-Z]{5}$/);
});

test('a quote leaves nothing behind', async () => {
  const product = await sell();
  const count = async () =>
    (await app.app.pool.query('select count(*)::int as n from billing.invoices')).rows[0].n;
  const before = await count();
  await quote(client, [item(product.plan)]);
  expect(await count()).toBe(before);
});

test('several items make one order and one invoice', async () => {
  const [server, mailbox] = [await sell(), await sell({ plan: { prices: [rupiah('annual', 120_000)] } })];
  const placed = await order(client, [item(server.plan), item(mailbox.plan, { cycle: 'annual' })]);
  const shown = await show(client, placed.body.id);
  expect(shown.items.map(({ cycle }) => cycle)).toEqual(['monthly', 'annual']);
  const list = await client.owner.get(client.at('/orders?limit=1'));
  expect(list.body.items[0]).toMatchObject({ number: placed.body.number, more: 1 });
});

test('the price that was seen is the price that is paid, or nothing is ordered', async () => {
  const product = await sell({ stock: 3 });
  const body = { items: [item(product.plan)], expectedTotal: 1, termsVersion: null };
  const cheap = await client.owner.post(client.at('/orders'), body);
  expect(cheap).toMatchObject({
    status: 409,
    body: { code: 'price_changed', facts: { total: 333_000, currency: 'IDR' } },
  });
  const forged = {
    ...body,
    expectedTotal: 333_000,
    items: [{ ...item(product.plan), recurring: 1, price: 1 }],
  };
  const placed = await client.owner.post(client.at('/orders'), forged);
  expect(placed.body.total.amount).toBe(333_000);
  const { rows } = await app.app.pool.query('select stock from catalog.products where id = $1', [product.id]);
  expect(rows[0].stock).toBe(2);
});

test('what is not sold like this is refused with the place it stands at', async () => {
  const product = await sell({ option: {} });
  const refused = await quote(client, [
    item(product.plan, { options: { ram: '8gb' } }),
    item(product.plan, { options: { ram: '1tb' }, quantity: 99 }),
  ]);
  expect(refused.body).toMatchObject({ code: 'invalid_input' });
  const { fields } = refused.body as unknown as { fields: { path: string }[] };
  expect(fields.map(({ path }) => path)).toEqual(['items.1.quantity', 'items.1.options.ram']);
  expect((await quote(client, [item(product.plan, { cycle: 'triennial' })])).body).toMatchObject({
    code: 'not_for_sale',
  });
  expect((await quote(client, [])).status).toBe(400);
  expect((await quote(client, [item(randomUUID())])).status).toBe(409);
});

test('a second submit with the same key is the same order', async () => {
  const product = await sell();
  const key = randomUUID();
  const [first, second] = [
    await order(client, [item(product.plan)], { key }),
    await order(client, [item(product.plan)], { key }),
  ];
  expect(second.body).toEqual(first.body);
  const both = await Promise.all(
    [1, 2].map(() => order(client, [item(product.plan)], { key: randomUUID() })),
  );
  expect(both[0]!.body.number).not.toBe(both[1]!.body.number);
});

test('32 buyers of the last 5: five orders, nothing oversold, the others are told', async () => {
  const product = await sell({ stock: 5 });
  const buyers = await Promise.all(Array.from({ length: 8 }, () => buildOrganization(app)));
  const body = { items: [item(product.plan)], expectedTotal: 333_000, termsVersion: null };
  const answers = await Promise.all(
    Array.from({ length: 32 }, (_, index) => {
      const buyer = buyers[index % buyers.length]!;
      return buyer.owner.post(buyer.at('/orders'), body);
    }),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
  for (const answer of answers.filter(({ status }) => status !== 201)) {
    expect(answer).toMatchObject({ status: 409, body: { code: 'out_of_stock' } });
  }
  const { rows } = await app.app.pool.query(
    'select (select count(*)::int from orders.items where plan_id = $1) as sold, stock from catalog.products where id = $2',
    [product.plan, product.id],
  );
  expect(rows[0]).toEqual({ sold: 5, stock: 0 });
});

test('owner, finance and technical order; a plain member, a stranger and another organization do not', async () => {
  const product = await sell();
  const items = [item(product.plan)];
  for (const role of ['finance', 'technical'] as const) {
    expect((await order(client, items, { client: await buildMember(app, client, role) })).status).toBe(201);
  }
  const body = { items, expectedTotal: 333_000, termsVersion: null };
  const placed = await order(client, items);
  const plain = await buildMember(app, client, 'member');
  const other = await buildOrganization(app);
  for (const [who, status] of [
    [plain, 404],
    [other.owner, 404],
    [await buildPerson(app), 404],
    [app.stranger, 401],
  ] as const) {
    expect((await who.post(client.at('/orders'), body)).status).toBe(status);
    expect((await who.post(client.at('/orders/quote'), { items })).status).toBe(status);
    expect((await who.get(client.at('/orders'))).status).toBe(status);
    expect((await who.get(client.at(`/orders/${placed.body.id}`))).status).toBe(status);
    expect((await who.post(client.at(`/orders/${placed.body.id}/cancel`))).status).toBe(status);
  }
  expect((await other.owner.get(other.at(`/orders/${placed.body.id}`))).status).toBe(404);
  expect((await other.owner.post(other.at(`/orders/${placed.body.id}/cancel`))).status).toBe(404);
});

test('nothing to pay: the service begins at once and there is no invoice', async () => {
  const product = await sell({ plan: { prices: [rupiah('monthly', 0)] } });
  const placed = await order(client, [item(product.plan)]);
  expect(placed.body).toMatchObject({ invoiceId: null, total: { amount: 0 } });
  await app.settle();
  expect(await show(client, placed.body.id)).toMatchObject({
    status: 'in_progress',
    invoice: null,
    can: { pay: { no: 'already_paid' }, cancel: { no: 'already_paid' } },
  });
});

test('a trial costs its set-up now and the price after it, once for each organization', async () => {
  const product = await sell({ product: { trialDays: 14 } });
  const tried = await quote(client, [item(product.plan)]);
  expect(tried.body).toMatchObject({
    items: [{ trialDays: 14 }],
    subtotal: { amount: 100_000 },
    later: [{ from: '2026-03-16', total: { amount: 222_000 } }],
  });
  const placed = await order(client, [item(product.plan)]);
  expect((await quote(client, [item(product.plan)])).body.items[0]!.trialDays).toBe(0);
  const other = await buildOrganization(app);
  expect((await quote(other, [item(product.plan)])).body.items[0]!.trialDays).toBe(14);
  await client.owner.post(client.at(`/orders/${placed.body.id}/cancel`));
  expect((await quote(client, [item(product.plan)])).body.items[0]!.trialDays).toBe(14);
});

test('offers for existing clients need a running service', async () => {
  const newcomer = await buildOrganization(app);
  const special = await sell({ product: { existingClientsOnly: true } });
  expect((await quote(newcomer, [item(special.plan)])).body).toMatchObject({ code: 'existing_clients_only' });
  const free = await sell({ plan: { prices: [rupiah('monthly', 0)] } });
  await order(newcomer, [item(free.plan)]);
  expect((await order(newcomer, [item(special.plan)])).status).toBe(201);
});

test('the terms in force are accepted, or nothing is ordered', async () => {
  const product = await sell();
  const administrator = await buildStaff(app, 'administrator');
  expect((await app.stranger.get('/api/terms')).body).toEqual({ terms: null });
  const text = { id: 'Ketentuan', en: 'Terms' };
  const published = await administrator.post('/api/console/terms', { text });
  expect(published).toMatchObject({ status: 201, body: { terms: { version: 1, text } } });
  const body = { items: [item(product.plan)], expectedTotal: 333_000 };
  for (const termsVersion of [null, 2]) {
    const refused = await client.owner.post(client.at('/orders'), { ...body, termsVersion });
    expect(refused).toMatchObject({ status: 409, body: { code: 'terms_changed' } });
  }
  const placed = await order(client, body.items);
  expect(await show(client, placed.body.id)).toMatchObject({ termsVersion: 1 });
  const { rows } = await app.app.pool.query(
    'select terms_version, placed_by, placed_at from orders.orders where id = $1',
    [placed.body.id],
  );
  expect(rows[0]).toEqual({ terms_version: 1, placed_by: client.owner.id, placed_at: app.clock.now() });
  await administrator.post('/api/console/terms', { text: { id: 'Baru', en: 'New' } });
  expect((await app.stranger.get('/api/terms?version=1')).body.terms.text.en).toBe('Terms');
  const finance = await buildStaff(app, 'finance');
  expect((await finance.post('/api/console/terms', { text })).status).toBe(404);
});

test('the mail brings number and code, and what is due by when', async () => {
  const product = await sell();
  const buyer = await buildMember(app, client, 'technical');
  const placed = await order(client, [item(product.plan)], { client: buyer });
  const mail = (await mailsTo(buyer, placed.body.number))['We have your order ORD'];
  expect(mail).toContain(placed.body.code);
  expect(mail).toContain('Rp333,000');
  expect(mail).toContain('9 March 2026');
});

test('a list can be filtered, searched and paged', async () => {
  const buyer = await buildOrganization(app, { name: 'Sinar Jaya' });
  const product = await sell({ product: { name: { id: 'Kotak surat', en: 'Mailbox' } } });
  const numbers: string[] = [];
  for (let n = 0; n < 3; n++) numbers.unshift((await order(buyer, [item(product.plan)])).body.number);
  const list = async (query: string) => (await buyer.owner.get(buyer.at(`/orders?${query}`))).body;
  const found = async (query: string) =>
    (await list(query)).items.map(({ number }: { number: string }) => number);
  const first = await list('limit=2');
  expect(first.items.map(({ number }: { number: string }) => number)).toEqual(numbers.slice(0, 2));
  expect(await found(`limit=2&after=${first.next}`)).toEqual(numbers.slice(2));
  expect(await found('status=open')).toEqual(numbers);
  expect(await found('status=fulfilled')).toEqual([]);
  expect(await found('q=mailbox')).toEqual(numbers);
  expect(await found(`q=${numbers[1]}`)).toEqual([numbers[1]]);
  expect(await found('q=100%25')).toEqual([]);

  const support = await buildStaff(app, 'support');
  const seen = await support.get('/api/console/orders?q=sinar');
  expect(seen.body.items.map(({ client }: { client: { name: string } }) => client.name)).toEqual(
    Array(3).fill('Sinar Jaya'),
  );
  expect((await support.get(`/api/console/orders?client=${buyer.id}&limit=1`)).body.next).not.toBeNull();
});

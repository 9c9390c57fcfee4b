import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { writeSetting } from '../../../kernel/settings.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { mailedToken } from '../../../test/kit/mail.ts';
import { buildOrganization, buildPerson, buildStaff } from '../../../test/kit/people.ts';
import { rupiah } from '../../catalog/test/goods.ts';
import { pageOf } from '../../payments/test/world.ts';
import type { LookedUp } from '../contract.ts';
import { guestOrders } from '../settings.ts';
import { setStore } from './orders-world.ts';
import { mailsTo } from './world.ts';

const app = await createTestApp();
const { operator, sell, bodyOf, ask, open, place, begin, byCode } = await setStore(app);
const server = await sell();
const free = (email: string) => ({ remoteAddress: email });
const countOrders = async () =>
  (await app.app.pool.query<{ n: number }>('select count(*)::int as n from orders.orders')).rows[0]!.n;

/** Pays on the gateway's own page, as a guest does. */
async function pay(order: { number: string; code: string }): Promise<LookedUp> {
  const { bill } = (await byCode(order)).body;
  const how = { invoice: bill!.pay!.invoice, gateway: 'sandbox', method: 'qris' };
  const started = await byCode(order, '/pay', how);
  expect(started.status, started.text).toBe(200);
  await app.ports.sandbox.submit(pageOf(started.body.bill!.pay!.open!), 'scan');
  await app.ports.sandbox.flush();
  await app.settle();
  return (await byCode(order)).body;
}

test('a guest orders, pays by number and code, has it set up, and gets invoice and receipt', async () => {
  const email = 'sari@example.com';
  const token = await ask(server.plan, email);
  expect(await countOrders()).toBe(0);
  expect((await open(token)).body).toMatchObject({
    email,
    placed: null,
    waiting: { name: 'Sari Dewi', termsAccepted: true, quote: { total: { amount: 300_000 } } },
  });
  const placed = await place(token);
  expect(placed.body.number).toMatch(/^ORD-2026-/);
  await app.settle();
  const mail = mailsTo(app, email).at(-1)!;
  expect(mail.text).toContain(placed.body.code);
  expect(mail.text).toContain(`/order-status#number=${placed.body.number}&code=${placed.body.code}`);

  const owed = (await byCode(placed.body)).body;
  expect(owed).toMatchObject({
    status: 'pending_payment',
    bill: {
      invoices: [{ balance: { amount: 300_000 }, receipts: [] }],
      pay: { amount: { amount: 300_000, currency: 'IDR' }, open: null, can: true },
    },
  });
  expect(owed.bill!.pay!.methods.map(({ id }) => id)).toContain('checkout');
  const paid = await pay(placed.body);
  expect(paid).toMatchObject({ paid: true, bill: { pay: null, invoices: [{ status: 'paid' }] } });
  expect(['paid', 'in_progress', 'fulfilled']).toContain(paid.status);
  expect(mailsTo(app, email).at(-1)!.subject).toContain(placed.body.number);

  const [invoice] = paid.bill!.invoices;
  for (const [kind, id] of [
    ['invoice', invoice!.id],
    ['receipt', invoice!.receipts[0]!.id],
  ]) {
    const file = await byCode(placed.body, '/document', { kind, id, lang: 'id' });
    expect(file.status, file.text).toBe(200);
    expect(file.headers['content-type']).toBe('application/pdf');
    expect(file.text.startsWith('%PDF')).toBe(true);
  }
  const listed = (await operator.get(`/api/console/orders?q=${placed.body.number}`)).body.items;
  expect(listed).toMatchObject([{ number: placed.body.number, client: { name: 'Sari Dewi', guest: true } }]);
  const shown = (await operator.get(`/api/console/orders/${listed[0].id}`)).body;
  expect(shown.client.guest).toBe(true);
});

test('a code that is wrong, of another order or of a client shows no bill and pays nothing', async () => {
  const mine = await begin(server.plan, 'satu@example.com');
  const sibling = await begin(server.plan, 'satu@example.com');
  const foreign = await begin(server.plan, 'dua@example.com');
  expect(mine.organization).toBe(sibling.organization);
  expect(mine.organization).not.toBe(foreign.organization);
  const how = { invoice: mine.invoice, gateway: 'sandbox', method: 'card' };
  const document = { kind: 'invoice', id: mine.invoice, lang: 'en' };
  for (const wrong of [
    { number: mine.number, code: foreign.code },
    { number: foreign.number, code: mine.code },
    { number: 'ORD-2026-00000', code: mine.code },
  ])
    for (const [act, more] of [
      ['', {}],
      ['/check', {}],
      ['/pay', how],
      ['/document', document],
    ] as const)
      expect(await byCode(wrong, act, more)).toMatchObject({ status: 404, body: { code: 'unknown_order' } });
  // The right number and code, and the invoice of somebody else or of another order of the same guest.
  for (const other of [sibling, foreign])
    for (const [act, more] of [
      ['/pay', how],
      ['/document', document],
    ] as const)
      expect((await byCode(other, act, more)).status).toBe(404);

  const client = await buildOrganization(app);
  const quote = await client.owner.post(client.at('/orders/quote'), {
    items: [bodyOf(server.plan, '').item],
  });
  const ordered = await client.owner.post(client.at('/orders'), {
    items: [bodyOf(server.plan, '').item],
    expectedTotal: quote.body.total.amount,
    termsVersion: null,
  });
  const theirs = await byCode(ordered.body);
  expect(theirs.body).toMatchObject({ number: ordered.body.number, bill: null });
  expect((await byCode(ordered.body, '/pay', { ...how, invoice: ordered.body.invoiceId })).status).toBe(404);
  const paper = { ...document, id: ordered.body.invoiceId };
  expect((await byCode(ordered.body, '/document', paper)).status).toBe(404);
  const { rows } = await app.app.pool.query(
    'select from payments.attempts where organization_id = any ($1)',
    [[mine.organization, foreign.organization, client.id]],
  );
  expect(rows).toHaveLength(0);
});

test('pressed twice, at once or later, one order is placed and told once; the link goes on to show it', async () => {
  const email = 'dobel@example.com';
  const token = await ask(server.plan, email);
  const before = await countOrders();
  const press = { token, expectedTotal: 300_000, termsVersion: null };
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => app.stranger.post('/api/guest-orders/place', press)),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const placed = answers.map(({ body }) => body as { number: string; code: string });
  expect(new Set(placed.map(({ number, code }) => `${number} ${code}`)).size).toBe(1);
  expect(await countOrders()).toBe(before + 1);
  const body = { token, expectedTotal: 1, termsVersion: null };
  expect((await app.stranger.post('/api/guest-orders/place', body)).body).toEqual(placed[0]);
  expect((await open(token)).body).toMatchObject({ waiting: null, placed: placed[0] });
  await app.settle();
  expect(mailsTo(app, email).filter(({ text }) => text.includes(placed[0]!.code))).toHaveLength(1);

  // What is put together is kept once under its key, too: one mail.
  const key = randomUUID();
  const twice = bodyOf(server.plan, 'kunci@example.com');
  for (let press = 0; press < 3; press++)
    expect((await app.stranger.post('/api/guest-orders', twice, { key })).status).toBe(202);
  await app.settle();
  expect(mailsTo(app, 'kunci@example.com')).toHaveLength(1);
  const message = { name: 'A', email: 'kunci2@example.com', subject: 'B', text: 'C', locale: 'en' };
  for (let press = 0; press < 3; press++)
    expect((await app.stranger.post('/api/guest-messages', message, { key })).status).toBe(202);
  await app.settle();
  expect(mailsTo(app, 'kunci2@example.com')).toHaveLength(1);
});

test('a link of another kind, forgotten, expired or made up opens no order', async () => {
  const token = await ask(server.plan, 'lupa@example.com');
  expect((await app.stranger.post('/api/guest-messages/open', { token })).body.code).toBe(
    'unknown_guest_link',
  );
  expect((await app.stranger.post('/api/guest-messages/confirm', { token })).body.code).toBe(
    'unknown_guest_link',
  );
  expect((await app.stranger.post('/api/guest-messages/decline', { token })).status).toBe(204);
  const gone = await open(token);
  expect(gone).toMatchObject({ status: 410, body: { code: 'unknown_guest_link' } });
  const late = await ask(server.plan, 'lama@example.com');
  await app.clock.advance({ hours: 49 });
  expect((await open(late)).body).toMatchObject({ code: 'guest_link_expired' });
  expect((await open('x'.repeat(43))).body).toMatchObject({ code: 'unknown_guest_link' });
});

test('the price and terms of the last press count', async () => {
  const product = await sell();
  const token = await ask(product.plan, 'harga@example.com');
  const body = { token, expectedTotal: 299_999, termsVersion: null };
  expect((await app.stranger.post('/api/guest-orders/place', body)).body).toMatchObject({
    code: 'price_changed',
    facts: { total: 300_000 },
  });
  const admin = await buildStaff(app, 'administrator');
  const text = { id: 'Syarat', en: 'Terms' };
  const { version } = (await admin.post('/api/console/terms', { text })).body.terms;
  expect((await open(token)).body.waiting).toMatchObject({ termsAccepted: false, terms: { version } });
  const old = { token, expectedTotal: 300_000, termsVersion: null };
  expect((await app.stranger.post('/api/guest-orders/place', old)).body.code).toBe('terms_changed');
  expect(await app.stranger.post('/api/guest-orders', bodyOf(product.plan, 'x@example.com'))).toMatchObject({
    status: 409,
    body: { code: 'terms_changed' },
  });
  const { number } = (await place(token)).body;
  const { rows } = await app.app.pool.query('select terms_version from orders.orders where number = $1', [
    number,
  ]);
  expect(rows).toEqual([{ terms_version: version }]);
  await app.app.pool.query('alter table orders.orders disable trigger user');
  await app.app.pool.query('update orders.orders set terms_version = null');
  await app.app.pool.query('delete from orders.terms');
});

test('what needs an account is not sold to guests: by product, when nothing is due, for clients only, or at all', async () => {
  const reserved = await sell({ product: { needsAccount: true } });
  const gratis = await sell({ plan: { prices: [rupiah('monthly', 0)] } });
  const special = await sell({ product: { existingClientsOnly: true } });
  const tried = await sell({ product: { trialDays: 14 } });
  const quote = (plan: string) =>
    app.stranger.post('/api/guest-orders/quote', { item: bodyOf(plan, '').item, currency: 'IDR' });
  for (const [product, code] of [
    [reserved, 'account_needed'],
    [gratis, 'account_needed'],
    [special, 'existing_clients_only'],
  ] as const) {
    expect((await quote(product.plan)).body.code).toBe(code);
    expect(
      (await app.stranger.post('/api/guest-orders', bodyOf(product.plan, 'n@example.com'))).body.code,
    ).toBe(code);
  }
  // Who could come again as another gets no trial.
  expect((await quote(tried.plan)).body).toMatchObject({
    total: { amount: 300_000 },
    items: [{ trialDays: 0 }],
  });
  const at = (slug: string) => app.stranger.get(`/api/guest-orders/products/${slug}`);
  expect((await at(server.slug)).body.product).toMatchObject({ slug: server.slug, needsAccount: false });
  expect((await at(reserved.slug)).status).toBe(404);

  const waiting = await ask(server.plan, 'menunggu@example.com');
  const before = await begin(server.plan, 'sebelum@example.com');
  await app.ctx.transact((tx) => writeSetting(tx, guestOrders, { ...guestOrders.default, on: false }, 0));
  expect((await at(server.slug)).status).toBe(404);
  expect((await quote(server.plan)).body.code).toBe('guest_orders_off');
  expect((await open(waiting)).body).toMatchObject({ code: 'guest_orders_off' });
  const body = { token: waiting, expectedTotal: 300_000, termsVersion: null };
  expect((await app.stranger.post('/api/guest-orders/place', body)).body.code).toBe('guest_orders_off');
  // What was ordered before goes on.
  expect((await pay(before)).paid).toBe(true);
  await app.ctx.transact((tx) => writeSetting(tx, guestOrders, guestOrders.default, 1));
});

test('stock is taken with the order, and given back when nobody pays in time', async () => {
  const last = await sell({ stock: 1 });
  const [first, second] = [
    await ask(last.plan, 'cepat@example.com'),
    await ask(last.plan, 'lambat@example.com'),
  ];
  const { quote } = (await open(second)).body.waiting!;
  const placed = await place(first);
  expect((await open(second)).body).toMatchObject({ code: 'out_of_stock' });
  const body = { token: second, expectedTotal: quote.total.amount, termsVersion: quote.terms };
  expect((await app.stranger.post('/api/guest-orders/place', body)).body.code).toBe('out_of_stock');
  await app.clock.advance({ days: 8 });
  await app.sweep('orders.expire-orders');
  await app.settle();
  expect((await byCode(placed.body)).body).toMatchObject({ status: 'canceled', bill: { pay: null } });
  expect(mailsTo(app, 'cepat@example.com').at(-1)!.text).toContain('Pembayarannya belum kami terima');
  const again = await begin(last.plan, 'lagi@example.com');
  expect((await byCode(again)).body.status).toBe('pending_payment');
});

test('a renewal of what a guest runs is told and paid by the same number and code', async () => {
  const email = 'lanjut@example.com';
  const order = await begin(server.plan, email, { locale: 'en' });
  await pay(order);
  await app.clock.advance({ days: 25 });
  for (const sweep of ['billing.invoice-renewals', 'billing.renew-services'])
    if (app.app.product.sweeps.some(({ name }) => name === sweep)) await app.sweep(sweep);
  await app.settle();
  const { bill } = (await byCode(order)).body;
  expect(bill!.invoices).toHaveLength(2);
  expect(bill!.pay).toMatchObject({ amount: { amount: 200_000 }, can: true });
  const mail = mailsTo(app, email).at(-1)!;
  expect(mail.subject).toMatch(/^Invoice .+: Rp/);
  expect(mail.text).toContain(`/order-status#number=${order.number}`);
  expect(mail.text).not.toContain(order.code);
  expect((await pay(order)).bill!.pay).toBeNull();
});

test('what a guest runs is held back by the same bounds as anybody’s, and billed and told once staff say so', async () => {
  const email = 'ditahan@example.com';
  const order = await begin(server.plan, email, { locale: 'en' });
  await pay(order);
  await app.clock.advance({ days: 25 });
  const finance = await buildStaff(app, 'finance');
  const at = '/api/console/billing-run-bounds';
  const { value, version } = (await finance.get(at)).body;
  const strict = await finance.put(at, { ...value, needsAddress: true }, { version });
  expect(strict.status).toBe(200);
  await app.sweep('billing.renew-services');
  await app.settle();
  expect((await byCode(order)).body.bill!.invoices).toHaveLength(1);
  const held = (await finance.get(`/api/console/held-back?client=${order.organization}`)).body.items;
  expect(held).toMatchObject([{ client: { id: order.organization }, periods: 1, reasons: ['no_address'] }]);
  expect((await finance.post(`/api/console/held-back/${order.organization}/bill`)).status).toBe(204);
  await app.settle();
  expect((await byCode(order)).body.bill!.invoices).toHaveLength(2);
  expect(mailsTo(app, email).at(-1)!.subject).toMatch(/^Invoice .+: Rp/);
  expect((await finance.put(at, value, { version: strict.body.version })).status).toBe(200);
});

test('one address has few unpaid orders, one network asks for few, and the answer tells nothing of the address', async () => {
  const email = 'banyak@example.com';
  const tokens = [];
  for (let order = 0; order < 3; order++) tokens.push(await ask(server.plan, email));
  await app.clock.advance({ hours: 25 });
  tokens.push(await ask(server.plan, email));
  for (const token of tokens.slice(0, 3)) expect((await place(token)).status).toBe(200);
  expect((await place(tokens[3]!)).body).toMatchObject({ code: 'too_many_unpaid' });

  const send = (to: string, remoteAddress: string) =>
    app.app.http.inject({
      method: 'POST',
      url: '/api/guest-orders',
      ...free(remoteAddress),
      payload: bodyOf(server.plan, to),
    });
  const codes = await Promise.all(
    Array.from({ length: 14 }, async (_one, at) => send(`jaringan-${at}@example.com`, '2001:db8:9::1')),
  );
  expect(codes.filter(({ statusCode }) => statusCode === 202)).toHaveLength(10);
  expect(codes.filter(({ statusCode }) => statusCode === 429)).toHaveLength(4);

  const known = await buildPerson(app, { email: 'dikenal@example.com' });
  const answers = [await send(known.email, '198.51.100.1'), await send('asing@example.com', '198.51.100.2')];
  expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
  await app.settle();
  const plain = (to: string) => mailsTo(app, to)[0]!.text.replaceAll(/#token=\S+|: [\w-]{43}/g, '');
  expect(plain(known.email)).toBe(plain('asing@example.com'));
  const bait = 'GRATIS-http://evil.example';
  await ask(server.plan, 'umpan@example.com', { name: bait, company: bait });
  expect(JSON.stringify(mailsTo(app, 'umpan@example.com').at(-1))).not.toMatch(/GRATIS|evil/);
});

test('what cannot be used is refused with its field', async () => {
  for (const [over, path] of [
    [{ name: ' ' }, 'name'],
    [{ email: 'nobody' }, 'email'],
    [{ country: 'Indonesia' }, 'country'],
    [{ company: 'a\nb' }, 'company'],
    [{ currency: 'XXX' }, 'currency'],
    [{ item: { ...bodyOf(server.plan, '').item, quantity: 0 } }, 'item.quantity'],
  ] as const) {
    const answer = await app.stranger.post('/api/guest-orders', bodyOf(server.plan, 'a@example.com', over));
    expect(answer.status, path).toBe(400);
    expect(answer.body.fields[0].path).toBe(path);
  }
});

test('in another currency the same address is another guest, with an invoice in its company’s name', async () => {
  const email = 'dolar@example.com';
  const rupiahs = await begin(server.plan, email);
  const dollars = await begin(server.plan, email, { currency: 'USD', company: 'Acme Ltd', country: 'SG' });
  expect(dollars.organization).not.toBe(rupiahs.organization);
  const { rows } = await app.app.pool.query(
    `select o.name, o.country, o.currency, i.buyer ->> 'name' as buyer from organizations.organizations o
     join billing.invoices i on i.organization_id = o.id where o.id = $1`,
    [dollars.organization],
  );
  expect(rows).toEqual([{ name: 'Acme Ltd', country: 'SG', currency: 'USD', buyer: 'Acme Ltd' }]);
  expect(await mailedToken(app, email)).toBe(dollars.token);
});

test('the invariants hold after all of that', async () => {
  for (const { name, violations } of app.app.product.invariants)
    expect([name, await app.ctx.read((db) => violations(db, 5))]).toEqual([name, []]);
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildPerson, buildStaff } from '../../../test/kit/people.ts';
import { expectSoundBooks } from '../../billing/test/world.ts';
import { rupiah } from '../../catalog/test/goods.ts';
import { buildActiveService } from '../../services/test/build.ts';
import { setScene } from '../../orders/test/scene.ts';
import type { MyOffers, StaffOffer } from '../contract.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import { addMember } from '../../organizations/index.ts';
import { offers } from '../module.ts';
import { base, freeLine, planLine, setDesk } from './scene.ts';

const app = await createTestApp();
const { operator, sell, show, pay } = await setScene(app);
const { writer, bodyOf, send, see, accept } = await setDesk(app);
const server = await sell({ plan: { prices: [rupiah('monthly', 200_000, 100_000)] } });
const lines = [planLine(server.plan, { discount: { percent: 1_000, amount: null, periods: 3 } }), freeLine()];

async function expectSoundOffers(): Promise<void> {
  for (const { name, violations } of offers.invariants!)
    expect(await app.ctx.read((db) => violations(db, 5)), name).toEqual([]);
}

test('a draft is seen by staff alone, is edited, and is sent at the prices of that moment with a number', async () => {
  const client = await buildOrganization(app);
  const preview = await writer.post(`${base}/preview`, { client: client.id, currency: 'IDR', lines });
  expect(preview.body).toMatchObject({
    plans: [{ en: 'Server · Small' }],
    subtotal: { amount: 780_000 },
    later: [{ cycle: 'monthly', afterwards: { periods: 3 } }],
  });
  const draft = (await writer.post<StaffOffer>(base, bodyOf(client.id, lines))).body;
  expect(draft).toMatchObject({ state: 'draft', number: null, total: preview.body.total });
  expect((await client.owner.get(client.at(`/offers/${draft.id}`))).status).toBe(404);
  expect((await client.owner.get(client.at(`/offers/${draft.id}/document`))).status).toBe(404);
  const body = bodyOf(client.id, [freeLine()], { title: 'Smaller' });
  const edited = await writer.put<StaffOffer>(`${base}/${draft.id}`, body, { version: draft.version });
  expect(edited.body).toMatchObject({ title: 'Smaller' });
  expect((await writer.put(`${base}/${draft.id}`, body, { version: draft.version })).status).toBe(412);
  const sent = (await writer.post<StaffOffer>(`${base}/${draft.id}/send`, undefined)).body;
  expect(sent.number).toMatch(/^OFF-2026-\d{4}$/);
  expect((await writer.put(`${base}/${draft.id}`, body, { version: sent.version })).status).toBe(409);
  await app.settle();
  const mail = app.ports.sent.findLast((one) => one.to.address === client.owner.email)!;
  expect(mail.subject).toContain(sent.number);
  expect(mail.text).toContain(`/o/${client.slug}/offers/${draft.id}`);
  const { items } = (await client.owner.get(client.at('/offers'))).body;
  expect(items).toMatchObject([{ id: draft.id, state: 'sent' }]);
  for (const lang of ['id', 'en']) {
    const paper = await client.owner.get(client.at(`/offers/${draft.id}/document?lang=${lang}`));
    expect(paper.headers['content-type']).toBe('application/pdf');
  }
});

test('accepted, it becomes an order and an invoice of exactly what was shown, whatever the catalog says by then', async () => {
  const client = await buildOrganization(app);
  const { id, shown } = await send(client.id, lines);
  const plan = (await operator.get(`/api/console/catalog/products/${server.id}`)).body.plans[0];
  const dearer = { prices: [rupiah('monthly', 900_000, 100_000)] };
  await operator.patch(`/api/console/catalog/plans/${server.plan}`, plan.version, dearer);
  const accepted = await accept(client, id);
  expect(accepted.body, accepted.text).toMatchObject({ state: 'accepted', signature: 'Rina Wijaya' });
  const order = await show(client, accepted.body.orderId!);
  expect(order.total).toEqual(shown!.total);
  expect(order.items[0]!.discounts).toMatchObject([{ percent: 1_000, amount: 20_000, setup: false }]);
  const desk = (await operator.get(`/api/console/orders/${order.id}`)).body;
  expect(desk.items).toEqual(order.items);
  const invoice = (await client.owner.get(client.at(`/invoices/${order.invoice!.id}`))).body;
  expect(invoice.total).toEqual(shown!.total);
  expect(invoice.lines.map((line: { net: object }) => line.net)).toEqual(shown!.lines.map(({ net }) => net));
  expect(invoice.lines[0]).toMatchObject({
    discount: { amount: 20_000 },
    why: { price: { from: 'quote' }, discounts: [{ percent: 1_000 }] },
  });
  await pay(client, order.invoice!.id);
  const { items } = (await client.owner.get(client.at('/services'))).body;
  const next = await client.owner.get(client.at(`/services/${items[0].id}/next-invoice`));
  expect(next.body.next).toMatchObject({ total: shown!.later[0]!.total, discounts: [{ percent: 1_000 }] });
  const again = await accept(client, id);
  expect(again.body).toMatchObject({ code: 'offer_over' });
  await app.settle();
  expect(
    app.ports.sent.some(({ to, subject }) => to.address === writer.email && subject.includes('accepted')),
  ).toBe(true);
  await operator.patch(`/api/console/catalog/plans/${server.plan}`, plan.version + 1, {
    prices: [rupiah('monthly', 200_000, 100_000)],
  });
  await expectSoundOffers();
  await expectSoundBooks(app);
});

test('pressed by many at once it is accepted once', async () => {
  const client = await buildOrganization(app);
  const { id } = await send(client.id, lines);
  const answers = await Promise.all([1, 2, 3, 4].map(() => accept(client, id)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await client.owner.get(client.at('/orders'))).body.items).toHaveLength(1);
});

test('what was sent cannot be changed, not even in the database', async () => {
  const client = await buildOrganization(app);
  const { id } = await send(client.id, lines);
  const change = app.app.pool.query('update offers.offers set total = total - 1 where id = $1', [id]);
  await expect(change).rejects.toThrow(/not changed/);
});

test('free words alone become an invoice; above the limit it takes somebody else', async () => {
  const client = await buildOrganization(app);
  const { id, total } = await send(client.id, [freeLine({ quantity: 2 })]);
  const buyer = await buildMember(app, client, 'technical', { limit: 1_000n });
  expect((await accept(client, id, buyer)).body).toMatchObject({ code: 'beyond_your_limit' });
  const accepted = (await accept(client, id)).body;
  expect(accepted).toMatchObject({ state: 'accepted', orderId: null });
  const invoice = (await client.owner.get(client.at(`/invoices/${accepted.invoiceId}`))).body;
  expect(invoice).toMatchObject({ kind: 'manual', total });
});

test('above the limit, what becomes an order waits for an approver', async () => {
  const client = await buildOrganization(app);
  const { id, total } = await send(client.id, lines);
  const buyer = await buildMember(app, client, 'technical', { limit: 1_000n });
  const accepted = (await accept(client, id, buyer)).body;
  const order = await show(client, accepted.orderId!);
  expect(order).toMatchObject({ status: 'awaiting_approval', total });
  const approved = await client.owner.post(client.at(`/orders/${accepted.orderId}/approve`), undefined);
  expect(approved.body).toMatchObject({ status: 'pending_payment', total });
});

test('a revision keeps the number and replaces what was sent; a copy is an offer of its own', async () => {
  const client = await buildOrganization(app);
  const first = await send(client.id, lines);
  const revised = (await writer.post<StaffOffer>(`${base}/${first.id}/revise`, undefined)).body;
  expect(revised).toMatchObject({ state: 'draft', revision: 2, revises: first.id });
  expect((await see(client, first.id)).can.accept).toBe(true);
  const sent = (await writer.post<StaffOffer>(`${base}/${revised.id}/send`, undefined)).body;
  expect(sent).toMatchObject({ number: first.number, revision: 2 });
  expect((await see(client, first.id)).can.accept).toEqual({ no: 'offer_replaced' });
  expect((await accept(client, first.id)).status).toBe(409);
  const copy = (await writer.post<StaffOffer>(`${base}/${first.id}/duplicate`, undefined)).body;
  expect(copy).toMatchObject({ revision: 1, revises: null });
  expect((await writer.delete(`${base}/${copy.id}`)).status).toBe(204);
  expect((await writer.get(`${base}/${copy.id}`)).status).toBe(404);
});

test('declined with a reason, withdrawn, or after its last day: it is over', async () => {
  const client = await buildOrganization(app);
  const one = await send(client.id, lines);
  const declined = await client.owner.post(client.at(`/offers/${one.id}/decline`), { reason: 'Too dear.' });
  expect(declined.body).toMatchObject({ state: 'declined', reason: 'Too dear.' });
  const two = await send(client.id, lines);
  await writer.post(`${base}/${two.id}/withdraw`, undefined);
  expect((await accept(client, two.id)).body).toMatchObject({ code: 'offer_over' });
  const { sums } = (await writer.get(`${base}/pipeline`)).body;
  expect(sums.find((sum: { state: string }) => sum.state === 'declined')).toMatchObject({ count: 1 });
});

test('somebody new: the person of the address, once it is proven, takes it to their organization', async () => {
  const email = 'baru@example.com';
  const prospect = { name: 'Budi', email, locale: 'id' };
  const sent = await send(null, lines, { prospect });
  await app.settle();
  const mail = app.ports.sent.findLast((one) => one.to.address === email)!;
  expect(mail.text).toContain('/offer#token=');
  const stranger = await buildPerson(app);
  expect((await stranger.get<MyOffers>('/api/me/offers')).body.items).toEqual([]);
  const budi = await buildPerson(app, { email });
  expect((await budi.get<MyOffers>('/api/me/offers')).body.items).toMatchObject([{ id: sent.id, into: [] }]);
  const client = await buildOrganization(app);
  expect(
    (await client.owner.post(`/api/me/offers/${sent.id}/take`, { organization: client.id })).status,
  ).toBe(404);
  const take = () => budi.post(`/api/me/offers/${sent.id}/take`, { organization: client.id });
  expect((await take()).status).toBe(404);
  await app.ctx.transact((tx) =>
    addMember(tx, {
      organization: client.id,
      person: budi.id,
      role: 'finance',
      narrowing: { services: null, limit: null, until: null },
    }),
  );
  expect((await take()).body).toEqual({ slug: client.slug });
  expect((await take()).status).toBe(404);
  expect((await accept(client, sent.id, budi)).body).toMatchObject({ state: 'accepted' });
});

test('colleagues without the right, other organizations and support do not answer or write', async () => {
  const client = await buildOrganization(app);
  const { id } = await send(client.id, lines);
  const viewer = await buildMember(app, client, 'viewer');
  expect((await viewer.get(client.at(`/offers/${id}`))).body.can.accept).toEqual({ no: 'your_role' });
  expect((await accept(client, id, viewer)).status).toBe(404);
  const other = await buildOrganization(app);
  expect((await other.owner.get(other.at(`/offers/${id}`))).status).toBe(404);
  const support = await buildStaff(app, 'support');
  expect((await support.get(`${base}/${id}`)).status).toBe(200);
  expect((await support.post(`${base}/${id}/withdraw`, undefined)).status).toBe(404);
});

test('a question about an offer opens a ticket that names it, for clients and staff; one of somebody else is refused', async () => {
  const client = await buildOrganization(app);
  const { id, number, title } = await send(client.id, [freeLine()]);
  const ask = (of: typeof client) =>
    of.owner.post(of.at('/tickets'), {
      subject: `About ${number}`,
      text: 'Is setting up in it?',
      offerId: id,
    });
  const asked = await ask(client);
  expect(asked.status, asked.text).toBe(201);
  const offer = { id, number, title };
  const ticket = (await client.owner.get(client.at(`/tickets/${asked.body.id}`))).body;
  expect(ticket).toMatchObject({ offer, queue: { name: 'billing' } });
  const support = await buildStaff(app, 'support');
  expect((await support.get(`/api/console/tickets/${asked.body.id}`)).body).toMatchObject({ offer });
  const wrong = await ask(await buildOrganization(app));
  expect(wrong).toMatchObject({ status: 422, body: { code: 'unknown_link', fields: [{ path: 'offerId' }] } });
});

test('a new offer holds for as long as the settings say, and its rules name the field that is wrong', async () => {
  const administrator = await buildStaff(app, 'administrator');
  const at = '/api/console/settings/offers.rules';
  const { value, version } = (await administrator.get(at)).body;
  const wrong = await administrator.put(at, { value: { ...value, timeZone: 'Jakarta' } }, { version });
  expect(wrong).toMatchObject({ status: 400, body: { fields: [{ path: 'value.timeZone' }] } });
  const set = await administrator.put(at, { value: { ...value, validDays: 30 } }, { version });
  expect(set.status).toBe(200);
  expect((await writer.get(at)).body.value.validDays).toBe(30);
  const client = await buildOrganization(app);
  const { id } = await send(client.id, [freeLine()]);
  const copy = (await writer.post<StaffOffer>(`${base}/${id}/duplicate`, undefined)).body;
  const today = dateIn(value.timeZone, app.clock.now());
  expect(copy.validUntil).toBe(addDays(today, 30));
});

test('what is for existing clients alone is offered to those with a service, and to nobody else', async () => {
  const extra = await sell({ product: { existingClientsOnly: true } });
  const slugsFor = async (client: string) => {
    const { groups } = (await writer.get(`${base}/goods?currency=IDR${client}`)).body;
    return groups.flatMap(({ products }: { products: { slug: string }[] }) =>
      products.map(({ slug }) => slug),
    );
  };
  const client = await buildOrganization(app);
  const only = `&client=${client.id}`;
  expect(await slugsFor('')).not.toContain(extra.slug);
  expect(await slugsFor(only)).not.toContain(extra.slug);
  const refused = await writer.post(base, bodyOf(client.id, [planLine(extra.plan)]));
  expect(refused.body).toMatchObject({ code: 'existing_clients_only' });
  await buildActiveService(app, client, {});
  expect(await slugsFor(only)).toContain(extra.slug);
  expect((await writer.get(`${base}/goods/${extra.slug}?currency=IDR${only}`)).body.plans).toHaveLength(1);
  expect((await send(client.id, [planLine(extra.plan)])).state).toBe('sent');
});

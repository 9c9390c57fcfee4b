import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { mailedToken } from '../../../test/kit/mail.ts';
import { buildPerson } from '../../../test/kit/people.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import { expectSoundBooks } from '../../billing/test/world.ts';
import { rupiah } from '../../catalog/test/goods.ts';
import type { MyOffers } from '../../offers/contract.ts';
import { freeLine, planLine, setDesk } from '../../offers/test/scene.ts';
import { pageOf } from '../../payments/test/world.ts';
import type { LookedUp, OpenedOffer } from '../contract.ts';
import { setStore } from './orders-world.ts';
import { mailsTo } from './world.ts';

const app = await createTestApp();
const { sell, byCode } = await setStore(app);
const { send, writer } = await setDesk(app);
const server = await sell({ plan: { prices: [rupiah('monthly', 200_000, 100_000)] } });
const lines = [planLine(server.plan, { discount: { percent: 1_000, amount: null, periods: 3 } }), freeLine()];

async function offerTo(email: string, what: object[] = lines) {
  const sent = await send(null, what, { prospect: { name: 'Sari Dewi', email, locale: 'id' } });
  await app.settle();
  return { ...sent, token: await mailedToken(app, email) };
}
const open = (token: string) => app.stranger.post<OpenedOffer>('/api/guest-offers/open', { token });
async function accept(token: string, over: object = {}) {
  const { offer } = (await open(token)).body;
  const body = { token, name: 'Sari Dewi', expectedTotal: offer.total.amount, termsVersion: null, ...over };
  return app.stranger.post<OpenedOffer>('/api/guest-offers/accept', body);
}

test('by its mailed link a guest reads an offer, accepts it, pays it by number and code, and claims it later', async () => {
  const email = 'sari@example.com';
  const { id, number, token, shown } = await offerTo(email);
  const mail = mailsTo(app, email).at(-1)!;
  expect(mail.text).toContain(`/offer#token=${token}`);
  const opened = (await open(token)).body;
  expect(opened).toMatchObject({ email, placed: null, offer: { id, number, shown, can: { accept: true } } });
  expect(JSON.stringify(opened)).not.toContain('provisioner');
  const paper = await app.stranger.post('/api/guest-offers/document', { token, lang: 'id' });
  expect(paper.headers['content-type']).toBe('application/pdf');

  expect((await accept(token, { expectedTotal: 1 })).body).toMatchObject({ code: 'offer_stale' });
  const accepted = await accept(token);
  expect(accepted.body, accepted.text).toMatchObject({
    offer: { state: 'accepted', signature: 'Sari Dewi' },
  });
  const placed = accepted.body.placed!;
  await app.settle();
  expect(mailsTo(app, email).at(-1)!.text).toContain(placed.code);
  expect(
    app.ports.sent.some(({ to, subject }) => to.address === writer.email && subject.includes(number!)),
  ).toBe(true);

  const { bill } = (await byCode(placed)).body;
  expect(bill!.pay!.amount).toEqual(shown!.total);
  const how = { invoice: bill!.pay!.invoice, gateway: 'sandbox', method: 'qris' };
  const started = await byCode<LookedUp>(placed, '/pay', how);
  await app.ports.sandbox.submit(pageOf(started.body.bill!.pay!.open!), 'scan');
  await app.ports.sandbox.flush();
  await app.settle();
  expect((await byCode(placed)).body).toMatchObject({ paid: true });

  const sari = await buildPerson(app, { email });
  expect((await sari.get<MyOffers>('/api/me/offers')).body.items).toEqual([]);
  const { items } = (await sari.get('/api/me/guests')).body;
  expect(items).toMatchObject([{ whole: true, orders: [{ number: placed.number }] }]);
  const claimed = await sari.post<{ slug: string }>(`/api/me/guests/${items[0].id}/claim`, { into: null });
  expect(claimed.status, claimed.text).toBe(200);
  const mine = (await sari.get(`/api/organizations/${items[0].id}/offers/${id}`)).body;
  expect(mine).toMatchObject({ state: 'accepted', orderId: accepted.body.offer.orderId });
  expect((await open(token)).body).toMatchObject({ code: 'unknown_guest_link' });
  await expectSoundBooks(app);
});

test('pressed by many at once it is one order; whoever presses again is shown it', async () => {
  const { token } = await offerTo('dobel@example.com');
  const answers = await Promise.all([1, 2, 3].map(() => accept(token)));
  const numbers = answers.flatMap(({ body }) => (body.placed ? [body.placed.number] : []));
  expect(new Set(numbers).size).toBe(1);
  expect((await accept(token)).body.placed!.number).toBe(numbers[0]);
});

test('declined with a reason, it is told to who wrote it and cannot be accepted', async () => {
  const { id, token } = await offerTo('tidak@example.com');
  const declined = await app.stranger.post('/api/guest-offers/decline', { token, reason: 'Terlalu mahal.' });
  expect(declined.body, declined.text).toMatchObject({
    offer: { state: 'declined', reason: 'Terlalu mahal.' },
  });
  expect((await accept(token)).body).toMatchObject({ code: 'offer_over' });
  expect((await writer.get(`/api/console/offers/${id}`)).body).toMatchObject({ state: 'declined' });
  await app.settle();
  expect(app.ports.sent.findLast(({ to }) => to.address === writer.email)!.text).toContain('Terlalu mahal.');
});

test('free words alone, and what is not sold to guests, can be read and take an account to accept', async () => {
  const only = await sell({ product: { needsAccount: true } });
  for (const [index, what] of [[freeLine()], [planLine(only.plan)]].entries()) {
    const { token } = await offerTo(`akun-${index}@example.com`, what);
    expect((await open(token)).body.offer.can).toEqual({ accept: { no: 'account_needed' }, decline: true });
    expect((await accept(token)).body).toMatchObject({ code: 'account_needed' });
  }
});

test('a link of nothing, of what was taken into an account, and of long ago opens nothing', async () => {
  expect((await open('x'.repeat(43))).body).toMatchObject({ code: 'unknown_guest_link' });
  const email = 'punya@example.com';
  const { id, token } = await offerTo(email);
  const owner = await buildPerson(app, { email });
  const made = await owner.post<{ id: string }>('/api/organizations', {
    name: 'Punya',
    country: 'ID',
    currency: 'IDR',
  });
  expect(made.status, made.text).toBe(201);
  expect((await owner.post(`/api/me/offers/${id}/take`, { organization: made.body.id })).status).toBe(200);
  expect((await open(token)).body).toMatchObject({ code: 'unknown_guest_link' });
  const other = await offerTo('lama@example.com', lines);
  await app.app.pool.query('alter table offers.offers disable trigger keep_what_was_sent');
  await app.app.pool.query(`update offers.offers set valid_until = '2020-01-01' where id = $1`, [other.id]);
  await app.app.pool.query('alter table offers.offers enable trigger keep_what_was_sent');
  expect((await open(other.token)).body).toMatchObject({ code: 'unknown_guest_link' });
});

test('an offer to a guest of before goes to that guest; a reminder brings the same link', async () => {
  const email = 'lagi@example.com';
  const first = await offerTo(email);
  const { number } = (await accept(first.token)).body.placed!;
  const { rows } = await app.app.pool.query<{ id: string }>(
    'select organization_id as id from orders.orders where number = $1',
    [number],
  );
  const sent = await send(rows[0]!.id, lines, {
    validUntil: addDays(dateIn('Asia/Jakarta', app.clock.now()), 5),
  });
  const token = await mailedToken(app, email);
  expect(token).not.toBe(first.token);
  expect((await open(token)).body).toMatchObject({ email, offer: { id: sent.id } });
  await app.clock.advance({ days: 3 });
  await app.sweep('offers.follow-offers');
  await app.settle();
  const reminded = mailsTo(app, email).at(-1)!;
  expect(reminded.subject).toContain('berakhir');
  expect(reminded.text).toContain(`/offer#token=${token}`);
  const again = (await accept(token)).body.placed!;
  expect((await byCode(again)).body.number).toBe(again.number);
});

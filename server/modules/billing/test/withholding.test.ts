import { beforeAll, expect, test } from 'vitest';
import { writeSetting } from '../../../kernel/settings.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { reversePayment, voidInvoice } from '../index.ts';
import { seller } from '../settings.ts';
import type { Statement } from '../statement-contract.ts';
import { taxTerms } from '../tax-settings.ts';
import { expectSoundBooks, issue, mailsTo, newPayment, receive } from './world.ts';

const app = await createTestApp();
const finance = await buildStaff(app, 'finance');
let client: TestOrganization;

beforeAll(async () => {
  client = await buildOrganization(app, { name: 'PT Kopi Tiga Gunung' });
  await client.owner.patch(client.at(''), 1, { taxId: '0012345678901000' });
  await app.ctx.transact(async (tx) => {
    await writeSetting(
      tx,
      taxTerms,
      { ...taxTerms.default, registered: [{ from: '2020-01-01', until: null }] },
      0,
    );
    await writeSetting(tx, seller, { ...seller.default, name: 'PT Contoh', taxId: '0098765432017000' }, 0);
  });
});

const line = {
  serviceId: null,
  description: { id: 'Jasa', en: 'Work' },
  period: null,
  quantity: 1,
  taxable: true,
};

async function bill(to = client, unitPrice = 10_000_000n) {
  const id = await issue(app, to, { lines: [{ ...line, unitPrice }] });
  await app.settle();
  return id;
}
const withhold = (id: string, kinds = ['income'], who = client.owner, to = client) =>
  who.post(to.at(`/invoices/${id}/withholdings`), { kinds });
const show = async (id: string) => (await client.owner.get(client.at(`/invoices/${id}`))).body;
const pdf = Buffer.from('%PDF-1.7\n%%EOF\n');
const slip = async (id: string, over: object = {}, body = pdf, to = client, who = client.owner) => {
  const asked = { number: 'BP-23-0001', on: '2026-03-05', amount: '200000', name: 'bukti.pdf', ...over };
  const answer = await app.app.http.inject({
    method: 'POST',
    url: to.at(`/withholdings/${id}/slip?${new URLSearchParams(asked as Record<string, string>)}`),
    headers: { cookie: who.cookie!, 'content-type': 'application/octet-stream' },
    payload: body,
  });
  return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
};

test('what is withheld settles its part; the rest is paid, and the slip proves it', async () => {
  const id = await bill();
  const offered = (await client.owner.get(client.at(`/invoices/${id}/withholdings`))).body;
  expect(offered).toMatchObject({
    items: [],
    offers: [{ kind: 'income', base: { amount: 10_000_000 }, percent: 2, amount: { amount: 200_000 } }],
    can: { withhold: true },
  });
  const first = await client.owner.post(
    client.at(`/invoices/${id}/withholdings`),
    { kinds: ['income'] },
    { key: 'the-same-key' },
  );
  const again = await client.owner.post(
    client.at(`/invoices/${id}/withholdings`),
    { kinds: ['income'] },
    { key: 'the-same-key' },
  );
  expect([first.status, again.body]).toEqual([201, first.body]);
  expect((await withhold(id)).body.code).toBe('already_withheld');
  expect(await show(id)).toMatchObject({ balance: { amount: 10_900_000 }, status: 'due' });
  await receive(app, client, id, 10_900_000n);
  await app.settle();
  expect(await show(id)).toMatchObject({ status: 'paid', balance: { amount: 0 } });

  const [{ id: withholding }] = first.body.items;
  expect((await slip(withholding, { amount: '199999' })).body.code).toBe('slip_amount_differs');
  expect((await slip(withholding, {}, Buffer.from('hello'))).body.code).toBe('slip_type_refused');
  expect((await slip(withholding)).status).toBe(204);
  expect((await slip(withholding)).status).toBe(409);
  const list = (await finance.get('/api/console/withholdings?state=submitted')).body;
  expect(list.items).toMatchObject([
    { state: 'submitted', slip: { number: 'BP-23-0001' }, client: { name: 'PT Kopi Tiga Gunung' } },
  ]);
  const file = await finance.get(`/api/console/withholdings/${withholding}/slip`);
  expect([file.headers['content-type'], file.text]).toEqual(['application/pdf', pdf.toString()]);
  expect((await finance.post(`/api/console/withholdings/${withholding}/accept`, {})).status).toBe(204);
  expect((await finance.post(`/api/console/withholdings/${withholding}/accept`, {})).status).toBe(409);
  expect((await finance.get('/api/console/withholdings')).body.items).toEqual([]);
  const statement = (await client.owner.get<Statement>(client.at('/statement'))).body;
  expect(statement.items.map(({ kind }) => kind)).toContain('tax_withheld');
  await expectSoundBooks(app);
});

test('a slip that is not in order is asked for again; one that never comes is chased, and the sum is owed again', async () => {
  const id = await bill();
  const [{ id: withholding }] = (await withhold(id)).body.items;
  await receive(app, client, id, 10_900_000n);
  await slip(withholding);
  const reason = 'The number is not legible.';
  expect((await finance.post(`/api/console/withholdings/${withholding}/refuse`, { reason })).status).toBe(
    204,
  );
  await app.settle();
  expect(mailsTo(app, client.owner)).toContainEqual(expect.stringContaining('needs a correction'));
  const items = async () => (await client.owner.get(client.at(`/invoices/${id}/withholdings`))).body.items;
  expect(await items()).toMatchObject([{ state: 'awaiting', refusedBecause: reason }]);

  const chases = () =>
    mailsTo(app, client.owner).filter((subject) => subject.includes('still need the withholding slip'))
      .length;
  const pass = async (days: number) => {
    await app.clock.advance({ days });
    await app.sweep('billing.chase-slips');
    await app.settle();
  };
  await pass(29);
  expect(chases()).toBe(0);
  await pass(2);
  await pass(1);
  expect(chases()).toBe(1);
  await pass(13);
  expect(chases()).toBe(2);
  expect((await show(id)).status).toBe('paid');
  await pass(110);
  expect(await items()).toMatchObject([{ state: 'reopened' }]);
  expect(await show(id)).toMatchObject({ balance: { amount: 200_000 }, can: { pay: true } });
  expect(mailsTo(app, client.owner).some((subject) => subject.includes('is to be paid'))).toBe(true);
  await receive(app, client, id, 200_000n);
  expect((await show(id)).status).toBe('paid');
  await expectSoundBooks(app);
});

test('a treasurer keeps back the VAT as well', async () => {
  const office = await buildOrganization(app, { name: 'Dinas Kominfo' });
  const profile = (await finance.get(`/api/console/clients/${office.id}/tax-profile`)).body;
  await finance.put(
    `/api/console/clients/${office.id}/tax-profile`,
    { kind: 'treasurer', legal: profile.legal, reference: '' },
    { headers: { 'if-match': '"0"' } },
  );
  const id = await bill(office);
  expect((await withhold(id, ['income', 'vat'], office.owner, office)).status).toBe(201);
  const { body } = await office.owner.get(office.at(`/invoices/${id}`));
  expect(body).toMatchObject({ total: { amount: 11_100_000 }, balance: { amount: 9_800_000 } });
  await expectSoundBooks(app);
});

test('what was withheld is no credit: not when a payment bounces, not when the invoice is taken back', async () => {
  const other = await buildOrganization(app, { name: 'CV Rempah' });
  await other.owner.patch(other.at(''), 1, { taxId: '0022345678901000' });
  const id = await bill(other);
  await withhold(id, ['income'], other.owner, other);
  const payment = newPayment();
  await receive(app, other, id, 10_900_000n, { payment });
  await app.ctx.transact((tx) => reversePayment(tx, { organization: other.id, payment, reason: 'Bounced' }));
  expect((await other.owner.get(other.at(`/invoices/${id}`))).body.balance.amount).toBe(10_900_000);
  await app.ctx.transact((tx) => voidInvoice(tx, { organization: other.id, invoice: id, reason: 'Wrong' }));
  await app.settle();
  expect((await other.owner.get(other.at('/credit'))).body.credit).toBe(0);
  expect((await other.owner.get(other.at('/balance?on=2030-01-01'))).body).toMatchObject({ owed: 0 });
  await expectSoundBooks(app);
});

test('consumers, strangers and those without the right withhold nothing', async () => {
  const consumer = await buildOrganization(app, { name: 'Larasati' });
  const theirs = await bill(consumer);
  expect((await withhold(theirs, ['income'], consumer.owner, consumer)).body.code).toBe(
    'nothing_to_withhold',
  );
  const id = await bill();
  const viewer = await buildMember(app, client, 'viewer');
  expect((await withhold(id, ['income'], viewer)).status).toBe(404);
  expect((await withhold(id, ['income'], consumer.owner)).status).toBe(404);
  expect(
    (await consumer.owner.post(consumer.at(`/invoices/${id}/withholdings`), { kinds: ['income'] })).status,
  ).toBe(404);
  expect((await withhold(id, [])).status).toBe(400);
  expect((await app.stranger.get(client.at(`/invoices/${id}/withholdings`))).status).toBe(401);
  const [{ id: withholding }] = (await withhold(id)).body.items;
  expect((await slip(withholding, {}, pdf, consumer, consumer.owner)).status).toBe(404);
  expect((await consumer.owner.get(consumer.at(`/withholdings/${withholding}/slip`))).status).toBe(404);
});

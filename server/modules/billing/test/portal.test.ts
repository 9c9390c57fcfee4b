import { beforeAll, expect, test } from 'vitest';

import { writeSetting } from '../../../kernel/settings.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization } from '../../../test/kit/people.ts';
import type { Statement } from '../statement-contract.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { setPaymentPending, voidInvoice } from '../index.ts';
import { invoicing } from '../settings.ts';
import { expectSoundBooks, issue, receive } from './world.ts';

const app = await createTestApp();
let organization: TestOrganization;
let other: TestOrganization;
let paid: Id<'invoice'>;
let due: Id<'invoice'>;
let withdrawn: Id<'invoice'>;

beforeAll(async () => {
  organization = await buildOrganization(app, { name: 'Kopi Tiga Gunung' });
  other = await buildOrganization(app);
  paid = await issue(app, organization, { amount: 250_000n });
  await receive(app, organization, paid, 250_000n);
  await app.settle();
  await app.clock.advance({ days: 1 });
  withdrawn = await issue(app, organization, { amount: 10_000n });
  await app.ctx.transact((tx) =>
    voidInvoice(tx, { organization: organization.id, invoice: withdrawn, reason: 'Wrong client' }),
  );
  await app.settle();
  await app.clock.advance({ days: 1 });
  due = await issue(app, organization, { amount: 1_000_000n });
  await app.settle();
});

const read = (path: string) => organization.owner.get(organization.at(path));
const ids = (answer: { body: { items: { id: string }[] } }) => answer.body.items.map(({ id }) => id);

test('the list is newest first, in pages, with what may be done', async () => {
  const all = await read('/invoices');
  expect(all.status).toBe(200);
  expect(ids(all)).toEqual([due, withdrawn, paid]);
  expect(all.body.items[0]).toMatchObject({
    number: 'INV/2026/000003',
    status: 'due',
    issuedOn: '2026-03-04',
    dueOn: '2026-03-11',
    title: { en: 'Consulting' },
    balance: { amount: 1_000_000, currency: 'IDR' },
    can: { pay: true, download: true },
  });
  expect(all.body.items[1]).toMatchObject({
    status: 'void',
    balance: { amount: 0 },
    can: { pay: { no: 'invoice_void' } },
  });
  expect(all.body.items[2]).toMatchObject({ status: 'paid', can: { pay: { no: 'already_paid' } } });
  const first = await read('/invoices?limit=2');
  expect(ids(first)).toEqual([due, withdrawn]);
  const second = await read(`/invoices?limit=2&after=${first.body.next}`);
  expect([ids(second), second.body.next]).toEqual([[paid], null]);
  expect((await read('/invoices?limit=3')).body.next).toBeNull();
});

test('filters by state, days, sum and number', async () => {
  expect(ids(await read('/invoices?status=paid'))).toEqual([paid]);
  expect(ids(await read('/invoices?status=open'))).toEqual([due]);
  expect(ids(await read('/invoices?status=overdue'))).toEqual([]);
  expect(ids(await read('/invoices?from=2026-03-03&to=2026-03-03'))).toEqual([withdrawn]);
  expect(ids(await read('/invoices?min=200000&max=300000'))).toEqual([paid]);
  expect(ids(await read('/invoices?q=INV/2026/000003'))).toEqual([due]);
  expect(ids(await read('/invoices?q=%233'))).toEqual([due]);
  expect(ids(await read('/invoices?q=nothing'))).toEqual([]);
  for (const bad of ['status=late', 'from=2026-02-30', 'min=-1', 'after=x', 'limit=500'])
    expect((await read(`/invoices?${bad}`)).status, bad).toBe(400);
});

test('an invoice shows its lines, what has paid it and its receipts', async () => {
  const { body } = await read(`/invoices/${paid}`);
  expect(body).toMatchObject({
    number: 'INV/2026/000001',
    buyer: { name: 'Kopi Tiga Gunung' },
    lines: [{ description: { id: 'Konsultasi' }, quantity: 1, unitPrice: { amount: 250_000 }, period: null }],
    allocations: [{ amount: { amount: 250_000 }, releasedAt: null }],
    receipts: [{ number: 'KW/2026/000001', method: 'Virtual account', amount: { amount: 250_000 } }],
    can: { pay: { no: 'already_paid' }, applyCredit: { no: 'already_paid' } },
  });
  expect(body.receipts[0].id).toBe(body.allocations[0].receiptId);
  expect((await read(`/invoices/${due}`)).body.can).toMatchObject({
    pay: true,
    applyCredit: { no: 'no_credit' },
  });
});

test('a pending payment shows, and holds the next one off', async () => {
  const key = { organization: organization.id, invoice: due };
  await app.ctx.transact((tx) => setPaymentPending(tx, { ...key, pending: true }));
  expect((await read(`/invoices/${due}`)).body).toMatchObject({
    status: 'pending',
    can: { pay: { no: 'payment_pending' } },
  });
  const refused = await organization.owner.post(organization.at(`/invoices/${due}/credit`), {});
  expect(refused).toMatchObject({ status: 409, body: { code: 'payment_pending' } });
  await app.ctx.transact((tx) => setPaymentPending(tx, { ...key, pending: false }));
  expect((await read(`/invoices/${due}`)).body.status).toBe('due');
});

test('the papers are PDFs in both languages', async () => {
  const invoice = await read(`/invoices/${due}/document?lang=id`);
  expect(invoice.headers['content-type']).toBe('application/pdf');
  expect(invoice.headers['content-disposition']).toContain('INV-2026-000003.pdf');
  const receipts = (await read(`/invoices/${paid}`)).body.receipts;
  const receipt = await read(`/receipts/${receipts[0].id}/document?lang=en`);
  expect(receipt.headers['content-disposition']).toContain('KW-2026-000001.pdf');
  expect(receipt.status).toBe(200);
  expect((await other.owner.get(other.at(`/receipts/${receipts[0].id}/document`))).status).toBe(404);
  expect((await other.owner.get(other.at(`/invoices/${due}/document`))).status).toBe(404);
});

test('nobody sees or touches the money of others', async () => {
  const technical = await buildMember(app, organization, 'technical');
  const finance = await buildMember(app, organization, 'finance');
  const paths = [
    '/invoices',
    `/invoices/${due}`,
    '/billing-summary',
    '/statement',
    '/credit',
    '/balance?on=2026-03-04',
  ];
  for (const path of paths) {
    expect((await technical.get(organization.at(path))).status, path).toBe(404);
    expect((await finance.get(organization.at(path))).status, path).toBe(200);
    expect((await other.owner.get(organization.at(path))).status, path).toBe(404);
    expect((await app.stranger.get(organization.at(path))).status, path).toBe(401);
  }
  expect((await other.owner.get(other.at(`/invoices/${due}`))).status).toBe(404);
  expect((await other.owner.post(other.at(`/invoices/${due}/credit`), {})).status).toBe(404);
  expect((await technical.post(organization.at(`/invoices/${due}/credit`), {})).status).toBe(404);
  expect(ids(await other.owner.get(other.at('/invoices')))).toEqual([]);
});

test('the statement says how each balance came to be', async () => {
  const { body } = await read('/statement');
  expect(body).toMatchObject({ currency: 'IDR', opening: 0, closing: 1_000_000, next: null });
  const lines = body.items
    .toReversed()
    .map((item: Statement['items'][number]) => [item.on, item.kind, item.change, item.balance]);
  expect(lines).toEqual([
    ['2026-03-02', 'invoice_issued', 250_000, 250_000],
    ['2026-03-02', 'payment_received', -250_000, 0],
    ['2026-03-03', 'invoice_issued', 10_000, 10_000],
    ['2026-03-03', 'invoice_voided', -10_000, 0],
    ['2026-03-04', 'invoice_issued', 1_000_000, 1_000_000],
  ]);
  const part = (await read('/statement?from=2026-03-03&to=2026-03-03&limit=1')).body;
  expect(part).toMatchObject({ opening: 0, closing: 0, items: [{ change: -10_000 }] });
  const rest = (await read(`/statement?from=2026-03-03&to=2026-03-03&limit=1&after=${part.next}`)).body;
  expect(rest).toMatchObject({ items: [{ change: 10_000 }], next: null });
  expect((await read('/balance?on=2026-03-03')).body).toMatchObject({ owed: 0, credit: 0 });
  expect((await read('/balance?on=2026-03-04')).body).toMatchObject({ owed: 1_000_000 });
  expect((await read('/balance?on=2025-01-01')).body).toMatchObject({ owed: 0 });
  const file = await read('/statement/file?lang=id');
  expect(file.headers['content-type']).toContain('text/csv');
  expect(file.text.split('\r\n').slice(0, 4)).toEqual([
    '\ufeffTanggal,Keterangan,Nomor,Debit,Kredit,Saldo,Mata uang',
    ',Saldo awal,,,,0,IDR',
    '2026-03-02,Tagihan,INV/2026/000001,250000,,250000,IDR',
    '2026-03-02,Pembayaran,KW/2026/000001,,250000,0,IDR',
  ]);
});

test('credit pays once, however many ask for it at the same time', async () => {
  const client = await buildOrganization(app);
  await app.ctx.transact((tx) =>
    writeSetting(tx, invoicing, { ...invoicing.default, creditAutomatically: false }, 0),
  );
  await receive(app, client, null, 100_000n);
  const invoices = await Promise.all([1, 2, 3].map(() => issue(app, client, { amount: 80_000n })));
  await app.settle();
  const asked = await Promise.all(
    Array.from({ length: 16 }, (_, index) =>
      client.owner.post(client.at(`/invoices/${invoices[index % 3]}/credit`), {}),
    ),
  );
  const applied = asked
    .filter(({ status }) => status === 200)
    .reduce((sum, { body }) => sum + body.applied.amount, 0);
  expect(applied).toBe(100_000);
  for (const { status, body } of asked.filter((answer) => answer.status !== 200))
    expect([status, ['no_credit', 'already_paid'].includes(body.code)]).toEqual([409, true]);
  expect((await client.owner.get(client.at('/credit'))).body).toMatchObject({ credit: 0 });
  await expectSoundBooks(app);
});

test('credit pays as much as is asked for, and a repeated request pays once', async () => {
  const client = await buildOrganization(app);
  await receive(app, client, null, 100_000n);
  const invoice = await issue(app, client, { amount: 80_000n });
  await app.settle();
  const path = client.at(`/invoices/${invoice}/credit`);
  const first = await client.owner.post(path, { amount: 30_000 }, { key: 'the-same-key' });
  const again = await client.owner.post(path, { amount: 30_000 }, { key: 'the-same-key' });
  expect(first.body).toEqual({
    applied: { amount: 30_000, currency: 'IDR' },
    balance: { amount: 50_000, currency: 'IDR' },
  });
  expect(again.body).toEqual(first.body);
  expect((await client.owner.post(path, { amount: 0 })).status).toBe(400);
  const { body } = await client.owner.get(client.at('/credit'));
  expect(body).toMatchObject({
    credit: 70_000,
    items: [{ change: -30_000 }, { change: 100_000, kind: 'payment_received' }],
  });
  expect((await client.owner.get(client.at('/billing-summary'))).body.currencies).toEqual([
    {
      currency: 'IDR',
      openCount: 1,
      open: 50_000,
      overdueCount: 0,
      overdue: 0,
      nextDueOn: '2026-03-11',
      credit: 70_000,
    },
  ]);
  await expectSoundBooks(app);
});

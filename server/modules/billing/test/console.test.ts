import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { reversePayment } from '../index.ts';
import { expectSoundBooks, issue, mailsTo, newPayment, receive } from './world.ts';

const app = await createTestApp();
const finance = await buildStaff(app, 'finance');
const support = await buildStaff(app, 'support');
const operations = await buildStaff(app, 'operations');

const line = {
  description: { id: 'Jasa desain', en: 'Design' },
  quantity: 2,
  unitPrice: 500_000,
  taxable: true,
};

async function settings() {
  return (await finance.get('/api/console/billing-settings')).body;
}

test('staff set who sells and on what terms; invoices from then on say so', async () => {
  const { seller, invoicing, tax } = await settings();
  const put = (name: string, version: number, body: unknown) =>
    finance.put(`/api/console/billing-settings/${name}`, body, { headers: { 'if-match': `"${version}"` } });
  const named = { ...seller.value, name: 'PT Contoh', taxId: '01.234.567.8-901.000', place: 'Jakarta' };
  expect((await put('seller', 0, named)).body).toMatchObject({ value: { name: 'PT Contoh' }, version: 1 });
  expect((await put('invoicing', 0, { ...invoicing.value, dueDays: 14 })).status).toBe(200);
  const registered = [{ from: '2025-01-01', until: null }];
  expect((await put('tax', 0, { ...tax.value, registered })).body.value).toMatchObject({ registered });
  expect((await put('invoicing', 0, { ...invoicing.value, dueDays: 1 })).status).toBe(412);
  expect((await put('invoicing', 1, { ...invoicing.value, invoiceNumber: 'INV/{number}' })).status).toBe(400);
  expect((await support.get('/api/console/billing-settings')).status).toBe(404);

  const client = await buildOrganization(app);
  const { description: _, ...priced } = line;
  const preview = await finance.post('/api/console/invoices/preview', { currency: 'IDR', lines: [priced] });
  expect(preview.body).toMatchObject({ subtotal: 1_000_000, taxes: [{ tax: 110_000 }], total: 1_110_000 });
  const { status, body } = await finance.post('/api/console/invoices', {
    organization: client.id,
    lines: [line],
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    kind: 'manual',
    dueOn: '2026-03-16',
    seller: { name: 'PT Contoh', taxId: '0012345678901000', taxScheme: 'NPWP', country: 'ID' },
    subtotal: { amount: 1_000_000 },
    taxes: [
      { label: { id: 'PPN 12%' }, share: '11/12', base: { amount: 916_667 }, tax: { amount: 110_000 } },
    ],
    total: { amount: 1_110_000 },
    can: { void: true, recordPayment: true, download: { no: 'not_numbered_yet' } },
  });
  await app.settle();
  expect((await finance.get(`/api/console/invoices/${body.id}/document?lang=en`)).status).toBe(200);
  expect(mailsTo(app, client.owner)).toEqual(['Invoice INV/2026/000001: Rp1,110,000']);
});

test('an invoice by hand is refused where it makes no sense', async () => {
  const client = await buildOrganization(app);
  const write = (over: object) =>
    finance.post('/api/console/invoices', { organization: client.id, lines: [line], ...over });
  expect(await write({ dueOn: '2026-03-01' })).toMatchObject({
    status: 422,
    body: { code: 'due_too_early' },
  });
  const less = { ...line, unitPrice: -500_000 };
  expect(await write({ lines: [line, less] })).toMatchObject({
    status: 422,
    body: { code: 'nothing_to_invoice' },
  });
  expect(await write({ lines: [less] })).toMatchObject({ status: 422, body: { code: 'nothing_to_invoice' } });
  expect((await write({ lines: [] })).status).toBe(400);
  expect((await write({ organization: '00000000-0000-7000-8000-000000000000' })).status).toBe(404);
  expect(
    (await support.post('/api/console/invoices', { organization: client.id, lines: [line] })).status,
  ).toBe(404);
  const { rows } = await app.app.pool.query('select from billing.invoices where organization_id = $1', [
    client.id,
  ]);
  expect(rows).toHaveLength(0);
});

test('an invoice is voided with a reason; what was paid on it becomes credit', async () => {
  const client = await buildOrganization(app);
  const invoice = await issue(app, client, { amount: 100_000n });
  await receive(app, client, invoice, 60_000n);
  await app.settle();
  const path = `/api/console/invoices/${invoice}/void`;
  expect((await finance.post(path, { reason: '' })).status).toBe(400);
  const { body } = await finance.post(path, { reason: 'Written for the wrong client' });
  expect(body).toMatchObject({
    status: 'void',
    voidReason: 'Written for the wrong client',
    credit: { amount: 60_000 },
    can: { void: { no: 'invoice_void' }, recordPayment: { no: 'invoice_void' } },
  });
  expect(body.allocations).toMatchObject([{ amount: { amount: 60_000 } }]);
  expect(body.allocations[0].releasedAt).not.toBeNull();
  expect((await finance.post(path, { reason: 'Again' })).body.code).toBe('invoice_void');
  const paid = await issue(app, client, { amount: 50_000n });
  await app.settle();
  expect((await finance.post(`/api/console/invoices/${paid}/void`, { reason: 'Late' })).body.code).toBe(
    'already_paid',
  );
  await expectSoundBooks(app);
});

test('a payment that went back is owed again, also where its surplus has paid something else', async () => {
  const client = await buildOrganization(app);
  const payment = newPayment();
  const first = await issue(app, client, { amount: 100_000n });
  await receive(app, client, first, 150_000n, { payment });
  const second = await issue(app, client, { amount: 40_000n });
  await app.settle();
  expect((await finance.get(`/api/console/invoices/${second}`)).body.status).toBe('paid');
  const reverse = () =>
    app.ctx.transact((tx) =>
      reversePayment(tx, { organization: client.id, payment, reason: 'Charged back' }),
    );
  await Promise.all([reverse(), reverse()]);
  await app.settle();
  const { body } = await client.owner.get(client.at('/billing-summary'));
  expect(body.currencies).toMatchObject([{ openCount: 2, credit: 0 }]);
  const shown = await finance.get(`/api/console/invoices/${first}`);
  expect(shown.body).toMatchObject({ status: 'due', paid: { amount: 0 } });
  expect(shown.body.receipts[0].reversedAt).not.toBeNull();
  expect(app.failures).toEqual([]);
  await expectSoundBooks(app);
});

test('money is for those whose work it is', async () => {
  const client = await buildOrganization(app);
  for (const path of ['/api/console/invoices', '/api/console/ageing', '/api/console/upcoming-renewals']) {
    expect((await support.get(path)).status, path).toBe(200);
    expect((await operations.get(path)).status, path).toBe(404);
    expect((await client.owner.get(path)).status, path).toBe(404);
  }
});

test('all invoices, of one client, by number, and what is late by how much', async () => {
  const client = await buildOrganization(app, { name: 'Yang Terlambat' });
  const invoice = await issue(app, client, { amount: 700_000n });
  await app.settle();
  await app.clock.advance({ days: 50 });
  const [later, colleague] = [await buildStaff(app, 'finance'), await buildStaff(app, 'support')];
  const list = await later.get(`/api/console/invoices?client=${client.id}`);
  expect(list.body.items).toMatchObject([
    { id: invoice, client: { name: 'Yang Terlambat' }, can: { recordPayment: true } },
  ]);
  const { number } = list.body.items[0];
  const found = await colleague.get(`/api/console/invoices?q=${encodeURIComponent(number.toLowerCase())}`);
  expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([invoice]);
  const { body } = await later.get('/api/console/ageing');
  const late = body.currencies.find((row: { currency: string }) => row.currency === 'IDR').buckets;
  expect(late.map(({ days }: { days: number }) => days)).toEqual([0, 1, 31, 61, 91]);
  expect(late[2].amount).toBeGreaterThanOrEqual(700_000);
});

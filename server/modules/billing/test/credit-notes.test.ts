import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { issueCreditNote, reversePayment, voidInvoice } from '../index.ts';
import type { NewLine } from '../index.ts';
import { expectSoundBooks, issue, mailsTo, newPayment, receive } from './world.ts';

const app = await createTestApp();
const finance = await buildStaff(app, 'finance');
const support = await buildStaff(app, 'support');

const line = (unitPrice: bigint, over: Partial<NewLine> = {}): NewLine => ({
  serviceId: null,
  description: { id: 'Konsultasi', en: 'Consulting' },
  period: null,
  quantity: 1,
  unitPrice,
  taxable: false,
  ...over,
});

const take = (invoice: string, net: number, over: object = {}, by = finance) =>
  by.post(`/api/console/invoices/${invoice}/credit-notes`, {
    reason: 'product_unsatisfactory',
    lines: [{ position: 1, net }],
    ...over,
  });

async function balanceOf({ at, owner }: TestOrganization) {
  const [head] = (await owner.get(at('/billing-summary'))).body.currencies;
  return { open: head.open, credit: head.credit };
}

async function chargeTax(): Promise<void> {
  const { invoicing } = (await finance.get('/api/console/billing-settings')).body;
  const value = { ...invoicing.value, tax: { ...invoicing.value.tax, charged: true } };
  await finance.put('/api/console/billing-settings/invoicing', value, {
    headers: { 'if-match': `"${invoicing.version}"` },
  });
}

test('a credit note takes off what is open, is mailed and printed in both languages, and stands in the statement', async () => {
  const client = await buildOrganization(app);
  const invoice = await issue(app, client, { amount: 100_000n });
  await app.settle();
  const made = await take(invoice, 30_000, { note: 'Two days without service' });
  expect(made).toMatchObject({
    status: 201,
    body: {
      number: null,
      total: { amount: 30_000 },
      settled: { amount: 30_000 },
      can: { download: { no: 'not_numbered_yet' } },
    },
  });
  await app.settle();
  const seen = await client.owner.get(client.at(`/credit-notes/${made.body.id}`));
  expect(seen.body).toMatchObject({
    number: 'CN/2026/000001',
    reason: 'product_unsatisfactory',
    note: 'Two days without service',
    invoice: { id: invoice, number: 'INV/2026/000001' },
    lines: [{ position: 1, description: { en: 'Consulting' }, net: { amount: 30_000 } }],
    can: { download: true },
  });
  expect((await client.owner.get(client.at(`/invoices/${invoice}`))).body).toMatchObject({
    status: 'due',
    paid: { amount: 0 },
    credited: { amount: 30_000 },
    balance: { amount: 70_000 },
    creditNotes: [{ number: 'CN/2026/000001', total: { amount: 30_000 } }],
    lines: [{ position: 1, takenBack: { amount: 30_000 } }],
  });
  expect((await client.owner.get(client.at('/statement'))).body.items[0]).toMatchObject({
    kind: 'credit_note_issued',
    creditNote: { number: 'CN/2026/000001' },
    change: -30_000,
    balance: 70_000,
  });
  const csv = await client.owner.get(client.at('/statement/file?lang=id'));
  expect(csv.text).toContain('Nota kredit,CN/2026/000001,,30000,70000,IDR');
  for (const lang of ['id', 'en']) {
    const pdf = await client.owner.get(client.at(`/credit-notes/${made.body.id}/document?lang=${lang}`));
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect((await client.owner.get(client.at(`/invoices/${invoice}/document?lang=${lang}`))).status).toBe(
      200,
    );
  }
  expect(mailsTo(app, client.owner)).toContain('Credit note CN/2026/000001: Rp30,000');
  expect((await client.owner.get(client.at('/credit-notes'))).body.items).toHaveLength(1);
  expect((await finance.get(`/api/console/credit-notes?client=${client.id}`)).body.items).toHaveLength(1);
  await expectSoundBooks(app);
});

test('what was paid becomes credit, never more than was charged, and with exactly the tax of then', async () => {
  await chargeTax();
  const client = await buildOrganization(app);
  const lines = [line(33_335n, { taxable: true }), line(-3_335n, { taxable: true }), line(500n)];
  const invoice = await issue(app, client, { lines });
  const { total } = (await client.owner.get(client.at(`/invoices/${invoice}`))).body;
  await receive(app, client, invoice, BigInt(total.amount));
  const part = await take(invoice, 11_111);
  expect(part.body).toMatchObject({ net: { amount: 11_111 }, settled: { amount: 0 } });
  expect(await balanceOf(client)).toEqual({ open: 0, credit: part.body.total.amount });
  const tooMuch = await take(invoice, 22_225);
  expect(tooMuch).toMatchObject({ status: 422, body: { code: 'more_than_charged' } });
  expect((await take(invoice, -5)).status).toBe(422);
  expect((await take(invoice, 1, { lines: [{ position: 9, net: 1 }] })).status).toBe(422);
  const all = [
    { position: 1, net: 22_224 },
    { position: 2, net: -3_335 },
    { position: 3, net: 500 },
  ];
  expect((await take(invoice, 0, { lines: all })).status).toBe(201);
  expect(await balanceOf(client)).toEqual({ open: 0, credit: total.amount });
  expect((await client.owner.get(client.at(`/invoices/${invoice}`))).body).toMatchObject({
    status: 'credited',
  });
  expect(await take(invoice, 1)).toMatchObject({ status: 422 });
  await app.settle();
  expect(app.failures).toEqual([]);
  await expectSoundBooks(app);
});

test('an invoice of which nothing remains is credited, not paid: nobody takes it for bought', async () => {
  const client = await buildOrganization(app);
  const invoice = await issue(app, client, { amount: 50_000n });
  await take(invoice, 50_000);
  await app.settle();
  const { rows } = await app.app.pool.query<{ name: string }>(
    `select name from kernel.events where subject_id = $1 order by position`,
    [invoice],
  );
  const names = rows.map(({ name }) => name.replace('billing.', ''));
  expect(names).toContain('invoice-credited');
  expect(names).not.toContain('invoice-paid');
  expect((await client.owner.get(client.at('/invoices?status=credited'))).body.items).toMatchObject([
    { id: invoice, can: { pay: { no: 'credited' } } },
  ]);
});

test('one that is credited in part is not withdrawn, paid for the rest, and may be taken back again after a reversal', async () => {
  const client = await buildOrganization(app);
  const invoice = await issue(app, client, { amount: 100_000n });
  await take(invoice, 40_000);
  await expect(
    app.ctx.transact((tx) => voidInvoice(tx, { organization: client.id, invoice, reason: 'Wrong' })),
  ).rejects.toMatchObject({ kind: { code: 'has_credit_notes' } });
  expect((await finance.get(`/api/console/invoices/${invoice}`)).body.can).toMatchObject({
    void: { no: 'has_credit_notes' },
    creditNote: true,
  });
  const payment = newPayment();
  await receive(app, client, invoice, 60_000n, { payment });
  expect((await client.owner.get(client.at(`/invoices/${invoice}`))).body.status).toBe('paid');
  await app.ctx.transact((tx) => reversePayment(tx, { organization: client.id, payment, reason: 'bounced' }));
  expect(await balanceOf(client)).toEqual({ open: 60_000, credit: 0 });
  await expectSoundBooks(app);
});

test('two at once never take back more than was charged, and the database refuses it too', async () => {
  const client = await buildOrganization(app);
  const invoice = await issue(app, client, { amount: 100_000n });
  const both = await Promise.all([take(invoice, 60_000), take(invoice, 60_000)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422]);
  const second = await take(invoice, 10_000);
  const message = await app.ctx
    .transact((tx) =>
      sql`with note as (insert into billing.credit_notes select organization_id, gen_random_uuid(), invoice_id, reason, note, null, null, null,
          issued_on, issued_at, currency, 50000, 0, 50000, 0 from billing.credit_notes where id = ${second.body.id} returning id)
        insert into billing.credit_note_lines select ${client.id}, note.id, ${invoice}, 1, 50000, 0 from note`.execute(
        tx.db,
      ),
    )
    .catch((error: Error) => error.message);
  expect(message).toMatch(/more is taken back of a line than was charged/);
  const changed = await app.ctx
    .transact((tx) =>
      sql`update billing.credit_notes set total = 1 where id = ${second.body.id}`.execute(tx.db),
    )
    .catch((error: Error) => error.message);
  expect(changed).toMatch(/never changed|check constraint/);
  await expectSoundBooks(app);
});

test('who may: finance issues, support reads, strangers and colleagues without the right find nothing', async () => {
  const client = await buildOrganization(app);
  const stranger = await buildOrganization(app);
  const technical = await buildMember(app, client, 'technical');
  const invoice = await issue(app, client);
  expect((await take(invoice, 1_000, {}, support)).status).toBe(404);
  const { id } = await app.ctx.transact((tx) =>
    issueCreditNote(tx, {
      organization: client.id,
      invoice: invoice as Id<'invoice'>,
      reason: 'order_change',
      lines: [{ position: 1, net: 1_000n }],
    }),
  );
  expect((await support.get(`/api/console/credit-notes/${id}`)).status).toBe(200);
  expect((await technical.get(client.at(`/credit-notes/${id}`))).status).toBe(404);
  expect((await stranger.owner.get(client.at(`/credit-notes/${id}`))).status).toBe(404);
  expect((await stranger.owner.get(stranger.at(`/credit-notes/${id}`))).status).toBe(404);
});

test('what is paid for with one key is issued once', async () => {
  const client = await buildOrganization(app);
  const invoice = await issue(app, client);
  const body = { reason: 'other', lines: [{ position: 1, net: 1_000 }] };
  const key = 'a-credit-note-once';
  const [one, other] = [
    await finance.post(`/api/console/invoices/${invoice}/credit-notes`, body, { key }),
    await finance.post(`/api/console/invoices/${invoice}/credit-notes`, body, { key }),
  ];
  expect([one.status, other.body.id]).toEqual([201, one.body.id]);
});

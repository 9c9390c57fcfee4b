import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { addService, cancelService, findService, keepService } from '../../services/index.ts';
import type { NewService } from '../../services/index.ts';
import { issueInvoice } from '../index.ts';
import { expectSoundBooks, mailsTo, receive } from './world.ts';

const app = await createTestApp();
let client: TestOrganization;
let service: Id<'service'>;

/** What an order does: a service that waits, and the invoice that it waits for. */
async function order(organization: TestOrganization, over: Partial<NewService> = {}) {
  const orderId = randomUUID();
  return app.ctx.transact(async (tx) => {
    const id = await addService(tx, {
      organization: organization.id,
      orderId,
      planId: randomUUID(),
      names: { id: 'Hosting Bisnis', en: 'Business hosting' },
      quantity: 1,
      choices: {},
      currency: 'IDR',
      cycle: 'monthly',
      recurring: 100_000n,
      trialDays: 0,
      taxable: true,
      provisioner: 'sandbox',
      provisionerConfiguration: {},
      ...over,
    });
    const invoice = await issueInvoice(tx, {
      organization: organization.id,
      kind: 'order',
      orderId,
      lines: [
        {
          serviceId: id,
          description: { id: 'Hosting Bisnis', en: 'Business hosting' },
          period: null,
          quantity: 1,
          unitPrice: 100_000n,
          taxable: true,
        },
      ],
    });
    return { service: id, invoice: invoice.id };
  });
}

async function facts(organization: TestOrganization): Promise<string[]> {
  const { rows } = await app.app.pool.query(
    `select name from kernel.events where organization_id = $1 and name ~ '^(billing|services)[.]' order by position`,
    [organization.id],
  );
  const news = rows.slice(seen.get(organization.id) ?? 0).map((row) => row.name as string);
  seen.set(organization.id, rows.length);
  return news;
}
const seen = new Map<string, number>();

async function tick(): Promise<void> {
  await app.sweep('billing.renew-services');
  await app.sweep('billing.collect-invoices');
}

async function days(count: number): Promise<void> {
  for (let day = 0; day < count; day++) {
    await app.clock.advance({ days: 1 });
    await tick();
  }
}

/** Read by the system: a session of the story's people ends long before the story. */
async function invoices(organization: TestOrganization) {
  const { rows } = await app.app.pool.query(
    `select id, number, kind, status, issued_on, due_on from billing.invoices where organization_id = $1 order by issued_on, id`,
    [organization.id],
  );
  return rows;
}

const find = (organization: TestOrganization, id: Id<'service'>) =>
  app.ctx.read((db) => findService(db, organization.id, id));

beforeAll(async () => {
  client = await buildOrganization(app);
});

test('an order is invoiced, paid in two parts, and begins', async () => {
  const ordered = await order(client);
  service = ordered.service;
  await app.settle();
  expect(await facts(client)).toEqual([
    'services.service-ordered',
    'billing.invoice-issued',
    'billing.invoice-numbered',
  ]);
  await receive(app, client, ordered.invoice, 60_000n);
  await app.settle();
  expect((await find(client, service)).state).toBe('pending');
  await receive(app, client, ordered.invoice, 40_000n);
  await app.settle();
  expect(await facts(client)).toEqual([
    'billing.invoice-partly-paid',
    'billing.receipt-issued',
    'billing.receipt-numbered',
    'billing.invoice-paid',
    'billing.receipt-issued',
    'services.service-activated',
    'billing.receipt-numbered',
  ]);
  expect(await find(client, service)).toMatchObject({ state: 'active', paidThrough: '2026-04-02' });
  const ofIt = await client.owner.get(client.at(`/invoices?service=${service}`));
  expect(ofIt.body.items.map((invoice: { id: string }) => invoice.id)).toEqual([ordered.invoice]);
  const elsewhere = await buildOrganization(app);
  expect((await elsewhere.owner.get(elsewhere.at(`/invoices?service=${service}`))).body.items).toEqual([]);
  expect(mailsTo(app, client.owner)).toContain('Invoice INV/2026/000001: Rp100,000');
  expect(mailsTo(app, client.owner).filter((subject) => subject.startsWith('We have received'))).toHaveLength(
    2,
  );
});

test('what comes next is printed as what it is: no invoice', async () => {
  const at = (organization: TestOrganization) =>
    organization.at(`/upcoming-renewals/${service}/document?lang=id`);
  const paper = await client.owner.get(at(client));
  expect([paper.status, paper.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect(paper.headers['content-disposition']).toContain('pro-forma-2026-04-02.pdf');
  const other = await buildOrganization(app);
  expect((await other.owner.get(at(other))).status).toBe(404);
  expect((await other.owner.get(at(client))).status).toBe(404);
  expect(await invoices(client)).toHaveLength(1);
});

test('the next period is invoiced once, however often the sweep runs', async () => {
  await days(17);
  await Promise.all([tick(), tick(), tick()]);
  const [, renewal, ...more] = await invoices(client);
  expect(more).toEqual([]);
  expect(renewal).toMatchObject({
    kind: 'renewal',
    number: 'INV/2026/000002',
    issued_on: '2026-03-19',
    due_on: '2026-04-02',
  });
  expect(await facts(client)).toEqual(['billing.invoice-issued', 'billing.invoice-numbered']);
  const { rows } = await app.app.pool.query(
    'select period_from, period_to from billing.invoice_lines where invoice_id = $1',
    [renewal.id],
  );
  expect(rows).toEqual([{ period_from: '2026-04-02', period_to: '2026-05-02' }]);
});

test('reminders before the day, notices after it, and the service is held', async () => {
  await days(14);
  expect(await facts(client)).toEqual(['billing.reminder-sent', 'billing.reminder-sent']);
  expect((await invoices(client))[1]).toMatchObject({ status: 'due' });
  await days(1);
  expect(await facts(client)).toEqual([
    'billing.invoice-overdue',
    'billing.reminder-sent',
    'services.service-payment-overdue',
  ]);
  expect((await invoices(client))[1]).toMatchObject({ status: 'overdue' });
  await days(5);
  expect(await facts(client)).toEqual(['billing.reminder-sent']);
  expect((await find(client, service)).suspendedFor).toEqual([]);
  await days(1);
  expect(await facts(client)).toEqual(['billing.reminder-sent', 'services.service-suspended']);
  expect((await find(client, service)).suspendedFor).toEqual(['non_payment']);
  await tick();
  await days(3);
  expect(await facts(client)).toEqual([]);
  const subjects = mailsTo(app, client.owner).filter((subject) => subject.includes('INV/2026/000002'));
  expect(subjects).toEqual([
    'Invoice INV/2026/000002: Rp100,000',
    'Reminder: invoice INV/2026/000002 is due 2 April 2026',
    'Reminder: invoice INV/2026/000002 is due 2 April 2026',
    'Invoice INV/2026/000002 is overdue',
    'Invoice INV/2026/000002 is overdue',
  ]);
});

test('late money lands, and the service runs again', async () => {
  const late = (await invoices(client))[1];
  await receive(app, client, late.id, 100_000n);
  await app.settle();
  const news = await facts(client);
  expect(news.toSorted()).toEqual(
    [
      'billing.invoice-paid',
      'billing.receipt-issued',
      'billing.receipt-numbered',
      'services.service-payment-caught-up',
      'services.service-renewed',
      'services.service-resumed',
    ].toSorted(),
  );
  expect(await find(client, service)).toMatchObject({
    state: 'active',
    suspendedFor: [],
    paidThrough: '2026-05-02',
  });
});

test('who leaves is not asked for time that has not begun; who stays after all is invoiced for it again', async () => {
  await days(12);
  const key = { organization: client.id, service };
  expect((await invoices(client)).at(-1)).toMatchObject({
    kind: 'renewal',
    status: 'due',
    due_on: '2026-05-02',
  });
  await app.ctx.transact((tx) => cancelService(tx, { ...key, when: 'period_end', reason: 'staff' }));
  await app.settle();
  expect((await invoices(client)).at(-1)).toMatchObject({ status: 'void' });
  await app.ctx.transact((tx) => keepService(tx, key));
  await days(1);
  expect((await invoices(client)).slice(-2)).toMatchObject([
    { status: 'void' },
    { status: 'due', due_on: '2026-05-02' },
  ]);
  await app.ctx.transact((tx) => cancelService(tx, { ...key, when: 'now', reason: 'staff' }));
  await days(60);
  expect((await invoices(client)).filter(({ status }) => status !== 'paid' && status !== 'void')).toEqual([]);
  expect(app.failures).toEqual([]);
  await expectSoundBooks(app);
});

test('an order that is never paid is reminded of and never held; nothing is chased while a payment is looked at', async () => {
  const other = await buildOrganization(app);
  const waiting = await order(other);
  await app.settle();
  await app.app.pool.query('update billing.invoices set payment_pending = true where id = $1', [
    waiting.invoice,
  ]);
  await facts(other);
  await days(12);
  expect(await facts(other)).toEqual(['billing.invoice-overdue']);
  await app.app.pool.query('update billing.invoices set payment_pending = false where id = $1', [
    waiting.invoice,
  ]);
  await days(10);
  expect(await facts(other)).toEqual(['billing.reminder-sent', 'billing.reminder-sent']);
  expect(await find(other, waiting.service)).toMatchObject({ state: 'pending', suspendedFor: [] });
});

test('what costs nothing is paid at once, and nobody is written to', async () => {
  const other = await buildOrganization(app);
  const { id } = await app.ctx.transact((tx) =>
    issueInvoice(tx, {
      organization: other.id,
      kind: 'order',
      orderId: randomUUID(),
      lines: [
        {
          serviceId: null,
          description: { id: 'Uji coba', en: 'Trial' },
          period: null,
          quantity: 1,
          unitPrice: 0n,
          taxable: true,
        },
      ],
    }),
  );
  await app.settle();
  expect(await facts(other)).toEqual([
    'billing.invoice-issued',
    'billing.invoice-paid',
    'billing.invoice-numbered',
  ]);
  expect(await invoices(other)).toMatchObject([{ id, status: 'paid' }]);
  expect(mailsTo(app, other.owner)).toEqual([]);
  await expectSoundBooks(app);
});

test('days are days where the client is', async () => {
  const east = await buildOrganization(app);
  const west = await buildOrganization(app);
  await app.app.pool.query(
    `update organizations.organizations set time_zone = 'Pacific/Auckland' where id = $1`,
    [east.id],
  );
  await app.app.pool.query(
    `update organizations.organizations set time_zone = 'America/Los_Angeles' where id = $1`,
    [west.id],
  );
  for (const organization of [east, west]) await order(organization);
  await app.settle();
  const issued = [...(await invoices(east)), ...(await invoices(west))].map((row) => row.issued_on);
  expect(new Set(issued).size).toBe(2);
});

import { expect, test } from 'vitest';
import type { Id } from '../../kernel/values/ids.ts';
import { expectSoundBooks, keepApart, receive } from '../../modules/billing/test/world.ts';
import { rupiah } from '../../modules/catalog/test/goods.ts';
import { setScene } from '../../modules/orders/test/scene.ts';
import { deliver, expectSound, pageOf, pay } from '../../modules/payments/test/world.ts';
import { signInAgain } from '../../modules/services/test/build.ts';
import { createTestApp } from '../kit/app.ts';
import { buildOrganization, buildStaff } from '../kit/people.ts';
import type { TestOrganization } from '../kit/people.ts';

// What went wrong elsewhere, once each, as far as it goes across modules: the names are those of the reports.

const app = await createTestApp(new Date('2026-03-02T02:00:00Z'));
const { sell, item, order, quote, show } = await setScene(app);
const finance = await buildStaff(app, 'finance');
const product = { provisioner: 'sandbox', configuration: {} };
const monthly = { configuration: {}, prices: [rupiah('monthly', 300_000)] };
const goods = await sell({ product, plan: monthly });

const daily = [
  'billing.renew-services',
  'billing.collect-invoices',
  'orders.expire-orders',
  'provisioning.find-due-instances',
];

/** Days pass; each morning what is due is done, `often` times over. */
async function pass(days: number, client: TestOrganization, often = 1, sweeps = daily): Promise<void> {
  for (let day = 0; day < days; day++) {
    await app.clock.advance({ days: 1 });
    for (let time = 0; time < often; time++) for (const name of sweeps) await app.sweep(name);
  }
  await app.settle();
  for (const person of [client.owner, finance]) Object.assign(person, await signInAgain(app, person));
}

/** Until the next period is invoiced, which is some days before it begins. */
async function untilRenewed(client: TestOrganization): Promise<Id<'invoice'>[]> {
  for (let day = 0; day < 40; day++) {
    const { rows } = await app.app.pool.query<{ id: Id<'invoice'> }>(
      `select id from billing.invoices where organization_id = $1 and status in ('due', 'overdue') order by id`,
      [client.id],
    );
    if (rows.length > 0) {
      Object.assign(client.owner, await signInAgain(app, client.owner));
      return rows.map(({ id }) => id);
    }
    await pass(1, client);
  }
  throw new Error('nothing was invoiced');
}

interface Seen {
  id: Id<'invoice'>;
  status: string;
  kind: string;
}
const invoices = async (of: TestOrganization): Promise<Seen[]> =>
  (await of.owner.get(of.at('/invoices?limit=200'))).body.items;
const unpaid = async (of: TestOrganization) =>
  (await invoices(of)).filter(({ status }) => status === 'due' || status === 'overdue');
const services = async (of: TestOrganization) => {
  const { items } = (await of.owner.get(of.at('/services?status=all'))).body;
  return Promise.all(
    items.map(async ({ id }: { id: string }) => (await of.owner.get(of.at(`/services/${id}`))).body),
  );
};

/** A client whose services run, one order for each. */
async function running(count = 1): Promise<TestOrganization> {
  const client = await buildOrganization(app);
  for (let n = 0; n < count; n++) {
    const placed = (await order(client, [item(goods.plan)])).body;
    await receive(app, client, placed.invoiceId as Id<'invoice'>, await owed(placed.invoiceId!));
  }
  await app.settle();
  return client;
}

async function owed(invoice: string): Promise<bigint> {
  const { rows } = await app.app.pool.query<{ owed: bigint }>(
    'select total - paid as owed from billing.invoices where id = $1',
    [invoice],
  );
  return rows[0]!.owed;
}

/** Since when: what was told about an invoice or done to a service, in the order it happened. */
async function chased(of: TestOrganization): Promise<string[]> {
  const { rows } = await app.app.pool.query<{ name: string }>(
    `select name from kernel.events where organization_id = $1
      and name in ('billing.reminder-sent', 'billing.invoice-overdue', 'services.service-suspended', 'services.service-resumed')
     order by position`,
    [of.id],
  );
  return rows.map(({ name }) => name.slice(name.indexOf('.') + 1));
}

test('FOSSBilling#3869, #3726: what staff mark as paid starts as what a gateway says is paid', async () => {
  const byGateway = await buildOrganization(app);
  const byHand = await buildOrganization(app);
  const first = (await order(byGateway, [item(goods.plan)])).body;
  const attempt = await pay(byGateway, first.invoiceId!, 'qris');
  await app.ports.sandbox.submit(pageOf(attempt.body), 'scan', {});
  await deliver(app);
  const second = (await order(byHand, [item(goods.plan)])).body;
  const amount = Number(await owed(second.invoiceId!));
  const recorded = await finance.post('/api/console/payments', {
    invoice: second.invoiceId,
    amount,
    method: 'Tunai',
  });
  expect(recorded.status).toBe(201);
  await app.settle();
  for (const [of, placed] of [
    [byGateway, first],
    [byHand, second],
  ] as const) {
    expect(await show(of, placed.id)).toMatchObject({ status: 'fulfilled' });
    expect(await services(of)).toMatchObject([{ state: 'active', technicalState: 'running' }]);
    expect(await invoices(of)).toMatchObject([{ status: 'paid' }]);
  }
  await expectSound(app);
});

test('FOSSBilling#3425: without an invoice nobody is suspended, however late the run is', async () => {
  const client = await running();
  const renews = 'billing.renew-services';
  await pass(
    60,
    client,
    1,
    daily.filter((name) => name !== renews),
  );
  expect(await unpaid(client)).toEqual([]);
  expect(await services(client)).toMatchObject([{ suspendedFor: [], technicalState: 'running' }]);
  expect(await chased(client)).toEqual([]);
  await pass(1, client);
  expect(await unpaid(client)).not.toEqual([]);
  expect(await services(client)).toMatchObject([{ suspendedFor: [] }]);
});

test('FOSSBilling#4241: money of a gateway that comes after the suspension lands and lifts it', async () => {
  const client = await running();
  const [renewal] = await untilRenewed(client);
  const attempt = await pay(client, renewal!, 'qris');
  expect(attempt.status).toBe(201);
  const page = pageOf(attempt.body);
  // The client scans at once; the gateway tells nobody until the service is held.
  await app.ports.sandbox.submit(page, 'scan', {});
  await pass(1, client);
  await deliver(app);
  expect(await unpaid(client)).toEqual([]);
  expect(await services(client)).toMatchObject([{ suspendedFor: [], technicalState: 'running' }]);

  const late = await running();
  await pass(40, late);
  expect(await services(late)).toMatchObject([{ suspendedFor: ['non_payment'] }]);
  const [overdue] = await unpaid(late);
  const again = await pay(late, overdue!.id, 'qris');
  await app.ports.sandbox.submit(pageOf(again.body), 'scan', {});
  await deliver(app);
  expect(await services(late)).toMatchObject([{ suspendedFor: [], technicalState: 'running' }]);
  await expectSoundBooks(app);
});

test('FOSSBilling#3726, chatwoot#9807: nobody is told twice, however often the run comes by', async () => {
  const told = async (often: number) => {
    const client = await running();
    const before = app.ports.sent.length;
    await pass(45, client, often);
    const mails = app.ports.sent.slice(before).filter(({ to }) => to.address === client.owner.email);
    // Numbers and days differ, the words do not.
    return {
      mails: mails.map(({ subject }) => subject.replace(/INV\S+/, 'INV').replace(/\d+ \w+ \d{4}/, 'day')),
      steps: await chased(client),
    };
  };
  const once = await told(1);
  expect(once.steps.filter((name) => name === 'invoice-overdue')).toHaveLength(1);
  expect(once.steps.filter((name) => name === 'service-suspended')).toHaveLength(1);
  expect(await told(3)).toEqual(once);
});

test('killbill#2297: who pays a part is still told every step before anything is held', async () => {
  const [partly, nothing] = [await running(), await running()];
  const [invoice] = await untilRenewed(partly);
  for (let day = 0; day < 30; day++) {
    if (day % 5 === 0) await receive(app, partly, invoice!, 20_000n);
    await pass(1, partly);
  }
  const steps = await chased(partly);
  expect(steps).toEqual(await chased(nothing));
  const held = steps.indexOf('service-suspended');
  expect(held).toBeGreaterThan(0);
  expect(steps.slice(0, held).filter((name) => name === 'reminder-sent').length).toBeGreaterThanOrEqual(3);
  expect(steps.slice(0, held)).toContain('invoice-overdue');
});

test('Paymenter#889, #455: paid and not set up is seen by the client and on the list of staff', async () => {
  const trouble = { plan: 'small', parameters: { on: ['provision'], outcome: 'permanent' } };
  const broken = await sell({ product, plan: { ...monthly, configuration: trouble } });
  const client = await buildOrganization(app);
  const placed = (await order(client, [item(broken.plan)])).body;
  await receive(app, client, placed.invoiceId as Id<'invoice'>, await owed(placed.invoiceId!));
  for (let tries = 0; tries < 6; tries++) {
    await app.clock.advance({ minutes: 10 });
    await app.sweep('provisioning.find-due-instances');
    await app.settle();
  }
  const [broke] = await services(client);
  expect(broke).toMatchObject({ state: 'active', technicalState: 'attention' });
  expect((await show(client, placed.id)).status).not.toBe('fulfilled');
  expect((await client.owner.get('/api/me/notices')).body.items).not.toEqual([]);
  const operations = await buildStaff(app, 'operations');
  const { items } = (await operations.get('/api/console/provisioning/tasks?status=open&limit=200')).body;
  expect(items).toContainEqual(
    expect.objectContaining({ kind: 'trouble', service: expect.objectContaining({ id: broke.id }) }),
  );
});

test('freeside PR#35: of two services the one that is paid runs on', async () => {
  const client = await running(2);
  await keepApart(app, client);
  const [paid, late] = await untilRenewed(client);
  await receive(app, client, paid!, await owed(paid!));
  await pass(30, client);
  const [one, other] = (await services(client)).toSorted(
    (a, b) => a.suspendedFor.length - b.suspendedFor.length,
  );
  expect(one).toMatchObject({ suspendedFor: [], technicalState: 'running' });
  expect(other).toMatchObject({ suspendedFor: ['non_payment'], technicalState: 'suspended' });
  expect((await unpaid(client)).map(({ id }) => id)).toContain(late);
});

test('FOSSBilling#2288: an invoice is paid in parts, each with its receipt, and begins when all of it is there', async () => {
  const client = await buildOrganization(app);
  const placed = (await order(client, [item(goods.plan)])).body;
  const invoice = placed.invoiceId as Id<'invoice'>;
  const sum = await owed(invoice);
  for (const part of [100_000n, 50_000n]) {
    await receive(app, client, invoice, part);
    await app.settle();
    expect(await services(client)).toMatchObject([{ state: 'pending' }]);
  }
  await receive(app, client, invoice, sum - 150_000n);
  await app.settle();
  expect(await services(client)).toMatchObject([{ state: 'active' }]);
  expect(await invoices(client)).toMatchObject([{ status: 'paid' }]);
  const { rows } = await app.app.pool.query(
    'select amount from billing.receipts where invoice_id = $1 order by number',
    [invoice],
  );
  expect(rows).toEqual([{ amount: 100_000n }, { amount: 50_000n }, { amount: sum - 150_000n }]);
  await expectSoundBooks(app);
});

test('killbill#339, #105, #553: a parent pays for its children, sees each of them, and credit of one is not spent for another', async () => {
  const holding = await buildOrganization(app);
  const admin = await buildStaff(app, 'administrator');
  const [paid, own] = [
    await buildOrganization(app, { parent: holding.id }),
    await buildOrganization(app, { parent: holding.id }),
  ];
  await admin.put(`/api/console/clients/${paid.id}/payer`, { pays: 'parent' });
  // More than is owed stays with the child that paid it.
  const ordered = (await order(own, [item(goods.plan)])).body;
  const sum = await owed(ordered.invoiceId!);
  await receive(app, own, ordered.invoiceId as Id<'invoice'>, sum + 5_000_000n);
  await app.settle();
  await order(paid, [item(goods.plan)]);
  await app.settle();
  const above = await unpaid(holding);
  expect(above).toHaveLength(1);
  expect(await invoices(paid)).toEqual([]);
  await receive(app, holding, above[0]!.id, await owed(above[0]!.id));
  await app.settle();
  expect(await services(paid)).toMatchObject([{ state: 'active' }]);
  const { rows } = await app.app.pool.query(
    `select organization_id, sum(credit - debit)::bigint as credit from billing.postings
     where account = 'customer_credit' and organization_id = any($1) group by 1`,
    [[holding.id, paid.id, own.id]],
  );
  expect(rows).toEqual([{ organization_id: own.id, credit: 5_000_000n }]);
  await expectSoundBooks(app);
});

test('vendure#3509: an order nobody pays gives its stock back', async () => {
  const scarce = await sell({ product, plan: monthly, stock: 1 });
  const [first, second] = [await buildOrganization(app), await buildOrganization(app)];
  expect((await order(first, [item(scarce.plan)])).status).toBe(201);
  expect((await quote(second, [item(scarce.plan)])).status).toBe(409);
  await pass(20, second);
  expect((await order(second, [item(scarce.plan)])).status).toBe(201);
});

test('Paymenter#717: everything that happens around a due date is set on one page, and what happens is what it says', async () => {
  const page = (await finance.get('/api/console/dunning-timelines')).body;
  const [usual] = page.items;
  const set = ['contests', 'families', 'items', 'lateFees', 'promises', 'workingDays'];
  expect(Object.keys(page).toSorted()).toEqual(set);
  expect(Object.keys(usual.plan).toSorted()).toEqual(['hours', 'steps']);
  const client = await running();
  const [late] = await untilRenewed(client);
  await pass(25, client);
  const { rows } = await app.app.pool.query(
    'select kind, days from billing.dunning_steps where invoice_id = $1',
    [late],
  );
  expect(rows.toSorted((a, b) => a.kind.localeCompare(b.kind) || b.days - a.days)).toEqual(
    usual.plan.steps
      .map(({ kind, days }: { kind: string; days: number }) => ({ kind, days }))
      .toSorted(
        (a: (typeof rows)[number], b: (typeof rows)[number]) =>
          a.kind.localeCompare(b.kind) || b.days - a.days,
      ),
  );
});

import { expect, test } from 'vitest';
import { buildProduct } from '../../modules/catalog/test/goods.ts';
import { deliver, pageOf, pay, payByCard } from '../../modules/payments/test/world.ts';
import { signInAgain } from '../../modules/services/test/build.ts';
import { createTestApp } from '../kit/app.ts';
import { buildOrganization, buildStaff } from '../kit/people.ts';
import { teller } from './told.ts';

// The main job, from an order to the end of a service, on a clock that moves: every fact of it is named.

const app = await createTestApp(new Date('2026-01-31T03:00:00Z'));
const operations = await buildStaff(app, 'operations');
const product = { provisioner: 'sandbox', configuration: {} };
const { plan } = await buildProduct(operations, { product, plan: { configuration: {} } });
const client = await buildOrganization(app, { name: 'PT Cerita' });
const told = teller(app, client);

const long = 300_000;

/** Days pass; each morning what is due is done. */
async function pass(days: number): Promise<void> {
  for (let day = 0; day < days; day++) {
    await app.clock.advance({ days: 1 });
    for (const { name } of app.app.product.sweeps) await app.sweep(name);
  }
  client.owner.cookie = (await signInAgain(app, client.owner)).cookie;
}

async function openInvoice(): Promise<string> {
  const { items } = (await client.owner.get(client.at('/invoices?status=open'))).body;
  expect(items).toHaveLength(1);
  return items[0].id;
}

async function service() {
  const { items } = (await client.owner.get(client.at('/services?status=all'))).body;
  return (await client.owner.get(client.at(`/services/${items[0].id}`))).body;
}

test('an order is placed', { timeout: long }, async () => {
  await told('organizations.organization-created', 'organizations.member-joined');
  const items = [{ plan, cycle: 'monthly', quantity: 1, options: {}, addons: [] }];
  const quote = await client.owner.post(client.at('/orders/quote'), { items });
  const expectedTotal = quote.body.total.amount;
  const placed = await client.owner.post(client.at('/orders'), { items, expectedTotal, termsVersion: null });
  expect(placed.status).toBe(201);
  await told(
    'orders.order-placed',
    'services.service-ordered',
    'billing.invoice-issued',
    'billing.invoice-numbered',
  );
});

test('it is paid by card, set up, and a receipt is sent', { timeout: long }, async () => {
  const attempt = await pay(client, await openInvoice(), 'card');
  await payByCard(app, attempt.body, 'challenge');
  await app.ports.sandbox.submit(pageOf(attempt.body), 'challenge', { answer: 'approve' });
  await deliver(app);
  await told(
    'payments.payment-started',
    'payments.payment-succeeded',
    'billing.invoice-paid',
    'billing.receipt-issued',
    'billing.receipt-numbered',
    'services.service-activated',
    'provisioning.operation-started',
    'provisioning.service-provisioned',
    'orders.order-progressed',
    'orders.order-progressed',
    'orders.order-fulfilled',
  );
  expect(await service()).toMatchObject({ state: 'active', technicalState: 'running' });
  expect(
    app.ports.sent.some(({ to, text }) => to.address === client.owner.email && text.includes('KW/2026/')),
  ).toBe(true);
});

test('a question is asked and answered', { timeout: long }, async () => {
  const question = { subject: 'Alamat server', text: 'Di mana saya masuk?', kind: 'question' };
  const ticket = await client.owner.post(client.at('/tickets'), question);
  const agent = await buildStaff(app, 'support');
  await agent.post(`/api/console/tickets/${ticket.body.id}/messages`, {
    text: 'Alamatnya ada di halaman layanan.',
  });
  await told(
    'support.ticket-opened',
    'support.message-posted',
    'support.status-changed',
    'support.ticket-assigned',
  );
});

test(
  'the renewal comes before the month ends, and goes unpaid until the service is suspended',
  { timeout: long },
  async () => {
    await pass(14);
    await told('billing.invoice-issued', 'billing.invoice-numbered');
    await pass(13);
    await told('billing.reminder-sent', 'billing.reminder-sent');
    await pass(2);
    await told('billing.invoice-overdue', 'billing.reminder-sent', 'services.service-payment-overdue');
    await pass(4);
    await told('billing.reminder-sent');
    await pass(2);
    await told(
      'billing.reminder-sent',
      'services.service-suspended',
      'provisioning.operation-started',
      'provisioning.service-suspended',
    );
    expect(await service()).toMatchObject({ state: 'past_due', technicalState: 'suspended' });
  },
);

test('paid late, by QRIS, it runs again at once', { timeout: long }, async () => {
  const attempt = await pay(client, await openInvoice(), 'qris');
  await app.ports.sandbox.submit(pageOf(attempt.body), 'scan', {});
  await deliver(app);
  await told(
    'payments.payment-started',
    'payments.payment-succeeded',
    'billing.invoice-paid',
    'billing.receipt-issued',
    'billing.receipt-numbered',
    'services.service-renewed',
    'services.service-payment-caught-up',
    'services.service-resumed',
    'provisioning.operation-started',
    'provisioning.service-resumed',
  );
  expect(await service()).toMatchObject({ state: 'active', suspendedFor: [], technicalState: 'running' });
});

test('it is canceled at the end of the period, and ends that day', { timeout: long }, async () => {
  const { id } = await service();
  const body = { when: 'period_end', reason: 'unused' };
  expect((await client.owner.post(client.at(`/services/${id}/cancel`), body)).status).toBe(200);
  await told('services.service-cancel-scheduled');
  await pass(30);
  await told(
    'services.service-canceled',
    'provisioning.operation-started',
    'provisioning.service-deprovisioned',
  );
  expect(await service()).toMatchObject({ state: 'ended', technicalState: 'removed' });
  const owed = (await client.owner.get(client.at('/invoices?status=open'))).body.items;
  expect(owed).toEqual([]);
});

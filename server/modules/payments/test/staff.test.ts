import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { attemptOf, deliver, expectSound, issue, owedOn, pageOf, pay, payByCard } from './world.ts';

const app = await createTestApp();
const { sandbox } = app.ports;
const finance = await buildStaff(app, 'finance');

async function paid(method: string, name?: string) {
  const ours = await buildOrganization(app, name ? { name } : {});
  const invoice = await issue(app, ours);
  const { body: attempt } = await pay(ours, invoice, method);
  if (method === 'card') await payByCard(app, attempt, 'success');
  else await sandbox.submit(pageOf(attempt), method === 'qris' ? 'scan' : 'transfer');
  await deliver(app);
  return { ours, invoice, attempt, payment: (await attemptOf(ours, attempt.id)).payments[0]! };
}

const ids = (answer: { body: { items: { id: string }[] } }) => answer.body.items.map(({ id }) => id);

test('staff find money by client, day, cause, number and reference, page by page', async () => {
  const one = await paid('card', 'Warung Sumber Rejeki');
  const two = await paid('qris');
  const list = (query: string) => finance.get(`/api/console/payments?${query}`);
  expect(ids(await list(''))).toEqual([two.payment.id, one.payment.id]);
  expect(ids(await list('q=sumber'))).toEqual([one.payment.id]);
  expect(ids(await list(`q=${one.payment.receipt!.number}`))).toEqual([one.payment.id]);
  expect(ids(await list(`q=${two.payment.id}`))).toEqual([two.payment.id]);
  expect(ids(await list(`client=${two.ours.id}&cause=gateway&from=2026-03-02&to=2026-03-02`))).toEqual([
    two.payment.id,
  ]);
  expect(ids(await list('to=2026-03-01'))).toEqual([]);
  expect(ids(await list('q=50%25'))).toEqual([]);
  const first = await list('limit=1');
  expect(ids(await list(`limit=1&after=${first.body.next}`))).toEqual([one.payment.id]);
  expect((await list('after=nonsense')).status).toBe(400);

  const detail = await finance.get(`/api/console/payments/${one.payment.id}`);
  expect(detail.body).toMatchObject({
    client: { id: one.ours.id, name: 'Warung Sumber Rejeki' },
    invoice: { id: one.invoice },
    receipt: { number: one.payment.receipt!.number },
    attemptId: one.attempt.id,
    can: { refund: true, refundThere: true, takeBack: { no: 'by_gateway' } },
  });
  expect((await finance.get(`/api/console/payments/${one.attempt.id}`)).status).toBe(404);
});

test('staff see each try and what the gateway told of it, but never what a method is known by there', async () => {
  const { ours, invoice, attempt } = await paid('virtual_account');
  const { body: open } = await pay(ours, await issue(app, ours), 'qris');
  const list = (query: string) => finance.get(`/api/console/payment-attempts?client=${ours.id}&${query}`);
  expect(ids(await list(''))).toEqual([open.id, attempt.id]);
  expect(ids(await list('status=open'))).toEqual([open.id]);
  expect(ids(await list('status=succeeded'))).toEqual([attempt.id]);
  const detail = (await finance.get(`/api/console/payment-attempts/${attempt.id}`)).body;
  expect(detail).toMatchObject({
    status: 'succeeded',
    reference: expect.stringMatching(/^pay_/),
    startedBy: { id: ours.owner.id },
    invoices: [{ id: invoice }],
    events: [{ status: 'succeeded', outcome: 'advanced' }],
    can: { cancel: { no: 'already_paid' } },
  });
  expect(ids(await list(`q=${detail.reference}`))).toEqual([attempt.id]);
  expect((await finance.post(`/api/console/payment-attempts/${open.id}/check`)).body.status).toBe(
    'requires_action',
  );
  expect((await finance.post(`/api/console/payment-attempts/${open.id}/cancel`)).body.status).toBe(
    'canceled',
  );
  const support = await buildStaff(app, 'support');
  expect((await support.get(`/api/console/payment-attempts/${attempt.id}`)).body.can).toEqual({
    check: { no: 'your_role' },
    cancel: { no: 'your_role' },
  });
  await expectSound(app);
});

test('a method that cannot give back says so; staff note what they sent back themselves', async () => {
  const { ours, invoice, payment } = await paid('virtual_account');
  const path = `/api/console/payments/${payment.id}`;
  expect((await finance.get(path)).body.can).toEqual({
    refund: true,
    refundThere: { no: 'method_not_refundable' },
    takeBack: true,
  });
  expect((await finance.post(`${path}/refund`, { amount: 1, reason: 'x' })).body).toMatchObject({
    code: 'cannot_refund',
  });
  expect((await finance.post(`${path}/take-back`, { reason: 'Sent back by bank' })).status).toBe(200);
  expect((await finance.post(`${path}/take-back`, { reason: 'again' })).body).toMatchObject({
    code: 'cannot_refund',
  });
  expect(await owedOn(app, ours, invoice)).toBe(250_000n);
  await expectSound(app);
});

test('the business says which gateways are offered and how their methods are called', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const administrator = await buildStaff(app, 'administrator');
  const set = (value: unknown, version: number) =>
    administrator.put('/api/console/settings/payments.gateways', { value }, { version });
  const labels = { qris: { id: 'QRIS, semua bank', en: 'QRIS, any bank' } };
  expect((await set([{ gateway: 'sandbox', on: true, labels }], 0)).status).toBe(200);
  const options = () => ours.owner.get(ours.at(`/invoices/${invoice}/payment-options`));
  expect((await options()).body.methods[2]).toMatchObject({ id: 'qris', label: { en: 'QRIS, any bank' } });
  expect((await set([{ gateway: 'sandbox', on: false, labels: {} }], 1)).status).toBe(200);
  expect((await options()).body.methods).toEqual([]);
  expect((await pay(ours, invoice, 'qris')).body).toMatchObject({ code: 'method_unavailable' });
  expect((await set([{ gateway: 'sandbox' }], 2)).status).toBe(400);
  expect((await set([], 2)).status).toBe(200);
});

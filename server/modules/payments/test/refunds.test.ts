import { expect, test } from 'vitest';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { issueCreditNote } from '../../billing/index.ts';
import type { PaymentView } from '../contract.ts';
import { attemptOf, count, deliver, expectSound, factsOf, issue, owedOn, pay, payByCard } from './world.ts';

const app = await createTestApp();
const { sandbox } = app.ports;
const finance = await buildStaff(app, 'finance');
const second = await buildStaff(app, 'administrator');

async function paid(card: string, credited = 250_000n) {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const { body: attempt } = await pay(ours, invoice, 'card');
  await payByCard(app, attempt, card);
  await deliver(app);
  const payment = (await attemptOf(ours, attempt.id)).payments[0]!.id;
  if (credited > 0n)
    await app.ctx.transact((tx) =>
      issueCreditNote(tx, {
        organization: ours.id,
        invoice,
        reason: 'order_cancellation',
        lines: [{ position: 1, net: credited }],
      }),
    );
  await app.settle();
  return { ours, invoice, attempt, payment };
}

const refund = (payment: string, amount: number, over: object = {}, by = finance) =>
  by.post<PaymentView>(`/api/console/payments/${payment}/refund`, { amount, reason: 'Canceled', ...over });
const show = async (payment: string) =>
  (await finance.get<PaymentView>(`/api/console/payments/${payment}`)).body;
const states = async (payment: string) => (await show(payment)).refunds.map(({ state }) => state);

async function creditOf({ at, owner }: TestOrganization): Promise<number> {
  return (await owner.get(at('/billing-summary'))).body.currencies[0].credit;
}

/** Time passes, and the sweep asks about what is due. */
async function lookAgain(time: { minutes: number }): Promise<void> {
  await app.clock.advance(time);
  await app.sweep('payments.ask-about-refunds');
  await app.settle();
}

test('vendure#868: money that pays an invoice is not refunded: a credit note frees it, and then it goes back in parts, never more', async () => {
  const { ours, invoice, payment } = await paid('success', 0n);
  expect((await refund(payment, 1_000)).body).toMatchObject({ code: 'credit_too_small' });
  await app.ctx.transact((tx) =>
    issueCreditNote(tx, {
      organization: ours.id,
      invoice,
      reason: 'order_change',
      lines: [{ position: 1, net: 200_000n }],
    }),
  );
  expect(await refund(payment, 150_000)).toMatchObject({
    status: 202,
    body: { refunds: [{ state: 'asked' }], left: { amount: 100_000 }, credit: { amount: 50_000 } },
  });
  await deliver(app);
  expect(await states(payment)).toEqual(['done']);
  expect((await refund(payment, 100_000)).body).toMatchObject({ code: 'credit_too_small' });
  expect((await refund(payment, 50_000)).status).toBe(202);
  expect((await refund(payment, 100_001)).body).toMatchObject({ code: 'more_than_paid' });
  await deliver(app);
  expect([await creditOf(ours), await owedOn(app, ours, invoice)]).toEqual([0, 0n]);
  const { items } = (await ours.owner.get(ours.at('/refunds'))).body;
  expect(items).toMatchObject([
    { state: 'done', amount: { amount: 50_000 }, to: 'Visa •••• 4242' },
    { state: 'done', amount: { amount: 150_000 } },
  ]);
  expect((await ours.owner.get(ours.at('/statement'))).body.items[0]).toMatchObject({
    kind: 'refund_paid',
    change: 50_000,
  });
  const mails = app.ports.sent
    .filter((mail) => mail.to.address === ours.owner.email)
    .map(({ subject }) => subject);
  expect(mails).toContain('We have refunded Rp150,000');
  await expectSound(app);
});

test('all of it goes back and the invoice stays as it is: nothing is owed again', async () => {
  const { ours, invoice, attempt, payment } = await paid('success');
  await refund(payment, 250_000);
  await app.settle();
  await deliver(app);
  expect((await attemptOf(ours, attempt.id)).status).toBe('refunded');
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  expect((await show(payment)).takenBackAt).toBeNull();
  expect((await show(payment)).can.refund).toEqual({ no: 'all_refunded' });
  await expectSound(app);
});

test('a refund that takes a while is done when the gateway says so; one that fails later is credit again', async () => {
  const slow = await paid('slow_refund');
  const failing = await paid('failing_refund');
  await refund(slow.payment, 100_000);
  await refund(failing.payment, 100_000);
  await deliver(app);
  expect([await states(slow.payment), await states(failing.payment)]).toEqual([
    ['processing'],
    ['processing'],
  ]);
  expect(await creditOf(failing.ours)).toBe(150_000);
  await app.clock.advance({ minutes: 2 });
  await deliver(app);
  expect([await states(slow.payment), await states(failing.payment)]).toEqual([['done'], ['failed']]);
  expect([await creditOf(slow.ours), await creditOf(failing.ours)]).toEqual([150_000, 250_000]);
  expect(await factsOf(app, failing.ours)).toContain('refund-failed');
  expect((await refund(failing.payment, 250_000)).status).toBe(202);
  await deliver(app);
  await expectSound(app);
});

test('a time-out after the gateway has refunded: it is unknown, asked about, and has gone back once', async () => {
  const { ours, attempt, payment } = await paid('success');
  sandbox.chaos.lose = 1;
  sandbox.line = 'lost_answer';
  await refund(payment, 100_000);
  await app.settle();
  expect(await states(payment)).toEqual(['unknown']);
  await lookAgain({ minutes: 3 });
  expect(await states(payment)).toEqual(['unknown']);
  sandbox.line = 'up';
  await lookAgain({ minutes: 10 });
  sandbox.chaos.lose = 0;
  expect(await states(payment)).toEqual(['done']);
  const { refunded } = (await sandbox.gateway.findPayment(attempt.id))!;
  expect([refunded, await creditOf(ours)]).toEqual([100_000n, 150_000]);
  await expectSound(app);
});

test('a call that never arrived is made again, and a gateway that refuses gives the credit back', async () => {
  const { ours, attempt, payment } = await paid('success');
  sandbox.line = 'lost_call';
  await refund(payment, 100_000);
  await app.settle();
  sandbox.line = 'up';
  await lookAgain({ minutes: 10 });
  expect(await states(payment)).toEqual(['done']);
  const { reference } = (await sandbox.gateway.findPayment(attempt.id))!;
  sandbox.chaos.lose = 1;
  const elsewhere = { reference, refundId: 'elsewhere', amount: 100_000n, reason: 'x', now: app.clock.now() };
  await sandbox.gateway.refund!(elsewhere);
  sandbox.chaos.lose = 0;
  await refund(payment, 150_000);
  await app.settle();
  expect(await states(payment)).toEqual(['failed', 'done']);
  expect(await creditOf(ours)).toBe(150_000);
  await expectSound(app);
});

test('webhooks that come twice, late and in another order change nothing', async () => {
  const { ours, payment } = await paid('slow_refund');
  const before = sandbox.delivered.length;
  await refund(payment, 100_000);
  await app.settle();
  Object.assign(sandbox.chaos, { duplicate: 1, reorder: 1 });
  await app.clock.advance({ minutes: 2 });
  await deliver(app);
  Object.assign(sandbox.chaos, { duplicate: 0, reorder: 0 });
  for (const request of sandbox.delivered.slice(before).toReversed())
    expect(await sandbox.send(request.body)).toBe(204);
  // The same story told by events of other names.
  for (const { body } of sandbox.delivered.slice(before))
    await sandbox.send(body.replace(/"id":"evt_/, '"id":"evt_again_'));
  await app.settle();
  expect(await states(payment)).toEqual(['done']);
  expect(await creditOf(ours)).toBe(150_000);
  expect(
    await count(app, `billing.entries where kind = 'refund_settled' and organization_id = '${ours.id}'`),
  ).toBe(1);
  await expectSound(app);
});

test('above what one may do alone a second member of staff decides; never the same', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours, { amount: 3_000_000n });
  const { body: attempt } = await pay(ours, invoice, 'card');
  await payByCard(app, attempt, 'success');
  await deliver(app);
  const payment = (await attemptOf(ours, attempt.id)).payments[0]!.id;
  await app.ctx.transact((tx) =>
    issueCreditNote(tx, {
      organization: ours.id,
      invoice,
      reason: 'other',
      lines: [{ position: 1, net: 3_000_000n }],
    }),
  );
  const asked = (await refund(payment, 1_500_000)).body.refunds[0]!;
  expect(asked.state).toBe('to_approve');
  const url = `/api/console/refunds/${asked.id}`;
  expect((await finance.get('/api/console/refunds?state=waiting')).body.items).toMatchObject([
    { id: asked.id },
  ]);
  expect((await finance.post(`${url}/approve`)).body).toMatchObject({ code: 'same_hands' });
  expect((await finance.get(url)).body.can.approve).toEqual({ no: 'same_hands' });
  expect((await second.post(`${url}/approve`)).body).toMatchObject({
    state: 'asked',
    decidedBy: { id: second.id },
  });
  expect((await second.post(`${url}/approve`)).body).toMatchObject({ code: 'wrong_state' });
  await deliver(app);
  expect(await states(payment)).toEqual(['done']);
  const other = (await refund(payment, 1_200_000)).body.refunds[0]!;
  await second.post(`/api/console/refunds/${other.id}/reject`, { reason: 'Not agreed' });
  expect(await creditOf(ours)).toBe(1_500_000);
  expect(await states(payment)).toEqual(['rejected', 'done']);
  const support = await buildStaff(app, 'support');
  expect((await refund(payment, 1_000, {}, support)).status).toBe(404);
  await expectSound(app);
});

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

test('vendure#3553: another way: a bank transfer that a second member approves, with its proof', async () => {
  const { ours, payment } = await paid('success');
  const to = { bank: 'BCA', account: '1234567890', holder: 'Ani Lestari' };
  const asked = (await refund(payment, 100_000, { to })).body.refunds[0]!;
  const url = `/api/console/refunds/${asked.id}`;
  expect(asked.state).toBe('to_approve');
  expect((await finance.post(`${url}/paid`, { paidOn: '2026-03-02', reference: 'TRX' })).body).toMatchObject({
    code: 'wrong_state',
  });
  await second.post(`${url}/approve`);
  expect((await finance.get(url)).body).toMatchObject({
    state: 'to_pay',
    bank: to,
    can: { prove: true, pay: { no: 'proof_missing' } },
  });
  const paidOn = app.clock.now().toISOString().slice(0, 10);
  expect((await finance.post(`${url}/paid`, { paidOn, reference: 'TRX' })).body).toMatchObject({
    code: 'proof_missing',
  });
  const send = (body: Buffer) =>
    finance.post(`${url}/proof?name=bukti.png`, body, {
      headers: { 'content-type': 'application/octet-stream' },
    });
  expect((await send(Buffer.from('just words'))).body).toMatchObject({ code: 'proof_refused' });
  expect((await send(png)).body).toMatchObject({ proof: 'bukti.png', can: { pay: true } });
  expect((await finance.post(`${url}/paid`, { paidOn: '2030-01-01', reference: 'TRX' })).status).toBe(422);
  expect((await finance.post(`${url}/paid`, { paidOn, reference: 'TRX 77' })).body).toMatchObject({
    state: 'done',
    reference: 'TRX 77',
  });
  await app.settle();
  const [seen] = (await ours.owner.get(ours.at('/refunds'))).body.items;
  expect(seen).toMatchObject({ state: 'done', to: 'BCA •••• 7890', hasProof: true });
  expect((await ours.owner.get(ours.at(`/refunds/${seen.id}/proof`))).status).toBe(200);
  const stranger = await buildOrganization(app);
  expect((await stranger.owner.get(stranger.at(`/refunds/${seen.id}/proof`))).status).toBe(404);
  await expectSound(app);
});

test('a chargeback after a part was refunded takes back only the rest', async () => {
  const { ours, invoice, attempt, payment } = await paid('success', 100_000n);
  await refund(payment, 100_000);
  await deliver(app);
  const { reference } = (await sandbox.gateway.findPayment(attempt.id))!;
  await sandbox.gateway.refund!({
    reference,
    refundId: 'by-the-bank',
    amount: 150_000n,
    reason: 'chargeback',
    now: app.clock.now(),
  });
  await deliver(app);
  expect(await owedOn(app, ours, invoice)).toBe(150_000n);
  expect(await creditOf(ours)).toBe(0);
  await expectSound(app);
});

test('two who refund at once never give back more than there is', async () => {
  const { ours, payment } = await paid('success');
  const both = await Promise.all([refund(payment, 200_000), refund(payment, 200_000, {}, second)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 409]);
  await deliver(app);
  expect(await creditOf(ours)).toBe(50_000);
  await expectSound(app);
});

test('a repeated request with one key is one refund', async () => {
  const { payment } = await paid('success');
  const body = { amount: 1_000, reason: 'Twice' };
  const url = `/api/console/payments/${payment}/refund`;
  await finance.post(url, body, { key: 'refund-once' });
  await finance.post(url, body, { key: 'refund-once' });
  expect(await count(app, `payments.refunds where payment_id = '${payment as Id<'payment'>}'`)).toBe(1);
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import type { PaymentOptions } from '../contract.ts';
import { parseQris } from '../domain/qris.ts';
import { attemptOf, deliver, expectSound, factsOf, issue, owedOn, pageOf, pay, payByCard } from './world.ts';

const app = await createTestApp();
const { sandbox } = app.ports;

test('a card pays after the bank has asked its owner, on the pages of the gateway', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);

  const started = await pay(ours, invoice, 'card');
  expect(started).toMatchObject({
    status: 201,
    body: {
      status: 'requires_action',
      method: 'card',
      amount: { amount: 250_000, currency: 'IDR' },
      next: { kind: 'redirect' },
      payments: [],
      can: { cancel: true, check: true },
    },
  });
  await payByCard(app, started.body, 'challenge');
  expect(await sandbox.page(pageOf(started.body))).toContain('challenge');
  await deliver(app);
  expect(await owedOn(app, ours, invoice)).toBe(250_000n);

  await sandbox.submit(pageOf(started.body), 'challenge', { answer: 'approve' });
  await deliver(app);
  const paid = await attemptOf(ours, started.body.id);
  expect(paid).toMatchObject({ status: 'succeeded', paidWith: 'Visa •••• 3220', next: null });
  expect(paid.can.cancel).toEqual({ no: 'already_paid' });
  expect(paid.payments).toMatchObject([{ amount: { amount: 250_000 }, invoice: { id: invoice } }]);
  expect(paid.payments[0]!.receipt!.number).toMatch(/^KW\//);
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  expect(await factsOf(app, ours)).toEqual(['payment-started', 'payment-succeeded']);
  await expectSound(app);
});

test('a declined card says what to do, and the invoice can be paid again', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const first = await pay(ours, invoice, 'card');
  await payByCard(app, first.body, 'stolen_card');
  await deliver(app);
  expect(await attemptOf(ours, first.body.id)).toMatchObject({
    status: 'failed',
    failure: { class: 'never' },
    can: { cancel: { no: 'already_over' } },
  });
  const second = await pay(ours, invoice, 'card');
  expect(second.body.id).not.toBe(first.body.id);
  await payByCard(app, second.body, 'success');
  await deliver(app);
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  expect(await factsOf(app, ours)).toEqual([
    'payment-started',
    'payment-failed',
    'payment-started',
    'payment-succeeded',
  ]);
  await expectSound(app);
});

test('a virtual account shows where to send how much until when', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const started = await pay(ours, invoice, 'virtual_account');
  expect(started.body.next).toMatchObject({
    kind: 'transfer',
    bank: 'Bank Sandbox',
    accountNumber: expect.stringMatching(/^8808\d{12}$/),
    amount: { amount: 250_000, currency: 'IDR' },
    expiresAt: '2026-03-03T02:00:00.000Z',
  });
  const options = await ours.owner.get<PaymentOptions>(ours.at(`/invoices/${invoice}/payment-options`));
  expect(options.body.open).toEqual(started.body);
  await sandbox.submit(pageOf(started.body), 'transfer');
  await deliver(app);
  expect(await attemptOf(ours, started.body.id)).toMatchObject({
    status: 'succeeded',
    paidWith: 'Bank Sandbox',
  });
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  await expectSound(app);
});

test('a QRIS code carries the sum and is drawn', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours, { amount: 99_000n });
  const started = await pay(ours, invoice, 'qris');
  const { next } = started.body;
  if (next?.kind !== 'qr') throw new Error('not a code');
  expect(parseQris(next.payload)).toContainEqual({ id: '54', value: '99000' });
  expect(next.path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
  expect(next.size).toBeGreaterThan(40);
  await sandbox.submit(pageOf(started.body), 'scan');
  await deliver(app);
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  await expectSound(app);
});

test('a wallet, and a choice made on the page of the gateway', async () => {
  const ours = await buildOrganization(app);
  const [one, other] = [await issue(app, ours), await issue(app, ours)];
  const wallet = await pay(ours, one, 'ewallet');
  await sandbox.submit(pageOf(wallet.body), 'wallet', { answer: 'approve' });
  const hosted = await pay(ours, other, 'checkout');
  await sandbox.submit(pageOf(hosted.body), 'method', { method: 'qris' });
  await sandbox.submit(pageOf(hosted.body), 'scan');
  await deliver(app);
  expect(await owedOn(app, ours, one)).toBe(0n);
  expect(await attemptOf(ours, hosted.body.id)).toMatchObject({ status: 'succeeded', paidWith: 'QRIS' });
  await expectSound(app);
});

test('what cannot be paid that way says why', async () => {
  const ours = await buildOrganization(app);
  const [small, dollars] = [
    await issue(app, ours, { amount: 4_000n }),
    await issue(app, ours, { amount: 2_500n, currency: 'USD' }),
  ];
  const options = await ours.owner.get<PaymentOptions>(ours.at(`/invoices/${small}/payment-options`));
  expect(options.body.methods.map(({ id, can }) => [id, can.pay])).toEqual([
    ['card', { no: 'amount_too_small' }],
    ['virtual_account', { no: 'amount_too_small' }],
    ['qris', true],
    ['ewallet', true],
    ['checkout', { no: 'amount_too_small' }],
  ]);
  expect(await pay(ours, small, 'card')).toMatchObject({ status: 422, body: { code: 'method_unavailable' } });
  const foreign = await ours.owner.get<PaymentOptions>(ours.at(`/invoices/${dollars}/payment-options`));
  expect(foreign.body.methods.map(({ id }) => id)).toEqual(['card', 'checkout']);
  expect((await pay(ours, dollars, 'qris')).body).toMatchObject({ code: 'method_unavailable' });
  expect((await pay(ours, dollars, 'barter')).body).toMatchObject({ code: 'method_unavailable' });
  expect((await pay(ours, dollars, { gateway: 'elsewhere', method: 'card' })).body).toMatchObject({
    code: 'method_unavailable',
  });
  expect((await pay(ours, dollars, { gateway: 'sandbox' })).status).toBe(400);
  const paid = await pay(ours, dollars, 'card');
  await payByCard(app, paid.body, 'success_mastercard');
  await deliver(app);
  expect(await owedOn(app, ours, dollars)).toBe(0n);
  expect((await pay(ours, dollars, 'card')).body).toMatchObject({ code: 'already_paid' });
  await expectSound(app);
});

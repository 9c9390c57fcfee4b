import { expect, test } from 'vitest';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { issueCreditNote } from '../../billing/index.ts';
import { lockAttempt } from '../attempt-row.ts';
import { takeNews } from '../commands/take-news.ts';
import type { PaymentView } from '../contract.ts';
import type { FeeReport, FeeRules } from '../fee-contract.ts';
import { attemptOf, deliver, expectSound, issue, pageOf, pay, payByCard } from './world.ts';

const app = await createTestApp();
const finance = await buildStaff(app, 'finance');
const support = await buildStaff(app, 'support');

const show = async (payment: string) =>
  (await finance.get<PaymentView>(`/api/console/payments/${payment}`)).body;
const addRule = (over: object, by = finance) =>
  by.post<FeeRules>('/api/console/gateway-fee-rules', {
    gateway: 'manual',
    method: null,
    currency: 'IDR',
    share: 0,
    fixed: 0,
    from: '2026-01-01',
    givenBack: false,
    ...over,
  });

/** What accounts of the business hold of one client's ledger. */
async function accounts({ id }: TestOrganization): Promise<Record<string, number>> {
  const { rows } = await app.app.pool.query<{ account: string; sum: number }>(
    `select account, sum(debit - credit)::float8 as sum from billing.postings where organization_id = $1
     and (account = 'gateway_fee' or account like 'cash:%') group by account`,
    [id],
  );
  return Object.fromEntries(rows.map(({ account, sum }) => [account, sum]));
}

async function paidByCard(amount: bigint) {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours, { amount });
  const { body: attempt } = await pay(ours, invoice, 'card');
  await payByCard(app, attempt, 'success');
  await deliver(app);
  return { ours, invoice, attempt, payment: (await attemptOf(ours, attempt.id)).payments[0]!.id };
}

test('what the gateway tells it kept is booked as an expense out of its cash, once, and staff alone see it', async () => {
  const { ours, invoice, attempt, payment } = await paidByCard(250_000n);
  await deliver(app);
  expect(await accounts(ours)).toEqual({ 'cash:sandbox': 240_750, gateway_fee: 9_250 });
  expect((await show(payment)).fee).toEqual({
    told: true,
    amount: { amount: 9_250, currency: 'IDR' },
    givenBack: { amount: 0, currency: 'IDR' },
    net: { amount: 240_750, currency: 'IDR' },
  });
  const seen = await Promise.all(
    ['/statement', '/credit', `/invoices/${invoice}`, `/payment-attempts/${attempt.id}`].map(
      async (path) => (await ours.owner.get(ours.at(path))).body,
    ),
  );
  // Names and numbers: an id may hold any letters.
  const isText = (value: unknown) => typeof value === 'string';
  for (const body of seen)
    expect(JSON.stringify(body, (_, value) => (isText(value) ? '' : value))).not.toMatch(/fee|\b9250\b/i);
  await expectSound(app);
});

test('rules hold from their day, by method before all; the true fee corrects what was reckoned, also after it came back', async () => {
  const bad = { gateway: 'nobody' };
  expect((await addRule(bad)).body).toMatchObject({ code: 'unknown_gateway' });
  expect((await addRule({ gateway: 'sandbox', currency: 'EUR' })).body).toMatchObject({
    code: 'unknown_gateway',
  });
  expect((await addRule({ gateway: 'sandbox' }, support)).status).toBe(404);
  const rule = { gateway: 'sandbox', method: 'ewallet', share: 200, fixed: 1_000, givenBack: true };
  expect((await addRule({ gateway: 'sandbox', share: 1_000 })).status).toBe(201);
  const { body } = await addRule(rule);
  expect(body.items).toMatchObject([
    { method: null, state: 'holds', can: { remove: { no: 'fee_rule_in_use' } } },
    { method: 'ewallet', state: 'holds', label: { en: 'Sandbox Wallet' } },
  ]);
  expect((await addRule(rule)).body).toMatchObject({ code: 'fee_rule_exists' });
  const later = await addRule({ ...rule, from: '2026-12-01', share: 5_000 });
  const coming = later.body.items.find(({ state }) => state === 'coming')!;
  const remove = () => finance.delete(`/api/console/gateway-fee-rules/${coming.id}`);
  expect([(await remove()).status, (await remove()).status]).toEqual([204, 404]);

  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours, { amount: 100_000n });
  const { body: attempt } = await pay(ours, invoice, 'ewallet');
  const tell = (fee?: bigint) =>
    app.ctx.transact(async (tx) => {
      const locked = await lockAttempt(tx, ours.id, attempt.id as Id<'attempt'>);
      await takeNews(tx, locked, {
        ...locked.state,
        status: 'succeeded',
        occurredAt: tx.now,
        reference: locked.reference,
        ...(fee === undefined ? {} : { fee }),
      });
    });
  await tell();
  const payment = (await attemptOf(ours, attempt.id)).payments[0]!.id;
  expect(await show(payment)).toMatchObject({ fee: { told: false, amount: { amount: 3_000 } } });
  await tell(2_500n);
  await tell(2_500n);
  await tell();
  expect(await show(payment)).toMatchObject({
    fee: { told: true, amount: { amount: 2_500 }, net: { amount: 97_500 } },
  });
  expect(await accounts(ours)).toEqual({ 'cash:sandbox': 97_500, gateway_fee: 2_500 });

  // The wallet's own page pays, so that the gateway can give it back; it tells a fee of its own.
  await app.ports.sandbox.submit(pageOf(attempt), 'wallet', { answer: 'approve' });
  await deliver(app);
  // News overtake each other: another fee than before is not believed but asked about.
  expect(await show(payment)).toMatchObject({ fee: { amount: { amount: 2_500 } } });
  await app.sweep('payments.ask-about-attempts');
  expect(await show(payment)).toMatchObject({ fee: { amount: { amount: 1_500 } } });
  await tell(2_500n);
  await app.sweep('payments.ask-about-attempts');
  expect(await show(payment)).toMatchObject({ fee: { amount: { amount: 1_500 } } });
  await app.ctx.transact((tx) =>
    issueCreditNote(tx, {
      organization: ours.id,
      invoice,
      reason: 'other',
      lines: [{ position: 1, net: 100_000n }],
    }),
  );
  const refund = (amount: number) =>
    finance.post(`/api/console/payments/${payment}/refund`, { amount, reason: 'Canceled' });
  expect((await refund(33_333)).status).toBe(202);
  await deliver(app);
  expect(await show(payment)).toMatchObject({ fee: { givenBack: { amount: 500 }, net: { amount: 99_000 } } });
  await refund(66_667);
  await deliver(app);
  expect(await show(payment)).toMatchObject({
    fee: { givenBack: { amount: 1_500 }, net: { amount: 100_000 } },
  });
  expect(await accounts(ours)).toEqual({ 'cash:sandbox': 0, 'cash:refunds': 0, gateway_fee: 0 });
  await expectSound(app);
});

test('where the gateway keeps its fee, a refund leaves it', async () => {
  const { ours, invoice, payment } = await paidByCard(250_000n);
  await app.ctx.transact((tx) =>
    issueCreditNote(tx, {
      organization: ours.id,
      invoice,
      reason: 'other',
      lines: [{ position: 1, net: 250_000n }],
    }),
  );
  await finance.post(`/api/console/payments/${payment}/refund`, { amount: 250_000, reason: 'Canceled' });
  await deliver(app);
  expect(await accounts(ours)).toEqual({ 'cash:sandbox': -9_250, 'cash:refunds': 0, gateway_fee: 9_250 });
  await expectSound(app);
});

test('the report adds up by month, gateway and method, as a page and as a file', async () => {
  const report = (await finance.get<FeeReport>('/api/console/gateway-fees')).body;
  const card = report.items.filter(({ method }) => method === 'card');
  expect(card).toMatchObject([
    { gateway: 'sandbox', payments: 2, received: 500_000, fees: 18_500, net: 481_500 },
  ]);
  const wallet = report.items.find(({ method }) => method === 'ewallet')!;
  expect(wallet).toMatchObject({ payments: 1, received: 100_000, fees: 0, givenBack: 1_500, net: 100_000 });
  const file = await finance.get('/api/console/gateway-fees/file?lang=en');
  expect(file.text).toContain('Month,Gateway,Method');
  expect(file.text).toContain(`${card[0]!.month},sandbox,card,IDR,2,500000,18500,0,481500`);
  expect((await finance.get<FeeReport>('/api/console/gateway-fees?to=2026-01-31')).body.items).toEqual([]);
  const stranger = await buildOrganization(app);
  for (const path of ['gateway-fees', 'gateway-fee-rules', 'gateway-fees/file'])
    expect((await stranger.owner.get(`/api/console/${path}`)).status).toBe(404);
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import type { AttemptView } from '../contract.ts';
import type { DepositOptions } from '../deposit-contract.ts';
import {
  attemptOf,
  count,
  deliver,
  expectSound,
  factsOf,
  issue,
  owedOn,
  pageOf,
  payByCard,
} from './world.ts';

const app = await createTestApp();
const finance = await buildStaff(app, 'finance');

const qris = { gateway: 'sandbox', method: 'qris' };
const add = ({ at, owner }: TestOrganization, amount: number, how: object = qris, key?: string) =>
  owner.post<AttemptView>(at('/deposits'), { amount, how }, key ? { key } : {});
const options = async ({ at, owner }: TestOrganization, amount?: number) =>
  (await owner.get<DepositOptions>(at(`/deposits${amount === undefined ? '' : `?amount=${amount}`}`))).body;
const creditOf = async (ours: TestOrganization) => (await options(ours)).credit.amount;

test('a client adds to its credit by the ways it pays, once, with a receipt and no invoice; credit then pays', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours, { amount: 40_000n });
  const before = await options(ours);
  expect(before).toMatchObject({
    credit: { amount: 0 },
    room: { amount: 50_000_000 },
    can: { add: true },
    open: null,
  });
  const { status, body: attempt } = await add(ours, 100_000, { gateway: 'sandbox', method: 'card' });
  expect(status).toBe(201);
  expect(attempt).toMatchObject({
    purpose: 'deposit',
    invoices: [],
    amount: { amount: 100_000, currency: 'IDR' },
  });
  expect((await options(ours)).open).toMatchObject({ id: attempt.id });
  await payByCard(app, attempt, 'success');
  await deliver(app);
  await app.ports.sandbox.flush();
  await app.settle();
  const done = await attemptOf(ours, attempt.id);
  expect(done).toMatchObject({
    status: 'succeeded',
    payments: [{ invoice: null, amount: { amount: 100_000 } }],
  });
  expect(done.payments[0]!.receipt!.number).toMatch(/^KW/);
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  expect(await creditOf(ours)).toBe(60_000);
  expect(await count(app, `billing.invoices where organization_id = '${ours.id}'`)).toBe(1);
  const { lots } = (await ours.owner.get(ours.at('/credit'))).body;
  expect(lots).toMatchObject([{ source: 'deposit', amount: 100_000, left: 60_000 }]);
  expect((await factsOf(app, ours)).filter((name) => name === 'payment-succeeded')).toHaveLength(1);
  await expectSound(app);
});

test('what may be added is bounded at once and in all, and one is open at a time', async () => {
  const ours = await buildOrganization(app);
  expect((await add(ours, 9_999)).body).toMatchObject({ code: 'deposit_too_small' });
  expect((await add(ours, 50_000_001)).body).toMatchObject({ code: 'deposit_too_large' });
  expect((await add(ours, 0)).status).toBe(400);
  const first = await add(ours, 20_000, qris, 'add-money-1');
  expect((await add(ours, 20_000, qris, 'add-money-1')).body.id).toBe(first.body.id);
  expect((await add(ours, 20_000)).body.id).toBe(first.body.id);
  const second = await add(ours, 30_000);
  expect(second.body.id).not.toBe(first.body.id);
  expect((await attemptOf(ours, first.body.id)).status).toBe('canceled');
  const both = await Promise.all([add(ours, 40_000), add(ours, 50_000)]);
  expect(both.some(({ status }) => status === 201)).toBe(true);
  expect(
    await count(app, `payments.attempts where organization_id = '${ours.id}' and status = 'requires_action'`),
  ).toBe(1);
  const record = (amount: number) =>
    finance.post(`/api/console/clients/${ours.id}/deposits`, { amount, method: 'Cash', note: '' });
  expect((await record(99_000_000)).status).toBe(201);
  expect(await options(ours)).toMatchObject({ room: { amount: 1_000_000 } });
  expect((await add(ours, 1_000_001)).body).toMatchObject({ code: 'deposit_too_large' });
  await record(995_000);
  expect(await options(ours)).toMatchObject({ room: { amount: 5_000 }, can: { add: { no: 'credit_full' } } });
  await expectSound(app);
});

test('money that comes after all, and twice, is credit once', async () => {
  const ours = await buildOrganization(app);
  const { body: attempt } = await add(ours, 25_000);
  await app.ports.sandbox.submit(pageOf(attempt), 'scan');
  await Promise.all([
    app.ports.sandbox.flush(),
    ours.owner.post(ours.at(`/payment-attempts/${attempt.id}/check`)),
  ]);
  await deliver(app);
  expect(await creditOf(ours)).toBe(25_000);
  await expectSound(app);
});

test('a transfer to the credit is reported, found by staff, and its receipt is for a deposit', async () => {
  const ours = await buildOrganization(app);
  const report = { amount: 75_000, paidOn: '2026-03-02', bank: 'BCA', sender: 'CV Contoh' };
  const told = await ours.owner.post<DepositOptions>(ours.at('/deposits/transfers'), report);
  expect(told).toMatchObject({
    status: 201,
    body: { transfer: { state: 'reported', invoice: null }, can: { add: { no: 'payment_pending' } } },
  });
  expect((await ours.owner.post(ours.at('/deposits/transfers'), report)).body).toMatchObject({
    code: 'payment_pending',
  });
  const waiting = async () =>
    (await finance.get(`/api/console/transfers?state=reported&client=${ours.id}`)).body.items;
  const [item] = await waiting();
  expect(item).toMatchObject({ invoice: null, balance: null, amount: { amount: 75_000 } });
  await finance.post(`/api/console/transfers/${item.id}/reject`, { reason: 'Not there' });
  await app.settle();
  expect(app.ports.sent.at(-1)!.text).toContain('your credit');
  expect((await options(ours)).transfer).toMatchObject({ state: 'rejected', reason: 'Not there' });
  await ours.owner.post(ours.at('/deposits/transfers'), report);
  const [again] = await waiting();
  await finance.post(`/api/console/transfers/${again.id}/approve`, {
    amount: 70_000,
    receivedOn: '2026-03-01',
  });
  await app.settle();
  expect(await options(ours)).toMatchObject({
    credit: { amount: 70_000 },
    transfer: null,
    can: { add: true },
  });
  await expectSound(app);
});

test('staff record a deposit, and a refund of it comes out of the credit again', async () => {
  const ours = await buildOrganization(app);
  const support = await buildStaff(app, 'support');
  const path = `/api/console/clients/${ours.id}/deposits`;
  const body = { amount: 60_000, method: 'Cash', note: 'At the counter' };
  expect((await support.post(path, body)).status).toBe(404);
  expect((await finance.post(path, { ...body, receivedOn: '2026-03-09' })).body).toMatchObject({
    code: 'paid_in_future',
  });
  const answers = await Promise.all([1, 2].map(() => finance.post(path, body, { key: 'one-deposit-1' })));
  const { id } = answers.find(({ status }) => status === 201)!.body;
  expect(await creditOf(ours)).toBe(60_000);
  const to = { bank: 'BCA', account: '1234567890', holder: 'CV Contoh' };
  const refund = await finance.post(`/api/console/payments/${id}/refund`, {
    amount: 60_000,
    reason: 'Asked',
    to,
  });
  expect(refund.status).toBe(202);
  expect(await creditOf(ours)).toBe(0);
  await expectSound(app);
});

test('strangers, colleagues without the right and other organizations add nothing and see nothing', async () => {
  const ours = await buildOrganization(app);
  const theirs = await buildOrganization(app);
  const technical = await buildMember(app, ours, 'technical');
  const body = { amount: 20_000, how: qris };
  expect((await app.stranger.post(ours.at('/deposits'), body)).status).toBe(401);
  for (const by of [technical, theirs.owner, finance]) {
    expect((await by.get(ours.at('/deposits'))).status).toBe(404);
    expect((await by.post(ours.at('/deposits'), body)).status).toBe(404);
    expect((await by.post(ours.at('/deposits/transfers'), body)).status).toBe(404);
  }
  const settings = await finance.get('/api/console/billing-settings/credit');
  const value = { ...settings.body.value, deposits: { offered: false, limits: [] } };
  const headers = { 'if-match': `"${settings.body.version}"` };
  expect((await finance.put('/api/console/billing-settings/credit', value, { headers })).status).toBe(200);
  expect(await options(ours)).toMatchObject({ can: { add: { no: 'deposit_not_offered' } } });
  expect((await add(ours, 20_000)).body).toMatchObject({ code: 'deposit_not_offered' });
});

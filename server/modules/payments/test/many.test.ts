import { expect, test } from 'vitest';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { attemptOf, count, deliver, expectSound, issue, owedOn, pageOf, pay, payByCard } from './world.ts';

const app = await createTestApp();
const { sandbox } = app.ports;
const finance = await buildStaff(app, 'finance');
const card = { gateway: 'sandbox', method: 'card' };

/** Three invoices, the last one due first. */
async function three(currency = 'IDR') {
  const ours = await buildOrganization(app, { currency });
  const due = ['2026-03-20', '2026-03-15', '2026-03-10'] as const;
  const invoices: Id<'invoice'>[] = [];
  for (const [index, dueOn] of due.entries())
    invoices.push(await issue(app, ours, { amount: BigInt(100_000 * (index + 1)), dueOn: dueOn as never }));
  await app.settle();
  return { ours, invoices };
}

const payMany = (
  { at, owner }: TestOrganization,
  invoices: readonly string[],
  over: object = {},
  key?: string,
) => owner.post(at('/payments'), { invoices, how: card, ...over }, key ? { key } : {});

test('many invoices are one payment with one receipt, and stay the documents they are', async () => {
  const { ours, invoices } = await three();
  const options = await ours.owner.get(ours.at(`/payment-options?invoices=${invoices.join(',')}`));
  expect(options.body).toMatchObject({
    total: { amount: 600_000 },
    invoices: [{ id: invoices[2] }, { id: invoices[1] }, { id: invoices[0] }],
  });
  const { body: attempt, status } = await payMany(ours, invoices);
  expect([status, attempt.amount.amount, attempt.invoices.length]).toEqual([201, 600_000, 3]);
  expect((await payMany(ours, invoices)).body.id).toBe(attempt.id);
  await payByCard(app, attempt, 'success');
  await deliver(app);
  const after = await attemptOf(ours, attempt.id);
  expect(after.payments).toMatchObject([{ invoice: null, amount: { amount: 600_000 } }]);
  for (const invoice of invoices) {
    const { body } = await ours.owner.get(ours.at(`/invoices/${invoice}`));
    expect(body).toMatchObject({ status: 'paid', receipts: [{ id: after.payments[0]!.receipt!.id }] });
  }
  const receipt = `/receipts/${after.payments[0]!.receipt!.id}/document?lang=id`;
  expect((await ours.owner.get(ours.at(receipt))).status).toBe(200);
  expect(app.failures).toEqual([]);
  await expectSound(app);
});

test('a part of it pays the oldest first', async () => {
  const { ours, invoices } = await three();
  expect((await payMany(ours, invoices, { amount: 600_001 })).body).toMatchObject({ code: 'more_than_owed' });
  const { body: attempt } = await payMany(ours, invoices, { amount: 350_000 });
  expect(attempt.invoices).toHaveLength(2);
  await payByCard(app, attempt, 'success');
  await deliver(app);
  const owed = await Promise.all(invoices.map((invoice) => owedOn(app, ours, invoice)));
  expect(owed).toEqual([100_000n, 150_000n, 0n]);
  await expectSound(app);
});

test('what was paid meanwhile becomes credit: late money always lands, once', async () => {
  const { ours, invoices } = await three();
  const { body: attempt } = await payMany(ours, invoices, {
    how: { gateway: 'sandbox', method: 'virtual_account' },
  });
  const cash = { invoice: invoices[2], amount: 300_000, method: 'Cash' };
  expect((await finance.post('/api/console/payments', cash)).status).toBe(201);
  Object.assign(sandbox.chaos, { duplicate: 1 });
  await sandbox.submit(pageOf(attempt), 'transfer');
  await sandbox.flush();
  await sandbox.flush();
  Object.assign(sandbox.chaos, { duplicate: 0 });
  await app.settle();
  expect(await count(app, `payments.payments where attempt_id = '${attempt.id}'`)).toBe(1);
  expect((await ours.owner.get(ours.at('/billing-summary'))).body.currencies[0]).toMatchObject({
    open: 0,
    credit: 300_000,
  });
  await expectSound(app);
});

test('one attempt at a time: paying one of them alone takes the place of all together, and the other way round', async () => {
  const { ours, invoices } = await three();
  const { body: all } = await payMany(ours, invoices);
  const { body: alone } = await pay(ours, invoices[0]!, 'qris');
  expect((await attemptOf(ours, all.id)).status).toBe('canceled');
  const { body: again } = await payMany(ours, invoices);
  expect((await attemptOf(ours, alone.id)).status).toBe('canceled');
  expect(again.status).toBe('requires_action');
  const both = await Promise.all([payMany(ours, invoices), payMany(ours, invoices.slice(1))]);
  expect(both.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
  expect(
    await count(app, `payments.attempt_invoices where open and organization_id = '${ours.id}'`),
  ).toBeLessThanOrEqual(3);
});

test('a chargeback of it opens all of them again', async () => {
  const { ours, invoices } = await three();
  const { body: attempt } = await payMany(ours, invoices);
  await payByCard(app, attempt, 'success');
  await deliver(app);
  const { reference } = (await sandbox.gateway.findPayment(attempt.id))!;
  await sandbox.gateway.refund!({
    reference,
    refundId: 'cb',
    amount: 600_000n,
    reason: 'x',
    now: app.clock.now(),
  });
  await deliver(app);
  const owed = await Promise.all(invoices.map((invoice) => owedOn(app, ours, invoice)));
  expect(owed).toEqual([100_000n, 200_000n, 300_000n]);
});

test('not of others, not in two currencies, not what is paid, not by whom it is not allowed', async () => {
  const { ours, invoices } = await three();
  const other = await three();
  expect((await payMany(ours, [invoices[0]!, other.invoices[0]!])).status).toBe(404);
  const dollars = await issue(app, ours, { currency: 'USD', amount: 5_000n });
  expect((await payMany(ours, [invoices[0]!, dollars])).body).toMatchObject({ code: 'mixed_currencies' });
  expect((await payMany(ours, [invoices[0]!, invoices[0]!])).status).toBe(400);
  expect((await payMany(ours, [])).status).toBe(400);
  const technical = await buildMember(app, ours, 'technical');
  expect((await technical.post(ours.at('/payments'), { invoices, how: card })).status).toBe(404);
  const once = await payMany(ours, invoices, {}, 'many-once');
  expect((await payMany(ours, invoices, {}, 'many-once')).body.id).toBe(once.body.id);
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { statementsOf } from '../../../test/kit/statements.ts';
import {
  attemptOf,
  count,
  deliver,
  expectSound,
  factsOf,
  issue,
  owedOn,
  pageOf,
  pay,
  payByCard,
} from './world.ts';

const app = await createTestApp();
const { sandbox } = app.ports;

/** A started payment by virtual account, and the event that would tell it is paid. */
async function waiting() {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const { body: attempt } = await pay(ours, invoice, 'virtual_account');
  return { ours, invoice, attempt };
}

/** Pays at the gateway and keeps the webhook back; resolves with its body. */
async function eventOf(attempt: Awaited<ReturnType<typeof waiting>>['attempt']) {
  sandbox.chaos.lose = 1;
  await sandbox.submit(pageOf(attempt), 'transfer');
  sandbox.chaos.lose = 0;
  const snapshot = await sandbox.gateway.findPayment(attempt.id);
  return {
    id: `evt_${attempt.id}`,
    type: 'payment',
    createdAt: app.clock.now().toISOString(),
    payment: {
      id: snapshot!.reference,
      attemptId: attempt.id,
      amount: '250000',
      currency: 'IDR',
      status: 'succeeded',
      statusAt: app.clock.now().toISOString(),
      expiresAt: new Date(attempt.expiresAt).toISOString(),
      pageUrl: pageOf(attempt),
      refunded: '0',
      paidWith: { method: 'virtual_account', label: 'Bank Sandbox' },
    },
  };
}

test('the same webhook again, and twice at once, moves money once', async () => {
  const { ours, invoice, attempt } = await waiting();
  const body = JSON.stringify(await eventOf(attempt));
  const answers = await Promise.all(Array.from({ length: 8 }, () => sandbox.send(body)));
  expect(answers).toEqual(Array(8).fill(204));
  expect(await sandbox.send(body)).toBe(204);
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  expect(await factsOf(app, ours)).toEqual(['payment-started', 'payment-succeeded']);
  expect(await count(app, `payments.inbox where attempt_id = '${attempt.id}'`)).toBe(1);
  await expectSound(app);
});

test('news that was overtaken changes nothing', async () => {
  const { ours, attempt } = await waiting();
  const event = await eventOf(attempt);
  expect(await sandbox.send(JSON.stringify(event))).toBe(204);
  for (const [index, status] of (
    ['requires_action', 'processing', 'failed', 'expired', 'canceled'] as const
  ).entries()) {
    const failure = status === 'failed' ? { class: 'retry', code: 'x', message: 'x' } : undefined;
    const late = { ...event, id: `${event.id}_${index}`, payment: { ...event.payment, status, failure } };
    expect(await sandbox.send(JSON.stringify(late))).toBe(204);
  }
  expect(await attemptOf(ours, attempt.id)).toMatchObject({ status: 'succeeded', failure: null });
  expect(await factsOf(app, ours)).toEqual(['payment-started', 'payment-succeeded']);
  await expectSound(app);
});

test('what is not signed, signed long ago, or changed leaves no trace', async () => {
  const { ours, invoice, attempt } = await waiting();
  const body = JSON.stringify(await eventOf(attempt));
  const post = (over: object) =>
    app.app.http.inject({ method: 'POST', url: '/api/webhooks/payments/sandbox', ...over });
  expect(await sandbox.send(body, { secret: 'another-secret-0123456789' })).toBe(401);
  expect(await sandbox.send(body, { at: new Date(app.clock.now().getTime() - 600_000) })).toBe(401);
  expect((await post({ payload: body, headers: { 'content-type': 'application/json' } })).statusCode).toBe(
    401,
  );
  const unsigned = await post({});
  expect(unsigned.json()).toMatchObject({
    status: 401,
    code: 'webhook_refused',
    facts: { reason: 'signature' },
  });
  expect(
    (await app.app.http.inject({ method: 'POST', url: '/api/webhooks/payments/elsewhere', payload: body }))
      .statusCode,
  ).toBe(404);
  expect(await sandbox.send('{"id":"evt_1"')).toBe(401);
  expect(await count(app, `payments.inbox where attempt_id = '${attempt.id}'`)).toBe(0);
  expect(await owedOn(app, ours, invoice)).toBe(250_000n);
});

test('a signature covers bytes: one space more and it is another delivery', async () => {
  const { ours, invoice, attempt } = await waiting();
  await sandbox.submit(pageOf(attempt), 'transfer');
  const before = sandbox.delivered.length;
  app.ports.sandbox.chaos.lose = 0;
  await sandbox.flush();
  const sent = sandbox.delivered[before]!;
  const again = await app.app.http.inject({
    method: 'POST',
    url: '/api/webhooks/payments/sandbox',
    headers: sent.headers,
    payload: `${sent.body} `,
  });
  expect(again.statusCode).toBe(401);
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  await expectSound(app);
});

test('a lost webhook is made up for by asking', async () => {
  const { ours, invoice, attempt } = await waiting();
  await eventOf(attempt);
  await app.clock.advance({ minutes: 4 });
  await app.sweep('payments.ask-about-attempts');
  expect(await owedOn(app, ours, invoice)).toBe(250_000n);
  await app.clock.advance({ minutes: 1 });
  await app.sweep('payments.ask-about-attempts');
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  await expectSound(app);
});

test('somebody who comes back from the gateway has it asked at once, and the address proves nothing', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const { body: attempt } = await pay(ours, invoice, 'card');
  const check = () => ours.owner.post(ours.at(`/payment-attempts/${attempt.id}/check?status=succeeded`));
  expect((await check()).body.status).toBe('requires_action');
  await payByCard(app, attempt, 'lost_webhook');
  await deliver(app);
  expect((await attemptOf(ours, attempt.id)).status).toBe('requires_action');
  expect((await check()).body.status).toBe('succeeded');
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  await expectSound(app);
});

test('a webhook that is faster than the answer to the call that began it', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  sandbox.beforeAnswer = async () => {
    const { rows } = await app.app.pool.query<{ id: string }>(
      'select id from payments.attempts order by id desc limit 1',
    );
    const started = await sandbox.gateway.findPayment(rows[0]!.id);
    await sandbox.submit(`http://sandbox.test/pay/${started!.reference}`, 'transfer');
    await sandbox.flush();
  };
  const { body } = await pay(ours, invoice, 'virtual_account');
  expect(body).toMatchObject({ status: 'succeeded', paidWith: 'Bank Sandbox', next: null });
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  expect(await factsOf(app, ours)).toEqual(['payment-started', 'payment-succeeded']);
  await expectSound(app);
});

test('a bank takes money for what has expired: late money is money', async () => {
  const { ours, invoice, attempt } = await waiting();
  await app.clock.advance({ days: 1, minutes: 2 });
  await app.sweep('payments.ask-about-attempts');
  expect(await attemptOf(ours, attempt.id)).toMatchObject({ status: 'expired', next: null });
  await sandbox.submit(pageOf(attempt), 'transfer');
  await deliver(app);
  expect(await attemptOf(ours, attempt.id)).toMatchObject({ status: 'succeeded' });
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  expect(await factsOf(app, ours)).toEqual(['payment-started', 'payment-expired', 'payment-succeeded']);
  await expectSound(app);
});

test('another sum than was asked for waits for a person, who lets it pay the invoice', async () => {
  const { ours, invoice, attempt } = await waiting();
  const event = await eventOf(attempt);
  event.payment.amount = '200000';
  for (const id of ['a', 'b']) expect(await sandbox.send(JSON.stringify({ ...event, id }))).toBe(204);
  expect(await owedOn(app, ours, invoice)).toBe(250_000n);
  expect(await attemptOf(ours, attempt.id)).toMatchObject({
    status: 'requires_action',
    otherMoneyAt: expect.any(String),
  });

  const finance = await buildStaff(app, 'finance');
  const { body } = await finance.get('/api/console/unmatched-money?state=waiting');
  expect(body.items).toHaveLength(1);
  expect(body.items[0]).toMatchObject({
    why: 'other_amount',
    amount: { amount: 200_000, currency: 'IDR' },
    client: { id: ours.id },
    attempt: { id: attempt.id, amount: { amount: 250_000 }, invoices: [{ id: invoice }] },
    can: { allocate: true, return: true },
  });
  const resolve = (how: object) =>
    finance.post(`/api/console/unmatched-money/${body.items[0].id}/resolve`, how);
  expect((await resolve({ to: 'invoice', invoice })).status).toBe(204);
  expect((await resolve({ to: 'returned', note: 'x' })).body.code).toBe('already_resolved');
  expect(await owedOn(app, ours, invoice)).toBe(50_000n);
  expect((await attemptOf(ours, attempt.id)).status).toBe('canceled');
  expect((await finance.get('/api/console/unmatched-money?state=waiting')).body.items).toEqual([]);
  expect((await finance.get('/api/console/unmatched-money?state=resolved')).body.items).toMatchObject([
    { resolution: 'invoice', resolvedBy: { id: finance.id }, can: { allocate: { no: 'already_resolved' } } },
  ]);
  expect((await pay(ours, invoice, 'qris')).body.amount.amount).toBe(50_000);
  expect((await factsOf(app, ours)).slice(0, 4)).toEqual([
    'payment-started',
    'money-unmatched',
    'other-money-arrived',
    'payment-canceled',
  ]);
  await expectSound(app);
});

test('another currency, and money for nothing we know, become credit or go back', async () => {
  const { ours, invoice, attempt } = await waiting();
  const event = await eventOf(attempt);
  const dollars = { ...event, id: 'c', payment: { ...event.payment, currency: 'USD', id: 'pay_dollars' } };
  const unknown = {
    ...event,
    id: 'd',
    payment: { ...event.payment, attemptId: 'order-17', id: 'pay_unknown' },
  };
  const gone = {
    ...event,
    id: 'e',
    payment: { ...event.payment, attemptId: 'order-18', id: 'pay_gone', status: 'expired' },
  };
  for (const one of [dollars, unknown, gone]) expect(await sandbox.send(JSON.stringify(one))).toBe(204);

  const finance = await buildStaff(app, 'finance');
  const { items } = (await finance.get('/api/console/unmatched-money?state=waiting')).body;
  expect(
    items.map(({ why, client }: { why: string; client: { id: string } | null }) => [why, client?.id ?? null]),
  ).toEqual([
    ['unknown_attempt', null],
    ['other_currency', ours.id],
  ]);
  const [stray, foreign] = items;
  const resolve = (id: string, how: object) =>
    finance.post(`/api/console/unmatched-money/${id}/resolve`, how);
  expect((await resolve(foreign.id, { to: 'credit', organization: ours.id })).status).toBe(204);
  expect((await resolve(stray.id, { to: 'returned' })).status).toBe(400);
  expect((await resolve(stray.id, { to: 'returned', note: 'Sent back to the sender' })).status).toBe(204);
  expect(await owedOn(app, ours, invoice)).toBe(250_000n);
  const { rows } = await app.app.pool.query(
    'select credit from billing.balances where organization_id = $1 and currency = $2',
    [ours.id, 'USD'],
  );
  expect(rows).toEqual([{ credit: 250_000n }]);
  const support = await buildStaff(app, 'support');
  expect((await support.get('/api/console/unmatched-money')).status).toBe(200);
  expect(
    (await support.post(`/api/console/unmatched-money/${stray.id}/resolve`, { to: 'returned', note: 'x' }))
      .status,
  ).toBe(404);
  await expectSound(app);
});

test('a gateway speaks for its own attempts only', async () => {
  const { ours, invoice, attempt } = await waiting();
  const event = await eventOf(attempt);
  await app.app.pool.query(`update payments.attempts set gateway = 'elsewhere' where id = $1`, [attempt.id]);
  expect(await sandbox.send(JSON.stringify(event))).toBe(204);
  expect(await owedOn(app, ours, invoice)).toBe(250_000n);
  expect((await attemptOf(ours, attempt.id)).status).toBe('requires_action');
  expect(
    await count(
      app,
      `payments.unmatched where why = 'unknown_attempt' and reference = '${event.payment.id}'`,
    ),
  ).toBe(1);
});

test('a payment that is taken back is owed again, also when its success was never heard of', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const { body: attempt } = await pay(ours, invoice, 'qris');
  sandbox.chaos.lose = 1;
  await sandbox.submit(pageOf(attempt), 'scan');
  const { reference } = (await sandbox.gateway.findPayment(attempt.id))!;
  sandbox.chaos.lose = 0;
  await sandbox.gateway.refund!({
    reference,
    refundId: 'by-the-gateway',
    amount: 250_000n,
    reason: 'chargeback',
    now: app.clock.now(),
  });
  await deliver(app);
  expect(await attemptOf(ours, attempt.id)).toMatchObject({
    status: 'refunded',
    payments: [{ takenBackAt: expect.any(String) }],
  });
  expect(await owedOn(app, ours, invoice)).toBe(250_000n);
  await expectSound(app);
});

test('seen webhooks cost one statement, new ones few', async () => {
  const { attempt } = await waiting();
  const body = JSON.stringify(await eventOf(attempt));
  const first = await statementsOf(app, () => sandbox.send(body));
  const again = await statementsOf(app, () => sandbox.send(body));
  const ours = (texts: string[]) => texts.filter((text) => /\bpayments"?\."?\w/.test(text));
  expect(again.filter((text) => !/^(begin|commit|notify)/.test(text))).toEqual(ours(again));
  expect(ours(again)).toHaveLength(1);
  expect(ours(first)).toHaveLength(3);
});

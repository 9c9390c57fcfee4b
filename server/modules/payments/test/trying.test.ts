import { expect, test } from 'vitest';
import { newId } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { paymentStatuses } from '../domain/attempt.ts';
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

test('strangers, colleagues without the right and other organizations do not pay, and learn nothing', async () => {
  const ours = await buildOrganization(app);
  const theirs = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const [technical, finance, member] = await Promise.all(
    (['technical', 'finance', 'member'] as const).map((role) => buildMember(app, ours, role)),
  );
  const staff = await buildStaff(app, 'administrator');
  expect((await pay(ours, invoice, 'qris', { by: app.stranger })).status).toBe(401);
  for (const by of [technical!, member!, theirs.owner, staff]) {
    expect((await pay(ours, invoice, 'qris', { by })).status).toBe(404);
    expect((await by.get(ours.at(`/invoices/${invoice}/payment-options`))).status).toBe(404);
    expect((await by.get(ours.at('/payment-methods'))).status).toBe(404);
  }
  expect((await pay({ ...ours, at: theirs.at }, invoice, 'qris', { by: theirs.owner })).status).toBe(404);
  expect((await theirs.owner.get(theirs.at(`/invoices/${invoice}/payment-options`))).status).toBe(404);

  const started = await pay(ours, invoice, 'virtual_account', { by: finance! });
  expect(started.status).toBe(201);
  for (const act of ['', '/check', '/cancel']) {
    const path = `/payment-attempts/${started.body.id}${act}`;
    const ask = (who: typeof technical, at: (path: string) => string) =>
      act ? who!.post(at(path)) : who!.get(at(path));
    expect((await ask(technical, ours.at)).status).toBe(404);
    expect((await ask(theirs.owner, theirs.at)).status).toBe(404);
    expect((await ask(theirs.owner, ours.at)).status).toBe(404);
  }
  expect((await attemptOf(ours, started.body.id)).status).toBe('requires_action');
  for (const path of ['payments', 'payment-attempts', 'transfers', 'unmatched-money']) {
    expect((await ours.owner.get(`/api/console/${path}`)).status).toBe(404);
    expect((await app.stranger.get(`/api/console/${path}`)).status).toBe(401);
  }
});

test('a double submit with one key begins one payment', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const key = 'press-the-button-1';
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => pay(ours, invoice, 'virtual_account', { key })),
  );
  const made = answers.filter(({ status }) => status === 201);
  expect(made.length).toBeGreaterThan(0);
  expect(
    answers
      .filter(({ status }) => status !== 201)
      .every(({ body }) => 'code' in body && body.code === 'still_running'),
  ).toBe(true);
  const later = await pay(ours, invoice, 'virtual_account', { key });
  expect(later.headers['idempotent-replayed']).toBe('true');
  expect(new Set([...made, later].map(({ body }) => body.id)).size).toBe(1);
  expect(await pay(ours, invoice, 'qris', { key })).toMatchObject({
    status: 422,
    body: { code: 'idempotency_key_reused' },
  });
  expect(await count(app, `payments.attempts where organization_id = '${ours.id}'`)).toBe(1);
});

test('two tabs that pay at once begin one payment, and the money comes once', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const answers = await Promise.all(
    ['virtual_account', 'qris', 'card', 'qris'].map((method) => pay(ours, invoice, method)),
  );
  const open = await count(app, `payments.attempt_invoices where invoice_id = '${invoice}' and open`);
  expect(open).toBe(1);
  for (const { status, body } of answers) {
    if (status !== 201) expect(body).toMatchObject({ code: 'payment_in_progress' });
  }
  const waiting = [];
  for (const { status, body } of answers) {
    if (status === 201 && (await attemptOf(ours, body.id)).status === 'requires_action') waiting.push(body);
  }
  expect(new Set(waiting.map(({ id }) => id)).size).toBe(1);
  await expectSound(app);
});

test('asking again for what waits already gives the same attempt; another method takes its place', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const first = await pay(ours, invoice, 'virtual_account');
  expect((await pay(ours, invoice, 'virtual_account')).body).toEqual(first.body);
  const second = await pay(ours, invoice, 'card');
  expect(await attemptOf(ours, first.body.id)).toMatchObject({ status: 'canceled' });
  await payByCard(app, second.body, 'success');
  await deliver(app);
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  expect(await factsOf(app, ours)).toEqual([
    'payment-started',
    'payment-canceled',
    'payment-started',
    'payment-succeeded',
  ]);
  await expectSound(app);
});

test('money that was faster than another method settles the invoice', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const first = await pay(ours, invoice, 'virtual_account');
  await sandbox.submit(pageOf(first.body), 'transfer');
  expect((await pay(ours, invoice, 'card')).body).toMatchObject({ code: 'already_paid' });
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  await deliver(app);
  await expectSound(app);
});

test('canceling takes back what waits, not what is paid', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const first = await pay(ours, invoice, 'qris');
  const cancel = (id: string) => ours.owner.post(ours.at(`/payment-attempts/${id}/cancel`));
  expect(await cancel(first.body.id)).toMatchObject({
    status: 200,
    body: { status: 'canceled', next: null },
  });
  expect(await cancel(first.body.id)).toMatchObject({ status: 409, body: { code: 'cannot_cancel' } });
  const second = await pay(ours, invoice, 'qris');
  await sandbox.submit(pageOf(second.body), 'scan');
  expect(await cancel(second.body.id)).toMatchObject({ status: 409, body: { code: 'cannot_cancel' } });
  expect((await attemptOf(ours, second.body.id)).status).toBe('succeeded');
  const third = await issue(app, ours);
  const silent = await pay(ours, third, 'qris');
  sandbox.line = 'lost_call';
  expect(await cancel(silent.body.id)).toMatchObject({ status: 503, body: { code: 'gateway_silent' } });
  sandbox.line = 'up';
  await deliver(app);
  await expectSound(app);
});

test('a gateway that cannot be reached has taken nothing: the next try is free', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  sandbox.line = 'refused';
  const first = await pay(ours, invoice, 'card');
  sandbox.line = 'up';
  expect(first).toMatchObject({
    status: 201,
    body: { status: 'failed', failure: { class: 'retry' }, next: null },
  });
  expect((await pay(ours, invoice, 'card')).body.status).toBe('requires_action');
});

test('a lost answer is unknown, blocks another try, and the gateway is asked until it tells', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  sandbox.line = 'lost_answer';
  const first = await pay(ours, invoice, 'virtual_account');
  expect(first.body).toMatchObject({
    status: 'unknown',
    next: null,
    can: { cancel: { no: 'being_processed' } },
  });
  expect((await pay(ours, invoice, 'card')).body).toMatchObject({
    code: 'payment_in_progress',
    facts: { status: 'unknown' },
  });
  await app.clock.advance({ minutes: 1 });
  await app.sweep('payments.ask-about-attempts');
  expect((await attemptOf(ours, first.body.id)).status).toBe('unknown');
  sandbox.line = 'up';
  await app.clock.advance({ minutes: 2 });
  await app.sweep('payments.ask-about-attempts');
  const found = await attemptOf(ours, first.body.id);
  expect(found).toMatchObject({ status: 'requires_action', next: null, can: { cancel: true } });
  const second = await pay(ours, invoice, 'qris');
  expect((await attemptOf(ours, first.body.id)).status).toBe('canceled');
  await sandbox.submit(pageOf(second.body), 'scan');
  await deliver(app);
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  expect(await factsOf(app, ours)).toContain('payment-unknown');
  await expectSound(app);
});

test('a lost call never began: once the gateway says so, the way is free', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  sandbox.line = 'lost_call';
  const first = await pay(ours, invoice, 'virtual_account');
  expect(first.body.status).toBe('unknown');
  sandbox.line = 'up';
  const second = await pay(ours, invoice, 'qris');
  expect(second.status).toBe(201);
  expect(await attemptOf(ours, first.body.id)).toMatchObject({
    status: 'failed',
    failure: { class: 'retry' },
  });
});

test('a crash between the call and its answer loses nothing, whether the gateway had acted or not', async () => {
  for (const acted of [true, false]) {
    const ours = await buildOrganization(app);
    const invoice = await issue(app, ours);
    const attempt = newId<'attempt'>(app.clock.now());
    await crashAfterStoring(ours.id, invoice, attempt);
    if (acted) {
      const started = await sandbox.gateway.startPayment({
        attemptId: attempt,
        amount: 250_000n,
        currency: 'IDR',
        method: 'virtual_account',
        description: 'Invoice',
        payer: { name: 'Sari', email: 'sari@example.com' },
        returnUrl: 'http://localhost:3000/',
        language: 'en',
        save: false,
        expiresAt: new Date(app.clock.now().getTime() + 86_400_000),
        now: app.clock.now(),
      });
      sandbox.chaos.lose = 1;
      if (started.next.kind === 'transfer') await sandbox.submit(started.next.pageUrl!, 'transfer');
      sandbox.chaos.lose = 0;
    }
    expect((await pay(ours, invoice, 'qris')).body).toMatchObject({
      code: 'payment_in_progress',
      facts: { status: 'created' },
    });
    await app.clock.advance({ minutes: 2 });
    await app.sweep('payments.ask-about-attempts');
    expect((await attemptOf(ours, attempt)).status).toBe(acted ? 'succeeded' : 'failed');
    expect(await owedOn(app, ours, invoice)).toBe(acted ? 0n : 250_000n);
    await expectSound(app);
  }
});

/** An attempt as a process leaves it that is killed before it hears the gateway's answer. */
async function crashAfterStoring(organization: string, invoice: string, attempt: string): Promise<void> {
  const now = app.clock.now();
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  await app.app.pool.query(
    `insert into payments.attempts (organization_id, id, purpose, gateway, method, currency, amount, save, status, status_at,
       paid_with, expires_at, started_at, ask_at)
     values ($1, $2, 'payment', 'sandbox', 'virtual_account', 'IDR', 250000, false, 'created', $3, 'Virtual account', $4, $3, $5)`,
    [organization, attempt, now, at(1440), at(2)],
  );
  await app.app.pool.query(
    `insert into payments.attempt_invoices (organization_id, attempt_id, invoice_id, amount, open, automatic)
     values ($1, $2, $3, 250000, true, false)`,
    [organization, attempt, invoice],
  );
}

test('an invoice that is paid otherwise ends what still waits, so that nobody pays twice', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const { body: waiting } = await pay(ours, invoice, 'virtual_account');
  const finance = await buildStaff(app, 'finance');
  await finance.post('/api/console/payments', { invoice, amount: 250_000, method: 'Cash' });
  await app.settle();
  expect((await attemptOf(ours, waiting.id)).status).toBe('canceled');
  await sandbox.submit(pageOf(waiting), 'transfer');
  await deliver(app);
  await expectSound(app);
});

test('the database knows the same statuses as the code', async () => {
  const { rows } = await app.app.pool.query<{ text: string }>(
    `select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'attempts_status_check'`,
  );
  expect([...rows[0]!.text.matchAll(/'(\w+)'/g)].map(([, word]) => word)).toEqual([...paymentStatuses]);
});

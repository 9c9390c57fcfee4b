import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { issueCreditNote } from '../../billing/index.ts';
import type { StaffDispute } from '../dispute-contract.ts';
import type { DisputeState } from '../domain/dispute.ts';
import { newsOf, permutations } from './dispute-news.ts';
import type { Told } from './dispute-news.ts';
import { attemptOf, count, deliver, expectSound, issue, owedOn, pageOf, pay, payByCard } from './world.ts';

const app = await createTestApp();
const { sandbox } = app.ports;
const finance = await buildStaff(app, 'finance');
const support = await buildStaff(app, 'support');
const desk = '/api/console/disputes';

afterEach(() => Object.assign(sandbox.chaos, { duplicate: 0, reorder: 0, lose: 0, delaySeconds: 0 }));

async function paid(ours?: TestOrganization) {
  const organization = ours ?? (await buildOrganization(app));
  const invoice = await issue(app, organization);
  const { body: attempt } = await pay(organization, invoice, 'card');
  await payByCard(app, attempt, 'success');
  await deliver(app);
  const payment = (await attemptOf(organization, attempt.id)).payments[0]!.id;
  return { ours: organization, invoice, attempt, payment, page: pageOf(attempt) };
}

/** The payer or the bank does something about a payment on the gateway's page. */
async function atBank(page: string, act: string, id = ''): Promise<void> {
  await sandbox.submit(page, 'dispute', { act, id });
  await deliver(app);
}

async function disputesOf({ id }: TestOrganization): Promise<StaffDispute[]> {
  const { rows } = await app.app.pool.query<{ id: string }>(
    'select id from payments.disputes where organization_id = $1 order by id desc',
    [id],
  );
  return Promise.all(rows.map((row) => show(row.id)));
}

const show = async (id: string) => (await finance.get<StaffDispute>(`${desk}/${id}`)).body;

async function invoiceOf(invoice: string) {
  const { collection, status, balance, receipts } = (await finance.get(`/api/console/invoices/${invoice}`))
    .body;
  return { collection, status, balance: balance.amount, receipts };
}

/** What was said to a person, oldest first. */
async function told(person: string): Promise<{ kind: string; occurrence: string }[]> {
  const { rows } = await app.app.pool.query<{ kind: string; occurrence: string }>(
    'select kind, occurrence from kernel.messages where person_id = $1 order by id',
    [person],
  );
  return rows;
}

/** What every account of the ledger holds for an organization. */
async function booksOf({ id }: TestOrganization): Promise<Record<string, number>> {
  const { rows } = await app.app.pool.query<{ account: string; sum: string }>(
    `select account, sum(debit - credit) as sum from billing.postings where organization_id = $1 group by account
     having sum(debit - credit) <> 0`,
    [id],
  );
  return Object.fromEntries(rows.map(({ account, sum }) => [account, Number(sum)]));
}

test('what a bank takes is owed again and nobody is chased; what comes back pays it, and the fee stays ours', async () => {
  const { ours, invoice, page, payment } = await paid();
  await atBank(page, 'all');
  const [dispute] = await disputesOf(ours);
  expect(dispute).toMatchObject({
    state: 'needs_response',
    reason: 'fraudulent',
    withdrawn: { amount: 250_000 },
    fee: { amount: 150_000 },
    payment: { id: payment },
    invoices: [{ id: invoice, open: { amount: 250_000 } }],
    can: { answer: true, accept: true },
  });
  expect(await invoiceOf(invoice)).toMatchObject({ collection: 'disputed', balance: 250_000 });
  expect(await booksOf(ours)).toEqual({
    receivable: 250_000,
    revenue: -250_000,
    // Its fee for the dispute, and what it had kept of the payment.
    gateway_fee: 159_250,
    'cash:sandbox': -159_250,
  });
  await expectSound(app);

  await atBank(page, 'win', dispute!.reference);
  expect(await show(dispute!.id)).toMatchObject({ state: 'won', returned: { amount: 250_000 } });
  expect(await invoiceOf(invoice)).toMatchObject({ collection: 'none', status: 'paid', balance: 0 });
  expect(await booksOf(ours)).toEqual({
    revenue: -250_000,
    gateway_fee: 159_250,
    'cash:sandbox': 90_750,
  });
  expect((await ours.owner.get(ours.at('/statement'))).body.items).toMatchObject([
    { kind: 'dispute_returned', change: -250_000 },
    { kind: 'payment_disputed', change: 250_000 },
    { kind: 'payment_received' },
    { kind: 'invoice_issued' },
  ]);
  await expectSound(app);
});

test('a lost dispute leaves the invoice to be paid another way, and the method is not charged by itself again', async () => {
  const ours = await buildOrganization(app);
  const invoice = await issue(app, ours);
  const { body: attempt } = await pay(ours, invoice, { gateway: 'sandbox', method: 'card', save: true });
  await payByCard(app, attempt, 'success');
  await deliver(app);
  await atBank(pageOf(attempt), 'all');
  const [dispute] = await disputesOf(ours);
  await atBank(pageOf(attempt), 'lose', dispute!.reference);
  expect(await invoiceOf(invoice)).toMatchObject({ collection: 'none', balance: 250_000 });
  expect((await ours.owner.get(ours.at('/payment-methods'))).body.items).toMatchObject([{ isRefused: true }]);
  const kinds = (await told(ours.owner.id)).map(({ kind }) => kind);
  expect(kinds).toContain('payments.payment-disputed');
  expect(kinds).toContain('payments.dispute-lost');
  const { body: again } = await pay(ours, invoice, 'card');
  await payByCard(app, again, 'success');
  await deliver(app);
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  await expectSound(app);
});

test('nothing of a disputed payment is refunded; while the bank only asks it may be', async () => {
  const { ours, invoice, page, payment } = await paid();
  await app.ctx.transact((tx) =>
    issueCreditNote(tx, {
      organization: ours.id,
      invoice,
      reason: 'order_change',
      lines: [{ position: 1, net: 100_000n }],
    }),
  );
  const refund = (amount: number) =>
    finance.post(`/api/console/payments/${payment}/refund`, { amount, reason: 'Asked for' });
  await atBank(page, 'ask');
  expect((await disputesOf(ours))[0]).toMatchObject({ state: 'inquiry', withdrawn: { amount: 0 } });
  expect((await refund(40_000)).status).toBe(202);
  await deliver(app);
  await atBank(page, 'escalate', (await disputesOf(ours))[0]!.reference);
  expect((await refund(10_000)).body).toMatchObject({ code: 'cannot_refund' });
  expect((await finance.get(`/api/console/payments/${payment}`)).body).toMatchObject({
    can: { refund: { no: 'under_dispute' } },
    disputes: [{ state: 'needs_response' }],
  });
  // The bank takes all of it, although a part was refunded: nobody owes that part.
  expect(await booksOf(ours)).toMatchObject({
    dispute_loss: 40_000,
    receivable: 210_000,
    customer_credit: -60_000,
  });
  expect(await invoiceOf(invoice)).toMatchObject({ collection: 'disputed' });
  await expectSound(app);
});

test('a dispute over a part grows by the rest', async () => {
  const { ours, invoice, page } = await paid();
  await atBank(page, 'half');
  expect(await invoiceOf(invoice)).toMatchObject({ collection: 'disputed', balance: 125_000 });
  await atBank(page, 'more', (await disputesOf(ours))[0]!.reference);
  expect(await invoiceOf(invoice)).toMatchObject({ collection: 'disputed', balance: 250_000 });
  expect(await count(app, `payments.disputes where organization_id = '${ours.id}'`)).toBe(1);
  await expectSound(app);
});

const stories: Record<string, readonly Told[]> = {
  won: [
    { state: 'inquiry' },
    { state: 'needs_response', withdrawn: 100_000 },
    { state: 'won', amount: 250_000, withdrawn: 250_000, returned: 250_000 },
  ],
  lost: [
    { state: 'under_review', withdrawn: 100_000 },
    { state: 'lost', withdrawn: 100_000 },
  ],
  'won at the next instance': [
    { state: 'needs_response', withdrawn: 60_000 },
    { state: 'lost', withdrawn: 100_000 },
    { state: 'won', withdrawn: 100_000, returned: 100_000 },
  ],
};

test.each(Object.keys(stories))(
  'every order of the news of a dispute that is %s ends in the same books, also with the payment among it',
  async (name) => {
    const story = stories[name]!;
    const seen: unknown[] = [];
    for (const order of permutations([...story.keys(), -1])) {
      const ours = await buildOrganization(app);
      const invoice = await issue(app, ours);
      const { body: attempt } = await pay(ours, invoice, 'card');
      sandbox.chaos.lose = 1;
      await payByCard(app, attempt, 'success');
      sandbox.chaos.lose = 0;
      const { reference } = (await sandbox.gateway.findPayment(attempt.id))!;
      const all = newsOf(app.clock.now(), { attemptId: attempt.id, reference }, 'd', story);
      for (const index of order) {
        if (index === -1) await ours.owner.post(ours.at(`/payment-attempts/${attempt.id}/check`), {});
        // Each is delivered twice: banks and networks repeat themselves.
        else for (const body of [all[index]!, all[index]!]) expect(await sandbox.send(body)).toBe(204);
      }
      await app.settle();
      const [dispute] = await disputesOf(ours);
      const { collection, balance, status } = await invoiceOf(invoice);
      const { state, withdrawn, returned, fee } = dispute!;
      seen.push({ books: await booksOf(ours), collection, balance, status, state, withdrawn, returned, fee });
    }
    for (const one of seen) expect(one).toEqual(seen[0]);
    await expectSound(app);
  },
  120_000,
);

test('random disputes of one payment, in random orders, are booked once and never beyond what was paid', async () => {
  const told = fc.array(
    fc.record({
      name: fc.constantFrom('a', 'b'),
      state: fc.constantFrom<DisputeState[]>(
        'inquiry',
        'needs_response',
        'under_review',
        'won',
        'lost',
        'accepted',
      ),
      withdrawn: fc.constantFrom(0, 50_000, 125_000, 250_000),
      share: fc.constantFrom(0, 1, 2),
    }),
    { minLength: 2, maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(told, async (news) => {
      const [one, other] = [await paid(), await paid()];
      for (const [world, order] of [
        [one, news],
        [other, news.toReversed()],
      ] as const) {
        const { reference } = (await sandbox.gateway.findPayment(world.attempt.id))!;
        for (const { name, state, withdrawn, share } of order) {
          const at = news.findIndex((each) => each.name === name && each.state === state);
          const [body] = newsOf(app.clock.now(), { attemptId: world.attempt.id, reference }, name, [
            { state, amount: 250_000, withdrawn, returned: (withdrawn * share) / 2 },
          ]);
          const event = JSON.parse(body!);
          event.id = `evt_${reference}_${name}_${state}_${withdrawn}_${share}`;
          event.dispute.statusAt = new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString();
          expect(await sandbox.send(JSON.stringify(event))).toBe(204);
        }
        await app.settle();
      }
      expect(await booksOf(one.ours)).toEqual(await booksOf(other.ours));
    }),
    { numRuns: 12, seed: 20261122 },
  );
  await expectSound(app);
}, 120_000);

test('what cannot be of a payment here changes nothing, and staff hear of it', async () => {
  const { ours, invoice, attempt } = await paid();
  const { reference } = (await sandbox.gateway.findPayment(attempt.id))!;
  const [sound] = newsOf(app.clock.now(), { attemptId: attempt.id, reference }, 'x', [
    { state: 'lost', withdrawn: 100_000 },
  ]);
  const twisted = (change: (dispute: Record<string, string>) => void, id: string) => {
    const event = JSON.parse(sound!);
    event.id = id;
    change(event.dispute);
    return JSON.stringify(event);
  };
  await sandbox.send(twisted((d) => (d.amount = '250001'), 'too-much'));
  await sandbox.send(twisted((d) => (d.withdrawn = '100001'), 'beyond'));
  await sandbox.send(twisted((d) => (d.currency = 'USD'), 'dollars'));
  await sandbox.send(twisted((d) => (d.attemptId = 'nobody'), 'nobody'));
  expect(await sandbox.send(sound!, { secret: 'not-the-secret-of-the-gateway' })).toBe(401);
  await app.settle();
  expect(await owedOn(app, ours, invoice)).toBe(0n);
  expect(await disputesOf(ours)).toEqual([]);
  expect(
    await count(
      app,
      `kernel.messages where kind = 'payments.strange-dispute' and person_id = '${finance.id}'`,
    ),
  ).toBe(3);
});

test('staff are told of the deadline on the days that are set, and of the end; webhooks that are lost are asked for', async () => {
  const { ours, page } = await paid();
  await atBank(page, 'all');
  const [dispute] = await disputesOf(ours);
  const heard = async () =>
    (await told(finance.id))
      .filter(({ occurrence }) => occurrence.startsWith(dispute!.id))
      .map(({ kind }) => kind.replace('payments.dispute-', ''));
  expect(await heard()).toEqual(['opened-for-staff']);
  for (const hours of [24 * 3 + 1, 1, 24 * 5, 24]) {
    await app.clock.advance({ hours });
    await app.sweep('payments.find-near-deadlines');
    await app.settle();
  }
  expect(await heard()).toEqual(['opened-for-staff', 'due-soon', 'due-soon', 'due-soon']);
  sandbox.chaos.lose = 1;
  await app.clock.advance({ hours: 24 });
  await sandbox.flush();
  expect((await show(dispute!.id)).state).toBe('needs_response');
  await app.sweep('payments.ask-about-disputes');
  await app.settle();
  expect((await show(dispute!.id)).state).toBe('lost');
  expect((await heard()).at(-1)).toBe('over-for-staff');
});

test('staff accept a dispute; what may be done, and by whom, is what the page says', async () => {
  const { ours, invoice, page } = await paid();
  await atBank(page, 'all');
  const [dispute] = await disputesOf(ours);
  const url = `${desk}/${dispute!.id}`;
  expect((await support.get(url)).body.can).toMatchObject({ accept: { no: 'your_role' } });
  expect((await support.post(`${url}/accept`, {})).status).toBe(404);
  expect((await ours.owner.get(url)).status).toBe(404);
  sandbox.line = 'lost_answer';
  expect((await finance.post(`${url}/accept`, {})).body).toMatchObject({ code: 'gateway_silent' });
  sandbox.line = 'up';
  expect((await finance.post(`${url}/check`, {})).body).toMatchObject({ state: 'accepted' });
  expect((await finance.post(`${url}/accept`, {})).body).toMatchObject({
    code: 'cannot_answer',
    facts: { reason: 'dispute_over' },
  });
  expect(await invoiceOf(invoice)).toMatchObject({ collection: 'none', balance: 250_000 });
  await expectSound(app);
});

test('the list has deadlines first, finds and pages', async () => {
  const ours = await buildOrganization(app, { name: 'Toko Deadline' });
  const first = await paid(ours);
  await atBank(first.page, 'all');
  await app.clock.advance({ hours: 1 });
  const second = await paid(ours);
  await atBank(second.page, 'all');
  const names = async (query: string) => {
    const found: Id<'dispute'>[] = [];
    let after = '';
    do {
      const { body } = await finance.get(`${desk}?limit=1&q=deadline${query}${after}`);
      found.push(...body.items.map(({ id }: { id: Id<'dispute'> }) => id));
      after = body.next ? `&after=${body.next}` : '';
    } while (after);
    return found;
  };
  const newest = await names('');
  expect(newest).toHaveLength(2);
  expect(await names('&group=to_answer')).toEqual(newest.toReversed());
  expect(await names('&group=over')).toEqual([]);
  expect(await names('&reason=duplicate')).toEqual([]);
  expect((await finance.get('/api/console/dispute-concerns')).body.items.length).toBeGreaterThan(1);
});

test('the business says what follows from losing', async () => {
  const { body: settings } = await finance.get('/api/console/dispute-settings');
  const value = { ...settings.value, chase: false };
  const put = () => finance.put('/api/console/dispute-settings', value, { version: settings.version });
  expect(await put()).toMatchObject({ status: 200, body: { value: { chase: false } } });
  const { ours, invoice, page } = await paid();
  await atBank(page, 'all');
  await atBank(page, 'lose', (await disputesOf(ours))[0]!.reference);
  expect(await invoiceOf(invoice)).toMatchObject({ collection: 'collections' });
});

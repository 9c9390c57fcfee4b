import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { applyCredit, issueCreditNote, payRefund, reversePayment, voidInvoice } from '../index.ts';
import type { ClientCredit } from '../lot-contract.ts';
import type { Credit } from '../statement-contract.ts';
import { expectSoundBooks, issue, mailsTo, newPayment, receive } from './world.ts';

const app = await createTestApp();
const finance = await buildStaff(app, 'finance');
const support = await buildStaff(app, 'support');

const creditOf = async ({ at, owner }: TestOrganization) => (await owner.get<Credit>(at('/credit'))).body;
const left = async (client: TestOrganization) =>
  (await creditOf(client)).lots.map((lot) => [lot.source, lot.left] as const);

const give = (client: TestOrganization, amount: number, over: object = {}, by = finance) =>
  by.post<ClientCredit>(`/api/console/clients/${client.id}/credit/goodwill`, {
    currency: 'IDR',
    amount,
    reason: 'For the outage of 2 March',
    expiresOn: null,
    ...over,
  });

test('credit is used oldest first, and each use names the lots it came from', async () => {
  const client = await buildOrganization(app);
  const first = await issue(app, client, { amount: 50_000n });
  await receive(app, client, first, 80_000n);
  await receive(app, client, null, 40_000n);
  expect(await left(client)).toEqual([
    ['overpayment', 30_000],
    ['deposit', 40_000],
  ]);
  await issue(app, client, { amount: 45_000n });
  await app.settle();
  const credit = await creditOf(client);
  expect(credit).toMatchObject({
    credit: 25_000,
    lots: [{ source: 'deposit', amount: 40_000, left: 25_000 }],
  });
  expect(credit.items[0]).toMatchObject({
    kind: 'credit_applied',
    change: -45_000,
    lots: [
      { source: 'overpayment', change: -30_000 },
      { source: 'deposit', change: -15_000 },
    ],
  });
  expect(credit.items[1]).toMatchObject({
    kind: 'payment_received',
    lots: [{ source: 'deposit', change: 40_000 }],
  });
  expect(credit.lots[0]!.receipt).toMatchObject({ number: expect.stringMatching(/^KW/) });
  await expectSoundBooks(app);
});

test('what a withdrawn invoice was paid with goes back to its lots; money of its own becomes a new one', async () => {
  const client = await buildOrganization(app);
  await receive(app, client, null, 30_000n);
  await app.settle();
  const invoice = await issue(app, client, { amount: 100_000n });
  await app.settle();
  await receive(app, client, invoice, 20_000n);
  await app.ctx.transact((tx) => voidInvoice(tx, { organization: client.id, invoice, reason: 'Wrong' }));
  expect(await left(client)).toEqual([
    ['deposit', 30_000],
    ['invoice_voided', 20_000],
  ]);
  await expectSoundBooks(app);
});

test('what goes back to its payer is taken from what it had brought, then oldest first, and never out of goodwill', async () => {
  const client = await buildOrganization(app);
  await give(client, 10_000);
  await receive(app, client, null, 30_000n);
  const payment = newPayment();
  await receive(app, client, null, 20_000n, { payment });
  const key = { organization: client.id, payment };
  await app.ctx.transact((tx) => payRefund(tx, { ...key, amount: 15_000n }));
  expect(await left(client)).toEqual([
    ['goodwill', 10_000],
    ['deposit', 30_000],
    ['deposit', 5_000],
  ]);
  const invoice = await issue(app, client, { amount: 42_000n });
  await app.settle();
  // 3,000 of money are left of 5,000 that were not refunded.
  expect(await left(client)).toEqual([['deposit', 3_000]]);
  await give(client, 50_000);
  const refused = app.ctx.transact((tx) => payRefund(tx, { ...key, amount: 5_000n }));
  await expect(refused).rejects.toMatchObject({ kind: { code: 'credit_too_small' } });
  await app.ctx.transact((tx) => reversePayment(tx, { ...key, reason: 'bounced' }));
  expect(await left(client)).toEqual([['goodwill', 48_000]]);
  await app.ctx.transact((tx) =>
    issueCreditNote(tx, {
      organization: client.id,
      invoice,
      reason: 'order_change',
      lines: [{ position: 1, net: 42_000n }],
    }),
  );
  expect(await left(client)).toEqual([
    ['goodwill', 48_000],
    ['credit_note', 42_000],
  ]);
  await expectSoundBooks(app);
});

test('goodwill is given within a limit for the client, by whom it may, and told; given by mistake it is taken back', async () => {
  const client = await buildOrganization(app);
  expect((await give(client, 10_000, {}, support)).status).toBe(404);
  expect((await give(client, 10_000, {}, client.owner)).status).toBe(404);
  expect((await give(client, 10_000, { reason: '' })).status).toBe(400);
  expect((await give(client, 10_000, { expiresOn: '2026-03-04' })).body).toMatchObject({
    code: 'goodwill_too_short',
  });
  const both = await Promise.all([give(client, 600_000), give(client, 600_000)]);
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]));
  expect(both.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'goodwill_limit' });
  const given = await give(client, 400_000, { expiresOn: '2026-12-31' });
  expect(given.body).toMatchObject({
    goodwill: { left: 0 },
    can: { give: { no: 'goodwill_limit' }, deposit: true },
    lots: [{ expiresOn: null }, { expiresOn: '2026-12-31', reason: 'For the outage of 2 March' }],
  });
  const [, lot] = given.body.lots;
  const back = (by = finance) =>
    by.post(`/api/console/clients/${client.id}/credit/goodwill/IDR/${lot!.lot}/take-back`);
  expect((await back(support)).status).toBe(404);
  expect((await back()).body).toMatchObject({ credit: 600_000, goodwill: { left: 400_000 } });
  expect((await back()).body).toMatchObject({ code: 'not_goodwill' });
  await app.settle();
  expect(mailsTo(app, client.owner).filter((subject) => subject.includes('of credit'))).toHaveLength(2);
  const seen = await support.get<ClientCredit>(`/api/console/clients/${client.id}/credit`);
  expect(seen.body.can).toEqual({ give: { no: 'your_role' }, deposit: { no: 'your_role' } });
  expect((await client.owner.get(`/api/console/clients/${client.id}/credit`)).status).toBe(404);
  await app.clock.advance({ days: 31 });
  expect((await give(client, 1_000_000)).status).toBe(201);
  await expectSoundBooks(app);
});

test('only what is left of goodwill expires, after its last day and never unannounced', async () => {
  const client = await buildOrganization(app);
  const today = app.clock.now().getTime();
  const day = (after: number) => new Date(today + after * 86_400_000).toISOString().slice(0, 10);
  await receive(app, client, null, 5_000n);
  await give(client, 30_000, { expiresOn: day(40) });
  const sweep = async (days: number) => {
    await app.clock.advance({ days });
    await app.sweep('billing.expire-credits');
    await app.settle();
  };
  const reminders = () =>
    mailsTo(app, client.owner).filter((subject) => subject.includes('good until')).length;
  await sweep(20);
  expect(reminders()).toBe(0);
  await sweep(7);
  await sweep(1);
  expect(reminders()).toBe(1);
  await issue(app, client, { amount: 15_000n });
  await app.settle();
  await sweep(11);
  expect(await left(client)).toEqual([['goodwill', 20_000]]);
  await sweep(3);
  await sweep(1);
  expect((await creditOf(client)).items[0]).toMatchObject({
    kind: 'credit_expired',
    change: -20_000,
    balance: 0,
  });
  expect(await left(client)).toEqual([]);

  // Nobody was told in time: it stays until three days after somebody was.
  await give(client, 10_000, { expiresOn: day(43 + 30) });
  await sweep(60);
  expect((await creditOf(client)).credit).toBe(10_000);
  await sweep(2);
  expect((await creditOf(client)).credit).toBe(10_000);
  await sweep(1);
  expect((await creditOf(client)).credit).toBe(0);
  await expectSoundBooks(app);
});

test('a member without the right and another organization do not see where credit came from', async () => {
  const client = await buildOrganization(app);
  const other = await buildOrganization(app);
  await receive(app, client, null, 5_000n);
  const technical = await buildMember(app, client, 'technical');
  expect((await technical.get(client.at('/credit'))).status).toBe(404);
  expect((await other.owner.get(client.at('/credit'))).status).toBe(404);
  expect(await left(other)).toEqual([]);
});

test('what was there before gets lots: everything that came, used in the order it came', async () => {
  const client = await buildOrganization(app);
  const first = await issue(app, client, { amount: 50_000n });
  await receive(app, client, first, 70_000n);
  await receive(app, client, null, 30_000n);
  const second = await issue(app, client, { amount: 35_000n });
  await app.ctx.transact((tx) => applyCredit(tx, { organization: client.id, invoice: second }));
  const file = readFileSync(new URL('../migrations/20261128-0100-credit-lots.sql', import.meta.url), 'utf8');
  const backfill = file.slice(file.indexOf('-- What was there before'), file.indexOf('do $$'));
  const tables = ['lots', 'uses'].map((name) => `billing.credit_${name}`);
  const read = `select l.sequence, l.source, l.amount, l.remaining, u.sequence as used_by, u.amount as used, u.allocation_id
    from billing.credit_lots l left join billing.credit_uses u on u.organization_id = l.organization_id and u.lot = l.sequence
    where l.organization_id = '${client.id}' order by 1, 5`;
  const pg = await app.app.pool.connect();
  try {
    const before = (await pg.query(read)).rows;
    expect(before).toHaveLength(2);
    await pg.query('begin');
    await pg.query(`alter table billing.credit_uses disable trigger user`);
    for (const table of tables.toReversed()) await pg.query(`delete from ${table}`);
    await pg.query(backfill);
    expect((await pg.query(read)).rows).toEqual(before);
  } finally {
    await pg.query('rollback');
    pg.release();
  }
  await expectSoundBooks(app);
});

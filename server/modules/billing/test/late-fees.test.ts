import { expect, test } from 'vitest';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import type { DunningTimelines } from '../dunning-contract.ts';
import { expectSoundBooks, issue, mailsTo, receive } from './world.ts';

const app = await createTestApp();
const finance = await buildStaff(app, 'finance');
const base = '/api/console/dunning-timelines';
const today = () => dateIn('Asia/Jakarta', app.clock.now());

async function days(count: number): Promise<void> {
  for (let day = 0; day < count; day++) {
    await app.clock.advance({ days: 1 });
    await app.sweep('billing.collect-invoices');
  }
}

/** The periods of an invoice, with what each cost and whether it stands on an invoice. */
async function fees(invoice: string) {
  const { rows } = await app.app.pool.query(
    `select f.period, f.began_on, f.amount::integer, i.status, i.total::integer from billing.late_fees f
      left join billing.invoices i on i.id = f.fee_invoice_id where f.invoice_id = $1 order by f.period`,
    [invoice],
  );
  return rows.map((row) => [row.period, row.began_on, row.amount, row.status, row.total]);
}

const written = (client: TestOrganization) =>
  app.app.pool
    .query('select count(*)::integer as count from billing.invoices where organization_id = $1', [client.id])
    .then(({ rows }) => rows[0].count as number);

test('nothing is charged unless a timeline asks for it', async () => {
  const client = await buildOrganization(app);
  const invoice = await issue(app, client);
  await app.settle();
  await days(60);
  expect(await fees(invoice)).toEqual([]);
  expect(await written(client)).toBe(1);
});

test('each period is charged once on an invoice of its own, within the limits, whatever is paid in part; staff waive by a credit note', async () => {
  const { items, lateFees } = (await finance.get(base)).body as DunningTimelines;
  expect(lateFees.value).toMatchObject({ way: 'percent', share: 150, everyDays: 30, legalShare: 2400 });
  const usual = items[0]!;
  const at = { at: '09:00', workingDays: false, channels: [] };
  const plan = {
    ...usual.plan,
    steps: [
      { ...at, kind: 'notice', days: 1, channels: ['email'] },
      { ...at, kind: 'late_fee', days: 31 },
    ],
  };
  const put = (path: string, version: number, body: object) =>
    finance.put(path, body, { headers: { 'if-match': `"${version}"` } });
  expect((await put(`${base}/${usual.id}`, usual.version, { ...usual, plan })).status).toBe(200);
  const set = await put('/api/console/billing-settings/late-fees', 0, {
    ...lateFees.value,
    most: [{ currency: 'IDR', amount: 5_000 }],
  });
  expect(set.status).toBe(200);

  const client = await buildOrganization(app);
  const invoice = await issue(app, client);
  await app.settle();
  const due = addDays(today(), 7);
  const rehearsal = await finance.get(`/api/console/clients/${client.id}/rehearsal?days=70`);
  const told = rehearsal.body.items.filter(({ kind }: { kind: string }) => kind === 'late_fee');
  expect(told).toMatchObject([
    { on: addDays(due, 31), amount: { amount: 1_500, currency: 'IDR' } },
    { on: addDays(due, 61), amount: { amount: 1_500, currency: 'IDR' } },
  ]);
  await days(7 + 40);
  await app.sweep('billing.collect-invoices');
  expect(await fees(invoice)).toEqual([[0, addDays(due, 31), 1_500, 'overdue', 1_500]]);
  await receive(app, client, invoice, 50_000n);
  await days(25);
  expect((await fees(invoice)).slice(1)).toEqual([[1, addDays(due, 61), 750, 'due', 750]]);
  const shown = await finance.get(`/api/console/invoices/${invoice}/collection`);
  expect(shown.body.open.fees).toMatchObject([{ total: { amount: 1_500 } }, { total: { amount: 750 } }]);

  // A day is promised over the beginning of the third period: it is free, and not made up for.
  const promised = await finance.post(`/api/console/invoices/${invoice}/promises`, {
    on: addDays(today(), 30),
  });
  expect(promised.status).toBe(201);
  await days(40);
  expect((await fees(invoice))[2]).toEqual([2, addDays(due, 91), 0, null, null]);

  const first = shown.body.open.fees[0].id as string;
  const note = await finance.post(`/api/console/invoices/${first}/credit-notes`, {
    reason: 'other',
    lines: [{ position: 1, net: 1_500 }],
  });
  expect(note.status).toBe(201);
  await receive(app, client, invoice, 50_000n);
  await app.settle();
  const before = await written(client);
  await days(90);
  expect(await written(client)).toBe(before);
  expect((await fees(invoice)).filter(([, , amount]) => amount > 0)).toHaveLength(2);
  expect(mailsTo(app, client.owner).filter((subject) => subject.startsWith('Invoice INV'))).not.toEqual([]);
  expect(app.failures).toEqual([]);
  await expectSoundBooks(app);
});

test('an invoice for late fees has none of its own, and one that fell behind is charged for each period, once', async () => {
  const client = await buildOrganization(app);
  const invoice = await issue(app, client, { amount: 1_000_000n });
  await app.settle();
  const due = addDays(today(), 7);
  await days(9);
  await app.clock.advance({ days: 95 });
  await Promise.all([1, 2, 3].map(() => app.sweep('billing.collect-invoices')));
  await days(3);
  const all = await fees(invoice);
  expect(all.map(([period]) => period)).toEqual([0]);
  expect(all[0]![1]).toBe(addDays(due, 97));
  await days(120);
  const periods = await fees(invoice);
  expect(periods.map(([period]) => period)).toEqual([...periods.keys()]);
  expect(periods.reduce((sum, [, , amount]) => sum + (amount as number), 0)).toBe(5_000);
  const { rows } = await app.app.pool.query(
    `select count(*)::integer as fees from billing.late_fees f join billing.late_fees of on of.fee_invoice_id = f.invoice_id`,
  );
  expect(rows).toEqual([{ fees: 0 }]);
  await expectSoundBooks(app);
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { cancelService, changeService, endService } from '../../services/index.ts';
import type { ServiceKey } from '../../services/index.ts';
import { seats, setMeters, traffic } from '../../usage/test/scene.ts';
import { usage } from '../../usage/module.ts';
import { voidInvoice } from '../commands/void-invoice.ts';
import type { NextInvoice } from '../next-contract.ts';
import { expectSoundBooks, keepApart, receive } from './world.ts';

const app = await createTestApp(new Date('2026-11-01T02:00:00Z'));
const { operator, sell, agreed, begin, eventOf, report } = await setMeters(app);
const finance = await buildStaff(app, 'finance');
const plan = await sell([traffic, seats]);

interface Line {
  service: string;
  kind: string;
  what: string;
  amount: number;
  from: string;
  to: string;
  why: unknown;
  invoice: string;
}

/** What was invoiced for a service, line by line, in the order it was issued. */
async function billed({ service }: ServiceKey): Promise<Line[]> {
  const { rows } = await app.app.pool.query(
    `select l.service_id as service, i.kind, l.description ->> 'en' as what, l.net::integer as amount, l.period_from as from, l.period_to as to,
       l.why, i.id as invoice, i.due_on, i.issued_on, i.status
     from billing.invoices i join billing.invoice_lines l on l.organization_id = i.organization_id and l.invoice_id = i.id
     where l.service_id = $1 order by i.issued_at, i.id, l.position`,
    [service],
  );
  return rows;
}
const sums = async (key: ServiceKey) => (await billed(key)).map(({ amount }) => amount);

/** To an instant in Jakarta. */
async function goTo(day: string, time = '00:20'): Promise<void> {
  const to = new Date(`${day}T${time}:00+07:00`);
  await app.clock.advance({ minutes: Math.round((to.getTime() - app.clock.now().getTime()) / 60_000) });
}
async function run(): Promise<void> {
  await app.sweep('billing.renew-services');
  await app.sweep('services.find-canceled-services');
}
async function sound(): Promise<void> {
  await expectSoundBooks(app);
  for (const { violations } of usage.invariants!)
    expect(await app.ctx.read((db) => violations(db, 5))).toEqual([]);
}

const client = await buildOrganization(app);
await keepApart(app, client);
const [main, quiet, changed, leaving, left, free, bare] = [
  await begin(client, plan),
  await begin(client, await sell([traffic], { recurring: 0 })),
  await begin(client, plan),
  await begin(client, plan),
  await begin(client, plan),
  await begin(client, await sell([traffic], { trialDays: 10 })),
  await begin(client, await sell([])),
];
const next = (key: ServiceKey) =>
  client.owner.get<NextInvoice>(client.at(`/services/${key.service}/next-invoice`));
const larger = await sell([{ ...traffic, included: '50', minimum: 31_000 }], { recurring: 150_000 });

test('while a period runs its use is shown with what it comes to, and the coming invoice has it', async () => {
  await app.clock.advance({ hours: 2 });
  await report(
    eventOf(main.service, 'traffic', '1249.95'),
    eventOf(main.service, 'traffic', '0.5'),
    eventOf(main.service, 'people', '1', { key: 'ani' }),
    eventOf(main.service, 'people', '1', { key: 'budi' }),
    eventOf(free.service, 'traffic', '5000'),
  );
  const { body } = await client.owner.get(client.at(`/services/${main.service}/usage`));
  expect(body).toMatchObject({
    period: { from: '2026-11-01', to: '2026-12-01' },
    meters: [
      // 1,250.45 is rounded up to a tenth; 100 are free, 1,000 at Rp500 and 150.5 at Rp400.
      { code: 'traffic', quantity: '1250.5', included: '100', amount: { amount: 560_200 } },
      { code: 'people', quantity: '2', amount: { amount: 40_000 } },
    ],
    total: { amount: 600_200, currency: 'IDR' },
  });
  expect(body.meters[0].days).toEqual([{ day: '2026-11-01', quantity: '1250.45' }]);
  expect((await next(main)).body.next).toMatchObject({
    issuedOn: '2026-12-01',
    dueOn: '2026-12-08',
    net: { amount: 750_200 },
    usage: [{ amount: { amount: 560_200 } }, { amount: { amount: 40_000 } }],
  });
  expect((await operator.get(`/api/console/services/${main.service}/usage`)).body).toEqual(body);
  const none = await client.owner.get(client.at(`/services/${bare.service}/usage`));
  expect(none.body).toEqual({ period: null, meters: [], total: null });
  const stranger = await buildOrganization(app);
  expect((await stranger.owner.get(client.at(`/services/${main.service}/usage`))).status).toBe(404);
});

test('what is in a trial is free, and the first period after it is invoiced ahead', async () => {
  await goTo('2026-11-08');
  await run();
  expect((await billed(free)).map(({ amount, from }) => [amount, from])).toEqual([[150_000, '2026-11-11']]);
  const shown = await client.owner.get(client.at(`/services/${free.service}/usage`));
  expect(shown.body.total).toMatchObject({ amount: 0 });
});

test('before a change use is billed at the old terms, once, and after it counted at the new', async () => {
  await goTo('2026-11-16', '09:00');
  await report(eventOf(changed.service, 'traffic', '60', { at: '2026-11-15T09:00:00+07:00' }));
  const terms = await agreed(larger);
  await app.ctx.transact((tx) => changeService(tx, { ...changed, terms, begins: null }));
  await app.settle();
  // Half of a month has half of what is included: 50 of 100, ten are paid for.
  expect(await billed(changed)).toMatchObject([
    { kind: 'manual', amount: 5000, from: '2026-11-01', to: '2026-11-16', why: { kind: 'usage' } },
  ]);
  await report(eventOf(changed.service, 'traffic', '26'));
  const { body } = await client.owner.get(client.at(`/services/${changed.service}/usage`));
  // 25 are included in the rest. One costs Rp500, but half of the month costs Rp15.500 at least.
  expect(body).toMatchObject({ period: { from: '2026-11-16' }, total: { amount: 15_500 } });
  await app.sweep('billing.bill-final-use');
  expect(await sums(changed)).toEqual([5000]);
});

test('what ends is billed a day later to its last day, at once or at the end of its period', async () => {
  await report(eventOf(left.service, 'traffic', '160'), eventOf(leaving.service, 'traffic', '160'));
  await app.ctx.transact(async (tx) => {
    await endService(tx, { ...left, reason: 'other' });
    await cancelService(tx, { ...leaving, when: 'period_end', reason: 'other' });
  });
  await app.settle();
  await app.sweep('billing.bill-final-use');
  expect(await sums(left)).toEqual([]);
  await goTo('2026-11-17', '10:00');
  await report(eventOf(left.service, 'traffic', '10', { at: '2026-11-16T08:00:00+07:00' }));
  await app.sweep('billing.bill-final-use');
  // 16 of 30 days have 53.3 of 100 included.
  expect(await billed(left)).toMatchObject([{ amount: 58_350, from: '2026-11-01', to: '2026-11-17' }]);
  await app.sweep('billing.bill-final-use');
  expect(await sums(left)).toHaveLength(1);
  const late = await report(eventOf(left.service, 'traffic', '1', { at: '2026-11-16T08:00:00+07:00' }));
  expect(late.refused).toMatchObject([{ reason: 'period_billed' }]);
});

test('at renewal the ended period is on the same invoice as the next, and both are what was shown', async () => {
  await goTo('2026-11-30', '23:50');
  await run();
  expect(await sums(main)).toEqual([]);
  const shown = (await next(main)).body.next!;
  await goTo('2026-12-01');
  const dry = (await finance.post('/api/console/billing-runs', {})).body;
  await app.settle();
  await run();
  const lines = await billed(main);
  expect(lines.map(({ what, amount, from, to }) => [what, amount, from, to])).toEqual([
    ['Server · Small', 150_000, '2026-12-01', '2027-01-01'],
    ['Server · Small · Traffic: 1,250.5 GB (100 GB included)', 560_200, '2026-11-01', '2026-12-01'],
    ['Server · Small · people: 2 people', 40_000, '2026-11-01', '2026-12-01'],
  ]);
  expect(lines[0]).toMatchObject({ kind: 'renewal', issued_on: '2026-12-01', due_on: '2026-12-08' });
  expect(lines[1]!.why).toEqual({
    kind: 'usage',
    price: { from: 'agreed', version: '1' },
    note: { id: '1.000 GB × Rp500 + 150,5 GB × Rp400', en: '1,000 GB × Rp500 + 150.5 GB × Rp400' },
    use: {
      rule: 'usage',
      meter: { id: 'Trafik', en: 'Traffic' },
      unit: { id: 'GB', en: 'GB' },
      model: 'graduated',
      quantity: '1250.5',
      included: '100',
      steps: [
        { units: '1000', each: '500', fixed: 0, amount: 500_000 },
        { units: '150.5', each: '400', fixed: 0, amount: 60_200 },
      ],
    },
  });
  const page = await client.owner.get(client.at(`/invoices/${lines[0]!.invoice}`));
  expect(page.body).toMatchObject({ subtotal: { amount: 750_200 }, lines: [{}, { why: { use: {} } }, {}] });
  expect(shown.usage.map(({ amount }) => amount.amount)).toEqual([560_200, 40_000]);
  expect(shown).toMatchObject({ net: page.body.subtotal, tax: page.body.tax, total: page.body.total });
  expect(shown).toMatchObject({ issuedOn: '2026-12-01', dueOn: '2026-12-08' });
  expect(dry).toBeDefined();
  // What was changed has the rest of its month, what ends nothing more yet.
  expect((await sums(changed)).slice(1)).toEqual([150_000, 500, 15_000]);
  expect(await sums(leaving)).toEqual([]);
  await goTo('2026-12-02');
  await app.sweep('billing.bill-final-use');
  expect(await billed(leaving)).toMatchObject([{ amount: 30_000, from: '2026-11-01', to: '2026-12-01' }]);
  await sound();
});

test('a run again bills nothing again, and a plan without a price of its own no period without use', async () => {
  const before = await sums(main);
  await run();
  await run();
  expect(await sums(main)).toEqual(before);
  expect(await sums(quiet)).toEqual([]);
  await report(eventOf(quiet.service, 'traffic', '101'));
  await goTo('2027-01-01');
  await run();
  expect(await billed(quiet)).toMatchObject([{ amount: 500, from: '2026-12-01', to: '2027-01-01' }]);
  expect(await billed(bare)).toHaveLength(2);
});

test('what comes late is a correction on the next invoice, or refused, as the business says', async () => {
  const late = (quantity: string) =>
    eventOf(quiet.service, 'traffic', quantity, { at: '2026-12-31T23:00:00+07:00' });
  expect(await report(late('9'))).toMatchObject({ taken: 1 });
  const administrator = await buildStaff(app, 'administrator');
  const rules = { value: { lateDays: 14, afterBilling: 'refuse' } };
  await administrator.put('/api/console/settings/usage.rules', rules, { version: 0 });
  expect((await report(late('9'))).refused).toMatchObject([{ reason: 'period_billed' }]);
  expect((await next(quiet)).body.next!.usage).toMatchObject([{ amount: { amount: 4500 } }]);
  await goTo('2027-02-01');
  await run();
  expect((await billed(quiet)).slice(1)).toMatchObject([
    {
      amount: 4500,
      from: '2026-12-01',
      to: '2027-01-01',
      what: 'Server · Small · Traffic: corrected to 110 GB (billed before: 101 GB)',
      why: { use: { rule: 'correction', before: { quantity: '101', amount: 500 } } },
    },
  ]);
  await goTo('2027-03-01');
  await run();
  expect(await billed(quiet)).toHaveLength(2);
  await sound();
});

test('use on an invoice that is taken back is owed again, and comes with the next', async () => {
  const invoice = (await billed(quiet)).at(-1) as unknown as { invoice: Id<'invoice'> };
  await app.ctx.transact((tx) =>
    voidInvoice(tx, { organization: client.id, invoice: invoice.invoice, reason: 'Wrong address.' }),
  );
  await goTo('2027-04-01');
  await run();
  expect((await billed(quiet)).slice(2)).toMatchObject([{ amount: 4500, from: '2026-12-01' }]);
  await run();
  expect(await billed(quiet)).toHaveLength(3);
  const { rows } = await app.app.pool.query<{ owed: string }>(
    `select sum(amount) as owed from usage.charged where service_id = $1 and not taken_back`,
    [quiet.service],
  );
  expect(rows[0]!.owed).toBe('5000');
  await sound();
});

test('who does not pay is not billed on; once paid, all that was used is billed period by period', async () => {
  const late = await buildOrganization(app);
  const key = await begin(late, plan);
  await report(eventOf(key.service, 'traffic', '110'));
  await app.ctx.transact((tx) =>
    tx.db
      .updateTable('services.services')
      .set({ suspended_for: ['non_payment'] })
      .where('id', '=', key.service)
      .execute(),
  );
  await goTo('2027-05-20');
  await run();
  expect(await sums(key)).toEqual([]);
  await report(eventOf(key.service, 'traffic', '120'));
  await app.ctx.transact((tx) =>
    tx.db.updateTable('services.services').set({ suspended_for: [] }).where('id', '=', key.service).execute(),
  );
  await run();
  await run();
  expect((await billed(key)).map(({ amount, from }) => [amount, from])).toEqual([
    [150_000, '2027-05-01'],
    [5000, '2027-04-01'],
  ]);
  await receive(app, late, null, 1_000_000n);
  await sound();
});

test('what is far above all a client ever had is held back with its use, and billed once approved', async () => {
  const key = await begin(client, plan);
  await report(eventOf(key.service, 'traffic', '900000'));
  await app.clock.advance({ days: 40 });
  await run();
  expect(await sums(key)).toEqual([]);
  const held = await finance.get('/api/console/held-back');
  expect(JSON.stringify(held.body)).toContain('large');
  const decided = await finance.post(`/api/console/held-back/${client.id}/bill`, {});
  expect(decided.status).toBeLessThan(300);
  await app.settle();
  await run();
  expect((await sums(key)).slice(0, 2)).toEqual([150_000, 360_060_000]);
  await sound();
});

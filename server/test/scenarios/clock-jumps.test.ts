import { expect, test } from 'vitest';
import { testCardNamed } from '../../adapters/gateways/sandbox/gateway/test-cards.ts';
import { dice } from '../../adapters/gateways/sandbox/gateway/chance.ts';
import { writeSetting } from '../../kernel/settings.ts';
import { runBounds } from '../../modules/billing/run-settings.ts';
import { openRun, runBatch } from '../../modules/billing/commands/run-billing.ts';
import { deliver, expectSound, pageOf } from '../../modules/payments/test/world.ts';
import { buildActiveService } from '../../modules/services/test/build.ts';
import { createTestApp } from '../kit/app.ts';
import { buildOrganization } from '../kit/people.ts';
import type { TestOrganization } from '../kit/people.ts';

// Clocks are wrong at times: a machine wakes up in another month, somebody sets the time back, summer time begins in the middle of a run.
// Whatever they say, a period is billed once, none is left out, nothing is charged or taken twice, and numbers have no gaps.

// Friday before the clocks change in Berlin and, a few days later, in the zones of the south.
const app = await createTestApp(new Date('2026-03-27T20:00:00Z'));
const seed = Number(process.env.FAULT_SEED ?? 20261128);
const zones = [
  'Asia/Jakarta',
  'Europe/Berlin',
  'America/Santiago',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
];

async function saveCard(client: TestOrganization, card: string): Promise<void> {
  const { body } = await client.owner.post(client.at('/payment-methods'), {
    gateway: 'sandbox',
    method: 'card',
  });
  const { number } = testCardNamed(card)!;
  await app.ports.sandbox.submit(pageOf(body), 'card', {
    number,
    expiry: '12/34',
    cvc: '123',
    holder: 'Sari',
  });
  await deliver(app);
}

test(`clocks that jump forward and back, in the middle of a run and where summer time begins (FAULT_SEED=${seed})`, async () => {
  const roll = dice(seed);
  // A machine that was off for months is not to be stopped here: what is long past is billed.
  await app.ctx.transact((tx) => writeSetting(tx, runBounds, { ...runBounds.default, daysPast: null }, 0));
  const clients = [];
  for (const zone of zones) {
    const client = await buildOrganization(app);
    await app.app.pool.query('update organizations.organizations set time_zone = $2 where id = $1', [
      client.id,
      zone,
    ]);
    await saveCard(client, roll() < 0.5 ? 'success_mastercard' : 'declined_later');
    for (const recurring of [150_000n, 90_001n])
      await buildActiveService(app, client, { recurring, taxable: false });
    clients.push(client);
  }
  // What a run had under way when the clock jumped is gone on with by the next: a batch of it has been done.
  const half = () =>
    app.ctx.transact(async (tx) => {
      const run = await openRun(tx);
      if (run) await runBatch(tx, run, null);
    });
  const jumps = [
    { days: 40 },
    { days: -3 },
    { hours: -1 },
    { hours: 1 },
    { minutes: 90 },
    { days: 9 },
    { hours: -26 },
    { days: 1 },
  ];
  for (let round = 0; round < 24; round++) {
    if (roll() < 0.4) await half();
    await app.clock.advance(jumps[Math.floor(roll() * jumps.length)]!);
    for (const sweep of ['billing.renew-services', 'billing.collect-invoices', 'payments.charge-what-is-due'])
      if (roll() < 0.8) await app.sweep(sweep);
    await app.clock.advance({ minutes: 2 });
    await deliver(app);
  }
  await app.clock.advance({ days: 45 });
  for (let round = 0; round < 8; round++) {
    await app.sweep('billing.renew-services');
    await app.clock.advance({ minutes: 2 });
    await app.sweep('payments.charge-what-is-due');
    await app.sweep('payments.ask-about-attempts');
    await deliver(app);
  }
  const { rows: periods } = await app.app.pool.query<{
    service: string;
    count: number;
    gaps: number;
    left: number;
  }>(
    `select s.id as service, count(*)::int as count, count(*) filter (where r.period_from <> r.follows)::int as gaps,
       count(*) filter (where s.next_invoice_on <= $1::date - 1 and s.suspended_for = '{}')::int as left
     from services.services s join (
       select r.*, coalesce(lag(r.period_to) over (partition by r.service_id order by r.period_from), r.period_from) as follows
       from (select l.service_id, l.period_from, l.period_to from billing.invoice_lines l
         join billing.invoices i on i.organization_id = l.organization_id and i.id = l.invoice_id
         where i.kind = 'renewal' and i.document = 'issued') r) r on r.service_id = s.id
     group by s.id`,
    [app.clock.now()],
  );
  expect(periods).toHaveLength(zones.length * 2);
  for (const { count, gaps, left } of periods) expect([count > 0, gaps, left]).toEqual([true, 0, 0]);
  expect(Math.max(...periods.map(({ count }) => count))).toBeGreaterThan(2);
  const { rows: money } = await app.app.pool.query(
    `select count(*)::int as invoices, max(sequence)::int as last, count(distinct sequence)::int as numbers,
       count(*) filter (where paid > total)::int as overpaid,
       (select count(*)::int from (select i.invoice_id from payments.attempts a
         join payments.attempt_invoices i on i.organization_id = a.organization_id and i.attempt_id = a.id
         where a.status = 'succeeded' group by i.invoice_id having count(*) > 1) twice) as twice,
       (select count(*)::int from payments.attempts where status = 'succeeded') as charged
     from billing.invoices`,
  );
  const { invoices, charged } = money[0]!;
  expect(money[0]).toMatchObject({ last: invoices, numbers: invoices, overpaid: 0, twice: 0 });
  expect(charged).toBeGreaterThan(5);
  await expectSound(app);
}, 120_000);

import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { dice } from '../../../adapters/gateways/sandbox/gateway/chance.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import type { TestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { statementsOf } from '../../../test/kit/statements.ts';
import { activateService, addService } from '../../services/index.ts';
import type { Cycle, RenewalCursor } from '../../services/index.ts';
import { renewServices } from '../commands/renew-services.ts';
import type { Renewed } from '../commands/renew-services.ts';
import { expectSoundBooks, keepApart, receive } from './world.ts';

const seed = Number(process.env.RUN_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** The same clients and services in any app: amounts, cycles, quantities and zones by the dice, some with credit, some paid by others. */
async function clients(app: TestApp, { together = false } = {}): Promise<void> {
  const roll = dice(seed);
  const pick = <T>(from: readonly T[]) => from[Math.floor(roll() * from.length)]!;
  const made: TestOrganization[] = [];
  for (let n = 0; n < 6; n++) {
    const client = await buildOrganization(app, { name: `Client ${n}` });
    made.push(client);
    if (!together) await keepApart(app, client);
    await app.app.pool.query(
      'update organizations.organizations set time_zone = $2, country = $3 where id = $1',
      [client.id, pick(['Asia/Jakarta', 'Pacific/Auckland', 'America/Los_Angeles']), pick(['ID', 'SG'])],
    );
    if (roll() < 0.5) await receive(app, client, null, BigInt(Math.floor(roll() * 400_000) + 1));
  }
  await app.app.pool.query(
    `update organizations.organizations set parent_id = $2, pays = 'parent' where id = $1`,
    [made[1]!.id, made[0]!.id],
  );
  await app.ctx.transact(async (tx) => {
    for (let n = 0; n < 30; n++) {
      const organization = pick(made).id;
      const quantity = 1 + Math.floor(roll() * 3);
      const service = await addService(tx, {
        organization,
        orderId: randomUUID(),
        planId: randomUUID(),
        names: { id: `Layanan ${n}`, en: `Service ${n}` },
        quantity,
        choices: {},
        currency: pick(['IDR', 'USD'] as Currency[]),
        cycle: pick(['monthly', 'quarterly', 'annual'] as Cycle[]),
        recurring: BigInt(Math.floor(roll() * 500_000) + 1),
        trialDays: 0,
        taxable: roll() < 0.8,
        provisioner: 'manual',
        provisionerConfiguration: {},
      });
      await activateService(tx, { organization, service });
    }
  });
  await app.app.pool.query(
    `update services.services set label = 'x', next_invoice_on = '2026-03-01' where names ->> 'en' < 'Service 25'`,
  );
  await app.settle();
}

/** All that was billed, without what differs by chance: who is who by name, and no ids. */
async function books(app: TestApp) {
  const of = async (sql: string) => (await app.app.pool.query(sql)).rows as unknown[];
  return {
    invoices: await of(`
      select o.name, i.for_name, l.description ->> 'en' as what, l.quantity, l.unit_price, l.net, l.tax, l.period_from, l.period_to, l.why,
        l.unit_code, i.kind, i.issued_on, i.due_on, i.currency, i.subtotal, i.tax as tax_of_all, i.total, i.paid, i.taxes, i.seller,
        i.buyer - 'email' as buyer, i.title, i.status
      from billing.invoices i join billing.invoice_lines l on l.invoice_id = i.id join organizations.organizations o on o.id = i.organization_id
      order by what, l.period_from`),
    postings: await of(`
      select o.name, l.description ->> 'en' as what, e.kind, e.booked_on, e.owed, e.credited, p.account, p.debit, p.credit
      from billing.entries e join billing.postings p using (organization_id, currency, sequence)
      join organizations.organizations o on o.id = e.organization_id
      join billing.invoice_lines l on l.invoice_id = e.invoice_id where e.kind = 'invoice_issued' order by what, p.line`),
    heads: await of(`
      select o.name, b.currency, b.receivable, b.credit, b.entries from billing.balances b
      join organizations.organizations o on o.id = b.organization_id order by 1, 2`),
    services: await of(`
      select names ->> 'en' as what, period_from, period_to, next_invoice_on, paid_through, state from services.services order by 1`),
    numbers: await of('select sequence, number from billing.invoices order by sequence'),
    facts: await of(`select name, count(*) from kernel.events where name ~ '^billing' group by 1 order by 1`),
  };
}

/** Goes on behind what was seen, and once more from the start until nothing is found there. */
async function renewAll(app: TestApp, limit: number, backwards = false): Promise<number> {
  let after: RenewalCursor | null = null;
  for (let billed = 0; ;) {
    const asked = { limit, after, backwards };
    const renewed: Renewed = await app.ctx.transact((tx) => renewServices(tx, asked));
    if (renewed.lookedAt === 0 && after === null) return billed;
    billed += renewed.drafts.length;
    after = renewed.last;
  }
}

test(`a batch is the same as one by one, to the last unit (RUN_SEED=${seed})`, async () => {
  const [one, many] = [await createTestApp(), await createTestApp()];
  for (const app of [one, many]) await clients(app);
  expect(await renewAll(one, 1)).toBeGreaterThan(10);
  await renewAll(many, 500);
  for (const app of [one, many]) {
    await app.settle();
    expect(app.failures).toEqual([]);
    await expectSoundBooks(app);
  }
  expect(await books(many)).toEqual(await books(one));
});

test(`together each service is asked what it is alone, wherever a batch ends (RUN_SEED=${seed})`, async () => {
  const [alone, together] = [await createTestApp(), await createTestApp()];
  await clients(alone);
  await clients(together, { together: true });
  const invoices = await renewAll(alone, 500);
  expect(await renewAll(together, 7)).toBeLessThan(invoices);
  const lines = (app: TestApp) =>
    app.app.pool.query(
      `select o.name, i.for_name, i.currency, i.issued_on, i.due_on, l.description ->> 'en' as what, l.quantity, l.unit_price, l.net,
         l.period_from, l.period_to, l.why
       from billing.invoices i join billing.invoice_lines l on l.invoice_id = i.id join organizations.organizations o on o.id = i.organization_id
       order by what`,
    );
  await together.settle();
  expect(together.failures).toEqual([]);
  expect((await lines(together)).rows).toEqual((await lines(alone)).rows);
  // What credit pays whole depends on how much an invoice is.
  const periods = (app: TestApp) =>
    app.app.pool.query(
      `select names ->> 'en' as what, period_from, period_to, next_invoice_on from services.services order by 1`,
    );
  expect((await periods(together)).rows).toEqual((await periods(alone)).rows);
  await expectSoundBooks(together);
});

test('several at once, from both ends, pass each other over, and once is enough', async () => {
  const app = await createTestApp();
  await clients(app);
  const due = 'select count(*)::int as count from services.services where next_invoice_on = $1';
  const { rows } = await app.app.pool.query(due, ['2026-03-01']);
  const lanes = await Promise.all([3, 4, 5, 2].map((limit, lane) => renewAll(app, limit, lane % 2 === 1)));
  expect(lanes.reduce((sum, lane) => sum + lane, 0)).toBe(rows[0].count);
  expect(await renewAll(app, 100)).toBe(0);
  await app.settle();
  expect(app.failures).toEqual([]);
  await expectSoundBooks(app);
});

test('a batch is some twenty statements, and none about use where nothing is measured', async () => {
  const app = await createTestApp();
  await clients(app);
  const asked = await statementsOf(app, () => app.ctx.transact((tx) => renewServices(tx, { limit: 25 })));
  expect(asked.length, asked.join('\n\n')).toBeLessThanOrEqual(25);
  expect(asked.filter((text) => /\busage"?\."?\w/.test(text))).toEqual([]);
  expect(asked.filter((text) => /\bbilling"?\."?\w/.test(text)).length).toBeGreaterThan(3);
});

test('what is undone leaves nothing, no number either', async () => {
  const app = await createTestApp();
  await clients(app);
  const undone = app.ctx.transact(async (tx) => {
    const { drafts } = await renewServices(tx, { limit: 7 });
    const numbers = drafts.map(({ sequence }) => Number(sequence)).toSorted((one, other) => one - other);
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    throw new Error('changed my mind');
  });
  await expect(undone).rejects.toThrow('changed my mind');
  expect((await books(app)).invoices).toEqual([]);
  await app.sweep('billing.renew-services');
  const { rows } = await app.app.pool.query(
    `select r.looked_at, r.due, r.finished_at is not null as finished, sum(s.invoices)::int as invoices,
       (select count(*)::int from billing.invoices) as issued, (select count(*)::int from billing.invoices where number is null) as nameless
     from billing.runs r join billing.run_sums s on s.run_id = r.id group by r.id`,
  );
  expect(rows).toEqual([
    {
      looked_at: rows[0].due,
      due: rows[0].issued,
      finished: true,
      invoices: rows[0].issued,
      issued: rows[0].due,
      nameless: 0,
    },
  ]);
  await expectSoundBooks(app);
});

test('a run whose server died is taken up by the next look; one under way is left alone', async () => {
  const app = await createTestApp();
  await clients(app);
  const run = randomUUID() as Id<'billing-run'>;
  await app.app.pool.query(
    `insert into billing.runs (id, kind, started_at, touched_at, due) values ($1, 'real', $2, $2, 25)`,
    [run, app.clock.now()],
  );
  await app.sweep('billing.renew-services');
  expect((await books(app)).invoices).toEqual([]);
  await app.clock.advance({ minutes: 6 });
  await app.sweep('billing.renew-services');
  expect((await books(app)).invoices.length).toBeGreaterThan(10);
  const { rows } = await app.app.pool.query(
    'select id, finished_at is not null as finished from billing.runs',
  );
  expect(rows).toEqual([{ id: run, finished: true }]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { buildActiveService, buildService, signInAgain } from '../../services/test/build.ts';
import { endService } from '../../services/index.ts';
import { issueCreditNote, voidInvoice, writeOffInvoice } from '../index.ts';
import type { NewLine } from '../index.ts';
import { renewServices } from '../commands/renew-services.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { expectSoundBooks, issue, receive } from './world.ts';

// It is 2 March 2026.
const app = await createTestApp();
const settings = '/api/console/billing-settings/revenue';

const line = (unitPrice: bigint, from: string | null = null, to = ''): NewLine => ({
  serviceId: null,
  description: { id: 'Sewa', en: 'Rent' },
  period: from === null ? null : { from: from as CalendarDate, to: to as CalendarDate },
  quantity: 1,
  unitPrice,
  taxable: false,
});

/** Of one client's ledger, what it adds to each account. */
async function accounts(client: TestOrganization): Promise<Record<string, number>> {
  const { rows } = await app.app.pool.query<{ account: string; sum: string }>(
    `select account, sum(credit - debit)::text as sum from billing.postings where organization_id = $1
     and account in ('revenue', 'deferred', 'write_off') group by account`,
    [client.id],
  );
  return Object.fromEntries(
    rows.flatMap(({ account, sum }) => (sum === '0' ? [] : [[account, Number(sum)]])),
  );
}

async function recognize(): Promise<void> {
  await app.sweep('billing.recognize-revenue');
  await app.settle();
}

/** Sessions end long before these months do. */
const staffNow = () => buildStaff(app, 'finance');
const daysTo = (day: string) =>
  app.clock.advance({
    days: Math.round((Date.parse(`${day}T02:00:00Z`) - app.clock.now().getTime()) / 864e5),
  });

const rupiah = async () =>
  (await (await staffNow()).get('/api/console/deferred-revenue')).body.currencies.find(
    (one: { currency: string }) => one.currency === 'IDR',
  );

test('off unless staff say from when; only who looks after billing may', async () => {
  const client = await buildOrganization(app);
  await issue(app, client, { lines: [line(100_000n, '2026-03-02', '2027-03-02')] });
  expect(await accounts(client)).toEqual({ revenue: 100_000 });
  const finance = await staffNow();
  expect((await finance.get(settings)).body).toEqual({ value: { deferFrom: null }, version: 0 });
  const support = await buildStaff(app, 'support');
  expect((await support.get('/api/console/deferred-revenue')).status).toBe(404);
  expect((await support.put(settings, { deferFrom: '2026-03-03' }, { version: 0 })).status).toBe(404);
  expect((await finance.put(settings, { deferFrom: '2026-03-03' }, { version: 0 })).status).toBe(200);
  await issue(app, client, { lines: [line(50_000n, '2026-03-02', '2027-03-02')] });
  expect(await accounts(client)).toEqual({ revenue: 150_000 });
  await app.clock.advance({ days: 1 });
});

test('months recognize their days, to the last unit, whatever else stands on the invoice; reports and files say so', async () => {
  const client = await buildOrganization(app);
  // 92 days: 29 in March, 30 in April, 31 in May, 2 in June.
  await issue(app, client, {
    lines: [
      line(1_000_001n, '2026-03-03', '2026-06-03'),
      line(70_000n),
      line(9_000n, '2026-01-01', '2026-03-01'),
    ],
  });
  expect(await accounts(client)).toEqual({ revenue: 79_000, deferred: 1_000_001 });
  await recognize();
  expect(await accounts(client)).toEqual({ revenue: 79_000, deferred: 1_000_001 });
  expect(await rupiah()).toEqual({
    currency: 'IDR',
    balance: 1_000_001,
    waiting: 0,
    coming: [
      { month: '2026-03-01', amount: 315_218 },
      { month: '2026-04-01', amount: 326_087 },
      { month: '2026-05-01', amount: 336_957 },
      { month: '2026-06-01', amount: 21_739 },
    ],
    recognized: [],
  });
  await app.clock.advance({ days: 30 });
  await recognize();
  await recognize();
  expect(await accounts(client)).toEqual({ revenue: 79_000 + 315_218, deferred: 1_000_001 - 315_218 });
  const report = await rupiah();
  expect(report.recognized).toEqual([{ month: '2026-03-01', amount: 315_218 }]);
  expect(report.coming[0]).toEqual({ month: '2026-04-01', amount: 326_087 });
  expect((await (await staffNow()).get('/api/console/deferred-revenue/file?lang=en')).text).toBe(
    [
      '\ufeffMonth,Recognized,To be recognized,Currency',
      '2026-03,315218,,IDR',
      '2026-04,,326087,IDR',
      '2026-05,,336957,IDR',
      '2026-06,,21739,IDR',
      '',
    ].join('\r\n'),
  );
  // Nobody looked for months: each still gets its own.
  await app.clock.advance({ days: 100 });
  await recognize();
  expect(await accounts(client)).toEqual({ revenue: 1_079_001 });
  expect((await rupiah()).recognized.map((one: { amount: number }) => one.amount)).toEqual([
    21_739, 336_957, 326_087, 315_218,
  ]);
  // A statement tells of none of it: the client owes no more and no less.
  expect((await (await signInAgain(app, client.owner)).get(client.at('/statement'))).body.items).toHaveLength(
    1,
  );
  await expectSoundBooks(app);
});

test('what is taken back comes off what is not earned yet; the rest is earned in the days that are left', async () => {
  const client = await buildOrganization(app);
  const [from, half, to] = ['2026-07-11', '2026-07-26', '2026-08-10'] as CalendarDate[];
  const invoice = await issue(app, client, { lines: [line(300_000n, from!, to!)] });
  await daysTo(half!);
  const takeBack = (net: bigint) =>
    app.ctx.transact((tx) =>
      issueCreditNote(tx, {
        organization: client.id,
        invoice,
        reason: 'other',
        lines: [{ position: 1, net }],
      }),
    );
  // Half is earned: a third of the other half goes.
  await takeBack(50_000n);
  expect(await accounts(client)).toEqual({ revenue: 150_000, deferred: 100_000 });
  // More than is left is taken from revenue.
  await takeBack(120_000n);
  expect(await accounts(client)).toEqual({ revenue: 130_000 });
  await app.clock.advance({ days: 30 });
  await recognize();
  expect(await accounts(client)).toEqual({ revenue: 130_000 });
  await expectSoundBooks(app);
});

test('a withdrawn invoice leaves nothing, a written-off one the loss against all of it', async () => {
  const month = { lines: [line(310_000n, '2026-08-25', '2026-09-25')] };
  const [gone, lost, paid] = [
    await buildOrganization(app),
    await buildOrganization(app),
    await buildOrganization(app),
  ];
  const reason = 'A mistake';
  const voided = await issue(app, gone, month);
  const given = await issue(app, lost, month);
  await receive(app, paid, await issue(app, paid, month), 310_000n);
  await daysTo('2026-09-02');
  await recognize();
  expect(await accounts(gone)).toEqual({ revenue: 70_000, deferred: 240_000 });
  await app.ctx.transact((tx) => voidInvoice(tx, { organization: gone.id, invoice: voided, reason }));
  await app.ctx.transact((tx) => writeOffInvoice(tx, { organization: lost.id, invoice: given, reason }));
  expect(await accounts(gone)).toEqual({});
  expect(await accounts(lost)).toEqual({ revenue: 310_000, write_off: -310_000 });
  expect(await accounts(paid)).toEqual({ revenue: 70_000, deferred: 240_000 });
  await expectSoundBooks(app);
  await app.clock.advance({ days: 30 });
  await recognize();
  expect(await accounts(paid)).toEqual({ revenue: 310_000 });
});

test('an order waits for its service to begin, a renewal and its reduction are for their period', async () => {
  const client = await buildOrganization(app);
  const order = async (service: Id<'service'>) =>
    issue(app, client, {
      kind: 'order',
      lines: [
        { ...line(150_000n), serviceId: service, why: { kind: 'recurring', price: { from: 'catalog' } } },
        { ...line(20_000n), serviceId: service, why: { kind: 'setup', price: { from: 'catalog' } } },
      ],
    });
  const [begins, never] = [await buildService(app, client), await buildService(app, client)];
  const first = await order(begins);
  await order(never);
  await app.settle();
  expect(await accounts(client)).toEqual({ revenue: 40_000, deferred: 300_000 });
  expect((await rupiah()).waiting).toBe(300_000);
  await receive(app, client, first, 170_000n);
  await app.ctx.transact((tx) =>
    endService(tx, { organization: client.id, service: never, reason: 'other' }),
  );
  await app.settle();
  const report = await rupiah();
  expect(report).toMatchObject({ balance: 150_000, waiting: 0 });
  await app.clock.advance({ days: 60 });
  await recognize();
  await expectSoundBooks(app);

  const renewed = await buildOrganization(app);
  await buildActiveService(app, renewed, { recurring: 300_000n, taxable: false });
  await app.clock.advance({ days: 28 });
  await app.ctx.transact((tx) => renewServices(tx, { limit: 200 }));
  await app.settle();
  expect(await accounts(renewed)).toEqual({ deferred: 300_000 });
  await expectSoundBooks(app);
});

test('whatever the sum and the days: parts asked for one after the other add up to the whole and never turn', async () => {
  const day = fc.nat(1500);
  await fc.assert(
    fc.asyncProperty(
      fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
      fc.integer({ min: 1, max: 1100 }),
      fc.array(day, { maxLength: 12 }),
      async (amount, days, asked) => {
        const points = [...asked, 1500].toSorted((a, b) => a - b);
        const { rows } = await app.app.pool.query<{ earned: string }>(
          `select billing.earned($1::bigint, 0, '2026-01-01', '2026-01-01'::date + $2::integer, '2026-01-01'::date + d)::text as earned
           from unnest($3::integer[]) with ordinality as p (d, n) order by n`,
          [String(amount), days, points],
        );
        const sums = rows.map(({ earned }) => BigInt(earned));
        for (const [index, sum] of sums.entries()) {
          const before = sums[index - 1] ?? 0n;
          expect(amount < 0n ? sum <= before : sum >= before).toBe(true);
          const exact = amount * BigInt(Math.min(points[index]!, days));
          const off = sum * BigInt(days) - exact;
          expect((off < 0n ? -off : off) * 2n <= BigInt(days)).toBe(true);
        }
        expect(sums.at(-1)).toBe(amount);
      },
    ),
    { numRuns: 200 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { divide } from '../../../kernel/values/money.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildPerson } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { expectSoundBooks } from '../../billing/test/world.ts';
import { planOf, rupiah } from '../../catalog/test/goods.ts';
import { setCounter } from '../../promotions/test/scene.ts';
import { signInAgain } from '../../services/test/build.ts';
import { setScene } from './scene.ts';

// 2 March 2026.
const app = await createTestApp();
const { operator, sell, item, quote, order, show, pay } = await setScene(app);
const { offer } = await setCounter(app);
const prices = [rupiah('monthly', 100_001), rupiah('quarterly', 280_000), rupiah('annual', 1_000_000)];
const sellAtFirst = (introduction: object[], product: object = {}) =>
  sell({ product: { taxCategory: 'outside', ...product }, plan: { prices, introduction } });
const names = { id: 'Harga perkenalan', en: 'Introductory price' };

async function renewals(of: TestOrganization): Promise<number[]> {
  const { rows } = await app.app.pool.query<{ total: string }>(
    `select i.total::text from billing.invoices i where i.organization_id = $1 and i.kind = 'renewal' order by i.issued_at`,
    [of.id],
  );
  return rows.map(({ total }) => Number(total));
}

/** So many months go by, and whatever is invoiced is paid. */
async function live(of: TestOrganization, days: number): Promise<void> {
  for (let day = 0; day < days; day += 14) {
    await app.clock.advance({ days: 14 });
    await app.sweep('billing.renew-services');
    await app.settle();
    const { rows } = await app.app.pool.query<{ id: string }>(
      `select id from billing.invoices where organization_id = $1 and settlement = 'unpaid'`,
      [of.id],
    );
    for (const { id } of rows) await pay(of, id);
  }
}

test('what a plan costs at first is said in store and quote, and charged for so many periods; then its price', async () => {
  const client = await buildOrganization(app);
  const product = await sellAtFirst([{ months: 3, percent: 5_000 }]);
  expect(
    (await client.owner.get(`/api/catalog/products/${product.slug}`)).body.plans[0].introduction,
  ).toEqual([{ months: 3, percent: 5_000 }]);
  const quoted = (await quote(client, [item(product.plan)])).body;
  // Half of 100,001 is rounded away from zero.
  expect(quoted).toMatchObject({
    lines: [{ net: { amount: 50_000 }, discounts: [{ names, percent: 5_000, amount: { amount: 50_001 } }] }],
    total: { amount: 50_000 },
    later: [
      {
        from: '2026-04-02',
        total: { amount: 50_000 },
        afterwards: [{ from: '2026-06-02', total: { amount: 100_001 } }],
      },
    ],
  });
  const placed = (await order(client, [item(product.plan)])).body;
  expect(placed.total).toEqual(quoted.total);
  await pay(client, placed.invoiceId!);
  const service = (await show(client, placed.id)).items[0]!.serviceId;
  const at = client.at(`/services/${service}`);
  expect((await client.owner.get(at)).body.discounts).toEqual([
    { names, percent: 5_000, amount: null, from: null, until: '2026-06-02' },
  ]);
  await live(client, 112);
  expect(await renewals(client)).toEqual([50_000, 50_000, 100_001, 100_001]);
  expect((await (await signInAgain(app, client.owner)).get(at)).body.discounts).toEqual([]);
  await expectSoundBooks(app);
});

test('once for a product: who had it pays its price, whoever else does not; a shorter time than the cycle is none', async () => {
  const client = await buildOrganization(app);
  const product = await sellAtFirst([{ months: 5, percent: 2_000 }]);
  const first = async (of: TestOrganization, cycle: string) =>
    (await quote(of, [item(product.plan, { cycle })])).body;
  expect((await first(client, 'annual')).total.amount).toBe(1_000_000);
  // One whole quarter lies within five months.
  expect(await first(client, 'quarterly')).toMatchObject({
    total: { amount: 224_000 },
    later: [{ total: { amount: 280_000 }, afterwards: [] }],
  });
  const placed = (await order(client, [item(product.plan)])).body;
  expect((await first(client, 'monthly')).total.amount).toBe(80_001);
  await pay(client, placed.invoiceId!);
  expect((await first(client, 'monthly')).total.amount).toBe(100_001);
  expect((await first(await buildOrganization(app), 'monthly')).total.amount).toBe(80_001);
});

test('a trial comes before it, a promotion takes its part of what is left, and another plan has none of it', async () => {
  const client = await buildOrganization(app);
  const product = await sellAtFirst([{ months: 2, percent: 10_000 }], { trialDays: 14 });
  const added = await operator.post(`/api/console/catalog/products/${product.id}/plans`, {
    ...planOf({ name: { id: 'Besar', en: 'Large' }, prices: [rupiah('monthly', 300_000)] }),
  });
  const large = added.body.plans[1].id;
  const quoted = (await quote(client, [item(product.plan)])).body;
  expect(quoted.total.amount).toBe(0);
  expect(quoted.later[0]).toMatchObject({
    total: { amount: 0 },
    afterwards: [{ total: { amount: 100_001 } }],
  });
  expect((await quote(client, [item(large)])).body.later[0]).toMatchObject({ total: { amount: 300_000 } });

  await offer({ code: 'TEN', percent: 1_000 });
  const both = await sellAtFirst([{ months: 2, percent: 5_000 }]);
  const asked = { items: [item(both.plan)], promotionCode: 'TEN' };
  expect((await client.owner.post(client.at('/orders/quote'), asked)).body).toMatchObject({
    lines: [{ discounts: [{ names, amount: { amount: 50_001 } }, { amount: { amount: 5_000 } }] }],
    total: { amount: 45_000 },
    later: [{ total: { amount: 45_000 }, afterwards: [{ total: { amount: 90_001 } }] }],
  });
});

test('several steps follow each other: said before ordering, on the service and the next invoice, and charged so', async () => {
  const client = await buildOrganization(app);
  const product = await sellAtFirst([
    { months: 2, percent: 5_000 },
    { months: 2, percent: 2_500 },
  ]);
  const quoted = (await quote(client, [item(product.plan)])).body;
  const start = app.clock.now().toISOString().slice(0, 10) as CalendarDate;
  const day = (months: number) => addMonths(start, months);
  expect(quoted).toMatchObject({
    items: [{ introduced: true }],
    lines: [{ net: { amount: 50_000 }, discounts: [{ names: { en: 'Introductory price, months 1–2' } }] }],
    later: [
      {
        total: { amount: 50_000 },
        afterwards: [
          { from: day(2), total: { amount: 75_001 } },
          { from: day(4), total: { amount: 100_001 } },
        ],
      },
    ],
  });
  // A quarter reaches over both steps: what comes off in each of its months comes off it.
  const quarter = (await quote(client, [item(product.plan, { cycle: 'quarterly' })])).body;
  expect(quarter).toMatchObject({ total: { amount: 210_000 }, later: [{ total: { amount: 280_000 } }] });

  const placed = (await order(client, [item(product.plan)])).body;
  await pay(client, placed.invoiceId!);
  const service = (await show(client, placed.id)).items[0]!.serviceId;
  const at = client.at(`/services/${service}`);
  expect((await client.owner.get(at)).body.discounts).toMatchObject([
    { percent: 5_000, from: null, until: day(2) },
    { percent: 2_500, from: day(2), until: day(4) },
  ]);
  const expected: number[] = [];
  for (let month = 0; month < 4; month++) {
    const owner = await signInAgain(app, client.owner);
    expected.push((await owner.get(`${at}/next-invoice`)).body.next.total.amount);
    await live(client, 28);
  }
  expect(expected).toEqual([50_000, 75_001, 75_001, 100_001]);
  expect((await renewals(client)).slice(0, 4)).toEqual(expected);
  const { rows } = await app.app.pool.query<{ names: string }>(
    `select l.why -> 'discounts' -> 0 -> 'names' ->> 'en' as names from billing.invoice_lines l
      join billing.invoices i on i.organization_id = l.organization_id and i.id = l.invoice_id
      where i.organization_id = $1 and i.kind = 'renewal' and l.why ? 'discounts' order by l.period_from`,
    [client.id],
  );
  expect(rows.map(({ names: said }) => said)).toEqual([
    'Introductory price, months 1–2',
    'Introductory price, months 3–4',
    'Introductory price, months 3–4',
  ]);
});

test('staff set it, change it and take it away; others do not', async () => {
  const product = await sellAtFirst([]);
  const plan = product.plans[0]!;
  const at = `/api/console/catalog/plans/${plan.id}`;
  expect(plan.introduction).toEqual([]);
  const introduction = [
    { months: 6, percent: 2_500 },
    { months: 30, percent: 100 },
  ];
  expect((await (await buildPerson(app)).patch(at, plan.version, { introduction })).status).toBe(404);
  for (const wrong of [
    [{ months: 0, percent: 100 }],
    [
      { months: 30, percent: 100 },
      { months: 7, percent: 50 },
    ],
    [{ months: 1, percent: 10_001 }],
    Array.from({ length: 7 }, () => ({ months: 1, percent: 100 })),
  ])
    expect((await operator.patch(at, plan.version, { introduction: wrong })).status).toBe(400);
  const set = await operator.patch(at, plan.version, { introduction });
  expect(set.body.plans[0].introduction).toEqual(introduction);
  const other = await operator.patch(at, plan.version + 1, { position: 3 });
  expect(other.body.plans[0].introduction).toEqual(introduction);
  const none = await operator.patch(at, plan.version + 2, { introduction: [] });
  expect(none.body.plans[0].introduction).toEqual([]);
});

test('whatever the time, the share and the price: the quote is the invoice, and periods add up to what is expected', async () => {
  const cases = fc.sample(
    fc.record({
      months: fc.integer({ min: 1, max: 4 }),
      percent: fc.integer({ min: 1, max: 10_000 }),
      price: fc.integer({ min: 1, max: 9_999_999 }),
    }),
    { numRuns: 4, seed: 43 },
  );
  for (const { months, percent, price } of cases) {
    const client = await buildOrganization(app);
    const product = await sell({
      product: { taxCategory: 'outside' },
      plan: { prices: [rupiah('monthly', price)], introduction: [{ months, percent }] },
    });
    const off = Number(divide(BigInt(price) * BigInt(percent), 10_000n, 'halfAwayFromZero'));
    const quoted = (await quote(client, [item(product.plan)])).body;
    const placed = (await order(client, [item(product.plan)])).body;
    expect([quoted.total.amount, placed.total.amount]).toEqual([price - off, price - off]);
    if (placed.invoiceId) await pay(client, placed.invoiceId);
    await live(client, 84);
    const charged = await renewals(client);
    expect(charged.length).toBeGreaterThan(1);
    expect(charged).toEqual(charged.map((_, index) => (index + 1 < months ? price - off : price)));
    const { rows } = await app.app.pool.query<{ from: CalendarDate; to: CalendarDate }>(
      `select period_from as "from", period_to as "to" from billing.renewals where organization_id = $1 order by 1`,
      [client.id],
    );
    for (const [index, { from, to }] of rows.entries()) {
      expect(to).toBe(addMonths(from, 1, Number(rows[0]!.from.slice(8))));
      if (index > 0) expect(from).toBe(rows[index - 1]!.to);
    }
  }
  await expectSoundBooks(app);
});

test('a change of cycle cuts time over both steps: each day has its own, the preview is the invoice, and each line says it', async () => {
  const client = await buildOrganization(app);
  const product = await sellAtFirst([
    { months: 2, percent: 5_000 },
    { months: 2, percent: 2_500 },
  ]);
  const shown = (await operator.get(`/api/console/catalog/products/${product.id}`)).body;
  const changes = { ...shown.changes, downgrade: 'now' };
  await operator.patch(`/api/console/catalog/products/${product.id}`, shown.version, { changes });
  const placed = (await order(client, [item(product.plan)])).body;
  await pay(client, placed.invoiceId!);
  const start = app.clock.now().toISOString().slice(0, 10) as CalendarDate;
  const at = client.at(`/services/${(await show(client, placed.id)).items[0]!.serviceId}`);
  await app.clock.advance({ days: 10 });
  const [from, second, over] = [addDays(start, 10), addMonths(start, 2), addMonths(start, 4)];
  const to = addMonths(from, 3);
  const days = { all: daysBetween(from, to), first: daysBetween(from, second) };
  const share = (off: number, part: number, whole: number) =>
    Number(divide(BigInt(off) * BigInt(part), BigInt(whole), 'halfAwayFromZero'));
  const off = share(140_000, days.first, days.all) + 70_000 - share(70_000, days.first, days.all);
  const owner = await signInAgain(app, client.owner);
  const preview = async (cycle: string) =>
    (await owner.post(`${at}/changes/preview`, { what: 'change', ...item(product.plan, { cycle }) })).body;

  const there = await preview('quarterly');
  const whole = there.lines.find(({ rule }: { rule: string }) => rule === 'whole_period');
  expect(whole).toMatchObject({ amount: { amount: 280_000 - off }, period: { from, to } });
  expect(whole.description.en).toContain(`months 1–2 (${days.first} of ${days.all} days)`);
  expect(whole.description.id).toContain(`${days.all - days.first} dari ${days.all} hari`);
  await owner.post(`${at}/changes`, { quote: there.quote });
  const { rows } = await app.app.pool.query<{ id: string; total: string; said: string }>(
    `select i.id, i.total::text, string_agg(l.description ->> 'en', ' | ') as said from billing.invoices i
      join billing.invoice_lines l on l.organization_id = i.organization_id and l.invoice_id = i.id
      where i.organization_id = $1 and i.kind = 'change' group by i.id, i.total`,
    [client.id],
  );
  expect(rows).toEqual([
    {
      id: rows[0]!.id,
      total: String(there.total.amount),
      said: expect.stringContaining(whole.description.en),
    },
  ]);
  await pay(client, rows[0]!.id);

  // What lies behind the last step costs the price.
  const rest = share(70_000, daysBetween(to, over), daysBetween(to, addMonths(to, 3, Number(from.slice(8)))));
  const next = (await owner.get(`${at}/next-invoice`)).body.next;
  expect(next.total.amount).toBe(280_000 - rest);
  expect(next.discounts[0].names.en).toContain('months 3–4 (');
  expect(there.next.total.amount).toBe(next.total.amount);

  // At the same instant all of it comes back, as it was paid.
  const back = await preview('monthly');
  const unused = back.lines.find(({ rule }: { rule: string }) => rule === 'unused_time');
  expect(unused.amount.amount).toBe(-whole.amount.amount);
  await live(client, 98);
  expect((await renewals(client))[0]).toBe(280_000 - rest);
  await expectSoundBooks(app);
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { expectSoundBooks } from '../../billing/test/world.ts';
import { planOf, rupiah } from '../../catalog/test/goods.ts';
import { suspendService } from '../../services/index.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { signInAgain } from '../../services/test/build.ts';
import { setScene } from './scene.ts';

// Nine in the morning in Jakarta on 17 January 2028, a leap year.
const app = await createTestApp(new Date('2028-01-17T02:00:00Z'));
const { operator, sell, item, quote, order, show, pay } = await setScene(app);
const prices = [rupiah('monthly', 310_000, 50_000), rupiah('annual', 3_660_000)];
const onFirst = { day: 1, togetherFrom: 20 };

const sellOn = (billDay: object | null, plan: object = {}, product: object = {}) =>
  sell({ product: { taxCategory: 'outside', ...product }, plan: { prices, billDay, ...plan } });

const idr = (amount: number) => ({ amount, currency: 'IDR' });

async function on(day: string, ...clients: TestOrganization[]): Promise<void> {
  const seconds = (new Date(`${day}T02:00:00Z`).getTime() - app.clock.now().getTime()) / 1000;
  await app.clock.advance({ seconds });
  for (const person of [operator, ...clients.map(({ owner }) => owner)])
    person.cookie = (await signInAgain(app, person)).cookie;
}

/** A service of what was ordered today; `pays`: on which day, if not at once. */
async function begin(plan: string, { cycle = 'monthly', pays }: { cycle?: string; pays?: string } = {}) {
  const client = await buildOrganization(app);
  const placed = (await order(client, [item(plan, { cycle })])).body;
  if (pays) await on(pays, client);
  if (placed.invoiceId) await pay(client, placed.invoiceId);
  const service = (await show(client, placed.id)).items[0]!.serviceId;
  const at = (path = '') => client.at(`/services/${service}${path}`);
  return { client, at, placed, service, see: async (path = '') => (await client.owner.get(at(path))).body };
}

/** What was invoiced for a client by itself: days and sums, the earliest first. */
async function renewals({ id }: TestOrganization): Promise<string[]> {
  await app.sweep('billing.renew-services');
  await app.settle();
  const { rows } = await app.app.pool.query<{ line: string }>(
    `select l.period_from::text || ' ' || l.period_to::text || ' ' || l.net::text as line
     from billing.invoice_lines l join billing.invoices i on i.organization_id = l.organization_id and i.id = l.invoice_id
     where i.organization_id = $1 and i.kind = 'renewal' order by l.period_from`,
    [id],
  );
  return rows.map(({ line }) => line);
}

test('ordered in mid-month, the part up to the 1st is shown, ordered, billed with its days, and then whole months follow', async () => {
  const { plan, slug, plans } = await sellOn(onFirst);
  expect(plans[0]!.billDay).toEqual(onFirst);
  const client = await buildOrganization(app);
  const shown = (await client.owner.get(`/api/catalog/products/${slug}`)).body.plans[0];
  expect(shown.billDay).toEqual(onFirst);
  const quoted = (await quote(client, [item(plan)])).body;
  // 15 of 31 days, and the set-up.
  expect(quoted.total).toEqual(idr(200_000));
  expect(quoted.lines).toMatchObject([
    { period: { from: '2028-01-17', to: '2028-02-01' }, net: idr(150_000) },
    { period: null, note: null, net: idr(50_000) },
  ]);
  expect(quoted.lines[0]!.note!.en).toContain('15 of the 31 days');
  expect(quoted.later).toMatchObject([{ from: '2028-02-01', total: idr(310_000), afterwards: [] }]);

  const one = await begin(plan);
  const invoice = await one.client.owner.get(one.client.at(`/invoices/${one.placed.invoiceId}`));
  expect(invoice.body.lines[0]).toMatchObject({
    period: { from: '2028-01-17', to: '2028-02-01' },
    why: { note: { id: expect.stringContaining('15 dari 31 hari') } },
  });
  expect(await one.see()).toMatchObject({
    period: { from: '2028-01-17', to: '2028-02-01' },
    billDay: onFirst,
    discounts: [],
  });
  expect((await one.see('/next-invoice')).next).toMatchObject({
    period: { from: '2028-02-01', to: '2028-03-01' },
    part: null,
    total: idr(310_000),
  });
  await on('2028-02-25', one.client);
  expect(await renewals(one.client)).toEqual(['2028-02-01 2028-03-01 310000']);
  await expectSoundBooks(app);
});

test('from the 20th on the next month comes along; a year is paid by its days', async () => {
  await on('2028-03-20');
  const { plan } = await sellOn(onFirst);
  const client = await buildOrganization(app);
  const quoted = (await quote(client, [item(plan)])).body;
  // 12 of 31 days and April.
  expect(quoted.lines.map(({ net }) => net.amount)).toEqual([120_000, 310_000, 50_000]);
  expect(quoted.later[0]).toMatchObject({ from: '2028-05-01', total: idr(310_000) });
  const one = await begin(plan);
  expect((await one.see()).period).toEqual({ from: '2028-03-20', to: '2028-05-01' });
  // Of the 366 days up to 1 April, 12; then the year.
  const year = (await quote(client, [item(plan, { cycle: 'annual' })])).body;
  expect(year.lines.map(({ net }) => net.amount)).toEqual([120_000, 3_660_000]);
  expect(year.later[0]).toMatchObject({ from: '2029-04-01' });
});

test('paid later than ordered, the days before it began come off the next month; paid too late, a new part is billed', async () => {
  await on('2028-05-17');
  const { plan } = await sellOn({ day: 1, togetherFrom: null });
  const late = await begin(plan, { pays: '2028-05-20' });
  // Three of 31 days.
  expect(await late.see()).toMatchObject({
    period: { from: '2028-05-20', to: '2028-06-01' },
    discounts: [{ amount: idr(30_000), from: '2028-06-01', until: '2028-07-01' }],
  });
  await on('2028-05-28', late.client);
  expect(await renewals(late.client)).toEqual(['2028-06-01 2028-07-01 280000']);
  const over = await begin(plan, { pays: '2028-06-02' });
  expect(await over.see()).toMatchObject({ state: 'active', paidThrough: '2028-06-02' });
  expect(await renewals(over.client)).toEqual(['2028-06-02 2028-07-01 299667']);
  // The four days that were paid, off the first whole month.
  expect((await over.see()).discounts).toMatchObject([{ amount: idr(40_000), from: '2028-07-01' }]);
  await on('2028-06-27', over.client);
  expect((await renewals(over.client)).at(-1)).toBe('2028-07-01 2028-08-01 270000');
  await expectSoundBooks(app);
});

test('a trial comes before the part; introductions and terms count from the first whole month; the last day stays the last', async () => {
  await on('2028-07-10');
  const rule = { months: 3, follows: 'ends', noticeDays: 10, early: { kind: 'not' } };
  const introduction = [{ months: 1, percent: 5_000 }];
  const { plan } = await sellOn(
    { day: 31, togetherFrom: null },
    { introduction, term: rule },
    { trialDays: 10 },
  );
  const client = await buildOrganization(app);
  const quoted = (await quote(client, [item(plan)])).body;
  // 11 of 31 days at half the price, a month of it, then the price.
  expect(quoted.later).toMatchObject([
    {
      from: '2028-07-20',
      total: idr(55_000),
      afterwards: [
        { from: '2028-07-31', total: idr(155_000) },
        { from: '2028-08-31', total: idr(310_000) },
      ],
    },
  ]);
  const one = await begin(plan);
  expect((await one.see('/next-invoice')).next).toMatchObject({
    period: { from: '2028-07-20', to: '2028-07-31' },
    part: { days: 11, of: 31, whole: idr(310_000), price: idr(110_000) },
    total: idr(55_000),
  });
  expect((await one.see()).term).toMatchObject({ endsOn: '2028-10-31' });
  for (const day of ['2028-07-20', '2028-07-31', '2028-08-30', '2028-09-30']) {
    await on(day, one.client);
    await renewals(one.client);
  }
  expect(await renewals(one.client)).toEqual([
    '2028-07-20 2028-07-31 55000',
    '2028-07-31 2028-08-31 155000',
    '2028-08-31 2028-09-30 310000',
    '2028-09-30 2028-10-31 310000',
  ]);
});

test('onto a plan with a day of the month and off one again: preview and bill agree, and no day is paid twice', async () => {
  await on('2028-11-10');
  const { id: product, plan: free } = await sellOn(null, { maximum: 5 });
  const more = async (over: object) => {
    const made = await operator.post(`/api/console/catalog/products/${product}/plans`, {
      ...planOf({ name: { id: 'Besar', en: 'Large' }, position: 2 }),
      ...over,
    });
    return made.body.plans.at(-1).id as string;
  };
  const larger = await more({ prices: [rupiah('monthly', 600_000)], billDay: onFirst });
  const largest = await more({ prices: [rupiah('monthly', 900_000)] });
  const one = await begin(free);
  expect((await one.see()).period).toEqual({ from: '2028-11-10', to: '2028-12-10' });
  await on('2028-11-20', one.client);
  const ask = async (plan: string) => {
    const asked = { what: 'change', plan, cycle: 'monthly', quantity: 1, options: {}, addons: [] };
    return (await one.client.owner.post(one.at('/changes/preview'), asked)).body;
  };
  const shown = await ask(larger);
  // 20 of 30 days come back, 11 of 30 up to the 1st are paid.
  expect(shown.lines.map(({ amount }: { amount: { amount: number } }) => amount.amount)).toEqual([
    -206_667, 220_000,
  ]);
  expect(shown.next).toMatchObject({ from: '2028-12-01', total: idr(600_000) });
  const made = await one.client.owner.post(one.at('/changes'), { quote: shown.quote });
  expect(made.status).toBe(201);
  const { rows } = await app.app.pool.query<{ id: string; total: string }>(
    `select id, total from billing.invoices where organization_id = $1 and kind = 'change'`,
    [one.client.id],
  );
  expect(Number(rows[0]!.total)).toBe(13_333);
  await pay(one.client, rows[0]!.id);
  expect(await one.see()).toMatchObject({
    period: { from: '2028-11-20', to: '2028-12-01' },
    billDay: onFirst,
  });
  // A plan without a day of its own leaves periods as they are: 11 of 30 days at the one price and the other.
  const up = await ask(largest);
  expect(up.lines.map(({ amount }: { amount: { amount: number } }) => amount.amount)).toEqual([
    -220_000, 330_000,
  ]);
  expect(up.next).toMatchObject({ from: '2028-12-01', total: idr(900_000) });
  await expectSoundBooks(app);
});

/** Minor units that credit notes gave back so far. */
async function givenBack({ id }: TestOrganization): Promise<number> {
  const { rows } = await app.app.pool.query<{ sum: string }>(
    `select coalesce(sum(total), 0)::text as sum from billing.credit_notes where organization_id = $1`,
    [id],
  );
  return Number(rows[0]!.sum);
}

test('days that were paid for and not had come back at the end, at once or later, once; and only where nothing took them off', async () => {
  await on('2029-01-17');
  const { plan } = await sellOn({ day: 1, togetherFrom: null });
  const [atOnce, later, used] = [await begin(plan), await begin(plan), await begin(plan)];
  expect(await givenBack(atOnce.client)).toBe(0);
  const late = [];
  for (let nth = 0; nth < 3; nth++) {
    const client = await buildOrganization(app);
    late.push({ client, placed: (await order(client, [item(plan)])).body });
  }
  await on('2029-01-20', atOnce.client, later.client, used.client, ...late.map(({ client }) => client));
  for (const { client, placed } of late) await pay(client, placed.invoiceId!);
  const [now, end, on_] = await Promise.all(
    late.map(async ({ client, placed }) => {
      const { serviceId } = (await show(client, placed.id)).items[0]!;
      return { client, at: (path = '') => client.at(`/services/${serviceId}${path}`) };
    }),
  );
  // Of the part 12 days are left, and three were not had.
  const quoted = (await now!.client.owner.post(now!.at('/changes/preview'), { what: 'end' })).body;
  expect(quoted.credit).toEqual(idr(150_000));
  expect(quoted.lines.map(({ rule, amount }: { rule: string; amount: object }) => [rule, amount])).toEqual([
    ['unused_time', idr(-120_000)],
    ['days_paid', idr(-30_000)],
  ]);
  await now!.client.owner.post(now!.at('/end'), { quote: quoted.quote, reason: 'unused' });
  await end!.client.owner.post(end!.at('/cancel'), { when: 'period_end', reason: 'unused' });
  await app.settle();
  expect([await givenBack(now!.client), await givenBack(end!.client)]).toEqual([150_000, 0]);
  await on('2029-01-28', on_!.client);
  expect(await renewals(on_!.client)).toEqual(['2029-02-01 2029-03-01 280000']);
  await on('2029-02-01', end!.client, on_!.client);
  await app.sweep('services.find-canceled-services');
  expect([await givenBack(now!.client), await givenBack(end!.client)]).toEqual([150_000, 30_000]);
  // Once they came off, time is worth its price: 14 of 28 days.
  const { rows } = await app.app.pool.query<{ id: string }>(
    `select id from billing.invoices where organization_id = $1 and kind = 'renewal'`,
    [on_!.client.id],
  );
  await pay(on_!.client, rows[0]!.id);
  await on('2029-02-15', on_!.client);
  const half = (await on_!.client.owner.post(on_!.at('/changes/preview'), { what: 'end' })).body;
  expect(half.credit).toEqual(idr(155_000));
  await on_!.client.owner.post(on_!.at('/end'), { quote: half.quote, reason: 'unused' });
  await app.settle();
  expect(await givenBack(on_!.client)).toBe(155_000);
  await expectSoundBooks(app);
});

test('approved days later it is billed as it was shown; its use counts from the beginning, and its revenue lies on its days', async () => {
  await on('2029-03-17');
  const administrator = await buildStaff(app, 'administrator');
  const settings = '/api/console/billing-settings/revenue';
  const { version } = (await administrator.get(settings)).body;
  await administrator.put(settings, { deferFrom: '2029-03-01' }, { version });
  const { plan } = await sellOn({ day: 1, togetherFrom: null });
  const client = await buildOrganization(app);
  const buyer = await buildMember(app, client, 'technical', { limit: 1_000n });
  const placed = (await order(client, [item(plan)], { client: buyer })).body;
  expect(placed).toMatchObject({ awaitsApproval: true, total: idr(200_000) });
  await on('2029-03-20', client);
  const approved = await client.owner.post(client.at(`/orders/${placed.id}/approve`), undefined);
  expect(approved.body.total).toEqual(idr(200_000));
  await on('2029-03-22', client);
  await pay(client, approved.body.invoice.id);
  const service = (await client.owner.get(client.at(`/services/${approved.body.items[0].serviceId}`))).body;
  expect(service).toMatchObject({
    period: { from: '2029-03-22', to: '2029-04-01' },
    discounts: [{ amount: idr(50_000), from: '2029-04-01' }],
  });
  await on('2029-03-28', client);
  expect(await renewals(client)).toEqual(['2029-04-01 2029-05-01 260000']);
  await on('2029-04-02', client);
  await app.sweep('billing.recognize-revenue');
  const { rows } = await app.app.pool.query<{ day: string; last: string; amount: string; earned: string }>(
    `select since::text as day, until::text as last, amount::text as amount, recognized::text as earned
     from billing.deferrals where organization_id = $1 and amount = 150000`,
    [client.id],
  );
  expect(rows).toEqual([{ day: '2029-03-17', last: '2029-04-01', amount: '150000', earned: '150000' }]);
  await expectSoundBooks(app);
});

test('what was held for non-payment and left out begins with the part up to its day, and what is owed to it comes off the whole after', async () => {
  await on('2029-05-17');
  const { plan } = await sellOn({ day: 1, togetherFrom: null });
  const one = await begin(plan, { pays: '2029-05-20' });
  await on('2029-05-28', one.client);
  expect(await renewals(one.client)).toEqual(['2029-06-01 2029-07-01 280000']);
  const key = { organization: one.client.id, service: one.service as Id<'service'> };
  await app.ctx.transact((tx) => suspendService(tx, { ...key, reason: 'non_payment' }));
  await on('2029-07-11', one.client);
  const { rows } = await app.app.pool.query<{ id: string }>(
    `select id from billing.invoices where organization_id = $1 and kind = 'renewal'`,
    [one.client.id],
  );
  await pay(one.client, rows[0]!.id);
  expect((await renewals(one.client)).at(-1)).toBe('2029-07-11 2029-08-01 210000');
  expect(await one.see()).toMatchObject({ suspendedFor: [] });
  await expectSoundBooks(app);
});

test('use of a part has the part of what is included, and is billed on the day', async () => {
  await on('2029-09-17');
  const meters = '/api/console/catalog/meters';
  const name = { id: 'Trafik', en: 'Traffic' };
  const meter = {
    code: 'flow',
    name,
    unit: { id: 'GB', en: 'GB' },
    aggregation: 'sum',
    decimals: 0,
    rounding: 'up',
  };
  expect((await operator.post(meters, meter)).status).toBe(201);
  const charge = { meter: 'flow', model: 'standard', each: '500', included: '300', minimum: 0 };
  const { plan } = await sellOn(
    { day: 1, togetherFrom: null },
    { prices: [{ ...rupiah('monthly', 300_000), charges: [charge] }] },
  );
  const one = await begin(plan);
  const event = { id: 'flow-1', service: one.service, meter: 'flow', quantity: '200' };
  const at = app.clock.now().toISOString();
  expect((await operator.post('/api/console/usage/events', { events: [{ ...event, at }] })).body.taken).toBe(
    1,
  );
  await on('2029-10-01', one.client);
  // 14 of 30 days have 140 of 300 included.
  expect((await renewals(one.client)).toSorted()).toEqual([
    '2029-09-17 2029-10-01 30000',
    '2029-10-01 2029-11-01 300000',
  ]);
  await expectSoundBooks(app);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import { writeSetting } from '../../../kernel/settings.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import { recordPayment } from '../../billing/index.ts';
import { dateIn, daysBetween } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { taxTerms } from '../../billing/tax-settings.ts';
import { expectSoundBooks } from '../../billing/test/world.ts';
import { rupiah } from '../../catalog/test/goods.ts';
import { setScene } from '../../orders/test/scene.ts';
import { services } from '../../services/module.ts';
import type { PausePreview, ServicePauses } from '../contract.ts';

/** Ends of months, a leap day, and the days around which clocks turn in New York and Berlin; at half past noon past the date line. */
const days = [
  '2027-10-30 2027-10-31 2027-11-01 2027-11-07 2027-11-29 2027-11-30 2027-12-15 2027-12-31 2028-01-01 2028-01-30 2028-01-31',
  '2028-02-14 2028-02-28 2028-02-29 2028-03-01 2028-03-12 2028-03-26 2028-03-31 2028-04-20 2028-04-30 2028-05-31 2028-07-01',
].flatMap((line) => line.split(' ').map((day) => `${day}T10:30:00Z`));
const last = days.length - 1;

const app = await createTestApp(new Date(days[0]!));
const { operator, sell, item, order, show } = await setScene(app);
const registered = [{ from: '2020-01-01', until: null }];
await app.ctx.transact((tx) => writeSetting(tx, taxTerms, { ...taxTerms.default, registered }, 0));

const prices = [
  rupiah('monthly', 310_007, 50_000),
  rupiah('quarterly', 900_001),
  rupiah('annual', 3_650_011),
];
const plans = [
  {},
  { introduction: [{ months: 2, percent: 5_000 }] },
  { billDay: { day: 31, togetherFrom: null } },
  { billDay: { day: 5, togetherFrom: 25 } },
];
const policies = (['extend', 'credit', 'none'] as const).flatMap((unused) =>
  (['now', 'period_end'] as const).map((begins) => ({ unused, begins })),
);
const life = fc.record({
  policy: fc.nat(policies.length - 1),
  plan: fc.nat(plans.length - 1),
  cycle: fc.constantFrom('monthly', 'monthly', 'quarterly', 'annual'),
  quantity: fc.integer({ min: 1, max: 3 }),
  zone: fc.constantFrom('Asia/Jakarta', 'Pacific/Kiritimati', 'America/New_York', 'Europe/Berlin'),
  /** The days of what happens. */
  at: fc.uniqueArray(fc.integer({ min: 0, max: last - 2 }), { minLength: 3, maxLength: 3 }),
  ends: fc.constantFrom('by time', 'by time', 'early', 'withdrawn', 'ended', 'canceled'),
});
type Life = typeof life extends fc.Arbitrary<infer Of> ? Of : never;

const sold = new Map<string, string>();
async function planOf({ policy, plan }: Life): Promise<string> {
  const name = `${policy} ${plan}`;
  if (!sold.has(name)) {
    const product = await sell({
      product: { provisioner: 'none', taxIncluded: (policy + plan) % 2 === 0 },
      plan: { prices, maximum: 3, ...plans[plan] },
    });
    const at = `/api/console/catalog/products/${product.id}`;
    const { version } = (await operator.get(at)).body;
    const pauses = { who: 'clients', longestDays: null, perYear: null, ...policies[policy] };
    expect((await operator.patch(at, version, { pauses })).status).toBe(200);
    sold.set(name, product.plan);
  }
  return sold.get(name)!;
}

/** Whatever is due on the day it is where it is billed. */
async function payDue(): Promise<void> {
  const { rows } = await app.app.pool.query<{
    organization: Id<'organization'>;
    invoice: Id<'invoice'>;
    balance: string;
  }>(
    `select i.organization_id as organization, i.id as invoice, (i.total - i.paid - i.taken_back)::text as balance
     from billing.invoices i join organizations.organizations o on o.id = i.organization_id
     where i.status = 'due' and (i.kind <> 'renewal' or i.due_on <= ($1::timestamptz at time zone o.time_zone)::date)`,
    [app.clock.now()],
  );
  await app.ctx.transact(async (tx) => {
    for (const { balance, ...of } of rows) {
      const amount = money(BigInt(balance), 'IDR');
      const how = { method: 'transfer', gateway: 'manual', receivedAt: tx.now };
      await recordPayment(tx, { ...of, payment: tx.newId<'payment'>(), amount, ...how });
    }
  });
  await app.settle();
}

interface Renewal {
  id: string;
  status: string;
  total: string;
  due: CalendarDate;
  from: CalendarDate;
  to: CalendarDate;
}

/** One client's service, lived day after day with all the others. */
async function live(of: Life) {
  const [start, begin, end] = of.at.toSorted((a, b) => a - b) as [number, number, number];
  const client = await buildOrganization(app);
  await app.app.pool.query(`update organizations.organizations set time_zone = $2 where id = $1`, [
    client.id,
    of.zone,
  ]);
  const dayAt = (nth: number) => dateIn(of.zone, new Date(days[nth]!));
  let at = '';
  let shown: PausePreview | null = null;
  let awaited: PausePreview['next'] = null;
  let began: string | null = null;
  const see = async () => (await client.owner.get(at)).body;
  const pauses = async () => (await client.owner.get<ServicePauses>(`${at}/pauses`)).body;
  const credit = async () => {
    const { rows } = await app.app.pool.query<{ sum: string }>(
      `select coalesce(sum(total), 0)::text as sum from billing.credit_notes where organization_id = $1`,
      [client.id],
    );
    return Number(rows[0]!.sum);
  };
  const renewals = async () => {
    const { rows } = await app.app.pool.query<Renewal>(
      `select i.id, i.status, i.total::text as total, i.due_on as due, l.period_from as from, l.period_to as to
       from billing.invoices i join billing.invoice_lines l on l.organization_id = i.organization_id and l.invoice_id = i.id
       where i.organization_id = $1 and i.kind = 'renewal' order by i.issued_at, i.id`,
      [client.id],
    );
    return rows;
  };
  const buy = async () => {
    const items = [item(await planOf(of), { cycle: of.cycle, quantity: of.quantity })];
    const placed = (await order(client, items)).body;
    at = client.at(`/services/${(await show(client, placed.id)).items[0]!.serviceId}`);
  };
  const pause = async () => {
    const resumeOn = of.ends === 'by time' ? dayAt(end) : null;
    const { status, body } = await client.owner.post<PausePreview>(`${at}/pauses/preview`, { resumeOn });
    // It is planned for a later day than that on which it is to go on.
    if (status !== 200) return expect(body).toMatchObject({ facts: { reason: 'resume_too_early' } });
    shown = body;
    const before = await credit();
    const { body: now } = await client.owner.post<ServicePauses>(`${at}/pauses`, { quote: shown.quote });
    expect(now.pause).toMatchObject({
      runs: shown.when === 'now',
      on: shown.beginsOn,
      resumeOn,
      keptDays: shown.keptDays,
    });
    const invoices = await renewals();
    const gone = new Map(invoices.map(({ id, status }) => [id, status]));
    const back = shown.takenBack.map(({ invoiceId }) => gone.get(invoiceId));
    expect(back).toEqual(back.map(() => 'void'));
    // Nothing is asked for any more that lies ahead.
    expect(invoices.filter(({ status }) => status === 'due')).toEqual([]);
    expect((await credit()) - before).toBe(shown.credit.amount);
    if (shown.when === 'now') began = shown.beginsOn;
  };
  const finish = async () => {
    if (!shown) return;
    if (of.ends === 'ended') {
      const quoted = (await client.owner.post(`${at}/changes/preview`, { what: 'end' })).body;
      const before = await credit();
      const made = await client.owner.post(`${at}/end`, { quote: quoted.quote, reason: 'unused' });
      expect(made.status).toBe(201);
      expect((await credit()) - before).toBe(quoted.credit.amount);
      return;
    }
    const now = await pauses();
    if (of.ends === 'canceled') {
      // A pause that is planned is off with it; what is paused already ends at once or not.
      const runs = now.pause?.runs;
      const asked = await client.owner.post(`${at}/cancel`, { when: 'period_end', reason: 'unused' });
      expect([asked.status, runs ? asked.body.facts : null]).toEqual(
        runs ? [409, { reason: 'paused' }] : [200, null],
      );
      if (runs) await client.owner.post(`${at}/pauses/end`);
      else expect((await see()).pause).toBe(null);
      return;
    }
    if (!now.pause) return;
    if (!now.pause.runs) {
      expect((await client.owner.post(`${at}/pauses/withdraw`)).status).toBe(200);
      expect((await see()).nextInvoiceOn).not.toBe(null);
      return;
    }
    // What is said on the page is what comes.
    expect((await client.owner.post(`${at}/pauses/end`)).status).toBe(200);
    const { paidThrough, nextInvoiceOn } = await see();
    expect({ paidThrough, nextInvoiceOn }).toEqual(now.pause.today);
  };
  const expectAsShown = async () => {
    const service = await see();
    expect(service).toMatchObject({ state: 'active', pause: null });
    awaited = shown!.next;
    const later = service.nextInvoiceOn > dayAt(end) ? service.nextInvoiceOn : dayAt(end);
    if (awaited) expect([awaited.issuedOn, awaited.from]).toEqual([later, service.period.to]);
  };
  return {
    of,
    morning: async (nth: number) => {
      if (nth === start) await buy();
    },
    /** Once what goes on by itself has gone on, before anything is billed. */
    resumed: async (nth: number) => {
      if (nth === end && of.ends === 'by time' && shown) await expectAsShown();
    },
    noon: async (nth: number) => {
      if (nth <= start) return;
      if (nth === begin) await pause();
      if (nth === end && of.ends !== 'by time') await finish();
    },
    /** What was said of the first invoice afterwards holds, and no day was invoiced twice, or while it was paused. */
    evening: async () => {
      const invoices = (await renewals()).filter(({ status }) => status !== 'void');
      if (awaited) {
        const [first] = invoices.filter(({ from }) => from === awaited!.from);
        if (awaited.issuedOn <= dayAt(last))
          expect(Number(first?.total), JSON.stringify(awaited)).toBe(awaited.total.amount);
      }
      for (const [nth, { from }] of invoices.entries())
        if (nth > 0) expect(from >= invoices[nth - 1]!.to).toBe(true);
      const { rows } = await app.app.pool.query<{ id: string }>(
        `select i.id from services.pauses p join billing.invoice_lines l on l.service_id = p.service_id
         join billing.invoices i on i.organization_id = l.organization_id and i.id = l.invoice_id
         where p.organization_id = $1 and i.kind = 'renewal' and i.status <> 'void'
           and i.issued_at > p.began_at and i.issued_at < coalesce(p.ended_at, 'infinity')`,
        [client.id],
      );
      expect(rows).toEqual([]);
      await expectEachDayOnce();
    },
  };

  /** The days that were invoiced are those up to which it is paid, but for those it was paused for nothing. */
  async function expectEachDayOnce() {
    const { rows } = await app.app.pool.query<{ begins: CalendarDate; ended: CalendarDate; kept: number }>(
      `select begins_on as begins, ended_on as ended, kept_days as kept from services.pauses
       where organization_id = $1 and ended_on is not null`,
      [client.id],
    );
    const service = await see();
    const { unused } = policies[of.policy]!;
    const [only] = rows;
    if (unused !== 'extend' || service.state !== 'active' || !only || only.kept === 0) return;
    expect(began).not.toBe(null);
    const paid = (await renewals()).filter(({ status }) => status === 'paid');
    const renewed = paid.reduce((sum, { from, to }) => sum + daysBetween(from, to), 0);
    const paused = daysBetween(only.begins, only.ended);
    const ordered = daysBetween(dayAt(start), service.paidThrough) - paused - renewed;
    expect(daysBetween(only.begins, service.paidThrough) >= only.kept + paused).toBe(true);
    expect(ordered > 0).toBe(true);
  }
}

test('whatever is paused, and however that ends, what a preview shows is what is booked', async () => {
  const lives = await Promise.all(fc.sample(life, { numRuns: 24, seed: 20_280_229 }).map(live));
  for (const [nth, day] of days.entries()) {
    await app.clock.advance({ seconds: (Date.parse(day) - app.clock.now().getTime()) / 1000 });
    const all = async (part: 'morning' | 'resumed' | 'noon') => {
      for (const one of lives)
        await one[part](nth).catch((cause: unknown) => {
          throw new Error(`${day} ${JSON.stringify(one.of)}`, { cause });
        });
    };
    await all('morning');
    await payDue();
    await app.sweep('pauses.find-pauses-to-begin');
    await app.sweep('pauses.find-pauses-to-end');
    await all('resumed');
    await app.sweep('billing.renew-services');
    await payDue();
    await all('noon');
    await app.settle();
  }
  for (const one of lives) await one.evening();
  await expectSoundBooks(app);
  for (const { name, violations } of services.invariants!)
    expect(await app.ctx.read((db) => violations(db, 5)), name).toEqual([]);
  expect(app.failures).toEqual([]);
}, 120_000);

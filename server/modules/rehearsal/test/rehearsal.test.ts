import { expect, test } from 'vitest';
import { writeSetting } from '../../../kernel/settings.ts';
import { addDays, date, dateIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { newId } from '../../../kernel/values/ids.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import type { DunningTimelines, PlanBody } from '../../billing/dunning-contract.ts';
import { taxTerms } from '../../billing/tax-settings.ts';
import { receive } from '../../billing/test/world.ts';
import { deliver, payByCard } from '../../payments/test/world.ts';
import { agreePrice, cancelService, scheduleChange, setPaidThrough } from '../../services/index.ts';
import { buildActiveService } from '../../services/test/build.ts';
import type { ClientRehearsal, Rehearsal, RehearsalSums, RehearsedHappening, Sum } from '../contract.ts';

// Saturday 31 January 2026, nine in the morning in Jakarta.
const app = await createTestApp(new Date('2026-01-31T02:00:00Z'));
const finance = await buildStaff(app, 'finance');
const zone = 'Asia/Jakarta';
const days = 66;
const lateDays = 12;

type Step = PlanBody['steps'][number];
const step = (kind: Step['kind'], after: number): Step => ({
  kind,
  days: after,
  at: '09:00',
  workingDays: kind === 'suspend',
  channels: kind === 'reminder' || kind === 'notice' ? ['email', 'in_app'] : [],
});
const plan: PlanBody = {
  steps: [
    step('reminder', 7),
    step('reminder', 0),
    step('notice', 1),
    step('retry', 3),
    step('notice', 5),
    step('late_fee', 6),
    step('suspend', 7),
    step('terminate', 30),
  ],
  hours: { from: '08:00', until: '20:00' },
};

async function saveCard(ours: TestOrganization, card: string): Promise<void> {
  const { body } = await ours.owner.post(ours.at('/payment-methods'), { gateway: 'sandbox', method: 'card' });
  await payByCard(app, body, card);
  await deliver(app);
}

const rehearse = async (client: { id: string }, query: string) =>
  (await finance.get<ClientRehearsal>(`/api/console/clients/${client.id}/rehearsal?days=${days}&${query}`))
    .body;

/** What happened in earnest, in the words of a rehearsal: '2026-02-14 invoice 166500'. */
async function happened({ id }: TestOrganization, from: CalendarDate): Promise<string[]> {
  const { rows: facts } = await app.app.pool.query<{ name: string; at: Date; data: Record<string, unknown> }>(
    `select name, happened_at as at, data from kernel.events where organization_id = $1 order by position`,
    [id],
  );
  const { rows: fees } = await app.app.pool.query<{ id: string }>(
    `select invoice_id as id from billing.invoice_lines where description ->> 'en' like 'Leaving %'`,
  );
  const leaving = new Set(fees.map((fee) => fee.id));
  const amountOf = ({ amount }: Record<string, unknown>) =>
    typeof amount === 'object' ? (amount as { amount: number }).amount : Number(amount);
  const told = facts.flatMap(({ name, at, data }) => {
    const on = dateIn(zone, at);
    if (on < from) return [];
    if (name === 'billing.invoice-issued' && data.kind === 'renewal')
      return `${on} invoice ${String(data.total)}`;
    if (name === 'billing.invoice-issued' && leaving.has(data.invoiceId as string))
      return `${on} leaving_fee ${String(data.total)}`;
    if (name === 'services.service-canceled' && data.reason !== 'non_payment') return `${on} end`;
    if (name === 'services.service-term-over') return `${on} term_over`;
    if (name === 'services.service-term-renewed') return `${on} term_renewed`;
    if (name === 'billing.late-fee-charged') return `${on} late_fee ${String(data.amount)}`;
    if (name === 'payments.payment-failed') return `${on} decline`;
    if (name === 'payments.payment-succeeded') return `${on} charge ${amountOf(data)}`;
    if (name === 'services.service-resumed') return `${on} resume`;
    if (name === 'billing.invoice-voided') return `${on} void`;
    if (name === 'billing.payment-retry-due') return `${on} retry`;
    if (name === 'billing.reminder-sent') return `${on} ${String(data.step)}`;
    return [];
  });
  return told.toSorted();
}

/** Terms that end, go on and renew in that time, what leaving costs for the debt, and what costs less at first. Says which ends. */
async function inTerms(payer: TestOrganization, stopper: TestOrganization, late: TestOrganization) {
  const early = { kind: 'percent', percent: 5_000 } as const;
  const term = { months: 1, follows: 'renews', noticeDays: 0, early, onDebt: true } as const;
  const ends = await buildActiveService(app, payer, {
    recurring: 50_003n,
    term: { ...term, months: 2, follows: 'ends' },
  });
  await buildActiveService(app, payer, { recurring: 60_000n, term });
  await buildActiveService(app, payer, { recurring: 61_000n, term: { ...term, follows: 'continues' } });
  await buildActiveService(app, late, { recurring: 62_000n, term });
  await buildActiveService(app, stopper, { recurring: 80_001n, term: { ...term, months: 12 } });
  const planId = newId(app.clock.now());
  const step = (after: number, percent: number) => ({
    redemption: planId,
    names: { id: 'Awal', en: 'At first' },
    percent,
    amount: null,
    cycle: 'monthly' as const,
    plans: [planId],
    cycles: [],
    periods: 1,
    ...(after > 0 && { after }),
    until: null,
  });
  const discounts = [step(0, 5_000), step(1, 2_500)];
  await buildActiveService(app, payer, { recurring: 90_001n, planId, discounts });
  await buildActiveService(app, late, { recurring: 93_001n, planId, discounts });
  return ends;
}

const morning = [
  'services.find-canceled-services',
  'services.find-terms-to-begin',
  'services.find-prices-to-begin',
  'billing.renew-services',
  'services.find-ended-terms',
];
const withSum = ['invoice', 'late_fee', 'charge', 'leaving_fee'];
const ofTerms = ['end', 'term_over', 'term_renewed'];
const compared = [...withSum, ...ofTerms, 'decline', 'resume', 'void', ...plan.steps.map(({ kind }) => kind)];
const told = ({ items }: ClientRehearsal) =>
  items
    .filter(({ kind }) => compared.includes(kind))
    .map(({ on, kind, amount }) =>
      withSum.includes(kind) ? `${on} ${kind} ${amount!.amount}` : `${on} ${kind}`,
    )
    .toSorted();

test(
  'what is rehearsed of clients is what happens to them, whatever they do',
  { timeout: 120_000 },
  async () => {
    const registered = [{ from: '2020-01-01', until: null }];
    await app.ctx.transact((tx) => writeSetting(tx, taxTerms, { ...taxTerms.default, registered }, 0));
    const base = '/api/console/dunning-timelines';
    const usual = (await finance.get<DunningTimelines>(base)).body.items[0]!;
    const put = await finance.put(
      `${base}/${usual.id}`,
      { name: usual.name, families: [], plan },
      { headers: { 'if-match': `"${usual.version}"` } },
    );
    expect(put.status).toBe(200);
    const [payer, stopper, late] = [
      await buildOrganization(app, { name: 'On time' }),
      await buildOrganization(app, { name: 'Stops' }),
      await buildOrganization(app, { name: 'Late' }),
    ];
    for (const [client, card] of [
      [payer, 'success_mastercard'],
      [stopper, 'declined_later'],
      [late, 'declined_later'],
    ] as const) {
      await saveCard(client, card);
      await buildActiveService(app, client, { recurring: 150_000n });
      await buildActiveService(app, client, { recurring: 90_001n, quantity: 2 });
    }
    const growing = await buildActiveService(app, payer, { recurring: 400_000n });
    const ending = await buildActiveService(app, payer, { recurring: 70_000n });
    const dearer = await buildActiveService(app, payer, { recurring: 30_000n });
    const binding = await buildActiveService(app, payer, { recurring: 55_000n });
    const stopping = await inTerms(payer, stopper, late);
    const of = { organization: payer.id };
    await app.ctx.transact(async (tx) => {
      const none = { choices: {}, cycle: 'monthly' as const, taxable: true, priceVersion: null };
      const names = { id: 'Lebih besar', en: 'Larger' };
      const planId = '00000000-0000-7000-8000-000000000000';
      const larger = {
        ...none,
        planId,
        names,
        quantity: 3,
        recurring: 1_200_000n,
        provisionerConfiguration: {},
      };
      await scheduleChange(tx, { ...of, service: growing, on: date('2026-03-31'), terms: larger });
      // A plan with a term of its own: it begins then, and ends what it is of.
      const bound = {
        ...larger,
        quantity: 1,
        recurring: 56_000n,
        term: { months: 1, follows: 'ends', noticeDays: 0, early: { kind: 'not' }, onDebt: false },
      } as const;
      await scheduleChange(tx, { ...of, service: binding, on: date('2026-02-28'), terms: bound });
      await setPaidThrough(tx, { ...of, service: ending, through: date('2026-02-28') });
      await cancelService(tx, { ...of, service: ending, when: 'period_end', reason: 'other' });
      const coming = { on: date('2026-03-31'), recurring: 33_000n, version: null, choices: {}, move: planId };
      await agreePrice(tx, { ...of, service: dearer, coming });
    });
    await app.settle();

    const clients = [
      { name: 'on time', client: payer, told: await rehearse(payer, 'assumption=on_time') },
      { name: 'stops', client: stopper, told: await rehearse(stopper, 'assumption=stops') },
      { name: 'late', client: late, told: await rehearse(late, `assumption=late&lateDays=${lateDays}`) },
    ];
    expect(clients[0]!.told).toMatchObject({
      from: '2026-01-31',
      until: '2026-04-07',
      paidBy: null,
      more: false,
    });
    const marks = clients[0]!.told.items.filter(
      ({ kind, services }) =>
        ['end', 'terms', 'price'].includes(kind) && services.every(({ id }) => id !== stopping),
    );
    expect(marks.map(({ kind, on, amount }) => `${on} ${kind} ${amount?.amount}`)).toEqual([
      '2026-02-28 end undefined',
      '2026-02-28 terms 56000',
      '2026-03-31 end undefined',
      '2026-03-31 terms 1200000',
      '2026-03-31 price 33000',
    ]);
    const notice = clients[1]!.told.items.find(({ kind }) => kind === 'notice')!;
    expect(notice.messages[0]!.paragraphs.join(' ')).toMatch(/Maret|March/);
    expect((await app.app.pool.query('select from billing.invoices')).rowCount).toBe(0);
    const from = clients[0]!.told.from as CalendarDate;

    const bill = async () => {
      for (const sweep of morning) await app.sweep(sweep);
      await app.clock.advance({ minutes: 1 });
      await deliver(app);
    };
    await bill();
    for (let day = 0; day <= days; day++) {
      // Nine in the morning, noon, midnight.
      await app.sweep('payments.charge-what-is-due');
      await deliver(app);
      await app.sweep('billing.collect-invoices');
      await app.clock.advance({ hours: 3 });
      const { rows } = await app.app.pool.query<{ id: Id<'invoice'>; due_on: CalendarDate; owed: bigint }>(
        `select id, due_on, total - paid as owed from billing.invoices
         where organization_id = $1 and status in ('due', 'overdue') order by due_on, id`,
        [late.id],
      );
      for (const { id, due_on: due, owed } of rows)
        if (addDays(due, lateDays) <= dateIn(zone, app.clock.now())) await receive(app, late, id, owed);
      await app.settle();
      await app.sweep('billing.renew-services');
      if (day === days) break;
      await app.clock.advance({ hours: 12, minutes: -1 });
      await bill();
      await app.clock.advance({ hours: 9 });
    }
    for (const each of clients) {
      const real = await happened(each.client, from);
      expect(told(each.told), each.name).toEqual(real);
      expect(real.length).toBeGreaterThanOrEqual(10);
    }
    for (const kind of ['end', 'term_over', 'term_renewed'])
      expect(clients[0]!.told.items.filter((one) => one.kind === kind).length, kind).toBeGreaterThan(0);
    for (const kind of ['terminate', 'suspend', 'decline', 'late_fee', 'leaving_fee'])
      expect(
        clients[1]!.told.items.some((one) => one.kind === kind),
        kind,
      ).toBe(true);
    expect(clients[2]!.told.items.some((one) => one.kind === 'resume')).toBe(true);
    expect(app.failures).toEqual([]);
  },
);

test('nothing of a client is told to who may not read invoices, and another payer is named', async () => {
  const client = await buildOrganization(app);
  const at = `/api/console/clients/${client.id}/rehearsal`;
  expect((await client.owner.get(at)).status).toBe(404);
  expect((await (await buildStaff(app, 'operations')).get(at)).status).toBe(404);
  const fresh = await buildStaff(app, 'finance');
  expect((await fresh.get(at)).body).toMatchObject({ items: [], sums: [], more: false, paidBy: null });
  expect((await fresh.get(`${at}?days=401`)).status).toBe(400);
});

test('a rehearsal for all clients tells what each of theirs tells, with sums by day, and touches nothing else', async () => {
  const fresh = await buildStaff(app, 'finance');
  const base = '/api/console/rehearsals';
  const asked = { days: 60, assumption: 'late', lateDays: 9 };
  const counts = async () => {
    const tables = [
      'billing.invoices',
      'billing.dunning_steps',
      'billing.late_fees',
      'payments.attempts',
      'kernel.messages',
    ];
    const { rows } = await app.app.pool.query(
      `select ${tables.map((table) => `(select count(*) from ${table})`).join(', ')}, (select sum(version) from services.services)`,
    );
    return rows;
  };
  const before = await counts();
  expect((await fresh.post(base, { ...asked, lateDays: null })).status).toBe(400);
  const { body: begun } = await fresh.post<Rehearsal>(base, asked);
  expect(begun).toMatchObject({ ...asked, finishedAt: null, lookedAt: 0, sums: [], can: { cancel: true } });
  expect((await fresh.post(base, asked)).body.code).toBe('rehearsal_under_way');
  await app.settle();
  const at = `${base}/${begun.id}`;
  const { body: done } = await fresh.get<Rehearsal>(at);
  expect(done).toMatchObject({ canceled: false, cutShort: 0, can: { cancel: { no: 'rehearsal_over' } } });
  expect(done.finishedAt).not.toBeNull();
  expect(done.lookedAt).toBe(done.clients);
  expect((await fresh.post(`${at}/cancel`)).body.code).toBe('rehearsal_over');

  const all: RehearsedHappening[] = [];
  let next: string | null = '';
  while (next !== null) {
    const page: { items: RehearsedHappening[]; next: string | null } = (
      await fresh.get(`${at}/happenings?limit=7${next && `&after=${next}`}`)
    ).body;
    all.push(...page.items);
    next = page.next;
  }
  expect(all.length).toBeGreaterThan(20);
  const places = all.map(({ on, client }) => `${on} ${client.id}`);
  expect(places).toEqual(places.toSorted());
  for (const client of new Set(all.map((each) => each.client.id))) {
    const own = (
      await fresh.get<ClientRehearsal>(
        `/api/console/clients/${client}/rehearsal?days=60&assumption=late&lateDays=9`,
      )
    ).body;
    const theirs = all.filter((each) => each.client.id === client);
    expect(theirs).toMatchObject(
      own.items.map(({ on, at: time, kind, amount, facts }) => ({ on, at: time, kind, amount, facts })),
    );
    expect(theirs.map(({ position }) => position)).toEqual([...own.items.keys()]);
  }
  const added = (sums: readonly Sum[]) =>
    sums.reduce((sum, { count, amount }) => sum + count * 1e12 + (amount?.amount ?? 0), 0);
  const months = (await fresh.get<RehearsalSums>(`${at}/sums`)).body.items;
  const [month] = months.map(({ on }) => on);
  const days = (await fresh.get<RehearsalSums>(`${at}/sums?month=${month}`)).body.items;
  const moves = ['invoice', 'late_fee', 'held_back', 'credit', 'charge', 'payment', 'void'];
  const total = all.reduce(
    (sum, { kind, amount }) => sum + 1e12 + (moves.includes(kind) ? (amount?.amount ?? 0) : 0),
    0,
  );
  expect(added(done.sums)).toBe(total);
  expect(added(months.flatMap(({ sums }) => sums))).toBe(total);
  expect(added(days.flatMap(({ sums }) => sums))).toBe(added(months[0]!.sums));
  const some = (await fresh.get(`${at}/happenings?kind=suspend&from=${days[0]!.on}&limit=100`)).body.items;
  expect(some.length).toBe(all.filter(({ kind }) => kind === 'suspend').length);
  const file = await fresh.get(`${at}/file?lang=en`);
  expect(file.text.trim().split('\r\n').length).toBe(all.length + 1);

  const { body: other } = await fresh.post<Rehearsal>(base, {
    days: 400,
    assumption: 'stops',
    lateDays: null,
  });
  expect((await fresh.post<Rehearsal>(`${base}/${other.id}/cancel`)).body).toMatchObject({ canceled: true });
  await app.settle();
  expect((await fresh.get<Rehearsal>(`${base}/${other.id}`)).body).toMatchObject({
    canceled: true,
    lookedAt: 0,
  });
  expect((await (await buildStaff(app, 'support')).post(base, asked)).status).toBe(404);
  expect(await counts()).toEqual(before);
  await app.clock.advance({ days: 31 });
  await app.sweep('rehearsal.forget-old');
  await app.sweep('rehearsal.forget-old');
  expect((await app.app.pool.query('select from rehearsal.rehearsals')).rowCount).toBe(0);
  expect(app.failures).toEqual([]);
});

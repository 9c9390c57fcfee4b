import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { expectSoundBooks } from '../../billing/test/world.ts';
import { rupiah } from '../../catalog/test/goods.ts';
import { setScene } from '../../orders/test/scene.ts';
import { suspendService } from '../../services/index.ts';
import { services } from '../../services/module.ts';
import { signInAgain } from '../../services/test/build.ts';
import { setMeters } from '../../usage/test/scene.ts';
import type { PausePreview, ServicePauses } from '../contract.ts';

const app = await createTestApp(new Date('2026-11-01T02:00:00Z'));
const { operator, sell, item, order, show, pay } = await setScene(app);
const policy = { who: 'clients', begins: 'now', unused: 'extend', longestDays: 120, perYear: 2 };

/** A service at Rp300.000 a month, begun today, whose product says so of pauses. */
async function begin(pauses: object = {}) {
  const client = await buildOrganization(app);
  const product = await sell({
    product: { taxCategory: 'outside', provisioner: 'none' },
    plan: { prices: [rupiah('monthly', 300_000)] },
  });
  const found = (await operator.get(`/api/console/catalog/products/${product.id}`)).body;
  const set = await operator.patch(`/api/console/catalog/products/${product.id}`, found.version, {
    pauses: { ...policy, ...pauses },
  });
  expect(set.body.pauses).toEqual({ ...policy, ...pauses });
  const placed = (await order(client, [item(product.plan)])).body;
  await pay(client, placed.invoiceId!);
  const id = (await show(client, placed.id)).items[0]!.serviceId!;
  const at = client.at(`/services/${id}`);
  const post = <Body = ServicePauses>(path: string, body?: object) =>
    client.owner.post<Body & { facts: Record<string, string> }>(`${at}/pauses${path}`, body);
  return {
    client,
    id: id as Id<'service'>,
    at,
    post,
    desk: `/api/console/services/${id}/pauses`,
    preview: (asked: object = {}) => post<PausePreview>('/preview', asked),
    pause: async (asked: object = {}) =>
      post('', { quote: (await post<PausePreview>('/preview', asked)).body.quote }),
    see: async () => (await client.owner.get(at)).body,
  };
}

/** Nine in the morning in Jakarta. */
async function on(day: string, ...clients: TestOrganization[]): Promise<void> {
  const to = Date.parse(`${day}T02:00:00Z`);
  await app.clock.advance({ seconds: (to - app.clock.now().getTime()) / 1000 });
  for (const { owner } of clients) owner.cookie = (await signInAgain(app, owner)).cookie;
  operator.cookie = (await signInAgain(app, operator)).cookie;
  for (const sweep of [
    'pauses.find-pauses-to-begin',
    'pauses.find-pauses-to-end',
    'pauses.find-pauses-to-tell',
    'billing.renew-services',
    'billing.recognize-revenue',
  ])
    await app.sweep(sweep);
}

async function invoices(of: TestOrganization) {
  return (await of.owner.get(of.at('/invoices'))).body.items as {
    id: string;
    kind: string;
    status: string;
    total: { amount: number };
  }[];
}
const renewals = async (of: TestOrganization) =>
  (await invoices(of)).filter(({ kind }) => kind === 'renewal');
const mails = ({ owner }: TestOrganization) =>
  app.ports.sent.filter(({ to }) => to.address === owner.email).map(({ subject }) => subject);

async function deferred(of: TestOrganization): Promise<number> {
  const { rows } = await app.app.pool.query<{ left: string }>(
    `select coalesce(sum(amount - recognized), 0)::text as left from billing.deferrals where organization_id = $1`,
    [of.id],
  );
  return Number(rows[0]!.left);
}

async function expectSound() {
  await expectSoundBooks(app);
  for (const { name, violations } of services.invariants!)
    expect(await app.ctx.read((db) => violations(db, 5)), name).toEqual([]);
  expect(app.failures).toEqual([]);
}

const administrator = await buildStaff(app, 'administrator');
const settings = '/api/console/billing-settings/revenue';
const { version } = (await administrator.get(settings)).body;
await administrator.put(settings, { deferFrom: '2026-11-01' }, { version });

test('paid days stand still, nothing is billed meanwhile, and it goes on by itself as was shown', async () => {
  const { client, at, preview, pause, post, see } = await begin();
  await on('2026-11-11', client);
  expect((await preview()).body.facts).toEqual({ reason: 'resume_day_needed' });
  expect((await preview({ resumeOn: '2027-04-01' })).body.facts).toEqual({ reason: 'pause_too_long' });
  expect((await preview({ resumeOn: '2026-11-11' })).body.facts).toEqual({ reason: 'resume_too_early' });
  expect((await client.owner.post(`${at}/suspend`)).body.facts).toEqual({ reason: 'pause_instead' });
  const shown = (await preview({ resumeOn: '2027-01-20' })).body;
  expect(shown).toMatchObject({
    when: 'now',
    beginsOn: '2026-11-11',
    keptDays: 20,
    credit: { amount: 0 },
    takenBack: [],
    next: { total: { amount: 300_000 }, issuedOn: '2027-01-30', from: '2027-02-09' },
  });
  const technical = await buildMember(app, client, 'technical');
  const colleague = await buildMember(app, client, 'viewer');
  expect((await colleague.post(`${at}/pauses`, { quote: shown.quote })).status).toBe(404);
  // Two at once: it is paused once.
  const twice = await Promise.all(
    [client.owner, technical].map((by) => by.post(`${at}/pauses`, { quote: shown.quote })),
  );
  expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  await app.settle();
  expect(await see()).toMatchObject({
    state: 'paused',
    technicalState: 'suspended',
    suspendedFor: [],
    pause: { on: '2026-11-11', resumeOn: '2027-01-20' },
    nextInvoiceOn: null,
    can: { cancelNow: true, cancelAtPeriodEnd: { no: 'paused' } },
  });
  expect((await client.owner.get(client.at('/services?status=paused'))).body.items).toHaveLength(1);
  expect((await client.owner.get(`${at}/next-invoice`)).body).toMatchObject({ none: 'paused' });

  // Ten of thirty days were earned; the rest waits, whatever month it is.
  await on('2026-12-15', client);
  expect(await deferred(client)).toBe(200_000);
  await on('2027-01-17', client);
  expect([await renewals(client), await deferred(client)]).toEqual([[], 200_000]);
  const ended = await client.owner.post(`${at}/changes/preview`, { what: 'end' });
  expect(ended.body.credit.amount).toBe(200_000);
  await on('2027-01-20', client);
  expect(await see()).toMatchObject({
    state: 'active',
    technicalState: 'running',
    pause: null,
    period: { from: '2027-01-20', to: '2027-02-09' },
    paidThrough: '2027-02-09',
    nextInvoiceOn: '2027-01-30',
  });
  expect((await post('/end')).body.facts).toEqual({ reason: 'not_paused' });
  expect(mails(client)).toEqual(
    expect.arrayContaining([
      'Server · Small is paused',
      'Server · Small starts again on 20 January 2027',
      'Server · Small runs again',
    ]),
  );
  // Five days later a quarter of what was left is gone.
  await on('2027-01-25', client);
  expect((await client.owner.post(`${at}/changes/preview`, { what: 'end' })).body.credit.amount).toBe(
    150_000,
  );
  await on('2027-01-30', client);
  expect(await renewals(client)).toMatchObject([{ total: shown.next!.total }]);
  await pay(client, (await renewals(client))[0]!.id);
  await on('2027-03-01', client);
  expect(await see()).toMatchObject({ paidThrough: '2027-03-09' });
  const { timeline } = await see();
  expect(timeline.map(({ name }: { name: string }) => name)).toContain('services.pause-over');
  await pause({ resumeOn: '2027-03-05' });
  await on('2027-03-05', client);
  expect((await preview({ resumeOn: '2027-04-01' })).body.facts).toEqual({ reason: 'too_many_pauses' });
  await expectSound();
});

test('credited or passing, by clients or by staff: each as the product says', async () => {
  await on('2027-03-05');
  const free = { longestDays: null, perYear: null };
  const credited = await begin({ ...free, unused: 'credit' });
  const passing = await begin({ ...free, unused: 'none' });
  const ours = await begin({ ...free, who: 'staff' });
  const all = [credited, passing, ours].map(({ client }) => client);

  // The very first moment: pausing and going on leaves everything as it was.
  const before = await passing.see();
  await passing.pause();
  await passing.post('/end');
  await app.settle();
  const same = ({ period, paidThrough, nextInvoiceOn, state }: typeof before) => ({
    period,
    paidThrough,
    nextInvoiceOn,
    state,
  });
  expect(same(await passing.see())).toEqual(same(before));

  await on('2027-03-25', ...all);
  // The next period is invoiced already, unpaid: it is taken back.
  expect(await renewals(credited.client)).toHaveLength(1);
  const shown = (await credited.preview()).body;
  expect(shown).toMatchObject({ keptDays: 0, next: null, takenBack: [{ amount: { amount: 300_000 } }] });
  expect(shown.credit.amount).toBe(Math.round((300_000 * 11) / 31));
  await credited.post('', { quote: shown.quote });
  await passing.pause();
  expect((await ours.preview()).body.facts).toEqual({ reason: 'pause_not_offered' });
  const quoted = (await operator.post(`${ours.desk}/preview`, { when: 'now', resumeOn: null })).body;
  expect((await ours.post('', { quote: quoted.quote })).status).toBe(404);
  expect((await operator.post(ours.desk, { quote: quoted.quote })).body).toMatchObject({
    pause: { runs: true, keptDays: 11 },
  });
  await app.settle();
  expect((await renewals(credited.client)).map(({ status }) => status)).toEqual(['void']);
  const { rows } = await app.app.pool.query<{ credit: string }>(
    `select credit::text as credit from billing.balances where organization_id = $1`,
    [credited.client.id],
  );
  expect(rows).toEqual([{ credit: String(shown.credit.amount) }]);
  expect(await credited.see()).toMatchObject({ state: 'paused', paidThrough: '2027-03-25' });
  expect((await ours.post('/end')).body.facts).toEqual({ reason: 'ask_support' });
  await app.ctx.transact((tx) =>
    suspendService(tx, { organization: ours.client.id, service: ours.id, reason: 'abuse' }),
  );

  await on('2027-04-20', ...all);
  for (const { post } of [credited, passing]) expect((await post('/end')).status).toBe(200);
  await operator.post(`${ours.desk}/end`);
  await on('2027-04-21', ...all);
  for (const { client, see } of [credited, passing]) {
    // Each has a new period from the day it went on, invoiced then.
    expect(await see()).toMatchObject({ period: { from: '2027-04-20', to: '2027-05-20' } });
    expect((await renewals(client)).filter(({ status }) => status !== 'void')).toHaveLength(1);
  }
  // What holds it besides holds it further.
  expect(await ours.see()).toMatchObject({
    state: 'active',
    suspendedFor: ['abuse'],
    technicalState: 'suspended',
    paidThrough: '2027-05-01',
  });
  await expectSound();
});

test('at the end of the period it is planned, can be taken back, begins by itself, and is moved; what is ended meanwhile is given back', async () => {
  await on('2027-05-01');
  const free = { longestDays: null, perYear: null };
  const later = await begin({ ...free, begins: 'period_end' });
  const ended = await begin(free);
  const partly = await begin(free);
  const all = [later.client, ended.client, partly.client];
  await on('2027-05-11', ...all);
  await ended.pause();
  expect((await later.preview()).body).toMatchObject({ when: 'period_end', beginsOn: '2027-06-01' });
  await later.pause({ resumeOn: '2027-07-01' });
  expect(await later.see()).toMatchObject({
    state: 'active',
    nextInvoiceOn: null,
    pause: { on: '2027-06-01' },
  });
  expect((await later.client.owner.get(`${later.at}/changes`)).body.can.change).toEqual({
    no: 'pause_planned',
  });
  // Taken back, it renews as before; asked for again, that is taken back, and it begins with the day.
  expect((await later.post('/withdraw')).body).toMatchObject({ pause: null, can: { pause: true } });
  await on('2027-05-20', ...all);
  expect(await renewals(later.client)).toHaveLength(1);
  // What was paid on it is kept as credit: its lines are taken back by a credit note.
  const ahead = (await renewals(partly.client))[0]!;
  await pay(partly.client, ahead.id, 100_000n);
  expect((await partly.preview()).body.takenBack).toMatchObject([{ amount: { amount: 300_000 } }]);
  await partly.pause();
  const { rows: books } = await app.app.pool.query<{ credit: string; receivable: string }>(
    `select credit::text as credit, receivable::text as receivable from billing.balances where organization_id = $1`,
    [partly.client.id],
  );
  expect(books).toEqual([{ credit: '100000', receivable: '0' }]);
  await later.pause();
  await on('2027-06-02', ...all);
  expect(await later.see()).toMatchObject({ state: 'paused', pause: { on: '2027-06-01', resumeOn: null } });
  expect((await later.post('/move', { resumeOn: '2027-06-20' })).body.pause).toMatchObject({
    resumeOn: '2027-06-20',
  });
  await on('2027-06-20', ...all);
  expect(await later.see()).toMatchObject({ period: { from: '2027-06-20', to: '2027-07-20' } });

  const end = (await ended.client.owner.post(`${ended.at}/changes/preview`, { what: 'end' })).body;
  expect(end.credit.amount).toBe(Math.round((300_000 * 21) / 31));
  await ended.client.owner.post(`${ended.at}/end`, { quote: end.quote, reason: 'unused' });
  await app.settle();
  expect(await ended.see()).toMatchObject({ state: 'ended', pause: null });
  await on('2027-07-01', ...all);
  expect(await deferred(ended.client)).toBe(0);
  await expectSound();
});

test('use up to the pause is billed once, when it begins; what is used meanwhile is free, and afterwards it counts again', async () => {
  await on('2027-07-01');
  const measured = await setMeters(app);
  const each = { meter: 'traffic', model: 'standard', each: '500', included: '31', minimum: 0 };
  const plan = await measured.sell([each]);
  const { rows: products } = await app.app.pool.query<{ id: string }>(
    `update catalog.products p set pauses = $2 from catalog.plans pl where pl.id = $1 and pl.product_id = p.id returning p.id`,
    [plan, JSON.stringify({ ...policy, longestDays: null, perYear: null })],
  );
  expect(products).toHaveLength(1);
  const client = await buildOrganization(app);
  const { service } = await measured.begin(client, plan);
  const at = client.at(`/services/${service}/pauses`);
  const report = (quantity: string, day?: string) =>
    measured.report(
      measured.eventOf(service, 'traffic', quantity, { ...(day && { at: `${day}T09:00:00+07:00` }) }),
    );
  const billed = async () => {
    await app.sweep('billing.bill-final-use');
    await app.sweep('billing.renew-services');
    const { rows } = await app.app.pool.query<{ line: string }>(
      `select concat_ws(' ', i.kind, l.period_from, l.period_to, l.net) as line
       from billing.invoices i join billing.invoice_lines l on l.organization_id = i.organization_id and l.invoice_id = i.id
       where i.organization_id = $1 order by i.issued_at, i.id, l.position`,
      [client.id],
    );
    return rows.map(({ line }) => line);
  };
  await report('110');
  await on('2027-07-11', client);
  await report('5', '2027-07-10');
  const shown = (await client.owner.post<PausePreview>(`${at}/preview`, { resumeOn: null })).body;
  expect(shown).toMatchObject({ keptDays: 21, credit: { amount: 0 } });
  await client.owner.post(at, { quote: shown.quote });
  await app.settle();
  // Ten of 31 days have 10 of 31 included: 105 at Rp500.
  const before = 'manual 2027-07-01 2027-07-11 52500';
  expect(await billed()).toEqual([before]);
  await on('2027-07-20', client);
  await report('40');
  expect((await client.owner.get(client.at(`/services/${service}/usage`))).body.total).toBeNull();
  await on('2027-08-05', client);
  expect(await billed()).toEqual([before]);
  await client.owner.post(`${at}/end`);
  await app.settle();
  await report('41');
  await on('2027-08-25', client);
  expect(await billed()).toEqual([before]);
  await on('2027-08-26', client);
  // It goes on for 21 days, whose part of what is included is 21; the month after is invoiced with it.
  expect((await billed()).slice(1)).toEqual([
    'renewal 2027-08-26 2027-09-26 150000',
    'renewal 2027-08-05 2027-08-26 10000',
  ]);
  await expectSound();
});

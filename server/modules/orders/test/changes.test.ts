import { expect, test } from 'vitest';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import type { TestClient } from '../../../test/kit/client.ts';
import { expectSoundBooks } from '../../billing/test/world.ts';
import { optionOf, planOf, rupiah } from '../../catalog/test/goods.ts';
import { signInAgain } from '../../services/test/build.ts';
import type { ChangePreview, ServiceChanges } from '../change-contract.ts';
import { setScene } from './scene.ts';

// A month from 1 November on: half of it is left on the 16th.
const app = await createTestApp(new Date('2026-11-01T02:00:00Z'));
const { operator, sell, item, order, pay } = await setScene(app);
const base = '/api/console/catalog';

const both = (text: string) => ({ id: text, en: text });
const backups = await operator.post(`${base}/addons`, {
  code: 'backups',
  name: both('Backups'),
  description: both(''),
  position: 1,
  prices: [rupiah('monthly', 20_000, 5_000), rupiah('annual', 200_000)],
});
const product = await sell({
  product: { provisioner: 'sandbox', configuration: { quantityAs: 'seats', addonsAs: 'extras' } },
  plan: { configuration: {}, prices: [rupiah('monthly', 100_000), rupiah('annual', 1_000_000)] },
});
const grown = await operator.post(`${base}/products/${product.id}/plans`, {
  ...planOf({ name: both('Large'), position: 2, configuration: {} }),
  prices: [rupiah('monthly', 300_000), rupiah('annual', 3_000_000)],
});
const large: string = grown.body.plans[1].id;
await operator.patch(`${base}/products/${product.id}`, grown.body.version, { addons: [backups.body.id] });

const small = { what: 'change', plan: product.plan, cycle: 'monthly', quantity: 1, options: {}, addons: [] };
const upgrade = { ...small, plan: large };

async function policy(changes: object): Promise<void> {
  const { body } = await operator.get(`${base}/products/${product.id}`);
  const { status } = await operator.patch(`${base}/products/${product.id}`, body.version, {
    changes: { ...body.changes, ...changes },
  });
  expect(status).toBe(200);
}

/** A client whose service has run since the first of this month, paid. */
async function client(of: object = small) {
  const organization = await buildOrganization(app);
  const { what: _, ...asked } = of as typeof small;
  const placed = (await order(organization, [item(asked.plan, asked)])).body;
  await pay(organization, placed.invoiceId!);
  const { items } = (await organization.owner.get(organization.at('/services'))).body;
  const id: string = items[0].id;
  const at = (path = '') => organization.at(`/services/${id}${path}`);
  return {
    organization,
    id: id as Id<'service'>,
    at,
    preview: (asked: object, by: TestClient = organization.owner) =>
      by.post<ChangePreview>(at('/changes/preview'), asked),
    make: (quote: string, by: TestClient = organization.owner, key?: string) =>
      by.post<ServiceChanges & { facts: { quote: string; total: number } }>(
        at('/changes'),
        { quote },
        key ? { key } : {},
      ),
    see: async () => (await organization.owner.get(at())).body,
  };
}

async function invoices(of: TestOrganization) {
  return (await of.owner.get(of.at('/invoices'))).body.items as {
    id: string;
    kind: string;
    status: string;
    total: { amount: number };
  }[];
}

/** The clock stands on a day of November, at nine in the morning in Jakarta. */
async function on(day: number, ...organizations: TestOrganization[]): Promise<void> {
  const to = Date.UTC(2026, 10, day, 2);
  await app.clock.advance({ seconds: (to - app.clock.now().getTime()) / 1000 });
  for (const { owner } of organizations) owner.cookie = (await signInAgain(app, owner)).cookie;
}

test('an upgrade in the middle of a month: what is shown is what is billed, and it is made once that is paid', async () => {
  const { organization, preview, make, see, at } = await client();
  await on(16, organization);
  const shown = (await preview(upgrade)).body;
  expect(shown).toMatchObject({
    direction: 'upgrade',
    when: 'now',
    effectiveOn: '2026-11-16',
    before: { price: { amount: 100_000 } },
    after: { price: { amount: 300_000 }, planId: large },
    total: { amount: 100_000, currency: 'IDR' },
    credit: { amount: 0 },
    next: { total: { amount: 300_000 }, issuedOn: '2026-11-17', from: '2026-12-01' },
  });
  expect(shown.lines).toMatchObject([
    {
      rule: 'unused_time',
      period: { from: '2026-11-16', to: '2026-12-01' },
      of: { from: '2026-11-01', to: '2026-12-01' },
      share: { part: 15, whole: 30, unit: 'day' },
      price: { amount: -100_000 },
      amount: { amount: -50_000 },
    },
    { rule: 'rest_of_period', amount: { amount: 150_000 } },
  ]);
  const made = await make(shown.quote, undefined, 'the-very-same-key');
  expect(made.status).toBe(201);
  expect(made.body.items[0]).toMatchObject({ state: 'awaiting_payment', total: { amount: 100_000 } });
  expect((await make(shown.quote, undefined, 'the-very-same-key')).body).toEqual(made.body);
  expect((await make(shown.quote)).status).toBe(409);
  expect(made.body.can.change).toEqual({ no: 'change_under_way' });
  const invoice = (await invoices(organization)).find(({ kind }) => kind === 'change')!;
  expect(invoice).toMatchObject({ status: 'due', total: { amount: 100_000 } });
  expect(await see()).toMatchObject({ price: { amount: 100_000 } });

  await pay(organization, invoice.id);
  expect(await see()).toMatchObject({
    price: { amount: 300_000 },
    names: { en: 'Server · Large' },
    paidThrough: '2026-12-01',
    technicalState: 'running',
  });
  const changes = (await organization.owner.get<ServiceChanges>(at('/changes'))).body;
  expect(changes).toMatchObject({ items: [{ state: 'done' }], can: { change: true } });
  const { rows } = await app.app.pool.query(
    `select confirmed ->> 'plan' as plan from provisioning.instances where service_id = $1`,
    [(await see()).id],
  );
  expect(rows).toEqual([{ plan: large }]);
  await expectSoundBooks(app);
});

test('a quote is stale after its time, after a change of the price or the service, and is of one service only', async () => {
  const { organization, preview, make, at } = await client();
  const other = await client();
  const first = (await preview(upgrade)).body;
  expect((await other.make(first.quote)).status).toBe(404);
  expect((await make('1.1.nothing')).status).toBe(404);
  await app.clock.advance({ minutes: 16 });
  const late = await make(first.quote);
  expect(late.status).toBe(409);
  expect(late.body).toMatchObject({
    code: 'quote_stale',
    facts: { why: 'expired', total: first.total.amount },
  });

  const second = (await preview(upgrade)).body;
  const { version } = (await organization.owner.get(at())).body;
  await organization.owner.patch(at(), version, { label: 'Web' });
  expect((await make(second.quote)).body).toMatchObject({ facts: { why: 'service_changed' } });

  const third = (await preview(upgrade)).body;
  const plan = (await operator.get(`${base}/products/${product.id}`)).body.plans[1];
  const dearer = [rupiah('monthly', 330_000), rupiah('annual', 3_000_000)];
  await operator.patch(`${base}/plans/${large}`, plan.version, { prices: dearer });
  const stale = await make(third.quote);
  expect(stale.body).toMatchObject({ facts: { why: 'price_changed' } });
  // The answer brings a new quote, which holds.
  const made = await make(stale.body.facts.quote);
  expect(made.body.items[0]).toMatchObject({ total: { amount: stale.body.facts.total } });
  const cheaper = [rupiah('monthly', 300_000), rupiah('annual', 3_000_000)];
  await operator.patch(`${base}/plans/${large}`, plan.version + 1, { prices: cheaper });
});

test('a downgrade waits for the end of what is paid, can be taken back until then, and the next period costs less', async () => {
  const { organization, preview, make, see, at } = await client(upgrade);
  const shown = (await preview(small)).body;
  expect(shown).toMatchObject({ when: 'period_end', lines: [], total: { amount: 0 }, credit: { amount: 0 } });
  const made = (await make(shown.quote)).body;
  expect(made.items[0]).toMatchObject({ state: 'scheduled', effectiveOn: shown.effectiveOn });
  expect(made.can.change).toEqual({ no: 'change_scheduled' });
  const taken = await organization.owner.post<ServiceChanges>(
    at(`/changes/${made.items[0]!.id}/cancel`),
    undefined,
  );
  expect(taken.body).toMatchObject({
    items: [{ state: 'canceled', whyCanceled: 'client' }],
    can: { change: true },
  });

  await make((await preview(small)).body.quote);
  const next = await organization.owner.get(at('/next-invoice'));
  expect(next.body).toMatchObject({
    none: null,
    next: {
      changed: true,
      names: { en: 'Server · Small' },
      period: { from: shown.effectiveOn },
      parts: [{ kind: 'plan', price: { amount: 100_000 } }],
      total: { amount: 100_000 },
    },
  });
  expect((await see()).nextPrice).toEqual({ amount: 100_000, currency: 'IDR' });
  await app.clock.advance({ days: 18 });
  organization.owner.cookie = (await signInAgain(app, organization.owner)).cookie;
  await app.sweep('billing.renew-services');
  const renewal = (await invoices(organization)).find(({ kind }) => kind === 'renewal')!;
  expect(renewal.total.amount).toBe(100_000);
  const waiting = (await organization.owner.get<ServiceChanges>(at('/changes'))).body.items[0]!;
  expect(waiting.can.cancel).toEqual({ no: 'already_invoiced' });
  await pay(organization, renewal.id);
  expect(await see()).toMatchObject({ price: { amount: 300_000 } });
  await app.clock.advance({ days: 14 });
  await app.sweep('services.find-terms-to-begin');
  organization.owner.cookie = (await signInAgain(app, organization.owner)).cookie;
  expect(await see()).toMatchObject({ price: { amount: 100_000 }, names: { en: 'Server · Small' } });
  const done = (await organization.owner.get<ServiceChanges>(at('/changes'))).body.items[0];
  expect(done).toMatchObject({ state: 'done' });
});

test('less at once gives credit for what is not used, at most what was paid; change and change back come to nothing', async () => {
  await policy({ downgrade: 'now' });
  const { organization, preview, make, see } = await client(small);
  const more = { ...small, quantity: 3, addons: ['backups'] };
  const up = (await preview(more)).body;
  expect(up.lines.map(({ rule }) => rule)).toEqual(['unused_time', 'rest_of_period', 'setup']);
  await make(up.quote);
  await pay(organization, (await invoices(organization)).find(({ kind }) => kind === 'change')!.id);
  expect(await see()).toMatchObject({ quantity: 3, price: { amount: 360_000 } });
  const { rows: told } = await app.app.pool.query(
    `select confirmed -> 'parameters' as parameters from provisioning.instances where service_id = $1`,
    [(await see()).id],
  );
  expect(told).toEqual([{ parameters: { seats: 3, extras: ['backups'] } }]);
  const down = (await preview(small)).body;
  // Set-up was done and is not given back.
  expect(down.credit.amount).toBe(up.total.amount - 15_000);
  const made = (await make(down.quote)).body;
  expect(made.items[0]).toMatchObject({ state: 'done', credit: down.credit });
  await app.settle();
  expect(await see()).toMatchObject({ quantity: 1, price: { amount: 100_000 } });
  const { rows } = await app.app.pool.query(
    `select credit::int from billing.balances where organization_id = $1`,
    [organization.id],
  );
  expect(rows).toEqual([{ credit: down.credit.amount }]);
  await expectSoundBooks(app);
  await policy({ downgrade: 'period_end' });
});

test('another cycle begins a new period today, for the whole of it less what is not used', async () => {
  const { organization, preview, make, see } = await client();
  const shown = (await preview({ ...small, cycle: 'annual' })).body;
  const unused = -shown.lines.find(({ rule }) => rule === 'unused_time')!.amount.amount;
  expect(shown.total.amount).toBe(1_000_000 - unused);
  await make(shown.quote);
  await pay(organization, (await invoices(organization)).find(({ kind }) => kind === 'change')!.id);
  const service = await see();
  expect(service).toMatchObject({ cycle: 'annual', period: { from: shown.effectiveOn } });
  expect(shown.next).toMatchObject({ from: service.paidThrough, total: { amount: 1_000_000 } });
});

test('unpaid, it is given up: the invoice is taken back, and the service stays and renews as it was', async () => {
  const { organization, preview, make, see, at } = await client();
  await make((await preview(upgrade)).body.quote);
  await app.clock.advance({ days: 4 });
  await app.sweep('orders.expire-changes');
  organization.owner.cookie = (await signInAgain(app, organization.owner)).cookie;
  const changes = (await organization.owner.get<ServiceChanges>(at('/changes'))).body;
  expect(changes.items[0]).toMatchObject({ state: 'canceled', whyCanceled: 'expired' });
  expect(changes.can.change).toBe(true);
  expect((await invoices(organization)).find(({ kind }) => kind === 'change')).toMatchObject({
    status: 'void',
  });
  expect(await see()).toMatchObject({ state: 'active', price: { amount: 100_000 } });
});

test('an invoice for the period after is in nobody’s way: it is taken back, and comes again at the new price', async () => {
  const { organization, preview, make, see } = await client();
  await app.clock.advance({ days: 18 });
  organization.owner.cookie = (await signInAgain(app, organization.owner)).cookie;
  await app.sweep('billing.renew-services');
  const renewals = async () => (await invoices(organization)).filter(({ kind }) => kind === 'renewal');
  expect(await renewals()).toMatchObject([{ status: 'due', total: { amount: 100_000 } }]);
  const { paidThrough } = await see();
  const shown = (await preview(upgrade)).body;
  expect(shown).toMatchObject({ when: 'now', next: { from: paidThrough, total: { amount: 300_000 } } });
  await make(shown.quote);
  expect((await renewals())[0]).toMatchObject({ status: 'void' });
  await app.sweep('billing.renew-services');
  expect(await renewals()).toHaveLength(1);
  await pay(organization, (await invoices(organization)).find(({ kind }) => kind === 'change')!.id);
  await app.sweep('billing.renew-services');
  expect((await renewals())[0]).toMatchObject({ status: 'due', total: { amount: 300_000 } });
  expect((await see()).paidThrough).toBe(paidThrough);
  await expectSoundBooks(app);
});

test('it ends at once and gives back what is not used, or nothing, as its product says', async () => {
  const one = await client();
  const shown = (await one.preview({ what: 'end' })).body;
  expect(shown).toMatchObject({ direction: 'end', after: null, forfeits: false, total: { amount: 0 } });
  expect(shown.credit.amount).toBeGreaterThan(0);
  expect((await one.make(shown.quote)).status).toBe(404);
  const leaving = { quote: shown.quote, reason: 'unused', note: 'We moved.' };
  const ended = await one.organization.owner.post<ServiceChanges>(one.at('/end'), leaving);
  expect(ended.body.items[0]).toMatchObject({ state: 'done', after: null, credit: shown.credit });
  expect(await one.see()).toMatchObject({ state: 'ended', cancelReason: 'unused' });
  await policy({ unused: 'none' });
  const two = await client();
  expect((await two.preview({ what: 'end' })).body).toMatchObject({ credit: { amount: 0 }, forfeits: true });
  await policy({ unused: 'credit' });
  await expectSoundBooks(app);
});

test('above a limit it waits for somebody who may approve, and is invoiced only then', async () => {
  const { organization, preview, make, at } = await client();
  const approver = await buildMember(app, organization, 'approver');
  const buyer = await buildMember(app, organization, 'technical', { limit: 1_000n });
  const shown = (await preview(upgrade, buyer)).body;
  expect(shown.needsApproval).toBe(true);
  const change = (await make(shown.quote, buyer)).body.items[0]!;
  expect(change).toMatchObject({
    state: 'awaiting_approval',
    invoiceId: null,
    can: { approve: { no: 'own_order' }, cancel: true },
  });
  expect((await buyer.post(at(`/changes/${change.id}/approve`), undefined)).status).toBe(404);
  const approved = await approver.post<ServiceChanges>(at(`/changes/${change.id}/approve`), undefined);
  expect(approved.body.items[0]).toMatchObject({ state: 'awaiting_payment', total: shown.total });
  expect((await approver.post(at(`/changes/${change.id}/approve`), undefined)).status).toBe(409);
});

test('strangers and those without the right change nothing, and what is not offered is refused', async () => {
  const { organization, preview, make } = await client();
  const stranger = await buildOrganization(app);
  const viewer = await buildMember(app, organization, 'viewer');
  for (const by of [stranger.owner, viewer]) {
    expect((await preview(upgrade, by)).status).toBe(404);
    expect((await make((await preview(upgrade)).body.quote, by)).status).toBe(404);
  }
  expect((await preview(small)).body).toMatchObject({ code: 'nothing_changes' });
  const foreign = await sell({ option: {} });
  expect(optionOf().code).toBe('ram');
  const elsewhere = { ...small, plan: foreign.plan, options: { ram: '4gb' } };
  expect((await preview(elsewhere)).body).toMatchObject({ code: 'change_not_offered' });
  expect((await preview({ ...small, quantity: 11 })).body).toMatchObject({ code: 'invalid_input' });
  await policy({ upgrade: 'never' });
  expect((await preview(upgrade)).body).toMatchObject({ code: 'change_not_offered' });
  await policy({ upgrade: 'now' });
});

test('staff change what clients may not, by the same quote', async () => {
  await policy({ upgrade: 'never' });
  const { id, see } = await client();
  const at = `/api/console/services/${id}`;
  const shown = await operator.post<ChangePreview>(`${at}/changes/preview`, upgrade);
  expect(shown.body).toMatchObject({ when: 'now', needsApproval: false });
  const made = await operator.post<ServiceChanges>(`${at}/changes`, { quote: shown.body.quote });
  expect(made.body.items[0]).toMatchObject({ state: 'awaiting_payment', askedBy: null });
  await operator.post(`${at}/changes/${made.body.items[0]!.id}/cancel`, undefined);
  expect(await see()).toMatchObject({ price: { amount: 100_000 } });
  await policy({ upgrade: 'now' });
});

test('what a service could become stands ready with what it is', async () => {
  const { organization, at } = await client();
  const options = await organization.owner.get(at('/change-options'));
  expect(options.body).toMatchObject({
    can: { change: true },
    current: { plan: product.plan, cycle: 'monthly', quantity: 1, options: {}, addons: [] },
    product: { plans: [{ id: product.plan }, { id: large }], addons: [{ code: 'backups' }] },
  });
});

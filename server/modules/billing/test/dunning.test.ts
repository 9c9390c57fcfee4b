import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { buildProduct } from '../../catalog/test/goods.ts';
import { noteBounce } from '../../notifications/index.ts';
import { activateService, addService, findService } from '../../services/index.ts';
import type { DunningTimelines, PlanBody } from '../dunning-contract.ts';
import { issueInvoice } from '../index.ts';
import { expectSoundBooks, mailsTo, receive } from './world.ts';

// Monday 2 March 2026, nine in the morning in Jakarta.
const app = await createTestApp();
const administrator = await buildStaff(app, 'administrator');
const finance = await buildStaff(app, 'finance');
const support = await buildStaff(app, 'support');
const base = '/api/console/dunning-timelines';

type Step = PlanBody['steps'][number];
const step = (kind: Step['kind'], days: number, over: Partial<Step> = {}): Step => ({
  kind,
  days,
  at: '09:00',
  workingDays: false,
  channels: kind === 'reminder' || kind === 'notice' ? ['email', 'in_app'] : [],
  ...over,
});
const planOf = (...steps: Step[]): PlanBody => ({ steps, hours: { from: '08:00', until: '20:00' } });
const timelines = async (): Promise<DunningTimelines> => (await finance.get(base)).body;

/** A family of products: a group with one product and one plan. */
async function family() {
  const { id: product, group, plan } = await buildProduct(administrator);
  return { group, product, plan };
}

async function service(organization: TestOrganization, planId: string, names = { id: 'VPS', en: 'Server' }) {
  return app.ctx.transact(async (tx) => {
    const id = await addService(tx, {
      organization: organization.id,
      orderId: randomUUID(),
      planId,
      names,
      quantity: 1,
      choices: {},
      currency: 'IDR',
      cycle: 'annual',
      recurring: 100_000n,
      trialDays: 0,
      taxable: false,
      provisioner: 'manual',
      provisionerConfiguration: {},
    });
    await activateService(tx, { organization: organization.id, service: id });
    return id;
  });
}

/** An invoice for services, due in a week. */
async function invoiceFor(organization: TestOrganization, ...services: Id<'service'>[]) {
  const { id } = await app.ctx.transact((tx) =>
    issueInvoice(tx, {
      organization: organization.id,
      kind: 'manual',
      orderId: null,
      lines: services.map((serviceId) => ({
        serviceId,
        description: { id: 'Perpanjangan', en: 'Renewal' },
        period: null,
        quantity: 1,
        unitPrice: 100_000n,
        taxable: false,
      })),
    }),
  );
  await app.settle();
  return id;
}

async function days(count: number): Promise<void> {
  for (let day = 0; day < count; day++) {
    await app.clock.advance({ days: 1 });
    await app.sweep('billing.collect-invoices');
  }
}

/** What was done about an invoice: `notice 1 on 2026-03-10`. */
async function steps(invoice: string): Promise<string[]> {
  const { rows } = await app.app.pool.query(
    'select kind, days, done_on from billing.dunning_steps where invoice_id = $1 order by done_on',
    [invoice],
  );
  return rows.map((row) => `${row.kind} ${row.days} on ${row.done_on}`);
}

const held = async (organization: TestOrganization, id: Id<'service'>) =>
  (await app.ctx.read((db) => findService(db, organization.id, id))).suspendedFor;
const factsOf = async (name: string, invoice: string) =>
  (
    await app.app.pool.query(`select data from kernel.events where name = $1 and subject_id = $2`, [
      name,
      invoice,
    ])
  ).rows.map((row) => row.data);

test('a timeline is saved with versions, for families no other has, and only when it makes sense', async () => {
  const { group, product } = await family();
  const { items, workingDays } = await timelines();
  expect(items).toMatchObject([{ isDefault: true, version: 1, families: [], underWay: 0 }]);
  expect(items[0]!.plan.steps.map(({ kind, days: on }) => `${kind} ${on}`)).toEqual([
    'reminder 7',
    'reminder 1',
    'notice 1',
    'notice 5',
    'suspend 7',
  ]);
  expect(workingDays).toEqual({ value: { weekend: [6, 7], holidays: [] }, version: 0 });

  const good = { name: 'Server', families: [product], plan: planOf(step('notice', 2), step('suspend', 4)) };
  const refused = await finance.post(base, { ...good, plan: planOf(step('suspend', 4), step('notice', 9)) });
  expect([refused.status, refused.body.code]).toEqual([422, 'plan_refused']);
  expect(refused.body.fields).toMatchObject([{ path: 'plan.steps.0', code: 'needs_notice' }]);
  expect((await support.get(base)).status).toBe(404);
  expect((await support.post(base, good)).status).toBe(404);
  expect((await finance.post(base, { ...good, families: [randomUUID()] })).status).toBe(404);

  const made = await finance.post(base, good);
  expect(made.status).toBe(201);
  const own = (made.body as DunningTimelines).items.find(({ name }) => name === 'Server')!;
  expect(own).toMatchObject({ version: 1, families: [product] });
  expect((await finance.post(base, { ...good, name: 'Another' })).body.code).toBe('family_taken');
  const put = (id: string, version: number, body: object) =>
    finance.put(`${base}/${id}`, body, { headers: { 'if-match': `"${version}"` } });
  expect((await put(own.id, 1, { ...good, families: [product, group] })).status).toBe(200);
  expect((await put(own.id, 1, good)).status).toBe(412);
  expect((await put(items[0]!.id, 1, { ...good, families: [group] })).body.code).toBe(
    'timeline_for_everything',
  );
  expect((await finance.delete(`${base}/${items[0]!.id}`)).body.code).toBe('timeline_for_everything');
  expect((await finance.delete(`${base}/${own.id}`)).status).toBe(200);
  expect((await timelines()).items).toHaveLength(1);
  expect((await put(own.id, 2, good)).status).toBe(404);
});

test('a preview decides as the run does, says what is wrong, and shows what would be written', async () => {
  const plan = planOf(step('reminder', 3), step('notice', 1), step('suspend', 5), step('terminate', 30));
  const { body } = await finance.post(`${base}/preview`, { plan, locale: 'id' });
  expect(body).toMatchObject({ problems: [], issuedOn: '2026-03-02', dueOn: '2026-03-09' });
  expect(body.steps.map((one: { kind: string; on: string }) => `${one.kind} ${one.on}`)).toEqual([
    'reminder 2026-03-06',
    'notice 2026-03-10',
    'suspend 2026-03-14',
    'terminate 2026-04-08',
  ]);
  expect(body.steps[1].messages[0].paragraphs.join(' ')).toContain('14 Maret 2026');
  expect(body.steps[2].messages[0].subject).toBe('Hosting Bisnis dihentikan sementara');
  const wrong = await finance.post(`${base}/preview`, { plan: planOf(step('suspend', 5)), locale: 'en' });
  expect(wrong.body).toMatchObject({ problems: [{ step: 0, code: 'needs_notice' }], steps: [] });
});

test('each family follows its own timeline; several on one invoice follow the gentlest', async () => {
  const [quick, slow] = [await family(), await family()];
  const plans = {
    quick: planOf(step('notice', 1), step('suspend', 2), step('terminate', 4)),
    slow: planOf(step('reminder', 2), step('notice', 3), step('retry', 5), step('suspend', 8)),
  };
  await finance.post(base, { name: 'Quick', families: [quick.group], plan: plans.quick });
  await finance.post(base, { name: 'Slow', families: [slow.product], plan: plans.slow });
  const client = await buildOrganization(app);
  const [fast, calm] = [await service(client, quick.plan), await service(client, slow.plan)];
  const one = await invoiceFor(client, fast);
  const both = await invoiceFor(client, fast, calm);
  await days(8);
  interface Told {
    kind: string;
    on: string;
    invoice: { id: string } | null;
    facts: { step?: string; days?: number };
  }
  const rehearsal = await finance.get(`/api/console/clients/${client.id}/rehearsal?days=30`);
  const foretold = (invoice: string) =>
    (rehearsal.body.items as Told[])
      .filter((each) => each.invoice?.id === invoice && each.facts.step)
      .map(({ kind, on, facts }) => `${kind} ${facts.days} on ${on}`);
  const told = [foretold(one), foretold(both)];
  expect(await steps(one)).toEqual(['notice 1 on 2026-03-10']);
  expect(told[0]).toEqual(['suspend 2 on 2026-03-11', 'terminate 4 on 2026-03-13']);
  expect(await steps(both)).toEqual(['reminder 2 on 2026-03-07']);
  expect(told[1]).toEqual(['notice 3 on 2026-03-12', 'retry 5 on 2026-03-14', 'suspend 8 on 2026-03-17']);
  await days(10);
  expect((await steps(one)).slice(1)).toEqual(told[0]);
  expect((await steps(both)).slice(1)).toEqual(told[1]);
  expect(await factsOf('billing.payment-retry-due', both)).toMatchObject([{ invoiceId: both, days: 5 }]);
  expect(await held(client, calm)).toEqual(['non_payment']);
  expect((await app.ctx.read((db) => findService(db, client.id, fast))).state).toBe('ended');
  // Late money lands after the end too: what was never used is not owed any more, so it is credit, and staff hear of it.
  await receive(app, client, one, 150_000n);
  await app.settle();
  const { rows } = await app.app.pool.query(
    'select status, paid::integer from billing.invoices where id = any ($1) order by due_on, issued_at',
    [[one, both]],
  );
  expect(rows).toEqual([
    { status: 'void', paid: 0 },
    { status: 'overdue', paid: 150_000 },
  ]);
  expect(await factsOf('billing.late-money-received', one)).toMatchObject([
    { amount: 150_000, currency: 'IDR' },
  ]);
  expect(app.failures).toEqual([]);
  await expectSoundBooks(app);
});

test('what is overdue keeps the version it began with, and what becomes overdue follows the new one', async () => {
  const { product, plan } = await family();
  const before = planOf(step('notice', 1), step('suspend', 5));
  const { body } = await finance.post(base, { name: 'Versions', families: [product], plan: before });
  const own = (body as DunningTimelines).items.find(({ name }) => name === 'Versions')!;
  const client = await buildOrganization(app);
  const running = await service(client, plan);
  const early = await invoiceFor(client, running);
  await days(4);
  const late = await invoiceFor(client, running);
  await days(4);
  const [start] = (await steps(early)).map((each) => each.slice(-10));
  expect(start).toBeDefined();
  const after = planOf(step('notice', 2), step('suspend', 20));
  const put = await finance.put(
    `${base}/${own.id}`,
    { name: 'Versions', families: [product], plan: after },
    { headers: { 'if-match': '"1"' } },
  );
  expect((put.body as DunningTimelines).items.find(({ id }) => id === own.id)).toMatchObject({
    version: 2,
    underWay: 1,
    byEarlier: 1,
  });
  await days(6);
  const kinds = async (invoice: string) => (await steps(invoice)).map((each) => each.split(' on ')[0]);
  expect(await kinds(early)).toEqual(['notice 1', 'suspend 5']);
  expect(await kinds(late)).toEqual(['notice 2']);
  const shown = await finance.get(`/api/console/invoices/${late}/collection`);
  expect(shown.body.open).toMatchObject({
    timeline: { name: 'Versions', version: 2 },
    pinned: true,
    next: { kind: 'suspend', held: null },
  });
});

test('nothing is held while no notice has reached anybody, and staff hear of it once', async () => {
  const client = await buildOrganization(app);
  const { plan } = await family();
  const running = await service(client, plan);
  await app.app.pool.query('delete from organizations.members where organization_id = $1', [client.id]);
  const invoice = await invoiceFor(client, running);
  await days(30);
  expect((await steps(invoice)).map((each) => each.split(' on ')[0])).toEqual([
    'reminder 1',
    'notice 1',
    'notice 5',
  ]);
  expect(await held(client, running)).toEqual([]);
  expect(await factsOf('billing.enforcement-held', invoice)).toEqual([
    { invoiceId: invoice, step: 'suspend' },
  ]);
  const { body } = await finance.get(`/api/console/invoices/${invoice}/collection`);
  expect(body.open).toMatchObject({ next: { kind: 'suspend', held: 'not_delivered' } });
  expect(body.open.heldSince).not.toBeNull();
});

test('mail to an address that gave mail back has not arrived, until it was read in the bell', async () => {
  const client = await buildOrganization(app);
  const { plan } = await family();
  const running = await service(client, plan);
  const invoice = await invoiceFor(client, running);
  const noticed = async () =>
    (
      await app.app.pool.query(
        'select noticed_on is not null as yes from billing.dunnings where invoice_id = $1',
        [invoice],
      )
    ).rows.map(({ yes }) => yes);
  await days(12);
  expect(await noticed()).toEqual([true]);
  // Not the notice itself but the reminder before it comes back.
  const { rows } = await app.app.pool.query<{ id: string }>(
    `select id from notifications.mails where person_id = $1 and kind = 'billing.payment-reminder' and state = 'sent'`,
    [client.owner.id],
  );
  await app.ctx.transact((tx) =>
    noteBounce(tx, { mail: rows[0]!.id, recipient: client.owner.email, why: '550 no such mailbox' }),
  );
  await app.settle();
  expect(await noticed()).toEqual([false]);
  await days(10);
  expect(await held(client, running)).toEqual([]);
  expect(await factsOf('billing.enforcement-held', invoice)).toEqual([
    { invoiceId: invoice, step: 'suspend' },
  ]);
  await client.owner.put('/api/me/notices/read', {});
  await days(3);
  expect(await held(client, running)).toEqual(['non_payment']);
  expect(app.failures).toEqual([]);
});

test('a step waits for a working day, goes only by the channels it names, and a part payment changes nothing', async () => {
  const today = app.clock.now();
  const dueOn = new Date(today.getTime() + 7 * 86_400_000);
  const day = (after: number) => new Date(dueOn.getTime() + after * 86_400_000).toISOString().slice(0, 10);
  const { version } = (await timelines()).workingDays;
  const calendar = { weekend: [], holidays: [1, 2].map((after) => ({ on: day(after), name: 'Libur' })) };
  const saved = await finance.put('/api/console/billing-settings/working-days', calendar, {
    headers: { 'if-match': `"${version}"` },
  });
  expect(saved.body.value).toEqual(calendar);
  const { product, plan } = await family();
  await finance.post(base, {
    name: 'Careful',
    families: [product],
    plan: planOf(step('notice', 1, { workingDays: true, channels: ['in_app'] }), step('suspend', 4)),
  });
  const client = await buildOrganization(app);
  const running = await service(client, plan);
  const invoice = await invoiceFor(client, running);
  await days(11);
  await receive(app, client, invoice, 40_000n);
  // What lies in the bell has arrived once somebody has read it.
  await client.owner.put('/api/me/notices/read', {});
  await days(6);
  expect(await steps(invoice)).toEqual([`notice 1 on ${day(3)}`, `suspend 4 on ${day(6)}`]);
  expect(mailsTo(app, client.owner).filter((subject) => subject.includes('overdue'))).toEqual([]);
  expect(await held(client, running)).toEqual(['non_payment']);
  await receive(app, client, invoice, 60_000n);
  await app.settle();
  expect(await held(client, running)).toEqual([]);
  expect(app.failures).toEqual([]);
  await expectSoundBooks(app);
});

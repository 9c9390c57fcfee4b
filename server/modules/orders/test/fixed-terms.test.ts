import { expect, test } from 'vitest';
import { addDays, addMonths } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { buildOrganization, buildPerson, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { endForDebt } from '../../billing/commands/end-for-debt.ts';
import { expectSoundBooks } from '../../billing/test/world.ts';
import { planOf, rupiah } from '../../catalog/test/goods.ts';
import { liftSuspension, lockService, suspendService } from '../../services/index.ts';
import { signInAgain } from '../../services/test/build.ts';
import { setScene } from './scene.ts';

const app = await createTestApp();
const { operator, sell, item, quote, order, show, pay } = await setScene(app);
const prices = [rupiah('monthly', 100_000), rupiah('annual', 1_000_000)];
const rule = (over: object = {}) => ({
  months: 3,
  follows: 'continues',
  noticeDays: 20,
  early: { kind: 'percent', percent: 5_000 },
  ...over,
});

/** A service at a term, begun today. */
async function begin(term: object, plan: object = {}) {
  const client = await buildOrganization(app);
  const product = await sell({ product: { taxCategory: 'outside' }, plan: { prices, term, ...plan } });
  const placed = (await order(client, [item(product.plan)])).body;
  await pay(client, placed.invoiceId!);
  const id = (await show(client, placed.id)).items[0]!.serviceId;
  const on = app.clock.now().toISOString().slice(0, 10) as CalendarDate;
  const at = client.at(`/services/${id}`);
  const look = async () => (await (await signInAgain(app, client.owner)).get(at)).body;
  return { client, product, id, at, on, look, desk: `/api/console/services/${id}` };
}

/** Days go by; whatever is invoiced is paid. */
async function live(of: TestOrganization, days: number): Promise<void> {
  for (let day = 0; day < days; day += 14) {
    await app.clock.advance({ days: 14 });
    for (const sweep of [
      'billing.renew-services',
      'services.find-terms-to-tell',
      'services.find-ended-terms',
    ])
      await app.sweep(sweep);
    await app.sweep('services.find-canceled-services');
    await app.settle();
    const { rows } = await app.app.pool.query<{ id: string }>(
      `select id from billing.invoices where organization_id = $1 and settlement = 'unpaid'`,
      [of.id],
    );
    for (const { id } of rows) await pay(of, id);
  }
}

const count = async (of: TestOrganization, kind: string) =>
  (
    await app.app.pool.query(`select id from billing.invoices where organization_id = $1 and kind = $2`, [
      of.id,
      kind,
    ])
  ).rows.length;
const mails = async (of: TestOrganization, words: string) => {
  await app.settle();
  return app.ports.sent.filter(({ to, subject }) => to.address === of.owner.email && subject.includes(words));
};

test('a term is said before it is ordered, and the service keeps what was said whatever the plan becomes', async () => {
  const { client, product, on, look } = await begin(rule());
  const shown = (await client.owner.get(`/api/catalog/products/${product.slug}`)).body.plans[0].term;
  expect(shown).toMatchObject(rule());
  const quoted = (await quote(client, [item(product.plan)])).body;
  expect(quoted.items[0]!.term).toEqual({ ...rule(), months: 3 });
  // A year is longer than the term: it has none.
  expect((await quote(client, [item(product.plan, { cycle: 'annual' })])).body.items[0]!.term).toBeNull();
  const plan = product.plans[0]!;
  await operator.patch(`/api/console/catalog/plans/${plan.id}`, plan.version, { term: null });
  expect((await look()).term).toMatchObject({
    months: 3,
    follows: 'continues',
    endsOn: addMonths(on, 3),
    leaves: false,
    sayBy: null,
  });
});

test('it continues: told once in time, then from period to period, and nobody is bound any more', async () => {
  const { client, look } = await begin(rule());
  expect((await look()).can).toMatchObject({
    cancelNow: true,
    cancelAtPeriodEnd: { no: 'leaving_costs' },
    cancelAtTermEnd: true,
  });
  await live(client, 98);
  expect(await mails(client, 'term')).toHaveLength(1);
  const after = await look();
  expect(after).toMatchObject({ state: 'active', term: null, can: { cancelAtPeriodEnd: true } });
  expect(after.can.cancelAtTermEnd).toEqual({ no: 'no_term' });
  expect(await count(client, 'renewal')).toBeGreaterThan(2);
});

test('it ends: the periods of the term are billed and none after, whoever pays, and the service is over', async () => {
  const { client, look } = await begin(rule({ follows: 'ends' }));
  await live(client, 84);
  expect(await look()).toMatchObject({ state: 'active', nextInvoiceOn: null });
  await live(client, 14);
  expect(await look()).toMatchObject({ state: 'ended', cancelReason: 'term_ended', term: null });
  // The first month was paid with the order.
  expect(await count(client, 'renewal')).toBe(2);
});

test('it renews unless its client says no in time, and that can be taken back', async () => {
  const { client, look, at, on } = await begin(rule({ follows: 'renews' }));
  const end = addMonths(on, 3);
  expect((await look()).term).toMatchObject({ endsOn: end, sayBy: addDays(end, -20) });
  const leaving = { when: 'term_end', reason: 'unused' };
  const owner = await signInAgain(app, client.owner);
  expect((await owner.post(`${at}/cancel`, leaving)).body).toMatchObject({
    state: 'active',
    term: { leaves: true },
    can: { keep: true, cancelAtTermEnd: { no: 'ends_with_term' } },
  });
  expect((await owner.post(`${at}/keep`)).body.term).toMatchObject({ leaves: false });
  await live(client, 84);
  const late = await (await signInAgain(app, client.owner)).post(`${at}/cancel`, leaving);
  expect(late.body.facts).toEqual({ reason: 'notice_passed' });
  await live(client, 14);
  expect((await look()).term).toMatchObject({ endsOn: addMonths(end, 3), leaves: false });
  const again = await signInAgain(app, client.owner);
  expect((await again.post(`${at}/cancel`, leaving)).status).toBe(200);
  await live(client, 98);
  expect(await look()).toMatchObject({ state: 'ended', cancelReason: 'unused' });
  expect(await count(client, 'renewal')).toBe(5);
});

test('leaving early costs what the sealed quote said: once, with a line that says why; other ways are refused', async () => {
  const { client, at, look, id } = await begin(rule());
  await live(client, 14);
  const owner = await signInAgain(app, client.owner);
  const now = { when: 'now', reason: 'unused' };
  expect((await owner.post(`${at}/cancel`, now)).body.facts).toEqual({ reason: 'leaving_costs' });
  const preview = (await owner.post(`${at}/changes/preview`, { what: 'end' })).body;
  const unused = preview.credit.amount as number;
  // Half of the unused days, which come back, and of both months that follow.
  const fee = Math.round((unused + 200_000) / 2);
  expect(preview).toMatchObject({ total: { amount: fee }, leaving: { total: { amount: fee } } });
  expect(preview.needsApproval).toBe(false);
  const done = await owner.post(`${at}/end`, { quote: preview.quote, reason: 'unused' });
  expect(done.status).toBe(201);
  await app.settle();
  const { rows } = await app.app.pool.query<{ total: string; kind: string; why: string }>(
    `select i.total::text, l.why ->> 'kind' as kind, l.why -> 'note' ->> 'en' as why from billing.invoices i
      join billing.invoice_lines l on l.organization_id = i.organization_id and l.invoice_id = i.id
      where i.organization_id = $1 and l.service_id = $2 and i.kind = 'change'`,
    [client.id, id],
  );
  expect(rows).toEqual([{ total: String(fee), kind: 'fee', why: expect.stringContaining('50% of the') }]);
  expect(await look()).toMatchObject({ state: 'ended', can: { cancelNow: { no: 'ended' } } });
  await live(client, 28);
  expect(await count(client, 'change')).toBe(1);
  await expectSoundBooks(app);
});

test('with tax, and at most what staying would cost', async () => {
  const client = await buildOrganization(app);
  const product = await sell({
    plan: {
      prices,
      term: rule({ early: { kind: 'fixed', amounts: [{ currency: 'IDR', amount: 900_000 }] } }),
    },
  });
  const placed = (await order(client, [item(product.plan)])).body;
  await pay(client, placed.invoiceId!);
  const service = (await show(client, placed.id)).items[0]!.serviceId;
  const at = client.at(`/services/${service}`);
  const shown = (await client.owner.post(`${at}/changes/preview`, { what: 'end' })).body;
  // All of it comes back on its first day, and all of it remains.
  const taxed = (placed.total.amount as number) / 100_000;
  expect(shown.total.amount).toBe(Math.round(300_000 * taxed));
});

test('where it is not possible only staff end it; they may ask nothing for leaving, and say why', async () => {
  const bound = await begin(rule({ early: { kind: 'not' } }));
  expect((await bound.look()).can.cancelNow).toEqual({ no: 'in_term' });
  const refused = await bound.client.owner.post(`${bound.at}/changes/preview`, { what: 'end' });
  expect(refused.body.facts).toEqual({ reason: 'in_term' });
  expect((await operator.post(`${bound.desk}/cancel`, { when: 'now', reason: 'staff' })).status).toBe(200);

  const { client, desk, look } = await begin(rule());
  const plain = await operator.post(`${desk}/cancel`, { when: 'now', reason: 'staff' });
  expect(plain.body.facts).toEqual({ reason: 'leaving_costs' });
  const { quote: sealed } = (await operator.post(`${desk}/changes/preview`, { what: 'end' })).body;
  const end = (by: typeof operator, over: object) =>
    by.post(`${desk}/end`, { quote: sealed, reason: 'staff', ...over });
  expect((await end(operator, { waive: true })).status).toBe(400);
  expect((await end(await buildPerson(app), { waive: true, note: 'Moved' })).status).toBe(404);
  expect((await end(await buildStaff(app, 'support'), { waive: true, note: 'Moved' })).status).toBe(404);
  expect((await end(operator, { waive: true, note: 'Moved away' })).status).toBe(201);
  await app.settle();
  expect(await look()).toMatchObject({ state: 'ended' });
  expect(await count(client, 'change')).toBe(0);
  const { rows } = await app.app.pool.query(
    `select data from kernel.events where name = 'orders.leaving-fee-waived' and organization_id = $1`,
    [client.id],
  );
  expect(rows).toEqual([{ data: expect.objectContaining({ why: 'Moved away' }) }]);
});

test('more is possible and back again for nothing; less than was committed to is not, unless the product says so', async () => {
  const { client, at, product, on, look } = await begin(rule());
  const add = async (name: string, price: number) => {
    const added = await operator.post(`/api/console/catalog/products/${product.id}/plans`, {
      ...planOf({ name: { id: name, en: name }, prices: [rupiah('monthly', price)] }),
    });
    return added.body.plans.find((one: { name: { en: string } }) => one.name.en === name).id as string;
  };
  const small = await add('Tiny', 50_000);
  const large = await add('Huge', 200_000);
  const preview = (plan: string) =>
    client.owner.post(`${at}/changes/preview`, { what: 'change', ...item(plan), plan });
  expect((await preview(small)).body.facts).toEqual({ reason: 'below_commitment' });
  const up = (await preview(large)).body;
  expect(up.total.amount).toBe(100_000);
  await client.owner.post(`${at}/changes`, { quote: up.quote });
  const { rows } = await app.app.pool.query<{ id: string }>(
    `select invoice_id as id from orders.changes where organization_id = $1`,
    [client.id],
  );
  await pay(client, rows[0]!.id);
  expect((await look()).term).toMatchObject({ endsOn: addMonths(on, 3) });
  // Back to what was committed to: not less than that.
  expect((await preview(product.plan)).status).toBe(200);
  const shown = (await operator.get(`/api/console/catalog/products/${product.id}`)).body;
  const changes = { ...shown.changes, inTerm: 'allow' };
  await operator.patch(`/api/console/catalog/products/${product.id}`, shown.version, { changes });
  expect((await preview(small)).status).toBe(200);
});

test('who changes onto a plan with a term begins it, and is told before', async () => {
  const { client, at, product, on, look } = await begin(null as never);
  expect((await look()).term).toBeNull();
  const added = await operator.post(`/api/console/catalog/products/${product.id}/plans`, {
    ...planOf({ name: { id: 'Setia', en: 'Loyal' }, prices: [rupiah('monthly', 100_000)], term: rule() }),
  });
  const loyal = added.body.plans[1].id as string;
  const asked = { what: 'change', ...item(loyal), plan: loyal };
  const preview = (await client.owner.post(`${at}/changes/preview`, asked)).body;
  expect(preview).toMatchObject({ total: { amount: 0 }, term: { months: 3 } });
  expect((await client.owner.post(`${at}/changes`, { quote: preview.quote })).status).toBe(201);
  expect((await look()).term).toMatchObject({ months: 3, endsOn: addMonths(on, 3) });
});

test('a hold does not stretch the term, and ending it for the debt asks for the fee only where that was agreed', async () => {
  for (const onDebt of [false, true]) {
    const { client, id, on, look } = await begin(rule({ onDebt, months: 12 }));
    const key = { organization: client.id, service: id as Id<'service'> };
    await app.ctx.transact((tx) => suspendService(tx, { ...key, reason: 'non_payment' }));
    expect((await look()).term).toMatchObject({ endsOn: addMonths(on, 12) });
    await app.ctx.transact((tx) => liftSuspension(tx, { ...key, reason: 'non_payment' }));
    await app.ctx.transact(async (tx) =>
      endForDebt(tx, await lockService(tx, key.organization, key.service)),
    );
    await app.settle();
    expect(await look()).toMatchObject({ state: 'ended', cancelReason: 'non_payment' });
    expect(await count(client, 'manual')).toBe(onDebt ? 1 : 0);
  }
});

test('a longer cycle that begins as a term ends binds nobody for the time it is paid', async () => {
  const { client, at, product, on, look } = await begin(rule({ months: 1 }));
  const shown = (await operator.get(`/api/console/catalog/products/${product.id}`)).body;
  const changes = { ...shown.changes, upgrade: 'period_end' };
  await operator.patch(`/api/console/catalog/products/${product.id}`, shown.version, { changes });
  const asked = { what: 'change', ...item(product.plan, { cycle: 'annual' }) };
  const { quote: sealed, effectiveOn } = (await client.owner.post(`${at}/changes/preview`, asked)).body;
  expect(effectiveOn).toBe(addMonths(on, 1));
  expect((await client.owner.post(`${at}/changes`, { quote: sealed })).status).toBe(201);
  for (let day = 0; day < 42; day += 14) {
    await live(client, 14);
    for (const sweep of ['services.find-terms-to-begin', 'services.find-ended-terms']) await app.sweep(sweep);
    await app.settle();
  }
  expect(await look()).toMatchObject({ cycle: 'annual', term: null, can: { cancelAtPeriodEnd: true } });
});

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { scopeOf } from '../../../kernel/db/scope.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { expectSoundBooks, issue, receive } from '../../billing/test/world.ts';
import { signInAgain } from '../../services/test/build.ts';
import { invariants } from '../invariants.ts';
import { setScene } from './scene.ts';

const app = await createTestApp();
const staff = await buildStaff(app, 'administrator');
const { sell, item, order, show, pay } = await setScene(app);
const console_ = (of: { id: string }) => `/api/console/clients/${of.id}`;
const letParentPay = (of: TestOrganization) => staff.put(`${console_(of)}/payer`, { pays: 'parent' });

async function family() {
  const holding = await buildOrganization(app, { name: 'Holding' });
  const child = await buildOrganization(app, { name: 'Child', parent: holding.id });
  const sister = await buildOrganization(app, { name: 'Sister', parent: holding.id });
  expect((await letParentPay(child)).body).toMatchObject({ pays: 'parent' });
  return { holding, child, sister };
}

const open = async (of: TestOrganization) =>
  (await of.owner.get(of.at('/invoices?status=open'))).body.items as {
    id: string;
    for: { name: string } | null;
  }[];
const above = async (of: TestOrganization, query = '') =>
  (await of.owner.get(of.at(`/invoices-above${query}`))).body.items as { id: string; status: string }[];
const serviceState = async (id: string) =>
  (
    await app.app.pool.query<{ state: string; suspended_for: string[] }>(
      'select state, suspended_for from services.services where id = $1',
      [id],
    )
  ).rows[0]!;

async function expectSound() {
  await app.settle();
  await expectSoundBooks(app);
  for (const { violations } of invariants) expect(await app.ctx.read((db) => violations(db, 5))).toEqual([]);
  expect(app.failures).toEqual([]);
}

test('what a child orders is invoiced to its parent, which pays; the child sees what it is about, and gets it', async () => {
  const { holding, child, sister } = await family();
  const { body: placed } = await order(child, [item((await sell()).plan)]);
  expect(placed).toMatchObject({ invoiceId: null, paidAbove: true });
  await app.settle();
  const mail = app.ports.sent.find(
    ({ to, subject }) => to.address === child.owner.email && subject.includes(placed.number),
  )!;
  expect(mail.text).toContain('The organization above yours has the invoice');
  expect(mail.text).not.toContain('Holding');

  const [invoice] = await open(holding);
  expect(invoice).toMatchObject({ for: { id: child.id, name: 'Child' } });
  const page = await holding.owner.get(holding.at(`/invoices/${invoice!.id}`));
  expect(page.body).toMatchObject({ buyer: { name: 'Holding' }, for: { name: 'Child' } });

  // The child reads what it is about; the invoice itself, its PDF and how it is paid are not the child's.
  expect(await open(child)).toEqual([]);
  expect(await above(child)).toMatchObject([{ id: invoice!.id, status: 'due', lines: [{}, {}] }]);
  expect(await above(sister)).toEqual([]);
  for (const path of [`/invoices/${invoice!.id}`, `/invoices/${invoice!.id}/document`])
    expect((await child.owner.get(child.at(path))).status).toBe(404);
  expect((await child.owner.post(child.at(`/invoices/${invoice!.id}/credit`), {})).status).toBe(404);
  const told = JSON.stringify((await child.owner.get(child.at('/invoices-above'))).body);
  expect(told).not.toContain('Holding');
  expect(told).not.toContain(holding.id);
  expect((await child.owner.get(child.at('/billing-summary'))).body).toEqual({
    currencies: [],
    paidAbove: 'now',
  });
  const technical = await buildMember(app, child, 'technical');
  expect((await technical.get(child.at('/invoices-above'))).status).toBe(404);

  let shown = await show(child, placed.id);
  expect(shown).toMatchObject({
    invoice: { paidAbove: { slug: null } },
    can: { pay: { no: 'paid_above' }, cancel: true },
  });
  const seenAbove = await holding.owner.get(child.at(`/orders/${placed.id}`));
  expect(seenAbove.body.invoice).toMatchObject({ paidAbove: { slug: holding.slug } });

  await pay(holding, invoice!.id);
  shown = await show(child, placed.id);
  expect(shown).toMatchObject({ status: 'in_progress', paid: true });
  expect(shown.timeline.map(({ kind }) => kind)).toEqual([
    'placed',
    'invoice_issued',
    'paid',
    'service_started',
  ]);
  expect(await serviceState(shown.items[0]!.serviceId)).toMatchObject({ state: 'active' });
  const service = shown.items[0]!.serviceId;
  expect(await above(child, `?service=${service}`)).toMatchObject([{ status: 'paid' }]);
  expect((await holding.owner.get(holding.at('/statement'))).body.items).toMatchObject([
    { kind: 'payment_received', invoice: { for: 'Child' } },
    { kind: 'invoice_issued', invoice: { for: 'Child' } },
  ]);
  expect((await child.owner.get(child.at('/statement'))).body.items).toEqual([]);
  const mails = app.ports.sent.map((mail) => [mail.to.address, mail.text] as const);
  expect(mails.some(([to, text]) => to === holding.owner.email && text.includes('(Child)'))).toBe(true);
  await expectSound();
});

test('below the doors too an organization reads only lines about it, and its narrowed people only of their services', async () => {
  const { holding, child, sister } = await family();
  await letParentPay(sister);
  const [ours, theirs] = [
    (await order(child, [item((await sell()).plan)])).body,
    (await order(sister, [item((await sell()).plan)])).body,
  ];
  await issue(app, holding);
  const service = (await show(child, ours.id)).items[0]!.serviceId as Id<'service'>;
  const other = (await show(sister, theirs.id)).items[0]!.serviceId as Id<'service'>;
  const linesSeen = (services: Id<'service'>[] | null) => {
    const membership = { id: child.id, services } as Parameters<typeof scopeOf>[1][number];
    return app.app.within(scopeOf(child.owner.id, [membership])).read(async (db) => {
      const { rows } = await sql<{
        service_id: string;
      }>`select service_id from billing.invoice_lines`.execute(db);
      const invoices = await sql`select id from billing.invoices`.execute(db);
      const heads = await sql<{ payer_id: string }>`select * from billing.invoices_above`.execute(db);
      return {
        lines: [...new Set(rows.map((row) => row.service_id))],
        invoices: invoices.rows,
        heads: heads.rows.length,
      };
    });
  };
  expect(await linesSeen(null)).toEqual({ lines: [service], invoices: [], heads: 1 });
  expect(await linesSeen([other])).toMatchObject({ lines: [], invoices: [] });
});

test('the payer is the nearest above that pays for itself, asked when the invoice is issued', async () => {
  const { holding, child } = await family();
  const grandchild = await buildOrganization(app, { name: 'Grandchild', parent: child.id });
  await letParentPay(grandchild);
  await issue(app, grandchild, { amount: 10_000n });
  expect(await open(holding)).toMatchObject([{ for: { name: 'Grandchild' } }]);
  await staff.put(`${console_(child)}/payer`, { pays: 'itself' });
  await issue(app, grandchild, { amount: 20_000n });
  expect(await open(child)).toMatchObject([{ for: { name: 'Grandchild' }, total: { amount: 20_000 } }]);
  expect(await open(holding)).toHaveLength(1);
  // The one in between sees of the grandchild's what it owes itself, and nothing of what the holding owes.
  expect(await above(child)).toEqual([]);
  expect(await above(grandchild)).toHaveLength(2);
  await expectSound();
});

test('a canceled order takes its invoice back from who owes it; credit of the parent pays for the child', async () => {
  const { holding, child } = await family();
  const { body: placed } = await order(child, [item((await sell()).plan)]);
  await app.settle();
  expect(await open(holding)).toHaveLength(1);
  expect((await child.owner.post(child.at(`/orders/${placed.id}/cancel`), {})).status).toBe(200);
  await app.settle();
  expect(await open(holding)).toEqual([]);
  expect(await above(child)).toMatchObject([{ status: 'void' }]);

  await receive(app, holding, null, 40_000n);
  await issue(app, child, { amount: 100_000n });
  await app.settle();
  expect(await open(holding)).toMatchObject([{ balance: { amount: 60_000 } }]);
  expect((await child.owner.get(child.at('/credit'))).body).toMatchObject({ credit: 0, items: [] });
  await expectSound();
});

test('who moves out leaves what was invoiced with who owes it, and pays for itself unless told otherwise', async () => {
  const { holding, child } = await family();
  const { body: placed } = await order(child, [item((await sell()).plan)]);
  await app.settle();
  const [invoice] = await open(holding);
  const moved = await staff.put(`${console_(child)}/parent`, { parent: null });
  expect(moved.body).toMatchObject({ parent: null, pays: 'itself' });
  await staff.patch(console_(child), 1, { name: 'Child, now on its own' });

  // Still owed by the one it was issued to, about the one it was issued for, by the name of then.
  expect(await open(holding)).toMatchObject([{ id: invoice!.id, for: { name: 'Child' } }]);
  expect((await holding.owner.get(child.at(''))).status).toBe(404);
  expect(await above(child)).toMatchObject([{ id: invoice!.id, status: 'due' }]);
  await pay(holding, invoice!.id);
  expect(await show(child, placed.id)).toMatchObject({ paid: true, status: 'in_progress' });
  await issue(app, child);
  expect(await open(child)).toHaveLength(1);

  const elsewhere = await buildOrganization(app, { name: 'Elsewhere' });
  await staff.put(`${console_(child)}/parent`, { parent: elsewhere.id, pays: 'parent' });
  await issue(app, child);
  expect(await open(elsewhere)).toMatchObject([{ for: { name: 'Child, now on its own' } }]);
  expect(await open(holding)).toEqual([]);
  expect(await open(child)).toHaveLength(1);

  expect((await staff.put(`${console_(elsewhere)}/payer`, { pays: 'parent' })).body.code).toBe(
    'needs_parent',
  );
  expect((await staff.put(`${console_(child)}/parent`, { parent: null, pays: 'parent' })).body.code).toBe(
    'needs_parent',
  );
  const support = await buildStaff(app, 'operations');
  expect((await support.put(`${console_(child)}/payer`, { pays: 'itself' })).status).toBe(404);
  await expectSound();
});

test('a parent that does not pay holds up its child: overdue, suspended, and running again once it has paid', async () => {
  const { holding, child } = await family();
  const { body: placed } = await order(child, [item((await sell()).plan)]);
  await app.settle();
  await pay(holding, (await open(holding))[0]!.id);
  const { serviceId } = (await show(child, placed.id)).items[0]!;
  const signAllIn = async () => {
    for (const one of [staff, child.owner, holding.owner]) Object.assign(one, await signInAgain(app, one));
  };
  let days = 0;
  while ((await serviceState(serviceId)).suspended_for.length === 0 && days++ < 60) {
    await app.clock.advance({ days: 1 });
    await app.sweep('billing.renew-services');
    await app.sweep('billing.collect-invoices');
    await app.settle();
  }
  expect(await serviceState(serviceId)).toMatchObject({ state: 'past_due', suspended_for: ['non_payment'] });
  await signAllIn();
  const [late, ...others] = await open(holding);
  expect(late).toMatchObject({ for: { name: 'Child' }, status: 'overdue' });
  expect(others).toEqual([]);
  expect(await above(child)).toMatchObject([{ status: 'overdue' }, { status: 'paid' }]);
  const reminded = app.ports.sent.filter((mail) => mail.to.address === child.owner.email).map((m) => m.text);
  expect(reminded.some((text) => text.includes('/invoices/'))).toBe(false);

  // The child pays for itself from now on: what is open stays the parent's, the next one is the child's.
  await staff.put(`${console_(child)}/payer`, { pays: 'itself' });
  await pay(holding, late!.id);
  expect(await serviceState(serviceId)).toMatchObject({ state: 'active', suspended_for: [] });
  await app.clock.advance({ days: 35 });
  await app.sweep('billing.renew-services');
  await app.settle();
  await signAllIn();
  expect(await open(child)).toMatchObject([{ for: null }]);
  expect(await open(holding)).toEqual([]);
  await expectSound();
});

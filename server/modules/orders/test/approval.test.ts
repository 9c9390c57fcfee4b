import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization } from '../../../test/kit/people.ts';
import { setScene } from './scene.ts';

const app = await createTestApp();
const { sell, item, order, mailsTo } = await setScene(app);
const { plans } = await sell();
const items = [item(plans[0]!.id)];

async function company() {
  const organization = await buildOrganization(app);
  const approver = await buildMember(app, organization, 'approver');
  const buyer = await buildMember(app, organization, 'technical', { limit: 1_000n });
  const see = async (client = buyer, id: string) => (await client.get(organization.at(`/orders/${id}`))).body;
  return { organization, approver, buyer, see };
}

test('an order above the limit waits, holds what it says, and is invoiced only when somebody approved it', async () => {
  const { organization, approver, buyer, see } = await company();
  const placed = (await order(organization, items, { client: buyer })).body;
  expect(placed).toMatchObject({ awaitsApproval: true, invoiceId: null });
  expect(await see(buyer, placed.id)).toMatchObject({
    status: 'awaiting_approval',
    invoice: null,
    total: placed.total,
    approval: { limit: { amount: 1_000, currency: 'IDR' }, decision: null },
    can: { pay: { no: 'awaits_approval' }, cancel: true, decide: { no: 'own_order' } },
  });
  expect(Object.keys(await mailsTo(approver, ''))).toHaveLength(1);
  expect(Object.keys(await mailsTo(organization.owner, ''))).toHaveLength(1);
  const at = organization.at(`/orders/${placed.id}`);
  expect((await buyer.post(`${at}/approve`, undefined)).status).toBe(404);
  const approved = await approver.post(`${at}/approve`, undefined);
  expect(approved.body).toMatchObject({
    status: 'pending_payment',
    total: placed.total,
    approval: { decision: 'approved' },
    can: { decide: { no: 'not_waiting' } },
  });
  expect(approved.body.invoice).not.toBeNull();
  await app.settle();
  const told = (await see(buyer, placed.id)).timeline.map(({ kind }: { kind: string }) => kind);
  expect(told.slice(0, 3)).toEqual(['placed', 'approved', 'invoice_issued']);
  expect((await approver.post(`${at}/approve`, undefined)).status).toBe(409);
  expect(Object.keys(await mailsTo(buyer, placed.number))).toContain('Order ORD is approved');
});

test('declined with a reason: nothing is held or owed, and the reason is told', async () => {
  const { organization, approver, buyer, see } = await company();
  const placed = (await order(organization, items, { client: buyer })).body;
  const at = organization.at(`/orders/${placed.id}`);
  const declined = await approver.post(`${at}/decline`, { reason: 'Next quarter, please.' });
  expect(declined.body).toMatchObject({
    status: 'canceled',
    canceledWhy: 'declined',
    cancelNote: 'Next quarter, please.',
  });
  const mails = await mailsTo(buyer, placed.number);
  expect(mails['Order ORD is declined']).toContain('Next quarter, please.');
  const { items: bought } = await see(buyer, placed.id);
  expect((await buyer.get(organization.at(`/services/${bought[0].serviceId}`))).body.state).toBe('ended');
});

test('nobody decides on their own order, nor above their own limit', async () => {
  const { organization, buyer } = await company();
  const deputy = await buildMember(app, organization, 'technical', { limit: 2_000n });
  const { owner } = organization;
  const [role] = (
    await owner.post(organization.at('/roles'), {
      name: 'Deputy',
      permissions: ['orders.place', 'orders.read', 'orders.approve'],
    })
  ).body.items;
  await owner.patch(organization.at(`/members/${deputy.id}`), 1, { role: role.id });
  const own = (await order(organization, items, { client: deputy })).body;
  expect((await deputy.post(organization.at(`/orders/${own.id}/approve`), undefined)).body.code).toBe(
    'own_order',
  );
  const other = (await order(organization, items, { client: buyer })).body;
  expect((await deputy.post(organization.at(`/orders/${other.id}/approve`), undefined)).body.code).toBe(
    'beyond_your_limit',
  );
});

test('its person may take it back; nobody deciding lets it go', async () => {
  const { organization, buyer, see } = await company();
  const first = (await order(organization, items, { client: buyer })).body;
  expect((await buyer.post(organization.at(`/orders/${first.id}/cancel`), {})).body).toMatchObject({
    status: 'canceled',
    canceledWhy: 'client',
  });
  const second = (await order(organization, items, { client: buyer })).body;
  await app.clock.advance({ days: 5 });
  await app.sweep('orders.expire-orders');
  expect((await see(organization.owner, second.id)).status).toBe('awaiting_approval');
  await app.ctx.transact((tx) =>
    tx.db.updateTable('orders.orders').set({ expires_at: tx.now }).where('id', '=', second.id).execute(),
  );
  await app.sweep('orders.expire-orders');
  expect(await see(organization.owner, second.id)).toMatchObject({
    status: 'canceled',
    canceledWhy: 'not_approved',
  });
});

test('within the limit nobody is asked; what is tried out first counts as if paid', async () => {
  const { organization } = await company();
  const rich = await buildMember(app, organization, 'technical', { limit: 100_000_000n });
  expect((await order(organization, items, { client: rich })).body.awaitsApproval).toBe(false);
  const trial = await sell({ trialDays: 14 } as never);
  const poor = await buildMember(app, organization, 'technical', { limit: 1n });
  const placed = (await order(organization, [item(trial.plans[0]!.id)], { client: poor })).body;
  expect(placed.awaitsApproval).toBe(true);
});

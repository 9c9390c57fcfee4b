import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import type { TestClient } from '../../../test/kit/client.ts';
import { buildMember, buildOrganization } from '../../../test/kit/people.ts';
import { expectSoundBooks } from '../../billing/test/world.ts';
import { rupiah } from '../../catalog/test/goods.ts';
import type { ChangePreview, ServiceChange, ServiceChanges } from '../change-contract.ts';
import { signInAgain } from '../../services/test/build.ts';
import { setScene } from './scene.ts';

const app = await createTestApp();
const { operator, sell, item, order, show, pay } = await setScene(app);
const term = { months: 6, follows: 'continues', noticeDays: 0, early: { kind: 'percent', percent: 5_000 } };
const product = await sell({
  product: { taxCategory: 'outside' },
  plan: { prices: [rupiah('monthly', 100_000)], term },
});

/** A service within its term, somebody whose limit is below what leaving costs, and somebody who may approve. */
async function bound() {
  const organization = await buildOrganization(app);
  const placed = (await order(organization, [item(product.plan)])).body;
  await pay(organization, placed.invoiceId!);
  const id = (await show(organization, placed.id)).items[0]!.serviceId;
  const at = organization.at(`/services/${id}`);
  const approver = await buildMember(app, organization, 'approver');
  const buyer = await buildMember(app, organization, 'technical', { limit: 10_000n });
  const preview = async (by: TestClient) =>
    (await by.post<ChangePreview>(`${at}/changes/preview`, { what: 'end' })).body;
  const end = async (by: TestClient) =>
    by.post<ServiceChanges>(`${at}/end`, {
      quote: (await preview(by)).quote,
      reason: 'unused',
      note: 'Done',
    });
  const look = async () =>
    (await (await signInAgain(app, organization.owner)).get<ServiceChanges>(`${at}/changes`)).body.items;
  const state = async () => (await (await signInAgain(app, organization.owner)).get(at)).body.state as string;
  return { organization, id, at, approver, buyer, preview, end, look, state };
}

const mailed = async ({ email }: { email: string }, words: string) => {
  await app.settle();
  return app.ports.sent.filter(({ to, subject }) => to.address === email && subject.includes(words));
};
const fees = async ({ id }: { id: string }) =>
  (
    await app.app.pool.query<{ total: string }>(
      `select total::text from billing.invoices where organization_id = $1 and kind = 'change'`,
      [id],
    )
  ).rows.map(({ total }) => Number(total));

test('an end above a limit waits, and ends by what the approver saw it comes to by then: once, with its reason', async () => {
  const { organization, at, approver, buyer, preview, end, look, state } = await bound();
  expect(await preview(buyer)).toMatchObject({ needsApproval: true, total: { amount: 300_000 } });
  const asked = await end(buyer);
  expect(asked.status).toBe(201);
  expect(asked.body.items[0]).toMatchObject({
    state: 'awaiting_approval',
    after: null,
    ending: { reason: 'unused', note: 'Done' },
    can: { approve: { no: 'own_order' }, cancel: true },
  });
  expect(await state()).toBe('active');
  expect(await mailed(approver, 'approve')).toHaveLength(1);
  expect(await fees(organization)).toEqual([]);

  await app.clock.advance({ days: 10 });
  const deciding = await signInAgain(app, approver);
  const one = `${at}/changes/${asked.body.items[0]!.id}`;
  const blind = await deciding.post(`${one}/approve`, undefined);
  expect(blind.body).toMatchObject({ code: 'quote_stale', facts: { quote: expect.any(String) } });
  const now = (await deciding.post<ChangePreview>(`${one}/preview`, undefined)).body;
  expect(now.needsApproval).toBe(false);
  expect(now.total.amount).toBeLessThan(300_000);
  const approved = await deciding.post<ServiceChanges>(`${one}/approve`, { quote: now.quote });
  expect(approved.body.items[0]).toMatchObject({ state: 'done', total: now.total, credit: now.credit });
  await app.settle();
  expect(await fees(organization)).toEqual([now.total.amount]);
  expect((await (await signInAgain(app, organization.owner)).get(at)).body).toMatchObject({
    state: 'ended',
    cancelReason: 'unused',
  });
  expect(await mailed(buyer, 'Approved')).toHaveLength(1);
  expect((await deciding.post(`${one}/approve`, { quote: now.quote })).status).toBe(409);
  expect(await look()).toHaveLength(1);
  await expectSoundBooks(app);
});

test('declined with a reason it goes on, and who asked reads why; so it does when nobody decides in time', async () => {
  const { at, approver, buyer, end, look, state, organization } = await bound();
  const { id } = (await end(buyer)).body.items[0]!;
  expect((await buyer.post(`${at}/changes/${id}/decline`, { reason: 'x' })).status).toBe(404);
  const declined = await approver.post(`${at}/changes/${id}/decline`, { reason: 'We move in May.' });
  expect(declined.body.items[0]).toMatchObject({ whyCanceled: 'declined', decisionNote: 'We move in May.' });
  expect((await mailed(buyer, 'declined'))[0]!.text).toContain('We move in May.');

  await end(buyer);
  await app.clock.advance({ days: 16 });
  await app.sweep('orders.expire-changes');
  await app.settle();
  expect((await look())[0]).toMatchObject({ state: 'canceled', whyCanceled: 'not_approved' });
  expect((await mailed(buyer, 'given up'))[0]!.text).toContain('Nobody decided');
  expect(await state()).toBe('active');
  expect(await fees(organization)).toEqual([]);
});

test('while it waits no other change begins; who may spend it ends it at once, and staff do', async () => {
  for (const byStaff of [false, true]) {
    const { organization, id, at, buyer, preview, end, look, state } = await bound();
    await end(buyer);
    expect(((await end(buyer)).body as object as { facts: object }).facts).toEqual({
      reason: 'awaits_approval',
    });
    const other = { what: 'change', ...item(product.plan), quantity: 2 };
    const change = (await organization.owner.post(`${at}/changes/preview`, other)).body;
    const made = await organization.owner.post(`${at}/changes`, { quote: change.quote });
    expect(made.body.facts).toEqual({ reason: 'awaits_approval' });
    if (byStaff) {
      const desk = `/api/console/services/${id}`;
      const { quote } = (await operator.post(`${desk}/changes/preview`, { what: 'end' })).body;
      expect((await operator.post(`${desk}/end`, { quote, reason: 'staff' })).status).toBe(201);
    } else {
      expect(await preview(organization.owner)).toMatchObject({ needsApproval: false });
      expect((await end(organization.owner)).status).toBe(201);
    }
    await app.settle();
    expect(await state()).toBe('ended');
    const states = (await look()).map(({ state, whyCanceled }: ServiceChange) => [state, whyCanceled]);
    expect(states).toEqual([
      ['done', null],
      ['canceled', 'service_ended'],
    ]);
    expect(await fees(organization)).toHaveLength(1);
  }
});

test('an end within the limit of who approves alone; of another organization nobody sees anything', async () => {
  const { organization, at, buyer, end } = await bound();
  const deputy = await buildMember(app, organization, 'technical', { limit: 20_000n });
  const { owner } = organization;
  const permissions = ['orders.read', 'orders.approve', 'services.service.read'];
  const roles = await owner.post(organization.at('/roles'), { name: 'Deputy', permissions });
  await owner.patch(organization.at(`/members/${deputy.id}`), 1, { role: roles.body.items[0].id });
  const one = `${at}/changes/${(await end(buyer)).body.items[0]!.id}`;
  const shown = (await deputy.post<ChangePreview>(`${one}/preview`, undefined)).body;
  expect(shown.needsApproval).toBe(true);
  expect((await deputy.post(`${one}/approve`, { quote: shown.quote })).body.code).toBe('beyond_your_limit');
  const stranger = await buildOrganization(app);
  expect((await stranger.owner.post(`${one}/preview`, undefined)).status).toBe(404);
  expect((await stranger.owner.post(`${one}/approve`, { quote: shown.quote })).status).toBe(404);
});

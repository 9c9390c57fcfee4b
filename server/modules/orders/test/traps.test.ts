import { expect, test } from 'vitest';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { expectSoundBooks } from '../../billing/test/world.ts';
import { planOf, rupiah } from '../../catalog/test/goods.ts';
import { suspendService } from '../../services/index.ts';
import { signInAgain } from '../../services/test/build.ts';
import type { ChangePreview } from '../change-contract.ts';
import { setScene } from './scene.ts';

// What went wrong elsewhere, once each: the names are those of the reports.

const app = await createTestApp(new Date('2026-01-31T02:00:00Z'));
const { operator, sell, item, order, pay } = await setScene(app);
const both = (text: string) => ({ id: text, en: text });
const product = await sell({
  product: { provisioner: 'sandbox', configuration: {} },
  plan: { configuration: {}, prices: [rupiah('monthly', 310_000)] },
});
const grown = await operator.post(`/api/console/catalog/products/${product.id}/plans`, {
  ...planOf({ name: both('Large'), position: 2, configuration: {} }),
  prices: [rupiah('monthly', 620_000)],
});
const large: string = grown.body.plans[1].id;
const upgrade = { what: 'change', plan: large, cycle: 'monthly', quantity: 1, options: {}, addons: [] };

async function client() {
  const organization = await buildOrganization(app);
  const placed = (await order(organization, [item(product.plan)])).body;
  await pay(organization, placed.invoiceId!);
  const { items } = (await organization.owner.get(organization.at('/services'))).body;
  const id = items[0].id as Id<'service'>;
  const at = (path = '') => organization.at(`/services/${id}${path}`);
  return { organization, id, at, see: async () => (await organization.owner.get(at())).body };
}

async function pass(days: number, { owner }: TestOrganization): Promise<void> {
  await app.clock.advance({ days });
  owner.cookie = (await signInAgain(app, owner)).cookie;
}

async function invoices(of: TestOrganization, kind: string) {
  const { items } = (await of.owner.get(of.at('/invoices?limit=200'))).body;
  const found = items as { id: string; kind: string; status: string; total: { amount: number } }[];
  return found.filter((one) => one.kind === kind);
}

test('FOSSBilling#3106, #2693, #2887: the run, however often and at once, renews a period once, and paying it twice pays it once', async () => {
  const { organization, see } = await client();
  await pass(20, organization);
  await Promise.all([app.sweep('billing.renew-services'), app.sweep('billing.renew-services')]);
  await app.sweep('billing.renew-services');
  const [renewal, ...more] = await invoices(organization, 'renewal');
  expect(more).toEqual([]);
  await pay(organization, renewal!.id);
  const { paidThrough } = await see();
  await expect(pay(organization, renewal!.id, 310_000n)).resolves.toBeUndefined();
  await app.sweep('billing.renew-services');
  expect((await see()).paidThrough).toBe(paidThrough);
  expect(await invoices(organization, 'renewal')).toHaveLength(1);
  await expectSoundBooks(app);
});

test('FOSSBilling#3371, UCRM#38: an upgrade is billed for the rest of the period, and no renewal is at the old price', async () => {
  const { organization, at, see } = await client();
  await pass(16, organization);
  const shown = (await organization.owner.post<ChangePreview>(at('/changes/preview'), upgrade)).body;
  await organization.owner.post(at('/changes'), { quote: shown.quote });
  // The day of the renewal comes while the change waits for its payment: the run leaves it alone.
  await pass(1, organization);
  await app.sweep('billing.renew-services');
  expect(await invoices(organization, 'renewal')).toEqual([]);
  const [change] = await invoices(organization, 'change');
  expect(change!.total.amount).toBe(shown.total.amount);
  await pay(organization, change!.id);
  await app.sweep('billing.renew-services');
  const [renewal] = await invoices(organization, 'renewal');
  expect(renewal!.total).toEqual(shown.next!.total);
  expect(await see()).toMatchObject({ price: { amount: 620_000 } });
});

test('lago-api#183, PR#5522, killbill#139: days are those of the client’s zone, on both sides of the date line and at month ends', async () => {
  const zones = { 'Pacific/Kiritimati': 14, 'Asia/Jakarta': 7, 'America/Los_Angeles': -8 };
  for (const [zone, hours] of Object.entries(zones)) {
    const { organization, id, at } = await client();
    await app.app.pool.query(
      `update services.services set time_zone = $2, anchor_on = '2027-01-31', period_from = '2027-01-31', period_to = '2027-02-28',
        paid_through = '2027-02-28', next_invoice_on = '2027-02-14' where id = $1`,
      [id, zone],
    );
    // An hour after the 14th has begun there: 14 of 28 days are left.
    const begins = Date.parse('2027-02-14T01:00:00Z') - hours * 3_600_000;
    const preview = await atInstant(begins, async () => {
      organization.owner.cookie = (await signInAgain(app, organization.owner)).cookie;
      return (await organization.owner.post<ChangePreview>(at('/changes/preview'), upgrade)).body;
    });
    expect(
      preview.lines.map(({ share }) => share),
      zone,
    ).toEqual([
      { part: 14, whole: 28, unit: 'day' },
      { part: 14, whole: 28, unit: 'day' },
    ]);
    expect(preview, zone).toMatchObject({
      effectiveOn: '2027-02-14',
      total: { amount: 155_000 },
      next: { from: '2027-02-28' },
    });
  }
});

test('UCRM#139: months on hold are left out when it runs again, or invoiced, as the product says', async () => {
  const months = async () => {
    const { organization, id, see } = await client();
    await pass(20, organization);
    await app.sweep('billing.renew-services');
    const [late] = await invoices(organization, 'renewal');
    await app.ctx.transact((tx) =>
      suspendService(tx, { organization: organization.id, service: id, reason: 'non_payment' }),
    );
    await pass(120, organization);
    await app.sweep('billing.renew-services');
    expect(await invoices(organization, 'renewal')).toHaveLength(1);
    await pay(organization, late!.id);
    for (let run = 0; run < 6; run++) await app.sweep('billing.renew-services');
    return { service: await see(), after: (await invoices(organization, 'renewal')).length - 1 };
  };
  const skipped = await months();
  expect(skipped.after).toBe(1);
  const today = app.clock.now().toISOString().slice(0, 10);
  expect(skipped.service).toMatchObject({ suspendedFor: [], period: { from: today } });
  const { body } = await operator.get(`/api/console/catalog/products/${product.id}`);
  await operator.patch(`/api/console/catalog/products/${product.id}`, body.version, {
    changes: { ...body.changes, onHold: 'bill' },
  });
  expect((await months()).after).toBeGreaterThanOrEqual(3);
});

/** The clock only moves forward, so the instants are asked for in their order. */
async function atInstant<T>(instant: number, work: () => Promise<T>): Promise<T> {
  const seconds = (instant - app.clock.now().getTime()) / 1000;
  expect(seconds).toBeGreaterThan(0);
  await app.clock.advance({ seconds });
  return work();
}

import { expect, test } from 'vitest';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import type { TestOrganization } from '../../../test/kit/people.ts';
import { expectSoundBooks } from '../../billing/test/world.ts';
import { planOf, rupiah } from '../../catalog/test/goods.ts';
import type { ChangePreview } from '../../orders/change-contract.ts';
import type { PlacedOrder, Quote } from '../../orders/contract.ts';
import { setScene } from '../../orders/test/scene.ts';
import { signInAgain } from '../../services/test/build.ts';
import { setCounter } from './scene.ts';

// From the last day of a long month on: periods end on the last day of shorter ones.
const app = await createTestApp(new Date('2026-01-31T02:00:00Z'));
const { operator, sell, item, pay } = await setScene(app);
const { offer } = await setCounter(app);
const both = (text: string) => ({ id: text, en: text });
const product = await sell({
  product: { provisioner: 'sandbox', configuration: {}, taxCategory: 'outside' },
  plan: { configuration: {}, prices: [rupiah('monthly', 100_000), rupiah('annual', 1_000_000)] },
});
const grown = await operator.post(`/api/console/catalog/products/${product.id}/plans`, {
  ...planOf({ name: both('Large'), position: 2, configuration: {} }),
  prices: [rupiah('monthly', 300_000), rupiah('annual', 3_000_000)],
});
const large: string = grown.body.plans[1].id;
const change = (plan: string, cycle = 'monthly') => ({
  what: 'change',
  plan,
  cycle,
  quantity: 1,
  options: {},
  addons: [],
});

async function begin(promotionCode: string | null, plan = product.plan) {
  const organization = await buildOrganization(app);
  const items = [item(plan)];
  const quoted = await organization.owner.post<Quote>(organization.at('/orders/quote'), {
    items,
    promotionCode,
  });
  const placed = await organization.owner.post<PlacedOrder>(organization.at('/orders'), {
    items,
    promotionCode,
    expectedTotal: quoted.body.total.amount,
    termsVersion: quoted.body.terms,
  });
  if (placed.body.invoiceId) await pay(organization, placed.body.invoiceId);
  const { items: services } = (await organization.owner.get(organization.at('/services'))).body;
  const id = services[0].id as Id<'service'>;
  return {
    organization,
    id,
    quoted: quoted.body,
    at: (path = '') => organization.at(`/services/${id}${path}`),
  };
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

/** Runs and pays renewals for some months; what each came to. */
async function renew(of: TestOrganization, times: number): Promise<number[]> {
  const seen: number[] = [];
  for (let nth = 0; nth < times; nth++) {
    await pass(30, of);
    await app.sweep('billing.renew-services');
    const open = (await invoices(of, 'renewal')).filter(({ status }) => status !== 'paid');
    for (const { id, total } of open) {
      seen.push(total.amount);
      await pay(of, id);
    }
  }
  return seen;
}

test('a story: three periods at a fifth off, then the full price, as the quote and the next invoice said', async () => {
  await offer({ code: 'THREE', percent: 2_000, periods: 3 });
  const { organization, quoted, at } = await begin('THREE');
  expect(quoted.total.amount).toBe(80_000);
  expect(quoted.later[0]).toMatchObject({
    total: { amount: 80_000 },
    from: '2026-02-28',
    afterwards: [{ total: { amount: 100_000 }, from: '2026-04-30' }],
  });
  const next = (await organization.owner.get(at('/next-invoice'))).body.next;
  expect(next).toMatchObject({
    total: { amount: 80_000 },
    parts: [{ price: { amount: 100_000 } }],
    discounts: [{ names: { en: 'Opening discount' }, percent: 2_000, amount: { amount: 20_000 } }],
  });
  const upcoming = (await organization.owner.get(organization.at('/upcoming-renewals'))).body.items;
  expect(upcoming[0]).toMatchObject({ amount: { amount: 80_000 } });
  expect(await renew(organization, 4)).toEqual([80_000, 80_000, 100_000, 100_000]);
  await expectSoundBooks(app);
});

test('an upgrade settles what was really paid, the discount goes along, and change and back come to nothing', async () => {
  await offer({ code: 'ALWAYS', percent: 5_000 });
  const { organization, at } = await begin('ALWAYS');
  const preview = (plan: string) =>
    organization.owner.post<ChangePreview>(at('/changes/preview'), change(plan));
  const shown = (await preview(large)).body;
  const paid = shown.lines.find(({ rule }) => rule === 'unused_time')!;
  expect(paid.price.amount).toBe(-50_000);
  expect(shown.lines.find(({ rule }) => rule === 'rest_of_period')!.price.amount).toBe(150_000);
  expect(shown.total.amount).toBe(100_000);
  expect(shown.next!.total.amount).toBe(150_000);
  await organization.owner.post(at('/changes'), { quote: shown.quote });
  const [invoice] = await invoices(organization, 'change');
  expect(invoice!.total).toEqual(shown.total);
  await pay(organization, invoice!.id);
  const back = (await preview(product.plan)).body;
  expect(back.when === 'period_end' ? 0 : back.credit.amount).toBe(back.when === 'period_end' ? 0 : 100_000);
  expect(await renew(organization, 1)).toEqual([150_000]);
});

test('it ends where it was not meant to go: another plan or a longer cycle pays its price', async () => {
  await offer({ code: 'SMALL', percent: 5_000, plans: [product.plan] });
  await offer({ code: 'SHORT', percent: 9_000, periods: 3 });
  const { organization, at } = await begin('SMALL');
  const up = (await organization.owner.post<ChangePreview>(at('/changes/preview'), change(large))).body;
  expect(up.total.amount).toBe(250_000);
  const short = await begin('SHORT');
  const year = (
    await short.organization.owner.post<ChangePreview>(
      short.at('/changes/preview'),
      change(product.plan, 'annual'),
    )
  ).body;
  expect(year.total.amount).toBe(1_000_000 - 10_000);
});

test('ended before time, only what was paid comes back', async () => {
  await offer({ code: 'LEAVE', percent: 4_000 });
  const { organization, at } = await begin('LEAVE');
  const end = (await organization.owner.post<ChangePreview>(at('/changes/preview'), { what: 'end' })).body;
  expect(end.credit.amount).toBe(60_000);
});

test('a trial is free anyway: the promised periods are those that are paid', async () => {
  const tried = await sell({
    product: { provisioner: 'sandbox', configuration: {}, trialDays: 14, taxCategory: 'outside' },
    plan: { configuration: {}, prices: [rupiah('monthly', 100_000)] },
  });
  await offer({ code: 'TRY', percent: null, amounts: { IDR: 30_000 }, periods: 1 });
  const { organization, quoted } = await begin('TRY', tried.plan);
  expect(quoted).toMatchObject({ total: { amount: 0 }, code: { no: null } });
  expect(quoted.later[0]).toMatchObject({
    total: { amount: 70_000 },
    afterwards: [{ total: { amount: 100_000 } }],
  });
  expect(await renew(organization, 2)).toEqual([70_000, 100_000]);
});

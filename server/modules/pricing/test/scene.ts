import { expect } from 'vitest';
import type { TestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestOrganization, TestPerson } from '../../../test/kit/people.ts';
import { rupiah } from '../../catalog/test/goods.ts';
import { setScene as setOrders } from '../../orders/test/scene.ts';
import { signInAgain } from '../../services/test/build.ts';
import type { PriceCampaign, PricePreview } from '../contract.ts';
import { pricing } from '../module.ts';

const base = '/api/console/pricing';

/** Ten percent more for all services of a plan, from December on. */
export const campaignOf = (plan: string, over: object = {}) => ({
  name: 'New prices 2027',
  selection: { plans: [plan], currency: 'IDR', cycle: null, soldBefore: null, countries: [], excluded: [] },
  rule: { kind: 'percent', hundredths: 1000, rounding: { to: 1000, how: 'nearest' } },
  effectiveOn: '2026-12-01',
  noticeDays: 20,
  optOut: 'cancel',
  keepUntil: null,
  texts: {
    id: 'Untuk {client}: harga kami berubah mulai {date}.',
    en: 'For {client}: our prices change from {date}.',
  },
  ...over,
});

/** What the tests of campaigns do again and again. */
export async function setScene(app: TestApp) {
  const orders = await setOrders(app);
  const finance = await buildStaff(app, 'finance');
  const product = await orders.sell({ plan: { maximum: 100, prices: [rupiah('monthly', 100_000)] } });

  /** The clock stands at nine in the morning in Jakarta of a day, and everybody named is signed in anew. */
  async function on(date: string, ...people: TestPerson[]): Promise<void> {
    const to = new Date(`${date}T02:00:00Z`).getTime();
    await app.clock.advance({ seconds: (to - app.clock.now().getTime()) / 1000 });
    for (const person of [finance, ...people]) person.cookie = (await signInAgain(app, person)).cookie;
  }

  /** A client whose service has run since today, paid. */
  async function client(over: object = {}, plan = product.plan) {
    const organization = await buildOrganization(app);
    const placed = await orders.order(organization, [orders.item(plan, over)]);
    await orders.pay(organization, placed.body.invoiceId!);
    const { items } = (await organization.owner.get(organization.at('/services'))).body;
    const service: string = items[0].id;
    const at = (path = '') => organization.at(`/services/${service}${path}`);
    return {
      organization,
      service,
      at,
      see: async (path = '') => (await organization.owner.get(at(path))).body,
    };
  }

  const body = (over: object = {}) => campaignOf(product.plan, over);
  const act = (campaign: string, path: string, sent: object = {}) =>
    finance.post<PriceCampaign>(`${base}/campaigns/${campaign}/${path}`, sent);
  const show = async (campaign: string) =>
    (await finance.get<PriceCampaign>(`${base}/campaigns/${campaign}`)).body;
  const moves = async (campaign: string) =>
    (await finance.get(`${base}/campaigns/${campaign}/services`)).body.items;

  async function draft(over: object = {}): Promise<string> {
    const drafted = await finance.post<PriceCampaign>(`${base}/campaigns`, body(over));
    expect(drafted.status).toBe(201);
    return drafted.body.id;
  }
  const preview = async (campaign: string) =>
    (await finance.get<PricePreview>(`${base}/campaigns/${campaign}/preview`)).body;
  async function approve(campaign: string) {
    const { digest } = await preview(campaign);
    return act(campaign, 'approve', { digest });
  }

  /** Notices go out, arrive, and are noted as arrived. */
  async function announce(over: object = {}): Promise<string> {
    const campaign = await draft(over);
    expect((await approve(campaign)).status).toBe(200);
    await app.settle();
    await app.sweep('pricing.follow-notices');
    await app.settle();
    return campaign;
  }

  /** Hours go by: what has to renew does, and prices begin. */
  async function run(): Promise<void> {
    await app.sweep('billing.renew-services');
    await app.sweep('services.find-prices-to-begin');
    await app.settle();
  }

  /** The lines of renewals of a client, the earliest first. */
  async function renewals(of: TestOrganization) {
    const { items } = (await of.owner.get(of.at('/invoices'))).body;
    const whole = await Promise.all(
      items
        .filter(({ kind }: { kind: string }) => kind === 'renewal')
        .map(async ({ id }: { id: string }) => (await of.owner.get(of.at(`/invoices/${id}`))).body),
    );
    return whole.toReversed().map(({ id, total, lines }) => ({
      id: id as string,
      total: total.amount as number,
      from: lines[0].period.from as string,
      why: lines[0].why,
    }));
  }

  async function expectSound(): Promise<void> {
    for (const { violations } of pricing.invariants!)
      expect(await app.ctx.read((db) => violations(db, 10))).toEqual([]);
  }

  return {
    ...orders,
    finance,
    product,
    on,
    client,
    body,
    act,
    show,
    moves,
    draft,
    preview,
    approve,
    announce,
    run,
    renewals,
    expectSound,
    base,
  };
}

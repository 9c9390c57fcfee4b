import { expect, test } from 'vitest';
import type { Id } from '../../kernel/values/ids.ts';
import { expectSoundBooks } from '../../modules/billing/test/world.ts';
import { planOf, rupiah } from '../../modules/catalog/test/goods.ts';
import type { ChangePreview } from '../../modules/orders/change-contract.ts';
import { setScene } from '../../modules/orders/test/scene.ts';
import type { PausePreview } from '../../modules/pauses/contract.ts';
import { services } from '../../modules/services/module.ts';
import { signInAgain } from '../../modules/services/test/build.ts';
import { createTestApp } from '../kit/app.ts';
import { buildMember, buildOrganization } from '../kit/people.ts';
import type { TestOrganization } from '../kit/people.ts';

// What a client renews on a day stands on one invoice, and each service on it goes its own way all the same.

const app = await createTestApp(new Date('2027-01-01T02:00:00Z'));
const { operator, sell, item, order, show, pay } = await setScene(app);
const base = '/api/console/catalog';
const product = await sell({
  product: { taxCategory: 'outside', provisioner: 'none' },
  plan: { prices: [rupiah('monthly', 100_000)] },
});
const grown = await operator.post(`${base}/products/${product.id}/plans`, {
  ...planOf({ name: { id: 'Besar', en: 'Large' }, position: 2 }),
  prices: [rupiah('monthly', 300_000)],
});
const large: string = grown.body.plans[1].id;
await operator.patch(`${base}/products/${product.id}`, grown.body.version, {
  pauses: { who: 'clients', begins: 'now', longestDays: null, perYear: null, unused: 'extend' },
});

/** A client with so many services that began on the first of January, paid for that month. */
async function begin(count: number) {
  const client = await buildOrganization(app);
  const placed = (
    await order(
      client,
      Array.from({ length: count }, () => item(product.plan)),
    )
  ).body;
  await pay(client, placed.invoiceId!);
  const of = (await show(client, placed.id)).items.map(({ serviceId }) => serviceId);
  const at = (nth: number, path = '') => client.at(`/services/${of[nth]}${path}`);
  const see = async (nth: number) => (await client.owner.get(at(nth))).body;
  return { client, of, at, see };
}

interface Row {
  id: Id<'invoice'>;
  status: string;
  total: bigint;
  paid: bigint;
  services: string[];
}
async function renewals({ id }: TestOrganization): Promise<Row[]> {
  const { rows } = await app.app.pool.query<Row>(
    `select i.id, i.status, i.total, i.paid, array_agg(l.service_id::text order by l.position) as services
     from billing.invoices i join billing.invoice_lines l on l.organization_id = i.organization_id and l.invoice_id = i.id
     where i.organization_id = $1 and i.kind = 'renewal' group by i.organization_id, i.id order by i.id`,
    [id],
  );
  return rows;
}

/** The clock stands on a day at nine in the morning in Jakarta, and that morning's work is done. */
async function on(day: string, ...clients: TestOrganization[]): Promise<void> {
  const to = Date.parse(`${day}T02:00:00Z`);
  await app.clock.advance({ seconds: (to - app.clock.now().getTime()) / 1000 });
  for (const sweep of [
    'services.find-canceled-services',
    'billing.renew-services',
    'billing.collect-invoices',
  ])
    await app.sweep(sweep);
  await app.settle();
  for (const { owner } of clients) owner.cookie = (await signInAgain(app, owner)).cookie;
}

async function expectSound(): Promise<void> {
  await expectSoundBooks(app);
  for (const { name, violations } of services.invariants!)
    expect(await app.ctx.read((db) => violations(db, 5)), name).toEqual([]);
  expect(app.failures).toEqual([]);
}

const three = await begin(3);
const changing = await begin(2);
const pausing = await begin(2);
const byHand = await begin(3);
const apart = await begin(2);
const apartOnce = await begin(3);

test('what is due together is one invoice and one mail; what is paid in another way, or wanted apart, is not', async () => {
  await byHand.client.owner.post(byHand.client.at('/automatic-payment'), {
    isOn: false,
    service: byHand.of[1],
  });
  const profile = (await apart.client.owner.get(apart.client.at('/tax-profile'))).body;
  const { kind, legal, reference, version } = profile;
  const wish = { kind, legal, reference, apart: true };
  const { status, body } = await apart.client.owner.put(apart.client.at('/tax-profile'), wish, { version });
  expect([status, body.apart]).toEqual([200, true]);
  await app.settle();
  app.ports.sent.length = 0;
  await on('2027-01-20', three.client);

  expect(await renewals(three.client)).toMatchObject([{ total: 300_000n, services: three.of }]);
  const mails = app.ports.sent.filter(({ to }) => to.address === three.client.owner.email);
  expect(mails).toHaveLength(1);
  expect(mails[0]!.text).toMatch(/(and 2 more|dan 2 lainnya)/);
  expect((await renewals(byHand.client)).map((one) => one.services)).toEqual([
    [byHand.of[0], byHand.of[2]],
    [byHand.of[1]],
  ]);
  expect((await renewals(apart.client)).map((one) => one.services)).toEqual(apart.of.map((one) => [one]));
  const page = (await three.client.owner.get(three.client.at(`/services/${three.of[0]}/next-invoice`))).body;
  expect(page.next).toMatchObject({ together: 2 });
  await expectSound();
});

test('one that ends before its time begins comes off the invoice; the others stay on it, are held for it and paid by it', async () => {
  const { client, of, at, see } = three;
  const cancel = { when: 'period_end', reason: 'unused' };
  expect((await client.owner.post(at(1, '/cancel'), cancel)).status).toBe(200);
  await app.settle();
  const [invoice] = await renewals(client);
  expect(invoice).toMatchObject({ status: 'due', total: 300_000n, paid: 100_000n });
  expect((await see(1)).state).toBe('cancel_scheduled');

  // Kept after all, it is billed for that time by itself.
  expect((await client.owner.post(at(1, '/keep'))).status).toBe(200);
  await on('2027-01-21', client);
  expect((await renewals(client)).slice(1)).toMatchObject([{ total: 100_000n, services: [of[1]] }]);
  expect((await client.owner.post(at(1, '/cancel'), cancel)).status).toBe(200);
  await app.settle();
  expect((await renewals(client))[1]).toMatchObject({ status: 'void' });

  for (let day = 1; day <= 20; day++) await on(`2027-02-${String(day).padStart(2, '0')}`, client);
  const held = async () =>
    Promise.all(of.map(async (_, nth) => [(await see(nth)).state, (await see(nth)).suspendedFor]));
  expect(await held()).toEqual([
    ['past_due', ['non_payment']],
    ['ended', []],
    ['past_due', ['non_payment']],
  ]);
  await pay(client, invoice!.id);
  expect((await held()).map(([state]) => state)).toEqual(['active', 'ended', 'active']);
  expect((await see(0)).paidThrough).not.toBe('2027-02-01');
  await expectSound();
});

test('some of it is billed apart where the client wants to pay it alone; nobody else can, and not what is overdue or paid in part', async () => {
  const { client, of } = apartOnce;
  await on('2027-02-20', client, three.client);
  const open = async () => (await renewals(client)).filter(({ status }) => status === 'due');
  await pay(client, (await renewals(client))[0]!.id);
  await on('2027-02-21', client, three.client);
  const [whole] = await open();
  expect(whole).toMatchObject({ total: 300_000n, paid: 0n });
  const path = `/invoices/${whole!.id}/apart`;
  const split = (services: string[]) => client.owner.post(client.at(path), { services });
  expect((await three.client.owner.post(client.at(path), { services: [of[0]] })).status).toBe(404);
  expect((await three.client.owner.post(three.client.at(path), { services: [of[0]] })).status).toBe(404);
  const viewer = await buildMember(app, client, 'viewer');
  expect((await viewer.post(client.at(path), { services: [of[0]] })).status).toBe(404);
  expect((await split([three.of[0]!])).status).toBe(404);
  await app.app.pool.query('update organizations.organizations set parent_id = $2 where id = $1', [
    three.client.id,
    client.id,
  ]);
  const below = await buildMember(app, three.client, 'owner');
  expect((await below.post(client.at(path), { services: [of[0]] })).status).toBe(404);
  expect((await below.post(three.client.at(path), { services: [of[0]] })).status).toBe(404);
  expect((await split(of)).body.code).toBe('not_apart');
  expect((await split([])).status).toBe(400);

  const tried = await Promise.all([split([of[1]!]), split([of[1]!])]);
  const [done, late] = tried.map(({ status }) => status).toSorted((one, other) => one - other);
  expect(done).toBe(200);
  expect([404, 409]).toContain(late);
  await app.settle();
  expect(await open()).toMatchObject([
    { id: whole!.id, total: 300_000n, paid: 100_000n },
    { total: 100_000n, paid: 0n, services: [of[1]] },
  ]);
  await pay(client, (await open())[1]!.id);
  await on('2027-03-15', client);
  const states = await Promise.all(
    of.map(async (_, nth) => (await client.owner.get(apartOnce.at(nth))).body.state),
  );
  expect(states).toEqual(['past_due', 'active', 'past_due']);
  expect((await split([of[0]!])).body.code).toBe('not_apart');
  await expectSound();
});

test('one that is changed comes off the invoice and is billed anew, and the other is left as it was', async () => {
  const { client, of, at, see } = changing;
  await on('2027-02-20', client);
  const [first] = await renewals(client);
  await pay(client, first!.id);
  await on('2027-02-22', client);
  const [, second] = await renewals(client);
  expect(second).toMatchObject({ status: 'due', total: 200_000n });
  const asked = { what: 'change', plan: large, cycle: 'monthly', quantity: 1, options: {}, addons: [] };
  const shown = (await client.owner.post<ChangePreview>(at(0, '/changes/preview'), asked)).body;
  expect((await client.owner.post(at(0, '/changes'), { quote: shown.quote })).status).toBe(201);
  await app.settle();
  const open = await renewals(client);
  expect(open[1]).toMatchObject({ status: 'due', paid: 100_000n });
  const { body } = await client.owner.get(client.at('/invoices'));
  const change = body.items.find((one: { kind: string }) => one.kind === 'change');
  await pay(client, change.id);
  await on('2027-02-23', client);
  expect(await see(0)).toMatchObject({ price: { amount: 300_000 } });
  expect((await renewals(client)).slice(2)).toMatchObject([{ total: 300_000n, services: [of[0]] }]);
  await pay(client, second!.id);
  expect((await see(1)).paidThrough).toBe('2027-04-01');
  expect((await see(0)).paidThrough).toBe('2027-03-01');
  await pay(client, (await renewals(client))[2]!.id);
  expect((await see(0)).paidThrough).toBe('2027-04-01');
  await expectSound();
});

test('one that is paused and goes on the same day is asked for that time again, once', async () => {
  const { client, of, at } = pausing;
  const [first] = await renewals(client);
  await pay(client, first!.id);
  await on('2027-02-24', client);
  const [, second] = await renewals(client);
  expect(second).toMatchObject({ total: 200_000n, paid: 0n });
  const shown = (await client.owner.post<PausePreview>(at(0, '/pauses/preview'), { resumeOn: null })).body;
  expect((await client.owner.post(at(0, '/pauses'), { quote: shown.quote })).status).toBe(200);
  await app.settle();
  expect((await renewals(client))[1]).toMatchObject({ status: 'due', paid: 100_000n });
  expect((await client.owner.post(at(0, '/pauses/end'))).status).toBe(200);
  await on('2027-02-25', client);
  expect((await renewals(client)).slice(2)).toMatchObject([
    { status: 'due', total: 100_000n, services: [of[0]] },
  ]);
  await expectSound();
});

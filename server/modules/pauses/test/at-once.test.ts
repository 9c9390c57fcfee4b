import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import { addDays, date } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { renewServices } from '../../billing/commands/renew-services.ts';
import { expectSoundBooks, keepApart } from '../../billing/test/world.ts';
import { rupiah } from '../../catalog/test/goods.ts';
import { setScene } from '../../orders/test/scene.ts';
import { beginPause } from '../../services/index.ts';
import { services } from '../../services/module.ts';
import { resumeWhenDue } from '../commands/resume.ts';
import type { PausePreview } from '../contract.ts';

// Nine in the morning in Jakarta.
const app = await createTestApp(new Date('2027-01-01T02:00:00Z'));
const { operator, sell, item, order, show, payable, pay } = await setScene(app);

/** Services at Rp310.000 a month of one client, begun today, whose product says so of pauses. */
async function begin(count: number, pauses: object) {
  const client = await buildOrganization(app);
  await keepApart(app, client);
  const product = await sell({
    product: { taxCategory: 'outside', provisioner: 'none' },
    plan: { prices: [rupiah('monthly', 310_000)] },
  });
  const at = `/api/console/catalog/products/${product.id}`;
  const { version } = (await operator.get(at)).body;
  const free = { who: 'clients', begins: 'now', longestDays: null, perYear: null, ...pauses };
  await operator.patch(at, version, { pauses: free });
  const items = Array.from({ length: count }, () => item(product.plan));
  const placed = (await order(client, items)).body;
  await pay(client, placed.invoiceId!);
  return (await show(client, placed.id)).items.map(({ serviceId }) => {
    const key = { organization: client.id, service: serviceId as Id<'service'> };
    const path = client.at(`/services/${serviceId}`);
    const post = (act: string, body?: object) => client.owner.post(`${path}/pauses${act}`, body);
    const preview = async () =>
      (await client.owner.post<PausePreview>(`${path}/pauses/preview`, { resumeOn: null })).body;
    return { client, key, post, preview, see: async () => (await client.owner.get(path)).body };
  });
}
type One = Awaited<ReturnType<typeof begin>>[number];

async function on(day: string): Promise<void> {
  const to = Date.parse(`${day}T02:00:00Z`);
  await app.clock.advance({ seconds: (to - app.clock.now().getTime()) / 1000 });
}

/** Renewals of a service, the earliest first. */
async function renewals({ key }: One) {
  const { rows } = await app.app.pool.query<{ id: Id<'invoice'>; status: string; from: string; to: string }>(
    `select i.id, i.status, l.period_from as from, l.period_to as to
     from billing.invoices i join billing.invoice_lines l on l.organization_id = i.organization_id and l.invoice_id = i.id
     where l.service_id = $1 and i.kind = 'renewal' order by i.issued_at, i.id`,
    [key.service],
  );
  return rows;
}
const standing = async (one: One) => (await renewals(one)).filter(({ status }) => status !== 'void');
const daysOf = async (one: One) => (await standing(one)).map(({ from, to }) => [from, to]);

/** The billing run, by so many connections. */
const runs = (count: number) =>
  Array.from({ length: count }, () => app.ctx.transact((tx) => renewServices(tx, { limit: 2 })));

async function credited(of: readonly One[]): Promise<number[]> {
  const { rows } = await app.app.pool.query<{ service: string; total: string }>(
    `select l.service_id as service, sum(c.net + c.tax)::text as total from billing.credit_note_lines c
     join billing.invoice_lines l on l.organization_id = c.organization_id and l.invoice_id = c.invoice_id and l.position = c.position
     group by 1`,
  );
  return of.map(({ key }) => Number(rows.find(({ service }) => service === key.service)?.total ?? 0));
}

async function expectSound() {
  await expectSoundBooks(app);
  for (const { name, violations } of services.invariants!)
    expect(await app.ctx.read((db) => violations(db, 5)), name).toEqual([]);
  expect(app.failures).toEqual([]);
}

test('paused, run, resumed, withdrawn and paid at the very same time: nothing is billed while paused, nothing twice', async () => {
  const kept = await begin(8, { unused: 'extend' });
  const back = await begin(8, { unused: 'credit' });
  const passing = await begin(8, { unused: 'none' });
  const planned = await begin(6, { unused: 'extend', begins: 'period_end' });
  const all = [...kept, ...back, ...passing];

  // On the day the next period is due: first the one, then the other, and the rest at once.
  await on('2027-01-20');
  for (const one of planned) await one.post('', { quote: (await one.preview()).quote });
  const quotes = await Promise.all(all.map((one) => one.preview()));
  expect((await all[0]!.post('', { quote: quotes[0]!.quote })).status).toBe(200);
  await Promise.all(runs(1));
  const [tried] = await Promise.all([
    Promise.all(all.slice(1).map((one, nth) => one.post('', { quote: quotes[nth + 1]!.quote }))),
    ...runs(8),
  ]);
  await app.settle();
  await app.sweep('billing.renew-services');
  const done = [200, ...tried.map(({ status }) => status)];
  for (const [nth, one] of all.entries()) {
    if (done[nth] !== 200) expect(tried[nth - 1]!.body).toMatchObject({ facts: { why: 'service_changed' } });
    expect(await renewals(one)).toHaveLength(done[nth] === 200 ? 0 : 1);
  }
  for (const one of planned) expect(await renewals(one)).toEqual([]);
  expect(done.filter((status) => status !== 200).length).toBeGreaterThan(0);

  // Those that were invoiced first are paid and paused at once: either it is paid, or taken back, and never lost.
  const late = all.filter((_, nth) => done[nth] !== 200);
  const again = await Promise.all(late.map((one) => one.preview()));
  const invoices = await Promise.all(late.map(async (one) => (await standing(one))[0]!.id));
  expect((await payable(late[0]!.client, invoices[0]!))?.balance).toBe(310_000n);
  const outcomes = await Promise.all(
    late.flatMap((one, nth) => [
      one.post('', { quote: again[nth]!.quote }),
      pay(one.client, invoices[nth]!).catch(() => null),
    ]),
  );
  await app.settle();
  for (const [nth, one] of late.entries()) {
    const paused = (outcomes[nth * 2] as { status: number }).status === 200;
    const { state, paidThrough } = await one.see();
    const { status } = (await renewals(one))[0]!;
    // What credit of those paused before had paid in part is taken back by a credit note.
    if (paused) expect([state, status === 'due']).toEqual(['paused', false]);
    else expect([state, status, paidThrough]).toEqual(['active', 'paid', '2027-03-01']);
  }

  // Everything is paused now; each gave back what it showed, once.
  for (const one of late) {
    const { state } = await one.see();
    if (state === 'active')
      expect((await one.post('', { quote: (await one.preview()).quote })).status).toBe(200);
  }
  await app.settle();
  const whole = Math.round((310_000 * 12) / 31);
  const sums = await credited(back);
  for (const sum of sums) expect([whole, whole + 310_000]).toContain(sum);
  expect(await credited([...kept, ...passing])).toEqual(Array.from({ length: 16 }, () => 0));

  // A pause that was planned begins, is taken back and is run over at once.
  await on('2027-02-01');
  await Promise.all([
    ...planned.map(({ key }) => app.ctx.transact((tx) => beginPause(tx, key))),
    ...planned.map((one) => one.post('/withdraw')),
    ...runs(4),
  ]);
  await app.settle();
  await app.sweep('billing.renew-services');
  for (const one of planned) {
    const { state } = await one.see();
    expect(await daysOf(one)).toEqual(state === 'paused' ? [] : [['2027-02-01', '2027-03-01']]);
  }

  // All go on at once, by two people and by the clock, while the run works.
  await on('2027-03-20');
  const before = await credited(all);
  for (const { key } of all)
    await app.app.pool.query(`update services.services set resume_on = '2027-03-20' where id = $1`, [
      key.service,
    ]);
  await Promise.all([
    ...all.map((one) => one.post('/end')),
    ...all.map(({ key }) => app.ctx.transact((tx) => resumeWhenDue(tx, key))),
    ...runs(8),
  ]);
  await app.settle();
  await app.sweep('billing.renew-services');
  for (const one of all) {
    const { state, pause, period } = await one.see();
    expect([state, pause]).toEqual(['active', null]);
    const own = (await standing(one)).filter(({ from }) => from >= '2027-03-20');
    const { rows } = await app.app.pool.query<{ kept: number; ended: number }>(
      `select max(kept_days) as kept, count(ended_at)::integer as ended from services.pauses where service_id = $1`,
      [one.key.service],
    );
    // What stood still goes on first; what is invoiced begins where that ends, and once.
    expect(rows[0]!.ended).toBe(1);
    expect(own.length).toBeLessThanOrEqual(1);
    if (own[0])
      expect(own[0]).toMatchObject({ from: addDays(date('2027-03-20'), rows[0]!.kept), to: period.to });
  }
  expect(await credited(all)).toEqual(before);
  await expectSound();
});

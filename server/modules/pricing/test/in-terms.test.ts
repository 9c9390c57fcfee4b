import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { rupiah } from '../../catalog/test/goods.ts';
import { expectSoundBooks } from '../../billing/test/world.ts';
import { setScene } from './scene.ts';

// 1 November 2026. A term promises its price until its end.
const app = await createTestApp(new Date('2026-11-01T02:00:00Z'));
const scene = await setScene(app);
const { on, client, draft, preview, announce, run, renewals, pay, expectSound, sell, campaign } = {
  ...scene,
  campaign: scene.body,
};
const term = { months: 3, follows: 'continues', noticeDays: 10, early: { kind: 'percent', percent: 5_000 } };
const planAt = async (over: object) =>
  (
    await sell({
      product: { taxCategory: 'outside' },
      plan: { prices: [rupiah('monthly', 100_000)], term: { ...term, ...over } },
    })
  ).plan;
const of = (plan: string, over: object = {}) => ({
  selection: { ...campaign().selection, plans: [plan] },
  ...over,
});

type Client = Awaited<ReturnType<typeof client>>;

/** It becomes a day, with its hourly sweeps, and what is invoiced is paid. */
async function pass(day: string, clients: readonly Client[]): Promise<void> {
  await on(day, ...clients.map(({ organization }) => organization.owner));
  await run();
  await app.sweep('services.find-ended-terms');
  await app.settle();
  for (const { organization } of clients) {
    const { rows } = await app.app.pool.query<{ id: string }>(
      `select id from billing.invoices where organization_id = $1 and settlement = 'unpaid'`,
      [organization.id],
    );
    for (const { id } of rows) await pay(organization, id);
  }
}

/** Days go by. */
async function live(until: string, ...clients: Client[]): Promise<void> {
  const end = Date.parse(`${until}T02:00:00Z`);
  while (app.clock.now().getTime() < end) {
    const next = new Date(Math.min(app.clock.now().getTime() + 7 * 86_400_000, end));
    await pass(next.toISOString().slice(0, 10), clients);
  }
}

const prices = async (one: Client) =>
  (await renewals(one.organization)).map(({ from, total }) => `${from} ${total}`);

test('an announced price begins after the term, whoever is told when; who runs without one pays it before', async () => {
  const [plan, free] = [await planAt({}), await planAt({ months: 1, follows: 'continues' })];
  const [bound, unbound] = [await client({}, plan), await client({}, free)];
  const shown = await preview(await draft(of(plan, { effectiveOn: '2026-12-01' })));
  // Three months from 1 November: not before February.
  expect(shown.items).toMatchObject([
    { on: '2027-02-01', before: { amount: 100_000 }, after: { amount: 110_000 } },
  ]);
  await announce(of(plan, { effectiveOn: '2026-12-01' }));
  await announce(of(free, { effectiveOn: '2026-12-01' }));
  expect((await bound.see()).coming).toMatchObject({ on: '2027-02-01', price: { amount: 110_000 } });
  expect((await unbound.see()).coming).toMatchObject({ on: '2026-12-01' });
  await live('2027-02-20', bound, unbound);
  expect((await prices(bound)).slice(0, 3)).toEqual([
    '2026-12-01 100000',
    '2027-01-01 100000',
    '2027-02-01 110000',
  ]);
  expect((await prices(unbound)).slice(0, 2)).toEqual(['2026-12-01 110000', '2027-01-01 110000']);
  await expectSound();
  await expectSoundBooks(app);
});

test('a renewed term is at it and promises it anew; notice that is longer than what is left moves a whole term', async () => {
  await on('2027-03-01');
  const plan = await planAt({ follows: 'renews' });
  const one = await client({}, plan);
  await announce(of(plan, { effectiveOn: '2027-04-01' }));
  expect((await one.see()).coming).toMatchObject({ on: '2027-06-01' });
  await live('2027-05-20', one);
  // The last period before was invoiced at the promised price; it renews at the new one.
  await live('2027-06-10', one);
  expect((await prices(one)).slice(-1)).toEqual(['2027-06-01 110000']);
  const renewed = await one.see();
  expect(renewed).toMatchObject({ price: { amount: 110_000 }, term: { endsOn: '2027-09-01' } });
  const again = await preview(await draft(of(plan, { effectiveOn: '2027-07-01' })));
  expect(again.items).toMatchObject([{ on: '2027-09-01', before: { amount: 110_000 } }]);
  await expectSound();
});

test('who does not agree leaves with the term for nothing; what ends with its term is left alone', async () => {
  await on('2027-07-01');
  const [plan, ending] = [await planAt({ follows: 'renews' }), await planAt({ follows: 'ends' })];
  const [one, ends] = [await client({}, plan), await client({}, ending)];
  await announce(of(plan, { effectiveOn: '2027-08-01' }));
  expect((await one.see()).coming).toMatchObject({ on: '2027-10-01' });
  await on('2027-09-10', one.organization.owner, ends.organization.owner);
  const left = await one.organization.owner.post(one.at('/cancel'), {
    when: 'term_end',
    reason: 'too_expensive',
  });
  expect(left.body).toMatchObject({ term: { leaves: true, endsOn: '2027-10-01' } });
  await live('2027-10-10', one, ends);
  expect(await one.see()).toMatchObject({ state: 'ended' });
  expect((await prices(one)).some((each) => each.endsWith('110000'))).toBe(false);
  const shown = await preview(await draft(of(ending, { effectiveOn: '2027-10-01' })));
  expect(shown.items).toEqual([]);
  await expectSound();
  await expectSoundBooks(app);
});

test('who may keep the old price until a day gets no more within the term than that promises, and after it until that day', async () => {
  await on('2027-11-01');
  const [plan, renewing] = [await planAt({}), await planAt({ follows: 'renews' })];
  const [short, long, renews] = [await client({}, plan), await client({}, plan), await client({}, renewing)];
  const keeping = (of: Client, over: object) => ({
    selection: { ...campaign().selection, plans: of === renews ? [renewing] : [plan] },
    effectiveOn: '2027-12-01',
    optOut: 'keep',
    ...over,
  });
  const others = (...mine: Client[]) => mine.map(({ service }) => service);
  const asked = (of: Client, keepUntil: string, excluded: string[]) => {
    const body = keeping(of, { keepUntil });
    return announce({ ...body, selection: { ...body.selection, excluded } });
  };
  await asked(short, '2028-01-15', others(long));
  await asked(long, '2028-03-15', others(short));
  await asked(renews, '2028-03-15', []);
  // The term promises its price until February: there is nothing to keep until January.
  expect((await short.see('/coming-price')).coming).toMatchObject({
    on: '2028-02-01',
    keepUntil: '2028-01-15',
    can: { keep: { no: 'kept_by_term' } },
  });
  const keep = (of: Client) => of.organization.owner.post(of.at('/coming-price/keep'), {});
  expect((await keep(short)).body).toMatchObject({
    code: 'wrong_state',
    facts: { reason: 'kept_by_term' },
  });
  for (const one of [long, renews]) {
    expect((await one.see('/coming-price')).coming).toMatchObject({ on: '2028-02-01', can: { keep: true } });
    expect((await keep(one)).status).toBe(200);
    expect((await one.see()).coming).toMatchObject({ on: '2028-04-01' });
  }
  for (const day of ['2027-11-27', '2027-12-28', '2028-01-28', '2028-02-02', '2028-02-27', '2028-03-28'])
    await pass(day, [short, long, renews]);
  const dearer = async (of: Client) => (await prices(of)).filter((each) => each.endsWith('110000'))[0];
  expect(await dearer(short)).toBe('2028-02-01 110000');
  expect(await dearer(long)).toBe('2028-04-01 110000');
  // A term that was renewed meanwhile is at the price its client agreed to keep until that day, and at the new one from then on.
  expect(await dearer(renews)).toBe('2028-04-01 110000');
  await expectSound();
  await expectSoundBooks(app);
});

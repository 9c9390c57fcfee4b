import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildStaff } from '../../../test/kit/people.ts';
import { rupiah } from '../../catalog/test/goods.ts';
import { expectSoundBooks } from '../../billing/test/world.ts';
import { setScene } from './scene.ts';

const app = await createTestApp(new Date('2026-11-01T02:00:00Z'));
const scene = await setScene(app);
const { operator, finance, product, on, client, act, show, moves, draft, preview, approve, announce } = scene;
const { run, renewals, pay, expectSound, base, sell, body } = scene;

const subjects = ({ email }: { email: string }) =>
  app.ports.sent.filter((mail) => mail.to.address === email).map(({ subject }) => subject);
const [anna, budi, citra, dewi] = [
  await client({ quantity: 3 }),
  await client(),
  await client(),
  await client(),
];

test('a preview: who, from what to what, what it comes to, and whom it leaves alone', async () => {
  const campaign = await draft({ selection: { ...body().selection, excluded: [dewi.service] } });
  const shown = await preview(campaign);
  expect(shown).toMatchObject({
    sums: [
      { currency: 'IDR', services: 3, clients: 3, before: { amount: 500_000 }, after: { amount: 550_000 } },
    ],
    left: [{ why: 'excluded', services: 1 }],
  });
  expect(shown.items.find(({ serviceId }) => serviceId === anna.service)).toMatchObject({
    before: { amount: 300_000 },
    after: { amount: 330_000 },
    on: '2026-12-01',
  });
  const file = await finance.get(`${base}/campaigns/${campaign}/file`);
  expect(file.text.split('\r\n').filter((line: string) => line.includes(',3,monthly,'))).toEqual([
    expect.stringContaining(',3,monthly,300000,330000,IDR,2026-12-01,'),
  ]);
  const later = await draft({ selection: { ...body().selection, soldBefore: '2026-11-01' } });
  expect((await preview(later)).sums).toEqual([]);
  expect(await act(later, 'approve', { digest: 'x' })).toMatchObject({ body: { code: 'nobody_affected' } });
  expect(await act(campaign, 'approve', { digest: 'x' })).toMatchObject({ body: { code: 'not_as_shown' } });
  expect((await show(campaign)).state).toBe('draft');
});

test('announced, delivered, billed: one notice, the price from the first period after the time of notice, and that exactly', async () => {
  const countries = { ...body().selection, excluded: [dewi.service, citra.service, budi.service] };
  const campaign = await draft({ selection: countries });
  await approve(campaign);
  await app.settle();
  expect(await show(campaign)).toMatchObject({ state: 'announced', moves: { told: 1 } });
  // It is on its way: nothing has changed yet for the service.
  expect(await anna.see()).toMatchObject({ coming: null });
  await app.sweep('pricing.follow-notices');
  await app.sweep('pricing.follow-notices');
  await app.settle();
  expect(await show(campaign)).toMatchObject({ moves: { agreed: 1 } });
  expect(subjects(anna.organization.owner).filter((subject) => subject.includes('1 December'))).toHaveLength(
    1,
  );
  expect(await anna.see()).toMatchObject({
    price: { amount: 300_000 },
    coming: { on: '2026-12-01', price: { amount: 330_000 } },
    nextPrice: { amount: 330_000 },
  });
  expect((await anna.see('/coming-price')).coming).toMatchObject({
    on: '2026-12-01',
    before: { amount: 300_000 },
    after: { amount: 330_000 },
    can: { keep: { no: 'not_offered' } },
  });
  expect((await anna.see('/next-invoice')).next).toMatchObject({
    total: { amount: 330_000 },
    repriced: true,
  });

  await on('2026-11-25', anna.organization.owner);
  await run();
  await run();
  const [renewal, ...more] = await renewals(anna.organization);
  expect([renewal, more]).toMatchObject([{ total: 330_000, from: '2026-12-01' }, []]);
  expect((await anna.see()).price.amount).toBe(300_000);
  await pay(anna.organization, renewal!.id);
  await on('2026-12-02', anna.organization.owner);
  await run();
  expect(await anna.see()).toMatchObject({ price: { amount: 330_000 }, coming: null, priceVersion: null });
  expect(await show(campaign)).toMatchObject({ moves: { applied: 1 } });
  expect((await anna.see()).timeline.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(['pricing.price-told', 'services.price-announced', 'services.price-began']),
  );
  await expectSound();
  await expectSoundBooks(app);
});

test('a mail that comes back: the old price stays until staff decide, and a late notice moves the day', async () => {
  await on('2026-12-03', budi.organization.owner);
  const excluded = [anna.service, citra.service, dewi.service];
  const campaign = await draft({ selection: { ...body().selection, excluded }, effectiveOn: '2027-01-01' });
  await approve(campaign);
  await app.settle();
  await app.app.pool.query(
    `update notifications.mails set state = 'failed', attempts = 5, sent_at = null where kind = 'pricing.price-announced' and recipient = $1`,
    [budi.organization.owner.email],
  );
  await app.sweep('pricing.follow-notices');
  await app.settle();
  const [move] = await moves(campaign);
  expect(move).toMatchObject({ state: 'undelivered', why: 'failed', can: { resend: true, leave: true } });
  expect(await budi.see()).toMatchObject({ coming: null });
  await on('2026-12-20', budi.organization.owner);
  // By hand now is too late for 1 January: twenty days of notice were promised.
  expect((await act(campaign, `services/${move.id}/deliver`)).body.moves).toMatchObject({ undelivered: 1 });
  expect((await act(campaign, `services/${move.id}/resend`)).status).toBe(200);
  await app.settle();
  await app.sweep('pricing.follow-notices');
  await app.settle();
  expect((await moves(campaign))[0]).toMatchObject({ state: 'agreed', on: '2027-02-01' });
  expect(await act(campaign, `services/${move.id}/leave`)).toMatchObject({ status: 409 });
  await expectSound();
});

test('paused and withdrawn: no further notice, the old price again, and a word about it', async () => {
  await on('2027-01-02', citra.organization.owner, dewi.organization.owner);
  const excluded = [anna.service, budi.service];
  const campaign = await draft({ selection: { ...body().selection, excluded }, effectiveOn: '2027-03-01' });
  await approve(campaign);
  expect((await act(campaign, 'pause')).status).toBe(200);
  await app.settle();
  expect(await show(campaign)).toMatchObject({ state: 'paused', moves: { waiting: 2, told: 0 } });
  expect((await act(campaign, 'pause')).status).toBe(409);
  await act(campaign, 'resume');
  await app.settle();
  await app.sweep('pricing.follow-notices');
  await app.settle();
  expect(await show(campaign)).toMatchObject({ state: 'announced', moves: { agreed: 2 } });
  expect((await citra.see()).coming).toMatchObject({ on: '2027-03-01' });
  expect((await act(campaign, 'withdraw')).status).toBe(200);
  await app.settle();
  expect(await show(campaign)).toMatchObject({ state: 'withdrawn', moves: { withdrawn: 2 } });
  expect((await citra.see()).coming).toBeNull();
  expect(
    subjects(citra.organization.owner).filter((one) => one === 'Your price stays as it is'),
  ).toHaveLength(1);
  expect((await act(campaign, 'withdraw')).status).toBe(409);
  await expectSound();
});

test('the old price for longer, once, where it is offered; and leaving at the end of what is paid costs nothing more', async () => {
  const plan = (await sell({ plan: { prices: [rupiah('monthly', 100_000)] } })).plan;
  const selection = { ...body().selection, plans: [plan] };
  const [eka, fajar] = [await client({}, plan), await client({}, plan)];
  await announce({ selection, effectiveOn: '2027-02-01', optOut: 'keep', keepUntil: '2027-04-15' });
  expect((await eka.see('/coming-price')).coming).toMatchObject({
    keepUntil: '2027-04-15',
    can: { keep: true },
  });
  const viewer = await buildMember(app, eka.organization, 'viewer');
  expect((await viewer.post(eka.at('/coming-price/keep'), {})).status).toBe(404);
  expect((await fajar.organization.owner.post(eka.at('/coming-price/keep'), {})).status).toBe(404);
  const kept = await eka.organization.owner.post(
    eka.at('/coming-price/keep'),
    {},
    { key: 'keep-the-old-price' },
  );
  expect(kept.body.coming).toMatchObject({ on: '2027-05-02', kept: true });
  const again = await eka.organization.owner.post(
    eka.at('/coming-price/keep'),
    {},
    { key: 'keep-the-old-price' },
  );
  expect(again.body).toEqual(kept.body);
  const twice = await eka.organization.owner.post(eka.at('/coming-price/keep'), {});
  expect(twice).toMatchObject({ status: 409 });
  expect(await eka.see()).toMatchObject({ coming: { on: '2027-05-02' }, nextPrice: { amount: 100_000 } });
  const leaving = { when: 'period_end', reason: 'too_expensive' };
  expect((await fajar.organization.owner.post(fajar.at('/cancel'), leaving)).body.state).toBe(
    'cancel_scheduled',
  );
  await on('2027-02-03', fajar.organization.owner);
  await app.sweep('services.find-canceled-services');
  await run();
  expect(await renewals(fajar.organization)).toEqual([]);
  await expectSound();
});

test('who changes what runs bought anew, so what was announced is over; a version of the catalog is named on the line', async () => {
  const sold = await sell({ plan: { maximum: 10, prices: [rupiah('monthly', 100_000)] } });
  const gita = await client({}, sold.plan);
  const hana = await client({}, sold.plan);
  const planned = { ...rupiah('monthly', 125_000), from: '2027-02-20' };
  await operator.post(`/api/console/catalog/plans/${sold.plan}/prices`, planned);
  const selection = { ...body().selection, plans: [sold.plan] };
  const campaign = await announce({ selection, rule: { kind: 'version' }, effectiveOn: '2027-02-20' });
  const versions = (await finance.get(`${base}/plans/${sold.plan}`)).body.versions;
  expect(versions).toMatchObject([
    { version: 2, state: 'planned', services: 0, recurring: 125_000 },
    { version: 1, state: 'current', services: 2 },
  ]);
  const change = { what: 'change', plan: sold.plan, cycle: 'monthly', quantity: 2, options: {}, addons: [] };
  const { quote } = (await hana.organization.owner.post(hana.at('/changes/preview'), change)).body;
  await hana.organization.owner.post(hana.at('/changes'), { quote });
  await app.settle();
  const due = (await hana.organization.owner.get(hana.organization.at('/invoices'))).body.items[0];
  await pay(hana.organization, due.id);
  expect(await hana.see()).toMatchObject({ coming: null, price: { amount: 200_000 }, priceVersion: 1 });
  expect(await show(campaign)).toMatchObject({ moves: { skipped: 1, agreed: 1 } });
  await on('2027-02-26', gita.organization.owner);
  await run();
  expect(await renewals(gita.organization)).toMatchObject([
    { total: 125_000, from: '2027-03-03', why: { price: { from: 'agreed', version: '2' } } },
  ]);
  await expectSound();
  await expectSoundBooks(app);
});

test('rights: operations prepare, finance approve, support only look; nobody else', async () => {
  const [supporter, stranger] = [await buildStaff(app, 'support'), anna.organization.owner];
  operator.cookie = (await buildStaff(app, 'operations')).cookie;
  const drafted = await operator.post(`${base}/campaigns`, body());
  const at = `${base}/campaigns/${drafted.body.id}`;
  expect(drafted.status).toBe(201);
  expect((await operator.post(`${at}/approve`, { digest: 'x' })).status).toBe(404);
  expect((await supporter.post(`${base}/campaigns`, body())).status).toBe(404);
  expect((await supporter.get(at)).status).toBe(200);
  await on('2027-02-27', stranger);
  expect((await stranger.get(at)).status).toBe(404);
  expect((await app.stranger.get(at)).status).toBe(401);
  const wrong = await finance.patch(at, drafted.body.version + 1, body());
  expect(wrong.status).toBe(412);
  const texts = { id: 'Halo {orang}', en: 'Hello' };
  for (const over of [{ texts }, { keepUntil: '2027-01-01' }, { optOut: 'keep' }, { noticeDays: -1 }])
    expect((await finance.post(`${base}/campaigns`, body(over))).status).toBe(400);
  expect(product.plan).toBeTypeOf('string');
});

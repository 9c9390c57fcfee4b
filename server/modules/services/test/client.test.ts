import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, type TestPerson } from '../../../test/kit/people.ts';
import { suspendService } from '../index.ts';
import { buildActiveService, buildService, signInAgain } from './build.ts';

const app = await createTestApp(new Date('2026-03-02T02:00:00Z'));

test('a member finds their services, filters and searches them, and no one else does', async () => {
  const ours = await buildOrganization(app);
  const theirs = await buildOrganization(app);
  const waiting = await buildService(app, ours, { names: { id: 'Domain .id', en: '.id domain' } });
  const running = await buildActiveService(app, ours);
  await buildActiveService(app, theirs);

  const all = await ours.owner.get(ours.at('/services'));
  expect(all.body.items.map((item: { id: string }) => item.id)).toEqual([running, waiting]);
  expect(all.body.items[0]).toMatchObject({
    state: 'active',
    technicalState: 'none',
    price: { amount: 150_000, currency: 'IDR' },
    paidThrough: '2026-04-02',
    nextInvoiceOn: '2026-03-19',
  });
  const found = await ours.owner.get(ours.at('/services?q=DOMAIN'));
  expect(found.body.items).toHaveLength(1);
  const active = await ours.owner.get(ours.at('/services?status=active'));
  expect(active.body.items.map((item: { id: string }) => item.id)).toEqual([running]);
  expect((await ours.owner.get(ours.at('/services?q=50%25'))).body.items).toEqual([]);

  const first = await ours.owner.get(ours.at('/services?limit=1'));
  const second = await ours.owner.get(ours.at(`/services?limit=1&after=${first.body.next}`));
  expect(second.body).toMatchObject({ items: [{ id: waiting }], next: null });

  for (const path of ['/services', `/services/${running}`, '/services-summary']) {
    expect((await app.stranger.get(ours.at(path))).status).toBe(401);
    expect((await theirs.owner.get(ours.at(path))).status).toBe(404);
  }
  expect((await theirs.owner.get(theirs.at(`/services/${running}`))).status).toBe(404);
  expect((await theirs.owner.post(theirs.at(`/services/${running}/suspend`))).status).toBe(404);
});

test('the technical manager runs services, a member looks, finance does not even look', async () => {
  const ours = await buildOrganization(app);
  const service = await buildActiveService(app, ours);
  const [technical, finance, colleague] = await Promise.all(
    (['technical', 'finance', 'member'] as const).map((role) => buildMember(app, ours, role)),
  );
  expect((await finance!.get(ours.at('/services'))).status).toBe(404);
  expect((await finance!.get(ours.at(`/services/${service}`))).status).toBe(404);

  const seen = await colleague!.get(ours.at(`/services/${service}`));
  expect(seen.body.can).toMatchObject({ suspend: { no: 'your_role' }, cancelNow: { no: 'your_role' } });
  expect((await colleague!.post(ours.at(`/services/${service}/suspend`))).status).toBe(404);

  const held = await technical!.post(ours.at(`/services/${service}/suspend`));
  expect(held).toMatchObject({ status: 200, body: { state: 'active', suspendedFor: ['customer'] } });
  expect((await technical!.post(ours.at(`/services/${service}/suspend`))).body.facts).toEqual({
    reason: 'already_suspended',
  });
  const resumed = await technical!.post(ours.at(`/services/${service}/resume`));
  expect(resumed.body).toMatchObject({
    suspendedFor: [],
    can: { suspend: true, resume: { no: 'not_suspended' } },
  });
  const { timeline } = (await technical!.get(ours.at(`/services/${service}`))).body;
  expect(timeline.map((item: { name: string }) => item.name)).toEqual([
    'services.service-resumed',
    'services.service-suspended',
    'services.service-activated',
    'services.service-ordered',
  ]);
});

test('what the staff hold the client does not lift', async () => {
  const ours = await buildOrganization(app);
  const service = await buildActiveService(app, ours);
  await app.ctx.transact((tx) => suspendService(tx, { organization: ours.id, service, reason: 'abuse' }));
  const seen = await ours.owner.get(ours.at(`/services/${service}`));
  expect(seen.body.can.resume).toEqual({ no: 'ask_support' });
  const refused = await ours.owner.post(ours.at(`/services/${service}/resume`));
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'wrong_state', facts: { reason: 'ask_support' } },
  });
});

test('a service is renamed by who saw its latest version', async () => {
  const ours = await buildOrganization(app);
  const service = await buildActiveService(app, ours);
  const at = ours.at(`/services/${service}`);
  const { version } = (await ours.owner.get(at)).body;
  expect((await ours.owner.patch(at, version, { label: '  Toko kami ' })).body.label).toBe('Toko kami');
  expect((await ours.owner.patch(at, version, { label: 'Lain' })).status).toBe(412);
  expect((await ours.owner.patch(at, version + 1, { label: 'a\nb' })).status).toBe(400);
});

test('canceling at the end of what is paid can be taken back until it happens', async () => {
  const ours = await buildOrganization(app);
  const service = await buildActiveService(app, ours);
  const at = (path: string) => ours.at(`/services/${service}${path}`);
  const leaving = { when: 'period_end', reason: 'too_expensive', note: 'Harganya naik.' };

  const canceled = await ours.owner.post(at('/cancel'), leaving);
  expect(canceled.body).toMatchObject({
    state: 'cancel_scheduled',
    cancelOn: '2026-04-02',
    nextInvoiceOn: null,
    can: { keep: true, cancelNow: true, cancelAtPeriodEnd: { no: 'cancel_scheduled' } },
  });
  expect((await ours.owner.post(at('/cancel'), leaving)).status).toBe(409);
  const kept = await ours.owner.post(at('/keep'));
  expect(kept.body).toMatchObject({ state: 'active', cancelOn: null, nextInvoiceOn: '2026-03-19' });

  await ours.owner.post(at('/cancel'), leaving);
  await app.sweep('services.find-canceled-services');
  expect((await ours.owner.get(at(''))).body.state).toBe('cancel_scheduled');
  await app.clock.advance({ days: 31 });
  await app.sweep('services.find-canceled-services');
  const owner = await signInAgain(app, ours.owner);
  expect((await owner.get(at(''))).body).toMatchObject({ state: 'ended', cancelReason: 'too_expensive' });
  expect((await owner.post(at('/keep'))).body.facts).toEqual({ reason: 'ended' });
});

test('canceling at once ends it, once', async () => {
  const ours = await buildOrganization(app);
  const service = await buildActiveService(app, ours);
  const leaving = { when: 'now', reason: 'unused' };
  const twice = await Promise.all(
    [1, 2].map(() =>
      ours.owner.post(ours.at(`/services/${service}/cancel`), leaving, { key: 'one-key-for-both' }),
    ),
  );
  expect(twice.map((answer) => answer.status)).toEqual([200, 200]);
  const facts = await app.app.pool.query(
    `select from kernel.events where name = 'services.service-canceled' and subject_id = $1`,
    [service],
  );
  expect(facts.rowCount).toBe(1);
  const bad = await ours.owner.post(ours.at(`/services/${service}/cancel`), { when: 'later', reason: 'x' });
  expect(bad.status).toBe(400);
});

test('the summary counts what runs, waits, is held and ends soon', async () => {
  const ours = await buildOrganization(app);
  await buildService(app, ours);
  await buildActiveService(app, ours, { trialDays: 7 });
  const held = await buildActiveService(app, ours);
  await ours.owner.post(ours.at(`/services/${held}/suspend`));
  const summary = await ours.owner.get(ours.at('/services-summary'));
  expect(summary.body).toEqual({ active: 1, suspended: 1, pending: 1, endingSoon: 1 });
});

test('those who look after a service are told of its end, in the portal of their organization', async () => {
  const ours = await buildOrganization(app);
  const technical = await buildMember(app, ours, 'technical');
  const finance = await buildMember(app, ours, 'finance');
  const service = await buildActiveService(app, ours);
  await ours.owner.post(ours.at(`/services/${service}/cancel`), { when: 'period_end', reason: 'other' });
  await app.settle();
  const told = async (person: TestPerson) =>
    (await person.get('/api/me/notices')).body.items.filter(
      (notice: { kind: string }) => notice.kind === 'services.cancel-scheduled',
    );
  expect(await told(technical)).toMatchObject([
    { subject: 'VPS · Small will end on 2 May 2026', link: { path: `/o/${ours.slug}/services/${service}` } },
  ]);
  expect(await told(ours.owner)).toHaveLength(1);
  expect(await told(finance)).toEqual([]);
  expect(app.failures).toEqual([]);
});

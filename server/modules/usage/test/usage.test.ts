import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { endService } from '../../services/index.ts';
import { invariants } from '../invariants.ts';
import { findWindows } from '../queries/windows.ts';
import { seats, setMeters, traffic } from './scene.ts';

const app = await createTestApp(new Date('2026-11-01T02:00:00Z'));
const { operator, meters, sell, begin, eventOf, report } = await setMeters(app);
const storage = { meter: 'storage', model: 'standard', each: '100', included: '0', minimum: 0 };
const disk = { ...storage, meter: 'disk' };
const plan = await sell([traffic, seats, storage, disk]);
const client = await buildOrganization(app);
const { service } = await begin(client, plan);
const events = '/api/console/usage/events';
const setting = '/api/console/settings/usage.rules';
const administrator = await buildStaff(app, 'administrator');
const reasons = async (...asked: object[]) => (await report(...asked)).refused.map(({ reason }) => reason);

async function used(of: string, until = '2026-12-01') {
  const asked = [{ organization: client.id, service: of as never, until: until as never }];
  const [window] = await app.ctx.read((db) => findWindows(db, asked));
  return Object.fromEntries(
    window!.charges.map(({ meter }) => {
      const { id: _, ...counted } = { id: 0, ...window!.measured[meter.id] };
      return [meter.code, counted];
    }),
  );
}

test('a meter has a code of its own, keeps how it counts, and is only priced while it is in use', async () => {
  const body = {
    code: 'calls',
    name: { id: 'Panggilan', en: 'Calls' },
    unit: { id: 'kali', en: 'calls' },
    aggregation: 'sum',
    decimals: 0,
    rounding: 'nearest',
  };
  const added = await operator.post(meters, body);
  expect(added).toMatchObject({ status: 201 });
  expect(await operator.post(meters, body)).toMatchObject({
    status: 409,
    body: { code: 'meter_code_taken' },
  });
  const find = (answer: typeof added) =>
    answer.body.items.find(({ code }: { code: string }) => code === 'calls');
  const { id, version } = find(added);
  const renamed = await operator.patch(`${meters}/${id}`, version, {
    name: { id: 'Telepon', en: 'Phone calls' },
    archived: true,
  });
  expect(find(renamed)).toMatchObject({ name: { en: 'Phone calls' }, aggregation: 'sum', plans: 0 });
  expect((await operator.patch(`${meters}/${id}`, version, { archived: false })).status).toBe(412);
  expect((await operator.get(meters)).body.items[0]).toMatchObject({ code: 'disk', plans: 1 });
  const refused = await operator.post('/api/console/catalog/plans/x/prices', {});
  expect(refused.status).toBe(400);
  await expect(sell([{ ...seats, meter: 'calls' }])).rejects.toThrow();
  const support = await buildStaff(app, 'support');
  expect((await support.get(meters)).status).toBe(200);
  expect((await support.post(meters, body)).status).toBe(404);
});

test('an event counts once, however often and in whatever order it is sent, and by how its meter counts', async () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 2, minute)).toISOString();
  await app.clock.advance({ hours: 1 });
  const sent = [
    eventOf(service, 'traffic', '0.1', { at: at(1) }),
    eventOf(service, 'traffic', '0.2', { at: at(2) }),
    eventOf(service, 'people', '1', { key: 'ani' }),
    eventOf(service, 'people', '1', { key: 'budi' }),
    eventOf(service, 'people', '1', { key: 'ani' }),
    eventOf(service, 'storage', '7', { at: at(1) }),
    eventOf(service, 'storage', '5', { at: at(3) }),
    eventOf(service, 'disk', '3', { at: at(9) }),
    eventOf(service, 'disk', '8', { at: at(4) }),
  ];
  expect(await report(...sent.slice(0, 3), sent[0]!)).toEqual({ taken: 3, repeated: 1, refused: [] });
  expect(await report(...sent.toReversed())).toEqual({ taken: 6, repeated: 3, refused: [] });
  expect(await report(...sent)).toEqual({ taken: 0, repeated: 9, refused: [] });
  expect(await used(service)).toMatchObject({
    // One tenth and two tenths are three, as no float has it.
    traffic: { total: '0.3', events: 2 },
    people: { distinct: 2, events: 3 },
    storage: { peak: '7' },
    disk: { latest: '3' },
  });
  for (const { violations } of invariants) expect(await app.ctx.read((db) => violations(db, 9))).toEqual([]);
});

test('what cannot be taken is named with its reason, and the others are taken', async () => {
  const hours = (count: number) => ({
    at: new Date(app.clock.now().getTime() + count * 3_600_000).toISOString(),
  });
  const fine = eventOf(service, 'traffic', '5');
  const answer = await report(
    eventOf('01999999-0000-7000-8000-000000000000', 'traffic', '1'),
    eventOf(service, 'nothing', '1'),
    fine,
    eventOf(service, 'people', '1'),
    eventOf(service, 'traffic', '1', hours(0.2)),
    eventOf(service, 'traffic', '1', hours(-2)),
    { ...fine, quantity: '6' },
  );
  expect(answer).toMatchObject({ taken: 1, repeated: 0 });
  expect(answer.refused.map(({ index, reason }) => [index, reason])).toEqual([
    [0, 'unknown_service'],
    [1, 'unknown_meter'],
    [3, 'key_missing'],
    [4, 'in_future'],
    [5, 'not_begun'],
    [6, 'id_reused'],
  ]);
  const bare = await begin(client, await sell([traffic]));
  expect(await reasons(eventOf(bare.service, 'disk', '1'))).toEqual(['not_metered']);
  expect(await reasons(eventOf(service, 'traffic', '1', hours(0.05)))).toEqual([]);
  const rules = (lateDays: number, version: number) =>
    administrator.put(setting, { value: { lateDays, afterBilling: 'correct' } }, { version });
  expect((await rules(1, 0)).status).toBe(200);
  await app.clock.advance({ days: 3 });
  expect(await reasons(eventOf(service, 'traffic', '1', hours(-25)))).toEqual(['too_late']);
  await rules(14, 1);
  await app.ctx.transact((tx) => endService(tx, { ...bare, reason: 'other' }));
  await app.clock.advance({ hours: 1 });
  expect(await reasons(eventOf(bare.service, 'traffic', '1'))).toEqual(['service_ended']);
  expect(await reasons(eventOf(bare.service, 'traffic', '1', hours(-2)))).toEqual([]);
});

test('a thousand at once and not one more, and only by who may report', async () => {
  const many = Array.from({ length: 1000 }, () => eventOf(service, 'traffic', '0.001'));
  expect(await report(...many)).toMatchObject({ taken: 1000 });
  const tooMany = { events: [...many, eventOf(service, 'traffic', '1')] };
  expect((await operator.post(events, tooMany)).status).toBe(400);
  const one = { events: [eventOf(service, 'traffic', '1')] };
  for (const quantity of ['-1', '1e3', '0.1234567', '', 1])
    expect((await operator.post(events, { events: [{ ...one.events[0], quantity }] })).status).toBe(400);
  expect((await (await buildStaff(app, 'support')).post(events, one)).status).toBe(404);
  expect((await client.owner.post(events, one)).status).toBe(404);
  const key = 'the-same-request-once';
  const first = await operator.post(events, one, { key });
  expect(await operator.post(events, one, { key })).toMatchObject({ body: first.body });
});

test('a system reports with a token of its own until that is revoked', async () => {
  const sources = '/api/console/usage/sources';
  const made = await administrator.post(sources, { name: 'Storage cluster' });
  expect(made).toMatchObject({ status: 201, body: { token: expect.stringMatching(/^cau_/) } });
  const body = { events: [eventOf(service, 'traffic', '2')] };
  const send = (token: string, what: unknown = body) =>
    app.stranger.post('/api/webhooks/usage', what, { headers: { 'usage-token': token } });
  expect(await send(made.body.token)).toMatchObject({ status: 200, body: { taken: 1 } });
  expect((await send(made.body.token)).body).toMatchObject({ taken: 0, repeated: 1 });
  expect((await send(made.body.token, { events: [] })).status).toBe(400);
  const unknown = { status: 400, body: { code: 'unknown_usage_source' } };
  expect(await send(`${made.body.token}x`)).toMatchObject(unknown);
  expect(await send('')).toMatchObject(unknown);
  const [listed] = (await administrator.get(sources)).body.items;
  expect(listed).toMatchObject({ name: 'Storage cluster', usedAt: app.clock.now().toISOString() });
  expect(JSON.stringify(listed)).not.toContain(made.body.token);
  expect((await operator.get(sources)).status).toBe(404);
  await administrator.post(`${sources}/${listed.id}/revoke`);
  expect(await send(made.body.token)).toMatchObject(unknown);
});

test('a client is told once at 80 and 100 percent of what is included, or as they wish', async () => {
  const mails = () =>
    app.ports.sent.filter(({ to }) => to.address === client.owner.email).map(({ subject }) => subject);
  const { service: told } = await begin(client, plan);
  const at = client.at(`/services/${told}/usage/alerts`);
  expect((await client.owner.get(at)).body).toEqual({ percents: [80, 100], version: 0 });
  const before = mails().length;
  const use = async (quantity: string) => {
    await report(eventOf(told, 'traffic', quantity));
    await app.settle();
    return mails()
      .slice(before)
      .filter((subject) => subject.includes('%') && subject.includes('Traffic'));
  };
  expect(await use('79')).toHaveLength(0);
  expect(await use('1')).toEqual([expect.stringContaining('80%')]);
  expect(await use('5')).toHaveLength(1);
  const chosen = await client.owner.put(at, { percents: [100, 90] });
  expect(chosen).toMatchObject({ status: 200, body: { percents: [90, 100] } });
  // Both are passed at once: one message is enough.
  expect(await use('30')).toHaveLength(2);
  expect((await use('30')).at(-1)).toContain('100%');
  const stranger = await buildOrganization(app);
  expect((await stranger.owner.put(at, { percents: [] })).status).toBe(404);
  const viewer = await buildMember(app, client, 'viewer');
  expect((await viewer.put(at, { percents: [] })).status).toBe(404);
  expect((await client.owner.put(at, { percents: [42] })).status).toBe(400);
});

test('days as CSV, for those who see the service', async () => {
  const at = client.at(`/services/${service}/usage/file`);
  const { text, status } = await client.owner.get(`${at}?lang=id`);
  expect(status).toBe(200);
  const [head, ...lines] = text.split('\r\n');
  expect(head).toBe('\ufeffTanggal,Meter,Satuan,Jumlah,Kejadian');
  expect(lines).toContain('2026-11-01,Trafik,GB,6.3,4');
  expect(lines).toContain('2026-11-01,people,orang,2,3');
  const none = await client.owner.get(`${at}?from=2026-12-01&to=2026-12-31`);
  expect(none.text.trim().split('\r\n')).toHaveLength(1);
  expect((await (await buildOrganization(app)).owner.get(at)).status).toBe(404);
  expect((await operator.get(`/api/console/services/${service}/usage/file?lang=en`)).text).toContain(
    'Traffic',
  );
});

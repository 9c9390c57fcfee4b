import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { findWrongClocks } from '../queries/sla/wrong-clocks.ts';
import { factsOf, openTicket, policyOf, toldTo, wholeWeek } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const other = await buildOrganization(app, { name: 'Other' });
const agent = await buildStaff(app, 'support');
const administrator = await buildStaff(app, 'administrator');
const bookkeeper = await buildStaff(app, 'finance');

const base = '/api/console/service-levels';
const always = { name: 'Around the clock', zone: 'Asia/Jakarta', week: wholeWeek, holidays: [] };
const hour = 3_600_000;

const each = (promise: object) => ({ emergency: promise, high: promise, normal: promise, low: promise });
const policyFor = (calendarId: string, over: object = {}) => ({
  ...policyOf(calendarId, {}),
  organizations: [acme.id],
  minutes: {
    ...each({ first: 60, next: 120, resolution: 480 }),
    low: { first: null, next: null, resolution: null },
  },
  pauses: ['waiting_customer', 'waiting_third_party', 'on_hold'],
  warnPercent: 50,
  tellWarning: ['assignee'],
  tellBreach: ['administrators'],
  ...over,
});
const calendar = (await administrator.post(`${base}/calendars`, always)).body.id as string;
const made = await administrator.post(`${base}/policies`, policyFor(calendar));
const policy = made.body.id as string;

interface Shown {
  goal: string;
  state: string;
  /** Hours from now. */
  due: number;
  late: boolean;
}
const clocksOf = async (ticket: { console: string }): Promise<Shown[]> =>
  (await agent.get(ticket.console)).body.clocks.map(
    (clock: { goal: string; state: string; dueAt: string; breachedAt: string | null }) => ({
      goal: clock.goal,
      state: clock.state,
      due: (Date.parse(clock.dueAt) - app.clock.now().getTime()) / hour,
      late: clock.breachedAt !== null,
    }),
  );
const wrong = () => app.ctx.read((db) => findWrongClocks(db, 10));

test('the first answer, pauses, the next answer and the end, each in its time', async () => {
  expect(made.status).toBe(201);
  const ticket = await openTicket(acme, acme.owner);
  expect(await clocksOf(ticket)).toEqual([
    { goal: 'first', state: 'running', due: 1, late: false },
    { goal: 'resolution', state: 'running', due: 8, late: false },
  ]);
  await app.clock.advance({ minutes: 30 });
  await agent.post(`${ticket.console}/messages`, { text: 'Kami periksa.' });
  await app.clock.advance({ hours: 3 });
  await acme.owner.post(`${ticket.at}/messages`, { text: 'Ini datanya.' });
  const due = (await agent.get('/api/console/tickets?sort=due')).body.items[0];
  expect(due.id).toBe(ticket.id);
  expect(Date.parse(due.dueAt)).toBe(app.clock.now().getTime() + 2 * hour);
  // half an hour of eight has run; three were the client's
  expect(await clocksOf(ticket)).toMatchObject([
    { state: 'met' },
    { state: 'running', due: 7.5 },
    { goal: 'next', due: 2 },
  ]);
  await app.clock.advance({ minutes: 150 });
  await agent.post(`${ticket.console}/messages`, { text: 'Selesai.', status: 'resolved' });
  expect(await clocksOf(ticket)).toMatchObject([
    { goal: 'first', state: 'met', late: false },
    { goal: 'resolution', state: 'met', late: false },
    { goal: 'next', state: 'met', late: true },
  ]);
  const { promised } = (await acme.owner.get(ticket.at)).body;
  expect(promised).toHaveLength(3);
  expect(promised[0].titles).toEqual({ id: 'Emas', en: 'Gold' });
  expect(await wrong()).toEqual([]);
});

test('a policy holds for whom and what it says; another priority has its own time, or none', async () => {
  const theirs = await openTicket(other, other.owner);
  expect(await clocksOf(theirs)).toEqual([]);
  const ticket = await openTicket(acme, acme.owner, { priority: 'low' });
  expect(await clocksOf(ticket)).toEqual([]);
  await app.clock.advance({ hours: 2 });
  await agent.patch(ticket.console, 1, { priority: 'high' });
  expect(await clocksOf(ticket)).toMatchObject([
    { goal: 'first', due: 1 },
    { goal: 'resolution', due: 8 },
  ]);
  await agent.patch(ticket.console, 2, { priority: 'low' });
  expect(await clocksOf(ticket)).toEqual([]);
  expect(
    (await agent.get('/api/console/tickets?sort=due&organization=' + acme.id)).body.items.map(
      ({ id }: { id: string }) => id,
    ),
  ).not.toContain(ticket.id);
});

test('closed, merged and spam owe nothing, and what a new version says does not touch what runs', async () => {
  const target = await openTicket(acme, acme.owner);
  for (const act of [
    (one: { at: string }) => acme.owner.post(`${one.at}/close`),
    (one: { console: string }) => agent.patch(one.console, 1, { status: 'spam' }),
    (one: { console: string }) => agent.post(`${one.console}/merge`, { into: target.number }),
  ]) {
    const ticket = await openTicket(acme, acme.owner);
    expect((await act(ticket)).status).toBe(204);
    expect((await clocksOf(ticket)).map(({ state }: { state: string }) => state)).not.toContain('running');
    expect((await agent.get(ticket.console)).body).not.toMatchObject({ dueAt: expect.any(String) });
  }
  const { version } = (await agent.get(`${base}/policies`)).body.items[0];
  const change = (body: object, seen: number) =>
    administrator.put(`${base}/policies/${policy}`, policyFor(calendar, body), {
      headers: { 'if-match': `"${seen}"` },
    });
  expect((await change({ minutes: each({ first: 5, next: 5, resolution: 10 }) }, version)).status).toBe(204);
  expect((await change({}, version)).status).toBe(412);
  expect((await clocksOf(target))[0]).toMatchObject({ goal: 'first', due: 1 });
  const later = await openTicket(acme, acme.owner);
  expect((await clocksOf(later))[0]!.due).toBeCloseTo(5 / 60);
  expect((await change({ active: false }, version + 1)).status).toBe(204);
  expect(await clocksOf(later)).toEqual([]);
  expect((await change({}, version + 2)).status).toBe(204);
});

test('who the policy names is warned and told, once, and only while the desk is there', async () => {
  const day = [{ from: '08:00', to: '17:00' }];
  const office = (
    await administrator.post(`${base}/calendars`, {
      ...always,
      name: 'Office',
      week: [day, day, day, day, day, [], []],
    })
  ).body.id as string;
  const client = await buildOrganization(app, { name: 'Kantor' });
  await administrator.post(
    `${base}/policies`,
    policyFor(office, { organizations: [client.id], shown: false }),
  );
  const friday = (await agent.get(`${base}/example?calendar=${office}&first=60&resolution=480`)).body;
  expect(friday.zone).toBe('Asia/Jakarta');
  await app.clock.advance({
    minutes: Math.round((Date.parse(friday.openedAt) - app.clock.now().getTime()) / 60_000),
  });
  const [again, boss] = [await buildStaff(app, 'support'), await buildStaff(app, 'administrator')];
  const owner = await buildMember(app, client, 'owner');
  const ticket = await openTicket(client, owner);
  const { clocks } = (await again.get(ticket.console)).body;
  expect(new Date(clocks[0].dueAt).getTime()).toBe(Date.parse(friday.first));
  expect((await owner.get(ticket.at)).body.promised).toEqual([]);
  const watch = async () => {
    await app.sweep('support.watch-clocks');
    await app.settle();
    return (await factsOf(app, ticket.id)).map(({ name }) => name).filter((name) => name.includes('.sla-'));
  };
  await app.clock.advance({ hours: 8 });
  expect(await watch()).toEqual([]);
  await app.clock.advance({ hours: 55 });
  await app.clock.advance({ minutes: 35 });
  expect(await watch()).toEqual(['support.sla-warned']);
  expect((await toldTo(app, again.id)).map(({ kind }) => kind)).toContain('support.sla-nearly-over');
  await app.clock.advance({ minutes: 30 });
  expect(await watch()).toEqual(['support.sla-warned', 'support.sla-breached']);
  expect(await watch()).toHaveLength(2);
  expect((await toldTo(app, boss.id)).filter(({ kind }) => kind === 'support.sla-over')).toHaveLength(1);
  expect(app.failures).toEqual([]);
});

test('a holiday that is put in moves what is due, and never what was counted', async () => {
  const ticket = await openTicket(acme, await buildMember(app, acme, 'owner'));
  const again = await buildStaff(app, 'administrator');
  const before = await clocksFor(again, ticket);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(app.clock.now());
  const closed = { ...always, holidays: [{ on: today, name: 'Libur' }] };
  expect(
    (await again.put(`${base}/calendars/${calendar}`, closed, { headers: { 'if-match': '"1"' } })).status,
  ).toBe(204);
  const after = await clocksFor(again, ticket);
  expect(after[0]!.dueAt > before[0]!.dueAt).toBe(true);
  expect(
    (await again.put(`${base}/calendars/${calendar}`, always, { headers: { 'if-match': '"2"' } })).status,
  ).toBe(204);
  expect((await clocksFor(again, ticket))[0]!.dueAt).toBe(before[0]!.dueAt);
  expect(await wrong()).toEqual([]);
});

test('whatever happens to tickets, the clocks are those that the facts tell of', async () => {
  const owner = await buildMember(app, acme, 'owner');
  const again = await buildStaff(app, 'support');
  let seed = 20_261_122;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const states = [
    'open',
    'waiting_customer',
    'waiting_third_party',
    'on_hold',
    'resolved',
    'closed',
  ] as const;
  for (let round = 0; round < 6; round += 1) {
    const ticket = await openTicket(acme, owner);
    for (let step = 0; step < 8; step += 1) {
      await app.clock.advance({ minutes: random(200) });
      const status = states[random(states.length)];
      const act = random(4);
      if (act === 0) await owner.post(`${ticket.at}/messages`, { text: 'Halo?' });
      else if (act === 1) await again.post(`${ticket.console}/messages`, { text: 'Ya', status });
      else if (act === 2) await owner.post(`${ticket.at}/close`);
      else await again.patch(ticket.console, (await again.get(ticket.console)).body.version, { status });
    }
  }
  expect(await wrong()).toEqual([]);
  // a clock that is not what happened is found
  await app.ctx.transact((tx) =>
    sql`update support.clocks set paused = paused + 1 where (ticket_id, goal) = (
      select ticket_id, goal from support.clocks where state = 'met' and goal = 'resolution' order by started_at desc limit 1)`.execute(
      tx.db,
    ),
  );
  expect(await wrong()).toHaveLength(1);
});

test('the report: staff by policy and queue, a client only what it was promised; who may not, gets nothing', async () => {
  const again = await buildStaff(app, 'support');
  const report = (await again.get(`${base}/report`)).body.items;
  expect(
    report.some(
      ({ late, policy: of }: { late: number; policy: { id: string } }) => of.id === policy && late > 0,
    ),
  ).toBe(true);
  expect((await again.get(`${base}/report?queue=billing`)).body.items).toEqual([]);
  const file = await again.get(`${base}/report/file`);
  expect(file.headers['content-type']).toContain('text/csv');
  expect(file.text).toContain('Gold');
  const owner = await buildMember(app, acme, 'owner');
  const own = (await owner.get(acme.at('/service-levels'))).body.items;
  expect(own.length).toBeGreaterThan(0);
  expect(own[0].titles.en).toBe('Gold');
  const stranger = await buildMember(app, other, 'owner');
  expect((await stranger.get(other.at('/service-levels'))).body.items).toEqual([]);
  expect((await bookkeeper.get(`${base}/report`)).status).not.toBe(200);
});

test('holidays are read from iCalendar, and what is no calendar is refused', async () => {
  const again = await buildStaff(app, 'support');
  const year = app.clock.now().getUTCFullYear();
  const file = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${year}1225\r\nSUMMARY:Natal\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
  const read = (await again.post(`${base}/holidays`, { file })).body;
  expect(read).toEqual({ holidays: [{ on: `${year}-12-25`, name: 'Natal' }], skipped: [] });
  expect((await again.post(`${base}/holidays`, { file: 'x' })).body.code).toBe('no_calendar_file');
  expect((await again.post(`${base}/calendars`, { ...always, zone: 'Mars/Olympus' })).status).toBe(400);
  expect((await again.post(`${base}/calendars`, { ...always, week: wholeWeek.map(() => []) })).status).toBe(
    400,
  );
  expect((await again.post(`${base}/policies`, policyFor(acme.id))).body.code).toBe('unknown_calendar');
});

async function clocksFor(
  as: { get(path: string): Promise<{ body: { clocks: { dueAt: string }[] } }> },
  ticket: { console: string },
) {
  return (await as.get(ticket.console)).body.clocks;
}

test('another tier of the client turns what is open to its promises: what ran counts, and nothing kept is broken by it', async () => {
  const client = await buildOrganization(app, { name: 'Rising' });
  const tier = { titles: { id: 'Utama', en: 'Prime' }, position: 1, color: 'info' };
  const tierId = (await administrator.post('/api/console/client-tiers', tier)).body.id;
  const minutes = (first: number, resolution: number) => each({ first, next: null, resolution });
  const common = { organizations: [client.id], tellWarning: [], tellBreach: [], warnPercent: null };
  await administrator.post(
    `${base}/policies`,
    policyFor(calendar, { ...common, minutes: minutes(240, 480) }),
  );
  await administrator.post(
    `${base}/policies`,
    policyFor(calendar, { ...common, minutes: minutes(60, 360), tiers: [tierId] }),
  );
  const ticket = await openTicket(client, client.owner);
  await app.clock.advance({ hours: 2 });
  let version = 0;
  const setTier = async (to: string | null) => {
    const put = await administrator.put(
      `/api/console/clients/${client.id}/tier`,
      { tierId: to },
      { headers: { 'if-match': `"${version}"` } },
    );
    expect(put.status).toBeLessThan(300);
    version++;
    await app.settle();
  };
  await setTier(tierId);
  // Two of six hours ran; an hour to answer was over already, so there is one from now.
  const raised = await clocksOf(ticket);
  expect(raised.map(({ goal, state, due }) => `${goal} ${state} ${due}`).toSorted()).toEqual([
    'first running 1',
    'first running 2',
    'resolution running 4',
    'resolution running 6',
  ]);
  expect((await agent.get(ticket.console)).body.history.at(-1).name).toBe('support.promises-matched');
  await app.clock.advance({ minutes: 30 });
  await setTier(null);
  expect((await clocksOf(ticket)).map(({ due }) => due).toSorted((one, other) => one - other)).toEqual([
    1.5, 5.5,
  ]);
  await app.clock.advance({ minutes: 30 });
  await setTier(tierId);
  expect((await clocksOf(ticket)).some(({ late }) => late)).toBe(false);
  expect((await clocksOf(ticket)).map(({ due }) => due).toSorted((one, other) => one - other)).toEqual([
    1, 1, 3, 5,
  ]);
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { factsOf, openTicket, policyOf, toldTo, wholeWeek } from '../../support/test/world.ts';
import { follow } from '../commands/follow.ts';
import { fireRule } from '../commands/fire.ts';
import type { Id } from '../../../kernel/values/ids.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const agent = await buildStaff(app, 'support');
const administrator = await buildStaff(app, 'administrator');
const operator = await buildStaff(app, 'operations');
const rules = '/api/console/escalation-rules';
const list = '/api/console/escalations';
const levels = '/api/console/escalation-levels';
const rotas = '/api/console/on-call-rotas';

const ruleOf = (over: object) => ({
  title: 'Rule',
  position: 1,
  active: true,
  conditions: { match: 'all', tests: [] },
  ageMinutes: null,
  goal: null,
  goalOffset: null,
  reopenings: null,
  level: 1,
  way: 'hierarchical',
  acts: {},
  ...over,
});
const tagged = (tag: string) => ({ match: 'all', tests: [{ of: 'words', is: true, values: [tag] }] });

async function withRule(over: object, work: (id: string) => Promise<void>): Promise<void> {
  const made = await administrator.post(rules, ruleOf(over));
  expect(made.status, made.text).toBe(201);
  try {
    await work(made.body.id);
  } finally {
    expect((await administrator.delete(`${rules}/${made.body.id}`)).status).toBe(204);
  }
}
async function pass(minutes: number): Promise<void> {
  await app.clock.advance({ minutes });
  await app.sweep('escalation.watch');
  await app.settle();
}
const seen = async (ticket: { console: string }) => (await agent.get(`${ticket.console}/escalations`)).body;
const stepsOf = async (ticket: { console: string }, index = 0) =>
  (await seen(ticket)).items[index].steps.map(
    ({ what, level }: { what: string; level: number }) => `${what} ${level}`,
  );
const noticesTo = async (person: string) =>
  (await toldTo(app, person)).filter(({ kind }) => kind === 'escalation.notice').length;

test('what is open too long is raised once, goes up level by level, is told again at the top, and ends', async () => {
  await withRule({ ageMinutes: 60, conditions: tagged('pelan') }, async () => {
    const other = await openTicket(acme, acme.owner);
    const ticket = await openTicket(acme, acme.owner, { text: 'Pelan sekali' });
    expect((await seen(ticket)).armed).toMatchObject([{ rule: 'Rule', level: 1 }]);
    await pass(59);
    expect((await seen(ticket)).items).toEqual([]);
    await pass(1);
    await app.sweep('escalation.watch');
    await app.settle();
    expect(await stepsOf(ticket)).toEqual(['fired 1', 'told 1']);
    expect((await seen(other)).items).toEqual([]);
    expect((await seen(ticket)).armed).toEqual([]);
    expect([await noticesTo(agent.id), await noticesTo(administrator.id)]).toEqual([1, 0]);
    await pass(59);
    expect(await stepsOf(ticket)).toHaveLength(2);
    for (const minutes of [1, 60, 120, 120, 120, 120, 1000, 1000]) await pass(minutes);
    expect(await stepsOf(ticket)).toEqual([
      'fired 1',
      'told 1',
      'raised 2',
      'told 2',
      'raised 3',
      'told 3',
      'repeated 3',
      'told 3',
      'repeated 3',
      'told 3',
      'repeated 3',
      'told 3',
      'exhausted 3',
    ]);
    const [one] = (await seen(ticket)).items;
    expect(one).toMatchObject({ state: 'fired', level: 3, ackDueAt: null, exhaustedAt: expect.any(String) });
    expect(await noticesTo(administrator.id)).toBe(5);
    const names = (await factsOf(app, ticket.id)).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('escalation.'))).toEqual([
      ...['ticket-escalated', 'level-raised', 'level-raised'].map((name) => `escalation.${name}`),
      ...['notice-repeated', 'notice-repeated', 'notice-repeated', 'notices-exhausted'].map(
        (name) => `escalation.${name}`,
      ),
    ]);
  });
});

test('acknowledging stops it, and settling the ticket clears it', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const raised = await agent.post(`${ticket.console}/escalations`, { level: 1, reason: 'Klien menelepon' });
  expect(raised.status).toBe(201);
  const again = await agent.post(`${ticket.console}/escalations`, { level: 1, reason: 'Lagi' });
  expect(again.body).toMatchObject({ code: 'already_escalated', facts: { level: 1 } });
  const url = `${list}/${raised.body.id}`;
  expect((await agent.post(`${url}/acknowledge`)).status).toBe(204);
  expect((await agent.post(`${url}/acknowledge`)).body.code).toBe('wrong_state');
  await pass(10_000);
  expect(await stepsOf(ticket)).toEqual(['fired 1', 'told 1', 'acknowledged 1']);
  const open = (await agent.get(`${list}?state=acknowledged&level=1&queue=general&q=${ticket.number}`)).body
    .items;
  expect(open).toMatchObject([
    { ticket: { id: ticket.id, client: 'Acme' }, reason: 'Klien menelepon', can: { clear: true } },
  ]);
  await agent.post(`${ticket.console}/messages`, { text: 'Beres', status: 'resolved' });
  await app.settle();
  const [one] = (await seen(ticket)).items;
  expect(one).toMatchObject({ state: 'cleared', ended: 'settled', can: { clear: { no: 'wrong_state' } } });
  expect((await agent.get(`${list}?q=${ticket.number}`)).body.items).toEqual([]);
  const settled = await agent.post(`${ticket.console}/escalations`, { level: 2, reason: 'Terlambat' });
  expect(settled.body.code).toBe('wrong_state');
});

test('somebody takes it back with a note; who only reads may not', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const { id } = (await agent.post(`${ticket.console}/escalations`, { level: 0, reason: 'Tolong' })).body;
  expect((await operator.post(`${list}/${id}/clear`, { note: null })).status).toBe(404);
  expect((await operator.get(list)).body.items[0].can.acknowledge).toEqual({ no: 'not_allowed' });
  expect((await agent.post(`${list}/${id}/clear`, { note: 'Salah tiket' })).status).toBe(204);
  const [one] = (await seen(ticket)).items;
  expect(one).toMatchObject({ ended: 'taken_back' });
  expect(one.steps.at(-1)).toMatchObject({ what: 'cleared', note: 'Salah tiket', by: expect.any(String) });
});

test('functional escalation moves the ticket, only ever makes it more urgent, and tells the client', async () => {
  const acts = {
    queue: 'technical',
    assignee: agent.id,
    priority: 'high',
    tell: { id: 'Kami percepat.', en: null },
  };
  await withRule({ way: 'functional', conditions: tagged('darurat'), acts }, async (id) => {
    const ticket = await openTicket(acme, acme.owner, { text: 'Darurat', priority: 'emergency' });
    await pass(1);
    const { queue, assignee, priority } = (await agent.get(ticket.console)).body;
    expect([queue.name, assignee.id, priority]).toEqual(['technical', agent.id, 'emergency']);
    const told = (await toldTo(app, acme.owner.id)).filter(({ kind }) => kind === 'escalation.client-told');
    expect(told).toHaveLength(1);
    const { items } = (await agent.get(rules)).body;
    expect(items.find((one: { id: string }) => one.id === id).lastFiredAt).not.toBeNull();
  });
});

test('a rule fires again only when the ticket was opened again, as often as it says', async () => {
  await withRule({ reopenings: 2, conditions: tagged('lagi') }, async () => {
    const ticket = await openTicket(acme, acme.owner, { text: 'Rusak lagi' });
    const count = async () => (await seen(ticket)).items.length;
    const reopen = async () => {
      await agent.post(`${ticket.console}/messages`, { text: 'Beres', status: 'resolved' });
      await app.settle();
      await acme.owner.post(`${ticket.at}/messages`, { text: 'Rusak lagi' });
      await app.settle();
      await pass(1);
    };
    await reopen();
    expect(await count()).toBe(0);
    await reopen();
    expect(await count()).toBe(1);
    await pass(5);
    expect(await count()).toBe(1);
    await reopen();
    expect(await count()).toBe(2);
  });
});

const mornings = Array.from({ length: 7 }, () => [{ from: '08:00', to: '12:00' }]);
async function calendar(week: object[]): Promise<string> {
  const body = { name: 'Desk', zone: 'Asia/Jakarta', week, holidays: [] };
  return (await administrator.post('/api/console/service-levels/calendars', body)).body.id;
}
/** An answer within an hour of these times. */
async function promise(client: { id: string }, week: object[]): Promise<void> {
  const policy = policyOf(await calendar(week), { first: 60 }, { organizations: [client.id] });
  const made = await administrator.post('/api/console/service-levels/policies', policy);
  expect(made.status, made.text).toBe(201);
}
async function withLevel(level: number, over: object, work: () => Promise<void>): Promise<void> {
  const read = async () => (await administrator.get(levels)).body.items[level];
  const { people: _people, version, level: _level, ...before } = await read();
  const put = (body: object, at: number) =>
    administrator.put(`${levels}/${level}`, { ...before, people: [], ...body }, { version: at });
  const saved = await put(over, version);
  expect(saved.status, saved.text).toBe(204);
  try {
    await work();
  } finally {
    expect((await put({}, version + 1)).status).toBe(204);
  }
}

test('before a promise is due its rule fires, and what was answered in time clears it', async () => {
  const client = await buildOrganization(app, { name: 'Gold' });
  await promise(client, wholeWeek);
  await withRule({ goal: 'first', goalOffset: -15, level: 2 }, async () => {
    const ticket = await openTicket(client, client.owner);
    await pass(44);
    expect((await seen(ticket)).items).toEqual([]);
    await pass(1);
    expect(await stepsOf(ticket)).toEqual(['fired 2', 'told 2']);
    await app.clock.advance({ minutes: 1 });
    await agent.post(`${ticket.console}/messages`, { text: 'Kami periksa' });
    await pass(1);
    expect((await seen(ticket)).items).toMatchObject([{ state: 'cleared', ended: 'over' }]);
    const late = await administrator.post(
      `${rules}/try`,
      tryOf({ goal: 'first', goalOffset: -15, level: 2 }),
    );
    expect(late.body).toMatchObject({ matched: 1, items: [{ id: ticket.id, level: 2 }] });
  });
});

const tryOf = (over: object) => {
  const { title: _t, position: _p, active: _a, way: _w, acts: _c, ...when } = ruleOf(over);
  return when;
};

test('minutes before or after a promise may be of its hours, for what comes and for what is tried', async () => {
  const client = await buildOrganization(app, { name: 'Hours' });
  await promise(client, mornings);
  const afternoon = (13 - ((app.clock.now().getUTCHours() + 7) % 24) + 24) % 24;
  await app.clock.advance({ minutes: afternoon * 60 - app.clock.now().getUTCMinutes() });
  const hours = { goal: 'first', goalOffset: 240, offsetIn: 'hours' };
  // Due after the first hour of the next morning; four hours later, by the desk's, is that hour of the morning after.
  const inHours = async (ticket: { console: string }) =>
    (await seen(ticket)).armed.map(
      ({ at }: { at: string }) => (Date.parse(at) - app.clock.now().getTime()) / 3_600_000,
    );
  const ticket = await openTicket(client, client.owner);
  const due = Date.parse((await agent.get(ticket.console)).body.clocks[0].dueAt);
  const until = (due - app.clock.now().getTime()) / 3_600_000;
  await withRule({ ...hours, offsetIn: 'wall' }, async () =>
    expect(await inHours(ticket)).toEqual([until + 4]),
  );
  await withRule(hours, async () => {
    expect(await inHours(ticket)).toEqual([until + 24]);
    await pass((until + 24) * 60 - 1);
    expect((await seen(ticket)).items).toEqual([]);
    await pass(2);
    expect(await stepsOf(ticket)).toContain('fired 1');
    const tried = (await administrator.post(`${rules}/try`, tryOf(hours))).body;
    expect(tried.items).toMatchObject([{ id: ticket.id, at: new Date(due + 24 * 3_600_000).toISOString() }]);
  });
});

test('outside of its hours a level waits until its desk is there', async () => {
  const calendarId = await calendar(mornings);
  await withLevel(1, { calendarId, ackMinutes: 60 }, async () => {
    // to 13:00 in Jakarta, after the desk has closed
    const hour = (app.clock.now().getUTCHours() + 7) % 24;
    await app.clock.advance({ minutes: ((13 - hour + 24) % 24) * 60 - app.clock.now().getUTCMinutes() });
    const ticket = await openTicket(acme, acme.owner);
    await agent.post(`${ticket.console}/escalations`, { level: 1, reason: 'Malam' });
    expect(await stepsOf(ticket)).toEqual(['fired 1']);
    await pass(18 * 60);
    expect(await stepsOf(ticket)).toEqual(['fired 1']);
    await pass(61);
    expect(await stepsOf(ticket)).toEqual(['fired 1', 'told 1']);
    await pass(58);
    expect(await stepsOf(ticket)).toHaveLength(2);
    await pass(5);
    expect((await stepsOf(ticket)).slice(2)).toEqual(['raised 2', 'told 2']);
  });
});

test('whoever is on call is reached, and whoever stands in for them', async () => {
  const second = await buildStaff(app, 'support');
  const third = await buildStaff(app, 'support');
  const today = app.clock.now().toISOString().slice(0, 10);
  const tomorrow = new Date(app.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
  const body = { name: 'Malam', zone: 'UTC', turn: 'day', handover: '00:00', beginsOn: today };
  const made = await agent.post(rotas, { ...body, people: [second.id, third.id] });
  expect(made.status, made.text).toBe(201);
  const url = `${rotas}/${made.body.id}`;
  const swap = await agent.post(`${url}/swaps`, { fromOn: tomorrow, untilOn: tomorrow, personId: agent.id });
  expect(swap.status, swap.text).toBe(201);
  const twice = await agent.post(`${url}/swaps`, { fromOn: today, untilOn: tomorrow, personId: agent.id });
  expect(twice.body.code).toBe('swap_overlaps');
  const [rota] = (await agent.get(rotas)).body.items;
  expect(rota.duties.map(({ person }: { person: { id: string } }) => person.id).slice(0, 3)).toEqual([
    second.id,
    agent.id,
    second.id,
  ]);
  await withLevel(1, { audience: [], rotaId: made.body.id }, async () => {
    const inUse = await agent.delete(url);
    expect(inUse.body).toMatchObject({ code: 'rota_in_use', facts: { level: 1 } });
    const ticket = await openTicket(acme, acme.owner);
    await agent.post(`${ticket.console}/escalations`, { level: 1, reason: 'Jaga' });
    expect((await seen(ticket)).items[0].steps[1].people).toEqual([rota.duties[0].person.name]);
    await app.clock.advance({ hours: 24 });
    const next = await openTicket(acme, acme.owner);
    await agent.post(`${next.console}/escalations`, { level: 1, reason: 'Jaga' });
    expect((await seen(next)).items[0].steps[1].people).toEqual([rota.duties[1].person.name]);
  });
  expect((await agent.delete(`${url}/swaps/${swap.body.id}`)).status).toBe(204);
  expect((await agent.put(url, { ...body, people: [third.id] }, { version: 1 })).status).toBe(204);
  expect((await agent.put(url, { ...body, people: [third.id] }, { version: 1 })).status).toBe(412);
  expect((await agent.delete(url)).status).toBe(204);
});

test('jobs that come twice, or two at once, do it once', async () => {
  await withRule({ conditions: tagged('ganda') }, async (rule) => {
    const ticket = await openTicket(acme, acme.owner, { text: 'Ganda' });
    await app.clock.advance({ minutes: 1 });
    const asked = { rule, ticket: ticket.id as Id<'ticket'>, occasion: 'open 0' };
    const fire = () => app.ctx.transact((tx) => fireRule(tx, asked));
    await Promise.all([fire(), fire(), fire()]);
    await fire();
    expect((await seen(ticket)).items).toHaveLength(1);
    await app.clock.advance({ minutes: 60 });
    const escalation = (await seen(ticket)).items[0].id as Id<'escalation'>;
    const go = () => app.ctx.transact((tx) => follow(tx, escalation));
    await Promise.all([go(), go(), go()]);
    expect(await stepsOf(ticket)).toEqual(['fired 1', 'told 1', 'raised 2', 'told 2']);
  });
});

test('what came due before a rule was made is left alone, but its trial shows it', async () => {
  const ticket = await openTicket(acme, acme.owner, { text: 'Terlupakan' });
  await app.clock.advance({ hours: 3 });
  const over = { ageMinutes: 60, conditions: tagged('terlupakan'), level: 3 };
  const tried = await administrator.post(`${rules}/try`, tryOf(over));
  expect(tried.body).toMatchObject({ matched: 1, items: [{ id: ticket.id, level: 3 }] });
  await withRule(over, async () => {
    await pass(60);
    expect((await seen(ticket)).items).toEqual([]);
  });
});

test('the report counts by rule, queue and product', async () => {
  const read = async (by: string) => (await agent.get(`${list}/report?by=${by}&months=2`)).body.items;
  const byHand = (await read('rule')).find(({ key }: { key: string | null }) => key === null);
  expect(byHand).toMatchObject({ settled: 1, takenBack: 1, acknowledged: 1, minutes: 0 });
  expect((await read('queue'))[0].names).toMatchObject({ en: expect.any(String) });
  expect((await read('product'))[0]).toMatchObject({ key: null });
});

test('only administrators say when and whom; what is wrong is refused', async () => {
  expect((await agent.post(rules, ruleOf({}))).status).toBe(404);
  expect((await agent.get(rules)).status).toBe(200);
  const status = async (over: object) => (await administrator.post(rules, ruleOf(over))).status;
  expect(await status({ goal: 'first' })).toBe(400);
  expect(await status({ way: 'functional' })).toBe(400);
  expect(await status({ way: 'functional', acts: { queue: 'nowhere' } })).toBe(422);
  expect(await status({ acts: { queue: 'technical' } })).toBe(400);
  expect(await status({ level: 4 })).toBe(400);
});

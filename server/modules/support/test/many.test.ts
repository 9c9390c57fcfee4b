import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { findWrongClocks } from '../queries/sla/wrong-clocks.ts';
import { factsOf, openTicket, toldTo } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const agent = await buildStaff(app, 'support');
const colleague = await buildStaff(app, 'support');
const reader = await buildStaff(app, 'operations');
const boss = await buildStaff(app, 'administrator');

const changes = '/api/console/tickets/changes';
const open = () => openTicket(acme, acme.owner);
const shown = async (ticket: { console: string }) => (await agent.get(ticket.console)).body;
const undo = (change: string) => `${changes}/${change}/undo`;

test('many are changed at once, each with its facts; one message tells who they are for', async () => {
  const tickets = [await open(), await open(), await open()];
  await agent.patch(tickets[0]!.console, 1, { tags: ['vip'] });
  const answer = await agent.post(changes, {
    tickets: tickets.map(({ id }) => id),
    assigneeId: colleague.id,
    priority: 'high',
    addTags: ['dns'],
    removeTags: ['vip'],
  });
  expect(answer.status).toBe(200);
  expect(answer.body.items.map(({ done, why }: { done: boolean; why: unknown }) => [done, why])).toEqual(
    Array(3).fill([true, null]),
  );
  for (const ticket of tickets)
    expect(await shown(ticket)).toMatchObject({
      assignee: { id: colleague.id },
      priority: 'high',
      tags: ['dns'],
    });
  const names = (await factsOf(app, tickets[1]!.id)).map(({ name }) => name);
  expect(names.slice(1)).toEqual(
    expect.arrayContaining(['support.priority-changed', 'support.ticket-assigned', 'support.tags-changed']),
  );
  const told = (await toldTo(app, colleague.id)).filter(({ kind }) => kind.includes('assigned-to-you'));
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ kind: 'support.several-assigned-to-you', data: { count: 3 } });
});

test('what cannot be done to one leaves that one, and says why', async () => {
  const [spam, merged, into, full, plain] = [
    await open(),
    await open(),
    await open(),
    await open(),
    await open(),
  ];
  await agent.patch(spam.console, 1, { status: 'spam' });
  await agent.post(`${merged.console}/merge`, { into: into.number });
  await agent.patch(full.console, 1, { tags: 'abcdefghij'.split('') });
  const gone = randomUUID();
  const all = [spam, merged, full, plain].map(({ id }) => id);
  const { body } = await agent.post(changes, {
    tickets: [...all, gone],
    status: 'on_hold',
    addTags: ['k'],
  });
  const why = Object.fromEntries(body.items.map((one: { id: string; why: string }) => [one.id, one.why]));
  expect(why).toEqual({
    [spam.id]: 'wrong_state',
    [merged.id]: 'wrong_state',
    [full.id]: 'too_many_tags',
    [plain.id]: null,
    [gone]: 'not_found',
  });
  expect(await shown(plain)).toMatchObject({ status: 'on_hold', tags: ['k'] });
  expect((await shown(full)).status).toBe('new');

  const again = await agent.post(changes, { tickets: [plain.id], status: 'on_hold' });
  expect(again.body).toMatchObject({ changeId: null, items: [{ done: true, why: null }] });

  const nobody = { tickets: [plain.id], assigneeId: acme.owner.id };
  expect((await agent.post(changes, nobody)).body.code).toBe('not_assignable');
  expect((await agent.post(changes, { tickets: [plain.id], queue: 'nowhere' })).body.code).toBe(
    'unknown_link',
  );
  expect((await agent.post(changes, { tickets: [] })).status).toBe(400);
  expect((await agent.post(changes, { tickets: Array(101).fill(plain.id) })).status).toBe(400);
  expect((await agent.post(changes, { tickets: [plain.id], status: 'merged' })).status).toBe(400);
});

test('undoing makes them what they were, but for those that somebody touched since', async () => {
  const [kept, answered, touched] = [await open(), await open(), await open()];
  const before = await shown(kept);
  const { body } = await agent.post(changes, {
    tickets: [kept.id, answered.id, touched.id],
    status: 'resolved',
    assigneeId: agent.id,
    addTags: ['selesai'],
  });
  await acme.owner.post(`${answered.at}/messages`, { text: 'Belum!' });
  await colleague.patch(touched.console, (await shown(touched)).version, { priority: 'low' });
  expect((await colleague.post(undo(body.changeId), {})).body.code).toBe('undo_over');

  const undone = (await agent.post(undo(body.changeId), {})).body;
  const why = Object.fromEntries(undone.items.map((one: { id: string; why: string }) => [one.id, one.why]));
  expect(why).toEqual({ [kept.id]: null, [answered.id]: 'changed_since', [touched.id]: 'changed_since' });
  const after = await shown(kept);
  for (const name of ['status', 'assignee', 'tags', 'waitingSince', 'settledAt', 'priority'])
    expect([name, after[name]]).toEqual([name, before[name]]);
  expect(await shown(touched)).toMatchObject({ priority: 'low', tags: ['selesai'] });
  expect((await agent.post(undo(body.changeId), {})).body.code).toBe('undo_over');
});

test('after two minutes nothing is undone, and what was kept for it is swept', async () => {
  const ticket = await open();
  const { body } = await agent.post(changes, { tickets: [ticket.id], status: 'closed' });
  await app.clock.advance({ minutes: 2 });
  expect((await agent.post(undo(body.changeId), {})).body.code).toBe('undo_over');
  await app.sweep('support.sweep-undoable');
  const { rows } = await app.app.pool.query('select id from support.undoable where id = $1', [body.changeId]);
  expect(rows).toEqual([]);
});

test('a client who waited waits again since the same time, and every clock goes on', async () => {
  const week = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]);
  const always = { name: 'Always', zone: 'Asia/Jakarta', week, holidays: [] };
  const calendar = (await boss.post('/api/console/service-levels/calendars', always)).body;
  const promise = { first: 600, next: 600, resolution: 6000 };
  const made = await boss.post('/api/console/service-levels/policies', {
    titles: { id: 'Semua', en: 'All' },
    active: true,
    calendarId: calendar.id,
    shown: true,
    organizations: null,
    products: null,
    queues: null,
    priorities: null,
    kinds: null,
    minutes: { emergency: promise, high: promise, normal: promise, low: promise },
    pauses: ['waiting_customer'],
    warnPercent: 80,
    tellWarning: ['assignee'],
    tellBreach: ['assignee'],
  });
  expect(made.status).toBe(201);
  const [fresh, asked] = [await open(), await open()];
  await agent.post(`${asked.console}/messages`, { text: 'Sudah.' });
  await app.clock.advance({ minutes: 1 });
  await acme.owner.post(`${asked.at}/messages`, { text: 'Belum.' });
  const before = [await shown(fresh), await shown(asked)];
  await app.clock.advance({ minutes: 5 });
  const { body } = await agent.post(changes, { tickets: [fresh.id, asked.id], status: 'resolved' });
  await app.clock.advance({ minutes: 1 });
  await agent.post(undo(body.changeId), {});
  for (const [index, ticket] of [fresh, asked].entries()) {
    const now = await shown(ticket);
    expect(now.waitingSince).toBe(before[index].waitingSince);
    const states = (clocks: { goal: string; state: string }[]) =>
      clocks.map(({ goal, state }) => [goal, state]);
    expect(states(now.clocks)).toEqual(states(before[index].clocks));
  }
  expect(await app.ctx.read((db) => findWrongClocks(db, 10))).toEqual([]);
});

test('two who change the same tickets at once take turns', async () => {
  const tickets = await Promise.all([open(), open(), open(), open()]);
  const ids = tickets.map(({ id }) => id);
  const answers = await Promise.all([
    agent.post(changes, { tickets: ids, addTags: ['satu'] }),
    colleague.post(changes, { tickets: ids.toReversed(), addTags: ['dua'] }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  for (const ticket of tickets) expect((await shown(ticket)).tags).toEqual(['dua', 'satu']);
});

test('only who works on tickets changes many', async () => {
  const ticket = await open();
  expect((await reader.post(changes, { tickets: [ticket.id], status: 'closed' })).status).toBe(404);
  expect((await acme.owner.post(changes, { tickets: [ticket.id], status: 'closed' })).status).toBe(404);
});

test('each view says how much is in it', async () => {
  const {
    waiting,
    mine,
    unassigned,
    active,
    waiting_customer: theirs,
    due,
  } = (await agent.get('/api/console/tickets/workload')).body;
  const count = async (query: string) =>
    (await agent.get(`/api/console/tickets?limit=100&${query}`)).body.items.length;
  expect({ waiting, mine, unassigned, active, theirs, due }).toEqual({
    waiting: await count('sort=waiting'),
    mine: await count('status=active&assignee=me'),
    unassigned: await count('status=active&assignee=none'),
    active: await count('status=active'),
    theirs: await count('status=waiting_customer'),
    due: await count('sort=due'),
  });
});

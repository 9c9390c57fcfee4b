import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import type { TestPerson } from '../../../test/kit/people.ts';
import { factsOf, openTicket, toldTo } from '../../support/test/world.ts';
import { buildDesk } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const desk = await buildDesk(app);
const ids = (...people: TestPerson[]) => people.map(({ id }) => id);
let count = 0;

/** A queue of its own for each test, with these agents. */
async function setUp(way: object, ...people: TestPerson[]): Promise<string> {
  const queue = `queue-${++count}`;
  await desk.queue(queue);
  await desk.way(queue, { way: 'least_loaded', members: ids(...people), ...way });
  return queue;
}
async function open(queue: string, over: object = {}): Promise<string> {
  const ticket = await openTicket(acme, acme.owner, { queue, ...over });
  await app.settle();
  return ticket.console;
}
const holder = async (at: string) => (await desk.ticket(at)).assignee?.id ?? null;
const holders = (at: readonly string[]) => Promise.all(at.map(holder));
async function openSome(queue: string, times: number): Promise<string[]> {
  const made: string[] = [];
  for (let time = 0; time < times; time++) made.push(await open(queue));
  return made;
}

test('by hand nothing is given; least loaded gives by what part of their capacity people have', async () => {
  const small = await desk.agent({ capacity: 2 });
  const large = await desk.agent({ capacity: 4 });
  const queue = await setUp({ way: 'hand' }, small, large);
  const first = await open(queue);
  expect(await holder(first)).toBeNull();
  expect(await desk.why(first)).toEqual({ waiting: null, decisions: [] });
  await desk.way(queue, { way: 'least_loaded', members: ids(small, large) });
  const all = [first, ...(await openSome(queue, 5))];
  const given = await holders(all);
  expect(given.filter((id) => id === small.id)).toHaveLength(2);
  expect(given.filter((id) => id === large.id)).toHaveLength(4);

  const told = (await toldTo(app, large.id)).filter(({ kind }) => kind.startsWith('assignment.'));
  expect(told.map(({ kind }) => kind)).toEqual(Array(4).fill('assignment.given-to-you'));
  const [, , last] = all;
  const { waiting, decisions } = await desk.why(last!);
  expect(waiting).toBeNull();
  expect(decisions).toMatchObject([
    { kind: 'given', way: 'least_loaded', queue: { en: queue }, person: { id: given[2] } },
  ]);
  expect(decisions[0].considered).toHaveLength(2);
  const facts = await factsOf(app, last!.split('/').at(-1)!);
  expect(facts.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['support.ticket-assigned', 'assignment.ticket-given']),
  );
});

test('round robin goes round, past whoever is away or full', async () => {
  const people = [await desk.agent(), await desk.agent({ capacity: 1 }), await desk.agent()];
  const [one, two, three] = ids(...people);
  const queue = await setUp({ way: 'round_robin' }, ...people);
  const round = await holders(await openSome(queue, 3));
  expect(new Set(round)).toEqual(new Set([one, two, three]));
  expect(await holders(await openSome(queue, 2))).toEqual(round.filter((id) => id !== two));
  await desk.duty(people[0]!, true);
  expect(await holders(await openSome(queue, 2))).toEqual([three, three]);
});

test('what finds nobody waits, and is given to whoever gets room or comes back, the most urgent first', async () => {
  const agent = await desk.agent({ capacity: 1 });
  const queue = await setUp({}, agent);
  const [held, normal] = await openSome(queue, 2);
  const urgent = await open(queue, { priority: 'emergency' });
  expect(await holders([held!, normal!, urgent])).toEqual([agent.id, null, null]);
  expect((await desk.why(normal!)).waiting).toMatchObject({
    queue: { en: queue },
    considered: [{ person: { id: agent.id }, load: 1, capacity: 1, no: 'full' }],
  });

  await agent.post(`${held}/messages`, { text: 'Mohon dicoba.', status: 'waiting_customer' });
  await app.settle();
  expect(await holders([normal!, urgent])).toEqual([null, agent.id]);

  await desk.duty(agent, true, new Date(app.clock.now().getTime() + 3_600_000).toISOString());
  await desk.change(urgent, { status: 'resolved' });
  expect(await holder(normal!)).toBeNull();
  expect((await desk.why(normal!)).waiting.considered).toMatchObject([{ no: 'away' }]);
  await app.clock.advance({ minutes: 59 });
  await app.sweep('assignment.find-waiting');
  expect(await holder(normal!)).toBeNull();
  await app.clock.advance({ minutes: 1 });
  await app.sweep('assignment.find-waiting');
  expect(await holder(normal!)).toBe(agent.id);
});

test('only who knows what the queue, the language and the tags ask for gets it, and others do not wait behind it', async () => {
  const both = await desk.agent({ skills: ['hosting', 'en', 'dns'], capacity: 1 });
  const hosting = await desk.agent({ skills: ['hosting', 'en'] });
  const none = await desk.agent();
  const queue = await setUp(
    { skills: ['hosting'], matchLanguage: true, matchTags: true },
    both,
    hosting,
    none,
  );
  await desk.duty(hosting, true);
  const first = await open(queue);
  expect(await holder(first)).toBe(both.id);
  await desk.change(first, { assigneeId: null, tags: ['dns', 'vip'] });
  const again = await desk.why(first);
  expect(again.decisions).toHaveLength(2);
  expect(await holder(first)).toBe(both.id);
  await desk.duty(both, true);
  await desk.duty(hosting, false);
  await desk.change(first, { assigneeId: null });
  const { considered } = (await desk.why(first)).waiting;
  const of = (agent: TestPerson) =>
    (considered as { person: { id: string } }[]).find(({ person }) => person.id === agent.id);
  expect(of(hosting)).toMatchObject({ no: 'lacks_skills', lacks: ['dns'] });
  expect(of(none)).toMatchObject({ no: 'lacks_skills', lacks: ['dns', 'en', 'hosting'] });
  expect(await holder(await open(queue))).toBe(hosting.id);
  await desk.change(first, { tags: ['vip'] });
  expect(await holder(first)).toBe(hosting.id);
});

test('outside their hours people are given nothing until the calendar opens', async () => {
  const day = [{ from: '08:00', to: '17:00' }];
  const { body } = await desk.lead.post('/api/console/service-levels/calendars', {
    name: 'Office',
    zone: 'Asia/Jakarta',
    week: [day, day, day, day, day, day, day],
    holidays: [],
  });
  const agent = await desk.agent({ calendarId: body.id });
  const queue = await setUp({}, agent);
  const hour = (app.clock.now().getUTCHours() + 7) % 24;
  await app.clock.advance({ hours: (20 - hour + 24) % 24 });
  const ticket = await open(queue);
  expect(await holder(ticket)).toBeNull();
  expect(await desk.agentOf(agent.id)).toMatchObject({ state: 'off_duty', calendar: { name: 'Office' } });
  expect((await desk.why(ticket)).waiting.considered).toMatchObject([{ no: 'off_duty' }]);
  await app.clock.advance({ hours: 11 });
  await app.sweep('assignment.find-waiting');
  expect(await holder(ticket)).toBeNull();
  await app.clock.advance({ hours: 1, minutes: 1 });
  await app.sweep('assignment.find-waiting');
  expect(await holder(ticket)).toBe(agent.id);
});

test('what nobody takes in time goes on to another queue, each passing it on once, and comes to rest', async () => {
  const agent = await desk.agent({ capacity: 0 });
  const helper = await desk.agent({ capacity: 0 });
  const back = await setUp({}, helper);
  const front = await setUp({ overflow: { to: back, minutes: 10 } }, agent);
  await desk.way(back, { way: 'least_loaded', members: ids(helper), overflow: { to: front, minutes: 10 } });
  const ticket = await open(front);
  const queueAfter = async (minutes: number) => {
    await app.clock.advance({ minutes });
    await app.sweep('assignment.find-waiting');
    return (await desk.ticket(ticket)).queue.name;
  };
  expect(await queueAfter(9)).toBe(front);
  expect(await queueAfter(1)).toBe(back);
  expect(await queueAfter(30)).toBe(back);
  expect((await desk.why(ticket)).decisions).toMatchObject([
    { kind: 'passed_on', queue: { en: front }, toQueue: { en: back }, person: null },
  ]);
  await desk.set(helper, { capacity: 1 });
  await app.settle();
  expect(await holder(ticket)).toBe(helper.id);
  // By hand it begins anew.
  await desk.change(ticket, { assigneeId: null, queue: front });
  expect(await queueAfter(10)).toBe(back);
});

test('a client’s answer takes the ticket back from whoever is away, and leaves it with whoever is there', async () => {
  const gone = await desk.agent();
  const here = await desk.agent({ capacity: 20 });
  const queue = await setUp({ way: 'round_robin' }, gone, here);
  const tickets = await openSome(queue, 2);
  for (const at of tickets) {
    await desk.lead.post(`${at}/messages`, { text: 'Mohon dicoba.', status: 'waiting_customer' });
  }
  const before = await holders(tickets);
  expect(new Set(before)).toEqual(new Set(ids(gone, here)));
  await desk.duty(gone, true);
  expect(await holders(tickets)).toEqual(before);
  for (const at of tickets) {
    const answer = await acme.owner.post(acme.at(`/tickets/${at.split('/').at(-1)}/messages`), {
      text: 'Belum.',
    });
    expect(answer.status).toBe(201);
  }
  await app.settle();
  expect(await holders(tickets)).toEqual([here.id, here.id]);
  const moved = tickets[before.indexOf(gone.id)]!;
  expect((await desk.why(moved)).decisions.slice(0, 2)).toMatchObject([
    { kind: 'given', person: { id: here.id } },
    { kind: 'taken_back', person: { id: gone.id } },
  ]);
  expect((await desk.why(tickets[before.indexOf(here.id)]!)).decisions).toHaveLength(1);
});

test('what is snoozed neither counts nor is given, until it wakes', async () => {
  const agent = await desk.agent({ capacity: 1 });
  const queue = await setUp({}, agent);
  const [held, next] = await openSome(queue, 2);
  expect(await holders([held!, next!])).toEqual([agent.id, null]);
  expect((await agent.put(`${next}/snooze`, { until: null })).status).toBeLessThan(300);
  await desk.change(held!, { status: 'resolved' });
  expect(await holder(next!)).toBeNull();
  expect((await agent.delete(`${next}/snooze`)).status).toBeLessThan(300);
  await app.settle();
  expect(await holder(next!)).toBe(agent.id);
  const third = await open(queue);
  expect(await holder(third)).toBeNull();
  await agent.put(`${next}/snooze`, { until: null });
  await app.settle();
  expect(await holder(third)).toBe(agent.id);
});

test('higher tiers are given out first where the queue says so, and who is kept for a tier gets nothing else', async () => {
  const tierOf = async (en: string, position: number) => {
    const tier = { titles: { id: en, en }, position, color: 'info' };
    return (await desk.lead.post('/api/console/client-tiers', tier)).body.id as string;
  };
  const [gold, silver] = [await tierOf('Gold', 1), await tierOf('Silver', 2)];
  const [high, low] = [
    await buildOrganization(app, { name: 'High' }),
    await buildOrganization(app, { name: 'Low' }),
  ];
  await desk.lead.put(`/api/console/clients/${high.id}/tier`, { tierId: gold });
  await desk.lead.put(`/api/console/clients/${low.id}/tier`, { tierId: silver });
  const anybody = await desk.agent({ capacity: 0 });
  const kept = await desk.agent();
  await desk.set(kept, { capacity: 10, tiers: [gold] });
  const queue = await setUp({ tiersFirst: true }, anybody, kept);
  const others = [await openTicket(acme, acme.owner, { queue }), await openTicket(low, low.owner, { queue })];
  const theirs = await openTicket(high, high.owner, { queue });
  await app.settle();
  expect(await holder(theirs.console)).toBe(kept.id);
  const { waiting } = await desk.why(others[1]!.console);
  expect(waiting.tier).toEqual({ id: 'Silver', en: 'Silver' });
  expect(waiting.considered.map(({ no }: { no: string }) => no).toSorted()).toEqual(['full', 'reserved']);
  await desk.set(anybody, { capacity: 1 });
  await desk.giveOut(queue);
  expect(await holders(others.map(({ console }) => console))).toEqual([null, anybody.id]);
  expect((await desk.lead.delete(`/api/console/client-tiers/${gold}`)).body.code).toBe('tier_in_use');
});

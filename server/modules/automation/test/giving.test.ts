import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import type { TestPerson } from '../../../test/kit/people.ts';
import { buildDesk } from '../../assignment/test/world.ts';
import { openTicket } from '../../support/test/world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const desk = await buildDesk(app);
const macros = '/api/console/ticket-macros';
const rules = '/api/console/ticket-rules';
let count = 0;

/** A queue of its own, with these agents. */
async function setUp(way: string, ...people: TestPerson[]): Promise<string> {
  const queue = `queue-${++count}`;
  await desk.queue(queue);
  await desk.way(queue, { way, members: people.map(({ id }) => id) });
  return queue;
}
/** It is not settled: what gives out by itself has not looked yet. */
const open = async (queue: string) => (await openTicket(acme, acme.owner, { queue })).console;
const holder = async (at: string) => (await desk.ticket(at)).assignee?.id ?? null;

async function apply(at: string, assignee: string, over: object = {}) {
  const made = await desk.lead.post(macros, { title: 'Give', shared: true, acts: { assignee, ...over } });
  expect(made.status, made.text).toBe(201);
  const { items } = (await desk.lead.get(`${at}/macros`)).body;
  const shown = items.find(({ id }: { id: string }) => id === made.body.id);
  const answer = await desk.lead.post(`${at}/macros/${made.body.id}`, { version: shown.version });
  expect(answer.status, answer.text).toBe(204);
  await desk.lead.delete(`${macros}/${made.body.id}`);
  return shown as { gives: string; assignee: string | null };
}

test('a macro gives a ticket out as its queue does, and says before to whom', async () => {
  const [one, two] = [await desk.agent({ capacity: 9 }), await desk.agent({ capacity: 9 })];
  const queue = await setUp('round_robin', one, two);
  const at = await open(queue);
  const shown = await apply(at, 'queue');
  const first = await holder(at);
  expect([one.id, two.id]).toContain(first);
  expect(shown).toMatchObject({ gives: 'given' });
  expect(shown.assignee).toBe((await desk.ticket(at)).assignee.name);
  expect((await desk.why(at)).decisions).toMatchObject([{ kind: 'given', person: { id: first } }]);

  expect(await apply(at, 'queue')).toMatchObject({ gives: 'assigned', assignee: null });
  expect(await holder(at)).toBe(first);
  expect(await apply(at, 'queue_anyway')).toMatchObject({ gives: 'given' });
  expect([one.id, two.id].filter((id) => id !== first)).toEqual([await holder(at)]);
});

test('nothing is given by hand, of what is settled, or where nobody else can take it', async () => {
  const alone = await desk.agent({ capacity: 9 });
  const byHand = await open(await setUp('hand', alone));
  expect(await apply(byHand, 'queue')).toMatchObject({ gives: 'by_hand' });
  expect(await holder(byHand)).toBeNull();

  const queue = await setUp('least_loaded', alone);
  const at = await open(queue);
  await apply(at, 'queue');
  expect(await apply(at, 'queue_anyway')).toMatchObject({ gives: 'nobody_free' });
  expect(await holder(at)).toBe(alone.id);
  await desk.change(at, { status: 'resolved', assigneeId: null });
  expect(await apply(at, 'queue_anyway')).toMatchObject({ gives: 'not_waiting' });
  expect(await holder(at)).toBeNull();
});

test('a macro moves first and gives then, out of the queue it moved to', async () => {
  const [here, there] = [await desk.agent({ capacity: 9 }), await desk.agent({ capacity: 9 })];
  const from = await setUp('least_loaded', here);
  const into = await setUp('least_loaded', there);
  const at = await open(from);
  await apply(at, 'queue', { queue: into });
  expect(await holder(at)).toBe(there.id);
});

test('a rule gives out, and its rehearsal says to whom', async () => {
  const agent = await desk.agent({ capacity: 9 });
  const other = await desk.agent({ capacity: 9 });
  const queue = await setUp('least_loaded', agent, other);
  const at = await open(queue);
  await desk.change(at, { assigneeId: agent.id });
  const when = {
    moment: 'changed',
    hours: null,
    conditions: { match: 'all', tests: [{ of: 'queue', is: true, values: [queue] }] },
  };
  const tried = await desk.lead.post(`${rules}/try`, { ...when, gives: { anyway: true } });
  expect(tried.status, tried.text).toBe(200);
  const name = (await desk.agentOf(other.id)).name;
  expect(tried.body.items[0].would).toEqual({ outcome: 'given', name });
  expect((await desk.lead.post(`${rules}/try`, when)).body.items[0].would).toBeNull();
  const made = await desk.lead.post(rules, {
    title: 'Give on',
    position: 1,
    active: true,
    ...when,
    acts: { assignee: 'queue_anyway' },
  });
  expect(made.status, made.text).toBe(201);
  await desk.change(at, { priority: 'high' });
  expect(await holder(at)).toBe(other.id);
  expect((await desk.lead.get(`${rules}/${made.body.id}/runs`)).body.items).toMatchObject([
    { problem: null, acts: { assignee: 'queue_anyway' } },
  ]);
});

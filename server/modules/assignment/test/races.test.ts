import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization } from '../../../test/kit/people.ts';
import { openTicket } from '../../support/test/world.ts';
import { buildDesk } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const desk = await buildDesk(app);

async function decisionsFor(person: string): Promise<string[]> {
  const { rows } = await app.app.pool.query<{ ticket_id: string }>(
    `select ticket_id from assignment.decisions where kind = 'given' and person_id = $1`,
    [person],
  );
  return rows.map(({ ticket_id: id }) => id);
}

test('many who give out at once give each ticket once, and nobody more than they take, over several queues', async () => {
  const people = [await desk.agent({ capacity: 2 }), await desk.agent({ capacity: 3 })];
  const queues = ['left', 'right'];
  for (const queue of queues) {
    await desk.queue(queue);
    for (let time = 0; time < 6; time++) await openTicket(acme, acme.owner, { queue });
  }
  await app.settle();
  const members = people.map(({ id }) => id);
  for (const queue of queues) {
    const { version } = await desk.queueOf(queue);
    await desk.lead.put(
      `/api/console/ticket-queue-ways/${queue}`,
      { way: 'least_loaded', members },
      { version },
    );
  }
  await Promise.all([...queues, ...queues, ...queues].map((queue) => desk.giveOut(queue)));
  const given = await Promise.all(members.map(decisionsFor));
  expect(given.map(({ length }) => length)).toEqual([2, 3]);
  expect(new Set(given.flat()).size).toBe(5);
  await app.settle();
  expect((await Promise.all(members.map(decisionsFor))).flat()).toHaveLength(5);
  expect(app.failures).toEqual([]);
});

test('what somebody takes by hand at the same moment is theirs, or was given before and they are told', async () => {
  const agent = await desk.agent();
  const other = await desk.agent();
  await desk.queue('both');
  const tickets = [];
  for (let time = 0; time < 5; time++) tickets.push(await openTicket(acme, acme.owner, { queue: 'both' }));
  await desk.lead.put(
    '/api/console/ticket-queue-ways/both',
    { way: 'round_robin', members: [agent.id] },
    { version: 0 },
  );
  const [, ...taken] = await Promise.all([
    desk.giveOut('both'),
    ...tickets.map(({ console }) => other.patch(console, 1, { assigneeId: other.id })),
  ]);
  await app.settle();
  for (const [index, { console }] of tickets.entries()) {
    const { assignee } = await desk.ticket(console);
    expect(assignee.id).toBe(taken[index]!.status === 204 ? other.id : agent.id);
    if (taken[index]!.status !== 204) expect(taken[index]!.status).toBe(412);
  }
  const theirs = tickets.filter((_, index) => taken[index]!.status !== 204);
  expect(await decisionsFor(agent.id)).toHaveLength(theirs.length);
});

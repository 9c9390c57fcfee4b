import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { factsOf, openTicket, toldTo } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const agent = await buildStaff(app, 'support');
const colleague = await buildStaff(app, 'support');
const reader = await buildStaff(app, 'operations');

const open = () => openTicket(acme, acme.owner);
const inHours = (hours: number) => new Date(app.clock.now().getTime() + hours * 3_600_000).toISOString();
const snooze = (ticket: { console: string }, until: string | null, who = agent) =>
  who.put(`${ticket.console}/snooze`, { until });
const shown = async (ticket: { console: string }) => (await agent.get(ticket.console)).body;
const listed = async (query: string) =>
  (await agent.get(`/api/console/tickets?${query}`)).body.items.map(({ id }: { id: string }) => id);
const toldOf = async (who: { id: string }, ticket: { id: string }) =>
  (await toldTo(app, who.id)).filter(
    ({ kind, data }) =>
      kind === 'support.snooze-over' && (data as { ticketId: string } | null)?.ticketId === ticket.id,
  );

test('out of the way until a time, then back with a word to who put it away', async () => {
  const ticket = await open();
  const before = await shown(ticket);
  const seen = (await acme.owner.get(ticket.at)).text;
  const until = inHours(3);
  expect((await snooze(ticket, until)).status).toBe(204);
  for (const query of ['sort=waiting', 'status=active', 'status=active&assignee=none'])
    expect(await listed(query)).not.toContain(ticket.id);
  for (const query of [
    '',
    'snoozed=only',
    `status=active&organization=${acme.id}`,
    'status=active&snoozed=with',
  ])
    expect(await listed(query)).toContain(ticket.id);
  expect((await agent.get('/api/console/tickets/workload')).body).toMatchObject({ snoozed: 1, waiting: 0 });
  expect(await shown(ticket)).toMatchObject({ version: before.version });
  expect(new Date((await shown(ticket)).snoozed.until).toISOString()).toBe(until);
  expect((await acme.owner.get(ticket.at)).text).toBe(seen);

  await app.clock.advance({ hours: 2 });
  await app.settle();
  expect((await shown(ticket)).snoozed).not.toBeNull();
  await app.clock.advance({ hours: 1, minutes: 1 });
  await app.settle();
  expect((await shown(ticket)).snoozed).toBeNull();
  expect(await listed('sort=waiting')).toContain(ticket.id);
  expect((await factsOf(app, ticket.id)).slice(1)).toEqual([
    { name: 'support.ticket-snoozed', data: { until } },
    { name: 'support.ticket-woken', data: { by: 'time' } },
  ]);
  const kinds = (await toldTo(app, agent.id)).map(({ kind }) => kind);
  expect(kinds).toContain('support.snooze-over');
  expect((await toldTo(app, colleague.id)).map(({ kind }) => kind)).not.toContain('support.snooze-over');
  expect((await acme.owner.get(ticket.at)).text).not.toContain('woken');
});

test('the client brings it back at once, whatever the time said', async () => {
  const [timed, waiting] = [await open(), await open()];
  await agent.post(`${timed.console}/messages`, { text: 'Kami cek.' });
  await snooze(timed, inHours(48));
  await snooze(waiting, null);
  await colleague.post(`${waiting.console}/messages`, { text: 'Sedang dicek.' });
  expect((await shown(waiting)).snoozed).toMatchObject({ until: null });
  for (const ticket of [timed, waiting]) {
    await acme.owner.post(`${ticket.at}/messages`, { text: 'Sudah?' });
    expect((await shown(ticket)).snoozed).toBeNull();
    expect(await listed('sort=waiting')).toContain(ticket.id);
  }
  await app.settle();
  expect((await factsOf(app, waiting.id)).at(-1)).toEqual({
    name: 'support.ticket-woken',
    data: { by: 'client' },
  });
  await app.clock.advance({ hours: 49 });
  await app.settle();
  const woken = (await factsOf(app, timed.id)).filter(({ name }) => name === 'support.ticket-woken');
  expect(woken).toHaveLength(1);
});

test('put off again, the earlier time means nothing; brought back by hand, neither does the later', async () => {
  const ticket = await open();
  await snooze(ticket, inHours(1));
  await snooze(ticket, inHours(5), colleague);
  await app.clock.advance({ hours: 2 });
  await app.settle();
  expect((await shown(ticket)).snoozed).not.toBeNull();
  expect((await agent.delete(`${ticket.console}/snooze`)).status).toBe(204);
  expect((await agent.delete(`${ticket.console}/snooze`)).status).toBe(204);
  await app.clock.advance({ hours: 5 });
  await app.settle();
  expect(await toldOf(colleague, ticket)).toEqual([]);
});

test('what is settled has nothing to come back for, and undoing puts it away again', async () => {
  const ticket = await open();
  const until = inHours(8);
  await snooze(ticket, until);
  const { body } = await agent.post('/api/console/tickets/changes', {
    tickets: [ticket.id],
    status: 'closed',
  });
  expect((await shown(ticket)).snoozed).toBeNull();
  expect((await snooze(ticket, until)).body.code).toBe('wrong_state');
  await agent.post(`/api/console/tickets/changes/${body.changeId}/undo`, {});
  expect(new Date((await shown(ticket)).snoozed.until).toISOString()).toBe(until);
});

test('a time behind or too far ahead is refused, and so are those who only read', async () => {
  const ticket = await open();
  for (const until of [inHours(-1), inHours(24 * 367)])
    expect((await snooze(ticket, until)).body.code).toBe('snooze_time');
  expect((await snooze(ticket, 'soon')).status).toBe(400);
  expect((await snooze(ticket, null, reader)).status).toBe(404);
  expect((await acme.owner.put(`${ticket.console}/snooze`, { until: null })).status).toBe(404);
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { factsOf, openTicket } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const other = await buildOrganization(app, { name: 'Other' });
const agent = await buildStaff(app, 'support');
const administrator = await buildStaff(app, 'administrator');

async function set(key: string, change: (value: never) => unknown): Promise<number> {
  const { value, version } = (await administrator.get(`/api/console/settings/${key}`)).body;
  const answer = await administrator.put(
    `/api/console/settings/${key}`,
    { value: change(value as never) },
    { headers: { 'if-match': `"${version}"` } },
  );
  return answer.status;
}

test('impact and hindrance propose the priority, by the matrix the business sets; who says one gets that', async () => {
  const priorityOf = async (body: Record<string, unknown>) => {
    const ticket = await openTicket(acme, acme.owner, body);
    const [opened] = await factsOf(app, ticket.id);
    const { priority } = (await acme.owner.get(ticket.at)).body;
    expect(opened!.data).toMatchObject({ priority });
    return priority;
  };
  expect(await priorityOf({})).toBe('normal');
  expect(await priorityOf({ impact: 'everyone', hindrance: 'stopped' })).toBe('emergency');
  expect(await priorityOf({ impact: 'one', hindrance: 'can_wait' })).toBe('low');
  expect(await priorityOf({ impact: 'everyone', hindrance: 'stopped', priority: 'low' })).toBe('low');
  expect(await priorityOf({ impact: 'everyone' })).toBe('normal');
  await set('support.priorities', (matrix: { one: object }) => ({
    ...matrix,
    one: { stopped: 'emergency', hindered: 'high', can_wait: 'normal' },
  }));
  expect(await priorityOf({ impact: 'one', hindrance: 'can_wait' })).toBe('normal');
  expect((await acme.owner.get(acme.at('/tickets/form'))).body.matrix.one.hindered).toBe('high');
  expect(await set('support.priorities', () => ({ one: {} }))).toBe(400);
});

test('states are called as the business calls them, everywhere the state is', async () => {
  const names = { id: 'Sedang dikerjakan', en: 'In the workshop' };
  expect(await set('support.status-names', () => ({ new: names }))).toBe(200);
  expect(await set('support.status-names', () => ({ nowhere: names }))).toBe(400);
  const ticket = await openTicket(acme, acme.owner);
  expect((await acme.owner.get(ticket.at)).body).toMatchObject({ status: 'new', statusNames: names });
  for (const [as, list] of [
    [acme.owner, acme.at('/tickets')],
    [agent, '/api/console/tickets'],
    [acme.owner, '/api/me/inbox'],
  ] as const) {
    const { items } = (await as.get(list)).body;
    expect(items.find(({ id }: { id: string }) => id === ticket.id).statusNames).toEqual(names);
  }
  await agent.post(`${ticket.console}/messages`, { text: 'Halo' });
  expect((await acme.owner.get(ticket.at)).body.statusNames).toBeNull();
});

test('tags and the language are for staff; clients get neither', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const { version, language, tags } = (await agent.get(ticket.console)).body;
  expect({ language, tags }).toEqual({ language: 'en', tags: [] });
  expect(
    (await agent.patch(ticket.console, version, { tags: ['dns', 'dns', 'vip'], language: 'id' })).status,
  ).toBe(204);
  expect((await agent.patch(ticket.console, version + 1, { tags: ['dns', 'migrasi'] })).status).toBe(204);
  expect((await agent.get(ticket.console)).body).toMatchObject({ tags: ['dns', 'migrasi'], language: 'id' });
  expect((await factsOf(app, ticket.id)).at(-1)).toEqual({
    name: 'support.tags-changed',
    data: { added: ['migrasi'], removed: ['vip'] },
  });
  const found = (await agent.get('/api/console/tickets?tag=migrasi')).body.items;
  expect(found.map(({ id }: { id: string }) => id)).toEqual([ticket.id]);
  expect((await agent.get('/api/console/ticket-tags')).body.items).toEqual(['dns', 'migrasi']);
  expect((await agent.patch(ticket.console, version + 2, { tags: ['Not Plain'] })).status).toBe(400);
  const seen = (await acme.owner.get(ticket.at)).body;
  expect(seen).not.toHaveProperty('tags');
  expect(seen.history.map(({ name }: { name: string }) => name)).not.toContain('support.tags-changed');
});

test('spam is out of sight, and comes back when it was none', async () => {
  const ticket = await openTicket(acme, acme.owner, { kind: 'cancellation' });
  expect((await agent.patch(ticket.console, 1, { status: 'waiting_third_party' })).status).toBe(204);
  expect((await agent.patch(ticket.console, 2, { status: 'spam' })).status).toBe(204);
  const settled = (await agent.get('/api/console/tickets?status=settled')).body.items;
  expect(settled.map(({ id }: { id: string }) => id)).toContain(ticket.id);
  expect((await acme.owner.post(`${ticket.at}/close`)).body.code).toBe('wrong_state');
  expect((await agent.patch(ticket.console, 3, { status: 'resolved' })).body.code).toBe('wrong_state');
  expect((await agent.patch(ticket.console, 3, { status: 'open' })).status).toBe(204);
  expect((await agent.patch(ticket.console, 4, { status: 'merged' })).status).toBe(400);
});

test('two tickets become one: followers come along, and what is written in the old one arrives in the other', async () => {
  const member = await buildMember(app, acme, 'member');
  const old = await openTicket(acme, member, { subject: 'Dobel' });
  const into = await openTicket(acme, acme.owner, { subject: 'Asli' });
  const foreign = await openTicket(other, other.owner);
  await agent.post(`${into.console}/messages`, { text: 'Selesai', status: 'resolved' });
  const merge = (number: number) => agent.post(`${old.console}/merge`, { into: number });
  for (const wrong of [foreign.number, old.number, 1])
    expect(await merge(wrong)).toMatchObject({ status: 409, body: { code: 'cannot_merge' } });
  expect((await merge(into.number)).status).toBe(204);
  expect((await merge(into.number)).body.code).toBe('cannot_merge');
  const seen = (await member.get(old.at)).body;
  expect(seen).toMatchObject({
    status: 'merged',
    mergedInto: { id: into.id, number: into.number },
    waitingSince: null,
  });
  const target = (await agent.get(into.console)).body;
  expect(target).toMatchObject({ status: 'open', settledAt: null });
  expect(target.waitingSince).not.toBeNull();
  expect(target.followers.map(({ id }: { id: string }) => id).sort()).toEqual(
    [acme.owner.id, member.id].sort(),
  );

  expect((await member.post(`${old.at}/messages`, { text: 'Masih sama' })).status).toBe(201);
  expect((await member.get(old.at)).body).toMatchObject({ status: 'merged', messages: 1 });
  expect((await member.get(into.at)).body.conversation.items.at(-1).html).toContain('Masih sama');
  expect((await agent.post(`${old.console}/messages`, { text: 'Di sini saja' })).status).toBe(201);
  expect((await member.get(into.at)).body.messages).toBe(4);

  const third = await openTicket(acme, acme.owner);
  expect((await agent.post(`${into.console}/merge`, { into: third.number })).status).toBe(204);
  expect((await member.get(old.at)).body.mergedInto.id).toBe(third.id);
  expect((await member.post(`${old.at}/messages`, { text: 'Lagi' })).status).toBe(201);
  expect((await acme.owner.get(third.at)).body.messages).toBe(2);
});

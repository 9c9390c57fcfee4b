import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { factsOf, openTicket, toldTo } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const other = await buildOrganization(app, { name: 'Other' });
const agent = await buildStaff(app, 'support');
const second = await buildStaff(app, 'support');

test('a ticket goes from question to answer to end', async () => {
  const ticket = await openTicket(acme, acme.owner, { kind: 'problem', priority: 'high' });
  const opened = (await acme.owner.get(ticket.at)).body;
  expect(opened).toMatchObject({
    number: ticket.number,
    status: 'new',
    kind: 'problem',
    priority: 'high',
    queue: { name: 'general' },
    requester: { id: acme.owner.id },
    followers: [{ id: acme.owner.id }],
    unread: false,
    answerMinutes: 240,
    reopenUntil: null,
    can: { close: true },
    conversation: {
      items: [
        { author: { kind: 'client', me: true }, html: '<p>Sejak pagi muncul galat 502.</p>\n', files: [] },
      ],
      earlier: null,
    },
  });
  expect(opened.waitingSince).toBe(opened.openedAt);

  await app.clock.advance({ minutes: 10 });
  expect((await agent.post(`${ticket.console}/messages`, { text: 'Sudah kami **perbaiki**.' })).status).toBe(
    201,
  );
  const answered = (await acme.owner.get(ticket.at)).body;
  expect(answered).toMatchObject({
    status: 'waiting_customer',
    unread: true,
    waitingSince: null,
    messages: 2,
  });
  expect(answered.conversation.items[1]).toMatchObject({
    author: { kind: 'staff', me: false },
    html: '<p>Sudah kami <strong>perbaiki</strong>.</p>\n',
  });
  expect((await acme.owner.put(`${ticket.at}/read`)).status).toBe(204);
  expect((await acme.owner.get(ticket.at)).body.unread).toBe(false);

  await app.clock.advance({ minutes: 10 });
  expect((await acme.owner.post(`${ticket.at}/messages`, { text: 'Terima kasih!' })).status).toBe(201);
  const back = (await agent.get(ticket.console)).body;
  expect(back).toMatchObject({ status: 'open', unread: true, assignee: { id: agent.id } });
  expect(new Date(back.waitingSince)).toEqual(app.clock.now());

  expect((await acme.owner.post(`${ticket.at}/close`)).status).toBe(204);
  const closed = (await acme.owner.get(ticket.at)).body;
  expect(closed).toMatchObject({
    status: 'closed',
    waitingSince: null,
    can: { close: { no: 'already_closed' } },
  });
  expect(await acme.owner.post(`${ticket.at}/close`)).toMatchObject({
    status: 409,
    body: { code: 'wrong_state' },
  });

  const facts = await factsOf(app, ticket.id);
  expect(facts.map(({ name }) => name)).toEqual([
    'support.ticket-opened',
    'support.message-posted',
    'support.status-changed',
    'support.ticket-assigned',
    'support.message-posted',
    'support.status-changed',
    'support.status-changed',
  ]);
  expect(
    closed.history.map(({ name, by }: { name: string; by: string | null }) => [name, by !== null]),
  ).toEqual([
    ['support.ticket-opened', true],
    ['support.status-changed', false],
    ['support.ticket-assigned', false],
    ['support.status-changed', true],
    ['support.status-changed', true],
  ]);
});

test('the requester and the team are told; an answer is told in the same transaction', async () => {
  const client = await buildOrganization(app, { name: 'Told' });
  const colleague = await buildMember(app, client, 'technical');
  const ticket = await openTicket(client, client.owner);
  await app.settle();
  expect((await toldTo(app, client.owner.id)).map(({ kind }) => kind)).toEqual(['support.ticket-received']);
  expect((await toldTo(app, agent.id)).some(({ kind }) => kind === 'support.ticket-for-staff')).toBe(true);

  await client.owner.put(`${ticket.at}/followers/${colleague.id}`);
  await agent.post(`${ticket.console}/messages`, { text: 'Kami periksa dulu.' });
  const [told] = await toldTo(app, colleague.id);
  expect(told).toMatchObject({
    kind: 'support.staff-replied',
    data: { excerpt: 'Kami periksa dulu.', path: `/o/${client.slug}/tickets/${ticket.id}`, resolved: false },
  });
  await app.settle();
  const mail = app.ports.sent.find(({ to }) => to.address === client.owner.email && to.name !== '');
  expect(mail?.subject).toContain(`#${ticket.number}`);

  await colleague.post(`${ticket.at}/messages`, { text: 'Ini tambahan dari saya.' });
  expect((await toldTo(app, client.owner.id)).at(-1)).toMatchObject({ kind: 'support.colleague-replied' });
  expect((await toldTo(app, agent.id)).at(-1)).toMatchObject({
    kind: 'support.client-replied',
    data: { client: 'Told', excerpt: 'Ini tambahan dari saya.' },
  });

  await client.owner.delete(`${ticket.at}/followers/${colleague.id}`);
  const before = (await toldTo(app, colleague.id)).length;
  await agent.post(`${ticket.console}/messages`, { text: 'Selesai.' });
  expect((await toldTo(app, colleague.id)).length).toBe(before);
  expect(app.failures).toEqual([]);
});

test('who left the organization is not told any more', async () => {
  const client = await buildOrganization(app);
  const leaver = await buildMember(app, client, 'member');
  const ticket = await openTicket(client, leaver);
  await client.owner.delete(client.at(`/members/${leaver.id}`));
  await app.settle();
  const before = (await toldTo(app, leaver.id)).length;
  await agent.post(`${ticket.console}/messages`, { text: 'Halo' });
  expect((await toldTo(app, leaver.id)).length).toBe(before);
  expect((await leaver.get(ticket.at)).status).toBe(404);
});

test('the same key opens one ticket and posts one reply', async () => {
  const key = randomUUID();
  const body = { subject: 'Dua kali', text: 'Sekali saja' };
  const [one, two] = await Promise.all([
    acme.owner.post(acme.at('/tickets'), body, { key }),
    acme.owner.post(acme.at('/tickets'), body, { key }),
  ]);
  expect(one.body).toEqual(two.body);
  const { id } = one.body;
  const again = randomUUID();
  await acme.owner.post(acme.at(`/tickets/${id}/messages`), { text: 'Lagi' }, { key: again });
  await acme.owner.post(acme.at(`/tickets/${id}/messages`), { text: 'Lagi' }, { key: again });
  expect((await acme.owner.get(acme.at(`/tickets/${id}`))).body.messages).toBe(2);
});

test('two who answer at once: the second is told to read first, and loses nothing', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const { conversation } = (await agent.get(ticket.console)).body;
  const seen = conversation.items.at(-1).id;
  const answers = await Promise.all([
    agent.post(`${ticket.console}/messages`, { text: 'Jawaban satu', seen }),
    second.post(`${ticket.console}/messages`, { text: 'Jawaban dua', seen }),
  ]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('newer_message');
  const now = (await agent.get(ticket.console)).body;
  expect(now.messages).toBe(2);
  const late = answers[0]!.status === 409 ? agent : second;
  const again = await late.post(`${ticket.console}/messages`, {
    text: 'Tambahan',
    seen: now.conversation.items.at(-1).id,
  });
  expect(again.status).toBe(201);
});

test('many at once in one ticket: every message is there, and the count is right', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      n % 2
        ? agent.post(`${ticket.console}/messages`, { text: `Jawaban ${n}` })
        : acme.owner.post(`${ticket.at}/messages`, { text: `Balasan ${n}` }),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  const { messages, conversation } = (await agent.get(ticket.console)).body;
  expect(messages).toBe(21);
  expect(conversation.items).toHaveLength(21);
});

test('staff change what a ticket is, and the old version is refused', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const changed = await agent.patch(ticket.console, 1, {
    priority: 'emergency',
    kind: 'complaint',
    queue: 'technical',
    assigneeId: second.id,
    status: 'on_hold',
  });
  expect(changed.status).toBe(204);
  expect((await agent.get(ticket.console)).body).toMatchObject({
    priority: 'emergency',
    kind: 'complaint',
    queue: { name: 'technical' },
    assignee: { id: second.id },
    status: 'on_hold',
    version: 2,
  });
  expect((await toldTo(app, second.id)).at(-1)).toMatchObject({ kind: 'support.assigned-to-you' });
  expect(await agent.patch(ticket.console, 1, { priority: 'low' })).toMatchObject({
    status: 412,
    body: { code: 'changed_meanwhile' },
  });
  expect(await agent.patch(ticket.console, 2, { status: 'new' })).toMatchObject({
    status: 409,
    body: { code: 'wrong_state' },
  });
  expect(await agent.patch(ticket.console, 2, { assigneeId: acme.owner.id })).toMatchObject({
    status: 422,
    body: { code: 'not_assignable' },
  });
  expect(await agent.patch(ticket.console, 2, { queue: 'nowhere' })).toMatchObject({
    status: 422,
    body: { code: 'unknown_link', fields: [{ path: 'queue' }] },
  });
  expect((await agent.patch(ticket.console, 2, { assigneeId: null })).status).toBe(204);
  const names = (await factsOf(app, ticket.id)).map(({ name }) => name);
  expect(names.slice(1)).toEqual([
    'support.status-changed',
    'support.priority-changed',
    'support.kind-changed',
    'support.queue-changed',
    'support.ticket-assigned',
    'support.ticket-assigned',
  ]);
});

test('staff open a ticket for a member of a client, and for nobody else', async () => {
  const client = await buildOrganization(app);
  const body = {
    organizationId: client.id,
    requesterId: client.owner.id,
    subject: 'Telepon',
    text: 'Ia menelepon.',
  };
  const opened = await agent.post('/api/console/tickets', body);
  expect(opened.status).toBe(201);
  await app.settle();
  const seen = (await client.owner.get(client.at(`/tickets/${opened.body.id}`))).body;
  expect(seen).toMatchObject({ status: 'open', requester: { id: client.owner.id }, unread: true });
  expect((await toldTo(app, client.owner.id)).map(({ kind }) => kind)).toEqual(['support.staff-replied']);
  expect(await agent.post('/api/console/tickets', { ...body, requesterId: other.owner.id })).toMatchObject({
    status: 422,
    body: { code: 'not_a_member' },
  });
});

test('bad input names its fields', async () => {
  const answer = await acme.owner.post(acme.at('/tickets'), {
    subject: 'a\nb',
    text: ' ',
    priority: 'now',
    files: ['x'],
  });
  expect(answer.status).toBe(400);
  expect(answer.body.fields.map(({ path }: { path: string }) => path).sort()).toEqual([
    'files.0',
    'priority',
    'subject',
    'text',
  ]);
});

test('queues are made and changed; what is not offered is not in the form', async () => {
  const titles = { id: 'Penjualan', en: 'Sales' };
  const put = (version: number, offered: boolean) =>
    agent.put(
      '/api/console/ticket-queues/sales',
      { titles, position: 9, offered },
      {
        headers: { 'if-match': `"${version}"` },
      },
    );
  expect((await put(0, true)).body.items.at(-1)).toMatchObject({
    name: 'sales',
    titles,
    offered: true,
    version: 1,
  });
  expect((await put(0, true)).status).toBe(412);
  const form = async () =>
    (await acme.owner.get(acme.at('/tickets/form'))).body.queues.map((q: { name: string }) => q.name);
  expect(await form()).toContain('sales');
  expect((await put(1, false)).status).toBe(200);
  expect(await form()).not.toContain('sales');
});

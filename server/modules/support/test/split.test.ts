import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { findWrongClocks } from '../queries/sla/wrong-clocks.ts';
import { factsOf, openTicket, png, upload } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const other = await buildOrganization(app, { name: 'Other' });
const agent = await buildStaff(app, 'support');
const reader = await buildStaff(app, 'operations');

const open = (over: Record<string, unknown> = {}) => openTicket(acme, acme.owner, over);
const shown = async (ticket: { id: string }) => (await agent.get(`/api/console/tickets/${ticket.id}`)).body;
const split = (ticket: { console: string }, body: object, who = agent) =>
  who.post(`${ticket.console}/split`, { subject: 'Soal lain', ...body });
const numbersOf = (tickets: { number: number }[]) => tickets.map(({ number }) => number);

test('a message with its file becomes a ticket of its own, and stays where it was said', async () => {
  const member = await buildMember(app, acme, 'member');
  const ticket = await open();
  await acme.owner.put(`${ticket.at}/followers/${member.id}`);
  await agent.post(`${ticket.console}/messages`, { text: 'Kami cek.' });
  await app.clock.advance({ minutes: 5 });
  const file = await upload(app, acme.owner, acme.at('/uploads?name=layar.png'), png);
  expect(file.status).toBe(201);
  await acme.owner.post(`${ticket.at}/messages`, { text: 'Dan soal faktur?', files: [file.body.id] });
  const before = await shown(ticket);
  const said = before.conversation.items.at(-1);
  await app.clock.advance({ minutes: 5 });

  const made = await split(ticket, { message: said.id });
  expect(made.status).toBe(201);
  const now = await shown(made.body);
  expect(now).toMatchObject({
    subject: 'Soal lain',
    status: 'open',
    messages: 1,
    requester: { id: acme.owner.id },
    parent: { id: ticket.id, number: ticket.number },
    waitingSince: before.waitingSince,
    unread: true,
  });
  expect(now.conversation.items[0]).toMatchObject({ html: said.html, postedAt: said.postedAt });
  const [copy] = now.conversation.items[0].files;
  expect(copy).toMatchObject({ name: 'layar.png', type: 'image/png' });
  expect((await agent.get(`/api/console/tickets/${made.body.id}/files/${copy.id}`)).status).toBe(200);
  expect((await member.get(acme.at(`/tickets/${made.body.id}/files/${copy.id}`))).status).toBe(200);
  expect((await member.get(acme.at(`/tickets/${ticket.id}/files/${copy.id}`))).status).toBe(404);
  const after = await shown(ticket);
  expect(after.conversation).toEqual(before.conversation);
  expect(after).toMatchObject({ messages: before.messages, waitingSince: before.waitingSince });
  expect(numbersOf(after.children)).toEqual([made.body.number]);
  expect((await factsOf(app, ticket.id)).at(-1)).toEqual({
    name: 'support.ticket-split',
    data: { into: made.body.id, messages: 1 },
  });
  expect((await factsOf(app, made.body.id)).map(({ name }) => name)).toEqual([
    'support.ticket-opened',
    'support.ticket-split-off',
  ]);
  expect((await acme.owner.get(acme.at('/tickets?q=soal+lain'))).body.items).toHaveLength(1);
});

test('what followed goes along, notes as notes; answered is answered', async () => {
  const ticket = await open();
  await app.clock.advance({ minutes: 1 });
  await acme.owner.post(`${ticket.at}/messages`, { text: 'Kedua.' });
  await app.clock.advance({ minutes: 1 });
  await agent.post(`${ticket.console}/notes`, { text: 'rahasia7391' });
  await app.clock.advance({ minutes: 1 });
  await agent.post(`${ticket.console}/messages`, { text: 'Jawaban.' });
  const { items } = (await shown(ticket)).conversation;
  const { body } = await split(ticket, { message: items[1].id, following: true });
  const now = await shown(body);
  expect(now.conversation.items.map(({ internal }: { internal: boolean }) => internal)).toEqual([
    false,
    true,
    false,
  ]);
  expect(now).toMatchObject({
    status: 'waiting_customer',
    messages: 2,
    waitingSince: null,
    lastMessageBy: 'staff',
  });
  expect((await acme.owner.get(acme.at(`/tickets/${body.id}`))).text).not.toContain('rahasia7391');
  const answered = await agent.post(`/api/console/tickets/${body.id}/messages`, {
    text: 'Lanjut di sini.',
    seen: now.conversation.items[2].id,
  });
  expect(answered.status).toBe(201);
});

test('a note begins no ticket; neither does what is elsewhere, or in a ticket that was merged', async () => {
  const [ticket, into] = [await open(), await open()];
  const elsewhere = await openTicket(other, other.owner);
  await agent.post(`${ticket.console}/notes`, { text: 'Catatan' });
  const { items } = (await shown(ticket)).conversation;
  expect((await split(ticket, { message: items[1].id })).body.code).toBe('cannot_split');
  const foreign = (await shown(elsewhere)).conversation.items[0].id;
  expect((await split(ticket, { message: foreign })).status).toBe(404);
  expect((await split(ticket, { message: items[0].id }, reader)).status).toBe(404);
  expect((await split(ticket, { message: items[0].id }, acme.owner)).status).toBe(404);
  await agent.post(`${ticket.console}/merge`, { into: into.number });
  expect((await split(ticket, { message: items[0].id })).body.code).toBe('wrong_state');
});

test('families have two generations, of one organization', async () => {
  const [a, b, c] = [await open(), await open(), await open()];
  const foreign = await openTicket(other, other.owner);
  const put = (ticket: { console: string }, number: number | null, who = agent) =>
    who.put(`${ticket.console}/parent`, { number });
  expect((await put(b, a.number)).status).toBe(204);
  for (const [ticket, number] of [
    [a, a.number],
    [a, c.number],
    [c, b.number],
    [c, foreign.number],
    [c, 1],
  ] as const)
    expect((await put(ticket, number)).body.code).toBe('cannot_be_parent');
  expect(numbersOf((await shown(a)).children)).toEqual([b.number]);
  expect((await put(b, null)).status).toBe(204);
  expect((await shown(a)).children).toEqual([]);
  expect((await put(c, a.number, reader)).status).toBe(404);
  const answers = await Promise.all([put(a, c.number), put(c, a.number)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
});

test('an answer for all reaches each open child once, as its own', async () => {
  const [parent, one, two, done] = [await open(), await open(), await open(), await open()];
  for (const child of [one, two, done]) await agent.put(`${child.console}/parent`, { number: parent.number });
  await agent.patch(done.console, 1, { status: 'closed' });
  const answer = await agent.post(`${parent.console}/messages`, {
    text: 'Sudah pulih semua.',
    status: 'resolved',
    children: true,
  });
  expect(answer.status).toBe(201);
  for (const ticket of [parent, one, two])
    expect(await shown(ticket)).toMatchObject({
      status: 'resolved',
      messages: 2,
      assignee: { id: agent.id },
    });
  expect(await shown(done)).toMatchObject({ status: 'closed', messages: 1 });
  await agent.post(`${parent.console}/messages`, { text: 'Hanya di sini.' });
  expect((await shown(one)).messages).toBe(2);
});

test('clocks stay what happened', async () => {
  expect(await app.ctx.read((db) => findWrongClocks(db, 10))).toEqual([]);
});

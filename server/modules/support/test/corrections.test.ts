import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { factsOf, openTicket } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const colleague = await buildMember(app, acme, 'member');
const viewer = await buildMember(app, acme, 'viewer');
const other = await buildOrganization(app, { name: 'Lain' });
const sari = await buildStaff(app, 'support');
const budi = await buildStaff(app, 'support');
const boss = await buildStaff(app, 'administrator');

const opened = async () => {
  const ticket = await openTicket(acme, acme.owner);
  const [first] = (await acme.owner.get(ticket.at)).body.conversation.items;
  return { ...ticket, first, message: `${ticket.at}/messages/${first.id}` };
};
const setMinutes = async (minutes: number) => {
  const { version } = (await boss.get('/api/console/settings/support.corrections')).body;
  const answer = await boss.put(
    '/api/console/settings/support.corrections',
    { value: { minutes } },
    { version },
  );
  expect(answer.status).toBeLessThan(300);
};

test('a client corrects their message; both sides read the new words and what it said', async () => {
  const ticket = await opened();
  expect(ticket.first).toMatchObject({ version: 1, editedAt: null, redacted: null });
  expect(ticket.first.correctUntil).toBe(new Date(app.clock.now().getTime() + 900_000).toISOString());
  const before = (await sari.get(ticket.console)).body;
  const corrected = await acme.owner.patch(ticket.message, 1, {
    text: 'Sejak **kemarin** muncul galat 503.',
  });
  expect(corrected).toMatchObject({ status: 200, body: { version: 2 } });
  const after = (await sari.get(ticket.console)).body;
  expect(after.conversation.items[0]).toMatchObject({ version: 2, editedAt: app.clock.now().toISOString() });
  expect(after.conversation.items[0].html).toContain('503');
  const untouched = ({ version, waitingSince, status, clocks, lastMessageAt, unread }: typeof after) => ({
    version,
    waitingSince,
    status,
    clocks,
    lastMessageAt,
    unread,
  });
  expect(untouched(after)).toEqual(untouched(before));
  for (const [who, at] of [
    [acme.owner, ticket.message],
    [sari, `${ticket.console}/messages/${ticket.first.id}`],
  ] as const) {
    const { body } = await who.get(at);
    expect(body).toMatchObject({ text: 'Sejak **kemarin** muncul galat 503.', version: 2 });
    expect(body.versions.map(({ version }: { version: number }) => version)).toEqual([1, 2]);
    expect(body.versions[0].parts).toEqual([{ kind: 'same', text: 'Sejak pagi muncul galat 502.' }]);
    expect(body.versions[1].parts).toContainEqual({ kind: 'removed', text: '502' });
    expect(body.versions[1].parts).toContainEqual({ kind: 'added', text: '503' });
  }
  expect(await factsOf(app, ticket.id)).toContainEqual({
    name: 'support.message-corrected',
    data: { messageId: ticket.first.id, by: 'client', version: 2 },
  });
});

test('the search finds the newest words and no others', async () => {
  const ticket = await openTicket(acme, acme.owner, { text: 'Mesin jahitku rusak' });
  for (let index = 0; index < 6; index += 1)
    await acme.owner.post(`${ticket.at}/messages`, { text: `Tambahan ke ${index}` });
  const found = async (q: string) =>
    (await acme.owner.get(acme.at(`/tickets?q=${q}`))).body.items.some(
      ({ id }: { id: string }) => id === ticket.id,
    );
  const [first] = (await acme.owner.get(ticket.at)).body.conversation.items;
  expect([await found('jahitku'), await found('tenunku')]).toEqual([true, false]);
  await acme.owner.patch(`${ticket.at}/messages/${first.id}`, 1, { text: 'Mesin tenunku rusak' });
  expect([await found('jahitku'), await found('tenunku'), await found('tambahan')]).toEqual([
    false,
    true,
    true,
  ]);
});

test('of two corrections at once the second is refused by name, and nothing is lost', async () => {
  const ticket = await opened();
  const answers = await Promise.all(
    ['satu', 'dua'].map((text) => acme.owner.patch(ticket.message, 1, { text })),
  );
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)!.body.code).toBe('message_changed');
  const { text, version, versions } = (await acme.owner.get(ticket.message)).body;
  expect([version, versions.length]).toEqual([2, 2]);
  const won = answers.findIndex(({ status }) => status === 200);
  expect(text).toBe(['satu', 'dua'][won]);
  expect((await acme.owner.patch(ticket.message, 2, { text })).body).toEqual({ version: 2 });
});

test('it is over after a while, after an answer, and where the business turned it off', async () => {
  const late = await opened();
  await app.clock.advance({ minutes: 15 });
  expect((await acme.owner.patch(late.message, 1, { text: 'lambat' })).body.code).toBe('correction_too_late');
  const answered = await opened();
  const reply = await sari.post(`${answered.console}/messages`, { text: 'Kami lihat.' });
  expect((await acme.owner.patch(answered.message, 1, { text: 'terjawab' })).body.code).toBe(
    'already_answered',
  );
  expect((await acme.owner.get(answered.at)).body.conversation.items[0].correctUntil).toBeNull();
  const own = `${answered.console}/messages/${reply.body.messageId}`;
  expect((await sari.patch(own, 1, { text: 'Kami lihat dulu.' })).status).toBe(200);
  await setMinutes(0);
  expect((await sari.patch(own, 2, { text: 'mati' })).body.code).toBe('corrections_off');
  expect((await sari.get(own)).body.can).toEqual({ correct: { no: 'corrections_off' } });
  await setMinutes(60);
  await app.clock.advance({ minutes: 30 });
  expect((await sari.patch(own, 2, { text: 'lebih lama' })).status).toBe(200);
  await setMinutes(15);
});

test('a note of staff does not end a client’s right, and clients cannot reach it', async () => {
  const ticket = await opened();
  const note = await sari.post(`${ticket.console}/notes`, { text: 'Di antara kita.' });
  expect((await acme.owner.patch(ticket.message, 1, { text: 'masih boleh' })).status).toBe(200);
  const at = `${ticket.at}/messages/${note.body.messageId}`;
  expect((await acme.owner.get(at)).status).toBe(404);
  expect((await acme.owner.patch(at, 1, { text: 'x' })).status).toBe(404);
  await sari.patch(`${ticket.console}/messages/${note.body.messageId}`, 1, { text: 'Di antara kami.' });
  const { rows } = await app.app.pool.query<{ audience: string }>(
    "select audience from kernel.events where name = 'support.note-corrected' and subject_id = $1",
    [ticket.id],
  );
  expect(rows).toEqual([{ audience: 'staff' }]);
});

test('only the author corrects, on their own side and with the right', async () => {
  const ticket = await opened();
  await acme.owner.put(`${ticket.at}/followers/${colleague.id}`);
  expect((await colleague.get(ticket.message)).status).toBe(200);
  expect((await colleague.patch(ticket.message, 1, { text: 'x' })).body.code).toBe('not_your_message');
  expect((await viewer.patch(ticket.message, 1, { text: 'x' })).status).toBe(404);
  const foreign = ticket.message.replace(acme.id, other.id);
  for (const at of [ticket.message, foreign]) {
    expect((await other.owner.get(at)).status).toBe(404);
    expect((await other.owner.patch(at, 1, { text: 'x' })).status).toBe(404);
  }
  const desk = `${ticket.console}/messages/${ticket.first.id}`;
  expect((await sari.patch(desk, 1, { text: 'x' })).body.code).toBe('not_your_message');
  const reply = await sari.post(`${ticket.console}/messages`, { text: 'Jawaban.' });
  expect(
    (await budi.patch(`${ticket.console}/messages/${reply.body.messageId}`, 1, { text: 'x' })).body.code,
  ).toBe('not_your_message');
  expect((await acme.owner.patch(ticket.message, 1, { text: ' ' })).status).toBe(400);
});

test('a child and its parent are corrected each by itself', async () => {
  const parent = await opened();
  const child = await opened();
  await sari.put(`${child.console}/parent`, { number: parent.number });
  await sari.post(`${parent.console}/messages`, { text: 'Untuk semua.', children: true });
  const lastOf = async (at: string) => (await sari.get(at)).body.conversation.items.at(-1);
  const said = await lastOf(parent.console);
  expect(
    (await sari.patch(`${parent.console}/messages/${said.id}`, 1, { text: 'Untuk induk.' })).status,
  ).toBe(200);
  expect((await lastOf(child.console)).html).toContain('Untuk semua.');
  expect((await sari.patch(`${child.console}/messages/${said.id}`, 2, { text: 'x' })).status).toBe(404);
});

test('nobody changes what was said, not even the owner of the tables', async () => {
  const ticket = await opened();
  await acme.owner.patch(ticket.message, 1, { text: 'lain' });
  for (const statement of [
    "update support.message_versions set body = 'x' where message_id = $1",
    'update support.message_versions set written_at = now() where message_id = $1',
    'delete from support.message_versions where message_id = $1',
  ])
    await expect(app.app.pool.query(statement, [ticket.first.id])).rejects.toThrow('what a message said');
});

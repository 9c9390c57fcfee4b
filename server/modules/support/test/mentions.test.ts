import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { openTicket, toldTo } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const sari = await buildStaff(app, 'support');
const budi = await buildStaff(app, 'operations');
const dana = await buildStaff(app, 'finance');

const handles = async () =>
  new Map<string, string>(
    (await sari.get('/api/console/tickets/mentionable')).body.items.map(
      ({ id, handle }: { id: string; handle: string }) => [id, handle],
    ),
  );
const handleOf = async (person: { id: string }) => (await handles()).get(person.id)!;
const toldOf = async (person: { id: string }) =>
  (await toldTo(app, person.id)).filter(({ kind }) => kind === 'support.mentioned');
const noted = async (as: typeof sari, at: string, text: string) => {
  const answer = await as.post(`${at}/notes`, { text });
  expect(answer.status).toBe(201);
  return answer.body.messageId as string;
};
const lastOf = async (at: string, as = sari) => (await as.get(at)).body.conversation.items.at(-1);

test('whom a note names is told once, and stands marked in the thread', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const before = (await toldOf(budi)).length;
  await noted(sari, ticket.console, `@${await handleOf(budi)}, tolong lihat. @${await handleOf(budi)}!`);
  expect((await toldOf(budi)).length).toBe(before + 1);
  const named = new RegExp('<span class="mention">@', 'g');
  expect((await lastOf(ticket.console)).html.match(named)).toHaveLength(2);
  expect((await lastOf(ticket.console, budi)).html).toContain('<mark class="mention">@');
});

test('who names themselves is not told, nor whoever may not read tickets', async () => {
  const ticket = await openTicket(acme, acme.owner);
  expect((await handles()).has(dana.id)).toBe(false);
  const { rows } = await app.app.pool.query<{ name: string }>(
    'select name from identity.people where id = any ($1)',
    [[dana.id, acme.owner.id]],
  );
  const guesses = rows.map(
    ({ name }) =>
      `@${name
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)!
        .join('-')}`,
  );
  const own = await toldOf(sari);
  await noted(sari, ticket.console, `@${await handleOf(sari)} ${guesses.join(' ')}`);
  expect(await toldOf(sari)).toEqual(own);
  expect(await toldOf(dana)).toEqual([]);
  expect(await toldOf(acme.owner)).toEqual([]);
  const kept = await app.app.pool.query('select person_id from support.mentions where ticket_id = $1', [
    ticket.id,
  ]);
  expect(kept.rows).toEqual([{ person_id: sari.id }]);
});

test('a correction tells only whom it names anew', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const other = await buildStaff(app, 'support');
  const [b, o] = [await handleOf(budi), await handleOf(other)];
  const note = await noted(sari, ticket.console, `@${b} lihat`);
  const before = (await toldOf(budi)).length;
  const at = `${ticket.console}/messages/${note}`;
  expect((await sari.patch(at, 1, { text: `@${b} dan @${o} lihat` })).body).toEqual({ version: 2 });
  expect((await toldOf(budi)).length).toBe(before);
  expect(await toldOf(other)).toHaveLength(1);
  expect((await sari.patch(at, 2, { text: 'tidak jadi' })).status).toBe(200);
  expect((await sari.patch(at, 3, { text: `@${o} jadi` })).status).toBe(200);
  expect(await toldOf(other)).toHaveLength(1);
});

test('the assignee who is named hears of it once', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const boss = await buildStaff(app, 'administrator');
  await boss.post(`${ticket.console}/messages`, { text: 'Kami periksa.' });
  await noted(sari, ticket.console, `@${await handleOf(boss)} sudah?`);
  expect((await toldTo(app, boss.id)).map(({ kind }) => kind)).toEqual(['support.mentioned']);
});

test('the view of mentions has what is not settled, and its count', async () => {
  const reader = await buildStaff(app, 'operations');
  const mine = async () =>
    (await reader.get('/api/console/tickets?status=active&mentioned=me')).body.items.map(
      ({ id }: { id: string }) => id,
    );
  const count = async () => (await reader.get('/api/console/tickets/workload')).body.mentioned;
  expect([await mine(), await count()]).toEqual([[], 0]);
  const ticket = await openTicket(acme, acme.owner);
  await noted(sari, ticket.console, `@${await handleOf(reader)} tolong`);
  await sari.put(`${ticket.console}/snooze`, { until: null });
  expect([await mine(), await count()]).toEqual([[ticket.id], 1]);
  await sari.post(`${ticket.console}/messages`, { text: 'Selesai.', status: 'resolved' });
  expect([await mine(), await count()]).toEqual([[], 0]);
});

test('in what goes to clients an at sign is one, and clients learn of nobody’s handle', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const before = (await toldOf(budi)).length;
  await sari.post(`${ticket.console}/messages`, { text: `@${await handleOf(budi)} yang mengurus.` });
  expect((await toldOf(budi)).length).toBe(before);
  expect((await lastOf(ticket.console)).html).not.toContain('class="mention"');
  expect((await acme.owner.get('/api/console/tickets/mentionable')).status).toBe(404);
  expect((await dana.get('/api/console/tickets/mentionable')).status).toBe(404);
});

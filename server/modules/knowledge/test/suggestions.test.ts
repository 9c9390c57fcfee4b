import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { newId } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import type { TestPerson } from '../../../test/kit/people.ts';
import { buildCategory, publishArticle } from './shelf.ts';

const app = await createTestApp();
const editor = await buildStaff(app, 'support');
const client = await buildOrganization(app);
const category = await buildCategory(editor);
const write = (slug: string, title: string, body: string) =>
  publishArticle(editor, { slug, category, en: [title, body] });
await write(
  'suspended',
  'My service is suspended',
  'Pay the overdue invoice and your service runs again within minutes.',
);
await write('dns', 'Point a domain to us', 'Set the nameservers or the DNS records of your domain.');
await write('mail', 'Set up mail on a phone', 'Use the server, user name and password of your mailbox.');

const suggest = async (text: string, reader: TestPerson = client.owner) => {
  const answer = await reader.get(`/api/me/knowledge/suggestions?text=${encodeURIComponent(text)}`);
  expect(answer.status).toBe(200);
  return answer.body.items.map(({ slug }: { slug: string }) => slug);
};
const note = (reader: TestPerson, asking: string, opened: boolean) =>
  reader.put(`/api/me/knowledge/askings/${asking}`, { opened });
const deflection = async () => (await editor.get('/api/console/knowledge/insights')).body.deflection;
const newAsking = () => newId<'asking'>(app.clock.now());
const openTicket = (by: TestPerson) =>
  by.post(client.at('/tickets'), {
    subject: 'Help',
    text: 'Please help.',
    kind: 'question',
    priority: 'normal',
    queue: 'general',
  });

test('what is being written finds what may answer it, and nothing rather than something bad', async () => {
  const asked = 'Hi, since this morning our service is suspended although we paid the invoice. Please help!';
  expect((await suggest(asked))[0]).toBe('suspended');
  expect((await suggest('I cannot receive mail on my phone'))[0]).toBe('mail');
  expect(await suggest('Thank you for the nice lunch')).toEqual([]);
  expect(await suggest('')).toEqual([]);
  expect(await suggest('dns')).toEqual(['dns']);
  expect((await app.stranger.get('/api/me/knowledge/suggestions?text=dns')).status).toBe(401);
  const long = await client.owner.get(`/api/me/knowledge/suggestions?text=${'a'.repeat(2001)}`);
  expect(long.status).toBe(400);
});

test('an asking counts as answered only when an article was opened and no ticket came within a day', async () => {
  const colleague = await buildMember(app, client, 'member');
  const other = await buildMember(app, client, 'technical');
  const asking = newAsking();
  expect((await note(client.owner, asking, false)).status).toBe(204);
  await note(client.owner, asking, true);
  await note(client.owner, asking, false);
  await note(colleague, newAsking(), true);
  await note(other, newAsking(), false);
  expect(await deflection()).toEqual({ shown: 3, opened: 2, asked: 0, answered: 0 });

  await app.clock.advance({ hours: 2 });
  expect((await openTicket(colleague)).status).toBe(201);
  await app.settle();
  expect(await deflection()).toEqual({ shown: 3, opened: 2, asked: 1, answered: 0 });
  await app.clock.advance({ hours: 23 });
  expect(await deflection()).toEqual({ shown: 3, opened: 2, asked: 1, answered: 1 });

  // A day later a ticket is about something else, and nobody knows any more who was asking.
  await app.sweep('knowledge.forget-readers');
  await openTicket(client.owner);
  await app.settle();
  expect(await deflection()).toEqual({ shown: 3, opened: 2, asked: 1, answered: 1 });
  const kept = await app.ctx.read((db) => db.selectFrom('knowledge.askings').select('person_id').execute());
  expect(kept.every(({ person_id: person }) => person === null)).toBe(true);
});

test('nobody touches the asking of another, and staff opening a ticket for a client does not count', async () => {
  const before = await deflection();
  const asking = newAsking();
  await note(client.owner, asking, false);
  await note(await buildMember(app, client, 'member'), asking, true);
  expect(await deflection()).toMatchObject({ shown: before.shown + 1, opened: before.opened });
  expect((await note(client.owner, 'not-an-id', true)).status).toBe(400);
  expect((await note(client.owner, randomUUID(), true)).status).toBe(204);
});

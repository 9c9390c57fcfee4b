import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { buildActiveService } from '../../services/test/build.ts';
import { factsOf, openTicket, toldTo } from '../../support/test/world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const agent = await buildStaff(app, 'support');
const colleague = await buildStaff(app, 'support');
const finance = await buildStaff(app, 'finance');
const nameOf = async (id: string): Promise<string> =>
  (await app.app.pool.query('select name from identity.people where id = $1', [id])).rows[0].name;
const owner = await nameOf(acme.owner.id);
const bayu = await nameOf(agent.id);
const replies = '/api/console/canned-replies';
const macros = '/api/console/ticket-macros';

const texts = {
  id: 'Halo {{client}}, tentang {{service|layanan Anda}} di {{number}}.',
  en: 'Hi {{client}}, about {{service|your service}} in {{number}}. {{agent}} of us.',
};
const kept = (over: object = {}) => ({ title: 'Hello', folder: 'Greetings', texts, shared: true, ...over });
const macroOf = (acts: object, over: object = {}) => ({ title: 'Macro', shared: true, acts, ...over });

async function make(url: string, body: object, as = agent): Promise<string> {
  const answer = await as.post(url, body);
  expect(answer.status, answer.text).toBe(201);
  return answer.body.id;
}

test('a reply reads in the ticket’s language, filled from the ticket; what it does not say is told', async () => {
  const service = await buildActiveService(app, acme, {});
  const ticket = await openTicket(acme, acme.owner);
  const only = await make(
    replies,
    kept({ title: 'Only English', texts: { id: null, en: 'See {{invoice}}.' } }),
  );
  const both = await make(replies, kept());
  const fitting = async (at = ticket.console) => (await agent.get(`${at}/canned-replies`)).body;
  await agent.patch(ticket.console, 1, { language: 'id' });
  const inIndonesian = await fitting();
  expect(inIndonesian.language).toBe('id');
  expect(inIndonesian.items.find(({ id }: { id: string }) => id === both)).toMatchObject({
    text: `Halo ${owner}, tentang layanan Anda di #${ticket.number}.`,
    otherLanguage: false,
    missing: [],
  });
  expect(inIndonesian.items.find(({ id }: { id: string }) => id === only)).toMatchObject({
    text: 'See {{invoice}}.',
    otherLanguage: true,
    missing: ['invoice'],
  });
  await agent.patch(ticket.console, 2, { language: 'en', serviceId: service });
  const detail = (await agent.get(ticket.console)).body;
  const { text } = (await fitting()).items.find(({ id }: { id: string }) => id === both);
  expect(text).toBe(
    `Hi ${owner}, about ${detail.service.label || detail.service.names.en} in #${ticket.number}. ${bayu} of us.`,
  );
  const found = await agent.get(`${ticket.console}/canned-replies?q=only`);
  expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([only]);
});

test('an unknown variable is refused where it stands; a text is there in one language at least', async () => {
  const wrong = await agent.post(replies, kept({ texts: { id: 'Halo {{klien}}', en: 'Hi {{client}}' } }));
  expect(wrong).toMatchObject({ status: 422, body: { code: 'unknown_variable' } });
  expect(wrong.body.fields).toMatchObject([{ path: 'texts.id', code: 'unknown_variable' }]);
  expect((await agent.post(replies, kept({ texts: { id: null, en: null } }))).status).toBe(400);
  const note = await agent.post(macros, macroOf({ note: '{{x}}' }));
  expect(note.body.fields).toMatchObject([{ path: 'acts.note', code: 'unknown_variable' }]);
  const reply = await agent.post(macros, macroOf({ reply: { id: null, en: '{{y}}' } }));
  expect(reply.body.fields).toMatchObject([{ path: 'acts.reply.en', code: 'unknown_variable' }]);
  expect((await agent.post(macros, macroOf({}))).status).toBe(400);
  expect((await agent.post(macros, macroOf({ assignee: finance.id }))).body.code).toBe('not_assignable');
  expect((await agent.post(macros, macroOf({ queue: 'nowhere' }))).body.code).toBe('unknown_link');
});

test('what is one’s own nobody else sees or changes; changes need the version that was seen', async () => {
  const own = await make(replies, kept({ title: 'Mine', shared: false }));
  const ofAgent = (await agent.get(`${replies}?whose=own`)).body.items;
  expect(ofAgent).toMatchObject([{ id: own, shared: false, version: 1 }]);
  expect((await colleague.get(`${replies}?q=mine`)).body.items).toEqual([]);
  expect((await agent.get(`${replies}/folders`)).body.items).toEqual(['Greetings']);
  const put = (as: typeof agent, version: number, over: object = {}) =>
    as.put(`${replies}/${own}`, kept({ shared: false, ...over }), { version });
  expect((await put(colleague, 1)).status).toBe(404);
  expect((await colleague.delete(`${replies}/${own}`)).status).toBe(404);
  expect((await put(agent, 1, { title: 'Renamed' })).status).toBe(204);
  expect((await put(agent, 1)).status).toBe(412);
  expect((await put(agent, 2, { shared: true })).status).toBe(204);
  expect((await colleague.get(`${replies}?q=hello&limit=1`)).body.next).not.toBeNull();
  expect((await colleague.delete(`${replies}/${own}`)).status).toBe(204);
  for (const as of [finance, acme.owner]) {
    expect((await as.get(replies)).status).toBe(404);
    expect((await as.post(macros, macroOf({ note: 'x' }))).status).toBe(404);
  }
  const macro = await make(macros, macroOf({ note: 'x' }, { shared: false }));
  const ticket = await openTicket(acme, acme.owner);
  expect((await colleague.post(`${ticket.console}/macros/${macro}`, { version: 1 })).status).toBe(404);
  expect((await colleague.put(`${macros}/${macro}`, macroOf({ note: 'y' }), { version: 1 })).status).toBe(
    404,
  );
  const renamed = macroOf({ note: 'y' }, { shared: false });
  expect((await agent.put(`${macros}/${macro}`, renamed, { version: 1 })).status).toBe(204);
  expect((await agent.delete(`${macros}/${macro}`)).status).toBe(204);
  expect((await agent.get(macros)).body.items).toEqual([]);
});

test('a macro shows what it will do, then does all of it at once', async () => {
  const member = await buildMember(app, acme, 'member');
  const sari = await nameOf(member.id);
  const ticket = await openTicket(acme, member);
  await agent.patch(ticket.console, 1, { tags: ['old', 'stays'] });
  const macro = await make(
    macros,
    macroOf({
      status: 'resolved',
      priority: 'low',
      kind: 'request',
      queue: 'technical',
      assignee: 'me',
      addTags: ['done'],
      removeTags: ['old'],
      reply: { id: 'Sudah beres, {{client}}.', en: null },
      note: 'Closed by {{agent}}',
    }),
  );
  const shown = (await agent.get(`${ticket.console}/macros`)).body.items;
  expect(shown).toMatchObject([
    {
      id: macro,
      status: 'resolved',
      assignee: bayu,
      queue: { en: 'Technical and services' },
      reply: `Sudah beres, ${sari}.`,
      note: `Closed by ${bayu}`,
      can: { apply: true },
    },
  ]);
  const { version } = shown[0];
  const apply = (body: object) => agent.post(`${ticket.console}/macros/${macro}`, body);
  expect((await apply({ version: version + 1 })).status).toBe(412);
  const [opening] = (await agent.get(ticket.console)).body.conversation.items;
  await member.post(`${ticket.at}/messages`, { text: 'Satu lagi' });
  const late = await apply({ version, seen: opening.id });
  expect(late).toMatchObject({ status: 409, body: { code: 'newer_message' } });
  // nothing of it was done, the note neither
  expect((await agent.get(ticket.console)).body).toMatchObject({
    priority: 'normal',
    tags: ['old', 'stays'],
  });
  expect((await agent.get(ticket.console)).body.conversation.items).toHaveLength(2);

  expect((await apply({ version })).status).toBe(204);
  const after = (await agent.get(ticket.console)).body;
  expect(after).toMatchObject({
    status: 'resolved',
    priority: 'low',
    kind: 'request',
    queue: { name: 'technical' },
    tags: ['done', 'stays'],
    assignee: { id: agent.id },
  });
  const [note, reply] = after.conversation.items.slice(-2);
  expect([note.internal, reply.internal]).toEqual([true, false]);
  expect(reply.html).toContain(`Sudah beres, ${sari}.`);
  expect((await factsOf(app, ticket.id)).map(({ name }) => name)).toContain('automation.macro-applied');
  await app.settle();
  expect((await toldTo(app, member.id)).map(({ kind }) => kind)).toContain('support.staff-replied');
});

test('a macro that cannot be done says so before and refuses after', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const missing = await make(macros, macroOf({ reply: { id: 'Tagihan {{invoice}}', en: null } }));
  const spam = await make(macros, macroOf({ status: 'on_hold' }));
  await agent.patch(ticket.console, 1, { status: 'spam' });
  const { items } = (await agent.get(`${ticket.console}/macros`)).body;
  const can = (macro: string) => items.find(({ id }: { id: string }) => id === macro).can.apply;
  expect([can(missing), can(spam)]).toEqual([{ no: 'value_missing' }, { no: 'wrong_state' }]);
  const apply = (macro: string) => agent.post(`${ticket.console}/macros/${macro}`, { version: 1 });
  expect((await apply(missing)).body.code).toBe('value_missing');
  expect((await apply(spam)).body.code).toBe('wrong_state');
});

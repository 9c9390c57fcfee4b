import { beforeEach, expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import type { TestClient } from '../../../test/kit/client.ts';
import { servesEverything } from '../../../test/kit/pages.ts';
import { buildMember, buildOrganization, buildPerson, buildStaff } from '../../../test/kit/people.ts';
import { openTicket, png, upload } from '../../support/test/world.ts';
import { noteBounce } from '../../notifications/index.ts';
import { address as mailbox, buildWebhook, letterFrom, waiting } from './world.ts';

const app = await createTestApp(undefined, { extend: servesEverything });
const administrator = await buildStaff(app, 'administrator');
const agent = await buildStaff(app, 'support');
const box = await buildWebhook(app, administrator);
const client = await buildOrganization(app, { name: 'Maju Jaya' });
const other = await buildOrganization(app, { name: 'Lain' });
const child = await buildOrganization(app, { name: 'Cabang', parent: client.id });
const budi = client.owner;

beforeEach(() => {
  app.ports.sent.length = 0;
});

let count = 0;
const outside = () => `luar-${++count}@asing.example`;
const copy = (as: TestClient, ticket: { at: string }, address: string) =>
  as.post(`${ticket.at}/copied`, { address });
const mailsTo = (address: string) => app.ports.sent.filter(({ to }) => to.address === address);
const answer = (ticket: { console: string }, text: string) =>
  agent.post(`${ticket.console}/messages`, { text });
const copiedOf = async (as: TestClient, url: string): Promise<any[]> => (await as.get(url)).body.copied;

test('who is copied gets what is said from then on, never a note, and answers by mail into the ticket', async () => {
  const ticket = await openTicket(client, budi, { text: 'Rahasia awal.' });
  await answer(ticket, 'Sebelum disalin.');
  await app.settle();
  const luar = outside();
  expect(await copy(budi, ticket, luar.toUpperCase())).toMatchObject({
    status: 201,
    body: { colleague: false },
  });
  await app.settle();
  expect(mailsTo(luar)).toEqual([]);
  await app.clock.advance({ minutes: 1 });
  await agent.post(`${ticket.console}/notes`, { text: 'Hanya kita.' });
  await answer(ticket, 'Sesudah disalin.');
  await app.settle();
  await budi.post(`${ticket.at}/messages`, { text: 'Terima kasih.' });
  await app.settle();
  const mails = mailsTo(luar);
  expect(mails).toHaveLength(2);
  const [first] = mails;
  expect(first!.text).toContain('Sesudah disalin.');
  for (const { text } of mails) {
    expect(text).not.toContain('Sebelum disalin.');
    expect(text).not.toContain('Rahasia awal.');
    expect(text).not.toContain('Hanya kita.');
  }
  expect(first!.replyTo).toContain(`+t${ticket.number}.`);

  app.ports.sent.length = 0;
  await box.deliver(letterFrom(`Orang Luar <${luar}>`, { to: first!.replyTo!, text: 'Saya setuju.' }));
  expect(await waiting(agent)).toEqual([]);
  const { conversation, followers } = (await budi.get(ticket.at)).body;
  expect(conversation.items.at(-1)).toMatchObject({ author: { kind: 'client', name: 'Orang Luar' } });
  expect(conversation.items.at(-1).html).toContain('Saya setuju.');
  // Not a follower: there is nothing here that they may look at.
  expect(followers.map(({ id }: { id: string }) => id)).toEqual([budi.id]);
  expect(mailsTo(luar)).toEqual([]);
  expect(mailsTo(budi.email)).toHaveLength(1);
});

test('the signed address is worth nothing to anybody else, nor once it has ended', async () => {
  const ticket = await openTicket(client, budi);
  const luar = outside();
  const { id } = (await copy(budi, ticket, luar)).body;
  await app.clock.advance({ minutes: 1 });
  await answer(ticket, 'Halo.');
  await app.settle();
  const { replyTo } = mailsTo(luar)[0]!;
  const before = (await budi.get(ticket.at)).body.messages;
  await box.deliver(letterFrom(`Lain <${outside()}>`, { to: replyTo!, text: 'Menyusup' }));
  expect((await budi.delete(`${ticket.at}/copied/${id}`)).status).toBe(204);
  await box.deliver(letterFrom(`Orang Luar <${luar}>`, { to: replyTo!, text: 'Terlambat' }));
  expect((await budi.get(ticket.at)).body.messages).toBe(before);
});

test('everybody on the ticket and the desk see who is copied; its client and staff take them off', async () => {
  const colleague = await buildMember(app, client, 'technical');
  const third = await buildMember(app, client, 'technical');
  const ticket = await openTicket(client, colleague);
  const [one, two] = [outside(), outside()];
  const first = (await copy(colleague, ticket, one)).body.id;
  const second = (await agent.post(`${ticket.console}/copied`, { address: two })).body.id;
  expect(await copiedOf(third, ticket.at)).toMatchObject([
    { address: one, removable: false },
    { address: two, removable: false },
  ]);
  expect((await copiedOf(agent, ticket.console)).map(({ removable }) => removable)).toEqual([true, true]);
  expect((await third.delete(`${ticket.at}/copied/${first}`)).status).toBe(404);
  // Theirs is the ticket, whoever added.
  expect((await colleague.delete(`${ticket.at}/copied/${second}`)).status).toBe(204);
  expect((await agent.delete(`${ticket.console}/copied/${first}`)).status).toBe(204);
  expect(await copiedOf(agent, ticket.console)).toEqual([]);
});

test('a colleague’s address makes them a follower', async () => {
  const member = await buildMember(app, client, 'member');
  const ticket = await openTicket(client, budi);
  expect((await copy(budi, ticket, member.email)).body).toEqual({ id: null, colleague: true });
  expect((await member.get(ticket.at)).status).toBe(200);
  expect(await copiedOf(budi, ticket.at)).toEqual([]);
});

test('strangers, other organizations, and who may not see or write in the ticket add nobody', async () => {
  const ticket = await openTicket(client, budi);
  const below = await openTicket(child, child.owner);
  const member = await buildMember(app, client, 'member');
  const viewer = await buildMember(app, client, 'viewer');
  for (const as of [member, viewer, child.owner, other.owner])
    expect((await copy(as, ticket, outside())).status).toBe(404);
  expect(
    (await other.owner.post(other.at(`/tickets/${ticket.id}/copied`), { address: outside() })).status,
  ).toBe(404);
  expect(
    (await child.owner.post(client.at(`/tickets/${below.id}/copied`), { address: outside() })).status,
  ).toBe(404);
  const { id } = (await copy(budi, ticket, outside())).body;
  expect((await other.owner.delete(other.at(`/tickets/${ticket.id}/copied/${id}`))).status).toBe(404);
  expect((await child.owner.delete(child.at(`/tickets/${below.id}/copied/${id}`))).status).toBe(404);
});

test('a link in each mail ends it for good, and asks first', async () => {
  const ticket = await openTicket(client, budi);
  // What was said before they were copied is not theirs.
  await app.clock.advance({ minutes: 1 });
  const luar = outside();
  await copy(budi, ticket, luar);
  await answer(ticket, 'Satu.');
  await app.settle();
  const mail = mailsTo(luar)[0]!;
  const stop = new URL((mail as unknown as { unsubscribe: string }).unsubscribe).pathname;
  expect(mail.text).toContain('/unsubscribe?copied=1#token=');
  const anybody = (await buildPerson(app)).get;
  expect((await anybody(stop)).status).toBe(404);
  expect(await copiedOf(budi, ticket.at)).toHaveLength(1);
  const pressed = await app.app.http.inject({ method: 'POST', url: stop });
  expect(pressed.statusCode).toBe(204);
  expect(await copiedOf(budi, ticket.at)).toEqual([]);
  await answer(ticket, 'Dua.');
  await app.settle();
  expect(mailsTo(luar)).toHaveLength(1);
  const refused = { status: 422, body: { code: 'address_refuses' } };
  expect(await copy(budi, ticket, luar)).toMatchObject(refused);
  expect(await agent.post(`${ticket.console}/copied`, { address: luar })).toMatchObject(refused);
});

test('an address whose mail came back is refused, and so is our own', async () => {
  const ticket = await openTicket(client, budi);
  const luar = outside();
  await copy(budi, ticket, luar);
  await app.clock.advance({ minutes: 1 });
  await answer(ticket, 'Halo.');
  await app.settle();
  const { id } = mailsTo(luar)[0]!;
  await app.ctx.transact((tx) => noteBounce(tx, { mail: id, recipient: luar, why: 'no such user' }));
  const next = await openTicket(client, budi);
  expect(await copy(budi, next, luar)).toMatchObject({ status: 422, body: { code: 'address_gives_back' } });
  expect(await copy(budi, next, mailbox)).toMatchObject({ status: 422, body: { code: 'address_is_ours' } });
});

test('there are so many of one ticket, so many a day, and so many for one address', async () => {
  const setting = async (value: object) => {
    const { version } = (await administrator.get('/api/console/settings/support.copies')).body;
    const kept = await administrator.put(
      '/api/console/settings/support.copies',
      { value },
      { headers: { 'if-match': `"${version}"` } },
    );
    expect(kept.status).toBeLessThan(300);
  };
  const acme = await buildOrganization(app, { name: 'Acme' });
  const fresh = () => openTicket(acme, acme.owner);
  await setting({ perTicket: 2, perDay: 3 });
  const ticket = await fresh();
  const last = outside();
  await copy(acme.owner, ticket, outside());
  const { id } = (await copy(acme.owner, ticket, last)).body;
  const full = { status: 409, body: { code: 'too_many_copied' } };
  expect(await copy(acme.owner, ticket, outside())).toMatchObject(full);
  // Taking one off makes room in the ticket, not in the day.
  await acme.owner.delete(`${ticket.at}/copied/${id}`);
  expect((await copy(acme.owner, ticket, outside())).status).toBe(201);
  const often = { status: 409, body: { code: 'copied_too_often' } };
  expect(await copy(acme.owner, await fresh(), outside())).toMatchObject(often);
  await app.clock.advance({ days: 1, minutes: 1 });
  expect((await copy(acme.owner, await fresh(), outside())).status).toBe(201);

  await setting({ perTicket: 0, perDay: 3 });
  expect(await copy(acme.owner, await fresh(), outside())).toMatchObject({
    status: 409,
    body: { code: 'copies_off' },
  });
  await setting({ perTicket: 5, perDay: 500 });
  const victim = outside();
  const answers = [];
  for (let number = 0; number < 11; number++) answers.push(await copy(acme.owner, await fresh(), victim));
  expect(answers.map(({ status }) => status)).toEqual([...Array<number>(10).fill(201), 409]);
});

test('added at once from two devices, an address is copied once, and the limits of a day hold', async () => {
  const acme = await buildOrganization(app, { name: 'Dua Gawai' });
  const ticket = await openTicket(acme, acme.owner);
  const luar = outside();
  const both = await Promise.all([copy(acme.owner, ticket, luar), copy(acme.owner, ticket, luar)]);
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  expect(new Set(both.map(({ body }) => body.id)).size).toBe(1);
  expect(await copiedOf(acme.owner, ticket.at)).toHaveLength(1);

  // Nine of ten are there; of two tickets that ask at once for the same address, one gets the last.
  const victim = outside();
  for (let number = 0; number < 9; number++) await copy(budi, await openTicket(client, budi), victim);
  const [one, two] = [await openTicket(acme, acme.owner), await openTicket(client, budi)];
  const last = await Promise.all([copy(acme.owner, one, victim), copy(budi, two, victim)]);
  expect(last.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
});

test('a ticket is opened with its people or not at all', async () => {
  const acme = await buildOrganization(app, { name: 'Bersama' });
  const colleague = await buildMember(app, acme, 'member');
  const luar = outside();
  const open = (more: object) =>
    acme.owner.post(acme.at('/tickets'), { subject: 'Bersama', text: 'Untuk semua.', ...more });
  const opened = await open({
    followers: [colleague.id],
    copied: [luar.toUpperCase(), colleague.email, luar],
  });
  expect(opened.status).toBe(201);
  await app.settle();
  const found = (await colleague.get(acme.at(`/tickets/${opened.body.id}`))).body;
  expect(found.followers.map(({ id }: { id: string }) => id).toSorted()).toEqual(
    [acme.owner.id, colleague.id].toSorted(),
  );
  expect(found.copied).toMatchObject([{ address: luar }]);
  expect(mailsTo(colleague.email).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/(menulis di|wrote in) #\d+ Bersama/),
  ]);

  const before = (await acme.owner.get(acme.at('/tickets'))).body.items.length;
  expect(await open({ followers: [budi.id] })).toMatchObject({
    status: 422,
    body: { code: 'not_a_member', fields: [{ path: 'followers' }] },
  });
  expect(await open({ copied: [outside(), mailbox] })).toMatchObject({
    status: 422,
    body: { code: 'address_is_ours', fields: [{ path: 'copied' }], facts: { address: mailbox } },
  });
  expect((await acme.owner.get(acme.at('/tickets'))).body.items).toHaveLength(before);

  const forClient = await agent.post('/api/console/tickets', {
    organizationId: acme.id,
    requesterId: acme.owner.id,
    subject: 'Dari telepon',
    text: 'Seperti dibicarakan.',
    followers: [colleague.id],
    copied: [luar],
  });
  expect(forClient.status).toBe(201);
  expect(await copiedOf(agent, `/api/console/tickets/${forClient.body.id}`)).toMatchObject([
    { address: luar },
  ]);
  // Each of them has what the ticket began with, and nobody twice.
  await app.settle();
  expect(mailsTo(luar).map(({ text }) => text.split('\n')[0])).toEqual([
    'Untuk semua.',
    'Seperti dibicarakan.',
  ]);
});

test('without script people come and go by forms, and a copy is stopped by the pasted link', async () => {
  const acme = await buildOrganization(app, { name: 'Tanpa skrip' });
  const colleague = await buildMember(app, acme, 'member');
  const ticket = await openTicket(acme, acme.owner);
  const luar = outside();
  const send = (url: string, fields: Record<string, string>, as: TestClient = app.stranger) =>
    app.app.http.inject({
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(as.cookie ? { cookie: as.cookie } : {}),
      },
      payload: new URLSearchParams(fields).toString(),
    });
  const page = `/o/${acme.slug}/tickets/${ticket.id}`;
  const change = async (fields: Record<string, string>, as: TestClient = acme.owner) => {
    const { statusCode, headers } = await send(`${page}/people`, fields, as);
    return [statusCode, headers.location];
  };
  expect(await change({ address: luar })).toEqual([303, page]);
  expect(await change({ address: colleague.email })).toEqual([303, page]);
  const now = (await acme.owner.get(ticket.at)).body;
  expect(now.followers).toHaveLength(2);
  expect(now.copied).toMatchObject([{ address: luar }]);
  expect(await change({ unfollow: colleague.id }, colleague)).toEqual([303, `/o/${acme.slug}/tickets`]);
  expect((await change({ unfollow: acme.owner.id }, colleague))[0]).toBe(404);
  expect((await change({ address: outside() }, budi))[0]).toBe(404);
  const refused = await send(`${page}/people`, { address: mailbox }, acme.owner);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain(mailbox);

  await app.clock.advance({ minutes: 1 });
  await answer(ticket, 'Halo.');
  await app.settle();
  const link = /http\S+\/unsubscribe\S+/.exec(mailsTo(luar)[0]!.text)![0];
  expect((await send('/unsubscribe?copied=1', { link: 'rusak' })).statusCode).toBe(404);
  expect((await send('/unsubscribe?copied=1', { link })).statusCode).toBe(200);
  expect(await copiedOf(acme.owner, ticket.at)).toEqual([]);
});

test('files of what is said go along', async () => {
  const ticket = await openTicket(client, budi);
  const luar = outside();
  await app.clock.advance({ minutes: 1 });
  await copy(budi, ticket, luar);
  const file = await upload(app, budi, client.at('/uploads?name=layar.png'), png);
  await budi.post(`${ticket.at}/messages`, { text: 'Lihat.', files: [file.body.id] });
  await app.settle();
  expect(mailsTo(luar)[0]!.files?.map(({ name }) => name)).toEqual(['layar.png']);
});

test('one address gets no more than twenty mails a day of one ticket', async () => {
  const ticket = await openTicket(client, budi);
  const luar = outside();
  await copy(budi, ticket, luar);
  await app.clock.advance({ minutes: 1 });
  for (let number = 0; number < 22; number++) await budi.post(`${ticket.at}/messages`, { text: `${number}` });
  await app.settle();
  expect(mailsTo(luar)).toHaveLength(20);
});

test('who is copied stays so where a ticket goes on in another', async () => {
  const [from, into] = [await openTicket(client, budi), await openTicket(client, budi)];
  const luar = outside();
  await copy(budi, from, luar);
  await agent.post(`${from.console}/merge`, { into: into.number });
  expect((await copiedOf(agent, into.console)).map(({ address }) => address)).toEqual([luar]);
});

test('an answer to a ticket settled long ago goes on as one of whoever asked, copied as before', async () => {
  const ticket = await openTicket(client, budi, { subject: 'Lama sekali' });
  const luar = outside();
  await copy(budi, ticket, luar);
  await app.clock.advance({ minutes: 1 });
  await agent.post(`${ticket.console}/messages`, { text: 'Selesai.', status: 'closed' });
  await app.settle();
  const { replyTo } = mailsTo(luar)[0]!;
  await app.clock.advance({ days: 40 });
  await box.deliver(letterFrom(`Orang Luar <${luar}>`, { to: replyTo!, text: 'Muncul lagi.' }));
  const { items } = (await agent.get(`/api/console/tickets?organization=${client.id}`)).body;
  const next = items.find(
    ({ id, subject }: { id: string; subject: string }) => subject === 'Lama sekali' && id !== ticket.id,
  );
  expect(next.requester.id).toBe(budi.id);
  expect((await copiedOf(agent, `/api/console/tickets/${next.id}`)).map(({ address }) => address)).toEqual([
    luar,
  ]);
});

test('the mail speaks the language of whoever asked, or of whoever reads there', async () => {
  const asker = await buildMember(app, client, 'technical');
  await app.ctx.transact((tx) =>
    tx.db.updateTable('identity.people').set({ locale: 'id' }).where('id', '=', asker.id).execute(),
  );
  const ticket = await openTicket(client, asker);
  const known = await buildPerson(app, { locale: 'en' });
  const unknown = outside();
  await copy(asker, ticket, known.email);
  await copy(asker, ticket, unknown);
  await app.clock.advance({ minutes: 1 });
  await answer(ticket, 'Halo.');
  await app.settle();
  expect(mailsTo(known.email)[0]!.subject).toContain(' wrote in ');
  expect(mailsTo(unknown)[0]!.subject).toContain(' menulis di ');
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { mailedToken } from '../../../test/kit/mail.ts';
import { buildStaff } from '../../../test/kit/people.ts';
import { ask, begin, mailsTo, words, write } from './world.ts';

const app = await createTestApp();
const agent = await buildStaff(app, 'support');
const count = async (from: string) =>
  Number((await app.app.pool.query<{ n: string }>(`select count(*) as n from ${from}`)).rows[0]!.n);

test('a message becomes a ticket when the mailed link is pressed, and not before', async () => {
  const token = await write(app, 'sari@example.com', { orderNumber: 'ord-2026-8f3k2' });
  expect((await agent.get('/api/console/tickets')).body.items).toEqual([]);
  expect((await ask(app, 'open', token)).body).toMatchObject({
    name: 'Sari Dewi',
    email: 'sari@example.com',
    subject: words.subject,
    unconfirmed: words.text,
    ticket: null,
  });
  // Programs that look at mails open links: nothing came of it.
  expect(await count('support.tickets')).toBe(0);

  expect((await ask(app, 'confirm', token)).status).toBe(204);
  const [item] = (await agent.get('/api/console/tickets')).body.items;
  expect(item).toMatchObject({
    subject: words.subject,
    status: 'new',
    requester: { name: 'Sari Dewi' },
    organization: { name: 'Sari Dewi', guest: true },
  });
  const opened = (await ask(app, 'open', token)).body;
  expect(opened.ticket).toMatchObject({ number: item.number, status: 'new', earlier: false });
  expect(opened.ticket.messages[0].html).toContain('Nomor pesanan: ORD-2026-8F3K2');
  expect((await agent.get(`/api/console/clients/${item.organization.id}`)).body).toMatchObject({
    guest: true,
    members: [],
  });
  await app.settle();
  const mail = mailsTo(app, 'sari@example.com').at(-1)!;
  expect(mail.subject).toContain(`#${item.number}`);
  expect(mail.text).toContain(`/contact/message#token=${token}`);

  // Once more does nothing.
  expect((await ask(app, 'confirm', token)).status).toBe(204);
  expect(await count('support.tickets')).toBe(1);
});

test('guest and staff talk without an account; notes stay among staff', async () => {
  const guest = await begin(app, 'budi@example.com', { name: 'Budi' });
  expect((await agent.post(`${guest.console}/notes`, { text: 'Sepertinya calon besar.' })).status).toBe(201);
  expect((await agent.post(`${guest.console}/messages`, { text: 'Bisa, kami bantu.' })).status).toBe(201);
  await app.settle();
  const mail = mailsTo(app, 'budi@example.com').at(-1)!;
  expect(mail.text).toContain('Bisa, kami bantu.');
  const fresh = await mailedToken(app, 'budi@example.com');
  expect(fresh).not.toBe(guest.token);

  for (const token of [guest.token, fresh]) {
    const { body } = await ask(app, 'open', token);
    expect(body.ticket).toMatchObject({ status: 'waiting_customer' });
    expect(body.ticket.messages.map(({ html }: { html: string }) => html)).toEqual([
      expect.stringContaining('<strong>dua</strong>'),
      '<p>Bisa, kami bantu.</p>\n',
    ]);
    expect(JSON.stringify(body)).not.toContain('calon besar');
  }
  expect((await ask(app, 'reply', fresh, { text: 'Baik, kapan?' })).status).toBe(204);
  const seen = (await agent.get(guest.console)).body;
  expect(seen).toMatchObject({ status: 'open', organization: { guest: true } });
  expect(seen.conversation.items.at(-1)).toMatchObject({ author: { kind: 'client', name: 'Budi' } });
  await app.settle();
  const told = await app.app.pool.query('select kind from kernel.messages where person_id = $1', [agent.id]);
  expect(told.rows.map(({ kind }) => kind)).toContain('support.client-replied');

  // Resolved without a word is told as well, and a reply opens it again.
  const { version } = (await agent.get(guest.console)).body;
  await app.clock.advance({ minutes: 1 });
  await agent.patch(guest.console, version, { status: 'resolved' });
  await app.settle();
  expect(mailsTo(app, 'budi@example.com').at(-1)!.subject).toMatch(/selesai/);
  await app.clock.advance({ days: 1 });
  expect((await ask(app, 'reply', fresh, { text: 'Belum.' })).status).toBe(204);
  expect((await agent.get(guest.console)).body.status).toBe('open');
});

test('an answer long after the end goes on in a new ticket, to which the links lead', async () => {
  const guest = await begin(app, 'lama@example.com');
  await agent.post(`${guest.console}/messages`, { text: 'Selesai.', status: 'closed' });
  await app.clock.advance({ days: 20 });
  expect((await ask(app, 'reply', guest.token, { text: 'Muncul lagi.' })).status).toBe(204);
  const { body } = await ask(app, 'open', guest.token);
  expect(body.ticket).toMatchObject({ status: 'new' });
  expect(body.ticket.messages).toHaveLength(1);
  // The first session ended long ago.
  const later = await buildStaff(app, 'support');
  expect((await later.get(guest.console)).body.followUps).toMatchObject([{ number: body.ticket.number }]);
});

test('what nobody confirms is forgotten, and its link opens nothing', async () => {
  const token = await write(app, 'lupa@example.com');
  await app.clock.advance({ hours: 49 });
  for (const what of ['open', 'confirm'])
    expect(await ask(app, what, token)).toMatchObject({ status: 410, body: { code: 'unknown_guest_link' } });
  await app.sweep('guests.forget-requests');
  expect(await count('guests.requests')).toBe(0);
});

test('who did not write it can have it forgotten', async () => {
  const token = await write(app, 'bukan@example.com');
  expect((await ask(app, 'decline', token)).status).toBe(204);
  expect((await ask(app, 'confirm', token)).status).toBe(410);
  expect(await count(`guests.requests where sealed is not null`)).toBe(0);
});

test('an expired link mails a new one to where it went, and opens nothing itself', async () => {
  const guest = await begin(app, 'tua@example.com');
  await app.clock.advance({ days: 31 });
  for (const [what, more] of [
    ['open', {}],
    ['reply', { text: 'Halo?' }],
  ] as const)
    expect(await ask(app, what, guest.token, more)).toMatchObject({
      status: 410,
      body: { code: 'guest_link_expired' },
    });
  await app.settle();
  const before = mailsTo(app, 'tua@example.com').length;
  for (let at = 0; at < 6; at++) expect((await ask(app, 'renew', guest.token)).status).toBe(202);
  await app.settle();
  expect(mailsTo(app, 'tua@example.com').length - before).toBe(3);
  const fresh = await mailedToken(app, 'tua@example.com');
  expect((await ask(app, 'open', fresh)).body.ticket).not.toBeNull();
  // A token that we never made: the same answer, and no mail to anybody.
  const sent = app.ports.sent.length;
  expect((await ask(app, 'renew', 'x'.repeat(43))).status).toBe(202);
  await app.settle();
  expect(app.ports.sent.length).toBe(sent);
});

test('a link opens its own ticket and no other of the same address', async () => {
  const one = await begin(app, 'dua@example.com', { subject: 'Satu' });
  const two = await begin(app, 'dua@example.com', { subject: 'Dua' });
  expect(two.organization).toBe(one.organization);
  expect((await ask(app, 'open', one.token)).body.subject).toBe('Satu');
  expect((await ask(app, 'open', two.token)).body.subject).toBe('Dua');
});

test('only hashes of links and sealed words are kept', async () => {
  const token = await write(app, 'rahasia@example.com', { subject: 'Kata rahasia' });
  const { rows } = await app.app.pool.query<{ row: string }>(
    'select to_jsonb(r)::text as row from guests.requests r',
  );
  for (const { row } of rows) for (const word of [token, 'rahasia', 'Sari']) expect(row).not.toContain(word);
});

import { beforeEach, expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildPerson, buildStaff } from '../../../test/kit/people.ts';
import { openTicket, png } from '../../support/test/world.ts';
import { webhookSignature } from '../row.ts';
import { buildWebhook, key, letterFrom, mailboxBody, waiting } from './world.ts';

const app = await createTestApp();
const administrator = await buildStaff(app, 'administrator');
const agent = await buildStaff(app, 'support');
const box = await buildWebhook(app, administrator);
const client = await buildOrganization(app, { name: 'Maju Jaya' });
const budi = client.owner;

beforeEach(() => {
  app.ports.sent.length = 0;
});

const ticketsOf = async (): Promise<any[]> => (await budi.get(client.at('/tickets'))).body.items;
const mailedTo = (address: string) => app.ports.sent.findLast(({ to }) => to.address === address)!;
const messagesOf = async (ticket: string): Promise<any[]> =>
  (await agent.get(`/api/console/tickets/${ticket}/messages`)).body.items;

test('a proven sender opens a ticket, with what they attached, and the same mail again changes nothing', async () => {
  const files = [
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Lihat gambarnya: [cid:satu@x] [cid:alat@x] [cid:jauh@x]',
    '--b',
    'Content-Type: image/png; name="layar.png"',
    'Content-ID: <satu@x>',
    'Content-Transfer-Encoding: base64',
    '',
    png.toString('base64'),
    '--b',
    'Content-Type: application/octet-stream; name="alat.exe"',
    'Content-ID: <alat@x>',
    'Content-Transfer-Encoding: base64',
    '',
    'TVqQAAMAAAAEAAAA',
    '--b--',
    '',
  ];
  const colleague = await buildMember(app, client, 'member');
  const head = [`Cc: Rekan <${colleague.email}>, Orang luar <luar@asing.example>`];
  const raw = letterFrom(`Budi <${budi.email}>`, {
    proven: true,
    subject: 'Galat 502',
    text: 'x',
    head,
  }).replace(/Content-Type: text\/plain[\s\S]*$/, files.join('\r\n'));
  await box.deliver(raw);
  await box.deliver(`Received: by another.example\r\n${raw}`);
  const [ticket, ...others] = (await ticketsOf()).filter(({ subject }) => subject === 'Galat 502');
  expect(others).toEqual([]);
  const [message] = await messagesOf(ticket.id);
  expect(message.files).toMatchObject([{ name: 'layar.png', placed: true }]);
  expect(message.html).toMatch(
    /Lihat gambarnya: <a class="picture" href="[^"]+"><img src="\/api\/console\/[^"]+" alt="layar\.png" loading="lazy"><\/a>\s*</,
  );
  expect(message.html).toContain('Not accepted: alat.exe');
  expect((await colleague.get(client.at('/tickets'))).body.items.map(({ id }: { id: string }) => id)).toEqual(
    [ticket.id],
  );
  expect(await waiting(agent)).toEqual([]);
});

test('an answer of staff is a mail that can be answered: signed address, conversation, quote; the answer comes back into the ticket', async () => {
  const ticket = await openTicket(client, budi, { subject: 'Lambat sekali', text: 'Halaman depan lambat.' });
  await app.settle();
  const received = mailedTo(budi.email);
  expect(received.replyTo).toMatch(
    new RegExp(`^support\\+t${ticket.number}\\.[a-z2-7]{16}@clientarea\\.example$`),
  );
  await agent.post(`${ticket.console}/messages`, {
    text: 'Sudah kami percepat.\n\nMohon dicoba.',
    status: 'waiting_customer',
  });
  await app.settle();
  const answer = mailedTo(budi.email);
  expect(answer).toMatchObject({
    to: { address: budi.email },
    replyTo: received.replyTo,
    after: [{ id: received.id }],
  });
  expect(answer.text).toContain('Sudah kami percepat.\n\nMohon dicoba.');
  expect(answer.text).toContain('> Halaman depan lambat.');
  expect(answer.text).not.toContain('Write to');

  const text =
    'Terima kasih, sudah cepat.\n\nPada Sen, 2 Mar 2026 pukul 08.55 Kami <x@y.example> menulis:\n\n> Mohon dicoba.';
  await box.deliver(
    letterFrom(budi.email, { to: answer.replyTo!, subject: 'Re: apa saja', text, id: 'one@mail.example' }),
  );
  const messages = await messagesOf(ticket.id);
  expect(messages.at(-1)).toMatchObject({
    author: { kind: 'client' },
    html: '<p>Terima kasih, sudah cepat.</p>\n',
  });

  await agent.post(`${ticket.console}/messages`, { text: 'Sama-sama.', status: 'resolved' });
  await app.settle();
  expect(mailedTo(budi.email).after).toEqual([
    { id: received.id },
    { id: answer.id },
    { messageId: 'one@mail.example' },
  ]);
});

test('Message-ID alone finds the ticket; the same from somebody else waits, and enters it only as a note', async () => {
  const ticket = await openTicket(client, budi, { subject: 'Tanpa alamat balasan' });
  await app.settle();
  const { id } = mailedTo(budi.email);
  const head = [`In-Reply-To: <${id}@localhost>`];
  await box.deliver(letterFrom(budi.email, { head, text: 'Saya sendiri.' }));
  expect((await messagesOf(ticket.id)).at(-1).html).toContain('Saya sendiri.');

  await box.deliver(letterFrom('Orang Lain <lain@asing.example>', { head, text: 'Bukan dia.' }));
  const [mail] = await waiting(agent, '?reason=not_in_ticket');
  expect(mail).toMatchObject({
    sender: 'lain@asing.example',
    ticket: { number: ticket.number },
    asked: false,
  });
  const taken = await agent.post(`/api/console/received-mails/${mail.id}/accept`, {
    to: 'ticket',
    number: ticket.number,
  });
  expect(taken).toMatchObject({ status: 200, body: { ticket: { id: ticket.id, number: ticket.number } } });
  expect((await messagesOf(ticket.id)).at(-1)).toMatchObject({ internal: true, author: { kind: 'staff' } });
  expect((await budi.get(`${ticket.at}/messages`)).text).not.toContain('Bukan dia');
  const again = await agent.post(`/api/console/received-mails/${mail.id}/accept`, { to: 'guest' });
  expect(again).toMatchObject({ status: 409, body: { code: 'mail_settled' } });
});

test('who may not write any more does not by mail either', async () => {
  const member = await buildMember(app, client, 'member');
  const ticket = await openTicket(client, member, { subject: 'Sebelum pergi' });
  await app.settle();
  const { replyTo } = mailedTo(member.email);
  await app.app.pool.query(`update organizations.members set role = 'viewer' where person_id = $1`, [
    member.id,
  ]);
  await box.deliver(letterFrom(member.email, { to: replyTo!, text: 'Saya masih di sini.' }));
  expect(await waiting(agent, `?q=${member.email}`)).toMatchObject([{ reason: 'not_in_ticket' }]);
  expect(await messagesOf(ticket.id)).toHaveLength(1);
});

test('a stranger is asked once by mail, and pressing the link makes the ticket, files and all', async () => {
  const from = 'tono@toko.example';
  await box.deliver(letterFrom(`Tono <${from}>`, { subject: 'Harga paket', text: 'Saya mau tanya harga.' }));
  const [asking] = app.ports.sent;
  expect(asking).toMatchObject({ to: { address: from } });
  expect(asking!.text).not.toContain('harga');
  expect(await waiting(agent, '?q=toko')).toMatchObject([{ reason: 'unknown_sender', asked: true }]);

  const token = /#token=([\w-]+)/.exec(asking!.text)![1];
  expect((await app.stranger.post('/api/guest-messages/confirm', { token })).status).toBeLessThan(300);
  await app.settle();
  expect(await waiting(agent, '?q=toko')).toEqual([]);
  const [taken] = await waiting(agent, '?q=toko&state=ticket');
  expect(taken.ticket).toMatchObject({ subject: 'Harga paket' });

  const letter = mailedTo(from);
  await box.deliver(letterFrom(from, { to: letter.replyTo!, text: 'Satu lagi pertanyaan.' }));
  expect((await messagesOf(taken.ticket.id)).map(({ html }) => html)).toEqual([
    '<p>Saya mau tanya harga.</p>\n',
    '<p>Satu lagi pertanyaan.</p>\n',
  ]);
});

test('what nobody proved waits, and what programs send comes to nothing and is never answered', async () => {
  const dewi = await buildPerson(app);
  await buildMember(app, client, 'viewer');
  await box.deliver(
    letterFrom(budi.email, {
      subject: 'Ganti rekening',
      head: ['Authentication-Results: mx.penipu.example; dmarc=pass'],
    }),
  );
  await box.deliver(
    letterFrom(budi.email, {
      subject: 'Palsu',
      head: [`Authentication-Results: mx.clientarea.example; dmarc=fail`],
    }),
  );
  expect((await waiting(agent)).slice(0, 2)).toMatchObject([
    { subject: 'Palsu', reason: 'forged', asked: false },
    { subject: 'Ganti rekening', reason: 'unproven', asked: true },
  ]);
  app.ports.sent.length = 0;
  await box.deliver(
    letterFrom(dewi.email, { subject: 'Balasan otomatis: cuti', head: ['Auto-Submitted: auto-replied'] }),
  );
  await box.deliver(letterFrom(mailboxBody.address, { subject: 'Kami sendiri' }));
  await box.deliver(
    letterFrom('promo@toko.example', { subject: 'Diskon', head: ['List-Unsubscribe: <https://x.example>'] }),
  );
  const silent = await waiting(agent, '?state=nothing');
  expect(silent.slice(0, 3).map(({ reason }) => reason)).toEqual(['bulk', 'loop', 'auto_reply']);
  expect(app.ports.sent).toEqual([]);
});

test('more mails of one sender within an hour than anybody writes wait', async () => {
  for (let n = 0; n < 32; n++)
    await box.hand(letterFrom(budi.email, { proven: true, subject: `Banjir ${n}` }));
  await app.settle();
  const mails = await waiting(agent, '?reason=too_many');
  expect(mails.length).toBeGreaterThan(0);
  expect(mails.every(({ sender, asked }) => sender === budi.email && !asked)).toBe(true);
  await app.clock.advance({ hours: 2 });
  await box.deliver(letterFrom(budi.email, { proven: true, subject: 'Surut' }));
  expect((await ticketsOf()).map(({ subject }) => subject)).toContain('Surut');
});

test('mails are put away in bulk, their senders blocked, and let in again', async () => {
  for (const subject of ['Satu', 'Dua'])
    await box.deliver(letterFrom('spam@asing-sekali.example', { subject }));
  const found = await waiting(agent, '?q=asing-sekali');
  const mails = found.map(({ id }) => id);
  const put = await agent.post('/api/console/received-mails/discard', { mails, blockSenders: true });
  expect(put.body).toEqual({ discarded: 2 });
  await box.deliver(letterFrom('spam@asing-sekali.example', { subject: 'Tiga' }));
  expect(await waiting(agent, '?state=nothing&q=asing-sekali')).toMatchObject([{ reason: 'blocked' }]);
  const [blocked] = (await agent.get('/api/console/blocked-senders')).body.items;
  expect(blocked.sender).toBe('spam@asing-sekali.example');
  expect((await agent.delete(`/api/console/blocked-senders/${blocked.id}`)).status).toBe(204);
  await box.deliver(letterFrom('spam@asing-sekali.example', { subject: 'Empat' }));
  expect(await waiting(agent, '?q=asing-sekali')).toMatchObject([{ subject: 'Empat' }]);
});

test('staff read a mail as text, and take it in for an organization of its sender, or as a guest’s', async () => {
  await box.deliver(
    letterFrom(`Budi <${budi.email}>`, { subject: 'Belum terbukti', text: 'Halo <b>semua</b>' }),
  );
  const [mail] = await waiting(agent, '?q=Belum');
  const shown = (await agent.get(`/api/console/received-mails/${mail.id}`)).body;
  expect(shown).toMatchObject({
    text: 'Halo <b>semua</b>',
    authentication: 'none',
    organizations: [{ id: client.id, name: 'Maju Jaya' }],
    blocked: false,
  });
  const other = await buildOrganization(app);
  const accept = `/api/console/received-mails/${mail.id}/accept`;
  expect((await agent.post(accept, { to: 'organization', organization: other.id })).body.code).toBe(
    'sender_not_there',
  );
  expect((await agent.post(accept, { to: 'ticket', number: 999_999 })).body.code).toBe('unknown_ticket');
  expect((await agent.post(accept, { to: 'organization', organization: client.id })).status).toBe(200);
  expect((await ticketsOf()).map(({ subject }) => subject)).toContain('Belum terbukti');

  await box.deliver(letterFrom('Rudi <rudi@pabrik.example>', { subject: 'Kerja sama' }));
  const [strange] = await waiting(agent, '?q=pabrik');
  const taken = await agent.post(`/api/console/received-mails/${strange.id}/accept`, { to: 'guest' });
  expect(taken.status).toBe(200);
  expect((await messagesOf(taken.body.ticket.id))[0]).toMatchObject({ author: { name: 'Rudi' } });
});

test('a bounce marks the mail it is about, and one that was made up marks nothing', async () => {
  await openTicket(client, budi, { subject: 'Memantul' });
  await app.settle();
  const mail = mailedTo(budi.email);
  const bounce = (about: string) =>
    [
      'From: MAILER-DAEMON@mx.example',
      'Return-Path: <>',
      'Subject: Undelivered',
      `Message-ID: <${about}-bounce@mx.example>`,
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      `Final-Recipient: rfc822; ${budi.email}`,
      'Action: failed',
      'Status: 5.1.1',
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${about}@localhost>`,
      '--b--',
      '',
    ].join('\r\n');
  const state = async () => (await administrator.get(`/api/console/outbox/${mail.id}`)).body;
  await box.deliver(bounce('0198c0de-0000-7000-8000-000000000001'));
  expect((await state()).state).toBe('sent');
  await box.deliver(bounce(mail.id));
  expect(await state()).toMatchObject({ state: 'bounced', error: '5.1.1' });
});

test('a webhook takes nothing that is not signed, and not what was signed long ago', async () => {
  const raw = letterFrom('tanpa@tanda.example');
  expect(await box.hand(raw, '')).toBe(401);
  expect(await box.hand(raw, `t=${Math.floor(app.clock.now().getTime() / 1000)},v1=${'0'.repeat(64)}`)).toBe(
    401,
  );
  const seconds = String(Math.floor(app.clock.now().getTime() / 1000) - 301);
  expect(await box.hand(raw, `t=${seconds},v1=${webhookSignature(key, seconds, Buffer.from(raw))}`)).toBe(
    401,
  );
  expect(await waiting(agent, '?q=tanda')).toEqual([]);
});

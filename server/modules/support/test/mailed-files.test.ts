import { simpleParser } from 'mailparser';
import { expect, onTestFinished, test } from 'vitest';
import { smtpMail } from '../../../adapters/mail/smtp/smtp.ts';
import { guarded } from '../../../kernel/db/network-guard.ts';
import { fileKey } from '../../../kernel/files.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { startMailServer } from '../../../test/kit/mail-server.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { openTicket, png, upload } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const agent = await buildStaff(app, 'support');
const administrator = await buildStaff(app, 'administrator');
const outbox = app.ports.mail;

/** Mail goes out by SMTP from here on, until the test ends. */
async function mailing() {
  const { url, delivered } = await startMailServer('127.0.0.1', { disabledCommands: ['STARTTLS', 'AUTH'] });
  const mail = smtpMail({
    url: new URL(url),
    from: 'portal@example.com',
    hostname: 'localhost',
    requireTls: false,
  });
  Object.assign(app.ports, { mail: guarded('mail', mail) });
  onTestFinished(() => {
    mail.close();
    Object.assign(app.ports, { mail: outbox });
  });
  return async (to: string) => {
    await app.settle();
    const all = delivered.splice(0).filter(({ to: [address] }) => address === to.toLowerCase());
    return Promise.all(all.map(({ raw }) => simpleParser(raw)));
  };
}

const give = async (name: string, bytes: Buffer) =>
  (
    await upload(
      app,
      agent,
      `/api/console/clients/${acme.id}/uploads?name=${encodeURIComponent(name)}`,
      bytes,
    )
  ).body.id as string;

async function answered(names: Record<string, Buffer>, follower?: { id: string }) {
  const ticket = await openTicket(acme, acme.owner);
  if (follower)
    await app.app.pool.query('insert into support.followers values ($1, $2, $3, $4, now())', [
      acme.id,
      ticket.id,
      follower.id,
      'Colleague',
    ]);
  await app.settle();
  const files: string[] = [];
  for (const [name, bytes] of Object.entries(names)) {
    // One after the other, as they are numbered by their time.
    await app.clock.advance({ seconds: 1 });
    files.push(await give(name, bytes));
  }
  return { ticket, files, reply: () => agent.post(`${ticket.console}/messages`, { text: 'Ini.', files }) };
}

const enclosed = (mails: Awaited<ReturnType<typeof simpleParser>>[]) =>
  mails.flatMap(({ attachments }) => attachments.map(({ filename, content }) => ({ filename, content })));

test('what staff answer arrives with its files, byte for byte, with every follower', async () => {
  const mailed = await mailing();
  const colleague = await buildMember(app, acme, 'technical');
  const text = Buffer.from('baris – 漢字\r\n.\r\nFrom here\r\n');
  const { reply } = await answered({ 'Layar “1” 漢字.png': png, 'log.txt': text }, colleague);
  await mailed(acme.owner.email);
  expect((await reply()).status).toBe(201);
  await app.settle();
  const ours = app.app.pool.query<{ recipient: string }>(
    `select recipient from notifications.mails where kind = 'support.staff-replied' order by recipient`,
  );
  expect((await ours).rows.map(({ recipient }) => recipient)).toEqual(
    [acme.owner.email, colleague.email].toSorted(),
  );
  const mails = await mailed(acme.owner.email);
  expect(enclosed(mails)).toEqual([
    { filename: 'Layar “1” 漢字.png', content: png },
    { filename: 'log.txt', content: text },
  ]);
  expect(mails[0]!.text).toMatch(/Attached:\n- Layar “1” 漢字\.png \(70 B\)\n- log\.txt \(\d+ B\)/);
});

/** Posts a picture among words, and gives the mail about it. */
async function place(
  mailed: (to: string) => Promise<Awaited<ReturnType<typeof simpleParser>>[]>,
  ticket: { console: string },
  bytes: Buffer,
) {
  const file = await give('layar.png', bytes);
  const text = `Lihat ![galat <502>](file:${file}) dan ![galat 502](file:${file}) ini.`;
  await agent.post(`${ticket.console}/messages`, { text, files: [file] });
  const mails = await mailed(acme.owner.email);
  return { file, mail: mails.at(-1)! };
}

test('a picture among the words is there in the mail and on the page', async () => {
  const mailed = await mailing();
  const { ticket } = await answered({});
  const { file, mail } = await place(mailed, ticket, png);
  expect(mail.attachments).toMatchObject([
    { filename: 'layar.png', related: true, cid: `${file}@localhost` },
  ]);
  expect(mail.html).toContain(`alt="galat 502"`);
  expect(mail.html).toContain(`src="data:image/png;base64,${png.toString('base64')}"`);
  expect(mail.text).toContain('[galat 502] ini.');
  expect(mail.html).not.toContain('Attached:');
  const shown = (await acme.owner.get(ticket.at)).body.conversation.items.at(-1);
  expect(shown.files).toMatchObject([{ id: file, placed: true }]);
  expect(shown.html).toContain(`<img src="/api/organizations/${acme.id}/tickets/${ticket.id}/files/${file}"`);
  const bell = (await acme.owner.get('/api/me/notices')).body.items[0];
  expect(JSON.stringify(bell)).not.toContain('file:');
});

test('beyond what the business allows together a file waits behind a link', async () => {
  const mailed = await mailing();
  const { version } = (await administrator.get('/api/console/settings/notifications.attachments')).body;
  const set = (maxMegabytes: number, at: number) =>
    administrator.put(
      '/api/console/settings/notifications.attachments',
      { value: { maxMegabytes } },
      { version: at },
    );
  expect((await set(1, version)).status).toBe(200);
  const { ticket, reply } = await answered({
    'a.txt': Buffer.alloc(600_000, 'a'),
    'b.txt': Buffer.alloc(600_000, 'b'),
    'c.txt': Buffer.alloc(300_000, 'c'),
  });
  await reply();
  const mails = (await mailed(acme.owner.email)).filter(({ attachments }) => attachments.length > 0);
  expect(enclosed(mails).map(({ filename }) => filename)).toEqual(['a.txt', 'c.txt']);
  expect(mails[0]!.text).toMatch(
    new RegExp(String.raw`Open here: http://localhost:3000/o/[\w-]+/tickets/[\w-]+\n- b\.txt \(586 KB\)`),
  );
  expect(mails[0]!.text).toContain(ticket.id);
  const large = await place(mailed, ticket, Buffer.concat([png, Buffer.alloc(1_000_000)]));
  expect(large.mail.attachments).toEqual([]);
  expect(large.mail.html).toMatch(/<a href="http:[^"]+\/tickets\/[^"]+">\[galat 502\]<\/a>/);
  await set(10, version + 1);
});

test('a file that was taken away before the mail goes is neither sent nor named', async () => {
  const mailed = await mailing();
  const { files, reply } = await answered({ 'rahasia.txt': Buffer.from('x'), 'tetap.txt': Buffer.from('y') });
  await mailed(acme.owner.email);
  await reply();
  await app.app.pool.query('delete from support.attachments where id = $1', [files[0]]);
  const mails = await mailed(acme.owner.email);
  expect(enclosed(mails).map(({ filename }) => filename)).toEqual(['tetap.txt']);
  expect(mails[0]!.text).not.toContain('rahasia');
  const shown = await administrator.get('/api/console/outbox?q=answered');
  const { text } = (await administrator.get(`/api/console/outbox/${shown.body.items[0].id}`)).body;
  expect(text).toContain('tetap.txt');
  expect(text).not.toContain('rahasia');
});

test('one whose bytes are gone is named with the link, and the mail goes all the same', async () => {
  const mailed = await mailing();
  const { files, reply } = await answered({ 'hilang.txt': Buffer.from('x') });
  await mailed(acme.owner.email);
  await reply();
  await app.ports.files.delete(fileKey(acme.id, 'support', files[0]!));
  const mails = await mailed(acme.owner.email);
  expect(enclosed(mails)).toEqual([]);
  expect(mails[0]!.text).toContain('- hilang.txt (1 B)');
});

test('the files of internal notes stay inside', async () => {
  const mailed = await mailing();
  const ticket = await openTicket(acme, acme.owner);
  const note = await give('catatan.txt', Buffer.from('x'));
  expect((await agent.post(`${ticket.console}/notes`, { text: 'Internal', files: [note] })).status).toBe(201);
  await agent.post(`${ticket.console}/messages`, { text: 'Halo' });
  const mails = await mailed(acme.owner.email);
  expect(mails.length).toBeGreaterThan(0);
  expect(enclosed(mails)).toEqual([]);
  expect(mails.map(({ text }) => text).join('\n')).not.toContain('catatan');
});

test('neither the outbox nor the queue holds the bytes', async () => {
  await mailing();
  const { reply } = await answered({ 'isi.txt': Buffer.alloc(400_000, 'z') });
  await reply();
  await app.settle();
  const { rows } = await app.app.pool.query<{ size: number }>(
    `select coalesce(max(length(body)), 0)::int as size from notifications.mails
     union all select coalesce(max(length(data::text)), 0)::int from pgboss.job`,
  );
  for (const { size } of rows) expect(size).toBeLessThan(20_000);
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { openTicket, png, upload } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const sari = await buildStaff(app, 'support');
const budi = await buildStaff(app, 'operations');
const secret = 'sandiku9417';

const withSecret = async () => {
  const ticket = await openTicket(acme, acme.owner);
  await sari.post(`${ticket.console}/messages`, { text: 'Kirim detailnya.' });
  const file = await upload(app, acme.owner, acme.at(`/uploads?name=${secret}.png`), png);
  const reply = await acme.owner.post(`${ticket.at}/messages`, {
    text: `Sandi saya ${secret}`,
    files: [file.body.id],
  });
  await app.settle();
  const id = reply.body.messageId as string;
  const at = `${ticket.console}/messages/${id}`;
  return {
    ...ticket,
    message: id,
    file: file.body.id as string,
    desk: at,
    client: `${ticket.at}/messages/${id}`,
  };
};
const leftOf = async (columns: string) => (await app.app.pool.query(columns)).rows;
/** What a notice tells of a message, and whether the words of its mail are kept. */
const toldOf = (message: string) =>
  leftOf(`select n.data ->> 'excerpt' as told, b.body is not null as mailed from kernel.messages m
    join notifications.notices n on n.id = m.id join notifications.mails b on b.id = m.id
    where m.occurrence = '${message}'`);

test('words are gone for good: from the message, its versions, the search, notices and kept mails', async () => {
  const ticket = await withSecret();
  expect(await toldOf(ticket.message)).toEqual([{ told: `Sandi saya ${secret}`, mailed: true }]);
  await acme.owner.patch(ticket.client, 1, { text: `Sandi saya ${secret}, maaf` });
  const done = await sari.post(`${ticket.desk}/redaction`, { reason: 'Kata sandi' });
  expect(done.status).toBe(204);
  await app.settle();
  for (const [who, at] of [
    [acme.owner, ticket.at],
    [acme.owner, ticket.client],
    [sari, ticket.console],
    [sari, ticket.desk],
  ] as const) {
    const { text } = await who.get(at);
    expect([at, text.replaceAll(`${secret}.png`, '').includes(secret)]).toEqual([at, false]);
  }
  expect(await toldOf(ticket.message)).toEqual([{ told: '', mailed: false }]);
  const { redacted, html, version } = (await acme.owner.get(ticket.at)).body.conversation.items.at(-1);
  expect(redacted).toMatchObject({ reason: 'Kata sandi', at: app.clock.now().toISOString() });
  expect([html, version]).toEqual(['', 2]);
  expect((await acme.owner.get(ticket.client)).body).toMatchObject({ text: '', versions: [] });
  expect((await acme.owner.get(acme.at(`/tickets?q=${secret}`))).body.items).toEqual([]);
  expect(
    await leftOf(`select body from support.message_versions where message_id = '${ticket.message}'`),
  ).toEqual([]);
  const facts = await leftOf(`select data from kernel.events where subject_id = '${ticket.id}'`);
  expect(JSON.stringify(facts)).not.toContain(secret);
  expect(facts).toContainEqual({ data: { messageId: ticket.message, files: 0 } });
});

test('files stay unless they are to go, and then their bytes go too', async () => {
  const ticket = await withSecret();
  const fileAt = `${ticket.at}/files/${ticket.file}`;
  await sari.post(`${ticket.console}/split`, { message: ticket.message, subject: 'Lain' });
  await sari.post(`${ticket.desk}/redaction`, { reason: 'Kata sandi', files: true });
  await app.settle();
  expect((await acme.owner.get(fileAt)).status).toBe(404);
  expect(
    await leftOf(
      `select id from support.attachments where id = '${ticket.file}' or copy_of = '${ticket.file}'`,
    ),
  ).toEqual([]);
  expect(await leftOf(`select body from support.messages where body like '%${secret}%'`)).toEqual([]);
  const kept = await withSecret();
  await sari.post(`${kept.desk}/redaction`, { reason: 'Kata sandi' });
  expect((await acme.owner.get(`${kept.at}/files/${kept.file}`)).status).toBe(200);
});

test('a family’s answer is redacted wherever it stands', async () => {
  const parent = await openTicket(acme, acme.owner);
  const child = await openTicket(acme, acme.owner);
  await sari.put(`${child.console}/parent`, { number: parent.number });
  const { messageId } = (
    await sari.post(`${parent.console}/messages`, { text: `Kode ${secret}`, children: true })
  ).body;
  await sari.post(`${parent.console}/messages/${messageId}/redaction`, { reason: 'Salah kirim' });
  expect((await sari.get(child.console)).text).not.toContain(secret);
  expect((await sari.get(child.console)).body.conversation.items.at(-1).redacted.reason).toBe('Salah kirim');
});

test('it is done once, with a reason and the right, and never corrected again', async () => {
  const ticket = await withSecret();
  expect((await budi.post(`${ticket.desk}/redaction`, { reason: 'x' })).status).toBe(404);
  expect((await acme.owner.post(`${ticket.desk}/redaction`, { reason: 'x' })).status).toBe(404);
  expect((await sari.post(`${ticket.desk}/redaction`, { reason: ' ' })).status).toBe(400);
  expect((await sari.post(`${ticket.desk}/redaction`, { reason: 'Kata sandi' })).status).toBe(204);
  const again = await sari.post(`${ticket.desk}/redaction`, { reason: 'Kata sandi' });
  expect([again.status, again.body.code]).toEqual([409, 'message_redacted']);
  const corrected = await acme.owner.patch(ticket.client, 1, { text: 'lagi' });
  expect(corrected.body.code).toBe('message_redacted');
});

test('who a redacted note named is told of nothing more, and it leaves their view', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const { items } = (await sari.get('/api/console/tickets/mentionable')).body;
  const { handle } = items.find(({ id }: { id: string }) => id === budi.id);
  const note = await sari.post(`${ticket.console}/notes`, { text: `@${handle} ${secret}` });
  await sari.post(`${ticket.console}/messages/${note.body.messageId}/redaction`, { reason: 'Kata sandi' });
  await app.settle();
  // What was not delivered yet never is.
  expect(await toldOf(note.body.messageId)).toEqual([]);
  expect((await budi.get('/api/console/tickets/workload')).body.mentioned).toBe(0);
  const { rows } = await app.app.pool.query<{ audience: string }>(
    "select audience from kernel.events where name = 'support.note-redacted' and subject_id = $1",
    [ticket.id],
  );
  expect(rows).toEqual([{ audience: 'staff' }]);
});

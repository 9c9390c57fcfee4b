import { expect, test } from 'vitest';
import { fileKey } from '../../../kernel/files.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { openTicket, png, upload } from './world.ts';

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const agent = await buildStaff(app, 'support');
const uploads = (name: string) => acme.at(`/uploads?name=${encodeURIComponent(name)}`);
const kept = (id: string) => app.ports.files.stat(fileKey(acme.id, 'support', id));

test('a picture goes up, into a message, and comes back as it was, to be saved and never run', async () => {
  const file = await upload(app, acme.owner, uploads('Layar "1".png'), png, 'text/html');
  expect(file).toMatchObject({
    status: 201,
    body: { name: 'Layar "1".png', type: 'image/png', size: png.length },
  });
  const ticket = await openTicket(acme, acme.owner, { files: [file.body.id] });
  const { conversation } = (await acme.owner.get(ticket.at)).body;
  expect(conversation.items[0].files).toEqual([{ ...file.body, placed: false }]);

  const got = await app.app.http.inject({
    method: 'GET',
    url: `${ticket.at}/files/${file.body.id}`,
    headers: { cookie: acme.owner.cookie! },
  });
  expect(got.rawPayload.equals(png)).toBe(true);
  expect(got.headers).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': `attachment; filename="Layar _1_.png"; filename*=UTF-8''Layar%20%221%22.png`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
  expect((await agent.get(`${ticket.console}/files/${file.body.id}`)).status).toBe(200);
});

test('staff send files too, and the client gets them', async () => {
  const ticket = await openTicket(acme, acme.owner);
  const file = await upload(
    app,
    agent,
    `/api/console/clients/${acme.id}/uploads?name=log.txt`,
    Buffer.from('baris'),
  );
  expect((await acme.owner.get(`${ticket.at}/files/${file.body.id}`)).status).toBe(404);
  expect(
    (await agent.post(`${ticket.console}/messages`, { text: 'Ini', files: [file.body.id] })).status,
  ).toBe(201);
  const got = await acme.owner.get(`${ticket.at}/files/${file.body.id}`);
  expect(got).toMatchObject({ status: 200, text: 'baris' });
  expect(got.headers['content-type']).toContain('text/plain');
});

test.each([
  [
    'what is not what it says',
    'foto.png',
    Buffer.from('<script>alert(1)</script>'),
    415,
    'file_type_refused',
  ],
  ['a page', 'index.html', Buffer.from('<!doctype html>'), 415, 'file_type_refused'],
  ['a program', 'a.exe', Buffer.from('MZ'), 415, 'file_type_refused'],
  ['nothing', 'kosong.png', Buffer.alloc(0), 415, 'file_type_refused'],
  ['more than allowed', 'besar.txt', Buffer.alloc(10_000_001, 'a'), 413, 'file_too_large'],
  ['a name of two lines', 'a\nb.png', png, 400, 'invalid_input'],
  ['no name', '', png, 400, 'invalid_input'],
])('refused: %s', async (_why, name, bytes, status, code) => {
  const { rows } = await app.app.pool.query(
    'select count(*)::int as n from support.attachments where size is not null',
  );
  expect(await upload(app, acme.owner, uploads(name), bytes)).toMatchObject({ status, body: { code } });
  const after = await app.app.pool.query(
    'select count(*)::int as n from support.attachments where size is not null',
  );
  expect(after.rows).toEqual(rows);
});

test('JSON instead of bytes is told so', async () => {
  expect(
    await upload(app, acme.owner, uploads('a.json'), Buffer.from('{}'), 'application/json'),
  ).toMatchObject({
    status: 415,
    body: { code: 'bytes_expected' },
  });
});

test.each([
  '../../etc/passwd.txt',
  '/etc/passwd.txt',
  'C:\\Windows\\system.txt',
  '..%2f..%2fsecret.txt',
  'con.txt',
  '💾.txt',
])('a name is only a name: %s', async (name) => {
  const file = await upload(app, acme.owner, uploads(name), Buffer.from('isi'));
  expect(file).toMatchObject({ status: 201, body: { name } });
  expect(await kept(file.body.id)).toEqual({ size: 3 });
  const ticket = await openTicket(acme, acme.owner, { files: [file.body.id] });
  expect((await acme.owner.get(`${ticket.at}/files/${file.body.id}`)).text).toBe('isi');
});

test('a message takes the uploads of its own author, each once, all or none', async () => {
  const colleague = await buildMember(app, acme, 'technical');
  const mine = await upload(app, acme.owner, uploads('a.txt'), Buffer.from('a'));
  const theirs = await upload(app, colleague, uploads('b.txt'), Buffer.from('b'));
  const both = { text: 'Dua', files: [mine.body.id, theirs.body.id] };
  const ticket = await openTicket(acme, acme.owner);
  expect(await acme.owner.post(`${ticket.at}/messages`, both)).toMatchObject({
    status: 409,
    body: { code: 'unknown_upload' },
  });
  expect((await acme.owner.get(ticket.at)).body.messages).toBe(1);
  const once = { text: 'Satu', files: [mine.body.id] };
  expect((await acme.owner.post(`${ticket.at}/messages`, once)).status).toBe(201);
  expect((await acme.owner.post(`${ticket.at}/messages`, once)).status).toBe(409);
  expect((await acme.owner.get(`${ticket.at}/files/${theirs.body.id}`)).status).toBe(404);
});

test('a colleague who may not read the ticket may not read its files', async () => {
  const member = await buildMember(app, acme, 'member');
  const file = await upload(app, acme.owner, uploads('a.txt'), Buffer.from('a'));
  const ticket = await openTicket(acme, acme.owner, { files: [file.body.id] });
  expect((await member.get(`${ticket.at}/files/${file.body.id}`)).status).toBe(404);
});

test('what no message took is swept away after a day, what one took stays', async () => {
  const taken = await upload(app, acme.owner, uploads('a.txt'), Buffer.from('a'));
  await openTicket(acme, acme.owner, { files: [taken.body.id] });
  const left = await upload(app, acme.owner, uploads('b.txt'), Buffer.from('b'));
  const broken = await app.ctx.transact(async (tx) => {
    const id = tx.newId<'file'>();
    const values = { organization_id: acme.id, id, name: 'c.txt', type: 'text/plain', internal: false };
    await tx.db
      .insertInto('support.attachments')
      .values({ ...values, uploaded_by: acme.owner.id, uploaded_at: tx.now })
      .execute();
    return id;
  });
  const remaining = async () => {
    const { rows } = await app.app.pool.query<{ id: Id<'file'> }>(
      'select id from support.attachments where id = any ($1)',
      [[taken.body.id, left.body.id, broken]],
    );
    return rows.map(({ id }) => id).sort();
  };
  await app.clock.advance({ hours: 23 });
  await app.sweep('support.sweep-uploads');
  expect(await remaining()).toHaveLength(3);
  await app.clock.advance({ hours: 2, minutes: 1 });
  await app.sweep('support.sweep-uploads');
  const tooLate = await acme.owner.post(acme.at('/tickets'), {
    subject: 'x',
    text: 'x',
    files: [left.body.id],
  });
  expect(tooLate).toMatchObject({ status: 409, body: { code: 'unknown_upload' } });
  expect(await remaining()).toEqual([taken.body.id]);
  expect(await kept(left.body.id)).toBeNull();
  expect(await kept(taken.body.id)).toEqual({ size: 1 });
  expect(app.failures).toEqual([]);
});

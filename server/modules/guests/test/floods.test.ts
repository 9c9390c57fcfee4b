import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildPerson } from '../../../test/kit/people.ts';
import { ask, begin, mailsTo, words, write } from './world.ts';

const app = await createTestApp();
const send = (email: string, from = '203.0.113.9') =>
  app.app.http.inject({
    method: 'POST',
    url: '/api/guest-messages',
    remoteAddress: from,
    payload: { ...words, email },
  });

test('one address gets three links a day, from however many networks it is asked at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_one, at) => send('korban@example.com', `198.51.100.${at}`)),
  );
  for (const answer of answers) expect([answer.statusCode, answer.json()]).toEqual([202, { sent: true }]);
  await app.settle();
  expect(mailsTo(app, 'korban@example.com')).toHaveLength(3);
  const { rows } = await app.app.pool.query('select from guests.requests where sealed is not null');
  expect(rows).toHaveLength(3);
  await app.clock.advance({ hours: 25 });
  expect((await send('korban@example.com')).statusCode).toBe(202);
  await app.settle();
  expect(mailsTo(app, 'korban@example.com')).toHaveLength(4);
});

test('one network sends twenty messages an hour and is told when it may go on', async () => {
  const codes = await Promise.all(
    Array.from({ length: 30 }, async (_one, at) => send(`banyak-${at}@example.com`, '2001:db8:1:2::1')),
  );
  expect(codes.filter(({ statusCode }) => statusCode === 202)).toHaveLength(20);
  const refused = codes.filter(({ statusCode }) => statusCode === 429);
  expect(refused).toHaveLength(10);
  expect(refused[0]!.json()).toMatchObject({
    code: 'too_many_requests',
    facts: { retryAfter: 3600 },
  });
  // The same home with another device is the same network; the neighbor is not.
  expect((await send('x@example.com', '2001:db8:1:2:ffff::2')).statusCode).toBe(429);
  expect((await send('x@example.com', '2001:db8:1:3::1')).statusCode).toBe(202);
});

test('the mail to an address that is not proven holds no word of who typed it', async () => {
  const bait = 'GRATIS-http://evil.example';
  await write(app, 'pancing@example.com', { name: bait, subject: bait, text: bait });
  const mail = mailsTo(app, 'pancing@example.com').at(-1)!;
  expect(JSON.stringify(mail)).not.toMatch(/GRATIS|evil/);
});

test('who has an account is answered and mailed like who has none', async () => {
  const person = await buildPerson(app, { email: 'punya@example.com', name: 'Punya Akun' });
  const known = await send(person.email);
  const unknown = await send('tidak-punya@example.com');
  expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body]);
  await app.settle();
  const [one] = mailsTo(app, person.email);
  const [other] = mailsTo(app, 'tidak-punya@example.com');
  const plain = (text: string) => text.replaceAll(/#token=\S+|: [\w-]{43}/g, '');
  expect(plain(one!.text)).toBe(plain(other!.text));
  expect(one!.subject).toBe(other!.subject);
});

test('two messages of one address confirmed at once have one guest', async () => {
  const first = await write(app, 'sama@example.com', { subject: 'Satu' });
  const second = await write(app, 'sama@example.com', { subject: 'Dua' });
  const answers = await Promise.all(
    [first, second, first, second].map((token) => ask(app, 'confirm', token)),
  );
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
  const { rows } = await app.app.pool.query(
    `select g.organization_id, count(t.id)::int as tickets from guests.guests g
     join support.tickets t on t.organization_id = g.organization_id where g.email = 'sama@example.com' group by 1`,
  );
  expect(rows).toMatchObject([{ tickets: 2 }]);
});

test.each([
  ['no subject', { subject: ' ' }],
  ['no text', { text: '' }],
  ['two lines of subject', { subject: 'a\r\nBcc: x@example.com' }],
  ['no address', { email: 'nobody' }],
  ['a kind that is none', { kind: 'spam' }],
  ['an order number that is none', { orderNumber: '[x](http://evil.example)' }],
])('what cannot be used is refused with its field: %s', async (_name, over) => {
  const answer = await app.stranger.post('/api/guest-messages', {
    ...words,
    email: 'a@example.com',
    ...over,
  });
  expect(answer.status).toBe(400);
  expect(answer.body.fields[0].path).toBe(Object.keys(over)[0]);
});

test('guests keep the invariants', async () => {
  await begin(app, 'akhir@example.com');
  for (const { name, violations } of app.app.product.invariants.filter((one) =>
    one.name.startsWith('guests.'),
  ))
    expect([name, await app.ctx.read((db) => violations(db, 5))]).toEqual([name, []]);
});

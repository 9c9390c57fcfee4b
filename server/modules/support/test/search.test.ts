import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import type { TestClient } from '../../../test/kit/client.ts';
import { buildMember, buildOrganization, buildStaff } from '../../../test/kit/people.ts';
import { openTicket } from './world.ts';

interface Found {
  items: { number: number }[];
  next: string | null;
}

const app = await createTestApp();
const acme = await buildOrganization(app, { name: 'Acme' });
const other = await buildOrganization(app, { name: 'Other' });
const agent = await buildStaff(app, 'support');

const paid = await openTicket(acme, acme.owner, {
  subject: 'Pembayaran tagihan Maret',
  text: 'Saya sudah membayar lewat transfer, tetapi statusnya belum berubah.',
  kind: 'question',
});
const mail = await openTicket(acme, acme.owner, {
  subject: 'Emails bounce',
  text: 'Messages to mail.example.com are rejected since the certificates were renewed.',
  kind: 'problem',
  priority: 'high',
});
await agent.post(`${mail.console}/messages`, {
  text: 'Kami sudah memperbarui sertifikatnya di server kedua.',
});
const foreign = await openTicket(other, other.owner, { subject: 'Pembayaran', text: 'Sudah dibayar' });

const numbers = (answer: { body: Found }) => answer.body.items.map(({ number }) => number);
const find = async (q: string, more = '') =>
  numbers(await acme.owner.get(acme.at(`/tickets?q=${encodeURIComponent(q)}${more}`)));

test.each([
  ['bayar', 'the stem of membayar and pembayaran'],
  ['dibayar', 'another form of the same word'],
  ['tagihan transfer', 'words of subject and text together'],
  ['pembay', 'a word still being typed'],
  ['PEMBAYARAN', 'in capitals'],
])('Indonesian: %s (%s)', async (q) => {
  expect(await find(q)).toEqual([paid.number]);
});

test.each([
  ['certificate', 'the singular of what is written'],
  ['renewing', 'another form of the same word'],
  ['example', 'a part of an address'],
  ['mail.example.com', 'the whole address'],
  ['reject bounced', 'words of subject and text together'],
  ['sertifikat', 'a word of the answer'],
  ['bounce server', 'the subject with a word of the answer'],
])('English, and both mixed: %s (%s)', async (q) => {
  expect(await find(q)).toEqual([mail.number]);
});

test('all words must be there; what means nothing finds nothing; signs do no harm', async () => {
  expect(await find('pembayaran certificate')).toEqual([]);
  expect(await find('!!!')).toEqual([]);
  expect(await find(`' | !(bayar) & "x\\`)).toEqual([]);
  expect(await find("bayar:* ' tagihan")).toEqual([paid.number]);
});

test('a number finds its ticket, in its own organization', async () => {
  expect(await find(String(paid.number))).toEqual([paid.number]);
  expect(await find(`#${mail.number}`)).toEqual([mail.number]);
  expect(await find(`#${foreign.number}`)).toEqual([]);
});

test('search is a filter among others', async () => {
  expect(await find('bayar', '&kind=problem')).toEqual([]);
  expect(await find('certificate', '&kind=problem&priority=high&status=active')).toEqual([mail.number]);
});

test('staff find the tickets of everybody, or of one client', async () => {
  const all = await agent.get('/api/console/tickets?q=bayar');
  expect(new Set(numbers(all))).toEqual(new Set([paid.number, foreign.number]));
  expect(numbers(await agent.get(`/api/console/tickets?q=bayar&organization=${other.id}`))).toEqual([
    foreign.number,
  ]);
  expect(numbers(await agent.get(`/api/console/tickets?q=%23${foreign.number}`))).toEqual([foreign.number]);
});

test('the portal cannot ask the search of another organization, or of all', async () => {
  const seen = await app.app
    .within({ kind: 'clients', organizations: [acme.id], person: acme.owner.id })
    .read(async (db) => {
      const of = async (organization: string | null) => {
        const { rows } = await sql`
          select * from support.matching(${organization}, array[to_tsquery('simple', 'bayar')], null, null, null, 10)`.execute(
          db,
        );
        return rows.length;
      };
      return [await of(acme.id), await of(other.id), await of(null)];
    });
  expect(seen).toEqual([1, 0, 0]);
});

test('what is found comes by pages too, each ticket once, those where it was said last first', async () => {
  const client = await buildOrganization(app);
  const opened: { number: number; at: string }[] = [];
  for (let n = 0; n < 5; n++) {
    await app.clock.advance({ seconds: 1 });
    opened.push(await openTicket(client, client.owner, { subject: `Mutiara ${n}`, text: 'mutiara' }));
  }
  for (let n = 0; n < 6; n++) await client.owner.post(`${opened[1]!.at}/messages`, { text: 'mutiara lagi' });
  const member = await buildMember(app, client, 'member');
  await client.owner.put(`${opened[0]!.at}/followers/${member.id}`);
  const walk = async (as: TestClient, more = '') => {
    const seen: number[] = [];
    for (let after: string | null = ''; after !== null;) {
      const url = client.at(`/tickets?q=mutiara&limit=2${more}${after && `&after=${after}`}`);
      const { body }: { body: Found } = await as.get(url);
      seen.push(...numbers({ body }));
      after = body.next;
    }
    return seen;
  };
  const order = [4, 3, 2, 1, 0].map((n) => opened[n]!.number);
  expect(new Set(await walk(client.owner))).toEqual(new Set(order));
  expect((await walk(client.owner)).length).toBe(5);
  expect(await walk(client.owner, '&status=active')).toEqual(await walk(client.owner));
  expect(await walk(client.owner, '&kind=complaint')).toEqual([]);
  expect(await walk(member)).toEqual([opened[0]!.number]);
});

test('a long conversation is found by words from its beginning and its end', async () => {
  const long = await openTicket(acme, acme.owner, { subject: 'Panjang', text: 'Awalnya soal zamrud.' });
  for (let n = 1; n <= 24; n++)
    await agent.post(`${long.console}/messages`, { text: `Langkah ke ${n}, safir${n}` });
  expect(await find('zamrud')).toEqual([long.number]);
  expect(await find('safir24')).toEqual([long.number]);
  expect(await find('panjang safir12')).toEqual([long.number]);
});

test('pages of a list follow each other without a gap or a repeat, in either order', async () => {
  const client = await buildOrganization(app);
  const opened: number[] = [];
  for (let n = 0; n < 7; n++) {
    const priority = n % 2 ? 'high' : 'normal';
    opened.push((await openTicket(client, client.owner, { subject: `Ke ${n}`, priority })).number);
    if (n % 3) await app.clock.advance({ seconds: 1 });
  }
  const pages = async (as: typeof agent, url: string) => {
    const seen: number[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { body }: { body: Found } = await as.get(`${url}&limit=3${after && `&after=${after}`}`);
      seen.push(...numbers({ body }));
      after = body.next;
    }
    return seen;
  };
  const recent = await pages(client.owner, client.at('/tickets?status=active'));
  expect(recent).toHaveLength(7);
  expect(new Set(recent)).toEqual(new Set(opened));
  expect(recent[0]).toBe(opened[6]);
  const waiting = await pages(agent, `/api/console/tickets?sort=waiting&organization=${client.id}`);
  expect(waiting).toEqual([1, 3, 5, 0, 2, 4, 6].map((n) => opened[n]));
  expect((await agent.get('/api/console/tickets?after=bm9wZQ')).status).toBe(400);
});

test('staff filter by who has it', async () => {
  const client = await buildOrganization(app);
  const taken = await openTicket(client, client.owner);
  const free = await openTicket(client, client.owner);
  await agent.patch(taken.console, 1, { assigneeId: agent.id });
  const at = `/api/console/tickets?organization=${client.id}`;
  expect(numbers(await agent.get(`${at}&assignee=me`))).toEqual([taken.number]);
  expect(numbers(await agent.get(`${at}&assignee=none`))).toEqual([free.number]);
  expect(numbers(await agent.get(`${at}&assignee=${agent.id}`))).toEqual([taken.number]);
  expect((await agent.get('/api/console/tickets/workload')).body).toMatchObject({ mine: expect.any(Number) });
});

test('earlier messages come by pages of fifty', async () => {
  const client = await buildOrganization(app);
  const ticket = await openTicket(client, client.owner, { text: 'ke-0' });
  for (let n = 1; n <= 55; n++) await client.owner.post(`${ticket.at}/messages`, { text: `ke-${n}` });
  const { conversation } = (await client.owner.get(ticket.at)).body;
  expect(conversation.items).toHaveLength(50);
  expect(conversation.items.at(-1).html).toBe('<p>ke-55</p>\n');
  const older = (await client.owner.get(`${ticket.at}/messages?before=${conversation.earlier}`)).body;
  expect(older.items.map(({ html }: { html: string }) => html)).toEqual(
    [0, 1, 2, 3, 4, 5].map((n) => `<p>ke-${n}</p>\n`),
  );
  expect(older.earlier).toBeNull();
});

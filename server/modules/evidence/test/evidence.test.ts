import { inflateRawSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Id } from '../../../kernel/values/ids.ts';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildStaff } from '../../../test/kit/people.ts';
import { buildWorld } from '../../../test/kit/world.ts';
import { deliver } from '../../payments/test/world.ts';
import { openTicket } from '../../support/test/world.ts';
import type { EvidencePack, Pack } from '../contract.ts';

const app = await createTestApp();
const { sandbox } = app.ports;
const world = await buildWorld(app);
const finance = await buildStaff(app, 'finance');
const support = await buildStaff(app, 'support');

/** A client whose first payment the bank takes back. */
async function disputed() {
  const ours = await world.found();
  const { rows } = await app.app.pool.query<{ id: Id<'dispute'>; reference: string; invoice: string }>(
    `select d.id, d.reference, x.invoice_id as invoice from payments.disputes d
      join payments.attempt_invoices x on x.organization_id = d.organization_id and x.attempt_id = d.attempt_id
    where d.organization_id = $1`,
    [ours.id],
  );
  const { id, reference, invoice } = rows[0]!;
  const page = `http://sandbox.test/pay/${reference.split('.')[0]!}?lang=id`;
  const act = async (what: string) => {
    await sandbox.submit(page, 'dispute', { act: what, id: reference });
    await deliver(app);
  };
  await act('escalate');
  const url = `/api/console/disputes/${id}/evidence`;
  return { ours, id, invoice, url, act };
}

const read = async (url: string) => (await finance.get<EvidencePack>(url)).body;
async function collect(url: string): Promise<Pack> {
  const answer = await finance.post<EvidencePack>(`${url}/collect`, {});
  expect(answer.status, answer.text).toBe(200);
  return answer.body.pack!;
}
const write = (url: string, pack: Pack, over: object = {}) =>
  finance.put<EvidencePack>(
    url,
    { parts: pack.parts, language: 'en', statement: 'The order was placed and delivered.', ...over },
    { version: pack.version },
  );
const bytes = async (url: string, by = finance) => {
  const { cookie } = by;
  const answer = await app.app.http.inject({ method: 'GET', url, headers: { cookie: cookie! } });
  return { status: answer.statusCode, body: answer.rawPayload, type: answer.headers['content-type'] };
};
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** What is in a ZIP, by name. */
function unzip(archive: Buffer): Record<string, Buffer> {
  const files: Record<string, Buffer> = {};
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50;) {
    const [packed, length] = [archive.readUInt32LE(at + 18), archive.readUInt16LE(at + 26)];
    const start = at + 30 + length;
    files[archive.toString('utf8', at + 30, start)] = inflateRawSync(archive.subarray(start, start + packed));
    at = start + packed;
  }
  return files;
}

test('one press reads from the records what was agreed, paid, delivered and said, and nothing that is not the bank’s business', async () => {
  const { ours, invoice, url } = await disputed();
  expect((await read(url)).can).toEqual({ collect: true, change: true, submit: true });
  const ticket = await openTicket(ours, ours.owner, { invoiceId: invoice });
  const note = await support.post(`${ticket.console}/notes`, { text: 'He always does this.', files: [] });
  expect(note.status, note.text).toBeLessThan(300);
  const { collected, parts } = await collect(url);
  expect(collected).toMatchObject({
    order: { placedBy: expect.stringContaining('Person'), items: [{ quantity: 1 }], signIn: null },
    terms: { version: 1, text: { en: 'Terms' } },
    invoices: [{ id: invoice, number: expect.stringContaining('INV') }],
    payment: { paidWith: 'Visa •••• 4242', authenticated: false, receipt: { number: expect.any(String) } },
    refunds: [{ amount: { amount: 1_000 } }],
    tickets: [{ messages: [{ by: 'client' }] }],
  });
  expect(collected.messages.length).toBeGreaterThan(0);
  for (const { to } of collected.messages) expect(to).toMatch(/^.…@/);
  const all = JSON.stringify(collected);
  expect(all).not.toContain('He always does this.');
  expect(all).not.toContain(ours.owner.email);
  expect(parts).not.toContain('tickets');
  expect(parts).not.toContain('signIns');
  expect(parts).toContain('terms');
});

test('staff see it as a tagged PDF in both languages, and with its papers as an archive with an index', async () => {
  const { url } = await disputed();
  const pack = await collect(url);
  const written = await write(url, pack, { language: 'id', statement: 'Pesanan sudah diserahkan.' });
  expect(written).toMatchObject({
    status: 200,
    body: { pack: { language: 'id', version: pack.version + 1 } },
  });
  for (const language of ['id', 'en']) {
    await write(url, (await read(url)).pack!, { language });
    const { status, body, type } = await bytes(`${url}/document`);
    expect([status, type]).toEqual([200, 'application/pdf']);
    expect(body.subarray(0, 5).toString()).toBe('%PDF-');
    expect(body.includes('/MarkInfo')).toBe(true);
  }
  const { body } = await bytes(`${url}/archive`);
  const files = unzip(body);
  expect(Object.keys(files)).toEqual([
    'index.json',
    'evidence.pdf',
    'invoice-1.pdf',
    'receipt.pdf',
    'records.json',
  ]);
  const index = JSON.parse(files['index.json']!.toString());
  for (const { name, sha256: hash } of index.files) expect(sha256(files[name]!)).toBe(hash);
  expect(Object.keys(JSON.parse(files['records.json']!.toString()))).toEqual(pack.parts);
});

test('what was sent is frozen with its hashes, arrives once whatever is lost, and the bank answers later', async () => {
  const { id, url } = await disputed();
  const pack = await collect(url);
  expect((await finance.post(`${url}/submit`, {})).body).toMatchObject({ code: 'statement_missing' });
  expect((await write(url, { ...pack, version: 99 })).status).toBe(412);
  await write(url, pack);
  sandbox.line = 'lost_answer';
  expect((await finance.post(`${url}/submit`, {})).body).toMatchObject({ code: 'gateway_silent' });
  sandbox.line = 'up';
  const sending = (await read(url)).pack!;
  expect(sending).toMatchObject({ state: 'sending', documentHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect((await write(url, sending)).body).toMatchObject({ code: 'evidence_frozen' });
  expect((await finance.post(`${url}/collect`, {})).body).toMatchObject({ code: 'evidence_frozen' });
  // It has arrived: the bank looks at it, and knows what is sent again by its id.
  await deliver(app);
  expect((await read(url)).can).toMatchObject({ collect: { no: 'with_the_bank' }, submit: true });
  expect((await finance.post(`${url}/submit`, {})).status).toBe(200);
  const sent = (await read(url)).pack!;
  const dispute = (await finance.get(`/api/console/disputes/${id}`)).body;
  expect(dispute).toMatchObject({ state: 'under_review' });
  expect([sent.documentHash, sent.archiveHash]).toEqual([sending.documentHash, sending.archiveHash]);
  expect(sha256((await bytes(`${url}/document`)).body)).toBe(sent.documentHash);
  expect(sha256((await bytes(`${url}/archive`)).body)).toBe(sent.archiveHash);
  await expect(
    app.app.pool.query(`update evidence.packs set statement = 'Another' where dispute_id = $1`, [id]),
  ).rejects.toThrow('never changed');
  await app.clock.advance({ minutes: 2 });
  await deliver(app);
  expect((await finance.get(`/api/console/disputes/${id}`)).body).toMatchObject({
    state: 'won',
    returned: dispute.withdrawn,
  });
});

test('where the bank takes no answer any more it stays a draft', async () => {
  const { url, act } = await disputed();
  const pack = await collect(url);
  await write(url, pack);
  sandbox.chaos.lose = 1;
  await act('lose');
  sandbox.chaos.lose = 0;
  expect((await finance.post(`${url}/submit`, {})).body).toMatchObject({ code: 'cannot_answer' });
  expect((await read(url)).pack).toMatchObject({ state: 'draft', documentHash: null });
});

test('only those who answer disputes read what is said about clients', async () => {
  const { ours, url } = await disputed();
  await collect(url);
  for (const path of ['', '/document', '/archive']) {
    expect((await support.get(`${url}${path}`)).status).toBe(404);
    expect((await ours.owner.get(`${url}${path}`)).status).toBe(404);
  }
  expect((await support.post(`${url}/collect`, {})).status).toBe(404);
});

import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import type { TestClient } from '../../../test/kit/client.ts';
import { buildOrganization, buildPerson, buildStaff } from '../../../test/kit/people.ts';
import { buildCategory, draftArticle, factsOf, publishArticle } from './shelf.ts';

const app = await createTestApp();
const editor = await buildStaff(app, 'support');
const client = await buildOrganization(app);
const money = await buildCategory(editor, 'money');
const technical = await buildCategory(editor, 'technical');

const qris = await publishArticle(editor, {
  slug: 'bayar-qris',
  category: money,
  tags: ['pembayaran'],
  position: 2,
  id: [
    'Membayar tagihan dengan QRIS',
    'Buka tagihan Anda, lalu pindai **kode** <b>QRIS</b> dari aplikasi bank.',
  ],
  en: ['Pay an invoice with QRIS', 'Open your invoice and scan the **QRIS** code with your banking app.'],
});
const account = await publishArticle(editor, {
  slug: 'virtual-account',
  category: money,
  tags: ['pembayaran'],
  position: 1,
  id: ['Membayar lewat virtual account', 'Salin nomor virtual account, lalu transfer dari bank mana saja.'],
});
const backup = await publishArticle(editor, {
  slug: 'backups',
  category: technical,
  tags: ['cadangan', 'pembayaran'],
  en: ['Restore a backup', 'We keep nightly backups for fourteen days. Choose one and restore it.'],
});
const secret = await publishArticle(editor, {
  slug: 'emergency-number',
  category: technical,
  visibility: 'clients',
  en: ['Our emergency number', 'Call us at night when your server is down.'],
});
await draftArticle(editor, { slug: 'draft', category: money, id: ['Rancangan QRIS', 'Belum terbit.'] });

const search = async (q: string, locale = 'id', reader: Pick<TestClient, 'get'> = app.stranger) =>
  (await reader.get(`/api/knowledge/${locale}/search?q=${encodeURIComponent(q)}`)).body;
const slugs = (answer: { items: { slug: string }[] }) => answer.items.map(({ slug }) => slug);

test('everybody reads what is public, in their language or the one there is', async () => {
  const { body } = await app.stranger.get('/api/knowledge/id');
  expect(body.categories).toMatchObject([
    { slug: 'money', name: 'Kategori money', articles: 2 },
    { slug: 'technical', articles: 1 },
  ]);
  expect(slugs({ items: body.latest }).toSorted()).toEqual(['backups', 'bayar-qris', 'virtual-account']);
  expect(body.latest.find(({ slug }: { slug: string }) => slug === 'backups').locale).toBe('en');

  const category = await app.stranger.get('/api/knowledge/id/categories/money');
  expect(slugs(category.body)).toEqual(['virtual-account', 'bayar-qris']);
  const first = await app.stranger.get('/api/knowledge/id/categories/money?limit=1');
  const next = await app.stranger.get(`/api/knowledge/id/categories/money?limit=1&after=${first.body.next}`);
  expect([...slugs(first.body), ...slugs(next.body)]).toEqual(['virtual-account', 'bayar-qris']);
  expect(next.body.next).toBeNull();
  expect((await app.stranger.get('/api/knowledge/id/categories/nothing')).status).toBe(404);
  expect((await app.stranger.get('/api/knowledge/fr')).status).toBe(400);
});

test('an article comes with its headings, its way up and what is near to it', async () => {
  const { body } = await app.stranger.get('/api/knowledge/id/articles/bayar-qris');
  expect(body).toMatchObject({
    title: 'Membayar tagihan dengan QRIS',
    locales: ['en', 'id'],
    category: { slug: 'money', name: 'Kategori money' },
    helpful: null,
  });
  expect(body.html).toContain('&lt;b&gt;QRIS&lt;/b&gt;');
  expect(slugs({ items: body.related })).toEqual(['virtual-account', 'backups']);
});

test('articles for clients are for whoever is signed in, everywhere', async () => {
  const { owner } = client;
  expect((await app.stranger.get('/api/knowledge/en/articles/emergency-number')).status).toBe(404);
  expect((await owner.get('/api/knowledge/en/articles/emergency-number')).body).toMatchObject({
    clientsOnly: true,
  });
  const shelf = (reader: typeof owner) =>
    reader.get('/api/knowledge/en').then(({ body }) => body.categories[1].articles);
  expect([await shelf(app.stranger as typeof owner), await shelf(owner)]).toEqual([1, 2]);
  expect(slugs(await search('emergency', 'en'))).toEqual([]);
  expect(slugs(await search('emergency', 'en', owner))).toEqual(['emergency-number']);
  const near = async (reader: typeof owner) =>
    slugs({ items: (await reader.get('/api/knowledge/en/articles/backups')).body.related });
  expect(await near(app.stranger as typeof owner)).not.toContain('emergency-number');
  expect(await near(owner)).toContain('emergency-number');

  const nobody = app.ctx.within({ kind: 'clients', organizations: [], person: null });
  const seen = await nobody.read((db) => db.selectFrom('knowledge.pages').select('slug').execute());
  expect(slugs({ items: seen })).not.toContain('emergency-number');
});

test('search knows the forms of words in both languages, and beginnings', async () => {
  expect(slugs(await search('pembayaran qris'))[0]).toBe('bayar-qris');
  expect(slugs(await search('bagaimana cara bayar virtual account?'))[0]).toBe('virtual-account');
  expect(slugs(await search('paying invoices', 'en'))[0]).toBe('bayar-qris');
  expect(slugs(await search('restor', 'en'))).toEqual(['backups']);
  expect(slugs(await search('rancangan'))).toEqual([]);
});

test('what is found is shown in pieces, the words that were looked for marked', async () => {
  const { items } = await search('qris');
  expect(items[0]).toMatchObject({
    slug: 'bayar-qris',
    locale: 'id',
    title: [
      { text: 'Membayar tagihan dengan ', marked: false },
      { text: 'QRIS', marked: true },
    ],
    category: { slug: 'money' },
  });
  expect(items[0].excerpt.filter(({ marked }: { marked: boolean }) => marked)).toEqual([
    { text: 'QRIS', marked: true },
  ]);
  expect(items[0].excerpt.map(({ text }: { text: string }) => text).join('')).toMatch(
    /^Buka tagihan Anda, lalu pindai kode/,
  );
  const here = await app.stranger.get('/api/knowledge/id/search?q=pembayaran&category=technical');
  expect(slugs(here.body)).toEqual(['backups']);
});

test('a word typed wrongly is corrected when nothing is found as it stands', async () => {
  expect(await search('virtul acount')).toMatchObject({
    items: [{ slug: 'virtual-account' }],
    corrected: 'virtual account',
  });
  expect(await search('zzzzqqqq')).toEqual({ items: [], corrected: null });
});

test('no question breaks the search', async () => {
  for (const q of [
    '&',
    "'",
    '\\',
    ':*',
    '!',
    '()',
    '<->',
    'a & | !b',
    'x'.repeat(200),
    '日本語',
    '%',
    'a\ue000b',
  ]) {
    const answer = await app.stranger.get(`/api/knowledge/id/search?q=${encodeURIComponent(q)}`);
    expect([q, answer.status]).toEqual([q, 200]);
  }
  for (const nothing of ['', '?q='])
    expect((await app.stranger.get(`/api/knowledge/id/search${nothing}`)).body).toEqual({
      items: [],
      corrected: null,
    });
  expect((await app.stranger.get(`/api/knowledge/id/search?q=${'x'.repeat(201)}`)).status).toBe(400);
});

test('staff see what was looked for in vain, and nothing of who looked', async () => {
  await search('Garansi uang kembali');
  await search('garansi uang kembali!');
  await search('garansi rina@example.com');
  const { misses } = (await editor.get('/api/console/knowledge/insights')).body;
  expect(misses.find(({ query }: { query: string }) => query.startsWith('garansi uang'))).toMatchObject({
    query: 'garansi uang kembali',
    locale: 'id',
    times: 2,
  });
  expect(JSON.stringify(misses)).not.toContain('rina');
  const forget = { query: 'garansi uang kembali', locale: 'id' };
  expect((await editor.post('/api/console/knowledge/misses/forget', forget)).status).toBe(204);
  const left = (await editor.get('/api/console/knowledge/insights')).body.misses;
  expect(left.map(({ query }: { query: string }) => query)).not.toContain('garansi uang kembali');
});

test('each person and each visitor has one answer on whether it helped', async () => {
  const at = '/api/knowledge/id/articles/bayar-qris';
  const say = (who: typeof app.stranger, helpful: boolean, comment = '') =>
    who.put(`${at}/feedback`, { helpful, comment });
  expect((await say(client.owner, false, 'Gambarnya kurang')).status).toBe(204);
  await say(client.owner, true);
  expect((await client.owner.get(at)).body.helpful).toBe(true);
  await say(app.stranger, true);
  await say(app.stranger, false, 'Tidak jelas');
  const score = async () => (await editor.get(`/api/console/knowledge/articles/${qris.id}`)).body;
  expect(await score()).toMatchObject({
    helpful: { yes: 1, no: 1 },
    comments: [{ helpful: false, comment: 'Tidak jelas' }],
  });
  // On the next day the same address is somebody else, as nobody can tell.
  await app.clock.advance({ days: 1 });
  await say(app.stranger, true);
  expect((await score()).helpful).toEqual({ yes: 2, no: 1 });
  await app.clock.advance({ days: 2 });
  await app.sweep('knowledge.forget-readers');
  expect(await app.ctx.read((db) => db.selectFrom('knowledge.salts').selectAll().execute())).toEqual([]);

  expect(await factsOf(app, qris.id)).toContain('knowledge.feedback-given');
  const hidden = await app.stranger.put('/api/knowledge/id/articles/emergency-number/feedback', {
    helpful: true,
  });
  expect(hidden.status).toBe(404);
  expect((await say(client.owner, true, 'x'.repeat(1001))).status).toBe(400);
  expect(secret.helpful).toEqual({ yes: 0, no: 0 });
});

test('what is opened most stands first', async () => {
  const open = (slug: string, from = 'browse') =>
    app.stranger.post(`/api/knowledge/id/articles/${slug}/openings`, { from });
  await open('backups');
  await open('virtual-account');
  expect((await open('virtual-account', 'search')).status).toBe(204);
  const { popular } = (await app.stranger.get('/api/knowledge/id')).body;
  expect(slugs({ items: popular })).toEqual(['virtual-account', 'backups']);
  const shown = await editor.get(`/api/console/knowledge/articles/${account.id}`);
  expect(shown.body.opened).toBe(2);
  await app.clock.advance({ days: 31 });
  expect((await app.stranger.get('/api/knowledge/id')).body.popular).toEqual([]);
  expect((await open('nothing')).status).toBe(404);
  expect((await open('backups', 'elsewhere')).status).toBe(400);
  expect(backup.opened).toBe(0);
});

test('whose organization a reader is of, above, below or apart, opens nothing more and hides nothing', async () => {
  const parent = await buildOrganization(app);
  const child = await buildOrganization(app, { parent: parent.id });
  const sibling = await buildOrganization(app, { parent: parent.id });
  const foreign = await buildOrganization(app);
  const readers = [parent.owner, child.owner, sibling.owner, foreign.owner, await buildPerson(app)];
  const published = new Set([qris, account, backup, secret].map(({ slug }) => slug));
  const addresses = [
    '/api/knowledge/id',
    '/api/knowledge/id/categories/technical',
    '/api/knowledge/en/search?q=emergency',
    '/api/knowledge/en/articles/emergency-number',
    '/api/me/knowledge/suggestions?text=emergency%20number',
  ];
  const answers = await Promise.all(
    readers.map((reader) => Promise.all(addresses.map(async (address) => (await reader.get(address)).body))),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(new Set(slugs({ items: answers[0]![0].latest }))).toEqual(published);
  for (const reader of readers) {
    expect((await reader.get('/api/knowledge/id/articles/draft')).status).toBe(404);
    expect((await reader.get('/api/console/knowledge/articles')).status).toBe(404);
  }
});

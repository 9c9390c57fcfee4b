import { expect, test } from 'vitest';
import { createTestApp } from '../../../test/kit/app.ts';
import { buildOrganization, buildPerson, buildStaff } from '../../../test/kit/people.ts';
import { buildCategory, draftArticle, factsOf, move, publishArticle } from './shelf.ts';

const app = await createTestApp();
const base = '/api/console/knowledge';
const editor = await buildStaff(app, 'support');
const client = await buildOrganization(app);
const read = (slug: string, locale = 'id', reader = app.stranger) =>
  reader.get(`/api/knowledge/${locale}/articles/${slug}`);

test('an article reaches readers when it is published, and so does every edit', async () => {
  const draft = await draftArticle(editor, { id: ['Bayar dengan QRIS', 'Pindai **kode** itu.'] });
  expect(draft).toMatchObject({ state: 'draft', can: { publish: true, unpublish: { no: 'not_published' } } });
  expect((await read(draft.slug)).status).toBe(404);

  const published = (await move(editor, draft, 'publish')).body;
  expect(published).toMatchObject({
    state: 'published',
    changed: false,
    can: { publish: { no: 'nothing_changed' }, delete: { no: 'was_published' } },
  });
  expect((await read(draft.slug)).body).toMatchObject({
    title: 'Bayar dengan QRIS',
    html: '<p>Pindai <strong>kode</strong> itu.</p>\n',
    locale: 'id',
    locales: ['id'],
  });

  const texts = { ...published.texts, id: { title: 'Bayar lewat QRIS', body: 'Baru.', shown: true } };
  const edited = await editor.patch(`${base}/articles/${draft.id}`, published.version, { texts });
  expect(edited.body).toMatchObject({ state: 'published', changed: true, can: { publish: true } });
  expect((await read(draft.slug)).body.title).toBe('Bayar dengan QRIS');
  await move(editor, edited.body, 'publish');
  expect((await read(draft.slug)).body.title).toBe('Bayar lewat QRIS');
  expect(await factsOf(app, draft.id)).toEqual([
    'knowledge.article-added',
    'knowledge.article-published',
    'knowledge.article-changed',
    'knowledge.article-published',
  ]);
});

test('each language is published or not, and readers of the other get the one there is', async () => {
  const draft = await draftArticle(editor, {
    id: ['Cadangan', 'Setiap malam.'],
    en: ['Backups', 'Nightly.'],
  });
  const both = (await move(editor, draft, 'publish')).body;
  expect((await read(draft.slug, 'en')).body).toMatchObject({ title: 'Backups', locales: ['en', 'id'] });

  const texts = { ...both.texts, en: { ...both.texts.en, shown: false } };
  const edited = (await editor.patch(`${base}/articles/${draft.id}`, both.version, { texts })).body;
  await move(editor, edited, 'publish');
  expect((await read(draft.slug, 'en')).body).toMatchObject({
    title: 'Cadangan',
    locale: 'id',
    locales: ['id'],
  });
});

test('nothing unfinished is published', async () => {
  const silent = await draftArticle(editor);
  expect((await move(editor, silent, 'publish')).body).toMatchObject({
    code: 'not_possible',
    facts: { reason: 'no_language' },
  });
  const empty = await draftArticle(editor, { en: ['Backups', ''] });
  expect(empty.can.publish).toEqual({ no: 'unfinished' });
  expect((await move(editor, empty, 'publish')).status).toBe(409);
});

test('every publishing keeps a version, and an earlier one can be made the draft again', async () => {
  const first = await publishArticle(editor, { en: ['Backups', 'First.'] });
  const texts = { ...first.texts, en: { title: 'Backups', body: 'Second.', shown: true } };
  const edited = (await editor.patch(`${base}/articles/${first.id}`, first.version, { texts })).body;
  const second = (await move(editor, edited, 'publish')).body;
  expect(second.versions.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
  expect(second.versions[0].publishedBy).toMatch(/^Person/);

  const kept = await editor.get(`${base}/articles/${first.id}/versions/1`);
  expect(kept.body.texts.en.body).toBe('First.');
  const restored = await move(editor, second, 'versions/1/restore');
  expect(restored.body).toMatchObject({ changed: true, texts: { en: { body: 'First.' } } });
  expect((await read(first.slug, 'en')).body.html).toContain('Second.');
  await move(editor, restored.body, 'publish');
  expect((await read(first.slug, 'en')).body.html).toContain('First.');
  expect((await move(editor, restored.body, 'versions/9/restore')).status).toBe(412);
  expect((await editor.get(`${base}/articles/${first.id}/versions/9`)).status).toBe(404);
});

test('what is taken back or put away is gone for readers at once, and can return', async () => {
  const article = await publishArticle(editor, { en: ['Backups', 'Nightly.'] });
  const draft = (await move(editor, article, 'unpublish')).body;
  expect(draft.state).toBe('draft');
  expect((await read(article.slug, 'en')).status).toBe(404);
  const again = (await move(editor, draft, 'publish')).body;
  const archived = (await move(editor, again, 'archive')).body;
  expect((await read(article.slug, 'en')).status).toBe(404);
  expect((await move(editor, archived, 'publish')).body.facts.reason).toBe('archived');
  const reopened = (await move(editor, archived, 'reopen')).body;
  expect(reopened.state).toBe('draft');
  expect((await move(editor, reopened, 'reopen')).body.facts.reason).toBe('not_archived');
});

test('only what was never published is deleted or gets another address', async () => {
  const draft = await draftArticle(editor, { en: ['A', 'B'] });
  const renamed = await editor.patch(`${base}/articles/${draft.id}`, draft.version, {
    slug: 'another-address',
  });
  expect(renamed.body.slug).toBe('another-address');
  expect((await editor.delete(`${base}/articles/${draft.id}`)).status).toBe(204);
  expect((await editor.get(`${base}/articles/${draft.id}`)).status).toBe(404);

  const published = await publishArticle(editor, { en: ['A', 'B'] });
  expect((await editor.delete(`${base}/articles/${published.id}`)).status).toBe(409);
  const moved = await editor.patch(`${base}/articles/${published.id}`, published.version, {
    slug: 'elsewhere',
  });
  expect(moved.body).toMatchObject({ code: 'not_possible', facts: { reason: 'was_published' } });
});

test('an edit names the version it saw, and a double submit adds one article', async () => {
  const draft = await draftArticle(editor);
  await editor.patch(`${base}/articles/${draft.id}`, draft.version, { tags: ['dns'] });
  const late = await editor.patch(`${base}/articles/${draft.id}`, draft.version, { tags: ['mail'] });
  expect(late).toMatchObject({ status: 412, body: { code: 'changed_meanwhile' } });

  const text = { title: '', body: '', shown: false };
  const body = {
    slug: 'once',
    category: await buildCategory(editor),
    visibility: 'public',
    tags: [],
    texts: { id: text, en: text },
  };
  const key = 'the-same-key-again';
  const one = await editor.post(`${base}/articles`, body, { key });
  const two = await editor.post(`${base}/articles`, body, { key });
  expect(two.body.id).toBe(one.body.id);
  expect((await editor.post(`${base}/articles`, body)).body).toMatchObject({ code: 'slug_taken' });
  expect((await editor.post(`${base}/articles`, { ...body, slug: 'x', category: draft.id })).status).toBe(
    404,
  );
  for (const wrong of [
    { slug: 'Not a slug' },
    { tags: ['<b>'] },
    { visibility: 'nobody' },
    { texts: { id: text } },
  ])
    expect((await editor.post(`${base}/articles`, { ...body, slug: 'y', ...wrong })).status).toBe(400);
});

test('the list finds by state, language, words and what waits to be published', async () => {
  const category = await buildCategory(editor);
  const of = async (query: string) =>
    (await editor.get(`${base}/articles?category=${category}${query}`)).body.items.map(
      ({ slug }: { slug: string }) => slug,
    );
  const plain = await publishArticle(editor, { category, slug: 'list-plain', en: ['Plain', 'Text.'] });
  const both = await publishArticle(editor, {
    category,
    slug: 'list-both',
    id: ['Dua', 'Isi.'],
    en: ['Two', 'Text.'],
  });
  await app.clock.advance({ minutes: 1 });
  await draftArticle(editor, { category, slug: 'list-draft', tags: ['rare'] });
  await editor.patch(`${base}/articles/${both.id}`, both.version, { position: 3 });
  await move(editor, plain, 'archive');

  expect((await of('')).toSorted()).toEqual(['list-both', 'list-draft']);
  expect(await of('&state=archived')).toEqual(['list-plain']);
  expect(await of('&state=published')).toEqual(['list-both']);
  expect(await of('&changed=true')).toEqual(['list-both']);
  expect(await of('&missing=en')).toEqual(['list-draft']);
  expect(await of('&q=RARE')).toEqual(['list-draft']);
  expect(await of('&q=dua')).toEqual(['list-both']);
  expect(await of('&q=%25')).toEqual([]);

  const first = await editor.get(`${base}/articles?category=${category}&limit=1`);
  const second = await editor.get(`${base}/articles?category=${category}&limit=1&after=${first.body.next}`);
  const slugs = new Set([first.body.items[0].slug, second.body.items[0].slug]);
  expect(slugs).toEqual(new Set(['list-both', 'list-draft']));
  expect(second.body.next).toBeNull();
});

test('categories are edited, ordered, and removed when nothing is in them', async () => {
  const one = await buildCategory(editor, 'order-one');
  const two = await buildCategory(editor, 'order-two');
  const all = (await editor.get(`${base}/categories`)).body.items.map(({ id }: { id: string }) => id);
  const swapped = [two, ...all.filter((id: string) => id !== two)];
  const ordered = await editor.put(`${base}/categories`, { categories: swapped });
  expect(ordered.body.items[0].id).toBe(two);
  expect((await editor.put(`${base}/categories`, { categories: swapped.slice(1) })).body.code).toBe(
    'order_incomplete',
  );
  expect(
    (await editor.put(`${base}/categories`, { categories: [...swapped.slice(1), swapped[1]] })).status,
  ).toBe(409);

  const renamed = await editor.patch(`${base}/categories/${one}`, 1, {
    icon: 'billing',
    slug: 'order-first',
  });
  expect(renamed.body.items.find(({ id }: { id: string }) => id === one)).toMatchObject({
    icon: 'billing',
    version: 2,
  });
  expect((await editor.patch(`${base}/categories/${one}`, 1, { icon: null })).status).toBe(412);
  expect((await editor.patch(`${base}/categories/${one}`, 2, { slug: 'order-two' })).body.code).toBe(
    'slug_taken',
  );
  expect((await editor.patch(`${base}/categories/${editor.id}`, 1, { icon: null })).status).toBe(404);

  await draftArticle(editor, { category: one });
  expect((await editor.delete(`${base}/categories/${one}`)).body.code).toBe('category_in_use');
  expect((await editor.delete(`${base}/categories/${two}`)).status).toBe(204);
  expect((await editor.delete(`${base}/categories/${two}`)).status).toBe(404);
});

test('the preview is what readers will see', async () => {
  const { body } = await editor.post(`${base}/preview`, { body: '## Satu\n\n<script>alert(1)</script>' });
  expect(body.contents).toEqual([{ id: 's-satu', title: 'Satu', level: 2 }]);
  expect(body.html).not.toContain('<script');
});

test('support and administrators write; all staff read; clients and strangers see none of it', async () => {
  const draft = await draftArticle(editor, { en: ['Draft', 'Not yet.'] });
  const finance = await buildStaff(app, 'finance');
  expect((await finance.get(`${base}/articles/${draft.id}`)).status).toBe(200);
  expect((await move(finance, draft, 'publish')).status).toBe(404);
  expect((await client.owner.get(`${base}/articles`)).status).toBe(404);
  expect((await app.stranger.get(`${base}/articles`)).status).toBe(401);
  const visitor = await buildPerson(app);
  expect((await read(draft.slug, 'en', visitor)).status).toBe(404);

  const portal = app.ctx.within({ kind: 'clients', organizations: [client.id], person: client.owner.id });
  for (const table of ['articles', 'versions', 'words', 'misses', 'salts'] as const) {
    const looking = portal.read((db) => db.selectFrom(`knowledge.${table}`).selectAll().execute());
    await expect(looking).rejects.toThrow('permission denied');
  }
});

import { expect } from 'vitest';
import type { TestApp } from '../../../test/kit/app.ts';
import type { TestAnswer } from '../../../test/kit/client.ts';
import type { TestPerson } from '../../../test/kit/people.ts';
import type { StaffArticle } from '../contract.ts';

const base = '/api/console/knowledge';
let count = 0;

interface Writing {
  slug?: string;
  category?: string;
  visibility?: 'public' | 'clients';
  tags?: string[];
  position?: number;
  id?: [title: string, body: string];
  en?: [title: string, body: string];
}

const textOf = (text: [string, string] | undefined) => ({
  title: text?.[0] ?? '',
  body: text?.[1] ?? '',
  shown: text !== undefined,
});

/** The id of a new category. */
export async function buildCategory(editor: TestPerson, slug = `category-${++count}`): Promise<string> {
  const { body } = await editor.post(`${base}/categories`, {
    slug,
    name: { id: `Kategori ${slug}`, en: `Category ${slug}` },
    description: { id: '', en: '' },
    icon: null,
  });
  return body.items.find((category: { slug: string }) => category.slug === slug).id;
}

/** An article as a draft. */
export async function draftArticle(editor: TestPerson, writing: Writing = {}): Promise<StaffArticle> {
  const { id, en, category, ...same } = writing;
  const answer = await editor.post(`${base}/articles`, {
    slug: `article-${++count}`,
    category: category ?? (await buildCategory(editor)),
    visibility: 'public',
    tags: [],
    ...same,
    texts: { id: textOf(id), en: textOf(en) },
  });
  expect(answer.status).toBe(201);
  return answer.body;
}

/** One of the acts on an article, as of the version that was seen. */
export function move(
  editor: TestPerson,
  article: { id: string; version: number },
  way: string,
): Promise<TestAnswer> {
  return editor.post(`${base}/articles/${article.id}/${way}`, undefined, { version: article.version });
}

export async function publishArticle(editor: TestPerson, writing: Writing): Promise<StaffArticle> {
  const answer = await move(editor, await draftArticle(editor, writing), 'publish');
  expect(answer.status).toBe(200);
  return answer.body;
}

export async function factsOf(app: TestApp, subject: string): Promise<string[]> {
  const facts = await app.ctx.read((db) =>
    db.selectFrom('kernel.events').select('name').where('subject_id', '=', subject).orderBy('id').execute(),
  );
  return facts.map(({ name }) => name);
}

import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { excerptOfArticle, plainArticle } from '../articles.ts';
import { shownLocales } from '../domain/article-states.ts';
import { wordsOf } from '../domain/asked-words.ts';
import { articlePublished } from '../events.ts';
import { assertMay, lockArticle, subjectOf } from './article.ts';

/**
 * Gives readers the article as it is now, in the languages that are to be shown, and keeps it as a version. Errors: `not_found`,
 * `changed_meanwhile`, `not_possible`.
 */
export async function publishArticle(
  tx: Tx,
  id: Id<'article'>,
  version: number,
  editor: Id<'person'>,
): Promise<void> {
  const article = await lockArticle(tx, id, version);
  assertMay(article.can.publish);
  const number = article.published_version + 1;
  const locales = shownLocales(article.texts);
  const pages = locales.map((locale) => {
    const { title, body } = article.texts[locale];
    const plain = plainArticle(body);
    return {
      article_id: id,
      locale,
      slug: article.slug,
      category_id: article.category_id,
      visibility: article.visibility,
      title,
      body,
      plain,
      excerpt: excerptOfArticle(body),
      tags: article.tags,
      position: article.position,
      sole: locales.length === 1,
      first_published_at: article.published_at ?? tx.now,
      updated_at: tx.now,
    };
  });
  await tx.db.deleteFrom('knowledge.pages').where('article_id', '=', id).execute();
  await tx.db.insertInto('knowledge.pages').values(pages).execute();
  await learnWords(
    tx,
    pages.map(({ title, tags, plain }) => `${title} ${tags.join(' ')} ${plain}`).join(' '),
  );
  const kept = { article_id: id, number, texts: JSON.stringify(article.texts) };
  await tx.db
    .insertInto('knowledge.versions')
    .values({ ...kept, published_by: editor, published_at: tx.now })
    .execute();
  await tx.db
    .updateTable('knowledge.articles')
    .set({
      state: 'published',
      changed: false,
      published_version: number,
      published_at: article.published_at ?? tx.now,
      version: version + 1,
    })
    .where('id', '=', id)
    .execute();
  tx.emit(articlePublished, { ...subjectOf(id), data: { version: number, locales } });
}

/** Words of at least four letters can be mistyped in a way that still says which was meant. */
async function learnWords(tx: Tx, text: string): Promise<void> {
  const words = [...new Set(wordsOf(text))].filter((word) => /^\p{L}{4,}$/u.test(word)).toSorted();
  await sql`insert into knowledge.words (word) select unnest(${words}::text[]) on conflict do nothing`.execute(
    tx.db,
  );
}

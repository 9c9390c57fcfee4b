import type { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { articleBody, articlePatch } from '../contract.ts';
import { slugTaken } from '../contract.ts';
import { articleAdded, articleChanged } from '../events.ts';
import { assertMay, lockArticle, subjectOf } from './article.ts';
import { refusingTaken, refusingUnknown } from './refusals.ts';

/** Begins an article as a draft. Errors: `slug_taken`, `not_found` for the category. */
export async function addArticle(
  tx: Tx,
  editor: Id<'person'>,
  { category, texts, ...same }: z.output<typeof articleBody>,
): Promise<Id<'article'>> {
  const id = tx.newId<'article'>();
  const values = {
    id,
    ...same,
    category_id: category,
    texts: JSON.stringify(texts),
    state: 'draft',
    changed: false,
    edited_by: editor,
    edited_at: tx.now,
  };
  const insert = tx.db.insertInto('knowledge.articles').values(values).execute();
  await refusingTaken(slugTaken, 'slug', refusingUnknown('category', insert));
  tx.emit(articleAdded, { ...subjectOf(id), data: {} });
  return id;
}

/**
 * Changes what staff work on; readers get it when it is published. Errors: `not_found`, `changed_meanwhile`, `slug_taken`,
 * `not_possible` for another address of what was published.
 */
export async function changeArticle(
  tx: Tx,
  id: Id<'article'>,
  version: number,
  editor: Id<'person'>,
  { category, texts, ...same }: z.output<typeof articlePatch>,
): Promise<void> {
  const article = await lockArticle(tx, id, version);
  if (same.slug !== undefined && same.slug !== article.slug) assertMay(article.can.changeSlug);
  const fields = {
    ...same,
    ...(category === undefined ? {} : { category_id: category }),
    ...(texts === undefined ? {} : { texts: JSON.stringify(texts) }),
  };
  const update = tx.db
    .updateTable('knowledge.articles')
    .set({
      ...fields,
      changed: article.published_version > 0,
      edited_by: editor,
      edited_at: tx.now,
      version: version + 1,
    })
    .where('id', '=', id)
    .execute();
  await refusingTaken(slugTaken, 'slug', refusingUnknown('category', update));
  tx.emit(articleChanged, { ...subjectOf(id), data: { fields: Object.keys(fields) } });
}

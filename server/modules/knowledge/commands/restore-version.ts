import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { versionRestored } from '../events.ts';
import { lockArticle, subjectOf } from './article.ts';

/** Makes the text of an earlier version what staff work on; readers get it when it is published. Errors: `not_found`, `changed_meanwhile`. */
export async function restoreVersion(
  tx: Tx,
  id: Id<'article'>,
  number: number,
  version: number,
  editor: Id<'person'>,
): Promise<void> {
  await lockArticle(tx, id, version);
  const kept = await tx.db
    .selectFrom('knowledge.versions')
    .select('texts')
    .where('article_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!kept) throw new Problem(notFound);
  await tx.db
    .updateTable('knowledge.articles')
    .set({
      texts: JSON.stringify(kept.texts),
      changed: true,
      edited_by: editor,
      edited_at: tx.now,
      version: version + 1,
    })
    .where('id', '=', id)
    .execute();
  tx.emit(versionRestored, { ...subjectOf(id), data: { version: number } });
}

import type { Tx } from '../../../kernel/db/tx.ts';
import type { EventKind } from '../../../kernel/events/define.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { ArticleState } from '../domain/article-states.ts';
import { articleArchived, articleDeleted, articleReopened, articleUnpublished } from '../events.ts';
import { assertMay, lockArticle, subjectOf } from './article.ts';

interface Move {
  needs: 'unpublish' | 'archive' | 'reopen';
  to: ArticleState;
  fact: EventKind<string, object>;
}

/** The three ways out of a state other than publishing. Whatever the way, readers no longer get the article. */
const moves = {
  unpublish: { needs: 'unpublish', to: 'draft', fact: articleUnpublished },
  archive: { needs: 'archive', to: 'archived', fact: articleArchived },
  reopen: { needs: 'reopen', to: 'draft', fact: articleReopened },
} satisfies Record<string, Move>;

/** Errors: `not_found`, `changed_meanwhile`, `not_possible`. */
export async function moveArticle(
  tx: Tx,
  id: Id<'article'>,
  version: number,
  way: keyof typeof moves,
): Promise<void> {
  const { needs, to, fact }: Move = moves[way];
  const article = await lockArticle(tx, id, version);
  assertMay(article.can[needs]);
  await tx.db.deleteFrom('knowledge.pages').where('article_id', '=', id).execute();
  await tx.db
    .updateTable('knowledge.articles')
    .set({ state: to, version: version + 1 })
    .where('id', '=', id)
    .execute();
  tx.emit(fact, { ...subjectOf(id), data: {} });
}

/** Deletes an article that no reader ever had. Errors: `not_found`, `not_possible`. */
export async function deleteArticle(tx: Tx, id: Id<'article'>): Promise<void> {
  const article = await lockArticle(tx, id);
  assertMay(article.can.delete);
  await tx.db.deleteFrom('knowledge.articles').where('id', '=', id).execute();
  tx.emit(articleDeleted, { ...subjectOf(id), data: {} });
}

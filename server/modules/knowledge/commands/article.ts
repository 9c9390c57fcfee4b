import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Ability } from '../../../kernel/values/state-machine.ts';
import { notPossible } from '../contract.ts';
import { abilitiesOf } from '../domain/article-states.ts';
import type { ArticleState, ArticleTexts } from '../domain/article-states.ts';

/** An article as staff keep it, locked until the transaction ends. Errors: `not_found`, `changed_meanwhile`. */
export async function lockArticle(tx: Tx, id: Id<'article'>, version?: number) {
  const row = await tx.db
    .selectFrom('knowledge.articles')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  if (version !== undefined && row.version !== version) throw new Problem(changedMeanwhile);
  const state = row.state as ArticleState;
  const texts = row.texts as unknown as ArticleTexts;
  const can = abilitiesOf({ state, texts, changed: row.changed, publishedVersion: row.published_version });
  return { ...row, id, state, texts, can };
}

/** Errors: `not_possible` with the reason the page showed. */
export function assertMay(ability: Ability): void {
  if (ability !== true) throw new Problem(notPossible, { facts: { reason: ability.no } });
}

export const subjectOf = (id: Id<'article'>) => ({
  organizationId: null,
  subject: { kind: 'article', id },
});

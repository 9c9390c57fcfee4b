import type { Tx } from '../../../kernel/db/tx.ts';
import type { Locale } from '../../../kernel/values/money.ts';

/** Takes a search off the list of those that found nothing, as staff do once there is an answer. */
export async function forgetMiss(
  tx: Tx,
  { query, locale }: { query: string; locale: Locale },
): Promise<void> {
  await tx.db
    .deleteFrom('knowledge.misses')
    .where('query', '=', query)
    .where('locale', '=', locale)
    .execute();
}

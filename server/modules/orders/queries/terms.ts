import type { Db } from '../../../kernel/db/types.ts';
import type { Bilingual } from '../../catalog/index.ts';
import type { Terms } from '../contract.ts';

/** The terms in force, or the version that was accepted once; null when there are none. */
export async function findTerms(db: Db, version?: number): Promise<Terms['terms']> {
  const row = await db
    .selectFrom('orders.terms')
    .select(['version', 'text', 'published_at'])
    .$if(version !== undefined, (query) => query.where('version', '=', version!))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    version: row.version,
    text: row.text as unknown as Bilingual,
    publishedAt: row.published_at.toISOString(),
  };
}

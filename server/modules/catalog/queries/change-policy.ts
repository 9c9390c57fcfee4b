import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { ChangePolicy } from '../contract.ts';

/** The product of a plan and what becomes of changes to its services; null when the plan is not of this catalog. */
export async function findChangePolicy(
  db: Db,
  plan: string,
): Promise<{ productId: Id<'product'>; slug: string; policy: ChangePolicy } | null> {
  const row = await db
    .selectFrom('catalog.plans as pl')
    .innerJoin('catalog.products as p', 'p.id', 'pl.product_id')
    .select(['p.id', 'p.slug', 'p.changes'])
    .where('pl.id', '=', plan)
    .executeTakeFirst();
  if (!row) return null;
  return {
    productId: row.id as Id<'product'>,
    slug: row.slug,
    policy: row.changes as unknown as ChangePolicy,
  };
}

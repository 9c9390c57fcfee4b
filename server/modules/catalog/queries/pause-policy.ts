import type { Db } from '../../../kernel/db/types.ts';
import type { PausePolicy } from '../pause-contract.ts';

/** Whether services of a plan may be paused, and how; not at all when the plan is not of this catalog. */
export async function findPausePolicy(db: Db, plan: string): Promise<PausePolicy> {
  const row = await db
    .selectFrom('catalog.plans as pl')
    .innerJoin('catalog.products as p', 'p.id', 'pl.product_id')
    .select('p.pauses')
    .where('pl.id', '=', plan)
    .executeTakeFirst();
  return (row?.pauses as unknown as PausePolicy | undefined) ?? notOffered;
}

const notOffered: PausePolicy = {
  who: 'nobody',
  begins: 'now',
  unused: 'extend',
  longestDays: null,
  perYear: null,
};

import type { Tx } from '../../../kernel/db/tx.ts';
import type { Cycle } from '../domain/cycles.ts';

export interface NewPrice {
  currency: string;
  cycle: Cycle;
  recurring: number;
  setup: number;
}

/** Makes these all the prices of a plan or add-on. Services bought before keep the price they were bought at. */
export async function setPrices(
  tx: Tx,
  item: { plan_id: string } | { addon_id: string },
  prices: readonly NewPrice[],
): Promise<void> {
  const id = 'plan_id' in item ? item.plan_id : item.addon_id;
  await tx.db.deleteFrom('catalog.prices').where('item_id', '=', id).execute();
  if (prices.length === 0) return;
  await tx.db
    .insertInto('catalog.prices')
    .values(prices.map((price) => ({ ...item, ...price })))
    .execute();
}

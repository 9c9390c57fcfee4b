import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { outOfStock } from '../contract.ts';
import { soldOut, stockSet } from '../events.ts';
import { refuseEdit } from './refuse-edit.ts';

/** Sets what is left of a product, if it still is what was `seen`. */
export async function setStock(
  tx: Tx,
  product: Id<'product'>,
  { stock, seen }: { stock: number | null; seen: number | null },
): Promise<void> {
  const changed = await tx.db
    .updateTable('catalog.products')
    .set({ stock })
    .where('id', '=', product)
    .where(sql<boolean>`stock is not distinct from ${seen}`)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) await refuseEdit(tx, 'catalog.products', product);
  tx.emit(stockSet, {
    organizationId: null,
    subject: { kind: 'product', id: product },
    data: { from: seen, to: stock },
  });
}

/**
 * Takes `quantity` units of the plan's product out of the stock and says whether they were counted (false: this product never runs
 * out). Buyers of the same product take turns at its row until they commit, so nobody gets what another has.
 * Errors: `out_of_stock`.
 */
export async function reserveStock(tx: Tx, plan: Id<'plan'>, quantity: number): Promise<boolean> {
  const { rows } = await sql<{ id: string; counted: boolean; left: number | null }>`
    with sold as (
      select p.id, p.stock is not null as counted
      from catalog.plans pl join catalog.products p on p.id = pl.product_id where pl.id = ${plan}
    ), taken as (
      update catalog.products set stock = stock - ${quantity}::integer
      where id = (select id from sold where counted) and stock >= ${quantity}::integer
      returning stock
    )
    select id, counted, (select stock from taken) as left from sold`.execute(tx.db);
  const sold = rows[0];
  if (!sold || (sold.counted && sold.left === null)) throw new Problem(outOfStock);
  if (sold.left === 0) {
    tx.emit(soldOut, { organizationId: null, subject: { kind: 'product', id: sold.id }, data: {} });
  }
  return sold.counted;
}

/** Puts units that were counted back. A product that has come to be sold without end meanwhile stays so. */
export async function releaseStock(tx: Tx, plan: Id<'plan'>, quantity: number): Promise<void> {
  await tx.db
    .updateTable('catalog.products')
    .set({ stock: sql`stock + ${quantity}::integer` })
    .where('id', '=', (eb) => eb.selectFrom('catalog.plans').select('product_id').where('id', '=', plan))
    .where('stock', 'is not', null)
    .execute();
}

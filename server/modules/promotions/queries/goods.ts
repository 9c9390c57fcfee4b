import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Goods } from '../contract.ts';

/** Products that are not archived, with their plans, as the store has them in order. */
export async function listGoods(db: Db): Promise<Goods> {
  const { rows } = await sql<Goods['products'][number]>`
    select p.id, p.name, (
      select coalesce(json_agg(json_build_object('id', l.id, 'name', l.name) order by l.position, l.id), '[]')
      from catalog.plans l where l.product_id = p.id and l.archived_at is null) as plans
    from catalog.products p where p.archived_at is null order by p.position, p.id`.execute(db);
  return { products: rows };
}

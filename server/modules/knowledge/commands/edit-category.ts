import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { categoryBody, categoryPatch } from '../contract.ts';
import { categoryInUse, orderIncomplete, slugTaken } from '../contract.ts';
import { categoriesOrdered, categoryAdded, categoryChanged, categoryRemoved } from '../events.ts';
import { refusingTaken, refusingUsed } from './refusals.ts';

const about = (id: string) => ({ organizationId: null, subject: { kind: 'knowledge-category', id } });

/** Adds a category after all others. Errors: `slug_taken`. */
export async function addCategory(
  tx: Tx,
  { name, description, ...same }: z.output<typeof categoryBody>,
): Promise<void> {
  const id = tx.newId<'category'>();
  const values = {
    id,
    ...same,
    name: JSON.stringify(name),
    description: JSON.stringify(description),
    position: sql<number>`(select coalesce(max(position), 0) + 1 from knowledge.categories)`,
  };
  await refusingTaken(slugTaken, 'slug', tx.db.insertInto('knowledge.categories').values(values).execute());
  tx.emit(categoryAdded, { ...about(id), data: {} });
}

/** Errors: `not_found`, `changed_meanwhile`, `slug_taken`. */
export async function changeCategory(
  tx: Tx,
  id: Id<'category'>,
  version: number,
  { name, description, ...same }: z.output<typeof categoryPatch>,
): Promise<void> {
  const fields = {
    ...same,
    ...(name === undefined ? {} : { name: JSON.stringify(name) }),
    ...(description === undefined ? {} : { description: JSON.stringify(description) }),
  };
  const update = tx.db
    .updateTable('knowledge.categories')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  const { numUpdatedRows } = await refusingTaken(slugTaken, 'slug', update);
  if (numUpdatedRows === 0n) {
    const there = await tx.db
      .selectFrom('knowledge.categories')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst();
    throw new Problem(there ? changedMeanwhile : notFound);
  }
  tx.emit(categoryChanged, { ...about(id), data: { fields: Object.keys(fields) } });
}

/** Removes a category without articles. Errors: `not_found`, `category_in_use`. */
export async function removeCategory(tx: Tx, id: Id<'category'>): Promise<void> {
  const remove = tx.db.deleteFrom('knowledge.categories').where('id', '=', id).executeTakeFirst();
  const { numDeletedRows } = await refusingUsed(categoryInUse, remove);
  if (numDeletedRows === 0n) throw new Problem(notFound);
  tx.emit(categoryRemoved, { ...about(id), data: {} });
}

/** Errors: `order_incomplete` unless `order` has every category once. */
export async function orderCategories(tx: Tx, order: readonly Id<'category'>[]): Promise<void> {
  const known = await tx.db
    .selectFrom('knowledge.categories')
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute();
  const named = new Set<string>(order);
  const complete =
    named.size === order.length && named.size === known.length && known.every(({ id }) => named.has(id));
  if (!complete) throw new Problem(orderIncomplete);
  await sql`update knowledge.categories c set position = o.at
    from unnest(${[...order]}::uuid[]) with ordinality o(id, at) where o.id = c.id`.execute(tx.db);
  tx.emit(categoriesOrdered, { ...about('all'), data: {} });
}

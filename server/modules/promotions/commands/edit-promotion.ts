import type { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, invalidInput, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { promotionEdit, PromotionBody } from '../contract.ts';
import { promotionAdded, promotionChanged, promotionResumed, promotionStopped } from '../events.ts';
import { addCode } from './make-codes.ts';

type Terms = z.output<typeof promotionEdit>;

/** Errors: `code_taken`, `invalid_input` for things that are not sold here. */
export async function addPromotion(
  tx: Tx,
  { trigger, code, ...terms }: PromotionBody,
): Promise<Id<'promotion'>> {
  await refuseUnknown(tx, terms);
  const id = tx.newId<'promotion'>();
  await tx.db
    .insertInto('promotions.promotions')
    .values({ id, trigger, created_at: tx.now, ...columnsOf(terms) })
    .execute();
  tx.emit(promotionAdded, { organizationId: null, subject: { kind: 'promotion', id }, data: {} });
  if (code !== null) await addCode(tx, id, { code, most: null });
  return id;
}

/**
 * Changes it for whoever comes next: what orders were promised before stays. Errors: `not_found`, `changed_meanwhile`, `invalid_input`
 * for a limit below what was used.
 */
export async function changePromotion(
  tx: Tx,
  id: Id<'promotion'>,
  version: number,
  terms: Terms,
): Promise<void> {
  await refuseUnknown(tx, terms);
  const row = await tx.db
    .selectFrom('promotions.promotions')
    .select(['version', 'redeemed'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  if (row.version !== version) throw new Problem(changedMeanwhile);
  if (terms.most !== null && terms.most < row.redeemed) {
    const field = { path: 'most', code: 'below_used', message: 'it was used more often already' };
    throw new Problem(invalidInput, { fields: [field] });
  }
  await tx.db
    .updateTable('promotions.promotions')
    .set({ ...columnsOf(terms), version: version + 1 })
    .where('id', '=', id)
    .execute();
  tx.emit(promotionChanged, {
    organizationId: null,
    subject: { kind: 'promotion', id },
    data: { fields: Object.keys(terms) },
  });
}

/** Nobody gets it any more, or again; who has it keeps it. Errors: `not_found`. */
export async function setStopped(tx: Tx, id: Id<'promotion'>, stopped: boolean): Promise<void> {
  const found = await tx.db
    .updateTable('promotions.promotions')
    .set((eb) => ({ stopped_at: stopped ? tx.now : null, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (!found) throw new Problem(notFound);
  const event = stopped ? promotionStopped : promotionResumed;
  tx.emit(event, { organizationId: null, subject: { kind: 'promotion', id }, data: {} });
}

function columnsOf(terms: Terms) {
  const { name, amounts, minimums } = terms;
  return {
    name: JSON.stringify(name),
    percent: terms.percent,
    amounts: amounts && JSON.stringify(amounts),
    minimums: JSON.stringify(minimums),
    covers_setup: terms.coversSetup,
    periods: terms.periods,
    stacking: terms.stacking,
    products: terms.products,
    plans: terms.plans,
    cycles: terms.cycles,
    new_clients: terms.newClients,
    starts_on: terms.startsOn,
    ends_on: terms.endsOn,
    most: terms.most,
    most_each: terms.mostEach,
  };
}

async function refuseUnknown(tx: Tx, { products, plans }: Terms): Promise<void> {
  const wanted = [
    ['products', 'catalog.products', products],
    ['plans', 'catalog.plans', plans],
  ] as const;
  for (const [path, table, ids] of wanted) {
    if (ids.length === 0) continue;
    const found = await tx.db
      .selectFrom(table)
      .select('id')
      .where('id', 'in', [...ids])
      .execute();
    if (found.length < new Set<string>(ids).size) {
      const field = { path, code: 'unknown', message: 'there is no such thing' };
      throw new Problem(invalidInput, { fields: [field] });
    }
  }
}

import type { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { planBody, planPatch } from '../contract.ts';
import { planAdded, planChanged } from '../events.ts';
import { refuseEdit, refusingUnknown } from './refuse-edit.ts';
import { withMeters } from './edit-meter.ts';
import { setPrices } from './set-prices.ts';

export async function addPlan(
  tx: Tx,
  product: Id<'product'>,
  {
    name,
    description,
    configuration,
    existingClientsOnly,
    introduction,
    term,
    billDay,
    prices,
    ...same
  }: z.output<typeof planBody>,
): Promise<void> {
  const id = tx.newId<'plan'>();
  const insert = tx.db.insertInto('catalog.plans').values({
    id,
    product_id: product,
    ...same,
    name: JSON.stringify(name),
    description: JSON.stringify(description),
    configuration: JSON.stringify(configuration),
    existing_clients_only: existingClientsOnly,
    introduction_steps: JSON.stringify(introduction),
    term: term && JSON.stringify(term),
    bill_day: billDay && JSON.stringify(billDay),
  });
  await refusingUnknown('product', insert.execute());
  await setPrices(tx, { plan_id: id }, await withMeters(tx, prices));
  tx.emit(planAdded, {
    organizationId: null,
    subject: { kind: 'plan', id },
    data: { productId: product },
  });
}

/** Changes a plan and, where given, all its prices at once. Returns the product it is of. */
export async function changePlan(
  tx: Tx,
  id: Id<'plan'>,
  version: number,
  {
    name,
    description,
    configuration,
    existingClientsOnly,
    introduction,
    term,
    billDay,
    prices,
    archived,
    ...same
  }: z.output<typeof planPatch>,
): Promise<Id<'product'>> {
  const columns = {
    ...same,
    ...(name === undefined ? {} : { name: JSON.stringify(name) }),
    ...(description === undefined ? {} : { description: JSON.stringify(description) }),
    ...(configuration === undefined ? {} : { configuration: JSON.stringify(configuration) }),
    ...(existingClientsOnly === undefined ? {} : { existing_clients_only: existingClientsOnly }),
    ...(introduction === undefined ? {} : { introduction_steps: JSON.stringify(introduction) }),
    ...(term === undefined ? {} : { term: term && JSON.stringify(term) }),
    ...(billDay === undefined ? {} : { bill_day: billDay && JSON.stringify(billDay) }),
    ...(archived === undefined ? {} : { archived_at: archived ? tx.now : null }),
  };
  const changed = await tx.db
    .updateTable('catalog.plans')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('product_id')
    .executeTakeFirst();
  if (!changed) return refuseEdit(tx, 'catalog.plans', id);
  if (prices) await setPrices(tx, { plan_id: id }, await withMeters(tx, prices));
  const product = changed.product_id as Id<'product'>;
  tx.emit(planChanged, {
    organizationId: null,
    subject: { kind: 'plan', id },
    data: { productId: product, fields: [...Object.keys(columns), ...(prices ? ['prices'] : [])] },
  });
  return product;
}

import type { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { productBody, productPatch } from '../contract.ts';
import { slugTaken } from '../contract.ts';
import { productAdded, productChanged } from '../events.ts';
import { refuseEdit, refusingTaken, refusingUnknown } from './refuse-edit.ts';

export async function addProduct(tx: Tx, product: z.output<typeof productBody>): Promise<Id<'product'>> {
  const id = tx.newId<'product'>();
  const insert = tx.db.insertInto('catalog.products').values({
    id,
    group_id: product.group,
    slug: product.slug,
    name: JSON.stringify(product.name),
    description: JSON.stringify(product.description),
    visible: product.visible,
    position: product.position,
    provisioner: product.provisioner,
    configuration: JSON.stringify(product.configuration),
    tax_category: product.taxCategory,
    tax_included: product.taxIncluded,
    trial_days: product.trialDays,
    existing_clients_only: product.existingClientsOnly,
    needs_account: product.needsAccount,
  });
  await refusingUnknown('group', refusingTaken(slugTaken, 'slug', insert.execute()));
  tx.emit(productAdded, { organizationId: null, subject: { kind: 'product', id }, data: {} });
  return id;
}

/** Changes a product and which add-ons go with it; archiving it takes it out of the store, services of it go on. */
export async function changeProduct(
  tx: Tx,
  id: Id<'product'>,
  version: number,
  { addons, ...patch }: z.output<typeof productPatch>,
): Promise<void> {
  const columns = columnsOf(patch, tx.now);
  const update = tx.db
    .updateTable('catalog.products')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version);
  const changed = await refusingUnknown('group', refusingTaken(slugTaken, 'slug', update.executeTakeFirst()));
  if (changed.numUpdatedRows === 0n) await refuseEdit(tx, 'catalog.products', id);
  if (addons) await setAddons(tx, id, [...new Set(addons)]);
  tx.emit(productChanged, {
    organizationId: null,
    subject: { kind: 'product', id },
    data: { fields: [...Object.keys(columns), ...(addons ? ['addons'] : [])] },
  });
}

function columnsOf(patch: Omit<z.output<typeof productPatch>, 'addons'>, now: Date) {
  const { group, name, description, configuration, archived, ...rest } = patch;
  const { trialDays, existingClientsOnly, needsAccount, changes, pauses, taxCategory, taxIncluded, ...same } =
    rest;
  return {
    ...same,
    ...(group === undefined ? {} : { group_id: group }),
    ...(name === undefined ? {} : { name: JSON.stringify(name) }),
    ...(description === undefined ? {} : { description: JSON.stringify(description) }),
    ...(configuration === undefined ? {} : { configuration: JSON.stringify(configuration) }),
    ...(taxCategory === undefined ? {} : { tax_category: taxCategory }),
    ...(taxIncluded === undefined ? {} : { tax_included: taxIncluded }),
    ...(trialDays === undefined ? {} : { trial_days: trialDays }),
    ...(existingClientsOnly === undefined ? {} : { existing_clients_only: existingClientsOnly }),
    ...(changes === undefined ? {} : { changes: JSON.stringify(changes) }),
    ...(pauses === undefined ? {} : { pauses: JSON.stringify(pauses) }),
    ...(needsAccount === undefined ? {} : { needs_account: needsAccount }),
    ...(archived === undefined ? {} : { archived_at: archived ? now : null }),
  };
}

async function setAddons(tx: Tx, product: Id<'product'>, addons: readonly Id<'addon'>[]): Promise<void> {
  await tx.db.deleteFrom('catalog.product_addons').where('product_id', '=', product).execute();
  if (addons.length === 0) return;
  const rows = addons.map((addon) => ({ product_id: product, addon_id: addon }));
  await refusingUnknown('addons', tx.db.insertInto('catalog.product_addons').values(rows).execute());
}

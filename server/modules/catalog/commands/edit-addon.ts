import type { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { codeTaken } from '../contract.ts';
import type { addonBody, addonPatch } from '../contract.ts';
import { addonAdded, addonChanged } from '../events.ts';
import { refuseEdit, refusingTaken } from './refuse-edit.ts';
import { setPrices } from './set-prices.ts';

export async function addAddon(
  tx: Tx,
  { name, description, prices, ...same }: z.output<typeof addonBody>,
): Promise<Id<'addon'>> {
  const id = tx.newId<'addon'>();
  const insert = tx.db
    .insertInto('catalog.addons')
    .values({ id, ...same, name: JSON.stringify(name), description: JSON.stringify(description) });
  await refusingTaken(codeTaken, 'code', insert.execute());
  await setPrices(tx, { addon_id: id }, prices);
  tx.emit(addonAdded, { organizationId: null, subject: { kind: 'addon', id }, data: {} });
  return id;
}

/** Changes an add-on and, where given, all its prices at once. */
export async function changeAddon(
  tx: Tx,
  id: Id<'addon'>,
  version: number,
  { name, description, prices, archived, ...same }: z.output<typeof addonPatch>,
): Promise<void> {
  const columns = {
    ...same,
    ...(name === undefined ? {} : { name: JSON.stringify(name) }),
    ...(description === undefined ? {} : { description: JSON.stringify(description) }),
    ...(archived === undefined ? {} : { archived_at: archived ? tx.now : null }),
  };
  const changed = await tx.db
    .updateTable('catalog.addons')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) await refuseEdit(tx, 'catalog.addons', id);
  if (prices) await setPrices(tx, { addon_id: id }, prices);
  tx.emit(addonChanged, {
    organizationId: null,
    subject: { kind: 'addon', id },
    data: { fields: [...Object.keys(columns), ...(prices ? ['prices'] : [])] },
  });
}

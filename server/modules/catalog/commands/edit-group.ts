import type { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { groupBody, groupPatch } from '../contract.ts';
import { slugTaken } from '../contract.ts';
import { groupAdded, groupChanged } from '../events.ts';
import { refuseEdit, refusingTaken } from './refuse-edit.ts';

export async function addGroup(tx: Tx, group: z.output<typeof groupBody>): Promise<Id<'group'>> {
  const id = tx.newId<'group'>();
  const values = {
    id,
    ...group,
    name: JSON.stringify(group.name),
    description: JSON.stringify(group.description),
  };
  await refusingTaken(slugTaken, 'slug', tx.db.insertInto('catalog.groups').values(values).execute());
  tx.emit(groupAdded, { organizationId: null, subject: { kind: 'group', id }, data: {} });
  return id;
}

/** Changes a group; archiving it takes it and its products out of the store. */
export async function changeGroup(
  tx: Tx,
  id: Id<'group'>,
  version: number,
  { archived, name, description, ...same }: z.output<typeof groupPatch>,
): Promise<void> {
  const fields = {
    ...same,
    ...(name === undefined ? {} : { name: JSON.stringify(name) }),
    ...(description === undefined ? {} : { description: JSON.stringify(description) }),
    ...(archived === undefined ? {} : { archived_at: archived ? tx.now : null }),
  };
  const update = tx.db
    .updateTable('catalog.groups')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version);
  const changed = await refusingTaken(slugTaken, 'slug', update.executeTakeFirst());
  if (changed.numUpdatedRows === 0n) await refuseEdit(tx, 'catalog.groups', id);
  tx.emit(groupChanged, {
    organizationId: null,
    subject: { kind: 'group', id },
    data: { fields: Object.keys(fields) },
  });
}

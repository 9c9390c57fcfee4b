import type { Tx } from '../../../../kernel/db/tx.ts';
import type { Id } from '../../../../kernel/values/ids.ts';

/** Gives messages the files of those they repeat: rows of their own, of the same bytes. */
export async function copyFiles(
  tx: Tx,
  organization: Id<'organization'>,
  ticket: Id<'ticket'>,
  copies: ReadonlyMap<Id<'message'>, Id<'message'>>,
): Promise<void> {
  const files = await tx.db
    .selectFrom('support.attachments')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('message_id', 'in', [...copies.keys()])
    .orderBy('id')
    .execute();
  if (files.length === 0) return;
  await tx.db
    .insertInto('support.attachments')
    .values(
      files.map((file) => ({
        ...file,
        id: tx.newId<'file'>(),
        ticket_id: ticket,
        message_id: copies.get(file.message_id as Id<'message'>)!,
        copy_of: file.copy_of ?? file.id,
      })),
    )
    .execute();
}

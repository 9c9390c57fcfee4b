import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';

/** Adds uploads of its author to the first message of a ticket, which was there before they could be kept. */
export async function attachToFirst(
  tx: Tx,
  of: { organization: Id<'organization'>; ticket: Id<'ticket'> },
  files: readonly Id<'file'>[],
): Promise<void> {
  const { id, author_id: author } = await tx.db
    .selectFrom('support.messages')
    .select(['id', 'author_id'])
    .where('organization_id', '=', of.organization)
    .where('ticket_id', '=', of.ticket)
    .orderBy('posted_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow();
  await tx.db
    .updateTable('support.attachments')
    .set({ ticket_id: of.ticket, message_id: id })
    .where('organization_id', '=', of.organization)
    .where('id', 'in', [...files])
    .where('uploaded_by', '=', author)
    .where('message_id', 'is', null)
    .where('size', 'is not', null)
    .execute();
}

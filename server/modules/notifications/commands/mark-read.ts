import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';

/** Marks a person's notices as read: these, or all of them. */
export async function markRead(tx: Tx, person: Id<'person'>, ids?: readonly Id<'notice'>[]): Promise<void> {
  if (ids?.length === 0) return;
  await tx.db
    .updateTable('notifications.notices')
    .set({ read_at: tx.now })
    .where('person_id', '=', person)
    .where('read_at', 'is', null)
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids!))
    .execute();
}

import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { sendMail, sendText } from '../jobs.ts';

/** Tries a failed mail again now, or a failed text while what it says still holds. */
export async function retryMail(tx: Tx, id: Id<'mail'>): Promise<void> {
  const found = await tx.db
    .updateTable('notifications.mails')
    .set({ state: 'waiting' })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .returning('channel')
    .executeTakeFirst();
  if (!found) throw new Problem(notFound);
  tx.enqueue(found.channel === 'email' ? sendMail : sendText, { id });
}

import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { sendMail } from '../jobs.ts';

/** Tries a failed mail again now. */
export async function retryMail(tx: Tx, id: Id<'mail'>): Promise<void> {
  const found = await tx.db
    .updateTable('notifications.mails')
    .set({ state: 'waiting' })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  if (found.numUpdatedRows === 0n) throw new Problem(notFound);
  tx.enqueue(sendMail, { id });
}

import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { senderBlocked, senderUnblocked } from '../events.ts';

/** Nothing comes of what they write from now on. */
export async function blockSender(tx: Tx, by: Id<'person'>, sender: string): Promise<void> {
  const id = tx.newId<'blocked-sender'>();
  const blocked = await tx.db
    .insertInto('mailroom.blocked_senders')
    .values({ id, sender, since: tx.now, blocked_by: by })
    .onConflict((conflict) => conflict.column('sender').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (blocked)
    tx.emit(senderBlocked, { organizationId: null, subject: { kind: 'blocked-sender', id }, data: {} });
}

/** Errors: `not_found`. */
export async function unblockSender(tx: Tx, id: Id<'blocked-sender'>): Promise<void> {
  const removed = await tx.db
    .deleteFrom('mailroom.blocked_senders')
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (!removed) throw new Problem(notFound);
  tx.emit(senderUnblocked, { organizationId: null, subject: { kind: 'blocked-sender', id }, data: {} });
}

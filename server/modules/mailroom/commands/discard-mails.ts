import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { mailDiscarded } from '../events.ts';
import { blockSender } from './block-sender.ts';

/** Puts mails away that wait, and blocks who sent them where that is asked. Those that somebody settled before are passed over. */
export async function discardMails(
  tx: Tx,
  by: Id<'person'>,
  { mails, blockSenders }: { mails: readonly string[]; blockSenders: boolean },
): Promise<number> {
  const discarded = await tx.db
    .updateTable('mailroom.mails')
    .set((eb) => ({ state: 'discarded', settled_by: by, version: eb('version', '+', 1) }))
    .where('id', 'in', [...mails])
    .where('state', '=', 'quarantined')
    .returning(['id', 'sender'])
    .execute();
  for (const { id } of discarded)
    tx.emit(mailDiscarded, { organizationId: null, subject: { kind: 'received-mail', id }, data: {} });
  const senders = new Set(discarded.map(({ sender }) => sender).filter((sender) => sender !== ''));
  if (blockSenders) for (const sender of senders) await blockSender(tx, by, sender);
  return discarded.length;
}

import type { Tx } from '../../../kernel/db/tx.ts';
import type { MailboxRow } from '../row.ts';

/** How long a node holds a mailbox without saying so again. One that died is followed by another after that. */
export const leaseMilliseconds = 60_000;

const until = (tx: Tx) => new Date(tx.now.getTime() + leaseMilliseconds);

/** Takes mailboxes that nobody holds, and holds on to those that `node` has; returns all that it holds now. */
export function hold(tx: Tx, node: string, wanted: readonly string[]): Promise<MailboxRow[]> {
  return tx.db
    .updateTable('mailroom.mailboxes')
    .set({ watched_by: node, watched_until: until(tx) })
    .where('id', '=', (eb) => eb.fn.any(eb.val([...wanted])))
    .where('kind', '=', 'imap')
    .where('active', '=', true)
    .where((eb) =>
      eb.or([
        eb('watched_until', 'is', null),
        eb('watched_until', '<=', tx.now),
        eb('watched_by', '=', node),
      ]),
    )
    .returningAll()
    .execute();
}

/** Notes that a mailbox is live, or what keeps it from that, if `node` still holds it. */
export async function note(
  tx: Tx,
  node: string,
  id: string,
  state: { live_since: Date | null; watch_error: string | null },
): Promise<void> {
  await tx.db
    .updateTable('mailroom.mailboxes')
    .set(state)
    .where('id', '=', id)
    .where('watched_by', '=', node)
    .execute();
}

/** Lets go of whatever `node` holds, so that another need not wait for the end of its time. */
export async function letGo(tx: Tx, node: string): Promise<void> {
  await tx.db
    .updateTable('mailroom.mailboxes')
    .set({ watched_by: null, watched_until: null, live_since: null })
    .where('watched_by', '=', node)
    .execute();
}

import type { Tx } from '../../../kernel/db/tx.ts';
import { findKey, issueKey } from '../keys.ts';
import { newLink } from '../messages.ts';

/** New links of one ticket within a day; what is beyond is dropped without a word. */
const most = 3;

/** Mails a new link to where an old one of ours went, also when that has expired. Says nothing either way. */
export async function renew(tx: Tx, token: string): Promise<void> {
  const key = await findKey(tx.db, token);
  if (!key) return;
  const ticket = await tx.db
    .selectFrom('support.tickets')
    .select(['number', 'subject'])
    .where('id', '=', key.ticket)
    // two who ask at once are counted one after the other
    .forUpdate()
    .executeTakeFirstOrThrow();
  const lately = await tx.db
    .selectFrom('guests.keys')
    .select('made_at')
    .where('ticket_id', '=', key.ticket)
    .where('made_at', '>', new Date(tx.now.getTime() - 86_400_000))
    .limit(most)
    .execute();
  if (lately.length >= most) return;
  const { token: made } = await issueKey(tx, key);
  tx.tell(newLink, {
    to: { address: key.email, name: key.name, locale: key.locale },
    organizationId: key.organization,
    occurrence: tx.newId(),
    data: { token: made, ticketId: key.ticket, number: Number(ticket.number), subject: ticket.subject },
  });
}

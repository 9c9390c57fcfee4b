import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Db } from '../../kernel/db/types.ts';
import type { Mail } from '../../kernel/ports.ts';
import { isId } from '../../kernel/values/ids.ts';
import { mailBounced } from './events.ts';

/** As many as mail programs need to show a conversation together. */
const most = 10;

/** The mails before one in its conversation, to and from this reader, oldest first. */
export async function mailsBefore(
  db: Db,
  { id, thread, recipient }: { id: string; thread: string; recipient: string },
): Promise<NonNullable<Mail['after']>> {
  const { rows } = await sql<{ id: string | null; message_id: string | null }>`
    select id, message_id from (
      (select l.id, null as message_id, l.created_at as at from notifications.mails l
        where l.thread = ${thread} and l.recipient = ${recipient} and l.id < ${id} and l.sent_at is not null
        order by l.id desc limit ${most})
      union all
      (select null, r.message_id, r.received_at from notifications.received_mails r
        where r.thread = ${thread} and r.sender = ${recipient} order by r.received_at desc limit ${most})
    ) before order by at desc, id desc limit ${most}`.execute(db);
  return rows.toReversed().map((row) => (row.id ? { id: row.id } : { messageId: row.message_id! }));
}

/** What somebody wrote by mail: answers to it will name it. */
export async function noteReceived(
  tx: Tx,
  { thread, messageId, sender }: { thread: string; messageId: string; sender: string },
): Promise<void> {
  await tx.db
    .insertInto('notifications.received_mails')
    .values({ thread, message_id: messageId, sender, received_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The mail of ours that a Message-ID names, without brackets; null where it is none. `host` is the one our Message-IDs end with. */
export function ownMailId(messageId: string, host: string): string | null {
  const at = messageId.lastIndexOf('@');
  const id = messageId.slice(0, at).toLowerCase();
  return isId(id) && messageId.slice(at + 1).toLowerCase() === host ? id : null;
}

/** The conversation and reader of mails of ours, in the order of `ids`. */
export async function findThreads(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; thread: string; recipient: string }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; thread: string; recipient: string }>`
    select l.id, l.thread, l.recipient from unnest(${ids}::uuid[]) with ordinality as asked (id, place)
    join notifications.mails l on l.id = asked.id where l.thread is not null order by asked.place`.execute(
    db,
  );
  return rows;
}

/**
 * A server gave a mail back that another one had taken. Only whoever saw the mail knows its id, so a bounce that nobody asked for marks
 * nothing. What counts on the mail having arrived (`findArrived`) finds that it did not. False where there is no such mail to them.
 */
export async function noteBounce(
  tx: Tx,
  { mail, recipient, why }: { mail: string; recipient: string; why: string },
): Promise<boolean> {
  const found = await tx.db
    .updateTable('notifications.mails')
    .set({ state: 'bounced', error: why.slice(0, 500) })
    .where('id', '=', mail)
    .where('recipient', '=', recipient)
    .where('channel', '=', 'email')
    .where('state', '!=', 'bounced')
    .returning('kind')
    .executeTakeFirst();
  if (!found) return false;
  tx.emit(mailBounced, {
    organizationId: null,
    subject: { kind: 'mail', id: mail },
    data: { mailId: mail, kind: found.kind },
  });
  return true;
}

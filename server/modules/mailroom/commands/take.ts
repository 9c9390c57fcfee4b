import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { noteReceived } from '../../notifications/index.ts';
import { mailSettled } from '../contract.ts';
import { mailTaken } from '../events.ts';
import type { ReadMail } from '../domain/mail.ts';
import { headOf } from '../head.ts';

/**
 * Turns a mail that arrived or waits into what `work` makes of it, in one transaction: of two who do it at once the second finds it done.
 * Errors: `mail_settled`.
 */
export async function take(
  tx: Tx,
  id: string,
  mail: ReadMail,
  work: () => Promise<{ ticket: Id<'ticket'>; opened: boolean }>,
  by: Id<'person'> | null = null,
): Promise<{ ticket: Id<'ticket'> }> {
  const held = await tx.db
    .selectFrom('mailroom.mails')
    .select('state')
    .where('id', '=', id)
    .where('state', 'in', ['arrived', 'quarantined'])
    .forUpdate()
    .executeTakeFirst();
  if (!held) throw new Problem(mailSettled);
  const { ticket, opened } = await work();
  await tx.db
    .updateTable('mailroom.mails')
    .set((eb) => ({
      ...headOf(mail),
      state: 'ticket',
      reason: null,
      ticket_id: ticket,
      settled_by: by,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
  if (mail.messageId && mail.from)
    await noteReceived(tx, { thread: ticket, messageId: mail.messageId, sender: mail.from.address });
  tx.emit(mailTaken, {
    organizationId: null,
    subject: { kind: 'received-mail', id },
    data: { ticketId: ticket, opened },
  });
  return { ticket };
}

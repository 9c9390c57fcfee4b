import type { Ctx } from '../../../kernel/context.ts';
import { mailboxFailed } from '../events.ts';
import { MailboxUnreachable } from '../mailbox.ts';
import { accountOf, positionOf } from '../row.ts';
import { keepMails } from './keep-mails.ts';

/** Reads what came into a mailbox since the last time. One that cannot be reached says so on its page and is asked again in a minute. */
export async function collect(ctx: Ctx, id: string): Promise<void> {
  const box = await ctx.read((db) =>
    db
      .selectFrom('mailroom.mailboxes')
      .selectAll()
      .where('id', '=', id)
      .where('kind', '=', 'imap')
      .where('active', '=', true)
      .executeTakeFirst(),
  );
  if (!box) return;
  let error: string | null = null;
  try {
    const account = accountOf(ctx.vault, box);
    await ctx.ports.mailboxes.fetch(account, positionOf(box), (batch) => keepMails(ctx, id, batch));
  } catch (thrown) {
    if (!(thrown instanceof MailboxUnreachable)) throw thrown;
    error = `${thrown.trouble}: ${thrown.message}`.slice(0, 500);
  }
  await ctx.transact(async (tx) => {
    const failing = error === null ? null : (box.failing_since ?? tx.now);
    await tx.db
      .updateTable('mailroom.mailboxes')
      .set({ checked_at: tx.now, error, failing_since: failing })
      .where('id', '=', id)
      .execute();
    if (failing && !box.failing_since)
      tx.emit(mailboxFailed, { organizationId: null, subject: { kind: 'mailbox', id }, data: {} });
  });
}

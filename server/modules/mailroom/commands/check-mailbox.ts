import type { Ctx } from '../../../kernel/context.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { mailboxUnreachable } from '../contract.ts';
import { MailboxUnreachable } from '../mailbox.ts';
import { accountOf } from '../row.ts';

/** Opens a mailbox as it is stored. Errors: `not_found`, also for a webhook; `mailbox_unreachable` with the kind of trouble. */
export async function checkMailbox(ctx: Ctx, id: Id<'mailbox'>): Promise<{ mails: number }> {
  const box = await ctx.read((db) =>
    db
      .selectFrom('mailroom.mailboxes')
      .selectAll()
      .where('id', '=', id)
      .where('kind', '=', 'imap')
      .executeTakeFirst(),
  );
  if (!box) throw new Problem(notFound);
  try {
    return await ctx.ports.mailboxes.check(accountOf(ctx.vault, box));
  } catch (error) {
    if (!(error instanceof MailboxUnreachable)) throw error;
    throw new Problem(mailboxUnreachable, { facts: { trouble: error.trouble } });
  }
}

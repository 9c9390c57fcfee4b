import type { Ctx } from '../../../kernel/context.ts';
import { rawKey } from '../row.ts';

/** Deletes a mail as it came, and what its row says of the sender. The row stays, so that the same mail never comes in again. */
export async function forget(ctx: Ctx, id: string): Promise<void> {
  await ctx.ports.files.delete(rawKey(id));
  await ctx.transact((tx) =>
    tx.db
      .updateTable('mailroom.mails')
      .set((eb) => ({
        kept: false,
        sender: '',
        sender_name: '',
        subject: '',
        message_id: null,
        state: eb
          .case()
          .when('state', 'in', ['arrived', 'quarantined'])
          .then('discarded')
          .else(eb.ref('state'))
          .end(),
      }))
      .where('id', '=', id)
      .execute(),
  );
}

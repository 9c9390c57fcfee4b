import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import { replyAsGuest } from '../../support/index.ts';
import { guestScope, requireKey } from '../keys.ts';

/**
 * What somebody answers by their link. Where the ticket was settled too long ago the answer opens one that goes on from it, and the
 * links lead there. Errors: `unknown_guest_link`, `guest_link_expired`.
 */
export async function reply(
  ctx: Ctx,
  { token, text }: { token: string; text: string },
  now: Date,
): Promise<void> {
  const all = ctx.within(everything);
  const key = await all.read((db) => requireKey(db, token, now));
  const { opened } = await ctx
    .within(guestScope(key))
    .transact((tx) => replyAsGuest(tx, key, { ticket: key.ticket, text }));
  if (!opened) return;
  await all.transact((tx) =>
    tx.db
      .updateTable('guests.keys')
      .set({ ticket_id: opened.id })
      .where('organization_id', '=', key.organization)
      .where('ticket_id', '=', key.ticket)
      .execute(),
  );
}

import type { Ctx } from '../../../kernel/context.ts';
import { hashToken } from '../../../kernel/crypto.ts';
import { everything } from '../../../kernel/db/scope.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { readConversation } from '../../support/index.ts';
import type { TicketState } from '../../support/index.ts';
import { sealedAs } from '../commands/keep-request.ts';
import { askBody } from '../contract.ts';
import type { Asked, Opened } from '../contract.ts';
import { guestScope, requireKey } from '../keys.ts';

/** What a mailed link opens. Errors: `unknown_guest_link`, `guest_link_expired`. */
export async function open(ctx: Ctx, token: string, now: Date): Promise<Opened> {
  const all = ctx.within(everything);
  const waiting = await all.read((db) => findWaiting(db, token, now));
  if (waiting) {
    const { name, email, subject, text } = askBody.parse(
      JSON.parse(ctx.vault.open(sealedAs(waiting.id), waiting.sealed)),
    );
    return { name, email, subject, until: waiting.until.toISOString(), unconfirmed: text, ticket: null };
  }
  const key = await all.read((db) => requireKey(db, token, now));
  // As the portal's role: what staff write among themselves does not exist for it.
  return ctx.within(guestScope(key)).read(async (db) => {
    const [ticket, { items, earlier }] = await Promise.all([
      db
        .selectFrom('support.tickets')
        .select(['number', 'subject', 'kind', 'status', 'opened_at'])
        .where('organization_id', '=', key.organization)
        .where('id', '=', key.ticket)
        .executeTakeFirstOrThrow(),
      readConversation(db, key.person, {
        organization: key.organization,
        ticket: key.ticket,
        guest: true,
      }),
    ]);
    return {
      name: key.name,
      email: key.email,
      subject: ticket.subject,
      until: key.until.toISOString(),
      unconfirmed: null,
      ticket: {
        number: Number(ticket.number),
        kind: ticket.kind as Asked['kind'],
        status: ticket.status as TicketState,
        openedAt: ticket.opened_at.toISOString(),
        messages: items,
        earlier: earlier !== null,
      },
    };
  });
}

async function findWaiting(db: Db, token: string, now: Date) {
  const row = await db
    .selectFrom('guests.requests')
    .select(['id', 'sealed', 'expires_at'])
    .where('token_hash', '=', hashToken(token))
    .where('kind', '=', 'message')
    .where('sealed', 'is not', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ? { id: row.id, sealed: row.sealed!, until: row.expires_at } : null;
}

import { hashToken } from '../../../kernel/crypto.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import { openTicket } from '../../support/index.ts';
import { askBody, unknownGuestLink } from '../contract.ts';
import type { Asked } from '../contract.ts';
import { guestVerified } from '../events.ts';
import { findKey, issueKey } from '../keys.ts';
import { messageReceived } from '../messages.ts';
import { sealedAs } from './keep-request.ts';
import { findOrMakeGuest } from './find-or-make-guest.ts';

/**
 * Whoever holds the mailed link sends the message: it becomes a ticket of the address's guest, and the same link opens it from now
 * on. Once more does nothing. Needs a transaction that sees everything. Errors: `unknown_guest_link`.
 */
export async function confirm(tx: Tx, token: string): Promise<void> {
  const asked = await takeRequest(tx, token);
  if (!asked) {
    if (await findKey(tx.db, token)) return;
    throw new Problem(unknownGuestLink);
  }
  const guest = await findOrMakeGuest(tx, asked);
  const { organization, person } = guest;
  const { name, subject, kind } = asked;
  const ticket = await openTicket(tx, {
    organization,
    subject,
    kind,
    text: withOrder(asked),
    language: asked.locale,
    serviceId: null,
    invoiceId: null,
    files: [],
    requester: { id: person, name },
    author: { kind: 'client', id: person, name },
    status: 'new',
  });
  const { days } = await issueKey(tx, { organization, ticket: ticket.id }, token);
  tx.emit(guestVerified, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { ticketId: ticket.id },
  });
  tx.tell(messageReceived, {
    to: { address: asked.email, name, locale: asked.locale, timeZone: asked.timeZone },
    organizationId: organization,
    occurrence: ticket.id,
    data: { token, ticketId: ticket.id, number: ticket.number, subject, days },
  });
}

/** "This was not me": what was asked is forgotten at once. Nothing happens where nothing waits. */
export async function decline(tx: Tx, token: string): Promise<void> {
  await tx.db
    .updateTable('guests.requests')
    .set({ sealed: null })
    .where('token_hash', '=', hashToken(token))
    .execute();
}

/** Takes a message that waits for its confirmation, once; null when none does. */
async function takeRequest(tx: Tx, token: string): Promise<Asked | null> {
  const found = await tx.db
    .selectFrom('guests.requests')
    .select(['id', 'sealed'])
    .where('token_hash', '=', hashToken(token))
    .where('kind', '=', 'message')
    .where('sealed', 'is not', null)
    .where('expires_at', '>', tx.now)
    .forUpdate()
    .executeTakeFirst();
  if (!found) return null;
  await tx.db.updateTable('guests.requests').set({ sealed: null }).where('id', '=', found.id).execute();
  const said = JSON.parse(tx.vault.open(sealedAs(found.id), found.sealed!)) as { kind?: string };
  // Links that were mailed before problems were called so.
  return askBody.parse(said.kind === 'incident' ? { ...said, kind: 'problem' } : said);
}

const orderWords = { id: 'Nomor pesanan', en: 'Order number' };

function withOrder({ text, orderNumber, locale }: Asked): string {
  if (orderNumber === '') return text;
  const after = `\n\n${orderWords[locale]}: ${orderNumber}`;
  return text.slice(0, 20_000 - after.length) + after;
}

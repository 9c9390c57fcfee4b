import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findOrganization } from '../../organizations/index.ts';
import * as messages from '../messages.ts';
import { excerptOf, tellFollowers } from '../tell.ts';
import { openFollowUp } from './open-follow-up.ts';
import type { ClientReply } from './open-follow-up.ts';
import { postMessage } from './post-message.ts';
import type { Posted } from './post-message.ts';

/**
 * What a follower of a ticket, member or guest, answers by mail; in one settled long ago it goes on as a new one, which is where it went then. The caller knows that
 * it is theirs. Needs a transaction that sees everything. Errors: `not_found`, also for who does not follow it; `unknown_upload`.
 */
export async function replyByMail(
  tx: Tx,
  from: { organization: Id<'organization'>; person: Id<'person'>; name: string },
  { ticket, text, files }: ClientReply,
): Promise<{ ticket: Id<'ticket'>; opened: boolean }> {
  const { organization, person, name } = from;
  const posted = await postMessage(tx, {
    organization,
    ticket,
    text,
    files,
    author: { kind: 'client', id: person, name },
    follower: person,
    status: null,
  });
  if (!posted) {
    const next = await openFollowUp(tx, organization, { id: person, name }, { ticket, text, files });
    return { ticket: next.opened.id, opened: true };
  }
  return tellOfMail(tx, organization, name, posted, text);
}

/** Tells those who follow, and whoever looks after it, what came by mail. */
export async function tellOfMail(
  tx: Tx,
  organization: Id<'organization'>,
  name: string,
  posted: Posted,
  text: string,
): Promise<{ ticket: Id<'ticket'>; opened: boolean }> {
  const { number, subject, messageId } = posted;
  const told = { ticketId: posted.ticket, number, subject, by: name, excerpt: excerptOf(text) };
  tellFollowers(tx, messages.colleagueReplied, { ...posted, organization, occurrence: messageId }, told);
  if (posted.assignee) {
    const client = await findOrganization(tx.db, organization);
    tx.tell(messages.clientReplied, {
      to: { person: posted.assignee },
      occurrence: messageId,
      data: { ...told, client: client.name },
    });
  }
  return { ticket: posted.ticket, opened: false };
}

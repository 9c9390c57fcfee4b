import type { Membership, Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import * as messages from '../messages.ts';
import { onlyFollower, seeingOf } from '../seeing.ts';
import { excerptOf, tellFollowers } from '../tell.ts';
import type { ClientReply } from './open-follow-up.ts';
import { openFollowUp } from './open-follow-up.ts';
import { postMessage } from './post-message.ts';

/**
 * A client's reply. It opens a settled ticket again for some days; later it becomes a ticket of its own that goes on from that one.
 * Errors: `not_found`, `unknown_upload`.
 */
export async function replyAsClient(
  tx: Tx,
  membership: Membership,
  session: Session,
  { ticket, text, files }: ClientReply,
): Promise<{ messageId: Id<'message'>; opened: { id: Id<'ticket'>; number: number } | null }> {
  const { person } = session;
  const seeing = seeingOf(membership, session);
  const posted = await postMessage(tx, {
    organization: membership.id,
    ticket,
    text,
    files,
    author: { kind: 'client', id: person.id, name: person.name },
    follower: seeing.owner ? null : onlyFollower(seeing),
    status: null,
  });
  if (!posted) return openFollowUp(tx, membership.id, person, { ticket, text, files });
  const told = {
    ticketId: posted.ticket,
    number: posted.number,
    subject: posted.subject,
    by: person.name,
    excerpt: excerptOf(text),
  };
  tellFollowers(
    tx,
    messages.colleagueReplied,
    { ...posted, organization: membership.id, occurrence: posted.messageId },
    told,
  );
  if (posted.assignee) {
    tx.tell(messages.clientReplied, {
      to: { person: posted.assignee },
      occurrence: posted.messageId,
      data: { ...told, client: membership.name },
    });
  }
  return { messageId: posted.messageId, opened: null };
}

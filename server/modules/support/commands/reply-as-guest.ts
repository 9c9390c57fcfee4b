import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import * as messages from '../messages.ts';
import { excerptOf } from '../tell.ts';
import { openFollowUp } from './open-follow-up.ts';
import { postMessage } from './post-message.ts';

/**
 * What somebody without an account answers in their ticket; one settled long ago goes on as a new one. The caller knows that it is
 * theirs. Errors: `not_found`.
 */
export async function replyAsGuest(
  tx: Tx,
  guest: { organization: Id<'organization'>; person: Id<'person'>; name: string },
  { ticket, text }: { ticket: Id<'ticket'>; text: string },
): Promise<{ messageId: Id<'message'>; opened: { id: Id<'ticket'>; number: number } | null }> {
  const { organization, person, name } = guest;
  const author = { kind: 'client', id: person, name } as const;
  const posted = await postMessage(tx, { organization, ticket, text, files: [], author, status: null });
  if (!posted) return openFollowUp(tx, organization, { id: person, name }, { ticket, text, files: [] });
  if (posted.assignee) {
    const { number, subject, messageId } = posted;
    tx.tell(messages.clientReplied, {
      to: { person: posted.assignee },
      occurrence: messageId,
      data: { ticketId: posted.ticket, number, subject, by: name, client: name, excerpt: excerptOf(text) },
    });
  }
  return { messageId: posted.messageId, opened: null };
}

import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { newerMessage } from '../contract.ts';
import { isSettled } from '../domain/ticket-states.ts';
import type { TicketState } from '../domain/ticket-states.ts';
import { guestAnswered, ticketAssigned } from '../events.ts';
import * as messages from '../messages.ts';
import { findAnswered } from '../queries/answered.ts';
import { organizationOf } from '../queries/organization-of.ts';
import { excerptOf, tellFollowers } from '../tell.ts';
import { postMessage } from './post-message.ts';

export interface StaffReply {
  ticket: Id<'ticket'>;
  text: string;
  files: readonly Id<'file'>[];
  status: Exclude<TicketState, 'new'>;
  seen?: Id<'message'> | undefined;
}

/**
 * The answer of staff: tells the followers at once, and makes who answers the assignee where there was none.
 * Errors: `not_found`, `unknown_upload`; `newer_message` when somebody wrote since the message that was `seen`.
 */
export async function replyAsStaff(
  tx: Tx,
  { person }: Session,
  { ticket, text, files, status, seen }: StaffReply,
): Promise<Id<'message'>> {
  const organization = await organizationOf(tx.db, ticket);
  const posted = await postMessage(tx, {
    organization,
    ticket,
    text,
    files,
    author: { kind: 'staff', id: person.id, name: person.name },
    seen: seen ?? null,
    status,
  });
  if (!posted) throw new Problem(newerMessage);
  const quote = posted.followers.length > 0 ? await findAnswered(tx.db, organization, ticket) : null;
  if (posted.assigneeWas === null) {
    tx.emit(ticketAssigned, {
      organizationId: organization,
      subject: { kind: 'ticket', id: posted.ticket },
      data: { assigneeId: person.id },
    });
  }
  if (posted.guest) {
    tx.emit(guestAnswered, {
      organizationId: organization,
      subject: { kind: 'ticket', id: posted.ticket },
      data: { messageId: posted.messageId, resolved: isSettled(status) },
    });
  }
  tellFollowers(
    tx,
    messages.staffReplied,
    { ...posted, organization, occurrence: posted.messageId },
    {
      ticketId: posted.ticket,
      number: posted.number,
      subject: posted.subject,
      by: person.name,
      excerpt: excerptOf(text),
      text,
      quote,
      filesOf: files.length > 0 ? { organization, message: posted.messageId } : null,
      resolved: isSettled(status),
    },
  );
  return posted.messageId;
}

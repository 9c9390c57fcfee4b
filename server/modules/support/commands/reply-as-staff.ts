import { sql } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { newerMessage } from '../contract.ts';
import { isSettled } from '../domain/ticket-states.ts';
import type { TicketState } from '../domain/ticket-states.ts';
import { ticketAssigned } from '../events.ts';
import * as messages from '../messages.ts';
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
  const settled = isSettled(status);
  const posted = await postMessage(tx, {
    organization,
    ticket,
    text,
    files,
    author: { kind: 'staff', id: person.id, name: person.name },
    visible: sql<boolean>`t.organization_id = ${organization}`,
    provided: seen ? sql<boolean>`t.last_message_id = ${seen}` : sql<boolean>`true`,
    changes: sql`status = ${status}, settled_at = ${settled ? sql`coalesce(t.settled_at, ${tx.now})` : null},
      waiting_since = null, first_answer_at = coalesce(t.first_answer_at, ${tx.now}),
      assignee_id = coalesce(t.assignee_id, ${person.id}), assignee_name = coalesce(t.assignee_name, ${person.name}),
      unread_by_client = true, unread_by_staff = false`,
  });
  if (!posted) throw new Problem(newerMessage);
  if (posted.assigneeBefore === null) {
    tx.emit(ticketAssigned, {
      organizationId: organization,
      subject: { kind: 'ticket', id: ticket },
      data: { assigneeId: person.id },
    });
  }
  tellFollowers(
    tx,
    messages.staffReplied,
    { ...posted, organization, occurrence: posted.messageId },
    {
      ticketId: ticket,
      number: posted.number,
      subject: posted.subject,
      by: person.name,
      excerpt: excerptOf(text),
      resolved: settled,
    },
  );
  return posted.messageId;
}

import { sql } from 'kysely';
import type { SessionPerson } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { plainWords } from '../domain/search-words.ts';
import { noteAdded } from '../events.ts';
import * as messages from '../messages.ts';
import { excerptOf } from '../tell.ts';
import { requireAll, uploadedAfter } from './attach.ts';
import { messageRow } from './message-row.ts';
import { mention } from './messages/mention.ts';

interface StaffNote {
  ticket: Id<'ticket'>;
  text: string;
  files: readonly Id<'file'>[];
  /** Whoever looks after the ticket hears of it in another way. */
  quiet?: boolean;
}

/**
 * Something staff say among themselves. The ticket's own row stays as it is: no time, count or version tells clients of it.
 * Whom it mentions is told at once. Errors: `not_found`, `unknown_upload`.
 */
export async function addNote(
  tx: Tx,
  { person }: { person: Pick<SessionPerson, 'id' | 'name'> },
  { ticket: id, text, files, quiet = false }: StaffNote,
): Promise<Id<'message'>> {
  const messageId = tx.newId<'message'>();
  const ticket = await tx.db
    .selectFrom('support.tickets')
    .select(['organization_id', 'number', 'subject', 'assignee_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!ticket) throw new Problem(notFound);
  const organization = ticket.organization_id as Id<'organization'>;
  const author = { kind: 'staff', id: person.id, name: person.name } as const;
  const message = messageRow(tx, { organization, ticket: id, id: messageId, author, text, internal: true });
  const { rows } = await sql<{ attached: number }>`
    select support.add_message(jsonb_populate_record(null::support.messages, ${message}),
      ${plainWords(`${ticket.subject} ${text}`)}, 0, ${files}, ${uploadedAfter(tx.now)}) as attached`.execute(
    tx.db,
  );
  requireAll(files, rows[0]!.attached);
  tx.emit(noteAdded, { organizationId: organization, subject: { kind: 'ticket', id }, data: { messageId } });
  const assignee = ticket.assignee_id as Id<'person'> | null;
  const { subject } = ticket;
  const number = Number(ticket.number);
  const told = await mention(tx, person, { organization, ticket: id, id: messageId, number, subject, text });
  if (assignee && assignee !== person.id && !quiet && !told.includes(assignee)) {
    tx.tell(messages.noteForYou, {
      to: { person: assignee },
      occurrence: messageId,
      data: {
        ticketId: id,
        number,
        subject,
        by: person.name,
        excerpt: excerptOf(text),
      },
    });
  }
  return messageId;
}

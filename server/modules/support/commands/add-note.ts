import { sql } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { plainWords } from '../domain/search-words.ts';
import { noteAdded } from '../events.ts';
import * as messages from '../messages.ts';
import { documentOf } from '../search.ts';
import { excerptOf } from '../tell.ts';
import { attaching, requireAll } from './attach.ts';

/**
 * Something staff say among themselves. The ticket's own row stays as it is: no time, count or version tells clients of it.
 * Errors: `not_found`, `unknown_upload`.
 */
export async function addNote(
  tx: Tx,
  { person }: Session,
  { ticket: id, text, files }: { ticket: Id<'ticket'>; text: string; files: readonly Id<'file'>[] },
): Promise<Id<'message'>> {
  const messageId = tx.newId<'message'>();
  const { now } = tx;
  const ticket = await tx.db
    .selectFrom('support.tickets')
    .select(['organization_id', 'number', 'subject', 'assignee_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!ticket) throw new Problem(notFound);
  const organization = ticket.organization_id as Id<'organization'>;
  const author = { kind: 'staff', id: person.id } as const;
  const { rows } = await sql<{ attached: number }>`
    with ticket as (
      insert into support.messages (organization_id, id, ticket_id, internal, author, author_id, author_name, body, posted_at)
      values (${organization}, ${messageId}, ${id}, true, 'staff', ${person.id}, ${person.name}, ${text}, ${now})
      returning id
    ), found as (
      insert into support.search as s (organization_id, ticket_id, internal, part, until, document)
      select ${organization}, ${id}, true, 0, ${now}, ${documentOf(sql<string>`w.words`)}
      from (select ${plainWords(`${ticket.subject} ${text}`)}::text as words) w
      on conflict (organization_id, ticket_id, internal, part)
        do update set document = s.document || excluded.document, until = excluded.until
    ), attached as (
      ${attaching({ organization, ticket: id, message: messageId, files, by: author, now, internal: true })}
    )
    select count(*)::integer as attached from attached`.execute(tx.db);
  requireAll(files, rows[0]!.attached);
  tx.emit(noteAdded, { organizationId: organization, subject: { kind: 'ticket', id }, data: { messageId } });
  const assignee = ticket.assignee_id as Id<'person'> | null;
  if (assignee && assignee !== person.id) {
    tx.tell(messages.noteForYou, {
      to: { person: assignee },
      occurrence: messageId,
      data: {
        ticketId: id,
        number: Number(ticket.number),
        subject: ticket.subject,
        by: person.name,
        excerpt: excerptOf(text),
      },
    });
  }
  return messageId;
}

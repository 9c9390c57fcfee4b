import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, encodeCursor } from '../../../kernel/values/page.ts';
import type { ClientMessage, Message } from '../contract.ts';
import { renderMessage } from '../markdown.ts';

const pageSize = 50;

/**
 * A page of the messages of a ticket that the reader was found to see, oldest first: the latest ones, or those before a cursor. The
 * portal's role gets no notes from the database; `internal` is for staff's pages. `organization` null: that of the ticket.
 */
export async function readConversation(
  db: Db,
  reader: Id<'person'>,
  of: { organization: Id<'organization'> | null; ticket: Id<'ticket'>; before?: string | undefined },
): Promise<{ items: ClientMessage[]; earlier: string | null }> {
  const before = of.before === undefined ? null : decodeCursor(of.before, ['instant', 'id']);
  const older = before ? sql`and (m.posted_at, m.id) < (${before[0]}, ${before[1]}::uuid)` : sql``;
  const organization =
    of.organization ?? sql`(select t.organization_id from support.tickets t where t.id = ${of.ticket})`;
  const { rows } = await sql<Row>`
    select m.id, m.internal, m.author, m.author_id, m.author_name, m.body, m.posted_at, coalesce((
        select json_agg(json_build_object('id', a.id, 'name', a.name, 'type', a.type, 'size', a.size) order by a.id)
        from support.attachments a where a.organization_id = m.organization_id and a.message_id = m.id
      ), '[]') as files
    from support.messages m
    where m.organization_id = ${organization} and m.ticket_id = ${of.ticket} ${older}
    order by m.posted_at desc, m.id desc limit ${pageSize + 1}`.execute(db);
  const page = rows.slice(0, pageSize).toReversed();
  const first = page[0];
  return {
    items: page.map((row) => ({
      id: row.id,
      internal: row.internal,
      author: { kind: row.author, name: row.author_name, me: row.author_id === reader },
      html: renderMessage(row.body),
      postedAt: row.posted_at.toISOString(),
      files: row.files,
    })),
    earlier: rows.length > pageSize && first ? encodeCursor([first.posted_at, first.id]) : null,
  };
}

interface Row {
  id: Id<'message'>;
  internal: boolean;
  author: 'client' | 'staff';
  author_id: string;
  author_name: string;
  body: string;
  posted_at: Date;
  files: Message['files'];
}

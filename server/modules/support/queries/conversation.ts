import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, encodeCursor } from '../../../kernel/values/page.ts';
import type { ClientMessage, Message } from '../contract.ts';
import { picturesIn } from '../../../kernel/values/placed-picture.ts';
import { isPicture } from '../domain/file-types.ts';
import { correctableUntil } from '../domain/may-correct.ts';
import { renderMessage } from '../markdown.ts';
import { correctionRules } from '../settings.ts';
import { mentionedJson } from './mentions.ts';

const pageSize = 50;

/**
 * A page of the messages of a ticket that the reader was found to see, oldest first: the latest ones, or those before a cursor. The
 * portal's role gets no notes from the database; `internal` is for staff's pages. `organization` null: that of the ticket, and the reader is
 * of staff. `guest`: they write by mailed links only, and correct nothing.
 */
export async function readConversation(
  db: Db,
  reader: Id<'person'>,
  of: {
    organization: Id<'organization'> | null;
    ticket: Id<'ticket'>;
    before?: string | undefined;
    guest?: true;
  },
): Promise<{ items: ClientMessage[]; earlier: string | null }> {
  const before = of.before === undefined ? null : decodeCursor(of.before, ['instant', 'id']);
  const older = before ? sql`and (m.posted_at, m.id) < (${before[0]}, ${before[1]}::uuid)` : sql``;
  const organization =
    of.organization ?? sql`(select t.organization_id from support.tickets t where t.id = ${of.ticket})`;
  const side = of.organization === null ? 'staff' : 'client';
  const { rows } = await sql<Row>`
    select m.id, m.internal, m.author, m.author_id, m.author_name, m.body, m.posted_at, m.edits, m.edited_at,
      m.redacted_at, m.redacted_by_name, m.redacted_reason,
      m.author_id = ${reader} and m.author = ${side} as own, ${answered} as answered, ${correctionMinutes} as minutes,
      ${side === 'staff' ? mentionedJson : sql`null::json`} as mentioned, coalesce((
        select json_agg(json_build_object('id', a.id, 'name', a.name, 'type', a.type, 'size', a.size, 'as', a.copy_of) order by a.id)
        from support.attachments a where a.organization_id = m.organization_id and a.message_id = m.id
      ), '[]') as files
    from support.messages m
    where m.organization_id = ${organization} and m.ticket_id = ${of.ticket} ${older}
    order by m.posted_at desc, m.id desc limit ${pageSize + 1}`.execute(db);
  const page = rows.slice(0, pageSize).toReversed();
  const first = page[0];
  const home = of.organization ? `/api/organizations/${of.organization}` : '/api/console';
  const filesAt = of.guest ? null : `${home}/tickets/${of.ticket}/files`;
  return {
    items: page.map((row) => ({
      id: row.id,
      internal: row.internal,
      author: { kind: row.author, name: row.author_name, me: row.author_id === reader },
      postedAt: row.posted_at.toISOString(),
      ...wordsAndFiles(row, reader, filesAt),
      version: (row.edits ?? 0) + 1,
      editedAt: row.edited_at?.toISOString() ?? null,
      correctUntil: of.guest ? null : untilOf(row),
      redacted: row.redacted_at && {
        by: row.redacted_by_name!,
        at: row.redacted_at.toISOString(),
        reason: row.redacted_reason!,
      },
    })),
    earlier: rows.length > pageSize && first ? encodeCursor([first.posted_at, first.id]) : null,
  };
}

/** Whether staff wrote to the client after message `m`. */
export const answered = sql<boolean>`exists (select from support.messages s
  where s.organization_id = m.organization_id and s.ticket_id = m.ticket_id and s.author = 'staff' and not s.internal
    and (s.posted_at, s.id) > (m.posted_at, m.id))`;

export const correctionMinutes = sql<number>`coalesce((select (s.value ->> 'minutes')::integer from kernel.settings s
  where s.key = ${correctionRules.key}), ${correctionRules.default.minutes}::integer)`;

function untilOf(row: Row): string | null {
  const message = {
    own: row.own,
    author: row.author,
    postedAt: row.posted_at,
    redacted: row.redacted_at !== null,
    answered: row.answered,
  };
  return correctableUntil(message, row.minutes)?.toISOString() ?? null;
}

/** `filesAt`: where the reader gets files; null for who gets none. What was split off names its pictures as they were called first. */
function wordsAndFiles(row: Row, reader: Id<'person'>, filesAt: string | null) {
  const wanted = picturesIn(row.body);
  const shown = row.files.filter(({ id, as, type }) => wanted.has(as ?? id) && isPicture(type));
  const pictures = new Map(
    filesAt ? shown.map(({ id, as, name }) => [as ?? id, { url: `${filesAt}/${id}`, name }] as const) : [],
  );
  return {
    html: renderMessage(row.body, { names: namesOf(row, reader), pictures }),
    files: row.files.map(({ as, ...file }) => ({ ...file, placed: pictures.has(as ?? file.id) })),
  };
}

function namesOf({ mentioned }: Row, reader: Id<'person'>) {
  return new Map(mentioned?.map(({ handle, id, name }) => [handle, { name, me: id === reader }]));
}

interface Row {
  id: Id<'message'>;
  internal: boolean;
  author: 'client' | 'staff';
  author_id: string;
  author_name: string;
  body: string;
  posted_at: Date;
  edits: number | null;
  edited_at: Date | null;
  redacted_at: Date | null;
  redacted_by_name: string | null;
  redacted_reason: string | null;
  own: boolean;
  answered: boolean;
  minutes: number;
  mentioned: { handle: string; id: string; name: string }[] | null;
  files: (Omit<Message['files'][number], 'placed'> & { as: string | null })[];
}

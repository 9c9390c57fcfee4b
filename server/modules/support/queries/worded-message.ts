import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { WordedMessage } from '../correction-contract.ts';
import { diff } from '../domain/diff.ts';
import { mayCorrect } from '../domain/may-correct.ts';
import { answered, correctionMinutes } from './conversation.ts';

/** As many as are shown. */
const most = 50;

/**
 * A message as it was typed, with all that it said, of a ticket that the reader was found to see. `organization` null: the reader is of
 * staff. Errors: `not_found`.
 */
export async function wordedMessage(
  db: Db,
  reader: Id<'person'>,
  of: { organization: Id<'organization'> | null; ticket: Id<'ticket'>; message: Id<'message'> },
  now: Date,
): Promise<WordedMessage> {
  const side = of.organization === null ? 'staff' : 'client';
  const within = of.organization ? sql`m.organization_id = ${of.organization} and` : sql``;
  const { rows } = await sql<Row>`
    select m.body, coalesce(m.edits, 0) + 1 as version, m.author, m.author_name, m.posted_at, m.edited_at,
      m.redacted_at is not null as redacted, m.author_id = ${reader} and m.author = ${side} as own,
      ${answered} as answered, ${correctionMinutes} as minutes, coalesce((
        select json_agg(json_build_object('version', v.version, 'by', v.written_by_name, 'at', v.written_at, 'body', v.body)
          order by v.version)
        from (select * from support.message_versions f where f.organization_id = m.organization_id and f.message_id = m.id
          order by f.version desc limit ${most - 1}) v), '[]') as former
    from support.messages m where ${within} m.ticket_id = ${of.ticket} and m.id = ${of.message}`.execute(db);
  const row = rows[0];
  if (!row) throw new Problem(notFound);
  const current = {
    version: row.version,
    by: row.author_name,
    at: (row.edited_at ?? row.posted_at).toISOString(),
    body: row.body,
  };
  const all = row.redacted ? [] : [...row.former, current];
  const may = mayCorrect({ ...row, postedAt: row.posted_at }, row.minutes, now);
  return {
    text: row.body,
    version: row.version,
    versions: all.map(({ version, by, at, body }, index) => ({
      version,
      by,
      at: new Date(at).toISOString(),
      parts: diff(all[index - 1]?.body ?? body, body),
    })),
    can: { correct: may === true ? true : { no: may } },
  };
}

interface Row {
  body: string;
  version: number;
  author: 'client' | 'staff';
  author_name: string;
  posted_at: Date;
  edited_at: Date | null;
  redacted: boolean;
  own: boolean;
  answered: boolean;
  minutes: number;
  former: { version: number; by: string; at: string; body: string }[];
}

import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { excerptOf } from '../tell.ts';

/** What a mail with a message of staff carries beside its words: the beginning of what it answers, and the names of its files. */
export async function aboutMessage(
  db: Db,
  organization: Id<'organization'>,
  ticket: Id<'ticket'>,
  files: readonly Id<'file'>[],
): Promise<{ quote: { by: string; text: string } | null; files: string[] }> {
  const { rows } = await sql<{ by: string | null; body: string | null; files: string[] }>`
    select m.author_name as by, m.body, array(select a.name from support.attachments a
      where a.organization_id = ${organization} and a.id = any (${files}) order by a.id) as files
    from (values (true)) one (row) left join lateral (
      select author_name, body from support.messages
      where organization_id = ${organization} and ticket_id = ${ticket} and author = 'client'
      order by posted_at desc, id desc limit 1) m on true`.execute(db);
  const { by, body, files: names } = rows[0]!;
  return { quote: by !== null && body !== null ? { by, text: excerptOf(body) } : null, files: names };
}

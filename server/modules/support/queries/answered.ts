import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { excerptOf } from '../tell.ts';

/** The beginning of what a message of staff answers, which a mail carries beside its words. */
export async function findAnswered(
  db: Db,
  organization: Id<'organization'>,
  ticket: Id<'ticket'>,
): Promise<{ by: string; text: string } | null> {
  const { rows } = await sql<{ by: string; body: string }>`
    select author_name as by, body from support.messages
    where organization_id = ${organization} and ticket_id = ${ticket} and author = 'client'
    order by posted_at desc, id desc limit 1`.execute(db);
  return rows[0] ? { by: rows[0].by, text: excerptOf(rows[0].body) } : null;
}

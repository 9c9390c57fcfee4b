import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../../kernel/values/errors.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import { answered, correctionMinutes } from '../../queries/conversation.ts';

export interface LockedMessage {
  organization: Id<'organization'>;
  id: Id<'message'>;
  internal: boolean;
  author: 'client' | 'staff';
  authorId: Id<'person'>;
  authorName: string;
  body: string;
  postedAt: Date;
  edits: number | null;
  editedAt: Date | null;
  redacted: boolean;
  answered: boolean;
  /** In which it may be corrected. */
  minutes: number;
  number: number;
  subject: string;
}

/**
 * A message of a ticket, locked with the ticket, so that nobody answers meanwhile. `organization`: the reader is of it, and there are no
 * notes for them. Errors: `not_found`.
 */
export async function lockMessage(
  tx: Tx,
  of: { organization: Id<'organization'> | null; ticket: Id<'ticket'>; message: Id<'message'> },
): Promise<LockedMessage> {
  await sql`select from support.tickets where id = ${of.ticket} for no key update`.execute(tx.db);
  const own = of.organization ? sql`and m.organization_id = ${of.organization} and not m.internal` : sql``;
  const { rows } = await sql<LockedMessage>`
    select m.organization_id as organization, m.id, m.internal, m.author, m.author_id as "authorId", m.author_name as "authorName",
      m.body, m.posted_at as "postedAt", m.edits, m.edited_at as "editedAt", m.redacted_at is not null as redacted,
      ${answered} as answered, ${correctionMinutes} as minutes, t.number::integer as number, t.subject
    from support.tickets t join support.messages m on m.organization_id = t.organization_id and m.ticket_id = t.id
    where t.id = ${of.ticket} and m.id = ${of.message} ${own} for no key update of m`.execute(tx.db);
  const found = rows[0];
  if (!found) throw new Problem(notFound);
  return found;
}

import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { plainWords } from '../domain/search-words.ts';
import type { TicketState } from '../domain/ticket-states.ts';
import { messagePosted, statusChanged } from '../events.ts';
import { ticketRules } from '../settings.ts';
import { requireAll, uploadedAfter } from './attach.ts';
import { messageRow } from './message-row.ts';
import type { Author } from './message-row.ts';

export interface NewMessage {
  organization: Id<'organization'>;
  ticket: Id<'ticket'>;
  text: string;
  files: readonly Id<'file'>[];
  author: Author;
  /** Only where this person follows. */
  follower?: Id<'person'> | RawBuilder<Id<'person'> | null> | null;
  /** Not when somebody wrote after this message. */
  seen?: Id<'message'> | null;
  /** What the ticket becomes; null for a client's reply, which leaves a new one new and opens any other. */
  status: TicketState | null;
}

export interface Posted {
  messageId: Id<'message'>;
  number: number;
  subject: string;
  slug: string;
  assigneeWas: Id<'person'> | null;
  assignee: Id<'person'> | null;
  /** Where it was posted: not the ticket it was meant for, where that one was merged. */
  ticket: Id<'ticket'>;
  /** Followers who are still members, without the author. */
  followers: Id<'person'>[];
  /** The client is a guest. */
  guest: boolean;
}

/**
 * Posts a public message in one statement, in the ticket that the one it is for was merged into if it was; null when it was not posted: somebody wrote after what was `seen`, or a
 * client came back to a ticket settled too long ago. Two writers of one ticket take turns
 * at its row, and the later one sees what the earlier did. Errors: `not_found`, `unknown_upload`.
 */
export async function postMessage(tx: Tx, input: NewMessage): Promise<Posted | null> {
  const { organization, ticket, author, text, files } = input;
  const messageId = tx.newId<'message'>();
  const { rows } = await sql<Row>`
    select * from support.post_message(${messageRow(tx, { organization, ticket, id: messageId, author, text })},
      ${plainWords(text)}, ${files}, ${uploadedAfter(tx.now)}, ${input.follower ?? null}, ${input.seen ?? null},
      ${ticketRules.default.reopenDays}, ${input.status})`.execute(tx.db);
  const row = rows[0];
  if (!row) throw new Problem(notFound);
  // Who may read the one that was merged may write where it goes on.
  if (row.into) return postMessage(tx, { ...input, ticket: row.into, follower: null, seen: null });
  if (row.status === null) return null;
  requireAll(files, row.attached);
  const about = { organizationId: organization, subject: { kind: 'ticket', id: ticket } };
  tx.emit(messagePosted, { ...about, data: { messageId, by: author.kind, public: true } });
  if (row.was !== row.status) {
    tx.emit(statusChanged, { ...about, data: { from: row.was, to: row.status, by: author.kind } });
  }
  return {
    messageId,
    ticket,
    number: Number(row.number),
    subject: row.subject,
    slug: row.slug,
    assigneeWas: row.assignee_was,
    assignee: row.assignee,
    followers: row.followers,
    guest: row.guest,
  };
}

interface Row {
  was: TicketState;
  status: TicketState | null;
  number: bigint;
  subject: string;
  assignee_was: Id<'person'> | null;
  assignee: Id<'person'> | null;
  attached: number;
  slug: string;
  followers: Id<'person'>[];
  guest: boolean;
  into: Id<'ticket'> | null;
}

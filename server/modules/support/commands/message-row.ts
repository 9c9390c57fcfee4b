import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';

export interface Author {
  kind: 'client' | 'staff';
  id: Id<'person'>;
  name: string;
}

/** A row of `support.messages` as JSON, as the functions in the database take it. */
export function messageRow(
  tx: Tx,
  message: {
    organization: Id<'organization'>;
    ticket: Id<'ticket'>;
    id: Id<'message'>;
    author: Author;
    text: string;
    internal?: boolean;
    /** Now, where it is not said. */
    postedAt?: Date | undefined;
  },
): string {
  const { organization, ticket, id, author, text, internal = false, postedAt = tx.now } = message;
  return JSON.stringify({
    organization_id: organization,
    id,
    ticket_id: ticket,
    internal,
    author: author.kind,
    author_id: author.id,
    author_name: author.name,
    body: text,
    posted_at: postedAt,
  });
}

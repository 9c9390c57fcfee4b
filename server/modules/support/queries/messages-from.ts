import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';

/** What is split off at most; whoever needs more merges instead. */
const most = 200;

export interface Said {
  id: Id<'message'>;
  internal: boolean;
  author: 'client' | 'staff';
  author_id: Id<'person'>;
  author_name: string;
  body: string;
  posted_at: Date;
}

/** A message of a ticket, and with `following` those after it, notes too, oldest first. Empty where there is no such message. */
export async function messagesFrom(
  db: Db,
  of: {
    organization: Id<'organization'>;
    ticket: Id<'ticket'>;
    message: Id<'message'>;
    following: boolean;
  },
): Promise<Said[]> {
  const rows = await db
    .selectFrom('support.messages as m')
    .innerJoin('support.messages as f', (join) =>
      join
        .onRef('f.organization_id', '=', 'm.organization_id')
        .onRef('f.ticket_id', '=', 'm.ticket_id')
        .on('f.id', '=', of.message),
    )
    .select(['m.id', 'm.internal', 'm.author', 'm.author_id', 'm.author_name', 'm.body', 'm.posted_at'])
    .where('m.organization_id', '=', of.organization)
    .where('m.ticket_id', '=', of.ticket)
    .where((eb) => eb(eb.refTuple('m.posted_at', 'm.id'), '>=', eb.refTuple('f.posted_at', 'f.id')))
    .orderBy('m.posted_at')
    .orderBy('m.id')
    .limit(of.following ? most : 1)
    .execute();
  return rows as unknown as Said[];
}

import type { Tx } from '../../kernel/db/tx.ts';
import type { MessageKind } from '../../kernel/messages.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { wordsForPictures } from '../../kernel/values/placed-picture.ts';

/** The beginning of a message, as a mail or notice shows it: at most 300 characters, ended at a word. */
export function excerptOf(text: string): string {
  const line = wordsForPictures(text).replace(/\s+/g, ' ').trim();
  if (line.length <= 300) return line;
  return `${line.slice(0, 299).replace(/\s+\S*$/, '')}…`;
}

/** Tells the followers of a ticket, with the address of its page in their organization. */
export function tellFollowers<Data extends object>(
  tx: Tx,
  message: MessageKind<Data & { path: string }>,
  of: {
    organization: Id<'organization'>;
    slug: string;
    followers: readonly Id<'person'>[];
    occurrence: string;
  },
  data: Data & { ticketId: string },
): void {
  const { organization, slug, followers, occurrence } = of;
  const path = `/o/${slug}/tickets/${data.ticketId}`;
  for (const person of followers) {
    tx.tell(message, { to: { person }, organizationId: organization, occurrence, data: { ...data, path } });
  }
}

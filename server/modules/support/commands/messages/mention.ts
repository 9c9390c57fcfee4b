import type { SessionPerson } from '../../../../kernel/auth/actor.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import { namedIn } from '../../../knowledge/index.ts';
import { meantBy } from '../../domain/mentions.ts';
import type { Mention } from '../../domain/mentions.ts';
import { saidIn } from '../../markdown.ts';
import * as messages from '../../messages.ts';
import { listReaders } from '../../queries/agents.ts';
import { excerptOf } from '../../tell.ts';

interface Note {
  organization: Id<'organization'>;
  ticket: Id<'ticket'>;
  id: Id<'message'>;
  number: number;
  subject: string;
  text: string;
}

/**
 * Keeps whom a note names, and tells those it did not name before: never its author, and each once for a note. Returns whom it told. Who may
 * not read tickets has no handle, so a note cannot name them.
 */
export async function mention(
  tx: Tx,
  author: Pick<SessionPerson, 'id' | 'name'>,
  note: Note,
): Promise<Id<'person'>[]> {
  const of = { organization_id: note.organization, message_id: note.id };
  const before = await tx.db
    .selectFrom('support.mentions')
    .select(['person_id as person', 'handle'])
    .where('organization_id', '=', of.organization_id)
    .where('message_id', '=', of.message_id)
    .execute();
  const words = namedIn(saidIn(note.text));
  if (words.length === 0 && before.length === 0) return [];
  const named = meantBy(words, await listReaders(tx.db), before);
  if (before.length > 0)
    await tx.db
      .deleteFrom('support.mentions')
      .where('organization_id', '=', of.organization_id)
      .where('message_id', '=', of.message_id)
      .execute();
  if (named.length > 0)
    await tx.db
      .insertInto('support.mentions')
      .values(
        named.map(({ person, handle }) => ({
          ...of,
          person_id: person,
          ticket_id: note.ticket,
          handle,
          mentioned_at: tx.now,
        })),
      )
      .execute();
  return tell(tx, author, note, named, before);
}

function tell(
  tx: Tx,
  author: Pick<SessionPerson, 'id' | 'name'>,
  note: Note,
  named: readonly Mention[],
  before: readonly Mention[],
): Id<'person'>[] {
  const known = new Set([author.id as string, ...before.map(({ person }) => person)]);
  const told = named.map(({ person }) => person as Id<'person'>).filter((person) => !known.has(person));
  for (const person of told)
    tx.tell(messages.mentioned, {
      to: { person },
      occurrence: note.id,
      data: {
        ticketId: note.ticket,
        number: note.number,
        subject: note.subject,
        by: author.name,
        excerpt: excerptOf(note.text),
      },
    });
  return told;
}

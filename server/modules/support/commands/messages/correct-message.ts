import type { SessionPerson } from '../../../../kernel/auth/actor.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { Problem } from '../../../../kernel/values/errors.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import { messageChanged, refusals } from '../../correction-contract.ts';
import { mayCorrect } from '../../domain/may-correct.ts';
import { messageCorrected, noteCorrected } from '../../events.ts';
import { lockMessage } from './lock-message.ts';
import type { LockedMessage } from './lock-message.ts';
import { mention } from './mention.ts';
import { wordAnew } from './word-anew.ts';

export interface Correction {
  /** The author is of this organization; null: of staff. */
  organization: Id<'organization'> | null;
  ticket: Id<'ticket'>;
  message: Id<'message'>;
  /** The one that was seen. */
  version: number;
  text: string;
}

/**
 * An author corrects what they wrote. What it said is kept; the ticket's own row stays as it is, so no clock turns and nobody waits anew.
 * Returns the version that it has now. Errors: `not_found`, those of `refusals`, `message_changed`.
 */
export async function correctMessage(
  tx: Tx,
  person: Pick<SessionPerson, 'id' | 'name'>,
  { organization, ticket, message, version, text }: Correction,
): Promise<number> {
  const now = await lockMessage(tx, { organization, ticket, message });
  const side = organization === null ? 'staff' : 'client';
  const own = now.authorId === person.id && now.author === side;
  const may = mayCorrect({ ...now, own }, now.minutes, tx.now);
  if (may !== true) throw new Problem(refusals[may]);
  const current = (now.edits ?? 0) + 1;
  if (current !== version) throw new Problem(messageChanged);
  if (text === now.body) return current;
  await keep(tx, now, current);
  await tx.db
    .updateTable('support.messages')
    .set({ body: text, edits: current, edited_at: tx.now })
    .where('organization_id', '=', now.organization)
    .where('id', '=', message)
    .execute();
  await wordAnew(tx, now.organization, ticket, now.internal);
  const about = { organizationId: now.organization, subject: { kind: 'ticket', id: ticket } };
  const next = current + 1;
  if (now.internal) {
    const told = await mention(tx, person, { ...now, ticket, text });
    tx.emit(noteCorrected, { ...about, data: { messageId: message, version: next, mentioned: told.length } });
  } else {
    tx.emit(messageCorrected, { ...about, data: { messageId: message, by: side, version: next } });
  }
  return next;
}

async function keep(tx: Tx, now: LockedMessage, version: number): Promise<void> {
  await tx.db
    .insertInto('support.message_versions')
    .values({
      organization_id: now.organization,
      message_id: now.id,
      version,
      internal: now.internal,
      body: now.body,
      written_by: now.authorId,
      written_by_name: now.authorName,
      written_at: now.editedAt ?? now.postedAt,
    })
    .execute();
}

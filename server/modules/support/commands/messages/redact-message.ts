import { sql } from 'kysely';
import type { SessionPerson } from '../../../../kernel/auth/actor.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { Problem } from '../../../../kernel/values/errors.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import { forgetWords } from '../../../notifications/index.ts';
import type { Redaction } from '../../correction-contract.ts';
import { refusals } from '../../correction-contract.ts';
import { messageRedacted, noteRedacted } from '../../events.ts';
import { dropBytes } from '../../jobs.ts';
import * as messages from '../../messages.ts';
import { lockMessage } from './lock-message.ts';
import type { LockedMessage } from './lock-message.ts';
import { wordAnew } from './word-anew.ts';

/** What tells people of a message with words of it. */
const withWords = [
  messages.copiedReplied,
  messages.staffReplied,
  messages.colleagueReplied,
  messages.clientReplied,
  messages.noteForYou,
  messages.mentioned,
].map(({ name }) => name);

/**
 * Takes the words out of a message for good: with what it said before, with the same words where it was repeated (a family's answer,
 * what was split off), and with what was told of it; if wanted, its files too. What left by mail is out of reach.
 * Errors: `not_found`, `message_redacted`.
 */
export async function redactMessage(
  tx: Tx,
  person: Pick<SessionPerson, 'id' | 'name'>,
  of: { ticket: Id<'ticket'>; message: Id<'message'> },
  { reason, files }: Redaction,
): Promise<void> {
  const first = await lockMessage(tx, { organization: null, ...of });
  if (first.redacted) throw new Problem(refusals.message_redacted);
  const all = await repeated(tx, first);
  const ids = all.map(({ id }) => id);
  const { organization } = first;
  await tx.db
    .updateTable('support.messages')
    .set({
      body: '',
      redacted_at: tx.now,
      redacted_by: person.id,
      redacted_by_name: person.name,
      redacted_reason: reason,
    })
    .where('organization_id', '=', organization)
    .where('id', 'in', ids)
    .execute();
  for (const table of ['support.message_versions', 'support.mentions'] as const)
    await tx.db
      .deleteFrom(table)
      .where('organization_id', '=', organization)
      .where('message_id', 'in', ids)
      .execute();
  await forgetWords(tx, {
    people: await mayKnow(tx, organization),
    addresses: await copiedOn(tx, organization, all),
    kinds: withWords,
    occurrences: ids,
  });
  const gone = files ? await dropFiles(tx, organization, ids) : new Map<string, number>();
  for (const { id, ticket, internal } of all) {
    await wordAnew(tx, organization, ticket, internal);
    tx.emit(internal ? noteRedacted : messageRedacted, {
      organizationId: organization,
      subject: { kind: 'ticket', id: ticket },
      data: { messageId: id, files: gone.get(id) ?? 0 },
    });
  }
}

interface Same {
  id: Id<'message'>;
  ticket: Id<'ticket'>;
  internal: boolean;
}

/** Whoever may have been told of what is said in an organization: its members, and all of staff. */
async function mayKnow(tx: Tx, organization: Id<'organization'>): Promise<Id<'person'>[]> {
  const { rows } = await sql<{ id: Id<'person'> }>`
    select person_id as id from organizations.members where organization_id = ${organization}
    union select person_id from identity.staff`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** Who ever got what is said in these tickets as a copy. */
async function copiedOn(tx: Tx, organization: Id<'organization'>, all: readonly Same[]): Promise<string[]> {
  const tickets = all.map(({ ticket }) => ticket);
  const rows = await tx.db
    .selectFrom('support.copied')
    .select('address')
    .distinct()
    .where('organization_id', '=', organization)
    .where('ticket_id', 'in', tickets)
    .execute();
  return rows.map(({ address }) => address);
}

/** Whoever said the same at the same instant said it once: to a family, or before it was split off. */
async function repeated(tx: Tx, message: LockedMessage): Promise<Same[]> {
  const { rows } = await sql<Same>`
    select m.id, m.ticket_id as ticket, m.internal from support.messages m
    where m.organization_id = ${message.organization} and m.author_id = ${message.authorId}
      and (m.body = ${message.body} or m.body in (select v.body from support.message_versions v
        where v.organization_id = ${message.organization} and v.message_id = ${message.id}))
      and m.internal = ${message.internal}
      and m.posted_at = (select o.posted_at from support.messages o
        where o.organization_id = ${message.organization} and o.id = ${message.id})
    order by m.id for no key update`.execute(tx.db);
  return rows;
}

/** How many each message had. */
async function dropFiles(
  tx: Tx,
  organization: Id<'organization'>,
  ids: readonly Id<'message'>[],
): Promise<Map<string, number>> {
  const gone = await tx.db
    .deleteFrom('support.attachments')
    .where('organization_id', '=', organization)
    .where('message_id', 'in', ids)
    .returning(['id', 'copy_of', 'kept_under', 'message_id'])
    .execute();
  for (const file of gone)
    tx.enqueue(dropBytes, { organization: file.kept_under ?? organization, id: file.copy_of ?? file.id });
  const counts = new Map<string, number>();
  for (const { message_id: id } of gone) counts.set(id!, (counts.get(id!) ?? 0) + 1);
  return counts;
}

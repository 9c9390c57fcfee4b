import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { ticketMoved } from '../events.ts';

/**
 * Moves every ticket of a guest into another organization, with what was said and the files; what happened stays readable there. Only
 * for tickets that link to nothing of the old organization. Needs a transaction that sees everything.
 */
export async function moveTickets(
  tx: Tx,
  { from, to }: { from: Id<'organization'>; to: Id<'organization'> },
): Promise<number> {
  await sql`set constraints all deferred`.execute(tx.db);
  const moved = await tx.db
    .updateTable('support.tickets')
    .set((eb) => ({ organization_id: to, moved_from: from, version: eb('version', '+', 1) }))
    .where('organization_id', '=', from)
    .returning('id')
    .execute();
  await tx.db
    .updateTable('support.attachments')
    .set((eb) => ({
      organization_id: to,
      kept_under: eb.fn.coalesce('kept_under', 'organization_id'),
    }))
    .where('organization_id', '=', from)
    .execute();
  for (const table of [
    'support.messages',
    'support.followers',
    'support.copied',
    'support.search',
    'support.clocks',
    'support.message_versions',
    'support.mentions',
  ] as const) {
    await tx.db.updateTable(table).set({ organization_id: to }).where('organization_id', '=', from).execute();
  }
  for (const { id } of moved)
    tx.emit(ticketMoved, { organizationId: to, subject: { kind: 'ticket', id }, data: { from } });
  return moved.length;
}

/** Gives what one person asked and wrote in an organization to another person: the same one with an account. */
export async function giveTickets(
  tx: Tx,
  { organization, from, to }: { organization: Id<'organization'>; from: Id<'person'>; to: Id<'person'> },
): Promise<void> {
  await tx.db
    .updateTable('support.tickets')
    .set({ requester_id: to })
    .where('organization_id', '=', organization)
    .where('requester_id', '=', from)
    .execute();
  await tx.db
    .updateTable('support.messages')
    .set({ author_id: to })
    .where('organization_id', '=', organization)
    .where('author_id', '=', from)
    .execute();
  await tx.db
    .updateTable('support.message_versions')
    .set({ written_by: to })
    .where('organization_id', '=', organization)
    .where('written_by', '=', from)
    .execute();
  await tx.db
    .updateTable('support.followers')
    .set({ person_id: to })
    .where('organization_id', '=', organization)
    .where('person_id', '=', from)
    .execute();
}

import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Seeing } from '../seeing.ts';
import { visible } from '../seeing.ts';

/** Somebody of the client's side has seen the ticket as it is. Writes only when that is news. */
export async function markReadByClient(tx: Tx, seeing: Seeing, ticket: Id<'ticket'>): Promise<void> {
  await sql`update support.tickets t set unread_by_client = false
    where ${visible(seeing)} and t.id = ${ticket} and t.unread_by_client`.execute(tx.db);
}

export async function markReadByStaff(tx: Tx, ticket: Id<'ticket'>): Promise<void> {
  await tx.db
    .updateTable('support.tickets')
    .set({ unread_by_staff: false })
    .where('id', '=', ticket)
    .where('unread_by_staff', '=', true)
    .execute();
}

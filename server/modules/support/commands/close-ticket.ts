import { sql } from 'kysely';
import type { Membership, Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { ticketStates } from '../domain/ticket-states.ts';
import type { TicketState } from '../domain/ticket-states.ts';
import { statusChanged } from '../events.ts';
import { seeingOf, visible } from '../seeing.ts';

/** The client says that it is done. Errors: `not_found`, `wrong_state`. */
export async function closeAsClient(
  tx: Tx,
  membership: Membership,
  session: Session,
  ticket: Id<'ticket'>,
): Promise<void> {
  const { rows } = await sql<{ status: TicketState }>`
    select t.status from support.tickets t
    where ${visible(seeingOf(membership, session))} and t.id = ${ticket} for no key update`.execute(tx.db);
  const from = rows[0]?.status;
  if (!from) throw new Problem(notFound);
  ticketStates.assertMove(from, 'closed');
  await close(tx, membership.id, ticket, from, 'client');
}

/** Settles what is locked already; when it was settled before, it stays so since then. */
export async function close(
  tx: Tx,
  organization: Id<'organization'>,
  ticket: Id<'ticket'>,
  from: TicketState,
  by: 'client' | 'system',
): Promise<void> {
  await tx.db
    .updateTable('support.tickets')
    .set((eb) => ({
      status: 'closed',
      settled_at: eb.fn.coalesce('settled_at', eb.val(tx.now)),
      waiting_since: null,
      touched_at: tx.now,
      version: eb('version', '+', 1),
    }))
    .where('organization_id', '=', organization)
    .where('id', '=', ticket)
    .execute();
  tx.emit(statusChanged, {
    organizationId: organization,
    subject: { kind: 'ticket', id: ticket },
    data: { from, to: 'closed', by },
  });
}

import type { SessionPerson } from '../../../../kernel/auth/actor.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { Problem } from '../../../../kernel/values/errors.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import { wrongState } from '../../../../kernel/values/state-machine.ts';
import { snoozeTime } from '../../desk-contract.ts';
import { ticketSnoozed, ticketWoken } from '../../events.ts';
import { wakeTicketJob } from '../../wake-job.ts';
import { lock } from '../change-ticket.ts';

const longestDays = 366;

/**
 * Puts a ticket out of the way until an instant, or until the client writes (`until` null). Its clocks go on, and its version stays: nothing
 * of the ticket itself is different. Errors: `not_found`, `wrong_state`, `snooze_time`.
 */
export async function snooze(
  tx: Tx,
  person: Pick<SessionPerson, 'id'>,
  ticket: Id<'ticket'>,
  until: Date | null,
): Promise<void> {
  const now = await lock(tx, ticket);
  if (now.settled_at) throw new Problem(wrongState, { facts: { from: now.status } });
  const ahead = until ? until.getTime() - tx.now.getTime() : 1;
  if (ahead <= 0 || ahead > longestDays * 86_400_000) throw new Problem(snoozeTime);
  await tx.db
    .updateTable('support.tickets')
    .set({ snoozed_at: tx.now, snoozed_until: until, snoozed_by: person.id })
    .where('organization_id', '=', now.organization_id)
    .where('id', '=', ticket)
    .execute();
  tx.emit(ticketSnoozed, {
    organizationId: now.organization_id as Id<'organization'>,
    subject: { kind: 'ticket', id: ticket },
    data: { until: until?.toISOString() ?? null },
  });
  // Snoozed anew, the job of the earlier time finds that it is not due.
  if (until)
    tx.enqueue(wakeTicketJob, { id: ticket }, { key: `${ticket} ${until.toISOString()}`, after: until });
}

/** Somebody wants it back. Nothing happens where it is not away. Errors: `not_found`. */
export async function wakeNow(tx: Tx, ticket: Id<'ticket'>): Promise<void> {
  const now = await lock(tx, ticket);
  if (!now.snoozed_at) return;
  await tx.db
    .updateTable('support.tickets')
    .set({ snoozed_at: null, snoozed_until: null, snoozed_by: null })
    .where('organization_id', '=', now.organization_id)
    .where('id', '=', ticket)
    .execute();
  tx.emit(ticketWoken, {
    organizationId: now.organization_id as Id<'organization'>,
    subject: { kind: 'ticket', id: ticket },
    data: { by: 'staff' },
  });
}

import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/db/tx.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import type { TicketState, Priority } from '../../domain/ticket-states.ts';
import { emitChanges } from '../change-ticket.ts';
import type { LockedTicket } from '../change-ticket.ts';

/** How a ticket was before it was changed together with others. */
export interface Before {
  status: Exclude<TicketState, 'merged'>;
  settledAt: string | null;
  waitingSince: string | null;
  priority: Priority;
  queue: string;
  assigneeId: Id<'person'> | null;
  assigneeName: string | null;
  snoozed: { at: string; until: string | null; by: Id<'person'> } | null;
  tags: string[];
}

/** Keeps how these tickets were; a change makes each one version older. */
export async function keepForUndo(
  tx: Tx,
  change: Id<'change'>,
  person: Id<'person'>,
  tickets: readonly LockedTicket[],
): Promise<void> {
  if (tickets.length === 0) return;
  await tx.db
    .insertInto('support.undoable')
    .values(
      tickets.map((old) => ({
        id: change,
        ticket_id: old.id,
        person_id: person,
        done_at: tx.now,
        version: old.version + 1,
        before: JSON.stringify({
          status: old.status as Before['status'],
          settledAt: old.settled_at?.toISOString() ?? null,
          waitingSince: old.waiting_since?.toISOString() ?? null,
          priority: old.priority as Priority,
          queue: old.queue,
          assigneeId: old.assignee_id as Id<'person'> | null,
          assigneeName: old.assignee_name,
          snoozed: old.snoozed_at && {
            at: old.snoozed_at.toISOString(),
            until: old.snoozed_until?.toISOString() ?? null,
            by: old.snoozed_by as Id<'person'>,
          },
          tags: old.tags,
        } satisfies Before),
      })),
    )
    .execute();
}

/**
 * Makes a locked ticket what it was. It does not ask which state may follow which: nothing happened to the ticket since. A client who
 * waited waits again since the same time, and the clock of that answer goes on.
 */
export async function putBack(tx: Tx, now: LockedTicket, before: Before): Promise<void> {
  const { organization_id: organization, id } = now;
  const waitsAgain = now.waiting_since === null ? before.waitingSince : null;
  if (waitsAgain) {
    await sql`update support.clocks c set state = 'running', stopped_at = null, paused = n.paused,
        due_at = support.when_spent(c.calendar_id, n.base + n.paused + c.target),
        warn_at = support.when_spent(c.calendar_id, n.base + n.paused + c.warn_after)
      from (
        select k.policy_id, support.spent(k.calendar_id, k.started_at) as base,
          k.paused + support.spent(k.calendar_id, ${tx.now}) - support.spent(k.calendar_id, k.stopped_at) as paused
        from support.clocks k where k.organization_id = ${organization} and k.ticket_id = ${id}
          and k.goal = 'next' and k.state = 'void' and k.started_at = ${waitsAgain}::timestamptz
      ) n
      where c.organization_id = ${organization} and c.ticket_id = ${id} and c.policy_id = n.policy_id
        and c.goal = 'next' and c.started_at = ${waitsAgain}::timestamptz`.execute(tx.db);
  }
  await tx.db
    .updateTable('support.tickets')
    .set({
      status: before.status,
      settled_at: instant(before.settledAt),
      waiting_since: instant(before.waitingSince),
      priority: before.priority,
      queue: before.queue,
      assignee_id: before.assigneeId,
      assignee_name: before.assigneeName,
      tags: before.tags,
      snoozed_at: instant(before.snoozed?.at),
      snoozed_until: instant(before.snoozed?.until),
      snoozed_by: before.snoozed?.by ?? null,
      touched_at: tx.now,
      version: now.version + 1,
    })
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute();
  emitChanges(tx, now, before, 'staff', waitsAgain);
}

const instant = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);

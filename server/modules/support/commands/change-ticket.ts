import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { notAssignable } from '../contract.ts';
import type { TicketPatch } from '../contract.ts';
import { isSettled, ticketStates } from '../domain/ticket-states.ts';
import type { Priority, TicketKind, TicketState } from '../domain/ticket-states.ts';
import * as events from '../events.ts';
import { findAgent } from '../queries/agents.ts';
import { whenLinked } from './link.ts';
import { tellOfAssignment, tellOfResolution } from '../tell-of-change.ts';

/**
 * What staff change of a ticket besides writing in it, if nobody did so since `version`. A fact for each thing that became different.
 * Errors: `not_found`, `changed_meanwhile`, `wrong_state`, `not_assignable`, `unknown_link`.
 */
export async function changeTicket(
  tx: Tx,
  session: Session,
  ticket: Id<'ticket'>,
  version: number,
  patch: TicketPatch,
): Promise<void> {
  const old = await lock(tx, ticket);
  if (old.version !== version) throw new Problem(changedMeanwhile);
  await change(tx, session.person, old, patch);
}

/** A person of staff, or a rule by its name. */
export interface Changer {
  id: Id<'person'> | null;
  name: string;
}

/**
 * The same to a ticket as it is now, whoever changed it last. `patchOf` is asked once it is locked; null leaves the ticket as it is.
 * `quiet`: who it is assigned to is told by the caller.
 */
export async function changeAsItIs(
  tx: Tx,
  by: Changer,
  ticket: Id<'ticket'>,
  patchOf: (now: LockedTicket) => TicketPatch | null,
  { quiet = false } = {},
): Promise<void> {
  const old = await lock(tx, ticket);
  const patch = patchOf(old);
  if (patch) await change(tx, by, old, patch, quiet);
}

async function change(
  tx: Tx,
  by: Changer,
  old: LockedTicket,
  patch: TicketPatch,
  quiet = false,
): Promise<void> {
  const from = old.status as TicketState;
  if (patch.status && patch.status !== from) ticketStates.assertMove(from, patch.status);
  const assignee = patch.assigneeId ? await findAgent(tx.db, patch.assigneeId) : null;
  if (patch.assigneeId && !assignee) throw new Problem(notAssignable);
  await whenLinked(
    tx.db
      .updateTable('support.tickets')
      .set({
        ...(patch.status && patch.status !== from ? settling(patch.status, old.settled_at, tx.now) : {}),
        ...(patch.priority ? { priority: patch.priority } : {}),
        ...(patch.kind ? { kind: patch.kind } : {}),
        ...(patch.queue ? { queue: patch.queue } : {}),
        ...(patch.tags ? { tags: [...new Set(patch.tags)].sort() } : {}),
        ...(patch.language ? { language: patch.language } : {}),
        ...(patch.assigneeId === undefined
          ? {}
          : { assignee_id: assignee?.id ?? null, assignee_name: assignee?.name ?? null }),
        ...(patch.serviceId === undefined ? {} : { service_id: patch.serviceId }),
        ...(patch.invoiceId === undefined ? {} : { invoice_id: patch.invoiceId }),
        touched_at: tx.now,
        version: old.version + 1,
      })
      .where('organization_id', '=', old.organization_id)
      .where('id', '=', old.id)
      .execute(),
  );
  emitChanges(tx, old, patch, by.id ? 'staff' : 'system');
  if (assignee && !quiet && assignee.id !== old.assignee_id && assignee.id !== by.id) {
    await tellOfAssignment(tx, old, assignee.id, by.name);
  }
  if (patch.status === 'resolved' && from !== 'resolved') await tellOfResolution(tx, old);
}

/** Errors: `not_found`. */
export async function lock(tx: Tx, ticket: Id<'ticket'>) {
  const row = await tx.db
    .selectFrom('support.tickets')
    .select([
      'organization_id',
      'id',
      'number',
      'subject',
      'status',
      'priority',
      'kind',
      'queue',
      'assignee_id',
      'assignee_name',
    ])
    .select([
      'service_id',
      'invoice_id',
      'tags',
      'settled_at',
      'waiting_since',
      'snoozed_at',
      'snoozed_until',
      'snoozed_by',
      'version',
    ])
    .where('id', '=', ticket)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return row;
}
export type LockedTicket = Awaited<ReturnType<typeof lock>>;

function settling(status: TicketState, settledAt: Date | null, now: Date) {
  if (!isSettled(status)) return { status, settled_at: null };
  return { status, settled_at: settledAt ?? now, waiting_since: null };
}

/** `waitsAgain`: since when, where the change put back that the client waits. */
export function emitChanges(
  tx: Tx,
  old: LockedTicket,
  patch: TicketPatch,
  by: 'staff' | 'system',
  waitsAgain: string | null = null,
): void {
  const about = {
    organizationId: old.organization_id as Id<'organization'>,
    subject: { kind: 'ticket', id: old.id },
  };
  const { status, priority, kind, queue, tags, assigneeId, serviceId, invoiceId } = patch;
  if (status && status !== old.status) {
    const from = old.status as TicketState;
    tx.emit(events.statusChanged, {
      ...about,
      data: { from, to: status, by, ...(waitsAgain ? { waitsAgain } : {}) },
    });
  }
  if (priority && priority !== old.priority) {
    tx.emit(events.priorityChanged, { ...about, data: { from: old.priority as Priority, to: priority } });
  }
  if (kind && kind !== old.kind) {
    tx.emit(events.kindChanged, { ...about, data: { from: old.kind as TicketKind, to: kind } });
  }
  if (queue && queue !== old.queue) {
    tx.emit(events.queueChanged, { ...about, data: { from: old.queue, to: queue } });
  }
  if (assigneeId !== undefined && assigneeId !== old.assignee_id) {
    tx.emit(events.ticketAssigned, { ...about, data: { assigneeId } });
  }
  const added = tags?.filter((tag) => !old.tags.includes(tag)) ?? [];
  const removed = tags ? old.tags.filter((tag) => !tags.includes(tag)) : [];
  if (added.length + removed.length > 0) tx.emit(events.tagsChanged, { ...about, data: { added, removed } });
  const linked = {
    serviceId: serviceId === undefined ? old.service_id : serviceId,
    invoiceId: invoiceId === undefined ? old.invoice_id : invoiceId,
  };
  if (linked.serviceId !== old.service_id || linked.invoiceId !== old.invoice_id) {
    tx.emit(events.ticketLinked, { ...about, data: linked });
  }
}

import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { ServiceKey } from '../../services/index.ts';
import { staffTaskDone, staffTaskOpened } from '../events.ts';
import { emitAbout, type StoredInstance } from '../instance.ts';

/** Why an operation failed that a person was asked to do and could not. */
export const staffGaveUp = 'staff_gave_up';

/** Asks the staff for something about an instance the transaction has locked; one task at a time. */
export async function openTask(
  tx: Tx,
  { key, service }: StoredInstance,
  task: { kind: 'operation' | 'trouble'; what: string; instructions?: string },
): Promise<void> {
  const id = tx.newId<'staff-task'>();
  const added = await tx.db
    .insertInto('provisioning.staff_tasks')
    .values({
      organization_id: key.organization,
      id,
      service_id: key.service,
      kind: task.kind,
      what: task.what,
      instructions: task.instructions ?? null,
      operation_key: service.last?.key ?? null,
      state: 'open',
      opened_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return;
  emitAbout(tx, key, staffTaskOpened, { taskId: id, kind: task.kind, what: task.what });
}

/** Closes what is open for a service that needs nobody any more. */
export async function dropTask(tx: Tx, key: ServiceKey): Promise<void> {
  await closeTask(tx, key, 'dropped', '');
}

/** Closes the open task of a service, if there is one; returns its id. */
export async function closeTask(
  tx: Tx,
  key: ServiceKey,
  how: 'done' | 'failed' | 'dropped',
  note: string,
): Promise<Id<'staff-task'> | null> {
  const closed = await tx.db
    .updateTable('provisioning.staff_tasks')
    .set((eb) => ({ state: how, note, closed_at: tx.now, version: eb('version', '+', 1) }))
    .where('organization_id', '=', key.organization)
    .where('service_id', '=', key.service)
    .where('state', 'in', ['open', 'taken'])
    .returning('id')
    .executeTakeFirst();
  if (!closed) return null;
  emitAbout(tx, key, staffTaskDone, { taskId: closed.id, how });
  return closed.id as Id<'staff-task'>;
}

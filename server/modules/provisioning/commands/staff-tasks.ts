import type { Tx } from '../../../kernel/db/tx.ts';
import { personOf } from '../../../kernel/auth/actor.ts';
import { Problem, assert, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { ServiceKey } from '../../services/index.ts';
import { taskTaken } from '../contract.ts';
import { staffTaskReleased, staffTaskTaken } from '../events.ts';
import { emitAbout, lockInstance, type StoredInstance } from '../instance.ts';
import { lookAt } from '../jobs.ts';
import { failed, type Facts } from '../provisioner.ts';
import { taskStates, type TaskState } from '../task-states.ts';
import { closeTask, staffGaveUp } from './open-task.ts';
import { confirmAsWanted } from './settle-by-staff.ts';
import { settleInstance } from './store-answer.ts';

interface Task {
  id: Id<'staff-task'>;
  key: ServiceKey;
  kind: 'operation' | 'trouble';
  state: TaskState;
  takenBy: string | null;
  stored: StoredInstance;
}

/** Somebody takes a task on; one that a colleague has is taken over only when `over` says so. Errors: `task_taken`, `wrong_state`. */
export async function takeTask(tx: Tx, id: Id<'staff-task'>, over: boolean): Promise<void> {
  const task = await lockTask(tx, id);
  const me = personOf(tx.actor);
  if (task.state === 'taken' && task.takenBy === me) return;
  if (task.state === 'taken' && !over) throw new Problem(taskTaken);
  if (task.state !== 'taken') taskStates.assertMove(task.state, 'taken');
  await write(tx, task, { state: 'taken', taken_by: me, taken_at: tx.now });
  emitAbout(tx, task.key, staffTaskTaken, { taskId: id });
}

/** Puts a task back. Errors: `wrong_state`. */
export async function releaseTask(tx: Tx, id: Id<'staff-task'>): Promise<void> {
  const task = await lockTask(tx, id);
  taskStates.assertMove(task.state, 'open');
  await write(tx, task, { state: 'open', taken_by: null, taken_at: null });
  emitAbout(tx, task.key, staffTaskReleased, { taskId: id });
}

/** What was asked is done by hand; `facts` is what is true of the service now. Errors: `wrong_state`. */
export async function completeTask(
  tx: Tx,
  id: Id<'staff-task'>,
  { facts, note }: { facts: Facts; note: string },
): Promise<void> {
  const { kind, key, state, stored } = await lockTask(tx, id);
  taskStates.assertMove(state, 'done');
  if (kind === 'operation') await settleInstance(tx, stored, { state: 'done', facts }, { polled: false });
  else await confirmAsWanted(tx, stored, facts);
  await closeTask(tx, key, 'done', note);
  lookAt(tx, key);
}

/** What was asked cannot be done. Nothing more happens by itself until somebody says otherwise. Errors: `wrong_state`. */
export async function failTask(tx: Tx, id: Id<'staff-task'>, note: string): Promise<void> {
  const { kind, key, state, stored } = await lockTask(tx, id);
  taskStates.assertMove(state, 'failed');
  if (kind === 'operation') {
    await settleInstance(tx, stored, failed('permanent', staffGaveUp, note), { polled: false });
  }
  await closeTask(tx, key, 'failed', note);
  if (kind === 'operation') lookAt(tx, key);
}

async function lockTask(tx: Tx, id: Id<'staff-task'>): Promise<Task> {
  const found = await tx.db
    .selectFrom('provisioning.staff_tasks')
    .select(['organization_id', 'service_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw new Problem(notFound);
  const key: ServiceKey = {
    organization: found.organization_id as Id<'organization'>,
    service: found.service_id as Id<'service'>,
  };
  // The instance first, as everybody does.
  const stored = await lockInstance(tx, key);
  assert(stored, 'a task is about an instance');
  const row = await tx.db
    .selectFrom('provisioning.staff_tasks')
    .select(['kind', 'state', 'taken_by'])
    .where('organization_id', '=', key.organization)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return {
    id,
    key,
    kind: row.kind as Task['kind'],
    state: row.state as TaskState,
    takenBy: row.taken_by,
    stored,
  };
}

async function write(
  tx: Tx,
  { id, key }: Task,
  change: { state: TaskState; taken_by: string | null; taken_at: Date | null },
): Promise<void> {
  await tx.db
    .updateTable('provisioning.staff_tasks')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('organization_id', '=', key.organization)
    .where('id', '=', id)
    .execute();
}

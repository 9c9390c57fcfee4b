import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { escalationStates } from '../domain/levels.ts';
import { escalationAcknowledged, escalationCleared } from '../events.ts';
import { about, addStep, lock } from './steps.ts';
import type { Standing } from './steps.ts';

const quiet = { tell_at: null, ack_due_at: null };

/** Somebody has it in hand: nobody else is asked. Errors: `not_found`, `wrong_state`. */
export async function acknowledge(tx: Tx, { person }: Session, id: Id<'escalation'>): Promise<void> {
  const one = await lock(tx, id);
  escalationStates.assertMove(one.state, 'acknowledged');
  await tx.db
    .updateTable('escalation.escalations')
    .set({ ...quiet, state: 'acknowledged', acknowledged_by: person.id, acknowledged_at: tx.now })
    .where('id', '=', id)
    .execute();
  await addStep(tx, id, { what: 'acknowledged', level: one.level, by: person.id });
  tx.emit(escalationAcknowledged, { ...about(one), data: { escalationId: id, level: one.level } });
}

/** Somebody says that it need not be. Errors: `not_found`, `wrong_state`. */
export async function takeBack(
  tx: Tx,
  { person }: Session,
  id: Id<'escalation'>,
  note: string | null,
): Promise<void> {
  const one = await lock(tx, id);
  escalationStates.assertMove(one.state, 'cleared');
  await clear(tx, one, { ended: 'taken_back', by: person.id, note });
}

/** Ends a locked escalation. */
export async function clear(
  tx: Tx,
  one: Standing,
  {
    ended,
    by = null,
    note = null,
  }: { ended: 'settled' | 'over' | 'taken_back'; by?: Id<'person'> | null; note?: string | null },
): Promise<void> {
  await tx.db
    .updateTable('escalation.escalations')
    .set({ ...quiet, state: 'cleared', ended, cleared_at: tx.now })
    .where('id', '=', one.id)
    .execute();
  await addStep(tx, one.id, { what: 'cleared', level: one.level, by, note });
  tx.emit(escalationCleared, { ...about(one), data: { escalationId: one.id, level: one.level, ended } });
}

import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { nextOf } from '../domain/levels.ts';
import { levelRaised, noticeRepeated, noticesExhausted } from '../events.ts';
import { reachLevel } from '../queries/levels.ts';
import { clear } from './end.ts';
import { reach, tellNow } from './reach.ts';
import { about, addStep, lock } from './steps.ts';
import type { Standing } from './steps.ts';

/** Looks at an escalation as it is now and does what is due, if anything is: ends it, tells who waits to be told, or goes on. */
export async function follow(tx: Tx, id: Id<'escalation'>): Promise<void> {
  const one = await lock(tx, id);
  if (one.state === 'cleared') return;
  if (one.settled) return clear(tx, one, { ended: 'settled' });
  if (one.over) return clear(tx, one, { ended: 'over' });
  if (one.state !== 'fired') return;
  if (one.ackDueAt && one.ackDueAt <= tx.now) await goOn(tx, one);
  else if (one.tellAt && one.tellAt <= tx.now) await tellNow(tx, one);
}

/** Nobody has acknowledged in time. */
async function goOn(tx: Tx, one: Standing): Promise<void> {
  const { repeats } = await reachLevel(tx.db, one.level, tx.now);
  const { what, ...to } = nextOf(one, repeats);
  const data = { escalationId: one.id, level: to.level };
  await addStep(tx, one.id, { what, level: to.level });
  if (what === 'exhausted') {
    await tx.db
      .updateTable('escalation.escalations')
      .set({ tell_at: null, ack_due_at: null, exhausted_at: tx.now })
      .where('id', '=', one.id)
      .execute();
    tx.emit(noticesExhausted, { ...about(one), data });
    return;
  }
  await reach(tx, one, to);
  if (what === 'raised') tx.emit(levelRaised, { ...about(one), data });
  else tx.emit(noticeRepeated, { ...about(one), data: { ...data, times: to.repeated } });
}

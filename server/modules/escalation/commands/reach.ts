import type { Tx } from '../../../kernel/db/tx.ts';
import { escalationNotice } from '../messages.ts';
import { peopleOf, reachLevel } from '../queries/levels.ts';
import { addStep } from './steps.ts';
import type { Standing } from './steps.ts';

/**
 * Brings a locked escalation to a level (or to the same one again) and tells its people, or leaves that to when they are there. Says by
 * when somebody has to acknowledge.
 */
export async function reach(tx: Tx, one: Standing, to: { level: number; repeated: number }): Promise<void> {
  const { tellAt, ackDueAt } = await reachLevel(tx.db, to.level, tx.now);
  await tx.db
    .updateTable('escalation.escalations')
    .set((eb) => ({
      ...to,
      highest: eb.fn('greatest', ['highest', eb.cast(eb.val(to.level), 'smallint')]),
      tell_at: tellAt,
      ack_due_at: ackDueAt,
    }))
    .where('id', '=', one.id)
    .execute();
  const reached = { ...one, ...to, tellAt, ackDueAt };
  if (tellAt <= tx.now) await tellNow(tx, reached);
}

/** Tells the people of the level that a locked escalation has reached. */
export async function tellNow(tx: Tx, one: Standing): Promise<void> {
  const level = await reachLevel(tx.db, one.level, tx.now);
  const people = await peopleOf(tx.db, level, one.assigneeId, tx.now);
  const number = await addStep(tx, one.id, { what: 'told', level: one.level, people });
  await tx.db.updateTable('escalation.escalations').set({ tell_at: null }).where('id', '=', one.id).execute();
  for (const person of people) {
    tx.tell(escalationNotice, {
      to: { person },
      channels: level.channels,
      occurrence: `${one.id} ${number}`,
      data: {
        ticketId: one.ticketId,
        number: one.number,
        subject: one.subject,
        client: one.client,
        level: one.level,
        why: one.title,
        by: one.by,
        ackDueAt: one.ackDueAt?.toISOString() ?? null,
        again: one.repeated > 0,
      },
    });
  }
}

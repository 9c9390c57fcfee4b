import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import { on } from '../../kernel/events/reactions.ts';
import { isSettled, statusChanged, ticketMerged } from '../support/index.ts';
import { followJob } from './jobs.ts';

/** What is open about a ticket is looked at again, without waiting for the sweep. */
async function lookAgain(tx: Tx, ticket: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select e.id from escalation.escalations e where e.ticket_id = ${ticket} and e.state <> 'cleared'`.execute(
    tx.db,
  );
  for (const { id } of rows) tx.enqueue(followJob, { escalation: id }, { key: id });
}

export const reactions = [
  on(statusChanged, 'escalation.follow-state', async (tx, { id, subject, data, happenedAt }) => {
    if (isSettled(data.to)) return lookAgain(tx, subject.id);
    if (!isSettled(data.from)) return;
    await tx.db
      .insertInto('escalation.reopenings')
      .values({ ticket_id: subject.id, fact_id: id, reopened_at: happenedAt })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }),
  on(ticketMerged, 'escalation.follow-merged', (tx, { subject }) => lookAgain(tx, subject.id)),
];

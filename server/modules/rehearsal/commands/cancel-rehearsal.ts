import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { isOver } from '../contract.ts';

/** Stops a rehearsal behind the batch that is under way; what it has found stays. Errors: `not_found`, `rehearsal_over`. */
export async function cancelRehearsal(tx: Tx, id: Id<'rehearsal'>): Promise<void> {
  const { rows } = await sql<{ over: boolean }>`
    select finished_at is not null as over from rehearsal.rehearsals where id = ${id} for update`.execute(
    tx.db,
  );
  if (!rows[0]) throw new Problem(notFound);
  if (rows[0].over) throw new Problem(isOver);
  await sql`update rehearsal.rehearsals set finished_at = ${tx.now}, canceled = true where id = ${id}`.execute(
    tx.db,
  );
}

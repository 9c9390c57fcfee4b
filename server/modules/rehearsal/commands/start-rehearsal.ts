import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { actorId } from '../../../kernel/auth/actor.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { underWay } from '../contract.ts';
import type { RehearsalBody } from '../contract.ts';
import { rehearse } from './rehearse.ts';

/** One that nobody has touched for so long died with its server. */
const staleMinutes = 10;

/** Begins a rehearsal for all clients. Returns its id. Errors: `rehearsal_under_way`. */
export async function startRehearsal(
  tx: Tx,
  { days, assumption, lateDays }: RehearsalBody,
): Promise<Id<'rehearsal'>> {
  await sql`
    update rehearsal.rehearsals set finished_at = ${tx.now}, canceled = true
    where finished_at is null and touched_at < ${tx.now}::timestamptz - make_interval(mins => ${staleMinutes})`.execute(
    tx.db,
  );
  const { rows } = await sql<{ id: Id<'rehearsal'> }>`
    insert into rehearsal.rehearsals (id, days, assumption, late_days, started_by, started_at, touched_at, clients)
    select ${tx.newId()}, ${days}, ${assumption}, ${lateDays}::integer, ${actorId(tx.actor)}::uuid, ${tx.now}, ${tx.now},
      (select count(*) from organizations.organizations where pays = 'itself')
    on conflict ((true)) where finished_at is null do nothing returning id`.execute(tx.db);
  const begun = rows[0];
  if (!begun) throw new Problem(underWay);
  tx.enqueue(rehearse, { rehearsal: begun.id }, { key: begun.id });
  return begun.id;
}

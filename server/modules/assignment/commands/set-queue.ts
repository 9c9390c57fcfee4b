import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import { findAgent, notAssignable, unknownLink } from '../../support/index.ts';
import { overflowToItself } from '../contract.ts';
import type { QueueWayBody } from '../contract.ts';
import { queueSet } from '../events.ts';

/**
 * How a queue gives its tickets out; to nobody by name is to the whole team. Errors: `not_found`, `not_assignable`, `unknown_link`,
 * `overflow_to_itself`, `changed_meanwhile`.
 */
export async function setQueue(tx: Tx, queue: string, version: number, body: QueueWayBody): Promise<void> {
  if (!(await isQueue(tx, queue))) throw new Problem(notFound);
  const { way, overflow } = body;
  if (overflow?.to === queue) throw new Problem(overflowToItself);
  if (overflow && !(await isQueue(tx, overflow.to))) throw new Problem(unknownLink);
  for (const person of body.members) if (!(await findAgent(tx.db, person))) throw new Problem(notAssignable);
  const skills = [...new Set(body.skills)].toSorted();
  const { rows } = await sql`
    insert into assignment.queues as q (queue, way, skills, match_language, match_tags, tiers_first, overflow_to, overflow_minutes, version)
    select ${queue}, ${way}, ${skills}::text[], ${body.matchLanguage}, ${body.matchTags}, ${body.tiersFirst}, ${overflow?.to ?? null},
      ${overflow?.minutes ?? null}::integer, 1
    where ${version} = 0 or exists (select from assignment.queues where queue = ${queue})
    on conflict (queue) do update set way = excluded.way, skills = excluded.skills, match_language = excluded.match_language,
      match_tags = excluded.match_tags, tiers_first = excluded.tiers_first, overflow_to = excluded.overflow_to, overflow_minutes = excluded.overflow_minutes,
      version = q.version + 1 where q.version = ${version}
    returning q.version`.execute(tx.db);
  if (rows.length === 0) throw new Problem(changedMeanwhile);
  await sql`delete from assignment.members where queue = ${queue}`.execute(tx.db);
  await sql`insert into assignment.members (queue, person_id)
    select distinct ${queue}, x from unnest(${body.members}::uuid[]) x`.execute(tx.db);
  tx.emit(queueSet, {
    organizationId: null,
    subject: { kind: 'queue', id: queue },
    data: { way, overflowTo: overflow?.to ?? null },
  });
}

async function isQueue(tx: Tx, name: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('support.queues')
    .select('name')
    .where('name', '=', name)
    .executeTakeFirst();
  return row !== undefined;
}

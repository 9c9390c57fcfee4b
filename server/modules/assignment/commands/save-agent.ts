import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { noteTierUses } from '../../organizations/index.ts';
import { findAgent, unknownCalendar } from '../../support/index.ts';
import type { AgentBody } from '../contract.ts';
import { agentChanged } from '../events.ts';

/** Who it is, is not told where tiers are. */
const reserved = { id: 'Anggota tim', en: 'Somebody of the team' };

/**
 * How much somebody takes, what they know, for whose clients and when they are on duty. Errors: `not_found`, `unknown_calendar`,
 * `unknown_tier`, `changed_meanwhile`.
 */
export async function saveAgent(
  tx: Tx,
  person: Id<'person'>,
  version: number,
  { capacity, calendarId, ...body }: AgentBody,
): Promise<void> {
  if (!(await findAgent(tx.db, person))) throw new Problem(notFound);
  if (calendarId && !(await isCalendar(tx, calendarId))) throw new Problem(unknownCalendar);
  const skills = [...new Set(body.skills)].toSorted();
  const tiers = [...new Set(body.tiers)].toSorted();
  const { rows } = await sql`
    insert into assignment.agents as a (person_id, capacity, skills, tiers, calendar_id, version)
    select ${person}, ${capacity}, ${skills}::text[], ${tiers}::uuid[], ${calendarId}, 1
    where ${version} = 0 or exists (select from assignment.agents where person_id = ${person})
    on conflict (person_id) do update set capacity = excluded.capacity, skills = excluded.skills, tiers = excluded.tiers,
      calendar_id = excluded.calendar_id, version = a.version + 1 where a.version = ${version}
    returning a.version`.execute(tx.db);
  if (rows.length === 0) throw new Problem(changedMeanwhile);
  await noteTierUses(tx, { kind: 'agent', id: person, names: reserved }, tiers);
  tx.emit(agentChanged, {
    organizationId: null,
    subject: { kind: 'person', id: person },
    data: { capacity, skills },
  });
}

async function isCalendar(tx: Tx, id: Id<'calendar'>): Promise<boolean> {
  const row = await tx.db
    .selectFrom('support.calendars')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findSupportTeam, listAgents } from '../../support/index.ts';
import type { Candidate } from '../domain/choose-agent.ts';

/** Who belongs to a queue and works on tickets: its members, or the support team where it has none. */
export async function belongingTo(db: Db, queue: string): Promise<Id<'person'>[]> {
  const members = await db
    .selectFrom('assignment.members')
    .select('person_id')
    .where('queue', '=', queue)
    .execute();
  if (members.length === 0) return findSupportTeam(db);
  const agents = await listAgents(db);
  return agents
    .map(({ id }) => id as Id<'person'>)
    .filter((id) => members.some(({ person_id: member }) => member === id));
}

/** How a person of `p` stands at this instant, with their row `a` where there is one. Load: what is new or open. */
export const standing = (now: Date) => sql`
  coalesce(a.capacity, 10) as capacity, coalesce(a.skills, '{}') as skills, coalesce(a.tiers, '{}') as tiers,
  coalesce(a.away and (a.away_until is null or a.away_until > ${now}), false) as away,
  (a.calendar_id is null or exists (select from support.calendar_hours h
    where h.calendar_id = a.calendar_id and h.opens_at <= ${now} and h.closes_at > ${now})) as "onDuty",
  (select count(*)::integer from support.tickets t
    where t.assignee_id = p.id and t.settled_at is null and t.snoozed_at is null and t.status in ('new', 'open'))
    as load`;

/** What each of these people has, knows and may take just now. */
export async function readCandidates(
  db: Db,
  people: readonly Id<'person'>[],
  now: Date,
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select p.id, coalesce(a.turn, 0)::double precision as turn, ${standing(now)}
    from identity.people p left join assignment.agents a on a.person_id = p.id
    where p.id = any (${people}) order by p.id`.execute(db);
  return rows;
}

/** What counts as a skill: whatever somebody of the team has. */
export async function readSkills(db: Db): Promise<string[]> {
  const { rows } = await sql<{ skill: string }>`
    select distinct unnest(skills) as skill from assignment.agents order by skill limit 500`.execute(db);
  return rows.map(({ skill }) => skill);
}

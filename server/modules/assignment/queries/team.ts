import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { decodeCursor, pageOf } from '../../../kernel/values/page.ts';
import type { Page } from '../../../kernel/values/page.ts';
import { findSupportTeam, workTickets } from '../../support/index.ts';
import type { AgentFilters, Duty, SupportAgent } from '../contract.ts';
import { standing } from './candidates.ts';

type Row = Omit<SupportAgent, 'awayUntil'> & { id: Id<'person'>; awayUntil: Date | null };

/** Whom queues give tickets to, `team` being those who get them where a queue names nobody. */
const everybody = (now: Date, team: readonly string[]) => sql`
  select x.*, case when x.away then 'away' when not x."onDuty" then 'off_duty' when x.load >= x.capacity then 'full' else 'here' end
    as state from (
    select p.id, p.name, ${standing(now)}, case when a.away and a.away_until > ${now} then a.away_until end as "awayUntil",
      coalesce(a.version, 0) as version,
      (select json_build_object('id', c.id, 'name', c.name) from support.calendars c where c.id = a.calendar_id) as calendar,
      coalesce((select json_agg(json_build_object('name', s.name, 'titles', s.titles) order by s.position, s.name)
        from assignment.queues q join support.queues s on s.name = q.queue
        where q.way <> 'hand' and case when exists (select from assignment.members m where m.queue = q.queue)
          then exists (select from assignment.members m where m.queue = q.queue and m.person_id = p.id)
          else p.id = any (${team}::uuid[]) end), '[]'::json) as queues
    from identity.staff t join identity.people p on p.id = t.person_id
    left join assignment.agents a on a.person_id = p.id
    where p.disabled_at is null and t.roles && ${[...workTickets.staff]}::text[]
  ) x`;

/** Who works on tickets, by name, as they stand just now. */
export async function listTeam(db: Db, asked: AgentFilters, now: Date): Promise<Page<SupportAgent>> {
  const from = asked.after === undefined ? null : decodeCursor(asked.after, ['text', 'id']);
  const pattern = asked.q ? `%${asked.q.replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<Row>`
    select * from (${everybody(now, await findSupportTeam(db))}) y where true
      ${pattern ? sql`and (y.name ilike ${pattern} or array_to_string(y.skills, ' ') ilike ${pattern})` : sql``}
      ${asked.state ? sql`and y.state = ${asked.state}` : sql``}
      ${from ? sql`and (y.name, y.id) > (${from[0]}, ${from[1]}::uuid)` : sql``}
    order by y.name, y.id limit ${asked.limit + 1}`.execute(db);
  const page = pageOf(rows, asked.limit, ({ name, id }) => [name, id]);
  return { ...page, items: page.items.map(shown) };
}

function shown({ awayUntil, ...row }: Row): SupportAgent {
  const { id, name, state, away, load, capacity, skills, tiers, calendar, queues, version } = row;
  const until = awayUntil?.toISOString() ?? null;
  return {
    id,
    name,
    state,
    away,
    awayUntil: until,
    load,
    capacity,
    skills,
    tiers,
    calendar,
    queues,
    version,
  };
}

/** Errors: `not_found` for who does not work on tickets. */
export async function readDuty(db: Db, me: Id<'person'>, now: Date): Promise<Duty> {
  const { rows } = await sql<Row>`
    select * from (${everybody(now, await findSupportTeam(db))}) y where y.id = ${me}`.execute(db);
  if (!rows[0]) throw new Problem(notFound);
  const { state, away, awayUntil, load, capacity, queues } = shown(rows[0]);
  return { state, away, awayUntil, load, capacity, takesPart: queues.length > 0 };
}

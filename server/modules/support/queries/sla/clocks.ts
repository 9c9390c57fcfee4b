import { sql } from 'kysely';

const clock = sql`'goal', c.goal, 'state', c.state, 'startedAt', c.started_at, 'dueAt', c.due_at, 'stoppedAt', c.stopped_at,
  'breachedAt', c.breached_at`;
const ofTicket = sql`c.organization_id = t.organization_id and c.ticket_id = t.id and c.state <> 'dropped'`;

/** What ticket `t` promises its client, what runs first, the next due before all. */
export const promisedJson = sql`coalesce((select json_agg(json_build_object(${clock}, 'titles', c.titles)
  order by c.state = 'running' desc, c.due_at, c.goal) from support.clocks c where ${ofTicket} and c.titles is not null), '[]'::json)`;

/** All clocks of ticket `t`. */
export const clocksJson = sql`coalesce((select json_agg(json_build_object(${clock}, 'policy',
    json_build_object('id', c.policy_id, 'titles', p.titles)) order by c.started_at, c.goal)
  from support.clocks c join support.policies p on p.id = c.policy_id and p.version = c.policy_version
  where ${ofTicket}), '[]'::json)`;

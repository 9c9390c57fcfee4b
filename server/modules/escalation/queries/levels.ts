import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findAdministrators, findAgent, findSupportTeam } from '../../support/index.ts';
import type { Level } from '../contract.ts';
import { readOnCall } from './rotas.ts';

const columns = sql`l.level, l.audience, l.rota_id as "rotaId", l.channels, l.ack_minutes as "ackMinutes",
  l.calendar_id as "calendarId", l.repeats, l.version,
  coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name, p.id)
    from identity.people p where p.id = any (l.people)), '[]'::json) as people`;

/** The four levels, from the front line up. */
export async function listLevels(db: Db): Promise<Level[]> {
  const { rows } = await sql<Level>`select ${columns} from escalation.levels l order by l.level`.execute(db);
  return rows;
}

/** A level as it is reached at an instant. */
export interface Reached extends Level {
  /** When its people are told: at once, or when its calendar opens. */
  tellAt: Date;
  ackDueAt: Date | null;
}

/** Beyond what is known of the calendar, minutes are counted around the clock. */
export async function reachLevel(db: Db, level: number, now: Date): Promise<Reached> {
  const spent = sql`support.spent(l.calendar_id, ${now})`;
  const { rows } = await sql<Reached>`
    select ${columns},
      case when l.calendar_id is null then ${now}::timestamptz
        else greatest(${now}::timestamptz, coalesce(support.when_spent(l.calendar_id, ${spent} + 1) - interval '1 millisecond', ${now})) end as "tellAt",
      case when l.calendar_id is not null and l.ack_minutes is not null
          then support.when_spent(l.calendar_id, ${spent} + l.ack_minutes * 60000::bigint) end as due
    from escalation.levels l where l.level = ${level}`.execute(db);
  const { due, ...row } = rows[0] as Reached & { due: Date | null };
  const plainly = row.ackMinutes === null ? null : new Date(now.getTime() + row.ackMinutes * 60_000);
  return { ...row, ackDueAt: row.ackMinutes === null ? null : (due ?? plainly) };
}

/** Whom a level reaches now: those who still work on tickets, and the administrators where that is nobody. */
export async function peopleOf(
  db: Db,
  { audience, people, rotaId }: Pick<Level, 'audience' | 'people' | 'rotaId'>,
  assignee: Id<'person'> | null,
  now: Date,
): Promise<Id<'person'>[]> {
  const onCall = rotaId === null ? null : await readOnCall(db, rotaId, now);
  const named = [...people.map(({ id }) => id), ...(onCall ? [onCall] : [])] as Id<'person'>[];
  const there = await Promise.all(named.map((id) => findAgent(db, id)));
  const roles = {
    assignee: async () => (assignee ? [assignee] : findSupportTeam(db)),
    support: () => findSupportTeam(db),
    administrators: () => findAdministrators(db),
  };
  const found = new Set(there.flatMap((one) => (one ? [one.id] : [])));
  for (const role of audience) for (const id of await roles[role]()) found.add(id);
  return found.size > 0 ? [...found] : findAdministrators(db);
}

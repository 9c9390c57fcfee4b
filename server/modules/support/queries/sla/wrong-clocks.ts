import { sql } from 'kysely';
import type { Db } from '../../../../kernel/db/types.ts';
import { clocksOf, goals } from '../../domain/sla/clock.ts';
import type { Clock, Happening } from '../../domain/sla/clock.ts';
import type { Line } from '../../domain/sla/line.ts';
import type { TicketState } from '../../domain/ticket-states.ts';

/** Tickets that are looked at, the latest first. */
const looked = 100;

/**
 * Clocks that differ from what the facts of their ticket say, in words for staff. Left out are tickets whose clocks began anew on the way
 * (another priority, kind, queue or service, a merge, a move, another tier), since a fact says that and not what was promised then.
 */
export async function findWrongClocks(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<Row>`
    select t.number::integer as number, t.id, c.policy_id, c.calendar_id, c.pauses, (
        select json_agg(json_build_object('goal', k.goal, 'startedAt', k.started_at, 'target', k.target, 'state', k.state,
          'paused', k.paused, 'dueAt', k.due_at, 'breachedAt', k.breached_at) order by k.started_at, k.goal)
        from support.clocks k where k.organization_id = t.organization_id and k.ticket_id = t.id and k.policy_id = c.policy_id
      ) as clocks, (
        select json_agg(json_build_object('name', e.name, 'data', e.data, 'at', e.happened_at) order by e.happened_at, e.id)
        from kernel.events e where e.subject_id = t.id::text and e.organization_id = t.organization_id
      ) as facts
    from (select * from support.tickets order by last_message_at desc, id desc limit ${looked}) t
    join support.clocks c on c.organization_id = t.organization_id and c.ticket_id = t.id
      and c.goal = 'resolution' and c.started_at = t.opened_at
    where t.moved_from is null and t.matched_at is null`.execute(db);
  const lines = await readLines(db, rows);
  const wrong: string[] = [];
  for (const row of rows) {
    if (!row.facts?.some(({ name }) => name === 'support.ticket-opened')) continue;
    if (row.facts.some(({ name }) => anew.has(name)) || row.clocks.some(({ state }) => state === 'dropped'))
      continue;
    const minutes = Object.fromEntries(
      goals.map((goal) => {
        const target = row.clocks.find((clock) => clock.goal === goal)?.target;
        return [goal, target === undefined ? null : target / 60_000];
      }),
    ) as Record<Clock['goal'], number | null>;
    const line = lines.get(row.calendar_id)!;
    const told = row.clocks.map((clock) => ({ ...clock, startedAt: Date.parse(clock.startedAt) }));
    for (const clock of clocksOf(happenings(row.facts), { minutes, pauses: row.pauses, line })) {
      const kept = told.find(({ goal, startedAt }) => goal === clock.goal && startedAt === clock.startedAt);
      const due = kept && kept.dueAt !== null ? Date.parse(kept.dueAt) : null;
      const same =
        kept &&
        kept.state === clock.state &&
        kept.paused === clock.paused &&
        (clock.state !== 'running' || due === clock.dueAt) &&
        (clock.breachedAt === null || kept.breachedAt !== null);
      if (!same)
        wrong.push(
          `ticket #${row.number}: ${clock.goal} is ${clock.state}, kept as ${kept?.state ?? 'nothing'}`,
        );
      if (wrong.length >= limit) return wrong;
    }
  }
  return wrong;
}

const anew = new Set([
  'support.priority-changed',
  'support.kind-changed',
  'support.queue-changed',
  'support.ticket-linked',
  'support.ticket-merged',
  'support.ticket-joined',
  'support.ticket-moved',
]);

/** What of the facts clocks care about. A message and the change of state that it brought are one. */
function happenings(facts: NonNullable<Row['facts']>): Happening[] {
  const found: Happening[] = [];
  let status: TicketState = 'new';
  for (const { name, data, at: text } of facts) {
    const at = Date.parse(text);
    const last = found.at(-1);
    if (name === 'support.ticket-opened') {
      status = (data.status as TicketState | undefined) ?? 'new';
      found.push({ at, what: 'opened', status });
    } else if (name === 'support.message-posted')
      found.push({ at, what: data.by === 'staff' ? 'answered' : 'asked', status });
    else if (name === 'support.status-changed') {
      status = data.to as TicketState;
      if (last?.at === at && last.what !== 'turned' && last.what !== 'opened') last.status = status;
      else if (typeof data.waitsAgain === 'string')
        found.push({ at, what: 'turned', status, waitsAgain: Date.parse(data.waitsAgain) });
      else found.push({ at, what: 'turned', status });
    }
  }
  return found;
}

async function readLines(db: Db, rows: readonly Row[]): Promise<Map<string, Line>> {
  const calendars = [...new Set(rows.map(({ calendar_id }) => calendar_id))];
  const { rows: hours } = await sql<{ calendar_id: string; opens_at: Date; closes_at: Date; before: bigint }>`
    select calendar_id, opens_at, closes_at, before from support.calendar_hours
    where calendar_id = any (${calendars}::uuid[]) order by opens_at`.execute(db);
  const lines = new Map<string, Line[number][]>(calendars.map((id) => [id, []]));
  for (const { calendar_id: id, opens_at: opens, closes_at: closes, before } of hours)
    lines.get(id)!.push({ opens: opens.getTime(), closes: closes.getTime(), before: Number(before) });
  return lines;
}

interface Row {
  number: number;
  id: string;
  policy_id: string;
  calendar_id: string;
  pauses: TicketState[];
  clocks: (Pick<Clock, 'goal' | 'target' | 'state' | 'paused'> & {
    startedAt: string;
    dueAt: string | null;
    breachedAt: string | null;
  })[];
  /** Null: there are none, as of tickets that were brought in from elsewhere. */
  facts: { name: string; data: Record<string, unknown>; at: string }[] | null;
}

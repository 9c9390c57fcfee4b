import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';

/** When a rule comes due; see the contract. */
export interface Trigger {
  ageMinutes: number | null;
  goal: string | null;
  goalOffset: number | null;
  offsetIn: 'wall' | 'hours';
  reopenings: number | null;
}

/** A ticket that a rule comes due for, and what for: a clock, or the time since the ticket was opened. */
export interface Due {
  ticket: string;
  occasion: string;
  at: Date;
  clockPolicy: string | null;
  clockGoal: string | null;
  clockStarted: Date | null;
}

interface Asked {
  /** Due then or later; null: whenever. */
  from: Date | null;
  /** Due by then; null: also what comes due later. */
  until: Date | null;
  ticket?: string;
  /** The rule that has not fired for it yet. */
  unfired?: string;
  /** Also what was settled later, and clocks that were stopped later. */
  past?: boolean;
  after?: Pick<Due, 'at' | 'ticket' | 'occasion'> | null;
  limit: number;
}

/** Tickets for which a trigger comes due, the earliest first. Conditions are not asked here. */
export async function findDue(db: Db, trigger: Trigger, asked: Asked): Promise<Due[]> {
  const { from, until, ticket, unfired, past = false, after, limit } = asked;
  const { ageMinutes, goal, goalOffset, offsetIn, reopenings } = trigger;
  const open = sql`coalesce(r.last, t.opened_at)`;
  const aged = sql`${open} + make_interval(mins => ${ageMinutes ?? 0})`;
  const byClock = goal !== null;
  const offset = goalOffset ?? 0;
  const onWall = (due: RawBuilder<unknown>) => sql`${due} + make_interval(mins => ${offset})`;
  const inHours = offsetIn === 'hours' && offset !== 0;
  // Beyond the hours that are known it is the clock on the wall. What is promised at an end of hours is due then, not when they begin again.
  const promised = onWall(sql`k.due`);
  const byPromise = inHours
    ? sql`coalesce(support.when_spent(k.calendar, support.spent(k.calendar, k.due) + ${offset * 60_000}::bigint), ${promised})`
    : promised;
  const soonEnough =
    until && byClock
      ? dueEnough(offset, inHours && offset < 0, until, onWall(sql`c.due_at`))
      : { calendars: sql``, clocks: sql`` };
  const clocks = sql`join support.clocks c on c.organization_id = t.organization_id and c.ticket_id = t.id
    and ${goal === 'any' ? sql`true` : sql`c.goal = ${goal}`} and c.due_at is not null
    and ${past ? sql`c.state <> 'dropped'` : sql`c.state = 'running'`} ${soonEnough.clocks}`;
  const occasion = byClock
    ? sql`'clock ' || c.policy_id || ' ' || c.goal || ' ' || (extract(epoch from c.started_at) * 1000)::bigint`
    : sql`'open ' || r.times`;
  // What is left out is left out before anything is reckoned by calendars, which is what costs: `offset 0`.
  const { rows } = await sql<Due>`${soonEnough.calendars}
    select x.ticket, x.occasion, x.at, x.policy as "clockPolicy", x.goal as "clockGoal", x.started as "clockStarted" from (
      select k.*, ${byClock ? sql`greatest(k.aged, ${byPromise})` : sql`k.aged`} as at from (
        select t.id as ticket, t.settled_at, ${occasion} as occasion, ${aged} as aged,
          ${byClock ? sql`c.policy_id` : sql`null::uuid`} as policy, ${byClock ? sql`c.goal` : sql`null::text`} as goal,
          ${byClock ? sql`c.started_at` : sql`null::timestamptz`} as started,
          ${byClock ? sql`c.stopped_at` : sql`null::timestamptz`} as stopped_at,
          ${byClock ? sql`c.due_at` : sql`null::timestamptz`} as due, ${byClock ? sql`c.calendar_id` : sql`null::uuid`} as calendar
        from support.tickets t
        cross join lateral (
          select count(*)::integer as times, max(n.reopened_at) as last from escalation.reopenings n where n.ticket_id = t.id
        ) r
        ${byClock ? clocks : sql``}
        where ${past ? sql`t.status not in ('merged', 'spam')` : sql`t.settled_at is null`}
          and r.times >= ${reopenings ?? 0} ${ticket ? sql`and t.id = ${ticket}` : sql``}
          ${unfired ? sql`and not exists (select from escalation.escalations e where e.rule_id = ${unfired} and e.ticket_id = t.id and e.occasion = ${occasion})` : sql``}
        offset 0
      ) k
    ) x
    where true
      ${from ? sql`and x.at >= ${from}` : sql``} ${until ? sql`and x.at <= ${until}` : sql``}
      ${past ? sql`and (x.settled_at is null or x.settled_at > x.at) and (x.stopped_at is null or x.stopped_at > x.at)` : sql``}
      ${after ? sql`and (x.at, x.ticket, x.occasion) > (${after.at}, ${after.ticket}::uuid, ${after.occasion})` : sql``}
    order by x.at, x.ticket, x.occasion limit ${limit}`.execute(db);
  return rows;
}

/**
 * Which clocks can be due by then at all, so that most need no calendar. After a promise: hours never run faster than the clock on the wall.
 * Before one: not what is promised for later than when so many hours have passed from now on, which is asked once for each calendar.
 */
function dueEnough(offset: number, before: boolean, until: Date, onWall: RawBuilder<unknown>) {
  if (!before) return { calendars: sql``, clocks: sql`and ${onWall} <= ${until}` };
  const latest = sql`support.when_spent(a.id, support.spent(a.id, ${until}) + ${-offset * 60_000 + 2}::bigint)`;
  return {
    calendars: sql`with soon as materialized (
      select a.id, coalesce(${latest}, 'infinity') as latest from support.calendars a)`,
    clocks: sql`and exists (select from soon where soon.id = c.calendar_id and c.due_at <= soon.latest)`,
  };
}

import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../../../kernel/db/types.ts';
import { addDays, dateIn, instantAt, weekdayOf } from '../../../../kernel/values/dates.ts';
import { Problem, notFound } from '../../../../kernel/values/errors.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import { openings } from '../../domain/sla/calendar.ts';
import type { BusinessCalendar } from '../../domain/sla/calendar.ts';
import { lineOf, spent, whenSpent } from '../../domain/sla/line.ts';
import type { Calendar, Example, Policy, productList } from '../../sla-contract.ts';

export async function listCalendars(db: Db): Promise<Calendar[]> {
  const rows = await db
    .selectFrom('support.calendars')
    .selectAll()
    .orderBy('name')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    ...row,
    week: row.week as Calendar['week'],
    holidays: row.holidays as Calendar['holidays'],
  }));
}

/** As they are now; what is not active comes last. */
export async function listPolicies(db: Db): Promise<Policy[]> {
  const { rows } = await sql<{ json: Policy }>`
    select json_build_object('id', p.id, 'version', p.version, 'titles', p.titles, 'active', p.active, 'calendarId', p.calendar_id,
      'shown', p.shown, 'organizations', (select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name, o.id)
        from organizations.organizations o where o.id = any (p.organizations)),
      'products', (select json_agg(json_build_object('id', x.id, 'names', x.name) order by x.position, x.id)
        from catalog.products x where x.id = any (p.products)),
      'tiers', p.tiers, 'queues', p.queues, 'priorities', p.priorities, 'kinds', p.kinds, 'minutes', p.minutes, 'pauses', p.pauses,
      'warnPercent', p.warn_percent, 'tellWarning', p.tell_warning, 'tellBreach', p.tell_breach,
      'credit', case when p.credit_percent is not null then json_build_object('percent', p.credit_percent, 'goals', p.credit_goals) end) as json
    from support.policies p where p.current order by p.active desc, p.titles ->> 'id', p.id limit 200`.execute(
    db,
  );
  return rows.map(({ json }) => json);
}

/** When a ticket opened next Friday at 16:50 would be due. Errors: `not_found` without such a calendar. */
export async function workedExample(
  db: Db,
  asked: { calendar: Id<'calendar'>; first?: number | undefined; resolution?: number | undefined },
  now: Date,
): Promise<Example> {
  const row = await db
    .selectFrom('support.calendars')
    .select(['zone', 'week', 'holidays'])
    .where('id', '=', asked.calendar)
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  const { zone } = row;
  const today = dateIn(zone, now);
  const friday = addDays(today, ((5 - weekdayOf(today) + 6) % 7) + 1);
  const opened = instantAt(friday, '16:50', zone).getTime();
  const line = lineOf(openings(row as unknown as BusinessCalendar, friday, addDays(friday, 400)));
  const due = (minutes: number | undefined) => {
    const at = minutes === undefined ? null : whenSpent(line, spent(line, opened) + minutes * 60_000);
    return at === null ? null : new Date(at).toISOString();
  };
  return {
    zone,
    openedAt: new Date(opened).toISOString(),
    first: due(asked.first),
    resolution: due(asked.resolution),
  };
}

/** The products that a policy can be for. */
export async function listProducts(db: Db): Promise<z.output<typeof productList>['items']> {
  const rows = await db
    .selectFrom('catalog.products')
    .select(['id', 'name'])
    .orderBy('slug')
    .limit(500)
    .execute();
  return rows.map(({ id, name }) => ({ id, names: name as { id: string; en: string } }));
}

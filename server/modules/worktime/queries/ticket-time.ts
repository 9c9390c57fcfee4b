import { sql } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import { mayAsStaff } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { TicketTime, TimeEntry } from '../contract.ts';
import { recordTime } from '../permissions.ts';
import { item, toEntry } from './entries.ts';

/** Time on a ticket, with the reader's own timer. Errors: `not_found`. */
export async function readTicketTime(
  db: Db,
  ticket: Id<'ticket'>,
  session: Pick<Session, 'person' | 'staffRoles'>,
  now: Date,
): Promise<TicketTime> {
  const [sums, entries] = await Promise.all([
    sql<{ all: number; billable: number; unbilled: number; timer: TicketTime['timer'] }>`
      select coalesce(x.all, 0)::integer as all, coalesce(x.billable, 0)::integer as billable,
        coalesce(x.unbilled, 0)::integer as unbilled,
        (select json_build_object('ticket', json_build_object('id', r.id, 'number', r.number),
            'startedAt', to_char(m.started_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          from worktime.timers m join support.tickets r on r.id = m.ticket_id where m.person_id = ${session.person.id}) as timer
      from support.tickets t cross join lateral (
        select sum(e.minutes) as all, sum(e.minutes) filter (where e.billable) as billable,
          sum(e.minutes) filter (where e.billable and e.invoice_id is null) as unbilled
        from worktime.entries e where e.ticket_id = t.id
      ) x where t.id = ${ticket}`.execute(db),
    sql<Omit<TimeEntry, 'can'>>`${item} where e.ticket_id = ${ticket}
      order by e.worked_on desc, e.id desc limit 100`.execute(db),
  ]);
  const [row] = sums.rows;
  if (!row) throw new Problem(notFound);
  const { timer, ...minutes } = row;
  return {
    items: entries.rows.map(toEntry(session)),
    sums: minutes,
    timer,
    now: now.toISOString(),
    can: { record: mayAsStaff(recordTime, session.staffRoles) ? true : { no: 'your_role' } },
  };
}

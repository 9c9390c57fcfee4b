import { sql } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { noTimer, timerRuns } from '../contract.ts';
import { minutesBetween } from '../domain/work-lines.ts';
import { organizationOf, recordTime } from './record-time.ts';

type Who = Pick<Session, 'person' | 'staffRoles'>;

/** By the server's clock. One that runs on this ticket already runs on. Errors: `not_found`, `timer_runs` on another ticket. */
export async function startTimer(tx: Tx, { person }: Who, ticket: Id<'ticket'>): Promise<void> {
  await organizationOf(tx, ticket);
  const { rows } = await sql<{ ticket: string }>`
    insert into worktime.timers (person_id, ticket_id, started_at) values (${person.id}, ${ticket}, ${tx.now})
    on conflict (person_id) do update set ticket_id = worktime.timers.ticket_id returning ticket_id as ticket`.execute(
    tx.db,
  );
  if (rows[0]!.ticket !== ticket) throw new Problem(timerRuns);
}

async function takeTimer(tx: Tx, person: Id<'person'>, ticket: Id<'ticket'>) {
  const row = await tx.db
    .deleteFrom('worktime.timers')
    .where('person_id', '=', person)
    .where('ticket_id', '=', ticket)
    .returning('started_at')
    .executeTakeFirst();
  if (!row) throw new Problem(noTimer);
  return row.started_at;
}

/** What it counted becomes an entry of the day on which it was started. Errors: `no_timer`, so that it counts once. */
export async function stopTimer(
  tx: Tx,
  session: Who,
  ticket: Id<'ticket'>,
  about: { note: string; billable: boolean },
): Promise<void> {
  const started = await takeTimer(tx, session.person.id, ticket);
  const workedOn = dateIn(session.person.timeZone, started);
  await recordTime(tx, session, ticket, { ...about, workedOn, minutes: minutesBetween(started, tx.now) });
}

/** Errors: `no_timer`. */
export async function dropTimer(tx: Tx, { person }: Who, ticket: Id<'ticket'>): Promise<void> {
  await takeTimer(tx, person.id, ticket);
}

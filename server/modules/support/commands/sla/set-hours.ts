import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { addDays, dateIn } from '../../../../kernel/values/dates.ts';
import { openings } from '../../domain/sla/calendar.ts';
import type { BusinessCalendar } from '../../domain/sla/calendar.ts';
import { lineOf } from '../../domain/sla/line.ts';

/** Days that the hours of a calendar are written ahead. */
export const daysAhead = 800;

/**
 * Writes a calendar's hours from now on. What is past stays as it was counted; what runs is due by the new hours, and whoever changes a
 * ticket meanwhile waits, so that none is due by the old ones.
 */
export async function setHours(tx: Tx, id: string, calendar: BusinessCalendar): Promise<void> {
  await sql`lock table support.tickets, support.clocks in exclusive mode`.execute(tx.db);
  const now = tx.now.getTime();
  const today = dateIn(calendar.zone, tx.now);
  const { rows } = await sql<{ spent: bigint }>`select support.spent(${id}, ${tx.now}) as spent`.execute(
    tx.db,
  );
  const ahead = openings(calendar, today, addDays(today, daysAhead))
    .filter(({ closes }) => closes > now)
    .map(({ opens, closes }) => ({ opens: Math.max(opens, now), closes }));
  const line = lineOf(ahead, Number(rows[0]!.spent));
  await sql`delete from support.calendar_hours where calendar_id = ${id} and opens_at >= ${tx.now}`.execute(
    tx.db,
  );
  await sql`update support.calendar_hours set closes_at = ${tx.now} where calendar_id = ${id} and closes_at > ${tx.now}`.execute(
    tx.db,
  );
  await sql`insert into support.calendar_hours (calendar_id, opens_at, closes_at, before)
    select ${id}, * from unnest(${line.map(({ opens }) => new Date(opens))}::timestamptz[],
      ${line.map(({ closes }) => new Date(closes))}::timestamptz[], ${line.map(({ before }) => before)}::bigint[])`.execute(
    tx.db,
  );
  await sql`select support.reckon_again(${id})`.execute(tx.db);
}

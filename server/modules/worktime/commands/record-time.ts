import { sql } from 'kysely';
import type { Session } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import { Problem, changedMeanwhile, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { dayAhead, notYourTime, timeBilled } from '../contract.ts';
import type { EntryBody } from '../contract.ts';
import { timeChanged, timeRecorded, timeRemoved } from '../events.ts';
import { mayChange } from '../queries/entries.ts';

type Who = Pick<Session, 'person' | 'staffRoles'>;

/** The organization whose ticket it is. Errors: `not_found`. */
export async function organizationOf(tx: Tx, ticket: Id<'ticket'>): Promise<Id<'organization'>> {
  const row = await tx.db
    .selectFrom('support.tickets')
    .select('organization_id')
    .where('id', '=', ticket)
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return row.organization_id as Id<'organization'>;
}

/** In the zone of whoever says it; a day of grace for who is on the way. */
function requireNotAhead(tx: Tx, { person }: Who, { workedOn }: EntryBody): void {
  if (workedOn > addDays(dateIn(person.timeZone, tx.now), 1)) throw new Problem(dayAhead);
}

const rowOf = ({ workedOn, minutes, note, billable }: EntryBody) => ({
  worked_on: workedOn,
  minutes,
  note,
  billable,
});

/** Errors: `not_found`, `day_ahead`. */
export async function recordTime(
  tx: Tx,
  session: Who,
  ticket: Id<'ticket'>,
  entry: EntryBody,
): Promise<Id<'time-entry'>> {
  requireNotAhead(tx, session, entry);
  const organizationId = await organizationOf(tx, ticket);
  const id = tx.newId<'time-entry'>();
  await tx.db
    .insertInto('worktime.entries')
    .values({ id, ticket_id: ticket, person_id: session.person.id, made_at: tx.now, ...rowOf(entry) })
    .execute();
  const { minutes, billable } = entry;
  tx.emit(timeRecorded, {
    organizationId,
    subject: { kind: 'ticket', id: ticket },
    data: { entryId: id, minutes, billable },
  });
  return id;
}

/** Held for what this transaction does with it. Errors: `not_found`, `not_your_time`, `time_billed`. */
async function lockEntry(tx: Tx, session: Who, id: Id<'time-entry'>) {
  const { rows } = await sql<{
    ticket: Id<'ticket'>;
    personId: string;
    billed: boolean;
    version: number;
    minutes: number;
    billable: boolean;
  }>`
    select ticket_id as ticket, person_id as "personId", invoice_id is not null as billed, version, minutes, billable
    from worktime.entries where id = ${id} for update`.execute(tx.db);
  const [row] = rows;
  if (!row) throw new Problem(notFound);
  const may = mayChange(row, session);
  if (may !== true) throw new Problem(may.no === 'time_billed' ? timeBilled : notYourTime);
  return row;
}

/** Errors: `not_found`, `not_your_time`, `time_billed`, `changed_meanwhile`, `day_ahead`. */
export async function changeTime(
  tx: Tx,
  session: Who,
  id: Id<'time-entry'>,
  version: number,
  entry: EntryBody,
): Promise<Id<'ticket'>> {
  const there = await lockEntry(tx, session, id);
  if (there.version !== version) throw new Problem(changedMeanwhile);
  requireNotAhead(tx, session, entry);
  await tx.db
    .updateTable('worktime.entries')
    .set({ ...rowOf(entry), version: version + 1 })
    .where('id', '=', id)
    .execute();
  const { minutes, billable } = entry;
  tx.emit(timeChanged, {
    organizationId: await organizationOf(tx, there.ticket),
    subject: { kind: 'ticket', id: there.ticket },
    data: { entryId: id, minutes, billable },
  });
  return there.ticket;
}

/** Errors: `not_found`, `not_your_time`, `time_billed`. */
export async function removeTime(tx: Tx, session: Who, id: Id<'time-entry'>): Promise<void> {
  const { ticket, minutes, billable } = await lockEntry(tx, session, id);
  await tx.db.deleteFrom('worktime.entries').where('id', '=', id).execute();
  tx.emit(timeRemoved, {
    organizationId: await organizationOf(tx, ticket),
    subject: { kind: 'ticket', id: ticket },
    data: { entryId: id, minutes, billable },
  });
}

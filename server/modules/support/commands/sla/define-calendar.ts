import type { Tx } from '../../../../kernel/db/tx.ts';
import { Problem, changedMeanwhile, notFound } from '../../../../kernel/values/errors.ts';
import type { Id } from '../../../../kernel/values/ids.ts';
import { calendarDefined } from '../../events.ts';
import type { CalendarBody } from '../../sla-contract.ts';
import { setHours } from './set-hours.ts';

const columns = ({ name, zone, week, holidays }: CalendarBody) => ({
  name,
  zone,
  week: JSON.stringify(week),
  holidays: JSON.stringify(holidays.toSorted((a, b) => (a.on < b.on ? -1 : 1))),
});

export async function makeCalendar(tx: Tx, calendar: CalendarBody): Promise<Id<'calendar'>> {
  const id = tx.newId<'calendar'>();
  await tx.db
    .insertInto('support.calendars')
    .values({ id, ...columns(calendar) })
    .execute();
  await setHours(tx, id, calendar);
  tx.emit(calendarDefined, { organizationId: null, subject: { kind: 'calendar', id }, data: { version: 1 } });
  return id;
}

/** From now on; what is past stays as it was counted. Errors: `not_found`, `changed_meanwhile`. */
export async function changeCalendar(
  tx: Tx,
  id: Id<'calendar'>,
  version: number,
  calendar: CalendarBody,
): Promise<void> {
  const there = await tx.db
    .selectFrom('support.calendars')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!there) throw new Problem(notFound);
  if (there.version !== version) throw new Problem(changedMeanwhile);
  await tx.db
    .updateTable('support.calendars')
    .set({ ...columns(calendar), version: version + 1 })
    .where('id', '=', id)
    .execute();
  await setHours(tx, id, calendar);
  tx.emit(calendarDefined, {
    organizationId: null,
    subject: { kind: 'calendar', id },
    data: { version: version + 1 },
  });
}

import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Aggregation } from '../../catalog/index.ts';
import type { ServiceKey } from '../../services/index.ts';

/** What a meter counted on a day; a decimal. */
export interface UsedDay {
  meter: string;
  day: CalendarDate;
  quantity: string;
}

/** What was used on each day of a stretch, `to` not included, by meters that count like this; days without are left out. */
export async function findDays(
  db: Db,
  { organization, service }: ServiceKey,
  { from, to }: { from: CalendarDate; to: CalendarDate },
  meters: readonly { id: string; aggregation: Aggregation }[],
): Promise<UsedDay[]> {
  const { rows } = await sql<UsedDay>`
    select d.meter_id as meter, d.day, trim_scale(case m.aggregation when 'sum' then d.total when 'max' then d.peak when 'last' then d.latest
      else (select count(distinct e.key) from usage.events e where e.organization_id = d.organization_id and e.service_id = d.service_id
        and e.meter_id = d.meter_id and e.day = d.day and e.key is not null) end)::text as quantity
    from unnest(${meters.map(({ id }) => id)}::uuid[], ${meters.map(({ aggregation }) => aggregation)}::text[]) as m (id, aggregation)
    join usage.days d on d.organization_id = ${organization} and d.service_id = ${service} and d.meter_id = m.id
      and d.day >= ${from}::date and d.day < ${to}::date
    order by d.day`.execute(db);
  return rows;
}

import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Locale } from '../../kernel/auth/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Download } from '../../kernel/http/route.ts';
import { addDays } from '../../kernel/values/dates.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { findService, todayOf } from '../services/index.ts';
import type { ServiceKey } from '../services/index.ts';
import type { Aggregation } from '../catalog/index.ts';

const columns = {
  id: ['Tanggal', 'Meter', 'Satuan', 'Jumlah', 'Kejadian'],
  en: ['Date', 'Meter', 'Unit', 'Quantity', 'Events'],
} as const satisfies Record<Locale, unknown>;

/** So many days at most. */
const longest = 400;

interface Row {
  day: CalendarDate;
  meter: { id: string; en: string };
  unit: { id: string; en: string };
  aggregation: Aggregation;
  total: string;
  peak: string;
  latest: string;
  keys: string;
  events: string;
}

/** What was used of a service by day, as CSV: without days the last 90. Errors: `not_found`. */
export async function usageFile(
  ctx: Ctx,
  { organization, service: id }: ServiceKey,
  asked: { from?: CalendarDate | undefined; to?: CalendarDate | undefined; lang: Locale },
): Promise<Download> {
  const now = ctx.clock.now();
  const rows = await ctx.read(async (db) => {
    const service = await findService(db, organization, id);
    const to = asked.to ?? todayOf(service, now);
    const earliest = addDays(to, -longest);
    const from = asked.from ?? addDays(to, -90);
    const { rows: found } = await sql<Row>`
      select d.day, m.meter -> 'name' as meter, m.meter -> 'unit' as unit, m.meter ->> 'aggregation' as aggregation,
        trim_scale(d.total)::text as total, trim_scale(d.peak)::text as peak, trim_scale(d.latest)::text as latest, d.events::text as events,
        (select count(distinct e.key)::text from usage.events e where e.organization_id = d.organization_id and e.service_id = d.service_id
          and e.meter_id = d.meter_id and e.day = d.day and e.key is not null) as keys
      from usage.days d
      join lateral (
        select c -> 'meter' as meter from services.metered_terms t cross join jsonb_array_elements(t.metered) c
        where t.organization_id = d.organization_id and t.service_id = d.service_id and c -> 'meter' ->> 'id' = d.meter_id::text
        order by t.from_on desc limit 1) m on true
      where d.organization_id = ${organization} and d.service_id = ${id}
        and d.day >= ${from < earliest ? earliest : from}::date and d.day <= ${to}::date
      order by d.day, m.meter ->> 'code'`.execute(db);
    return found;
  });
  const { lang } = asked;
  const lines = rows.map(({ day, meter, unit, aggregation, events, ...of }) => {
    const quantity = { sum: of.total, max: of.peak, last: of.latest, unique: of.keys }[aggregation];
    return [day, meter[lang], unit[lang], quantity, events];
  });
  const text = [[...columns[lang]], ...lines].map((line) => line.map(cell).join(',')).join('\r\n');
  return {
    name: lang === 'id' ? 'pemakaian.csv' : 'usage.csv',
    type: 'text/csv; charset=utf-8',
    body: Readable.from([`\ufeff${text}\r\n`]),
  };
}

/** Quoted where it must be; what a spreadsheet would take for a formula is text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import type { MeteredCharge } from '../../catalog/index.ts';
import type { Cycle, ServiceKey } from '../../services/index.ts';

/** What a meter counted in some days; decimals as text. */
export interface Measured {
  total: string;
  peak: string;
  latest: string;
  events: number;
  distinct: number;
}

/** Days of one period of a service at the same terms, what was used in them, and what has been charged for it already. */
export interface Window {
  organization: Id<'organization'>;
  service: Id<'service'>;
  from: CalendarDate;
  to: CalendarDate;
  anchor: CalendarDate;
  cycle: Exclude<Cycle, 'one_time'>;
  currency: Currency;
  version: number | null;
  charges: readonly MeteredCharge[];
  /** By meter id; without events there is nothing. */
  measured: Readonly<Record<string, Measured>>;
  /** It was billed before; now only what has come since then is. */
  known: boolean;
  /** By meter id: minor units, and how much had been used. */
  charged: Readonly<Record<string, { amount: number; quantity: string }>>;
}

export type AskedWindow = ServiceKey & { until: CalendarDate };

const months = sql`case t.cycle when 'monthly' then 1 when 'quarterly' then 3 when 'semiannual' then 6 when 'annual' then 12
  when 'biennial' then 24 else 36 end`;

/**
 * What is to be looked at for services up to a day: days that are not billed yet, cut where terms or periods change, and those that were and
 * of which more may have come to light. One statement for however many.
 */
export async function findWindows(db: Db, asked: readonly AskedWindow[]): Promise<Window[]> {
  const { rows } = await sql<Window>`
    with asked as (
      select * from unnest(${asked.map((one) => one.organization)}::uuid[], ${asked.map((one) => one.service)}::uuid[],
        ${asked.map((one) => one.until)}::date[]) as a (organization_id, service_id, until)),
    billed as (
      select a.organization_id, a.service_id, max(w.to_on) as through from asked a join usage.windows w using (organization_id, service_id)
      group by 1, 2),
    spans as (
      select t.*, greatest(t.from_on, b.through) as begins, ${months} as months,
        least(a.until, lead(t.from_on) over (partition by t.organization_id, t.service_id order by t.from_on)) as ends
      from asked a join services.metered_terms t using (organization_id, service_id)
      left join billed b using (organization_id, service_id)),
    cuts as (
      select s.*, c.day from spans s cross join lateral (
        select s.begins as day union
        select (s.anchor_on + make_interval(months => n * s.months))::date
        from generate_series(greatest(0, (s.begins - s.anchor_on) / 31 / s.months - 1), (s.ends - s.anchor_on) / 28 / s.months + 1) n
      ) c
      where c.day >= s.begins and c.day < s.ends and s.metered <> '[]'),
    found as (
      select organization_id, service_id, day as from_on,
        coalesce(lead(day) over (partition by organization_id, service_id, from_on order by day), ends) as to_on,
        anchor_on, cycle, currency, price_version, metered, false as known
      from cuts
      union all
      select w.organization_id, w.service_id, w.from_on, w.to_on, w.anchor_on, w.cycle, w.currency, w.price_version, w.metered, true
      from asked a join usage.windows w using (organization_id, service_id) where not w.settled)
    select f.organization_id as organization, f.service_id as service, f.from_on as "from", f.to_on as "to", f.anchor_on as anchor, f.cycle,
      f.currency, f.price_version as version, f.metered as charges, f.known,
      coalesce((
        select jsonb_object_agg(d.meter_id, jsonb_build_object('total', trim_scale(d.total)::text, 'peak', trim_scale(d.peak)::text,
          'latest', trim_scale(d.latest)::text, 'events', d.events, 'distinct', coalesce(k.keys, 0)))
        from (
          select meter_id, sum(total) as total, max(peak) as peak, (array_agg(latest order by day desc))[1] as latest, sum(events) as events
          from usage.days u where u.organization_id = f.organization_id and u.service_id = f.service_id and u.day >= f.from_on and u.day < f.to_on
          group by meter_id) d
        left join lateral (
          select count(distinct e.key) as keys from usage.events e
          where e.organization_id = f.organization_id and e.service_id = f.service_id and e.meter_id = d.meter_id and e.key is not null
            and e.day >= f.from_on and e.day < f.to_on) k
          on f.metered @> jsonb_build_array(jsonb_build_object('meter', jsonb_build_object('id', d.meter_id, 'aggregation', 'unique')))
      ), '{}') as measured,
      coalesce((
        select jsonb_object_agg(c.meter_id, jsonb_build_object('amount', c.amount, 'quantity', c.quantity::text))
        from (
          select meter_id, sum(amount) filter (where not taken_back) as amount, max(quantity) filter (where not taken_back) as quantity
          from usage.charged u where u.organization_id = f.organization_id and u.service_id = f.service_id and u.from_on = f.from_on
          group by meter_id) c where c.amount is not null
      ), '{}') as charged
    from found f order by f.organization_id, f.service_id, f.from_on`.execute(db);
  return rows;
}

/** The same for one service, and only what is not billed yet. */
export async function findOpenWindows(db: Db, asked: AskedWindow): Promise<Window[]> {
  return (await findWindows(db, [asked])).filter(({ known }) => !known);
}

import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { findMeters } from '../../catalog/index.ts';
import type { Refusal, UsageEvent, UsageTaken } from '../contract.ts';
import { refusalWords, whyRefused } from '../domain/why-refused.ts';
import type { Metered } from '../domain/why-refused.ts';
import { lookAtThresholds } from '../jobs.ts';
import { usageRules } from '../settings.ts';

interface Row extends Metered {
  organization: Id<'organization'>;
  service: Id<'service'>;
  zone: string;
}

/**
 * Takes what was used, each event by itself: what cannot be taken is named with its reason, and the others are. An event that is known
 * changes nothing. At most six statements, however many events. Needs a transaction that sees everything.
 */
export async function reportUsage(tx: Tx, events: readonly UsageEvent[]): Promise<UsageTaken> {
  const ids = [...new Set(events.map(({ service }) => service))];
  const [services, meters, { value: rules }] = await Promise.all([
    findMetered(tx, ids),
    findMeters(tx.db),
    readSetting(tx.db, usageRules),
  ]);
  const refused: { index: number; reason: Refusal }[] = [];
  const asked = events.flatMap((event, index) => {
    const service = services.get(event.service);
    const meter = meters.find(({ code }) => code === event.meter);
    const at = new Date(event.at);
    const day = dateIn(service?.zone ?? 'UTC', at);
    const reason = whyRefused({ meter, at, day, key: event.key }, service, rules, tx.now);
    if (reason) refused.push({ index, reason });
    if (reason || !service || !meter) return [];
    const key = meter.aggregation === 'unique' ? event.key! : null;
    return [{ index, organization: service.organization, ...event, meter: meter.id, at, day, key }];
  });
  const added = await add(tx, asked);
  // Twice in one batch is a repetition as well.
  const unseen = new Set(added.map(({ service, id }) => `${service} ${id}`));
  const left = asked.filter(({ service, id }) => !unseen.delete(`${service} ${id}`));
  const others = left.length > 0 ? await differing(tx, left) : [];
  refused.push(...others.map((index) => ({ index, reason: 'id_reused' as const })));
  for (const service of new Set(added.map((one) => one.service))) {
    const { organization } = services.get(service)!;
    tx.enqueue(lookAtThresholds, { organization, service }, { key: service });
  }
  return {
    taken: added.length,
    repeated: left.length - others.length,
    refused: refused
      .toSorted((a, b) => a.index - b.index)
      .map(({ index, reason }) => ({
        index,
        id: events[index]!.id,
        reason,
        message: refusalWords[reason],
      })),
  };
}

async function findMetered(tx: Tx, ids: readonly Id<'service'>[]): Promise<Map<string, Row>> {
  const { rows } = await sql<Row>`
    select s.organization_id as organization, s.id as service, s.time_zone as zone, s.activated_at as "activatedAt", s.ended_at as "endedAt",
      array(select distinct c -> 'meter' ->> 'id' from services.metered_terms t cross join jsonb_array_elements(t.metered) c
        where t.organization_id = s.organization_id and t.service_id = s.id) as meters,
      (select max(w.to_on) from usage.windows w where w.organization_id = s.organization_id and w.service_id = s.id) as "billedTo"
    from services.services s where s.id = any (${[...ids]}::uuid[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.service, row]));
}

interface Asked {
  index: number;
  organization: Id<'organization'>;
  service: Id<'service'>;
  id: string;
  meter: string;
  at: Date;
  day: CalendarDate;
  quantity: string;
  key: string | null;
}

/** Adds events and what they make of their days, in one order, so that two senders do not wait for each other crosswise. */
async function add(tx: Tx, asked: readonly Asked[]): Promise<{ service: Id<'service'>; id: string }[]> {
  if (asked.length === 0) return [];
  const rows = asked.map(rowOf);
  const { rows: added } = await sql<{ service: Id<'service'>; id: string }>`
    with added as (
      insert into usage.events (organization_id, service_id, id, meter_id, at, day, quantity, key, received_at)
      select organization_id, service_id, id, meter_id, at, day, quantity, key, ${tx.now}::timestamptz
      from jsonb_populate_recordset(null::usage.events, ${JSON.stringify(rows)}::jsonb)
      order by organization_id, service_id, id
      on conflict do nothing returning *),
    counted as (
      insert into usage.days as d (organization_id, service_id, meter_id, day, total, peak, latest, latest_at, latest_id, events)
      select organization_id, service_id, meter_id, day, sum(quantity), max(quantity),
        (array_agg(quantity order by at desc, id desc))[1], max(at), (array_agg(id order by at desc, id desc))[1], count(*)
      from added group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (organization_id, service_id, meter_id, day) do update set
        total = d.total + excluded.total, peak = greatest(d.peak, excluded.peak), events = d.events + excluded.events,
        latest = case when (excluded.latest_at, excluded.latest_id) > (d.latest_at, d.latest_id) then excluded.latest else d.latest end,
        latest_id = case when (excluded.latest_at, excluded.latest_id) > (d.latest_at, d.latest_id) then excluded.latest_id else d.latest_id end,
        latest_at = greatest(d.latest_at, excluded.latest_at))
    select service_id as service, id from added`.execute(tx.db);
  return added;
}

/** Which of these are not what was taken under their id. */
async function differing(tx: Tx, asked: readonly Asked[]): Promise<number[]> {
  const rows = asked.map((one) => ({ ...rowOf(one), index: one.index }));
  const { rows: found } = await sql<{ index: number }>`
    select (a.one ->> 'index')::integer as index from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as a (one)
    cross join lateral jsonb_populate_record(null::usage.events, a.one) r
    join usage.events e on e.organization_id = r.organization_id and e.service_id = r.service_id and e.id = r.id
    where (e.meter_id, e.at, e.quantity, coalesce(e.key, '')) is distinct from (r.meter_id, r.at, r.quantity, coalesce(r.key, ''))`.execute(
    tx.db,
  );
  return found.map(({ index }) => index);
}

function rowOf({ organization, service, id, meter, at, day, quantity, key }: Asked) {
  return {
    organization_id: organization,
    service_id: service,
    id,
    meter_id: meter,
    at: at.toISOString(),
    day,
    quantity,
    key,
  };
}

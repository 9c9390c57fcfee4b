import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../kernel/db/tx.ts';
import { id } from '../../kernel/http/shapes.ts';
import { defineJob } from '../../kernel/jobs/define.ts';
import { findMembersWhoMay, findOrganization } from '../organizations/index.ts';
import { fromPlaces, toPlaces } from '../catalog/index.ts';
import { changeServices, findService } from '../services/index.ts';
import type { ServiceKey } from '../services/index.ts';
import { quantityOf } from './domain/quantity.ts';
import { thresholdReached } from './events.ts';
import { thresholdMessage } from './messages.ts';
import { readAlerts } from './queries/alerts.ts';
import { findCurrent } from './queries/current.ts';

/** Tells a client once a period when so much of what is included is used as they wish to hear of. */
export const lookAtThresholds = defineJob({
  name: 'usage.look-at-thresholds',
  input: z.object({ organization: id('organization'), service: id('service') }),
  run: (ctx, key) => ctx.transact((tx) => tellOfThresholds(tx, key)),
});

async function tellOfThresholds(tx: Tx, { organization, service: id }: ServiceKey): Promise<void> {
  const service = await findService(tx.db, organization, id);
  const [windows, { percents }] = await Promise.all([
    findCurrent(tx.db, service, tx.now),
    readAlerts(tx.db, { organization, service: id }),
  ]);
  const window = windows.at(-1);
  if (!window) return;
  const reached = window.charges.flatMap(({ meter, included }) => {
    const most = toPlaces(included, meter.decimals);
    if (most === 0n) return [];
    const used = quantityOf(meter, window.measured[meter.id]);
    const passed = percents.filter((percent) => used * 100n >= most * BigInt(percent));
    return passed.map((percent) => ({ meter, percent, used, most }));
  });
  if (reached.length === 0) return;
  const { rows } = await sql<{ meter_id: string; percent: number }>`
    insert into usage.told (organization_id, service_id, meter_id, from_on, percent, told_at)
    select ${organization}, ${id}, meter_id, ${window.from}::date, percent, ${tx.now}::timestamptz
    from unnest(${reached.map(({ meter }) => meter.id)}::uuid[], ${reached.map(({ percent }) => percent)}::integer[]) as r (meter_id, percent)
    on conflict do nothing returning meter_id, percent`.execute(tx.db);
  // Of several that were passed at once, only the highest is news.
  const news = reached.filter(
    ({ meter, percent }) =>
      rows.some((row) => row.meter_id === meter.id && row.percent === percent) &&
      !rows.some((row) => row.meter_id === meter.id && row.percent > percent),
  );
  if (news.length === 0) return;
  const [{ slug }, people] = await Promise.all([
    findOrganization(tx.db, organization),
    findMembersWhoMay(tx.db, organization, changeServices, id),
  ]);
  for (const { meter, percent, used, most } of news) {
    tx.emit(thresholdReached, {
      organizationId: organization,
      subject: { kind: 'service', id },
      data: { meterId: meter.id, percent, from: window.from },
    });
    const data = {
      names: service.label ? { id: service.label, en: service.label } : service.names,
      meter: meter.name,
      unit: meter.unit,
      percent,
      used: fromPlaces(used, meter.decimals),
      included: fromPlaces(most, meter.decimals),
      path: `/o/${slug}/services/${id}`,
    };
    const occurrence = `${id} ${meter.id} ${window.from} ${percent}`;
    for (const person of people)
      tx.tell(thresholdMessage, { to: { person }, organizationId: organization, occurrence, data });
  }
}

export const jobs = [lookAtThresholds];

import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { id } from '../../../kernel/http/shapes.ts';
import { defineJob, defineSweep } from '../../../kernel/jobs/define.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { isMetered, lockService, todayOf } from '../../services/index.ts';
import type { Service, ServiceKey } from '../../services/index.ts';
import { closeWindows, findWindows } from '../../usage/index.ts';
import { usageLines } from '../usage-lines.ts';
import { issueInvoice } from './issue-invoice.ts';

/** Who measures has so long to report what was used up to the end of a service. */
const hoursForTheLast = 24;
/** Ends that are longer ago have been billed, or cannot be. */
const daysLookedAt = 40;
const batch = 2000;

/** Bills what was used of a service that has ended, or up to a change of it. */
export const billUse = defineJob({
  name: 'billing.bill-use',
  input: z.object({ organization: id('organization'), service: id('service') }),
  run: (ctx, asked) => ctx.transact((tx) => billUseOf(tx, asked)),
});

/**
 * Bills by itself what was used and comes with no renewal any more, or not soon: all of it once a service has ended, else what was used
 * before its terms changed. What comes to nothing is noted as billed all the same. Needs a transaction that sees everything.
 */
export async function billUseOf(tx: Tx, { organization, service: id }: ServiceKey): Promise<void> {
  const service = await lockService(tx, organization, id);
  // The run is about to bill it.
  const { nextInvoiceOn } = service;
  if (isMetered(service) && nextInvoiceOn && nextInvoiceOn <= todayOf(service, tx.now)) return;
  const until = await lastDayOf(tx, service);
  if (!until) return;
  const windows = await findWindows(tx.db, [{ organization, service: id, until }]);
  if (windows.every(({ known }) => known) && service.state !== 'ended') return;
  const { lines, closings } = usageLines(service, windows, 0n);
  const { currency } = service;
  const asked = { organization, kind: 'manual', orderId: null, lines, currency } as const;
  const invoice = lines.length === 0 ? null : (await issueInvoice(tx, asked)).id;
  await closeWindows(
    tx,
    closings.map((one) => ({ ...one, invoice })),
  );
}

/** The first day that is not to be billed now: after the end, or from which the terms hold that it is at. Null where none were agreed. */
async function lastDayOf(tx: Tx, service: Service): Promise<CalendarDate | null> {
  const { rows } = await sql<{ until: CalendarDate | null }>`
    select case when s.state = 'ended' then ${endsOn} else (
      select max(t.from_on) from services.metered_terms t
      where t.organization_id = s.organization_id and t.service_id = s.id and t.from_on <= ${todayOf(service, tx.now)}::date) end as until
    from services.services s where s.organization_id = ${service.organization} and s.id = ${service.id}`.execute(
    tx.db,
  );
  return rows[0]!.until;
}

/** A service that was canceled for a day ends with it, one that was ended at once with the day after. */
const endsOn = sql`least(s.cancel_on, (s.ended_at at time zone s.time_zone)::date + 1)`;

export const finalUse = defineSweep({
  name: 'billing.bill-final-use',
  cron: '17 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const { rows } = await sql<{ organization: Id<'organization'>; service: Id<'service'> }>`
        select s.organization_id as organization, s.id as service from services.services s
        where s.state = 'ended' and s.ended_at <= ${tx.now}::timestamptz - make_interval(hours => ${hoursForTheLast})
          and s.ended_at > ${tx.now}::timestamptz - make_interval(days => ${daysLookedAt})
          and exists (select from services.metered_terms t where t.organization_id = s.organization_id and t.service_id = s.id
            and t.from_on < ${endsOn} and t.metered <> '[]')
          and not exists (select from usage.windows w where w.organization_id = s.organization_id and w.service_id = s.id
            and w.to_on >= ${endsOn})
        order by s.ended_at limit ${batch}`.execute(tx.db);
      for (const found of rows) tx.enqueue(billUse, found, { key: found.service });
    }),
});

import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import { mostLateDays } from '../settings-contract.ts';
import type { Window } from '../queries/windows.ts';

/** What was billed of a window: `charged` names each meter with what had been used, in its places, and minor units. */
export interface Closing {
  window: Window;
  charged: readonly { meter: string; quantity: bigint; amount: bigint }[];
  /** Null where nothing was to be charged. */
  invoice: string | null;
}

/**
 * Notes that windows have been billed, in the transaction that issues the invoices and holds the services: a day that is billed cannot be
 * billed as new again, which the keys of the tables see to. One statement.
 */
export async function closeWindows(tx: Tx, closings: readonly Closing[]): Promise<void> {
  // No event so old is taken any more, wherever it happened.
  const over = addDays(dateIn('Pacific/Pago_Pago', tx.now), -mostLateDays - 1);
  const windows = closings.map(({ window }) => ({
    organization_id: window.organization,
    service_id: window.service,
    from_on: window.from,
    to_on: window.to,
    anchor_on: window.anchor,
    cycle: window.cycle,
    currency: window.currency,
    price_version: window.version,
    metered: window.charges,
    settled: window.to < over,
    known: window.known,
  }));
  const charged = closings.flatMap(({ window, charged: each, invoice }) =>
    each.map(({ meter, quantity, amount }) => ({
      organization_id: window.organization,
      service_id: window.service,
      from_on: window.from,
      meter_id: meter,
      invoice_id: invoice,
      quantity: String(quantity),
      amount: String(amount),
    })),
  );
  await sql`
    with given as (
      select r.*, x.known from jsonb_array_elements(${JSON.stringify(windows)}::jsonb) as e (one)
      cross join lateral jsonb_populate_record(null::usage.windows, e.one) r
      cross join lateral (select (e.one ->> 'known')::boolean as known) x),
    added as (
      insert into usage.windows (organization_id, service_id, from_on, to_on, anchor_on, cycle, currency, price_version, metered, settled,
        billed_at)
      select organization_id, service_id, from_on, to_on, anchor_on, cycle, currency, price_version, metered, settled, ${tx.now}::timestamptz
      from given where not known),
    settled as (
      update usage.windows w set settled = true from given g where g.known and g.settled
        and w.organization_id = g.organization_id and w.service_id = g.service_id and w.from_on = g.from_on)
    insert into usage.charged (organization_id, service_id, from_on, meter_id, invoice_id, quantity, amount, charged_at)
    select organization_id, service_id, from_on, meter_id, invoice_id, quantity, amount, ${tx.now}::timestamptz
    from jsonb_populate_recordset(null::usage.charged, ${JSON.stringify(charged)}::jsonb)`.execute(tx.db);
}

/** An invoice was taken back: what it charged for use is owed again, and comes with the next invoice of the service. */
export async function reopenWindows(tx: Tx, invoice: string): Promise<void> {
  await sql`
    with back as (
      update usage.charged set taken_back = true where invoice_id = ${invoice} returning organization_id, service_id, from_on)
    update usage.windows w set settled = false from back b
    where w.organization_id = b.organization_id and w.service_id = b.service_id and w.from_on = b.from_on`.execute(
    tx.db,
  );
}

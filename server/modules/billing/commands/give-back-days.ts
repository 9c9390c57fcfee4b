import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { addMonths } from '../../../kernel/values/dates.ts';
import { daysOwed, forgetPrepaid, lockService, monthsOf, todayOf } from '../../services/index.ts';
import type { Service, ServiceKey } from '../../services/index.ts';
import { giveBack } from './give-back.ts';
import type { GivenUp } from './give-back.ts';

/** What giving back the days comes to that were paid with the order, were over before it began, and came off no period; null: none. */
export function owedForDays(service: Service, on: Parameters<typeof daysOwed>[1]): GivenUp | null {
  const owed = daysOwed(service, on);
  if (!owed || owed.cycle === 'one_time') return null;
  const { organization, id } = service;
  // The part they were of ended not long before, and was on the invoice of the order.
  const since = addMonths(owed.from!, -2 * monthsOf[owed.cycle]);
  return { organization, service: id, price: BigInt(owed.amount!), since, fromOrder: true };
}

/** A service has ended: days that were paid for and not had are given back, once. Needs a transaction that sees everything. */
export async function giveBackDays(tx: Tx, key: ServiceKey): Promise<void> {
  const service = await lockService(tx, key.organization, key.service);
  if (service.state !== 'ended') return;
  const owed = owedForDays(service, todayOf(service, tx.now));
  if (!owed || (await isAsked(tx, service))) return;
  await forgetPrepaid(tx, key);
  await giveBack(tx, owed, 'order_cancellation');
}

/** Whether an invoice that stands has them taken off already. */
async function isAsked(tx: Tx, { organization, id, discounts }: Service): Promise<boolean> {
  const from = discounts.find(({ prepaid }) => prepaid)?.from ?? null;
  const { rows } = await sql<{ asked: boolean }>`
    select exists (
      select from billing.invoice_lines l join billing.invoices i on i.organization_id = l.organization_id and i.id = l.invoice_id
      where l.for_organization_id = ${organization} and l.service_id = ${id} and l.period_from = ${from} and i.kind = 'renewal'
        and i.status <> 'void' and l.net > (select coalesce(sum(c.net), 0) from billing.credit_note_lines c
          where c.organization_id = l.organization_id and c.invoice_id = l.invoice_id and c.position = l.position)) as asked`.execute(
    tx.db,
  );
  return rows[0]!.asked;
}

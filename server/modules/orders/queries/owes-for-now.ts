import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Service } from '../../services/index.ts';

/** The last period that was invoiced is not paid and begins after all that is. */
export function opensAhead({ period, paidThrough }: Service): boolean {
  return period !== null && paidThrough !== null && period.from >= paidThrough;
}

/** Whether something is owed for a service besides the invoice of a period that begins after what is paid for. */
export async function owesForNow(db: Db, service: Service): Promise<boolean> {
  if (!opensAhead(service)) return true;
  const { rows } = await sql<{ owes: boolean }>`
    select exists (
      select from services.service_invoices s left join billing.invoices i on i.id = s.invoice_id
      where s.organization_id = ${service.organization} and s.service_id = ${service.id} and s.status <> 'settled'
        and (i.id is null or (i.status in ('due', 'overdue', 'pending') and not coalesce(
          i.kind = 'renewal' and i.status = 'due' and i.paid = i.taken_back and i.id in (
            select r.invoice_id from billing.invoice_lines r where r.for_organization_id = ${service.organization}
              and r.service_id = ${service.id} and r.period_from >= ${service.paidThrough}), false)))
    ) as owes`.execute(db);
  return rows[0]!.owes;
}

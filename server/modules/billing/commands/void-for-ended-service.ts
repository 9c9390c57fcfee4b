import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import { lockService } from '../../services/index.ts';
import { voidInvoice } from './void-invoice.ts';

/**
 * A service ends, now or on a day: takes back the invoices that are only for it and only for time that has not begun. What was
 * used is still owed, and an invoice with other things on it is for the staff to decide. Does nothing when the end was called
 * off in the meantime.
 */
export async function voidForEndedService(
  tx: Tx,
  organization: Id<'organization'>,
  serviceId: Id<'service'>,
  invoiceIds: readonly string[],
): Promise<void> {
  const service = await lockService(tx, organization, serviceId);
  if (service.state !== 'ended' && service.state !== 'cancel_scheduled') return;
  const today = dateIn(service.timeZone, tx.now);
  const { rows } = await sql<{ payer: Id<'organization'>; id: Id<'invoice'> }>`
    select i.organization_id as payer, i.id from billing.invoices i
    where i.id = any (${[...invoiceIds]}::uuid[]) and coalesce(i.for_organization_id, i.organization_id) = ${organization}
      and i.status in ('due', 'overdue') and i.paid = 0 and not exists (
        select from billing.invoice_lines l
        where l.organization_id = i.organization_id and l.invoice_id = i.id
          and (l.service_id is distinct from ${serviceId} or l.period_from <= ${today}))
    order by i.due_on, i.id`.execute(tx.db);
  for (const { payer, id } of rows) {
    const reason = 'The service it was for has been canceled.';
    await voidInvoice(tx, { organization: payer, invoice: id, reason });
  }
}

import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { lockService } from '../../services/index.ts';
import type { ServiceKey } from '../../services/index.ts';
import { voidInvoice } from './void-invoice.ts';

/**
 * Voids what a service was invoiced for periods that begin after all that is paid for, where nothing was paid on it: it is about to be
 * agreed on anew. Needs a transaction that sees everything.
 */
export async function takeBackRenewals(tx: Tx, { organization, service: id }: ServiceKey): Promise<void> {
  const { paidThrough } = await lockService(tx, organization, id);
  if (!paidThrough) return;
  const { rows } = await sql<{ payer: Id<'organization'>; id: Id<'invoice'> }>`
    select distinct i.organization_id as payer, i.id from billing.invoice_lines l
    join billing.invoices i on i.organization_id = l.organization_id and i.id = l.invoice_id
    where l.for_organization_id = ${organization} and l.service_id = ${id} and l.period_from >= ${paidThrough}
      and i.kind = 'renewal' and i.status = 'due' and i.paid = 0
    order by i.id`.execute(tx.db);
  for (const { payer, id: invoice } of rows) {
    const reason = 'The service has been changed; a new invoice takes its place.';
    await voidInvoice(tx, { organization: payer, invoice, reason });
  }
}

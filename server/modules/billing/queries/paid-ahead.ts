import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Service } from '../../services/index.ts';

/**
 * A renewal of a service is paid and its time is not granted yet: that follows in a moment (`payment_pending`), or once another invoice of it
 * is paid too (`open_invoice`). Until then nothing may count on what the service says it is paid up to. Needs to see everything.
 */
export async function whyNotGranted(
  db: Db,
  { organization, id, paidThrough }: Pick<Service, 'organization' | 'id' | 'paidThrough'>,
): Promise<'payment_pending' | 'open_invoice' | null> {
  if (!paidThrough) return null;
  const { rows } = await sql<{ paid: boolean; open: boolean }>`
    select coalesce(bool_or(i.status = 'paid' and i.kind = 'renewal' and l.period_from >= ${paidThrough} and l.net > (
        select coalesce(sum(c.net), 0) from billing.credit_note_lines c
        where c.organization_id = l.organization_id and c.invoice_id = l.invoice_id and c.position = l.position)), false) as paid,
      coalesce(bool_or(i.status in ('due', 'overdue', 'pending')), false) as open
    from billing.invoice_lines l join billing.invoices i on i.organization_id = l.organization_id and i.id = l.invoice_id
    where l.for_organization_id = ${organization} and l.service_id = ${id}
      and (i.status in ('due', 'overdue', 'pending') or l.period_from >= ${paidThrough})`.execute(db);
  const { paid, open } = rows[0]!;
  if (!paid) return null;
  return open ? 'open_invoice' : 'payment_pending';
}

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
    select coalesce(bool_or(i.status = 'paid' and i.kind = 'renewal' and l.period_from >= ${paidThrough} and l.net > c.net), false) as paid,
      coalesce(bool_or(i.status in ('due', 'overdue', 'pending') and (l.net = 0 or l.net <> c.net)), false) as open
    from billing.invoice_lines l join billing.invoices i on i.organization_id = l.organization_id and i.id = l.invoice_id
    cross join lateral (select coalesce(sum(n.net), 0) as net from billing.credit_note_lines n
      where n.organization_id = l.organization_id and n.invoice_id = l.invoice_id and n.position = l.position) c
    where l.for_organization_id = ${organization} and l.service_id = ${id}
      and (i.status in ('due', 'overdue', 'pending') or l.period_from >= ${paidThrough})`.execute(db);
  const { paid, open } = rows[0]!;
  if (!paid) return null;
  return open ? 'open_invoice' : 'payment_pending';
}

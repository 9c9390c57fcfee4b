import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { dateIn } from '../../../kernel/values/dates.ts';
import { lockService } from '../../services/index.ts';
import { takeBack } from './take-back-ahead.ts';

/**
 * A service ends, now or on a day: takes back what it was invoiced only for time that has not begun, the invoice where it stands alone on
 * it, its lines where other renewals do. What was used is still owed, and anything else is for the staff to decide. Does nothing when the
 * end was called off in the meantime.
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
  const { rows } = await sql<{
    payer: Id<'organization'>;
    invoice: Id<'invoice'>;
    shared: boolean;
    lines: { position: number; net: string }[];
  }>`
    select i.organization_id as payer, i.id as invoice, l.shared, l.lines from billing.invoices i cross join lateral (
      select bool_or(l.service_id is distinct from ${serviceId}) as shared,
        bool_or(l.service_id = ${serviceId} and l.period_from <= ${today}) as begun,
        json_agg(json_build_object('position', l.position, 'net', (l.net - coalesce(c.net, 0))::text) order by l.position)
          filter (where l.service_id = ${serviceId}) as lines
      from billing.invoice_lines l left join lateral (select sum(c.net) as net from billing.credit_note_lines c
        where c.organization_id = l.organization_id and c.invoice_id = l.invoice_id and c.position = l.position) c on true
      where l.organization_id = i.organization_id and l.invoice_id = i.id) l
    where i.id = any (${[...invoiceIds]}::uuid[]) and coalesce(i.for_organization_id, i.organization_id) = ${organization}
      and i.status in ('due', 'overdue') and l.lines is not null and l.begun is not true
      and case when l.shared then i.kind = 'renewal' else i.paid = 0 end
    order by i.due_on, i.id`.execute(tx.db);
  for (const { lines, ...found } of rows) {
    const open = lines.map(({ position, net }) => ({ position, net: BigInt(net) }));
    await takeBack(tx, service, { ...found, lines: open }, 'The service it was for has been canceled.');
  }
}

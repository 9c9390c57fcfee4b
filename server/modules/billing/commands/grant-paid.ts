import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { setPaidThrough } from '../../services/index.ts';

/**
 * A renewal was paid while a later one is open: each service is paid for up to the first day that is still asked for. Whoever owes
 * anything else, or for time before that, waits until all is paid. Needs a transaction that sees everything.
 */
export async function grantBeforeOpen(
  tx: Tx,
  organization: Id<'organization'>,
  services: readonly string[],
): Promise<void> {
  const { rows } = await sql<{ service: Id<'service'>; through: CalendarDate }>`
    select s.id as service, least(a.open_from, a.paid_to) as through
    from services.services s cross join lateral (
      select max(l.period_to) filter (where i.status = 'paid' and i.kind = 'renewal') as paid_to,
        min(coalesce(l.period_from, '-infinity')) filter (where i.status in ('due', 'overdue', 'pending')) as open_from
      from billing.invoice_lines l join billing.invoices i on i.organization_id = l.organization_id and i.id = l.invoice_id
      where l.for_organization_id = s.organization_id and l.service_id = s.id and l.why->>'kind' is distinct from 'usage'
        and (l.net = 0 or l.net <> (select coalesce(sum(c.net), 0) from billing.credit_note_lines c
          where c.organization_id = l.organization_id and c.invoice_id = l.invoice_id and c.position = l.position))) a
    where s.organization_id = ${organization} and s.id = any (${[...services]}::uuid[])
      and s.state in ('active', 'past_due') and a.open_from > s.paid_through and a.paid_to > s.paid_through
    order by s.id`.execute(tx.db);
  for (const { service, through } of rows) await setPaidThrough(tx, { organization, service, through });
}

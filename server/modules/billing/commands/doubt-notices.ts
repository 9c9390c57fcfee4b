import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { openOnes } from '../queries/invoice-json.ts';

/**
 * A mail came back: whether its reader has got any notice of an overdue invoice is looked at anew, since mail to that address counts no
 * more. Needs a transaction that sees everything.
 */
export async function doubtNotices(tx: Tx, mail: string): Promise<void> {
  await sql`
    with doubted as (
      update billing.dunnings d set noticed_on = null
      from notifications.mails l join organizations.members m on m.person_id = l.person_id
      where l.id = ${mail} and d.organization_id = m.organization_id and d.noticed_on is not null
        and exists (select from billing.dunning_steps s where s.organization_id = d.organization_id
          and s.invoice_id = d.invoice_id and s.kind = 'notice' and l.person_id = any (s.told))
      returning d.organization_id, d.invoice_id)
    update billing.invoices i set collect_at = null from doubted d
    where i.organization_id = d.organization_id and i.id = d.invoice_id and i.status in ${openOnes}`.execute(
    tx.db,
  );
}

import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';

/** The renewals of a service are paid by hand from now on, or without asking again: they share no invoice with what is paid otherwise. */
export async function notePaidByHand(tx: Tx, service: Id<'service'>, byHand: boolean): Promise<void> {
  await (
    byHand
      ? sql`
          insert into billing.services_paid_by_hand (organization_id, service_id)
          select organization_id, id from services.services where id = ${service} on conflict do nothing`
      : sql`
          delete from billing.services_paid_by_hand b using services.services s
          where s.id = ${service} and b.organization_id = s.organization_id and b.service_id = s.id`
  ).execute(tx.db);
}

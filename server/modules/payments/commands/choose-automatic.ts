import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { automaticPaymentChosen } from '../events.ts';

interface Choice {
  organization: Id<'organization'>;
  /** Null for all that the organization pays. */
  service: Id<'service'> | null;
  isOn: boolean;
  person: Id<'person'>;
}

/**
 * The payer wants to be charged for renewals without asking, or pays them by hand; also for one service, its own or one it pays for.
 * Needs a transaction that sees everything. Errors: `not_found`.
 */
export async function chooseAutomatic(
  tx: Tx,
  { organization, service, isOn, person }: Choice,
): Promise<void> {
  if (service && !(await paysFor(tx, organization, service))) throw new Problem(notFound);
  const changed = service
    ? await (
        isOn
          ? sql`delete from payments.services_paid_by_hand where organization_id = ${organization} and service_id = ${service}`
          : sql`insert into payments.services_paid_by_hand (organization_id, service_id, since, chosen_by)
            values (${organization}, ${service}, ${tx.now}, ${person}) on conflict do nothing`
      ).execute(tx.db)
    : await (
        isOn
          ? sql`delete from payments.paid_by_hand where organization_id = ${organization}`
          : sql`insert into payments.paid_by_hand (organization_id, since, chosen_by)
            values (${organization}, ${tx.now}, ${person}) on conflict do nothing`
      ).execute(tx.db);
  if (changed.numAffectedRows === 0n) return;
  tx.emit(automaticPaymentChosen, {
    organizationId: organization,
    subject: service ? { kind: 'service', id: service } : { kind: 'organization', id: organization },
    data: { serviceId: service, isOn },
  });
}

async function paysFor(tx: Tx, organization: Id<'organization'>, service: Id<'service'>): Promise<boolean> {
  const { rows } = await sql`
    select from services.services s join organizations.tree t on t.descendant_id = s.organization_id
    where s.id = ${service} and t.ancestor_id = ${organization}`.execute(tx.db);
  return rows.length > 0;
}

import type { Tx } from '../../kernel/db/tx.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { WithholdingKind, WithholdingState } from './domain/withholding.ts';

/** A withholding whose row this transaction holds. */
export interface LockedWithholding {
  organization: Id<'organization'>;
  id: Id<'withholding'>;
  invoice: Id<'invoice'>;
  kind: WithholdingKind;
  state: WithholdingState;
  amount: bigint;
  slipDueOn: CalendarDate;
  reminders: number;
  remindedOn: CalendarDate | null;
}

/** Which one; staff name it by its id alone. */
export interface WithholdingKey {
  organization: Id<'organization'> | null;
  withholding: Id<'withholding'>;
}

/** Takes the row; its invoice's comes first where both are taken. Errors: `not_found`. */
export async function lockWithholding(tx: Tx, key: WithholdingKey): Promise<LockedWithholding> {
  const row = await tx.db
    .selectFrom('billing.withholdings')
    .select(['organization_id', 'id', 'invoice_id', 'kind', 'state', 'amount', 'slip_due_on'])
    .select(['reminders', 'reminded_on'])
    .where('id', '=', key.withholding)
    .$if(key.organization !== null, (query) => query.where('organization_id', '=', key.organization!))
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return {
    organization: row.organization_id as Id<'organization'>,
    id: key.withholding,
    invoice: row.invoice_id as Id<'invoice'>,
    kind: row.kind as WithholdingKind,
    state: row.state as WithholdingState,
    amount: row.amount,
    slipDueOn: row.slip_due_on,
    reminders: row.reminders,
    remindedOn: row.reminded_on,
  };
}

/** The invoice of a withholding, to be locked before it. Errors: `not_found`. */
export async function invoiceOf(tx: Tx, key: WithholdingKey) {
  const row = await tx.db
    .selectFrom('billing.withholdings')
    .select(['organization_id', 'invoice_id'])
    .where('id', '=', key.withholding)
    .$if(key.organization !== null, (query) => query.where('organization_id', '=', key.organization!))
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return {
    organization: row.organization_id as Id<'organization'>,
    invoice: row.invoice_id as Id<'invoice'>,
  };
}

/** What facts about it are about. */
export function subjectOf({ organization, id }: Pick<LockedWithholding, 'organization' | 'id'>) {
  return { organizationId: organization, subject: { kind: 'withholding', id } };
}

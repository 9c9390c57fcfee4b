import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import type { InvoiceStatus } from '../domain/abilities.ts';
import type { DocumentState, SettlementState } from '../domain/invoice-states.ts';

/** What somebody who takes money for an invoice must know of it; null when the organization has no such invoice. */
export async function findPayable(db: Db, organization: Id<'organization'>, invoice: Id<'invoice'>) {
  const row = await db
    .selectFrom('billing.invoices')
    .select([
      'number',
      'currency',
      'total',
      'paid',
      'document',
      'settlement',
      'status',
      'collection',
      'due_on',
    ])
    .where('organization_id', '=', organization)
    .where('id', '=', invoice)
    .executeTakeFirst();
  if (!row) return null;
  return {
    number: row.number,
    currency: row.currency as Currency,
    total: row.total,
    paid: row.paid,
    balance: row.document === 'issued' ? row.total - row.paid : 0n,
    document: row.document as DocumentState,
    settlement: row.settlement as SettlementState,
    status: row.status as InvoiceStatus,
    isDisputed: row.collection === 'disputed',
    dueOn: row.due_on,
  };
}
export type Payable = NonNullable<Awaited<ReturnType<typeof findPayable>>>;

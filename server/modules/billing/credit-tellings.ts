import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findMembersWhoMay } from '../organizations/index.ts';
import { creditNoteReady } from './credit-messages.ts';
import { toNumber } from './invoice-row.ts';
import { useCredit } from './permissions.ts';

/** Tells those who look after the organization's money of a credit note that has its number. */
export async function tellOfCreditNote(
  tx: Tx,
  { organization, id }: { organization: Id<'organization'>; id: Id<'credit-note'> },
): Promise<void> {
  const row = await tx.db
    .selectFrom('billing.credit_notes as n')
    .innerJoin('billing.invoices as i', (join) =>
      join.onRef('i.organization_id', '=', 'n.organization_id').onRef('i.id', '=', 'n.invoice_id'),
    )
    .innerJoin('organizations.organizations as o', 'o.id', 'n.organization_id')
    .select(['n.number', 'n.total', 'n.settled', 'n.currency', 'i.number as invoice', 'o.slug'])
    .where('n.organization_id', '=', organization)
    .where('n.id', '=', id)
    .executeTakeFirstOrThrow();
  const sum = (amount: bigint) => ({ amount: toNumber(amount), currency: row.currency });
  const data = {
    number: row.number ?? '',
    invoice: row.invoice ?? '',
    total: sum(row.total),
    settled: sum(row.settled),
    credited: sum(row.total - row.settled),
    path: `/o/${row.slug}/invoices/credit-notes/${id}`,
  };
  for (const person of await findMembersWhoMay(tx.db, organization, useCredit))
    tx.tell(creditNoteReady, { to: { person }, organizationId: organization, occurrence: id, data });
}

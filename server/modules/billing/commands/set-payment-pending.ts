import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';

/**
 * Notes whether somebody is looking at a payment that was reported for an invoice and not confirmed yet: it shows as pending, and
 * nobody is chased for it. Who takes the money says so, and says when it is over. Needs a transaction that sees everything.
 */
export async function setPaymentPending(
  tx: Tx,
  input: { organization: Id<'organization'>; invoice: Id<'invoice'>; pending: boolean },
): Promise<void> {
  await tx.db
    .updateTable('billing.invoices')
    .set((eb) => ({
      payment_pending: input.pending,
      collect_at: null,
      version: eb('version', '+', 1),
    }))
    .where('organization_id', '=', input.organization)
    .where('id', '=', input.invoice)
    .where('payment_pending', '<>', input.pending)
    .where('settlement', 'in', ['unpaid', 'partially_paid'])
    .where('document', '=', 'issued')
    .execute();
}

import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { money } from '../../../kernel/values/money.ts';
import { release } from '../allocate.ts';
import { book } from '../book.ts';
import { withholdingReopened as reopenedEntry } from '../domain/ledger.ts';
import { withholdingStates } from '../domain/withholding.ts';
import { withholdingReopened } from '../events.ts';
import { lockInvoice, toNumber } from '../invoice-row.ts';
import type { LockedInvoice } from '../invoice-row.ts';
import { tellOfReopened } from '../tax-tellings.ts';
import { invoiceOf, lockWithholding, subjectOf } from '../withholding-row.ts';
import type { LockedWithholding, WithholdingKey } from '../withholding-row.ts';

/**
 * What was withheld was never proved: it is owed again, and the client hears of it. Needs a transaction that sees everything. Errors:
 * `not_found`, `wrong_state`.
 */
export async function reopenWithholding(tx: Tx, key: WithholdingKey): Promise<void> {
  const { organization, invoice: id } = await invoiceOf(tx, key);
  const invoice = await lockInvoice(tx, organization, id);
  const withholding = await lockWithholding(tx, { ...key, organization });
  await reopen(tx, invoice, withholding);
  await tellOfReopened(tx, withholding);
}

/** Takes all that was withheld off a locked invoice, which is being taken back. */
export async function releaseWithholdings(tx: Tx, invoice: LockedInvoice): Promise<void> {
  const { organization } = invoice;
  const live = await tx.db
    .selectFrom('billing.withholdings')
    .select('id')
    .where('organization_id', '=', organization)
    .where('invoice_id', '=', invoice.id)
    .where('state', '<>', 'reopened')
    .execute();
  for (const { id } of live) {
    const withholding = id as Id<'withholding'>;
    await reopen(tx, invoice, await lockWithholding(tx, { organization, withholding }));
  }
}

/** Both rows are locked. */
async function reopen(tx: Tx, invoice: LockedInvoice, withholding: LockedWithholding): Promise<void> {
  withholdingStates.assertMove(withholding.state, 'reopened');
  const { organization, currency } = invoice;
  const { id, amount } = withholding;
  const allocation = await tx.db
    .selectFrom('billing.allocations')
    .select(['id', 'amount'])
    .where('organization_id', '=', organization)
    .where('withholding_id', '=', id)
    .where('released_at', 'is', null)
    .executeTakeFirstOrThrow();
  await release(tx, invoice, allocation);
  await tx.db
    .updateTable('billing.withholdings')
    .set((eb) => ({ state: 'reopened', decided_at: tx.now, version: eb('version', '+', 1) }))
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute();
  await book(tx, {
    organization,
    currency,
    kind: 'withholding_reopened',
    invoice: invoice.id,
    receipt: null,
    entry: reopenedEntry({ organizationId: organization, amount: money(amount, currency) }),
  });
  tx.emit(withholdingReopened, {
    ...subjectOf(withholding),
    data: { withholdingId: id, invoiceId: invoice.id, amount: toNumber(amount), currency },
  });
}

import { sql } from 'kysely';
import type { Fact } from '../../kernel/events/define.ts';
import { on, onAll } from '../../kernel/events/reactions.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { toJson } from '../../kernel/values/money.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { findPayable, invoiceCredited, invoicePaid, invoiceVoided } from '../billing/index.ts';
import { chargeReactions } from './charge-reactions.ts';
import { collectionReactions } from './collection-reactions.ts';
import { forgetMethod } from './commands/forget-method.ts';
import { disputeTellings } from './dispute-tellings.ts';
import { methodRemoved, transferRejected } from './events.ts';
import { cancelIdleAttempt } from './jobs.ts';
import { transferNotFound } from './messages.ts';
import { refundTellings } from './refund-tellings.ts';
import { tellPayers } from './tellings.ts';

export const reactions = [
  ...chargeReactions,
  ...collectionReactions,
  onAll(invoicePaid, 'payments.end-idle-attempts-of-paid-invoice', endIdleAttempts),
  onAll(invoiceVoided, 'payments.end-idle-attempts-of-void-invoice', endIdleAttempts),
  onAll(invoiceCredited, 'payments.end-idle-attempts-of-credited-invoice', endIdleAttempts),
  on(methodRemoved, 'payments.forget-removed-method', async (tx, { organizationId, data }) => {
    const method = data.methodId as Id<'saved-method'>;
    tx.enqueue(forgetMethod, { organization: organizationId!, method }, { key: method });
  }),
  on(transferRejected, 'payments.tell-of-rejected-transfer', async (tx, { id, organizationId, data }) => {
    const organization = organizationId!;
    const invoice = data.invoiceId as Id<'invoice'> | null;
    const [transfer, payable] = await Promise.all([
      tx.db
        .selectFrom('payments.transfers')
        .select(['amount', 'currency', 'paid_on', 'reason'])
        .where('organization_id', '=', organization)
        .where('id', '=', data.transferId)
        .executeTakeFirstOrThrow(),
      invoice && findPayable(tx.db, organization, invoice),
    ]);
    await tellPayers(tx, organization, transferNotFound, {
      occurrence: id,
      path: invoice ? `/invoices/${invoice}/pay` : '/invoices/credit/add',
      data: {
        number: payable?.number ?? null,
        deposit: invoice === null,
        amount: toJson({ amount: transfer.amount, currency: transfer.currency as Currency }),
        paidOn: transfer.paid_on,
        reason: transfer.reason!,
      },
    });
  }),
  ...refundTellings,
  ...disputeTellings,
];

/** Nothing is owed any more: nobody may pay it twice, and nothing is charged for it. */
async function endIdleAttempts(tx: Tx, facts: readonly Fact<{ invoiceId: string }>[]): Promise<void> {
  const { rows } = await sql<{ organization: Id<'organization'>; attempt: Id<'attempt'> }>`
    with told as (
      select * from unnest(${facts.map((fact) => fact.organizationId)}::uuid[], ${facts.map((fact) => fact.data.invoiceId)}::uuid[])
        as told (organization_id, invoice_id)
    ), over as (
      update payments.automatic_charges c set state = 'over', why = null, next_at = null, next_method_id = null, look_at = null
      from told where c.organization_id = told.organization_id and c.invoice_id = told.invoice_id and c.state <> 'over'
    )
    select i.organization_id as organization, i.attempt_id as attempt
    from told
      join payments.attempt_invoices i on i.organization_id = told.organization_id and i.invoice_id = told.invoice_id
    where i.open`.execute(tx.db);
  for (const row of rows) tx.enqueue(cancelIdleAttempt, row, { key: row.attempt });
}

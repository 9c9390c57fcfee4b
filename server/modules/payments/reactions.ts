import { on } from '../../kernel/events/reactions.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import { readSetting } from '../../kernel/settings.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { toJson } from '../../kernel/values/money.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { findPayable, invoiceIssued, invoicePaid, invoiceVoided } from '../billing/index.ts';
import { findAttempt } from './attempt-row.ts';
import { chargeAutomatically } from './commands/charge-automatically.ts';
import { forgetMethod } from './commands/forget-method.ts';
import { findOpen } from './commands/start-payment.ts';
import { methodRemoved, paymentFailed, transferRejected } from './events.ts';
import { cancelIdleAttempt } from './jobs.ts';
import { automaticPaymentFailed, transferNotFound } from './messages.ts';
import { automaticPayment } from './settings.ts';
import { tellPayers } from './tellings.ts';

/** Time for the invoice to get its number, and for credit to pay its part first. */
const chargeAfterMilliseconds = 60_000;

export const reactions = [
  on(invoiceIssued, 'payments.charge-renewal', async (tx, { organizationId, data }) => {
    if (data.kind !== 'renewal' || data.total === 0) return;
    const { value } = await readSetting(tx.db, automaticPayment);
    if (!value.renewals || !(await hasDefault(tx, organizationId!))) return;
    const invoice = data.invoiceId as Id<'invoice'>;
    const after = new Date(tx.now.getTime() + chargeAfterMilliseconds);
    tx.enqueue(chargeAutomatically, { organization: organizationId!, invoice }, { key: invoice, after });
  }),
  on(invoicePaid, 'payments.end-idle-attempts-of-paid-invoice', (tx, { organizationId, data }) =>
    endIdleAttempt(tx, organizationId!, data.invoiceId as Id<'invoice'>),
  ),
  on(invoiceVoided, 'payments.end-idle-attempts-of-void-invoice', (tx, { organizationId, data }) =>
    endIdleAttempt(tx, organizationId!, data.invoiceId as Id<'invoice'>),
  ),
  on(methodRemoved, 'payments.forget-removed-method', async (tx, { organizationId, data }) => {
    const method = data.methodId as Id<'saved-method'>;
    tx.enqueue(forgetMethod, { organization: organizationId!, method }, { key: method });
  }),
  on(paymentFailed, 'payments.tell-of-failed-charge', async (tx, { id, organizationId, data }) => {
    const invoice = data.invoiceIds[0] as Id<'invoice'> | undefined;
    if (!data.automatic || invoice === undefined) return;
    const organization = organizationId!;
    const [attempt, payable] = await Promise.all([
      findAttempt(tx.db, organization, data.attemptId as Id<'attempt'>),
      findPayable(tx.db, organization, invoice),
    ]);
    const { amount, currency } = attempt.state;
    await tellPayers(tx, organization, automaticPaymentFailed, {
      occurrence: id,
      path: `/invoices/${invoice}/pay`,
      data: {
        card: attempt.paidWith,
        number: payable!.number,
        amount: toJson({ amount, currency }),
        class: data.class,
        dueOn: payable!.dueOn,
      },
    });
  }),
  on(transferRejected, 'payments.tell-of-rejected-transfer', async (tx, { id, organizationId, data }) => {
    const organization = organizationId!;
    const invoice = data.invoiceId as Id<'invoice'>;
    const [transfer, payable] = await Promise.all([
      tx.db
        .selectFrom('payments.transfers')
        .select(['amount', 'currency', 'paid_on', 'reason'])
        .where('organization_id', '=', organization)
        .where('id', '=', data.transferId)
        .executeTakeFirstOrThrow(),
      findPayable(tx.db, organization, invoice),
    ]);
    await tellPayers(tx, organization, transferNotFound, {
      occurrence: id,
      path: `/invoices/${invoice}/pay`,
      data: {
        number: payable!.number,
        amount: toJson({ amount: transfer.amount, currency: transfer.currency as Currency }),
        paidOn: transfer.paid_on,
        reason: transfer.reason!,
      },
    });
  }),
];

async function hasDefault(tx: Tx, organization: Id<'organization'>): Promise<boolean> {
  const row = await tx.db
    .selectFrom('payments.saved_methods')
    .select('id')
    .where('organization_id', '=', organization)
    .where('is_default', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}

async function endIdleAttempt(
  tx: Tx,
  organization: Id<'organization'>,
  invoice: Id<'invoice'>,
): Promise<void> {
  const open = await findOpen(tx.db, organization, invoice);
  if (open) tx.enqueue(cancelIdleAttempt, { organization, attempt: open.id }, { key: open.id });
}

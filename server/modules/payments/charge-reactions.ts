import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import { on } from '../../kernel/events/reactions.ts';
import { readSetting } from '../../kernel/settings.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { invoiceIssued } from '../billing/index.ts';
import { findAttempt } from './attempt-row.ts';
import { chargeAutomatically } from './commands/charge-automatically.ts';
import * as events from './events.ts';
import { automaticPayment } from './settings.ts';

/** Time for the invoice to get its number, and for credit to pay its part first. */
const chargeAfterMilliseconds = 60_000;

export const chargeReactions = [
  on(invoiceIssued, 'payments.charge-renewal', async (tx, { organizationId, data }) => {
    if (data.kind !== 'renewal' || data.total === 0) return;
    if (!(await wantsToBeCharged(tx, organizationId!))) return;
    const invoice = data.invoiceId as Id<'invoice'>;
    const after = new Date(tx.now.getTime() + chargeAfterMilliseconds);
    tx.enqueue(chargeAutomatically, { organization: organizationId!, invoice }, { key: invoice, after });
  }),
  on(events.paymentFailed, 'payments.follow-failed-payment', async (tx, { organizationId, data }) => {
    if (data.class === 'never')
      await refuseMethod(tx, organizationId!, data.attemptId as Id<'attempt'>, data.code);
    await lookAt(tx, organizationId!, data.invoiceIds);
  }),
  on(events.paymentExpired, 'payments.follow-expired-payment', (tx, { organizationId, data }) =>
    lookAt(tx, organizationId!, data.invoiceIds),
  ),
  on(events.paymentCanceled, 'payments.follow-canceled-payment', (tx, { organizationId, data }) =>
    lookAt(tx, organizationId!, data.invoiceIds),
  ),
  on(events.methodSaved, 'payments.charge-saved-method', (tx, { organizationId }) =>
    lookAt(tx, organizationId!),
  ),
  on(events.methodRenewed, 'payments.charge-renewed-method', (tx, { organizationId }) =>
    lookAt(tx, organizationId!),
  ),
  on(events.methodsPutInTurn, 'payments.charge-in-turn', (tx, { organizationId }) =>
    lookAt(tx, organizationId!),
  ),
  on(events.automaticPaymentChosen, 'payments.charge-as-chosen', (tx, { organizationId }) =>
    lookAt(tx, organizationId!),
  ),
  on(events.methodRemoved, 'payments.charge-without-removed-method', (tx, { organizationId }) =>
    lookAt(tx, organizationId!),
  ),
];

/** Where the business charges renewals, who has a default method and does not pay by hand. */
export async function wantsToBeCharged(tx: Tx, organization: Id<'organization'>): Promise<boolean> {
  const { value } = await readSetting(tx.db, automaticPayment);
  if (!value.renewals) return false;
  const { rows } = await sql`
    select from payments.saved_methods where organization_id = ${organization} and is_default
      and not exists (select from payments.paid_by_hand where organization_id = ${organization})`.execute(
    tx.db,
  );
  return rows.length > 0;
}

/** Has these invoices looked at again, or all of the organization, where they were to be paid without asking and are not yet. */
async function lookAt(tx: Tx, organization: Id<'organization'>, invoices?: readonly string[]): Promise<void> {
  const { rows } = await sql<{ invoice: Id<'invoice'> }>`
    select invoice_id as invoice from payments.automatic_charges
    where organization_id = ${organization} and state <> 'over'
      and ${invoices ? sql`invoice_id = any (${[...invoices]}::uuid[])` : sql`true`} limit 200`.execute(
    tx.db,
  );
  for (const { invoice } of rows)
    tx.enqueue(chargeAutomatically, { organization, invoice }, { key: invoice });
}

/** A bank never wants to see this method again, so nobody shows it to it. */
async function refuseMethod(
  tx: Tx,
  organization: Id<'organization'>,
  attempt: Id<'attempt'>,
  code: string,
): Promise<void> {
  const { savedMethod } = await findAttempt(tx.db, organization, attempt);
  if (!savedMethod) return;
  const refused = await tx.db
    .updateTable('payments.saved_methods')
    .set({ refused_at: tx.now })
    .where('organization_id', '=', organization)
    .where('id', '=', savedMethod)
    .where('refused_at', 'is', null)
    .executeTakeFirst();
  if (refused.numUpdatedRows === 0n) return;
  tx.emit(events.methodRefused, {
    organizationId: organization,
    subject: { kind: 'saved-method', id: savedMethod },
    data: { methodId: savedMethod, code },
  });
}

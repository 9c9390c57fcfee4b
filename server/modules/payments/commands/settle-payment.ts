import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Money } from '../../../kernel/values/money.ts';
import { recordPayment, reversePayment } from '../../billing/index.ts';
import { paymentSucceeded, paymentTakenBack } from '../events.ts';
import { bookFirstFee, feeRuleFor } from './settle-fee.ts';

/** Why there is money: what makes a payment one payment. */
export type Cause =
  | { attempt: Id<'attempt'> }
  | { transfer: Id<'transfer'> }
  | { unmatched: Id<'unmatched'> }
  | { recordedBy: Id<'person'> };

export interface Arrival {
  organization: Id<'organization'>;
  /** Null for money that becomes credit, and where `invoices` are many. */
  invoice: Id<'invoice'> | null;
  invoices?: readonly Id<'invoice'>[];
  amount: Money;
  cause: Cause;
  method: string;
  gateway: string;
  /** As it stands on the receipt. */
  paidWith: string;
  receivedAt: Date;
  /** What the gateway has told to keep of it. */
  fee?: bigint | null;
  note?: string;
}

/**
 * The one way in for money, from whatever side it comes. Once per cause and invoice; null when it has been settled before. Needs a
 * transaction that sees everything, which has locked the cause.
 */
export async function settlePayment(tx: Tx, arrival: Arrival): Promise<Id<'payment'> | null> {
  const { organization, invoice, amount, cause, method, gateway, paidWith, receivedAt } = arrival;
  const payment = tx.newId<'payment'>();
  const attempt = 'attempt' in cause ? cause.attempt : null;
  const added = await tx.db
    .insertInto('payments.payments')
    .values({
      organization_id: organization,
      id: payment,
      invoice_id: invoice,
      attempt_id: attempt,
      transfer_id: 'transfer' in cause ? cause.transfer : null,
      unmatched_id: 'unmatched' in cause ? cause.unmatched : null,
      recorded_by: 'recordedBy' in cause ? cause.recordedBy : null,
      currency: amount.currency,
      amount: amount.amount,
      method,
      gateway,
      paid_with: paidWith,
      received_at: receivedAt,
      recorded_at: tx.now,
      note: arrival.note ?? '',
      fee_rule_id: feeRuleFor({ organization, gateway, method, currency: amount.currency, receivedAt }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning([
      sql<number | null>`(select r.share from payments.fee_rules r where r.id = fee_rule_id)`.as('share'),
      sql<bigint | null>`(select r.fixed from payments.fee_rules r where r.id = fee_rule_id)`.as('fixed'),
    ])
    .executeTakeFirst();
  if (!added) return null;
  await recordPayment(tx, {
    organization,
    invoice,
    ...(arrival.invoices ? { invoices: arrival.invoices } : {}),
    payment,
    amount,
    method: paidWith,
    gateway,
    receivedAt,
  });
  const { share, fixed } = added;
  const rule = share === null ? null : { share, fixed: fixed! };
  const told = arrival.fee ?? null;
  await bookFirstFee(tx, { organization, payment, gateway, method, amount, told, rule });
  tx.emit(paymentSucceeded, {
    organizationId: organization,
    subject: { kind: 'payment', id: payment },
    data: {
      paymentId: payment,
      attemptId: attempt,
      invoiceId: invoice,
      amount: Number(amount.amount),
      currency: amount.currency,
      method,
      gateway,
    },
  });
  return payment;
}

/** The money went back to who had paid it: what it paid is owed again. Once per payment. */
export async function takeBackPayment(
  tx: Tx,
  { organization, payment, why }: { organization: Id<'organization'>; payment: Id<'payment'>; why: string },
): Promise<boolean> {
  const taken = await tx.db
    .updateTable('payments.payments')
    .set({ taken_back_at: tx.now, taken_back_why: why })
    .where('organization_id', '=', organization)
    .where('id', '=', payment)
    .where('taken_back_at', 'is', null)
    .returning(['invoice_id', 'amount', 'currency'])
    .executeTakeFirst();
  if (!taken) return false;
  await reversePayment(tx, { organization, payment, reason: why });
  tx.emit(paymentTakenBack, {
    organizationId: organization,
    subject: { kind: 'payment', id: payment },
    data: {
      paymentId: payment,
      invoiceId: taken.invoice_id,
      amount: Number(taken.amount),
      currency: taken.currency,
    },
  });
  return true;
}

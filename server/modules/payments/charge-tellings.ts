import type { Tx } from '../../kernel/db/tx.ts';
import { dateIn } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { toJson } from '../../kernel/values/money.ts';
import type { Payable } from '../billing/index.ts';
import { findAttempt } from './attempt-row.ts';
import type { ChargeKey } from './charge-row.ts';
import { automaticPaymentFailed } from './messages.ts';
import { tellPayers } from './tellings.ts';

interface Failed {
  attempt: Id<'attempt'>;
  payable: Payable;
  zone: string;
  /** When and with what it is tried again, or null. */
  next: { at: Date; with: string } | null;
}

/** Tells payers that a charge failed, once nothing else is tried at once, and what happens next. */
export async function tellOfFailedCharge(
  tx: Tx,
  { organization, invoice }: ChargeKey,
  { attempt: id, payable, zone, next }: Failed,
): Promise<void> {
  const attempt = await findAttempt(tx.db, organization, id);
  const { amount, currency, failure } = attempt.state;
  await tellPayers(tx, organization, automaticPaymentFailed, {
    occurrence: id,
    path: `/invoices/${invoice}/pay`,
    data: {
      card: attempt.paidWith,
      number: payable.number,
      amount: toJson({ amount, currency }),
      class: failure!.class,
      dueOn: payable.dueOn,
      next: next && { on: dateIn(zone, next.at), with: next.with },
    },
  });
}

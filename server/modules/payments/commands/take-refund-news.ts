import type { Tx } from '../../../kernel/db/tx.ts';
import { returnRefund, settleRefund } from '../../billing/index.ts';
import { afterNews } from '../domain/refund.ts';
import type { RefundState } from '../domain/refund.ts';
import { refundDone, refundFailed, refundRejected, refundUnknown } from '../events.ts';
import type { RefundSnapshot } from '../gateway.ts';
import { lockPayment, settleFee } from './settle-fee.ts';
import { nextAskAbout } from '../refund-row.ts';
import type { Refund } from '../refund-row.ts';

/** Merges what the gateway says into a locked refund: late, repeated and reordered news come to the same. True when it was new. */
export async function takeRefundNews(
  tx: Tx,
  refund: Refund,
  { status, code }: Pick<RefundSnapshot, 'status' | 'code'>,
): Promise<boolean> {
  const next = afterNews(refund.state, status);
  if (next === null) {
    if (refund.state === 'processing') await noteAsked(tx, refund, false);
    return false;
  }
  await move(tx, refund, next, next === 'failed' ? { code: code ?? 'failed' } : {});
  if (next === 'done') {
    await lockPayment(tx, refund);
    await settleRefund(tx, refund);
    await settleFee(tx, refund);
  }
  if (next === 'failed') await giveBack(tx, refund);
  if (next === 'done') tx.emit(refundDone, fact(refund));
  if (next === 'failed')
    tx.emit(refundFailed, { ...fact(refund), data: { ...fact(refund).data, code: code ?? 'failed' } });
  return true;
}

/** The gateway gave no usable answer; with `unheard` it may have acted. */
export async function noteAsked(tx: Tx, refund: Refund, unheard: boolean): Promise<void> {
  const becomes: RefundState = unheard && refund.state === 'asked' ? 'unknown' : refund.state;
  await move(tx, refund, becomes, {});
  if (becomes !== refund.state) tx.emit(refundUnknown, fact(refund));
}

/** The second member of staff says no, or a transfer is not made after all. */
export async function rejectLocked(tx: Tx, refund: Refund, why: string, by: string | null): Promise<void> {
  await move(tx, refund, 'rejected', {
    rejected_why: why,
    ...(by === null ? {} : { decided_by: by, decided_at: tx.now }),
  });
  await giveBack(tx, refund);
  tx.emit(refundRejected, fact(refund));
}

async function giveBack(tx: Tx, refund: Refund): Promise<void> {
  await tx.db
    .updateTable('payments.payments')
    .set((eb) => ({ refunded: eb('refunded', '-', refund.amount) }))
    .where('organization_id', '=', refund.organization)
    .where('id', '=', refund.payment)
    .execute();
  await returnRefund(tx, refund);
}

interface Change {
  code?: string;
  rejected_why?: string;
  decided_by?: string;
  decided_at?: Date;
  paid_on?: string;
  reference?: string;
}

/** Writes a locked refund in another state, or asked about once more. */
export async function move(tx: Tx, refund: Refund, state: RefundState, change: Change): Promise<void> {
  const isOver = ['done', 'failed', 'rejected'].includes(state);
  const { paid_on: paidOn, ...rest } = change;
  await tx.db
    .updateTable('payments.refunds')
    .set({
      ...rest,
      ...(paidOn === undefined ? {} : { paid_on: paidOn as never }),
      state,
      ask_at: nextAskAbout(state, refund.timesAsked + 1, tx.now),
      times_asked: refund.timesAsked + 1,
      ...(isOver ? { answered_at: tx.now } : {}),
    })
    .where('organization_id', '=', refund.organization)
    .where('id', '=', refund.id)
    .execute();
}

export function fact({ organization, id, payment, way, amount, currency }: Refund) {
  return {
    organizationId: organization,
    subject: { kind: 'refund', id },
    data: { refundId: id, paymentId: payment, way, amount: Number(amount), currency },
  };
}

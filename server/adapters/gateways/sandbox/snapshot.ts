import type {
  DisputeSnapshot,
  NextStep,
  PaymentSnapshot,
  RefundSnapshot,
  SavedMethod,
} from '../../../modules/payments/gateway.ts';
import type { DisputeView, PaymentView, RefundView } from './wire.ts';

/** The gateway's payment in the words of the port. */
export function snapshot(payment: PaymentView): PaymentSnapshot {
  const { id, attemptId, currency, status, failure, paidWith, savedCard, authenticated, fee } = payment;
  return {
    reference: id,
    attemptId,
    amount: BigInt(payment.amount),
    currency,
    status,
    occurredAt: new Date(payment.statusAt),
    refunded: BigInt(payment.refunded),
    ...(failure && { failure }),
    ...(paidWith && { paidWith: { kind: paidWith.method, label: paidWith.label } }),
    ...(savedCard && { saved: savedMethod(savedCard) }),
    ...(authenticated && { authenticated }),
    ...(fee !== undefined && { fee: BigInt(fee) }),
  };
}

export function refundSnapshot({ id, amount, status, statusAt, code }: RefundView): RefundSnapshot {
  return {
    refundId: id,
    status,
    amount: BigInt(amount),
    occurredAt: new Date(statusAt),
    ...(code !== undefined && { code }),
  };
}

export function disputeSnapshot(dispute: DisputeView): DisputeSnapshot {
  const { id, attemptId, currency, status, statusAt, reason, code, respondBy } = dispute;
  return {
    disputeId: id,
    attemptId,
    status,
    currency,
    amount: BigInt(dispute.amount),
    withdrawn: BigInt(dispute.withdrawn),
    returned: BigInt(dispute.returned),
    fee: BigInt(dispute.fee),
    reason,
    code,
    respondBy: new Date(respondBy),
    occurredAt: new Date(statusAt),
  };
}

export function savedMethod(card: NonNullable<PaymentView['savedCard']>): SavedMethod {
  return { kind: 'card', ...card };
}

export function nextStep(method: string, payment: PaymentView): NextStep {
  const expiresAt = new Date(payment.expiresAt);
  const { account, qr, pageUrl } = payment;
  if (method === 'virtual_account' && account) {
    const amount = BigInt(payment.amount);
    return {
      kind: 'transfer',
      bank: account.bank,
      accountNumber: account.number,
      amount,
      expiresAt,
      pageUrl,
    };
  }
  if (method === 'qris' && qr) return { kind: 'qr', payload: qr, expiresAt, pageUrl };
  return { kind: 'redirect', url: pageUrl };
}

import { randomInt } from 'node:crypto';
import type { Failure } from '../../../../modules/payments/domain/attempt.ts';
import type { MethodName } from '../wire.ts';
import type { Act, Change } from './change.ts';
import type { Card, CardInHand, Payment, Refund } from './records.ts';
import { takenBy } from './disputes.ts';
import { type CardBehavior, testCardNamed } from './test-cards.ts';

/** Expiry and late success. */
export const passTime: Act = (payment, now) => {
  if (payment.status === 'processing' && payment.settlesAt && new Date(payment.settlesAt) <= now) {
    return succeeded(payment, new Date(payment.settlesAt));
  }
  if (payment.status !== 'requires_action' || new Date(payment.expiresAt) > now) return undefined;
  const { challenge: _, ...rest } = payment;
  return { payment: { ...rest, status: 'expired', statusAt: payment.expiresAt }, tell: 'webhook' };
};

export function choose(method: MethodName, qrFor: (payment: Payment) => string): Act {
  return (payment) => {
    if (!isOpen(payment) || !payment.methods.includes(method)) return undefined;
    return { payment: withMethod(payment, method, qrFor), tell: 'nothing' };
  };
}

/** Gives the method what it needs: an account number or a code to scan, which then stay the same. */
export function withMethod(
  payment: Payment,
  method: MethodName,
  qrFor: (payment: Payment) => string,
): Payment {
  const chosen = { ...payment, method };
  if (method === 'qris') return { ...chosen, qr: payment.qr ?? qrFor(payment) };
  if (method !== 'virtual_account') return chosen;
  const number = `8808${randomInt(10 ** 6, 10 ** 7)}${randomInt(10 ** 4, 10 ** 5)}`;
  return { ...chosen, account: payment.account ?? { bank: 'Bank Sandbox', number } };
}

export function payByCard(card: CardInHand, token: string): Act {
  return (payment, now) => {
    if (!isOpen(payment) || !payment.methods.includes('card')) return undefined;
    const behavior = testCardNamed(card.testCard)?.now;
    if (!behavior) return undefined;
    if (behavior.kind === 'challenge') {
      return {
        payment: { ...payment, method: 'card', challenge: card, statusAt: now.toISOString() },
        tell: 'webhook',
      };
    }
    return charge(payment, card, behavior, token, now);
  };
}

export function answerChallenge(approved: boolean, token: string): Act {
  return (payment, now) => {
    const { challenge, ...rest } = payment;
    if (payment.status !== 'requires_action' || !challenge) return undefined;
    if (approved) return charge({ ...rest, authenticated: true }, challenge, { kind: 'succeed' }, token, now);
    return failed(rest, notConfirmed, now);
  };
}

const notConfirmed: Failure = {
  class: 'needs_customer',
  code: 'authentication_failed',
  message: 'The payer did not confirm the payment at the bank.',
};

/** A charge of a saved card without the payer; `payment` is new. */
export function chargeSaved(card: Card): Act {
  return (payment, now) => {
    const behavior = testCardNamed(card.testCard)?.later;
    return behavior && charge(payment, card, behavior, card.token, now);
  };
}

function charge(
  payment: Payment,
  card: CardInHand,
  behavior: CardBehavior,
  token: string,
  now: Date,
): Change {
  const isEarly = behavior.kind === 'from_day' && now.getUTCDate() < behavior.day;
  if (behavior.kind === 'decline' || isEarly) return failed(payment, behavior.failure, now);
  const saved = payment.save ? { savedCard: { ...card, token, forgotten: false } } : {};
  const label = `${card.brand} •••• ${card.last4}`;
  const refundsAs = testCardNamed(card.testCard)?.refunds;
  const paid: Payment = {
    ...payment,
    method: 'card',
    paidWith: { method: 'card', label },
    ...(refundsAs && { refundsAs }),
    ...saved,
  };
  const keep = saved.savedCard && { card: saved.savedCard };
  if (behavior.kind === 'process') {
    const settlesAt = new Date(now.getTime() + behavior.seconds * 1000).toISOString();
    const processing: Payment = { ...paid, status: 'processing', statusAt: now.toISOString(), settlesAt };
    return { payment: processing, tell: 'webhook', ...keep };
  }
  const tell = behavior.kind === 'succeed_silently' ? 'silence' : 'webhook';
  return { ...succeeded(paid, now), tell, ...keep };
}

/** The bank reports a transfer. Banks take money for closed accounts too: it counts even after expiry. */
export const receiveTransfer: Act = (payment, now) => {
  const payable = payment.status === 'requires_action' || payment.status === 'expired';
  if (!payable || !payment.account) return undefined;
  return succeeded({ ...payment, paidWith: { method: 'virtual_account', label: payment.account.bank } }, now);
};

export const scanQr: Act = (payment, now) => {
  if (!isOpen(payment) || !payment.qr) return undefined;
  return succeeded({ ...payment, paidWith: { method: 'qris', label: 'QRIS' } }, now);
};

export function answerWallet(approved: boolean): Act {
  return (payment, now) => {
    if (!isOpen(payment) || payment.method !== 'ewallet') return undefined;
    if (!approved) return failed(payment, walletRefused, now);
    return succeeded({ ...payment, paidWith: { method: 'ewallet', label: 'Dompet Sandbox' } }, now);
  };
}

const walletRefused: Failure = {
  class: 'needs_customer',
  code: 'refused_by_payer',
  message: 'The payer refused the payment in the wallet.',
};

export const cancel: Act = (payment, now) => {
  if (payment.status !== 'requires_action') return undefined;
  const { challenge: _, ...rest } = payment;
  return { payment: { ...rest, status: 'canceled', statusAt: now.toISOString() }, tell: 'webhook' };
};

export function refund(key: string, amount: bigint, reason: string): Act {
  return (payment, now) => {
    if (payment.refunds.some((one) => one.key === key) || !canRefund(payment, amount)) return undefined;
    const at = now.toISOString();
    const asked = { key, amount: String(amount), reason, at, statusAt: at };
    if (payment.refundsAs) {
      const settlesAt = new Date(now.getTime() + slowRefundSeconds * 1000).toISOString();
      const made: Refund = { ...asked, status: 'processing', settlesAt };
      return { payment: { ...payment, refunds: [...payment.refunds, made] }, tell: 'webhook', refund: made };
    }
    const made: Refund = { ...asked, status: 'succeeded' };
    const kept = { ...payment, refunds: [...payment.refunds, made] };
    return { payment: lessBy(kept, amount, at), tell: 'webhook', refund: made };
  };
}

const slowRefundSeconds = 60;

/** One refund that has been underway for long enough ends. */
export const endRefund: Act = (payment, now) => {
  const due = payment.refunds.find(
    ({ status, settlesAt }) => status === 'processing' && new Date(settlesAt!) <= now,
  );
  if (!due) return undefined;
  const statusAt = due.settlesAt!;
  const status = payment.refundsAs === 'failing' ? 'failed' : 'succeeded';
  const ended: Refund = { ...due, status, statusAt };
  const kept = { ...payment, refunds: payment.refunds.map((one) => (one === due ? ended : one)) };
  return {
    payment: status === 'failed' ? kept : lessBy(kept, BigInt(due.amount), statusAt),
    tell: 'webhook',
    refund: ended,
  };
};

function lessBy(payment: Payment, amount: bigint, at: string): Payment {
  const total = BigInt(payment.refunded) + amount;
  const refunded = { ...payment, refunded: String(total) };
  return total === BigInt(payment.amount) ? { ...refunded, status: 'refunded', statusAt: at } : refunded;
}

/** Virtual accounts cannot send money back. */
export function canRefund(payment: Payment, amount: bigint): boolean {
  const underway = payment.refunds.filter(({ status }) => status === 'processing');
  const left = underway.reduce(
    (rest, one) => rest - BigInt(one.amount),
    BigInt(payment.amount) - BigInt(payment.refunded) - takenBy(payment),
  );
  return (
    payment.status === 'succeeded' &&
    payment.paidWith?.method !== 'virtual_account' &&
    amount > 0n &&
    amount <= left
  );
}

function isOpen(payment: Payment): boolean {
  return payment.status === 'requires_action' && !payment.challenge;
}

function succeeded(payment: Payment, at: Date): Change {
  const fee = String(feeOf(payment));
  return { payment: { ...payment, status: 'succeeded', statusAt: at.toISOString(), fee }, tell: 'webhook' };
}

/** What it keeps: a share in hundredths of a percent and a fixed sum, rounded to the nearest unit, no more than the payment. */
const prices: Record<MethodName, { share: bigint; fixed: Record<'IDR' | 'USD', bigint> }> = {
  card: { share: 290n, fixed: { IDR: 2_000n, USD: 30n } },
  virtual_account: { share: 0n, fixed: { IDR: 4_000n, USD: 0n } },
  qris: { share: 70n, fixed: { IDR: 0n, USD: 0n } },
  ewallet: { share: 150n, fixed: { IDR: 0n, USD: 0n } },
};

function feeOf({ amount, currency, method, paidWith }: Payment): bigint {
  const { share, fixed } = prices[paidWith?.method ?? method ?? 'card'];
  const fee = (BigInt(amount) * share + 5_000n) / 10_000n + fixed[currency];
  return fee < BigInt(amount) ? fee : BigInt(amount);
}

function failed(payment: Payment, failure: Failure, at: Date): Change {
  return { payment: { ...payment, status: 'failed', statusAt: at.toISOString(), failure }, tell: 'webhook' };
}

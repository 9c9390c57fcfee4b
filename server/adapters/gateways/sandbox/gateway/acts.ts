import { randomInt } from 'node:crypto';
import type { Failure } from '../../../../modules/payments/domain/attempt.ts';
import type { MethodName } from '../wire.ts';
import type { Card, CardInHand, Payment } from './records.ts';
import { type CardBehavior, testCardNamed } from './test-cards.ts';

/** What an act makes of a payment. `tell`: the merchant hears of it, in silence it must ask. */
export interface Change {
  payment: Payment;
  tell: 'webhook' | 'silence' | 'nothing';
  card?: Card;
}

/** Decides what a payment becomes; undefined when this cannot happen in its state, so nothing changes. */
export type Act = (payment: Payment, now: Date) => Change | undefined;

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
    if (approved) return charge(rest, challenge, { kind: 'succeed' }, token, now);
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
  if (behavior.kind === 'decline') return failed(payment, behavior.failure, now);
  const saved = payment.save ? { savedCard: { ...card, token, forgotten: false } } : {};
  const label = `${card.brand} •••• ${card.last4}`;
  const paid: Payment = { ...payment, method: 'card', paidWith: { method: 'card', label }, ...saved };
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
    const total = BigInt(payment.refunded) + amount;
    if (payment.refunds.some((one) => one.key === key) || !canRefund(payment, amount)) return undefined;
    const at = now.toISOString();
    const refunded: Payment = {
      ...payment,
      refunded: String(total),
      refunds: [...payment.refunds, { key, amount: String(amount), reason, at }],
    };
    const all = total === BigInt(payment.amount);
    return { payment: all ? { ...refunded, status: 'refunded', statusAt: at } : refunded, tell: 'webhook' };
  };
}

/** Virtual accounts cannot send money back. */
export function canRefund(payment: Payment, amount: bigint): boolean {
  const left = BigInt(payment.amount) - BigInt(payment.refunded);
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
  return { payment: { ...payment, status: 'succeeded', statusAt: at.toISOString() }, tell: 'webhook' };
}

function failed(payment: Payment, failure: Failure, at: Date): Change {
  return { payment: { ...payment, status: 'failed', statusAt: at.toISOString(), failure }, tell: 'webhook' };
}

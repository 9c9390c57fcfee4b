import { decisionAt, disputesOf } from './disputes.ts';
import type { Card, Delivery, Payment } from './records.ts';

/** What a decision about a payment wants written, all or nothing. */
export interface Writing {
  payment: Payment;
  card?: Card;
  deliveries: Delivery[];
}

export interface SandboxStore {
  /** Keeps the payment unless its idempotency key is taken; resolves with the one that is kept. */
  insertPayment(writing: Writing): Promise<Payment>;
  payment(id: string): Promise<Payment | undefined>;
  paymentWithKey(idempotencyKey: string): Promise<Payment | undefined>;
  paymentOfAttempt(attemptId: string): Promise<Payment | undefined>;
  /**
   * Lets `decide` see the payment while nobody else can change it, and writes what it returns (nothing when undefined). Resolves with
   * the payment as it is then, undefined when there is none.
   */
  changePayment(id: string, decide: (payment: Payment) => Writing | undefined): Promise<Payment | undefined>;
  /** Ids of payments for which time has something to do: expiry or a late success. */
  paymentsDue(now: Date): Promise<string[]>;
  card(token: string): Promise<Card | undefined>;
  putCard(card: Card, deliveries: Delivery[]): Promise<void>;
  /** Waiting deliveries whose time has come, in the order in which they were made. At most 100. */
  deliveriesDue(now: Date): Promise<Delivery[]>;
  putDelivery(delivery: Delivery): Promise<void>;
}

/** When time changes the payment by itself, if ever. */
export function dueAt(payment: Payment): string | undefined {
  const refund = payment.refunds.find(({ status }) => status === 'processing');
  if (refund) return refund.settlesAt;
  const dispute = disputesOf(payment).map(decisionAt).find(Boolean);
  if (dispute) return dispute;
  if (payment.status === 'processing') return payment.settlesAt;
  return payment.status === 'requires_action' ? payment.expiresAt : undefined;
}

import type { Card, DisputeRecord, Payment, Refund } from './records.ts';

/** What an act makes of a payment. `tell`: the merchant hears of it, in silence it must ask. */
export interface Change {
  payment: Payment;
  tell: 'webhook' | 'silence' | 'nothing';
  card?: Card;
  /** The refund that it is about, told beside the payment. */
  refund?: Refund;
  /** The same of a dispute, which is told alone. */
  dispute?: DisputeRecord;
}

/** Decides what a payment becomes; undefined when this cannot happen in its state, so nothing changes. */
export type Act = (payment: Payment, now: Date) => Change | undefined;

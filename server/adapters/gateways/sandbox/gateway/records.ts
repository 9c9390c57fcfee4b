import type { CreatePayment, DisputeView, MethodName, PaymentView } from '../wire.ts';

/** All records are plain JSON: sums are digits, times ISO 8601. So a store may keep them as documents. */
export interface Payment extends Omit<PaymentView, 'pageUrl' | 'savedCard' | 'status'> {
  status: PaymentView['status'];
  currency: CreatePayment['currency'];
  idempotencyKey: string;
  /** Hash of what was asked with the key: the same key must ask the same. */
  fingerprint: string;
  methods: MethodName[];
  /** What the payer chose, or the only method there is. */
  method?: MethodName;
  description: string;
  payer: { name: string; email: string };
  /** None when a saved card was charged without the payer. */
  returnUrl?: string;
  language: 'id' | 'en';
  save: boolean;
  createdAt: string;
  /** A card waiting for its owner's confirmation. */
  challenge?: CardInHand;
  /** When a processing payment succeeds. */
  settlesAt?: string;
  savedCard?: Card;
  /** What becomes of its refunds where they do not succeed at once: the test card says it. */
  refundsAs?: 'slow' | 'failing';
  refunds: Refund[];
  /** Absent on payments from before the gateway knew disputes. */
  disputes?: DisputeRecord[];
}

/** A dispute of the payer at the bank. Sums are all so far. `decidesAt`: when the bank decides about the answer. */
export interface DisputeRecord {
  id: string;
  status: DisputeView['status'];
  statusAt: string;
  amount: string;
  withdrawn: string;
  returned: string;
  fee: string;
  reason: DisputeView['reason'];
  code: string;
  respondBy: string;
  decidesAt?: string;
  evidence?: { key: string; statement: string; sha256: string };
}

/** `at`: when it was asked for. One that is processing ends at `settlesAt`; without a status it has succeeded. */
export interface Refund {
  key: string;
  amount: string;
  reason: string;
  at: string;
  status?: 'processing' | 'succeeded' | 'failed';
  statusAt?: string;
  settlesAt?: string;
}

/** A typed test card: its number is known from `testCard`, so it is never stored. */
export interface CardInHand {
  testCard: string;
  brand: string;
  last4: string;
  expires: { month: number; year: number };
}

/** A saved card. */
export interface Card extends CardInHand {
  token: string;
  forgotten: boolean;
}

/** One webhook on its way. `lost` ones exist only in the books: somebody has to ask. */
export interface Delivery {
  id: string;
  eventId: string;
  body: string;
  state: 'waiting' | 'delivered' | 'given_up' | 'lost';
  createdAt: string;
  dueAt: string;
  tries: number;
  lastAnswer?: string;
}

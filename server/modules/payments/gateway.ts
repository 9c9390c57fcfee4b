import type { z } from 'zod';
import { type FieldError, invalidInput, Problem } from '../../kernel/values/errors.ts';
import type { AttemptNews, PaymentStatus } from './domain/attempt.ts';
import type { DisputeReason, DisputeState } from './domain/dispute.ts';

export type Words = Readonly<Record<'id' | 'en', string>>;

/** `hosted`: the payer chooses among the gateway's methods on the gateway's own page. */
export type MethodKind =
  | 'card'
  | 'virtual_account'
  | 'qris'
  | 'ewallet'
  | 'convenience_store'
  | 'crypto'
  | 'hosted';

export interface PaymentMethod {
  /** Unique within the gateway, stable: it is stored. */
  id: string;
  kind: MethodKind;
  label: Words;
  /** `redirect`: the payer goes to a page and comes back. `push`: we show where to send money, and it comes when it comes. */
  flow: 'redirect' | 'push';
  /** Inclusive limits in minor units, by currency; a currency that is not here cannot be paid with. */
  limits: Readonly<Record<string, { min: bigint; max: bigint }>>;
  /** How long a payment may stay open, in seconds. */
  lifetime: { usual: number; longest: number };
  canSave: boolean;
  canRefund: boolean;
}

export interface Payer {
  name: string;
  email: string;
}

export interface StartPayment {
  /** Ours, and the idempotency key: starting twice with the same id starts one payment. */
  attemptId: string;
  /** Minor units. 0n with `save` checks and keeps the method without taking money. */
  amount: bigint;
  currency: string;
  /** A `PaymentMethod.id`. */
  method: string;
  /** What the payer reads on the gateway's page and, cut short, on a bank statement. */
  description: string;
  payer: Payer;
  /** Where the payer comes back to. Coming back proves nothing. */
  returnUrl: string;
  /** Language of the gateway's page. */
  language: 'id' | 'en';
  /** Ask for a token to charge this method again without the payer. */
  save: boolean;
  expiresAt: Date;
  now: Date;
}

/** What the payer does next. `pageUrl` is the gateway's own page showing the same, if it has one. */
export type NextStep =
  | { kind: 'redirect'; url: string }
  | {
      kind: 'transfer';
      bank: string;
      accountNumber: string;
      /** Minor units: exactly this sum must be sent. */
      amount: bigint;
      expiresAt: Date;
      pageUrl?: string;
    }
  | { kind: 'qr'; payload: string; expiresAt: Date; pageUrl?: string };

export interface StartedPayment {
  gatewayReference: string;
  next: NextStep;
  status: PaymentStatus;
}

/** A method kept at the gateway. We hold the token and what a person needs to recognize it, never a card number. */
export interface SavedMethod {
  token: string;
  kind: MethodKind;
  brand: string;
  last4: string;
  /** Cards only: the last month in which it is valid. */
  expires?: { month: number; year: number };
}

/** What the gateway says about a payment. `occurredAt` is when it reached that status there, not when we asked. */
export interface PaymentSnapshot extends AttemptNews {
  reference: string;
  /** What the payer paid with, for the receipt: 'Visa •••• 4242'. */
  paidWith?: { kind: MethodKind; label: string };
  /** The payer confirmed a card payment at the bank (3-D Secure): evidence when it is disputed. */
  authenticated?: boolean;
  /** Present once paid, when `save` was asked for. */
  saved?: SavedMethod;
  /** What the gateway keeps of the payment, in minor units, once it says so. */
  fee?: bigint;
}

export interface ChargeSaved {
  attemptId: string;
  /** Minor units. */
  amount: bigint;
  currency: string;
  token: string;
  description: string;
  payer: Payer;
  now: Date;
}

export interface RefundRequest {
  reference: string;
  /** Ours, and the idempotency key. */
  refundId: string;
  /** Minor units, at most what is left of the payment. */
  amount: bigint;
  reason: string;
  now: Date;
}

/** What the gateway says about a refund. */
export interface RefundSnapshot {
  /** The id it was asked with. */
  refundId: string;
  /** `processing`: it was taken on, and may still fail. */
  status: 'processing' | 'succeeded' | 'failed';
  /** Minor units. */
  amount: bigint;
  occurredAt: Date;
  /** The gateway's word for why it failed. */
  code?: string;
}

/**
 * What the gateway says about a payment that its payer disputes at the bank: the whole dispute as it is then. Sums are minor units and all
 * so far, so they only grow. Money that a dispute moves is told here alone: it never counts as `refunded` of the payment.
 */
export interface DisputeSnapshot {
  /** The gateway's name for the dispute. */
  disputeId: string;
  attemptId: string;
  status: DisputeState;
  currency: string;
  /** What is disputed: all of the payment or a part, which may grow. */
  amount: bigint;
  /** Taken out of what the gateway holds for us; nothing while the bank only asks. */
  withdrawn: bigint;
  /** Given back of it. */
  returned: bigint;
  /** What the gateway charged us for the dispute, in the currency of the payment. */
  fee: bigint;
  reason: DisputeReason;
  /** The bank's own word for the reason. */
  code: string;
  /** Until when the bank takes an answer. */
  respondBy?: Date;
  /** When it reached that status there. */
  occurredAt: Date;
}

export interface DisputeAnswer {
  disputeId: string;
  /** Ours, and the idempotency key: what is sent again with it arrives once. */
  evidenceId: string;
  /** What we say, in plain text. */
  statement: string;
  /** The evidence as one file. */
  file: { name: string; type: 'application/pdf'; content: Buffer };
  now: Date;
}

/** For gateways through which disputes are answered. Each tells the dispute as it is after the act. */
export interface Disputes {
  find(disputeId: string): Promise<DisputeSnapshot>;
  /** Contests it. */
  submit(answer: DisputeAnswer): Promise<DisputeSnapshot>;
  /** Does not contest it: the money stays with the payer. */
  accept(dispute: { disputeId: string; now: Date }): Promise<DisputeSnapshot>;
}

export interface WebhookDelivery {
  /** The bytes as they came: a signature covers bytes, not JSON. */
  rawBody: Buffer;
  /** Names in lower case, as Node gives them. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  now: Date;
}

export type VerifiedEvent =
  | ({ kind: 'payment'; eventId: string } & PaymentSnapshot)
  | ({ kind: 'refund'; eventId: string } & RefundSnapshot)
  | ({ kind: 'dispute'; eventId: string } & DisputeSnapshot)
  /** The bank replaced the card or changed its date: same token, new facts. */
  | { kind: 'saved_method_updated'; eventId: string; occurredAt: Date; method: SavedMethod };

/**
 * A connected payment gateway. Every call may throw `GatewayRefused` or `GatewayUnavailable`; a declined payment is an answer, not an
 * error. Methods are called outside transactions.
 */
export interface Gateway {
  readonly name: string;
  readonly methods: readonly PaymentMethod[];
  startPayment(request: StartPayment): Promise<StartedPayment>;
  fetchPayment(reference: string): Promise<PaymentSnapshot>;
  /** For attempts whose start was never answered. `undefined`: the gateway has never heard of it, so nothing happened. */
  findPayment(attemptId: string): Promise<PaymentSnapshot | undefined>;
  /** What became of it: `canceled`, or `succeeded` when the money was faster. */
  cancelPayment(reference: string): Promise<PaymentSnapshot>;
  /** Resolves only for authentic deliveries, otherwise throws `WebhookRefused`. Says nothing about having seen the event before. */
  verifyWebhook(delivery: WebhookDelivery): Promise<VerifiedEvent>;
  /** Begins to send money back; the same `refundId` refunds once. */
  refund?(request: RefundRequest): Promise<RefundSnapshot>;
  /** Where `refund` is: for refunds whose answer was lost. `undefined`: the gateway has never heard of it, so nothing happened. */
  findRefund?(request: Pick<RefundRequest, 'reference' | 'refundId'>): Promise<RefundSnapshot | undefined>;
  disputes?: Disputes;
  chargeSaved?(request: ChargeSaved): Promise<PaymentSnapshot>;
  /** Makes the token useless. Forgetting twice is fine. */
  forgetSaved?(token: string): Promise<void>;
}

/** What compose.ts lists: how a gateway is configured and brought to life. */
export interface GatewayDriver<Configuration = unknown> {
  readonly name: string;
  readonly label: Words;
  readonly configuration: z.ZodType<Configuration>;
  /** Names of the fields to seal in the database and never to show again. */
  readonly secretFields: readonly (keyof Configuration & string)[];
  connect(configuration: Configuration, world: { fetch: typeof fetch }): Gateway;
}

/** Throws `Problem(invalid_input)` naming the fields; values are never repeated, as they may be secrets. */
export function parseConfiguration<Configuration>(
  driver: GatewayDriver<Configuration>,
  raw: unknown,
): Configuration {
  const parsed = driver.configuration.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, code, message }): FieldError => ({
    path: path.join('.'),
    code,
    message,
  }));
  throw new Problem(invalidInput, { fields });
}

/** The gateway understood and said no; nothing happened. `code` is the gateway's word. */
export class GatewayRefused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'GatewayRefused';
    this.code = code;
  }
}

/** No usable answer. With `mayHaveHappened` the attempt becomes `unknown`; without it nothing left this machine. */
export class GatewayUnavailable extends Error {
  readonly mayHaveHappened: boolean;
  constructor(message: string, mayHaveHappened: boolean, cause?: unknown) {
    super(message, { cause });
    this.name = 'GatewayUnavailable';
    this.mayHaveHappened = mayHaveHappened;
  }
}

/** The delivery is not what the gateway sent, or not recently. Answer 401 and keep nothing of it. */
export class WebhookRefused extends Error {
  readonly reason: 'signature' | 'timestamp' | 'malformed';
  constructor(reason: 'signature' | 'timestamp' | 'malformed', message: string) {
    super(message);
    this.name = 'WebhookRefused';
    this.reason = reason;
  }
}

import type { z } from 'zod';
import { type FieldError, invalidInput, Problem } from '../../kernel/values/errors.ts';
import type { AttemptNews, PaymentStatus } from './domain/attempt.ts';

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
  /** Present once paid, when `save` was asked for. */
  saved?: SavedMethod;
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

export interface WebhookDelivery {
  /** The bytes as they came: a signature covers bytes, not JSON. */
  rawBody: Buffer;
  /** Names in lower case, as Node gives them. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  now: Date;
}

export type VerifiedEvent =
  | ({ kind: 'payment'; eventId: string } & PaymentSnapshot)
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
  /** The payment after the refund; the same `refundId` refunds once. */
  refund?(request: RefundRequest): Promise<PaymentSnapshot>;
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

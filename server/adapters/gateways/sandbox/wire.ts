import { z } from 'zod';
import { declineClasses } from '../../../modules/payments/domain/attempt.ts';
import { disputeReasons, disputeStates } from '../../../modules/payments/domain/dispute.ts';

/** What travels between client and gateway. Sums are minor units as digits, since JSON numbers are floats; times are ISO 8601. */
const sum = z.string().regex(/^(0|[1-9]\d{0,14})$/);
const time = z.iso.datetime();
const line = z.string().trim().min(1).max(200);

export const methodNames = ['card', 'virtual_account', 'qris', 'ewallet'] as const;
export type MethodName = (typeof methodNames)[number];

const payer = z.object({ name: line, email: z.email() });

export const createPayment = z.strictObject({
  attemptId: line,
  amount: sum,
  currency: z.enum(['IDR', 'USD']),
  methods: z.array(z.enum(methodNames)).min(1),
  description: line,
  payer,
  returnUrl: z.url({ protocol: /^https?$/ }),
  language: z.enum(['id', 'en']),
  save: z.boolean(),
  expiresAt: time,
});
export type CreatePayment = z.infer<typeof createPayment>;

export const createCharge = z.strictObject({
  attemptId: line,
  amount: sum,
  currency: z.enum(['IDR', 'USD']),
  card: line,
  description: line,
  payer,
});
export type CreateCharge = z.infer<typeof createCharge>;

export const createRefund = z.strictObject({ amount: sum, reason: line });

const cardShape = z.object({
  token: z.string(),
  brand: z.string(),
  last4: z.string(),
  expires: z.object({ month: z.number(), year: z.number() }),
});

export const paymentShape = z.object({
  id: z.string(),
  attemptId: z.string(),
  amount: sum,
  currency: z.string(),
  status: z.enum(['requires_action', 'processing', 'succeeded', 'failed', 'expired', 'canceled', 'refunded']),
  statusAt: time,
  expiresAt: time,
  pageUrl: z.url(),
  account: z.object({ bank: z.string(), number: z.string() }).optional(),
  qr: z.string().optional(),
  failure: z.object({ class: z.enum(declineClasses), code: z.string(), message: z.string() }).optional(),
  refunded: sum,
  paidWith: z.object({ method: z.enum(methodNames), label: z.string() }).optional(),
  savedCard: cardShape.optional(),
  /** The payer confirmed it at the bank (3-D Secure). */
  authenticated: z.literal(true).optional(),
  /** What the gateway keeps, once it is paid. */
  fee: sum.optional(),
});
export type PaymentView = z.infer<typeof paymentShape>;

export const refundShape = z.object({
  id: z.string(),
  payment: z.string(),
  amount: sum,
  status: z.enum(['processing', 'succeeded', 'failed']),
  statusAt: time,
  code: z.string().optional(),
});
export type RefundView = z.infer<typeof refundShape>;

export const createAnswer = z.strictObject({
  statement: z.string().min(1).max(20_000),
  /** Base64. */
  file: z.string().min(1),
});

export const disputeShape = z.object({
  id: z.string(),
  payment: z.string(),
  attemptId: z.string(),
  currency: z.string(),
  amount: sum,
  withdrawn: sum,
  returned: sum,
  fee: sum,
  status: z.enum(disputeStates.all),
  statusAt: time,
  respondBy: time,
  reason: z.enum(disputeReasons),
  code: z.string(),
});
export type DisputeView = z.infer<typeof disputeShape>;

export const eventShape = z.discriminatedUnion('type', [
  z.object({ id: z.string(), type: z.literal('payment'), createdAt: time, payment: paymentShape }),
  z.object({ id: z.string(), type: z.literal('refund'), createdAt: time, refund: refundShape }),
  z.object({ id: z.string(), type: z.literal('dispute'), createdAt: time, dispute: disputeShape }),
  z.object({ id: z.string(), type: z.literal('card.updated'), createdAt: time, card: cardShape }),
]);
export type EventView = z.infer<typeof eventShape>;

export const errorShape = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

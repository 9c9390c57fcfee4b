import { z } from 'zod';
import {
  ability,
  date,
  id,
  idOut,
  instant,
  line,
  moneyOut,
  pageOf,
  pageQuery,
} from '../../kernel/http/shapes.ts';
import { parseDate } from '../../kernel/values/dates.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { problem } from '../../kernel/values/errors.ts';
import { declineClasses, paymentStatuses } from './domain/attempt.ts';

const day = z
  .string()
  .refine((text) => parseDate(text) !== null, { message: 'a calendar date, YYYY-MM-DD' })
  .transform((text) => text as CalendarDate);
/** May be empty. */
const words = (max: number) => z.union([z.literal(''), line(max)]);
const bilingual = z.object({ id: z.string(), en: z.string() });
const client = z.object({ id: idOut, name: z.string(), slug: z.string() });
const invoiceRef = z.object({ id: idOut, number: z.string().nullable() });
const person = z.object({ id: idOut, name: z.string() });
const methodKind = z.enum([
  'card',
  'virtual_account',
  'qris',
  'ewallet',
  'convenience_store',
  'crypto',
  'hosted',
]);
const status = z.enum(paymentStatuses);
const purpose = z.enum(['payment', 'automatic', 'save_method']);
const gatewayName = z.string().max(40);
const sum = z.int().min(1).max(1e13);

export const organizationParams = z.object({ organization: id('organization') });
export const invoiceParams = organizationParams.extend({ invoice: id('invoice') });
export const attemptParams = organizationParams.extend({ attempt: id('attempt') });
export const methodParams = organizationParams.extend({ method: id('saved-method') });
export const transferParams = organizationParams.extend({ transfer: id('transfer') });

/** What the payer does next. `pageUrl` is the gateway's own page showing the same. `path` draws the code in a square of `size` modules. */
const nextShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('redirect'), url: z.string() }),
  z.object({
    kind: z.literal('transfer'),
    bank: z.string(),
    accountNumber: z.string(),
    amount: moneyOut,
    expiresAt: instant,
    pageUrl: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('qr'),
    payload: z.string(),
    size: z.int(),
    path: z.string(),
    expiresAt: instant,
    pageUrl: z.string().nullable(),
  }),
]);

/** Money of an attempt that has arrived; the receipt's number comes a moment after it. */
const arrival = z.object({
  id: idOut,
  invoice: invoiceRef.nullable(),
  amount: moneyOut,
  receivedAt: instant,
  takenBackAt: instant.nullable(),
  receipt: invoiceRef.nullable(),
});

const attempt = {
  id: idOut,
  purpose,
  status,
  statusAt: instant,
  gateway: z.string(),
  method: z.string(),
  /** The method in words, and once it is paid what was paid with. */
  paidWith: z.string(),
  amount: moneyOut,
  invoices: z.array(invoiceRef.extend({ amount: moneyOut })),
  startedAt: instant,
  expiresAt: instant,
  payments: z.array(arrival),
  /** Money came that is not what was asked for; somebody looks at it. */
  otherMoneyAt: instant.nullable(),
};

export const attemptShape = z
  .object({
    ...attempt,
    next: nextShape.nullable(),
    failure: z.object({ class: z.enum(declineClasses) }).nullable(),
    can: z.object({ cancel: ability, check: ability }),
  })
  .meta({ id: 'PaymentAttempt' });
export type AttemptView = z.output<typeof attemptShape>;

export const savedMethodShape = z
  .object({
    id: idOut,
    gateway: z.string(),
    kind: methodKind,
    brand: z.string(),
    last4: z.string(),
    /** The last day on which it is valid. */
    expiresOn: date.nullable(),
    expiry: z.enum(['never', 'later', 'soon', 'past']),
    isDefault: z.boolean(),
    addedAt: instant,
  })
  .meta({ id: 'SavedMethod' });
export type SavedMethodView = z.output<typeof savedMethodShape>;

const methodShape = z.object({
  gateway: z.string(),
  id: z.string(),
  kind: methodKind,
  label: bilingual,
  flow: z.enum(['redirect', 'push']),
  canSave: z.boolean(),
  can: z.object({ pay: ability }),
});
export type MethodView = z.output<typeof methodShape>;

export const transferShape = z
  .object({
    id: idOut,
    invoice: invoiceRef,
    amount: moneyOut,
    paidOn: date,
    bank: z.string(),
    sender: z.string(),
    proof: z.string(),
    note: z.string(),
    state: z.enum(['reported', 'approved', 'rejected', 'withdrawn']),
    reportedAt: instant,
    decidedAt: instant.nullable(),
    received: z.object({ amount: moneyOut, on: date }).nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Transfer' });
export type TransferView = z.output<typeof transferShape>;

/** Everything a page needs on which an invoice is paid. `transfer` is the newest report of a transfer for it. */
export const optionsShape = z
  .object({
    invoice: invoiceRef.extend({ total: moneyOut, balance: moneyOut, dueOn: date, status: z.string() }),
    methods: z.array(methodShape),
    saved: z.array(savedMethodShape),
    open: attemptShape.nullable(),
    transfer: transferShape.nullable(),
    can: z.object({ pay: ability, reportTransfer: ability }),
  })
  .meta({ id: 'PaymentOptions' });
export type PaymentOptions = z.output<typeof optionsShape>;

/** Either a method of a gateway, or a saved method. */
export const payBody = z.union([
  z.strictObject({ gateway: gatewayName, method: z.string().max(40), save: z.boolean().default(false) }),
  z.strictObject({ savedMethod: id('saved-method') }),
]);
export type PayBody = z.output<typeof payBody>;

export const methodList = z.object({
  items: z.array(savedMethodShape),
  /** How a method can be added. */
  addable: z.array(methodShape),
  automatic: z.boolean(),
});
export type MethodList = z.output<typeof methodList>;
export const addMethodBody = z.strictObject({ gateway: gatewayName, method: z.string().max(40) });

export const transferBody = z.strictObject({
  amount: sum,
  paidOn: day,
  bank: line(80),
  sender: line(120),
  proof: words(200).default(''),
  note: words(500).default(''),
});

export const webhookParams = z.object({ gateway: gatewayName });

/** Staff. */
export const staffAttemptParams = z.object({ attempt: id('attempt') });
export const staffPaymentParams = z.object({ payment: id('payment') });
export const staffTransferParams = z.object({ transfer: id('transfer') });
export const unmatchedParams = z.object({ unmatched: id('unmatched') });
const q = z.string().trim().max(100).optional();
const filters = { ...pageQuery, q, client: id('organization').optional() };

const cause = z.enum(['gateway', 'automatic', 'transfer', 'unmatched', 'staff']);
const payment = {
  id: idOut,
  client,
  invoice: invoiceRef.nullable(),
  receipt: invoiceRef.nullable(),
  amount: moneyOut,
  cause,
  gateway: z.string(),
  method: z.string(),
  paidWith: z.string(),
  receivedAt: instant,
  takenBackAt: instant.nullable(),
};
export const paymentItem = z.object(payment).meta({ id: 'PaymentItem' });
export const paymentPage = pageOf(paymentItem);
export const paymentQuery = z.object({
  ...filters,
  cause: cause.optional(),
  /** Received from this day to that one, both included, in UTC. */
  from: day.optional(),
  to: day.optional(),
});
export type PaymentFilters = z.output<typeof paymentQuery>;
export const paymentShape = z
  .object({
    ...payment,
    attemptId: idOut.nullable(),
    transferId: idOut.nullable(),
    recordedBy: person.nullable(),
    recordedAt: instant,
    note: z.string(),
    takenBackWhy: z.string().nullable(),
    refund: z
      .object({
        state: z.enum(['asked', 'done', 'refused']),
        reason: z.string(),
        code: z.string().nullable(),
        askedBy: person,
        askedAt: instant,
      })
      .nullable(),
    can: z.object({ refund: ability, takeBack: ability }),
  })
  .meta({ id: 'Payment' });
export type PaymentView = z.output<typeof paymentShape>;

export const recordBody = z.strictObject({
  invoice: id('invoice'),
  /** Minor units of the invoice's currency. What is more than owed becomes credit. */
  amount: sum,
  /** As it stands on the receipt. */
  method: line(60),
  /** The day it arrived, in the client's zone; today where nothing is said. */
  receivedOn: day.optional(),
  note: words(500).default(''),
});
export const reasonBody = z.strictObject({ reason: line(300) });

export const staffAttemptItem = z.object({ ...attempt, client }).meta({ id: 'PaymentAttemptItem' });
export const staffAttemptPage = pageOf(staffAttemptItem);
export const staffAttemptQuery = z.object({
  ...filters,
  status: z.enum([...paymentStatuses, 'open']).optional(),
});
export type AttemptFilters = z.output<typeof staffAttemptQuery>;
export const staffAttemptShape = z
  .object({
    ...attempt,
    client,
    reference: z.string().nullable(),
    refunded: moneyOut,
    failure: z.object({ class: z.enum(declineClasses), code: z.string(), message: z.string() }).nullable(),
    startedBy: person.nullable(),
    askAt: instant.nullable(),
    /** What the gateway has told of it, newest first. */
    events: z.array(
      z.object({ id: z.string(), status: z.string().nullable(), outcome: z.string(), receivedAt: instant }),
    ),
    can: z.object({ check: ability, cancel: ability }),
  })
  .meta({ id: 'StaffPaymentAttempt' });
export type StaffAttempt = z.output<typeof staffAttemptShape>;

export const staffTransferItem = transferShape
  .extend({ client, reportedBy: person, balance: moneyOut })
  .meta({ id: 'StaffTransfer' });
export type StaffTransfer = z.output<typeof staffTransferItem>;
export const staffTransferPage = pageOf(staffTransferItem);
export const staffTransferQuery = z.object({
  ...filters,
  state: z.enum(['reported', 'approved', 'rejected', 'withdrawn']).optional(),
});
export type TransferFilters = z.output<typeof staffTransferQuery>;
export const approveBody = z.strictObject({ amount: sum, receivedOn: day });

export const unmatchedItem = z
  .object({
    id: idOut,
    gateway: z.string(),
    reference: z.string(),
    why: z.enum(['unknown_attempt', 'other_amount', 'other_currency']),
    amount: z.object({ amount: z.int(), currency: z.string() }),
    paidWith: z.string(),
    receivedAt: instant,
    client: client.nullable(),
    attempt: z.object({ id: idOut, amount: moneyOut, invoices: z.array(invoiceRef) }).nullable(),
    resolution: z.enum(['invoice', 'credit', 'returned']).nullable(),
    resolvedAt: instant.nullable(),
    resolvedBy: person.nullable(),
    note: z.string().nullable(),
    can: z.object({ allocate: ability, return: ability }),
  })
  .meta({ id: 'UnmatchedMoney' });
export type UnmatchedMoney = z.output<typeof unmatchedItem>;
export const unmatchedPage = pageOf(unmatchedItem);
export const unmatchedQuery = z.object({
  ...pageQuery,
  state: z.enum(['waiting', 'resolved']).optional(),
});
export type UnmatchedFilters = z.output<typeof unmatchedQuery>;
export const resolveBody = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('invoice'), invoice: id('invoice'), note: words(500).default('') }),
  z.strictObject({ to: z.literal('credit'), organization: id('organization'), note: words(500).default('') }),
  /** The money went back to its sender, outside of this product. */
  z.strictObject({ to: z.literal('returned'), note: line(500) }),
]);
export type ResolveBody = z.output<typeof resolveBody>;

export const webhookRefused = problem(
  'webhook_refused',
  401,
  'This delivery is not what the gateway sent, or not recently.',
);
export const paymentInProgress = problem(
  'payment_in_progress',
  409,
  'A payment for this invoice is under way. Wait for it or cancel it first.',
);
export const alreadyPaid = problem('already_paid', 409, 'This invoice is paid already.');
export const notPayable = problem('not_payable', 409, 'Nothing can be paid on this invoice.');
export const transferPending = problem(
  'payment_pending',
  409,
  'A transfer for this invoice is being checked.',
);
export const methodUnavailable = problem('method_unavailable', 422, 'This cannot be paid that way.');
export const gatewaySilent = problem(
  'gateway_silent',
  503,
  'The payment gateway does not answer. Try again in a moment.',
);
export const cannotCancel = problem('cannot_cancel', 409, 'This payment can no longer be canceled.');
export const paidInFuture = problem('paid_in_future', 422, 'A transfer cannot have been made after today.');
export const cannotRefund = problem('cannot_refund', 409, 'This payment cannot be refunded here.');
export const alreadyResolved = problem('already_resolved', 409, 'Somebody has decided about this already.');

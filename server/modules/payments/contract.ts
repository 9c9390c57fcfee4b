import { z } from 'zod';
import {
  ability,
  bilingualOut,
  date,
  day,
  id,
  idOut,
  instant,
  line,
  moneyOut,
  pageOf,
  pageQuery,
} from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { disputeOfPayment } from './dispute-contract.ts';
import { refundOfPayment } from './refund-contract.ts';
import { declineClasses, paymentStatuses } from './domain/attempt.ts';

/** May be empty. */
const words = (max: number) => z.union([z.literal(''), line(max)]);
const client = z.object({ id: idOut, name: z.string(), slug: z.string() });
export const invoiceRef = z.object({ id: idOut, number: z.string().nullable() });
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
const purpose = z.enum(['payment', 'automatic', 'save_method', 'deposit']);
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
    /** Which one it is, from 1, when methods are charged without asking; null when it is not. */
    turn: z.int().nullable(),
    /** A bank has said that it is never to be charged again. */
    isRefused: z.boolean(),
    addedAt: instant,
  })
  .meta({ id: 'SavedMethod' });
export type SavedMethodView = z.output<typeof savedMethodShape>;

export const methodShape = z.object({
  gateway: z.string(),
  id: z.string(),
  kind: methodKind,
  label: bilingualOut,
  flow: z.enum(['redirect', 'push']),
  canSave: z.boolean(),
  can: z.object({ pay: ability }),
});
export type MethodView = z.output<typeof methodShape>;

export const transferShape = z
  .object({
    id: idOut,
    /** Null where it is to add to the credit. */
    invoice: invoiceRef.nullable(),
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
const paymentItem = z.object(payment).meta({ id: 'PaymentItem' });
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
    /** Newest first. */
    refunds: z.array(refundOfPayment),
    /** At the bank, newest first. */
    disputes: z.array(disputeOfPayment),
    /** What is left of it, and how much of that is the client's credit, out of which it goes back. */
    left: moneyOut,
    credit: moneyOut,
    /** What the gateway keeps: `told` by itself, else by the rule of that day. Null where nothing is known. */
    fee: z.object({ amount: moneyOut, givenBack: moneyOut, net: moneyOut, told: z.boolean() }).nullable(),
    can: z.object({ refund: ability, refundThere: ability, takeBack: ability }),
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

const staffAttemptItem = z.object({ ...attempt, client }).meta({ id: 'PaymentAttemptItem' });
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

const staffTransferItem = transferShape
  .extend({ client, reportedBy: person, balance: moneyOut.nullable() })
  .meta({ id: 'StaffTransfer' });
export type StaffTransfer = z.output<typeof staffTransferItem>;
export const staffTransferPage = pageOf(staffTransferItem);
export const staffTransferQuery = z.object({
  ...filters,
  state: z.enum(['reported', 'approved', 'rejected', 'withdrawn']).optional(),
});
export type TransferFilters = z.output<typeof staffTransferQuery>;
export const approveBody = z.strictObject({ amount: sum, receivedOn: day });

const unmatchedItem = z
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

/** The connected gateways in the order in which clients see them. */
export const gatewaysShape = z
  .object({
    items: z.array(
      z.object({
        gateway: z.string(),
        on: z.boolean(),
        currencies: z.array(z.object({ currency: z.string(), on: z.boolean() })),
        methods: z.array(
          z.object({
            id: z.string(),
            kind: methodKind,
            /** The gateway's own words for it, and those of the business where it has its own. */
            label: bilingualOut,
            called: bilingualOut.nullable(),
          }),
        ),
      }),
    ),
    can: z.object({ change: ability }),
    version: z.int(),
  })
  .meta({ id: 'PaymentGateways' });
export type PaymentGateways = z.output<typeof gatewaysShape>;
export const gatewaysBody = z.strictObject({
  items: z
    .array(
      z.strictObject({
        gateway: gatewayName,
        on: z.boolean(),
        offIn: z.array(z.string().max(10)).max(100),
        labels: z.record(z.string().max(40), z.strictObject({ id: line(60), en: line(60) })),
      }),
    )
    .max(40),
});
export type GatewaysBody = z.output<typeof gatewaysBody>;

export const webhookRefused = problem(
  'webhook_refused',
  401,
  'This delivery is not what the gateway sent, or not recently.',
  'forged',
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

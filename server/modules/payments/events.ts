import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';
import { declineClasses } from './domain/attempt.ts';

const id = z.string();
/** Minor units of `currency`. */
const sum = { amount: z.int(), currency: z.string() };
const attempt = { attemptId: id, invoiceIds: z.array(id), automatic: z.boolean() };

/** Somebody, or the system for a renewal, has begun to pay. `amount` is 0 where a method is only being saved. */
export const paymentStarted = defineEvent('payments.payment-started', {
  data: z.object({ ...attempt, gateway: z.string(), method: z.string(), ...sum }),
});
/** The gateway has the payer's word and works on it. */
export const paymentProcessing = defineEvent('payments.payment-processing', { data: z.object(attempt) });
/** The gateway was asked and said nothing usable: money may have moved. It is asked again. */
export const paymentUnknown = defineEvent('payments.payment-unknown', { data: z.object(attempt) });
export const paymentFailed = defineEvent('payments.payment-failed', {
  data: z.object({ ...attempt, class: z.enum(declineClasses), code: z.string() }),
});
export const paymentExpired = defineEvent('payments.payment-expired', { data: z.object(attempt) });
export const paymentCanceled = defineEvent('payments.payment-canceled', { data: z.object(attempt) });
/** Money came for it that is not what it asked for; staff decide what becomes of it. */
export const otherMoneyArrived = defineEvent('payments.other-money-arrived', { data: z.object(attempt) });
/** Money has arrived, from any source. `invoiceId` is what it is meant for, null for a deposit. */
export const paymentSucceeded = defineEvent('payments.payment-succeeded', {
  data: z.object({
    paymentId: id,
    attemptId: id.nullable(),
    invoiceId: id.nullable(),
    ...sum,
    method: z.string(),
    gateway: z.string(),
  }),
});
/** The gateway has given all of it back: a refund, a reversal or a chargeback. */
export const paymentTakenBack = defineEvent('payments.payment-taken-back', {
  data: z.object({ paymentId: id, invoiceId: id.nullable(), ...sum }),
});
export const refundAsked = defineEvent('payments.refund-asked', {
  data: z.object({ refundId: id, attemptId: id, ...sum }),
});
export const refundRefused = defineEvent('payments.refund-refused', {
  data: z.object({ refundId: id, attemptId: id, code: z.string() }),
});

export const transferReported = defineEvent('payments.transfer-reported', {
  data: z.object({ transferId: id, invoiceId: id, ...sum }),
});
/** `amount` is what was found on the bank account. */
export const transferApproved = defineEvent('payments.transfer-approved', {
  data: z.object({ transferId: id, invoiceId: id, ...sum }),
});
export const transferRejected = defineEvent('payments.transfer-rejected', {
  data: z.object({ transferId: id, invoiceId: id }),
});
export const transferWithdrawn = defineEvent('payments.transfer-withdrawn', {
  data: z.object({ transferId: id, invoiceId: id }),
});

/** Money came that is not what any attempt asked for: a person decides. */
export const moneyUnmatched = defineEvent('payments.money-unmatched', {
  audience: 'staff',
  data: z.object({
    unmatchedId: id,
    gateway: z.string(),
    why: z.enum(['unknown_attempt', 'other_amount', 'other_currency']),
    ...sum,
  }),
});
export const unmatchedResolved = defineEvent('payments.unmatched-resolved', {
  audience: 'staff',
  data: z.object({ unmatchedId: id, resolution: z.enum(['invoice', 'credit', 'returned']) }),
});

export const methodSaved = defineEvent('payments.method-saved', {
  data: z.object({ methodId: id, gateway: z.string() }),
});
/** The gateway told of a new card or date behind the same token. */
export const methodRenewed = defineEvent('payments.method-renewed', { data: z.object({ methodId: id }) });
export const methodRemoved = defineEvent('payments.method-removed', { data: z.object({ methodId: id }) });
export const defaultMethodChosen = defineEvent('payments.default-method-chosen', {
  data: z.object({ methodId: id }),
});

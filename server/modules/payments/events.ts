import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';
import { declineClasses } from './domain/attempt.ts';
import { disputeReasons, disputeStates } from './domain/dispute.ts';

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
const refund = { refundId: id, paymentId: id, way: z.enum(['gateway', 'transfer']), ...sum };
/** It has left the client's credit; it may wait for a second member of staff. */
export const refundAsked = defineEvent('payments.refund-asked', { data: z.object(refund) });
export const refundApproved = defineEvent('payments.refund-approved', {
  audience: 'staff',
  data: z.object(refund),
});
/** The gateway was asked and said nothing usable: money may have gone back. It is asked again. */
export const refundUnknown = defineEvent('payments.refund-unknown', {
  audience: 'staff',
  data: z.object(refund),
});
export const refundDone = defineEvent('payments.refund-done', { data: z.object(refund) });
/** The gateway said no, or could not bring it to the client: it is credit again. */
export const refundFailed = defineEvent('payments.refund-failed', {
  data: z.object({ ...refund, code: z.string() }),
});
/** Staff decided against it: it is credit again. */
export const refundRejected = defineEvent('payments.refund-rejected', { data: z.object(refund) });

const dispute = { disputeId: id, paymentId: id.nullable() };
/** A bank tells that a payer disputes a payment; in an `inquiry` it only asks. */
export const disputeOpened = defineEvent('payments.dispute-opened', {
  audience: 'staff',
  data: z.object({ ...dispute, state: z.enum(disputeStates.all), reason: z.enum(disputeReasons), ...sum }),
});
/** What is known of a dispute has changed. */
export const disputeAdvanced = defineEvent('payments.dispute-advanced', {
  audience: 'staff',
  data: z.object({ ...dispute, from: z.enum(disputeStates.all), state: z.enum(disputeStates.all) }),
});
/** Its deadline is near, and nobody has answered. */
export const disputeDue = defineEvent('payments.dispute-due', {
  audience: 'staff',
  data: z.object({ ...dispute, days: z.int() }),
});
export const disputeAnswered = defineEvent('payments.dispute-answered', {
  audience: 'staff',
  data: z.object({ ...dispute, evidenceId: id }),
});
export const disputeAccepted = defineEvent('payments.dispute-accepted', {
  audience: 'staff',
  data: z.object(dispute),
});
/** A gateway tells of a dispute that cannot be of any payment here: a person must look there. */
export const disputeUnmatched = defineEvent('payments.dispute-unmatched', {
  audience: 'staff',
  data: z.object({
    gateway: z.string(),
    why: z.enum(['unknown_attempt', 'other_attempt', 'other_amount', 'other_currency']),
    ...sum,
  }),
});
/** What a dispute took of a payment is owed again, or with `back` has been paid again. */
export const disputedMoneyMoved = defineEvent('payments.disputed-money-moved', {
  audience: 'staff',
  data: z.object({ ...dispute, ...sum, back: z.boolean() }),
});

/** What a gateway keeps was set anew; `change`: what happened to the rule. */
export const feeRuleChanged = defineEvent('payments.fee-rule-changed', {
  audience: 'staff',
  data: z.object({ ruleId: id, change: z.enum(['added', 'removed']) }),
});
export const transferReported = defineEvent('payments.transfer-reported', {
  data: z.object({ transferId: id, invoiceId: id.nullable(), ...sum }),
});
/** `amount` is what was found on the bank account. */
export const transferApproved = defineEvent('payments.transfer-approved', {
  data: z.object({ transferId: id, invoiceId: id.nullable(), ...sum }),
});
export const transferRejected = defineEvent('payments.transfer-rejected', {
  data: z.object({ transferId: id, invoiceId: id.nullable() }),
});
export const transferWithdrawn = defineEvent('payments.transfer-withdrawn', {
  data: z.object({ transferId: id, invoiceId: id.nullable() }),
});

/** An invoice is charged again, with this method, unless it is paid before. */
export const chargePlanned = defineEvent('payments.charge-planned', {
  data: z.object({ invoiceId: id, methodId: id, at: z.string() }),
});
/** An invoice is not charged by itself any more; the reason is one of `whyNotCharged`. */
export const chargeStopped = defineEvent('payments.charge-stopped', {
  data: z.object({ invoiceId: id, why: z.string() }),
});
/** The payer wants it, or not; of one service, or of all where none is named. */
export const automaticPaymentChosen = defineEvent('payments.automatic-payment-chosen', {
  data: z.object({ serviceId: id.nullable(), isOn: z.boolean() }),
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
/** In which order methods are charged without asking; of the others none is. */
export const methodsPutInTurn = defineEvent('payments.methods-put-in-turn', {
  data: z.object({ methodIds: z.array(id) }),
});
/** A bank has said that it is never to be charged again. */
export const methodRefused = defineEvent('payments.method-refused', {
  data: z.object({ methodId: id, code: z.string() }),
});

import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';
import { contestReasons } from './domain/contest.ts';

const id = z.string();
const day = z.iso.date();
/** Minor units of `currency`. */
const amount = z.int();
const currency = z.string();
const kind = z.enum(['order', 'renewal', 'change', 'manual']);
/** `forOrganization`: whose order and services these are, where another organization pays for it. */
const about = {
  invoiceId: id,
  kind,
  orderId: id.nullable(),
  serviceIds: z.array(id),
  forOrganization: id.optional(),
};
const reaches = ({ forOrganization }: { forOrganization?: string | undefined }) => forOrganization;

export const invoiceIssued = defineEvent('billing.invoice-issued', {
  data: z.object({ ...about, total: amount, currency, dueOn: day }),
  reaches,
});
/** It has its number now, and so may be shown and sent. */
export const invoiceNumbered = defineEvent('billing.invoice-numbered', {
  data: z.object({ invoiceId: id, number: z.string() }),
});
export const invoicePaid = defineEvent('billing.invoice-paid', { data: z.object(about), reaches });
export const invoicePartlyPaid = defineEvent('billing.invoice-partly-paid', {
  data: z.object({ invoiceId: id, paid: amount, balance: amount, currency }),
});
/** A payment was taken back: what was paid, or paid in part, is owed again. */
export const invoiceReopened = defineEvent('billing.invoice-reopened', { data: z.object(about), reaches });
export const invoiceVoided = defineEvent('billing.invoice-voided', { data: z.object(about), reaches });
/** The day after its due date has begun and something is still owed. Once per invoice. */
export const invoiceOverdue = defineEvent('billing.invoice-overdue', {
  data: z.object({ ...about, dueOn: day }),
  reaches,
});
/** What was still owed is given up. */
export const invoiceWrittenOff = defineEvent('billing.invoice-written-off', {
  data: z.object({ ...about, amount, currency }),
  reaches,
});
/** Money came for an invoice that had been given up. */
export const debtRecovered = defineEvent('billing.debt-recovered', {
  data: z.object({ invoiceId: id, amount, currency }),
});
/** All of it was taken back by credit notes: nothing is owed for it, and nothing counts as bought. */
export const invoiceCredited = defineEvent('billing.invoice-credited', { data: z.object(about), reaches });
/**
 * Part or all of an invoice was taken back; `credited` of it became the client's credit. `clearedServiceIds`: for which nothing is asked on
 * it any more.
 */
export const creditNoteIssued = defineEvent('billing.credit-note-issued', {
  data: z.object({
    ...about,
    clearedServiceIds: z.array(id).default([]),
    creditNoteId: id,
    reason: z.string(),
    total: amount,
    credited: amount,
    currency,
  }),
  reaches,
});
export const creditNoteNumbered = defineEvent('billing.credit-note-numbered', {
  data: z.object({ creditNoteId: id, number: z.string() }),
});
/** `days`: before the due date for a reminder, after it for the others. */
export const reminderSent = defineEvent('billing.reminder-sent', {
  data: z.object({
    invoiceId: id,
    step: z.enum(['reminder', 'notice', 'suspend', 'terminate']),
    days: z.int(),
  }),
});
/** A step of collection asks that what is owed be charged again to a method that the client keeps for that; `payments` answers. */
export const paymentRetryDue = defineEvent('billing.payment-retry-due', {
  data: z.object({ ...about, days: z.int() }),
  reaches,
});
/** Nothing is held or ended for it although its day has come, since nothing that was written has arrived. Once per invoice. */
export const enforcementHeld = defineEvent('billing.enforcement-held', {
  audience: 'staff',
  data: z.object({ invoiceId: id, step: z.enum(['late_fee', 'suspend', 'terminate']) }),
});
/** What paying late costs stands on an invoice of its own; `amount` without tax. */
export const lateFeeCharged = defineEvent('billing.late-fee-charged', {
  data: z.object({ invoiceId: id, feeInvoiceId: id, amount, currency }),
});
/** Money came for an invoice that had been taken back, so it became credit: somebody may want what has ended to go on. */
export const lateMoneyReceived = defineEvent('billing.late-money-received', {
  audience: 'staff',
  data: z.object({ invoiceId: id, paymentId: id, amount, currency }),
});
/** By `on` it will be paid; until then nobody is chased. */
export const promiseMade = defineEvent('billing.promise-made', {
  data: z.object({ invoiceId: id, promiseId: id, on: day, byStaff: z.boolean() }),
});
export const promiseClosed = defineEvent('billing.promise-closed', {
  data: z.object({ invoiceId: id, promiseId: id, state: z.enum(['kept', 'withdrawn']) }),
});
/** Its day is over and something is still owed. */
export const promiseBroken = defineEvent('billing.promise-broken', {
  data: z.object({ invoiceId: id, promiseId: id, on: day }),
});
export const dunningTimelineChanged = defineEvent('billing.dunning-timeline-changed', {
  audience: 'staff',
  data: z.object({ timelineId: id, version: z.int(), change: z.enum(['added', 'changed', 'archived']) }),
});

/** Money was received; `invoiceId` is what it was meant for, null for a deposit. */
export const receiptIssued = defineEvent('billing.receipt-issued', {
  data: z.object({ receiptId: id, paymentId: id, invoiceId: id.nullable(), amount, currency }),
});
export const receiptNumbered = defineEvent('billing.receipt-numbered', {
  data: z.object({ receiptId: id, number: z.string() }),
});
/** The money of a receipt went back to who had paid it. */
export const paymentReversed = defineEvent('billing.payment-reversed', {
  data: z.object({ receiptId: id, paymentId: id, amount, currency }),
});

/** Nobody is chased for it while its payment is disputed at a bank, or while what the client contests is looked at. */
export const invoiceDisputed = defineEvent('billing.invoice-disputed', {
  data: z.object({ invoiceId: id, cause: z.enum(['dispute', 'contest']) }),
});
/** Nothing holds it any more: what is owed is collected again. */
export const invoiceNotDisputed = defineEvent('billing.invoice-not-disputed', {
  data: z.object({ invoiceId: id }),
});

const contest = z.object({ contestId: id, invoiceId: id });
/** A client does not agree with an invoice, or with lines of it. */
export const contestOpened = defineEvent('billing.contest-opened', {
  data: contest.extend({ reason: z.enum(contestReasons) }),
});
export const contestClosed = defineEvent('billing.contest-closed', {
  data: contest.extend({ state: z.enum(['upheld', 'rejected', 'withdrawn']) }),
});
/** Collection has waited as long as it may, and nobody has answered. */
export const contestRested = defineEvent('billing.contest-rested', { audience: 'staff', data: contest });

const slip = z.object({ withholdingId: id, invoiceId: id });
/** The client pays tax out of an invoice to the tax office itself, and owes the slip that proves it. */
export const taxWithheld = defineEvent('billing.tax-withheld', {
  data: slip.extend({ kind: z.enum(['income', 'vat']), amount, currency }),
});
export const slipSubmitted = defineEvent('billing.slip-submitted', { data: slip });
export const slipAccepted = defineEvent('billing.slip-accepted', { data: slip });
export const slipRefused = defineEvent('billing.slip-refused', { data: slip });
/** What was withheld is owed again. */
export const withholdingReopened = defineEvent('billing.withholding-reopened', {
  data: slip.extend({ amount, currency }),
});
/** `change`: what happened to a rule of taxes. */
export const taxRuleChanged = defineEvent('billing.tax-rule-changed', {
  audience: 'staff',
  data: z.object({ ruleId: id, change: z.enum(['added', 'changed', 'removed']) }),
});
export const exchangeRateSet = defineEvent('billing.exchange-rate-set', {
  audience: 'staff',
  data: z.object({ currency, accounting: currency, day, rate: z.string() }),
});
export const taxProfileChanged = defineEvent('billing.tax-profile-changed', {
  data: z.object({ kind: z.enum(['consumer', 'business', 'treasurer', 'collector']).nullable() }),
});

export const creditAdded = defineEvent('billing.credit-added', {
  data: z.object({
    amount,
    currency,
    why: z.enum(['deposit', 'overpayment', 'invoice_voided', 'credit_note', 'goodwill']),
  }),
});
/** Goodwill that was left on its last day, or was given by mistake, was taken back. */
export const creditExpired = defineEvent('billing.credit-expired', { data: z.object({ amount, currency }) });
export const creditApplied = defineEvent('billing.credit-applied', {
  data: z.object({ invoiceId: id, amount, currency }),
});
/** A run did not bill an organization: something looks wrong, and staff have to look at it. */
export const renewalsHeldBack = defineEvent('billing.renewals-held-back', {
  audience: 'staff',
  data: z.object({ reasons: z.array(z.string()) }),
});
/** Staff decided about what was held back: it is billed however it looks, or looked at again by the next run. */
export const heldBackDecided = defineEvent('billing.held-back-decided', {
  audience: 'staff',
  data: z.object({ decision: z.enum(['bill', 'look_again']) }),
});

import { z } from 'zod';
import { defineEvent } from '../../kernel/events/define.ts';

const id = z.string();
const day = z.iso.date();
/** Minor units of `currency`. */
const amount = z.int();
const currency = z.string();
const kind = z.enum(['order', 'renewal', 'manual']);
const about = { invoiceId: id, kind, orderId: id.nullable(), serviceIds: z.array(id) };

export const invoiceIssued = defineEvent('billing.invoice-issued', {
  data: z.object({ ...about, total: amount, currency, dueOn: day }),
});
/** It has its number now, and so may be shown and sent. */
export const invoiceNumbered = defineEvent('billing.invoice-numbered', {
  data: z.object({ invoiceId: id, number: z.string() }),
});
export const invoicePaid = defineEvent('billing.invoice-paid', { data: z.object(about) });
export const invoicePartlyPaid = defineEvent('billing.invoice-partly-paid', {
  data: z.object({ invoiceId: id, paid: amount, balance: amount, currency }),
});
/** A payment was taken back: what was paid, or paid in part, is owed again. */
export const invoiceReopened = defineEvent('billing.invoice-reopened', { data: z.object(about) });
export const invoiceVoided = defineEvent('billing.invoice-voided', { data: z.object(about) });
/** The day after its due date has begun and something is still owed. Once per invoice. */
export const invoiceOverdue = defineEvent('billing.invoice-overdue', {
  data: z.object({ ...about, dueOn: day }),
});
/** `days`: before the due date for a reminder, after it for the others. */
export const reminderSent = defineEvent('billing.reminder-sent', {
  data: z.object({
    invoiceId: id,
    step: z.enum(['reminder', 'notice', 'suspend', 'terminate']),
    days: z.int(),
  }),
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

export const creditAdded = defineEvent('billing.credit-added', {
  data: z.object({ amount, currency, why: z.enum(['deposit', 'overpayment', 'invoice_voided']) }),
});
export const creditApplied = defineEvent('billing.credit-applied', {
  data: z.object({ invoiceId: id, amount, currency }),
});

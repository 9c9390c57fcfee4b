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
import { refundStates } from './domain/refund.ts';

const day = z
  .string()
  .refine((text) => parseDate(text) !== null, { message: 'a calendar date, YYYY-MM-DD' })
  .transform((text) => text as CalendarDate);
const state = z.enum(refundStates.all as [string, ...string[]] as ['done']);

export const refundParams = z.object({ organization: id('organization'), refund: id('refund') });
export const staffRefundParams = z.object({ refund: id('refund') });

/** The states in words that a client understands: `underway` is all of what has not ended. */
const refundItem = z
  .object({
    id: idOut,
    amount: moneyOut,
    state: z.enum(['underway', 'done', 'returned']),
    way: z.enum(['gateway', 'transfer']),
    /** Where it goes: 'Visa •••• 4242', or the bank and the end of the account. */
    to: z.string(),
    askedAt: instant,
    endedAt: instant.nullable(),
    receipt: z.object({ id: idOut, number: z.string().nullable() }).nullable(),
    hasProof: z.boolean(),
  })
  .meta({ id: 'RefundItem' });
export type RefundItem = z.output<typeof refundItem>;
export const refundPage = pageOf(refundItem);
export const refundQuery = z.object(pageQuery);

const person = z.object({ id: idOut, name: z.string() });
const client = z.object({ id: idOut, name: z.string(), slug: z.string() });
const staffRefund = {
  id: idOut,
  paymentId: idOut,
  client,
  amount: moneyOut,
  state,
  way: z.enum(['gateway', 'transfer']),
  to: z.string(),
  reason: z.string(),
  askedBy: person,
  askedAt: instant,
};
const staffRefundItem = z.object(staffRefund).meta({ id: 'StaffRefundItem' });
export type StaffRefundItem = z.output<typeof staffRefundItem>;
/** As it stands with the payment. */
export const refundOfPayment = z.object({
  id: idOut,
  state: z.enum(refundStates.all as [string, ...string[]] as ['done']),
  amount: moneyOut,
  reason: z.string(),
  askedBy: person,
  askedAt: instant,
});
export const staffRefundPage = pageOf(staffRefundItem);
/** `waiting`: for staff, that is to be approved or paid. */
export const staffRefundQuery = z.object({
  ...pageQuery,
  state: z.enum(['waiting', 'underway', 'over']).optional(),
});
export const staffRefundShape = z
  .object({
    ...staffRefund,
    bank: z.object({ bank: z.string(), account: z.string(), holder: z.string() }).nullable(),
    code: z.string().nullable(),
    rejectedWhy: z.string().nullable(),
    decidedBy: person.nullable(),
    endedAt: instant.nullable(),
    proof: z.string().nullable(),
    paidOn: date.nullable(),
    reference: z.string().nullable(),
    can: z.object({ approve: ability, reject: ability, prove: ability, pay: ability, check: ability }),
  })
  .meta({ id: 'StaffRefund' });
export type StaffRefund = z.output<typeof staffRefundShape>;

/** With `to` it is transferred by hand, otherwise it goes the way it came. */
export const refundBody = z.strictObject({
  /** Minor units of the payment's currency. */
  amount: z.int().min(1).max(1e13),
  reason: line(300),
  to: z.strictObject({ bank: line(80), account: line(60), holder: line(120) }).optional(),
});
export type RefundBody = z.output<typeof refundBody>;
export const proofQuery = z.object({ name: line(200) });
export const paidBody = z.strictObject({ paidOn: day, reference: line(100) });

export const sameHands = problem('same_hands', 409, 'Somebody else must approve what you asked for.');
export const proofMissing = problem('proof_missing', 409, 'Upload the proof of the transfer first.');
export const proofRefused = problem('proof_refused', 415, 'Send a PDF, PNG or JPEG file.');

import { z } from 'zod';
import { date, day, idOut, pageQuery } from '../../kernel/http/shapes.ts';
import { currency, lang } from './contract.ts';
import { lotSources } from './lots.ts';

export const statementQuery = z.object({
  ...pageQuery,
  currency: currency.optional(),
  from: day.optional(),
  to: day.optional(),
});
export const statementFileQuery = statementQuery.omit({ after: true, limit: true }).extend({ lang });
const bookedLine = {
  sequence: z.int(),
  on: date,
  kind: z.enum([
    'invoice_issued',
    'invoice_voided',
    'credit_note_issued',
    'invoice_written_off',
    'debt_recovered',
    'payment_received',
    'payment_reversed',
    'credit_applied',
    'credit_released',
    'refund_paid',
    'refund_settled',
    'refund_returned',
    'gateway_fee_charged',
    'goodwill_given',
    'credit_expired',
    'tax_withheld',
    'withholding_reopened',
    'payment_disputed',
    'dispute_returned',
  ]),
  /** `for`: the name of the organization it is about, where its payer pays for another. */
  invoice: z.object({ id: idOut, number: z.string().nullable(), for: z.string().nullable() }).nullable(),
  creditNote: z.object({ id: idOut, number: z.string().nullable() }).nullable(),
  receipt: z.object({ id: idOut, number: z.string().nullable() }).nullable(),
};
/** Newest first. Amounts are minor units of `currency`. Above zero the client owes, below zero the business owes the client. */
export const statementShape = z
  .object({
    currency: z.string(),
    currencies: z.array(z.string()),
    /** Before the first and after the last day asked for. */
    opening: z.int(),
    closing: z.int(),
    items: z.array(z.object({ ...bookedLine, change: z.int(), balance: z.int() })),
    next: z.string().nullable(),
  })
  .meta({ id: 'Statement' });
export type Statement = z.output<typeof statementShape>;

export const groupStatementQuery = statementQuery;
export const groupFileQuery = statementFileQuery;
export type GroupAsked = z.output<typeof groupStatementQuery>;
const movements = { opening: z.int(), invoiced: z.int(), paid: z.int(), closing: z.int() };
/** Of an organization and all below it, in one currency and its minor units; movements newest first. */
export const groupStatementShape = z
  .object({
    currency: z.string(),
    currencies: z.array(z.string()),
    /** What was invoiced for each and paid, whoever owes it. `depth` null: not in the group, or closed to the reader, by the name of then. */
    accounts: z.array(z.object({ id: idOut, name: z.string(), depth: z.int().nullable(), ...movements })),
    total: z.object(movements),
    items: z.array(
      z.object({
        key: z.string(),
        on: date,
        kind: bookedLine.kind,
        of: z.object({ id: idOut, name: z.string() }),
        /** Whose account it stands in, where that is another's. */
        paidBy: z.object({ id: idOut, name: z.string() }).nullable(),
        invoice: z.object({ id: idOut, number: z.string().nullable() }).nullable(),
        receipt: z.string().nullable(),
        change: z.int(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'GroupStatement' });
export type GroupStatement = z.output<typeof groupStatementShape>;

const ref = z.object({ id: idOut, number: z.string().nullable() }).nullable();
const lotSource = z.enum(lotSources);
/** Credit, newest movement first; `lots` are in the order in which they are used, the first page only. A lot is named by the entry that brought it. */
export const creditShape = z
  .object({
    currency: z.string(),
    currencies: z.array(z.string()),
    credit: z.int(),
    lots: z.array(
      z.object({
        lot: z.int(),
        source: lotSource,
        on: date,
        amount: z.int(),
        left: z.int(),
        /** What staff wrote to goodwill, and its last day. */
        reason: z.string(),
        expiresOn: date.nullable(),
        invoice: ref,
        creditNote: ref,
        receipt: ref,
      }),
    ),
    items: z.array(
      z.object({
        ...bookedLine,
        change: z.int(),
        balance: z.int(),
        /** The lots it took from, gave back to, or brought. */
        lots: z.array(z.object({ lot: z.int(), source: lotSource, on: date, change: z.int() })),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'Credit' });
export type Credit = z.output<typeof creditShape>;
export const creditQuery = z.object({ ...pageQuery, currency: currency.optional() });

export const balanceQuery = z.object({ on: day, currency: currency.optional() });
export const balanceShape = z.object({ on: date, currency: z.string(), owed: z.int(), credit: z.int() });

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
  prose,
} from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { isCurrency } from '../../kernel/values/money.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { parseDate } from '../../kernel/values/dates.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { invoiceStatuses, openStatuses } from './domain/abilities.ts';
import { dunningShape, invoicingShape, sellerShape } from './settings.ts';

const day = z
  .string()
  .refine((text) => parseDate(text) !== null, { message: 'a calendar date, YYYY-MM-DD' })
  .transform((text) => text as CalendarDate);
const currency = z
  .string()
  .refine(isCurrency, { message: 'a currency known here' })
  .transform((text) => text as Currency);
const bilingual = z.object({ id: z.string(), en: z.string() });
const locale = z.enum(['id', 'en']);
const minor = z.coerce.number().int().min(0);

export const status = z.enum(invoiceStatuses);
export const invoiceKind = z.enum(['order', 'renewal', 'manual']);

export const organizationParams = z.object({ organization: id('organization') });
export const invoiceParams = organizationParams.extend({ invoice: id('invoice') });
export const receiptParams = organizationParams.extend({ receipt: id('receipt') });
export const staffInvoiceParams = z.object({ invoice: id('invoice') });
export const staffReceiptParams = z.object({ receipt: id('receipt') });

/** An invoice in a list. `title` is its first line, `more` how many lines there are besides. */
const listed = {
  id: idOut,
  number: z.string().nullable(),
  kind: invoiceKind,
  status,
  issuedOn: date,
  dueOn: date,
  title: bilingual,
  more: z.int(),
  total: moneyOut,
  balance: moneyOut,
};
export const invoiceItem = z
  .object({ ...listed, can: z.object({ pay: ability, download: ability }) })
  .meta({ id: 'InvoiceItem' });
export type InvoiceItem = z.output<typeof invoiceItem>;
export const invoicePage = pageOf(invoiceItem);
const filters = {
  ...pageQuery,
  status: z.enum([...invoiceStatuses, 'open']).optional(),
  /** Issued from this day to that one, both included. */
  from: day.optional(),
  to: day.optional(),
  /** Total from … to …, in minor units. */
  min: minor.optional(),
  max: minor.optional(),
  /** A number, or its last digits' worth: '123' finds INV/2026/000123. */
  q: z.string().trim().max(60).optional(),
  /** Only what has a line for this service. */
  service: id('service').optional(),
};
export const invoiceQuery = z.object(filters);
export type InvoiceFilters = z.output<typeof invoiceQuery>;

const party = z.object({ name: z.string(), address: z.string(), taxId: z.string(), email: z.string() });

export const invoiceShape = z
  .object({
    ...listed,
    orderId: idOut.nullable(),
    issuedAt: instant,
    overdueSince: date.nullable(),
    paidAt: instant.nullable(),
    subtotal: moneyOut,
    tax: moneyOut,
    paid: moneyOut,
    /** `share`: the taxed part of the price where it is not the whole, '11/12'. */
    taxes: z.array(
      z.object({ label: bilingual, share: z.string().nullable(), base: moneyOut, tax: moneyOut }),
    ),
    seller: party,
    buyer: party,
    notes: z.string(),
    /** How to pay by bank transfer; empty when nothing is owed. */
    transfer: z.array(z.object({ label: z.string(), value: z.string() })),
    /** `period.to` is the first day after it. */
    lines: z.array(
      z.object({
        serviceId: idOut.nullable(),
        description: bilingual,
        period: z.object({ from: date, to: date }).nullable(),
        quantity: z.int(),
        unitPrice: moneyOut,
        net: moneyOut,
        tax: moneyOut,
      }),
    ),
    /** What has paid it, oldest first; without a receipt it was credit. `releasedAt`: taken off again. */
    allocations: z.array(
      z.object({
        id: idOut,
        receiptId: idOut.nullable(),
        amount: moneyOut,
        at: instant,
        releasedAt: instant.nullable(),
      }),
    ),
    receipts: z.array(
      z.object({
        id: idOut,
        number: z.string().nullable(),
        amount: moneyOut,
        method: z.string(),
        receivedAt: instant,
        reversedAt: instant.nullable(),
      }),
    ),
    /** What was done to get it paid. */
    steps: z.array(
      z.object({ kind: z.enum(['reminder', 'notice', 'suspend', 'terminate']), days: z.int(), at: instant }),
    ),
    /** Credit the client has in this currency. */
    credit: moneyOut,
    version: z.int(),
    can: z.object({ pay: ability, download: ability, applyCredit: ability }),
  })
  .meta({ id: 'Invoice' });
export type Invoice = z.output<typeof invoiceShape>;

export const creditBody = z.object({
  /** At most this much, in minor units; without it as much as there is and is owed. */
  amount: z.int().min(1).optional(),
});
export const creditUsed = z.object({ applied: moneyOut, balance: moneyOut });

/** Per currency; `nextDueOn` is the earliest due date of what is owed. */
export const summaryShape = z
  .object({
    currencies: z.array(
      z.object({
        currency: z.string(),
        openCount: z.int(),
        open: z.int(),
        overdueCount: z.int(),
        overdue: z.int(),
        nextDueOn: date.nullable(),
        credit: z.int(),
      }),
    ),
  })
  .meta({ id: 'BillingSummary' });
export type BillingSummary = z.output<typeof summaryShape>;

export const statementQuery = z.object({
  ...pageQuery,
  currency: currency.optional(),
  from: day.optional(),
  to: day.optional(),
});
export const statementFileQuery = statementQuery
  .omit({ after: true, limit: true })
  .extend({ lang: locale.default('en') });
const bookedLine = {
  sequence: z.int(),
  on: date,
  kind: z.enum([
    'invoice_issued',
    'invoice_voided',
    'payment_received',
    'payment_reversed',
    'credit_applied',
    'credit_released',
  ]),
  invoice: z.object({ id: idOut, number: z.string().nullable() }).nullable(),
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

/** Credit, newest movement first. */
export const creditShape = z
  .object({
    currency: z.string(),
    currencies: z.array(z.string()),
    credit: z.int(),
    items: z.array(z.object({ ...bookedLine, change: z.int(), balance: z.int() })),
    next: z.string().nullable(),
  })
  .meta({ id: 'Credit' });
export type Credit = z.output<typeof creditShape>;
export const creditQuery = z.object({ ...pageQuery, currency: currency.optional() });

export const balanceQuery = z.object({ on: day, currency: currency.optional() });
export const balanceShape = z.object({ on: date, currency: z.string(), owed: z.int(), credit: z.int() });

export const documentQuery = z.object({ lang: locale.default('id') });

export const renewalItem = z
  .object({
    serviceId: idOut,
    names: bilingual,
    client: z.object({ id: idOut, name: z.string() }),
    /** When the invoice is going to be issued, and the first day it pays for. */
    invoiceOn: date,
    from: date,
    amount: moneyOut,
  })
  .meta({ id: 'UpcomingRenewal' });
export type UpcomingRenewal = z.output<typeof renewalItem>;
export const renewalPage = pageOf(renewalItem);
export const renewalQuery = z.object(pageQuery);

/** Staff's view. */
const client = z.object({ id: idOut, name: z.string() });
export const staffInvoiceItem = z
  .object({ ...listed, client, can: z.object({ recordPayment: ability, download: ability }) })
  .meta({ id: 'StaffInvoiceItem' });
export type StaffInvoiceItem = z.output<typeof staffInvoiceItem>;
export const staffInvoicePage = pageOf(staffInvoiceItem);
export const staffInvoiceQuery = z.object({ ...filters, client: id('organization').optional() });
export type StaffInvoiceFilters = z.output<typeof staffInvoiceQuery>;

export const staffInvoiceShape = invoiceShape
  .extend({
    client,
    collection: z.enum(['none', 'reminded', 'in_dunning', 'disputed', 'collections']),
    voidReason: z.string().nullable(),
    can: z.object({ recordPayment: ability, applyCredit: ability, void: ability, download: ability }),
  })
  .meta({ id: 'StaffInvoice' });
export type StaffInvoice = z.output<typeof staffInvoiceShape>;

/** What is open, per currency, by how late it is. `days` is the first day of the bucket; 0 is not due yet. */
export const ageingShape = z
  .object({
    currencies: z.array(
      z.object({
        currency: z.string(),
        buckets: z.array(z.object({ days: z.int(), count: z.int(), amount: z.int() })),
      }),
    ),
  })
  .meta({ id: 'Ageing' });
export type Ageing = z.output<typeof ageingShape>;

const pricedLine = z.object({
  quantity: z.int().min(1).max(1_000_000),
  /** Minor units, below zero for a reduction. */
  unitPrice: z.int().min(-1e13).max(1e13),
  taxable: z.boolean(),
});
export const manualInvoiceBody = z.object({
  organization: id('organization'),
  currency: currency.optional(),
  dueOn: day.optional(),
  notes: z.union([z.literal(''), prose(2000)]).default(''),
  lines: z
    .array(pricedLine.extend({ description: z.object({ id: line(300), en: line(300) }) }))
    .min(1)
    .max(100),
});
export const previewBody = z.object({ currency, lines: z.array(pricedLine).max(100) });
/** What an invoice with these lines would amount to, in minor units. */
export const previewShape = z.object({
  subtotal: z.int(),
  taxes: z.array(z.object({ label: bilingual, share: z.string().nullable(), base: z.int(), tax: z.int() })),
  total: z.int(),
});
export type Preview = z.output<typeof previewShape>;
export const voidBody = z.object({ reason: line(300) });

const versioned = { version: z.int() };
export const settingsShape = z.object({
  seller: z.object({ value: sellerShape, ...versioned }),
  invoicing: z.object({ value: invoicingShape, ...versioned }),
  dunning: z.object({ value: dunningShape, ...versioned }),
});
export type BillingSettings = z.output<typeof settingsShape>;
export const sellerSettings = z.object({ value: sellerShape, ...versioned });
export const invoicingSettings = z.object({ value: invoicingShape, ...versioned });
export const dunningSettings = z.object({ value: dunningShape, ...versioned });

export { openStatuses };

export const alreadyPaid = problem('already_paid', 409, 'This invoice is paid already.');
export const invoiceVoid = problem('invoice_void', 409, 'This invoice is void.');
export const writtenOff = problem('written_off', 409, 'This invoice was written off.');
export const notIssued = problem('not_issued', 409, 'This invoice is a draft.');
export const paymentPending = problem(
  'payment_pending',
  409,
  'A payment for this invoice is being looked at. Wait until it is confirmed or refused.',
);
export const noCredit = problem('no_credit', 409, 'There is no credit in this currency.');
export const notNumbered = problem(
  'not_numbered_yet',
  409,
  'This document is about to get its number. Try again in a moment.',
);
export const nothingToInvoice = problem(
  'nothing_to_invoice',
  422,
  'An invoice adds up to more than nothing.',
);
export const dueTooEarly = problem('due_too_early', 422, 'An invoice is not due before it is issued.');

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
  prose,
} from '../../kernel/http/shapes.ts';
import { problem } from '../../kernel/values/errors.ts';
import { isCurrency } from '../../kernel/values/money.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { invoiceStatuses, openStatuses } from './domain/abilities.ts';
import { taxCategories } from '../catalog/index.ts';
import { lineReason, party, taxOfLine } from './document-contract.ts';
import { taxCodes } from './domain/tax-decision.ts';
import { unitCodes } from './domain/units.ts';

export const currency = z
  .string()
  .refine(isCurrency, { message: 'a currency known here' })
  .transform((text) => text as Currency);
export const locale = z.enum(['id', 'en']);
const minor = z.coerce.number().int().min(0);

export const status = z.enum(invoiceStatuses);
const invoiceKind = z.enum(['order', 'renewal', 'change', 'manual']);

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
  /** Whom it is for where its payer pays for another, by the name that one had. */
  for: z.object({ id: idOut, name: z.string() }).nullable(),
  title: bilingualOut,
  more: z.int(),
  total: moneyOut,
  balance: moneyOut,
  /** Nobody is chased for it: its payment is disputed, or the client does not agree. */
  isDisputed: z.boolean(),
};
const invoiceItem = z
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

/** What was invoiced for an organization and is owed by one above it: what it is about and how it stands. */
export const aboveItem = z
  .object({
    id: idOut,
    number: z.string().nullable(),
    status,
    issuedOn: date,
    dueOn: date,
    total: moneyOut,
    lines: z.array(
      z.object({
        serviceId: idOut.nullable(),
        description: bilingualOut,
        period: z.object({ from: date, to: date }).nullable(),
        net: moneyOut,
        tax: moneyOut,
      }),
    ),
  })
  .meta({ id: 'InvoiceAbove' });
export type InvoiceAbove = z.output<typeof aboveItem>;
export const abovePage = pageOf(aboveItem);
export const aboveQuery = z.object({ ...pageQuery, service: id('service').optional() });
export type AboveFilters = z.output<typeof aboveQuery>;

export const invoiceShape = z
  .object({
    ...listed,
    orderId: idOut.nullable(),
    issuedAt: instant,
    overdueSince: date.nullable(),
    /** Its client has said that it does not agree, now or before. */
    isContested: z.boolean(),
    paidAt: instant.nullable(),
    subtotal: moneyOut,
    tax: moneyOut,
    /** In money and credit. */
    paid: moneyOut,
    /** What credit notes took off while it was open. */
    credited: moneyOut,
    /** Newest first. */
    creditNotes: z.array(
      z.object({ id: idOut, number: z.string().nullable(), issuedOn: date, total: moneyOut }),
    ),
    /** `share`: the taxed part of the price where it is not the whole, '11/12'. `reason`: why nothing is charged. */
    taxes: z.array(
      z.object({
        label: bilingualOut,
        share: z.string().nullable(),
        base: moneyOut,
        tax: moneyOut,
        code: z.enum(taxCodes),
        reason: bilingualOut.nullable(),
      }),
    ),
    /** Of the Indonesian tax invoice, where the business is registered and something is taxed. */
    transactionCode: z.string().nullable(),
    buyerReference: z.string(),
    purchaseOrder: z.string(),
    /** What one unit of its currency was in that of the books, where these differ and a rate was known. */
    accounting: z.object({ currency: z.string(), rate: z.string(), on: date, source: z.string() }).nullable(),
    seller: party,
    buyer: party,
    notes: z.string(),
    /** How to pay by bank transfer; empty when nothing is owed. */
    transfer: z.array(z.object({ label: z.string(), value: z.string() })),
    /** `period.to` is the first day after it. */
    lines: z.array(
      z.object({
        position: z.int(),
        serviceId: idOut.nullable(),
        description: bilingualOut,
        period: z.object({ from: date, to: date }).nullable(),
        quantity: z.int(),
        unitPrice: moneyOut,
        /** What was taken off quantity × unit price; `why` says which. */
        discount: moneyOut,
        net: moneyOut,
        tax: moneyOut,
        /** What credit notes have taken back of it, without tax. */
        takenBack: moneyOut,
        /** UN/ECE Recommendation 20. */
        unit: z.string(),
        /** Null on invoices from before this was kept. */
        why: lineReason.nullable(),
        taxed: taxOfLine.nullable(),
      }),
    ),
    /** What has paid it, oldest first; without a receipt it was tax withheld, or else credit. `releasedAt`: taken off again. */
    allocations: z.array(
      z.object({
        id: idOut,
        receiptId: idOut.nullable(),
        /** Tax that the client withheld. */
        withholdingId: idOut.nullable(),
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
      z.object({
        kind: z.enum(['reminder', 'notice', 'retry', 'late_fee', 'suspend', 'terminate']),
        days: z.int(),
        at: instant,
      }),
    ),
    /** Until this day nobody is chased, since it will be paid by then. */
    promisedOn: date.nullable(),
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
    /** An organization above owes what is invoiced from now on, or did before; null: never. */
    paidAbove: z.enum(['now', 'before']).nullable(),
  })
  .meta({ id: 'BillingSummary' });
export type BillingSummary = z.output<typeof summaryShape>;

/** Without one, papers speak the language of who asks; a key of an organization is nobody, and gets Indonesian. */
export const lang = locale.optional();

export const documentQuery = z.object({ lang });

const renewalItem = z
  .object({
    serviceId: idOut,
    names: bilingualOut,
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
const staffInvoiceItem = z
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
    writtenOffReason: z.string().nullable(),
    can: z.object({
      recordPayment: ability,
      applyCredit: ability,
      void: ability,
      creditNote: ability,
      writeOff: ability,
      download: ability,
    }),
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
  taxCategory: z.enum(taxCategories).optional(),
  /** Whether the price contains tax; without it as the business says. */
  taxIncluded: z.boolean().optional(),
  unit: z.enum(unitCodes).optional(),
});
export const manualInvoiceBody = z.object({
  organization: id('organization'),
  currency: currency.optional(),
  dueOn: day.optional(),
  notes: z.union([z.literal(''), prose(2000)]).default(''),
  purchaseOrder: z.union([z.literal(''), line(100)]).default(''),
  lines: z
    .array(pricedLine.extend({ description: z.object({ id: line(300), en: line(300) }) }))
    .min(1)
    .max(100),
});
export type ManualInvoice = z.input<typeof manualInvoiceBody>;
export const previewBody = z.object({
  currency,
  /** Whom it would be issued to; null: a consumer where the business is. */
  organization: id('organization').nullable().default(null),
  lines: z.array(pricedLine).max(100),
});
/** What an invoice with these lines would amount to, in minor units. */
export const previewShape = z.object({
  subtotal: z.int(),
  taxes: z.array(
    z.object({
      label: bilingualOut,
      share: z.string().nullable(),
      base: z.int(),
      tax: z.int(),
      code: z.enum(taxCodes),
      reason: bilingualOut.nullable(),
    }),
  ),
  total: z.int(),
});
export type Preview = z.output<typeof previewShape>;
export const voidBody = z.object({ reason: line(300) });

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

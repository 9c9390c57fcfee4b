import { z } from 'zod';
import { date, line } from '../../kernel/http/shapes.ts';
import { defineSetting } from '../../kernel/settings.ts';
import { isCurrency } from '../../kernel/values/money.ts';
import { legalShape, noLegal } from './domain/legal.ts';

/** Who sells: stands on every invoice and receipt, copied onto each when it is issued. */
export const sellerShape = z.object({
  name: line(200),
  address: z.string().trim().max(1000),
  /** NPWP or another tax number; empty where there is none. */
  taxId: z.string().trim().max(40),
  /** ISO 3166; its taxes are charged. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('ID'),
  legal: legalShape.default(noLegal),
  email: z.union([z.literal(''), z.email().max(254)]),
  /** Where receipts are signed, and by whom. */
  place: z.string().trim().max(100),
  signer: z.object({ name: z.string().trim().max(200), role: z.string().trim().max(100) }),
  /** How to pay by bank transfer, printed on what is unpaid: 'Bank BCA' → '123 456 7890, PT Contoh'. */
  transfer: z.array(z.object({ label: line(80), value: line(200) })).max(8),
});
export type Seller = z.output<typeof sellerShape>;

export const seller = defineSetting<Seller>({
  key: 'billing.seller',
  schema: sellerShape,
  default: {
    name: 'Clientarea',
    address: '',
    taxId: '',
    country: 'ID',
    legal: noLegal,
    email: '',
    place: '',
    signer: { name: '', role: '' },
    transfer: [],
  },
});

/** Where the number goes, and the year before or after it. */
const numberFormat = z
  .string()
  .trim()
  .max(40)
  .regex(/^[^{}\p{Cc}]*(\{year\}[^{}\p{Cc}]*\{number\}|\{number\}[^{}\p{Cc}]*\{year\})[^{}\p{Cc}]*$/u);

export const invoicingShape = z.object({
  /** Days from the issue to the due date where nobody says otherwise. */
  dueDays: z.int().min(0).max(365),
  /** Credit pays open invoices by itself, oldest first. */
  creditAutomatically: z.boolean(),
  /** What is renewed of a client on one day stands on one invoice, but for who wants it apart. */
  together: z.boolean().default(true),
  /** A series begins anew each year, so the year is part of every number: 'INV/{year}/{number}'. */
  invoiceNumber: numberFormat,
  receiptNumber: numberFormat,
  creditNoteNumber: numberFormat.default('CN/{year}/{number}'),
  /** The number is filled up with zeros to this many digits. */
  digits: z.int().min(1).max(10),
});
export type Invoicing = z.output<typeof invoicingShape>;

export const invoicing = defineSetting<Invoicing>({
  key: 'billing.invoicing',
  schema: invoicingShape,
  default: {
    dueDays: 7,
    creditAutomatically: true,
    together: true,
    invoiceNumber: 'INV/{year}/{number}',
    receiptNumber: 'KW/{year}/{number}',
    creditNoteNumber: 'CN/{year}/{number}',
    digits: 6,
  },
});

/** When the business works: steps of collection that ask for it happen only then. */
export const workingDaysShape = z.object({
  /** Free days of the week, 1 (Monday) to 7. */
  weekend: z.array(z.int().min(1).max(7)).max(6),
  holidays: z.array(z.object({ on: date, name: line(100) })).max(400),
});
export type WorkingDaysSetting = z.output<typeof workingDaysShape>;

export const workingDays = defineSetting<WorkingDaysSetting>({
  key: 'billing.working-days',
  schema: workingDaysShape,
  default: { weekend: [6, 7], holidays: [] },
});

/** Within which limits clients may name a day to pay an overdue invoice by. */
export const promiseLimitsShape = z.object({
  offered: z.boolean(),
  /** From today at most. */
  days: z.int().min(1).max(90),
  perInvoice: z.int().min(1).max(10),
  /** In 365 days, over all invoices of a client. */
  perYear: z.int().min(1).max(50),
});
export type PromiseLimitsSetting = z.output<typeof promiseLimitsShape>;

export const promiseLimits = defineSetting<PromiseLimitsSetting>({
  key: 'billing.promises',
  schema: promiseLimitsShape,
  default: { offered: true, days: 7, perInvoice: 1, perYear: 3 },
});

/** Within which limits clients may say that they do not agree with an invoice. */
export const contestLimitsShape = z.object({
  offered: z.boolean(),
  /** From the issue of the invoice. */
  withinDays: z.int().min(1).max(365),
  /** For as long nobody is chased, at most. */
  holdDays: z.int().min(1).max(60),
  perInvoice: z.int().min(1).max(10),
  /** In 365 days, over all invoices of a client. */
  perYear: z.int().min(1).max(50),
});
export type ContestLimitsSetting = z.output<typeof contestLimitsShape>;

export const contestLimits = defineSetting<ContestLimitsSetting>({
  key: 'billing.contests',
  schema: contestLimitsShape,
  default: { offered: true, withinDays: 60, holdDays: 14, perInvoice: 2, perYear: 4 },
});

const sums = z
  .array(z.object({ currency: z.string().refine(isCurrency), amount: z.int().min(1).max(1e13) }))
  .max(20)
  .refine((all) => new Set(all.map(({ currency }) => currency)).size === all.length, {
    message: 'one sum for each currency',
  });
/** Hundredths of a percent. */
const share = (most: number) => z.int().min(0).max(most);

/** What paying late costs, where the timeline of an invoice asks for it. The rules are in domain/dunning/late-fee.ts. */
export const lateFeesShape = z.object({
  way: z.enum(['flat', 'percent']),
  /** Of what is open, for each period. */
  share: share(10_000),
  /** Minor units for each period, by currency; none in a currency that is not here. */
  flat: sums,
  /** Days of a period; null: there is one fee. */
  everyDays: z.int().min(7).max(366).nullable(),
  /** All fees of an invoice together: of what is open, and minor units by currency. */
  mostShare: share(10_000),
  most: sums,
  /** What may be asked for a year at most, of what is open. No law names one number for all: ask yours. */
  legalShare: share(100_000),
  taxable: z.boolean(),
});
export type LateFeesSetting = z.output<typeof lateFeesShape>;

export const lateFees = defineSetting<LateFeesSetting>({
  key: 'billing.late-fees',
  schema: lateFeesShape,
  default: {
    way: 'percent',
    share: 150,
    flat: [],
    everyDays: 30,
    mostShare: 1_000,
    most: [],
    legalShare: 2_400,
    taxable: false,
  },
});

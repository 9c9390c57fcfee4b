import { z } from 'zod';
import { line } from '../../kernel/http/shapes.ts';
import { defineSetting } from '../../kernel/settings.ts';

const bilingual = z.object({ id: line(60), en: line(60) });

/** Who sells: stands on every invoice and receipt, copied onto each when it is issued. */
export const sellerShape = z.object({
  name: line(200),
  address: z.string().trim().max(1000),
  /** NPWP or another tax number; empty where there is none. */
  taxId: z.string().trim().max(40),
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
  /** A series begins anew each year, so the year is part of every number: 'INV/{year}/{number}'. */
  invoiceNumber: numberFormat,
  receiptNumber: numberFormat,
  /** The number is filled up with zeros to this many digits. */
  digits: z.int().min(1).max(10),
  tax: z.object({
    /** Only a registered taxpayer (PKP) may charge it; otherwise no document mentions tax. */
    charged: z.boolean(),
    name: bilingual,
    percent: z.number().min(0).max(100).multipleOf(0.01),
    /** The taxed part of the price: 11/12 is the "DPP nilai lain" of PMK 131/2024, 1/1 the whole. */
    base: z.object({ numerator: z.int().min(1).max(1000), denominator: z.int().min(1).max(1000) }),
    /** Prices contain the tax already. */
    inclusive: z.boolean(),
  }),
});
export type Invoicing = z.output<typeof invoicingShape>;

export const invoicing = defineSetting<Invoicing>({
  key: 'billing.invoicing',
  schema: invoicingShape,
  default: {
    dueDays: 7,
    creditAutomatically: true,
    invoiceNumber: 'INV/{year}/{number}',
    receiptNumber: 'KW/{year}/{number}',
    digits: 6,
    tax: {
      charged: false,
      name: { id: 'PPN', en: 'VAT' },
      percent: 12,
      base: { numerator: 11, denominator: 12 },
      inclusive: false,
    },
  },
});

const days = z.int().min(1).max(365);

/** What happens around the due date, in days from it. The rules are in domain/dunning.ts. */
export const dunningShape = z
  .object({
    reminderDaysBefore: z.array(z.int().min(0).max(90)).max(5),
    noticeDaysAfter: z.array(days).max(8),
    suspendAfterDays: days,
    /** Null: nothing is ever ended for an unpaid invoice. */
    terminateAfterDays: days.nullable(),
  })
  .refine((rules) => rules.terminateAfterDays === null || rules.terminateAfterDays > rules.suspendAfterDays, {
    path: ['terminateAfterDays'],
    message: 'after the suspension',
  });
export type DunningRules = z.output<typeof dunningShape>;

export const dunning = defineSetting<DunningRules>({
  key: 'billing.dunning',
  schema: dunningShape,
  default: {
    reminderDaysBefore: [7, 1],
    noticeDaysAfter: [1, 5],
    suspendAfterDays: 7,
    terminateAfterDays: null,
  },
});

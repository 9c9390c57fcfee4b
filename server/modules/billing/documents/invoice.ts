import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { formatDate } from '../../../kernel/values/dates.ts';
import type { Currency, Locale } from '../../../kernel/values/money.ts';
import { formatMoney, money } from '../../../kernel/values/money.ts';
import { amountInWords } from '../domain/words.ts';
import type { DocumentBrand } from './brand.ts';
import { capitalized, formatDecimal, formatFigure, formatPeriod, printable, shortened } from './format.ts';
import { invoiceLabels } from './labels.ts';
import type { DocumentParty } from './sheet.ts';
import { partyOnSheet, sheet } from './sheet.ts';

/** An invoice as it was issued. All amounts are minor units of `currency`; labels are already in the document's language. */
export interface InvoiceDocumentModel {
  kind: 'invoice' | 'pro-forma' | 'offer';
  status: 'paid' | 'unpaid' | 'overdue' | 'void';
  number: string;
  issuedOn: CalendarDate;
  dueOn: CalendarDate;
  currency: Currency;
  seller: DocumentParty;
  buyer: DocumentParty;
  lines: readonly InvoiceDocumentLine[];
  /** Before taxes. `total` is this and all tax amounts; `balance` is `total` without what was paid and credited. */
  subtotal: bigint;
  taxes: readonly InvoiceDocumentTax[];
  total: bigint;
  paid: bigint;
  /** What credit notes took off it. */
  credited: bigint;
  balance: bigint;
  /** Shown while something is to be paid: 'Bank BCA, virtual account' → '8808 1234 5678 9012'. */
  payment: readonly { label: string; value: string }[];
  notes: string;
  /** What buyer and tax office file it under; what is empty is left out. */
  references: InvoiceReferences | null;
  /** Whom it is about, where the buyer pays for another. */
  for: string | null;
}

export interface InvoiceReferences {
  purchaseOrder: string;
  buyerReference: string;
  transactionCode: string;
  /** What one unit of `currency` is in the currency of the books; `rate` is a plain decimal. */
  accounting: { currency: string; rate: string; on: CalendarDate; source: string } | null;
}

export interface InvoiceDocumentLine {
  description: string;
  /** First and last day paid for. */
  period: { from: CalendarDate; to: CalendarDate } | null;
  /** A plain decimal: '1', '730', '2.5'. */
  quantity: string;
  unitPrice: bigint;
  /** What was taken off, above zero; `amount` is already without it. */
  discount: bigint;
  /** 'PPN 12%', or empty for a line that no tax concerns. */
  taxLabel: string;
  amount: bigint;
}

/** 'PPN 12%' of a base that is named where it is not the subtotal: 'DPP nilai lain 11/12'. */
export interface InvoiceDocumentTax {
  label: string;
  base: { label: string; amount: bigint } | null;
  amount: bigint;
  /** Why nothing is charged. */
  reason: string | null;
}

const statusLooks = {
  paid: { sign: '✓', tone: 'good' },
  unpaid: { sign: '○', tone: 'attention' },
  overdue: { sign: '●', tone: 'danger' },
  void: { sign: '×', tone: 'neutral' },
} as const satisfies Record<InvoiceDocumentModel['status'], { sign: string; tone: string }>;

/** The data of `invoiceTemplate`; its `title` is also the title of the PDF. */
export function invoiceDocument(model: InvoiceDocumentModel, locale: Locale, brand: DocumentBrand) {
  const labels = invoiceLabels[locale];
  const heading = labels.kinds[model.kind];
  const open = model.status === 'unpaid' || model.status === 'overdue';
  const sum = (amount: bigint) => formatMoney(money(amount, model.currency), locale);
  const figure = (amount: bigint) => formatFigure(money(amount, model.currency), locale);
  const day = (date: CalendarDate) => formatDate(date, locale, 'long');

  return {
    ...sheet({ heading, number: model.number, seller: model.seller, brand, locale }),
    status:
      model.kind !== 'invoice'
        ? { words: labels.notAnInvoice, ...statusLooks.void }
        : { words: labels.statuses[model.status], ...statusLooks[model.status] },
    facts: [
      ...(model.number === '' ? [] : [{ label: labels.number, value: printable(model.number) }]),
      { label: labels.issuedOn, value: day(model.issuedOn) },
      { label: model.kind === 'offer' ? labels.validUntil : labels.dueOn, value: day(model.dueOn) },
      ...(model.for === null ? [] : [{ label: labels.for, value: shortened(model.for, 80) }]),
    ],
    lead: {
      figure: sum(open ? model.balance : model.total),
      words: leadWords(model, locale),
      struck: model.status === 'void',
    },
    parties: [partyOnSheet(labels.from, model.seller, locale), partyOnSheet(labels.to, model.buyer, locale)],
    columns: {
      description: labels.description,
      quantity: labels.quantity,
      unitPrice: labels.unitPrice(model.currency),
      tax: labels.tax,
      amount: labels.amount(model.currency),
    },
    taxed: model.lines.some((line) => line.taxLabel !== ''),
    lines: model.lines.map((line) => ({
      description: printable(line.description),
      details: [
        ...(line.period ? [formatPeriod(line.period.from, line.period.to, locale)] : []),
        ...(line.discount > 0n ? [labels.discount(figure(-line.discount))] : []),
      ],
      quantity: formatDecimal(line.quantity, locale),
      unitPrice: figure(line.unitPrice),
      tax: printable(line.taxLabel),
      amount: figure(line.amount),
    })),
    totals: [
      { label: labels.subtotal, value: sum(model.subtotal), look: 'plain' },
      ...model.taxes.flatMap((tax) => [
        ...(tax.base
          ? [{ label: shortened(tax.base.label, 120), value: sum(tax.base.amount), look: 'quiet' }]
          : []),
        { label: shortened(tax.label, 120), value: sum(tax.amount), look: 'plain' },
        ...(tax.reason ? [{ label: shortened(tax.reason, 160), value: '', look: 'quiet' }] : []),
      ]),
      ...(model.paid === 0n && model.credited === 0n
        ? [{ label: labels.total, value: sum(model.total), look: open ? 'due' : 'strong' }]
        : [
            { label: labels.total, value: sum(model.total), look: 'strong' },
            ...(model.credited === 0n
              ? []
              : [{ label: labels.credited, value: sum(-model.credited), look: 'plain' }]),
            ...(model.paid === 0n ? [] : [{ label: labels.paid, value: sum(-model.paid), look: 'plain' }]),
            { label: labels.balance, value: sum(model.balance), look: 'due' },
          ]),
    ],
    inWords: {
      label: labels.inWords,
      value: capitalized(amountInWords(money(model.total, model.currency), locale)),
    },
    references: references(model, locale),
    payment:
      open && model.payment.length > 0
        ? {
            heading: labels.payment,
            rows: model.payment.map(({ label, value }) => ({
              label: shortened(label, 120),
              value: shortened(value, 300),
            })),
          }
        : null,
    notes:
      model.kind === 'pro-forma'
        ? { label: labels.notAnInvoice, value: labels.proFormaNote }
        : model.notes
          ? { label: labels.notes, value: printable(model.notes) }
          : null,
  };
}

function references({ references, currency }: InvoiceDocumentModel, locale: Locale) {
  if (!references) return [];
  const labels = invoiceLabels[locale];
  const { purchaseOrder, buyerReference, transactionCode, accounting } = references;
  const worth =
    accounting &&
    `1 ${currency} = ${formatDecimal(accounting.rate, locale)} ${accounting.currency} (${formatDate(accounting.on, locale, 'long')}, ${accounting.source})`;
  return [
    { label: labels.purchaseOrder, value: purchaseOrder },
    { label: labels.buyerReference, value: buyerReference },
    { label: labels.transactionCode, value: transactionCode },
    { label: labels.worth, value: worth ?? '' },
  ]
    .filter(({ value }) => value !== '')
    .map(({ label, value }) => ({ label, value: shortened(value, 160) }));
}

function leadWords(model: InvoiceDocumentModel, locale: Locale): string {
  const labels = invoiceLabels[locale];
  const due = formatDate(model.dueOn, locale, 'long');
  if (model.kind === 'pro-forma') return labels.leadPlanned(due);
  if (model.kind === 'offer') return model.status === 'void' ? labels.leadOfferOver : labels.leadOffer(due);
  return {
    paid: labels.leadPaid,
    unpaid: labels.leadDue(due),
    overdue: labels.leadOverdue(due),
    void: labels.leadVoid,
  }[model.status];
}

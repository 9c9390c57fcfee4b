import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { formatDate } from '../../../kernel/values/dates.ts';
import type { Currency, Locale } from '../../../kernel/values/money.ts';
import { formatMoney, money } from '../../../kernel/values/money.ts';
import type { CreditReason } from '../domain/credit-note.ts';
import { amountInWords } from '../domain/words.ts';
import type { DocumentBrand } from './brand.ts';
import { creditNoteLabels } from './credit-note-labels.ts';
import { capitalized, formatFigure, printable, shortened } from './format.ts';
import type { DocumentParty } from './sheet.ts';
import { partyOnSheet, sheet } from './sheet.ts';

/** A credit note as it was issued. All amounts are minor units of `currency`; texts are in the document's language. */
export interface CreditNoteDocumentModel {
  number: string;
  issuedOn: CalendarDate;
  invoice: { number: string; issuedOn: CalendarDate };
  reason: CreditReason;
  currency: Currency;
  seller: DocumentParty;
  buyer: DocumentParty;
  /** Whom the invoice is about, where the buyer pays for another. */
  for: string | null;
  /** What is taken back of each line, without tax. */
  lines: readonly { description: string; amount: bigint }[];
  net: bigint;
  tax: { label: string | null; amount: bigint };
  total: bigint;
  /** What of the total was still owed on the invoice; the rest became credit. */
  settled: bigint;
  note: string;
}

/** The data of `creditNoteTemplate`; its `title` is also the title of the PDF. */
export function creditNoteDocument(model: CreditNoteDocumentModel, locale: Locale, brand: DocumentBrand) {
  const labels = creditNoteLabels[locale];
  const sum = (amount: bigint) => formatMoney(money(amount, model.currency), locale);
  const day = (date: CalendarDate) => formatDate(date, locale, 'long');
  const credited = model.total - model.settled;
  return {
    ...sheet({ heading: labels.heading, number: model.number, seller: model.seller, brand, locale }),
    status: { words: labels.issued, sign: '✓', tone: 'neutral' },
    facts: [
      { label: labels.number, value: printable(model.number) },
      { label: labels.issuedOn, value: day(model.issuedOn) },
      { label: labels.invoice, value: printable(model.invoice.number) },
      { label: labels.invoiceOf, value: day(model.invoice.issuedOn) },
      ...(model.for === null ? [] : [{ label: labels.for, value: shortened(model.for, 80) }]),
    ],
    lead: { figure: sum(model.total), words: labels.lead, struck: false },
    parties: [partyOnSheet(labels.from, model.seller, locale), partyOnSheet(labels.to, model.buyer, locale)],
    columns: { description: labels.description, amount: labels.amount(model.currency) },
    lines: model.lines.map((line) => ({
      description: printable(line.description),
      amount: formatFigure(money(line.amount, model.currency), locale),
    })),
    totals: [
      { label: labels.subtotal, value: sum(model.net), strong: false },
      ...(model.tax.amount === 0n
        ? []
        : [
            {
              label: shortened(model.tax.label ?? labels.tax, 120),
              value: sum(model.tax.amount),
              strong: false,
            },
          ]),
      { label: labels.total, value: sum(model.total), strong: true },
    ],
    rows: [
      {
        label: labels.inWords,
        value: capitalized(amountInWords(money(model.total, model.currency), locale)),
      },
      { label: labels.reason, value: labels.reasons[model.reason] },
      ...(model.settled === 0n ? [] : [{ label: labels.settled, value: sum(model.settled) }]),
      ...(credited === 0n ? [] : [{ label: labels.credited, value: sum(credited) }]),
      ...(model.note === '' ? [] : [{ label: labels.note, value: printable(model.note) }]),
    ],
  };
}

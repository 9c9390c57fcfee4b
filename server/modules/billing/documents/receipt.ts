import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { formatDate } from '../../../kernel/values/dates.ts';
import type { Locale, Money } from '../../../kernel/values/money.ts';
import { formatMoney } from '../../../kernel/values/money.ts';
import { amountInWords } from '../domain/words.ts';
import type { DocumentBrand } from './brand.ts';
import { capitalized, printable } from './format.ts';
import { receiptLabels } from './labels.ts';
import type { DocumentParty } from './sheet.ts';
import { partyOnSheet, sheet } from './sheet.ts';

/** Money that was received, for all or part of what `payments` names. */
export interface ReceiptDocumentModel {
  number: string;
  receivedOn: CalendarDate;
  /** Where it is signed: 'Jakarta'. */
  place: string;
  seller: DocumentParty;
  receivedFrom: DocumentParty;
  sum: Money;
  /** What it pays for, one a line: 'Tagihan INV-2026-00123, Hosting Bisnis'. */
  payments: readonly string[];
  method: string;
  signature: { name: string; role: string };
  /** Leaves room for the duty stamp that Indonesian law asks for above a certain sum. */
  dutyStamp: boolean;
}

/** The data of `receiptTemplate`; its `title` is also the title of the PDF. */
export function receiptDocument(model: ReceiptDocumentModel, locale: Locale, brand: DocumentBrand) {
  const labels = receiptLabels[locale];
  const receivedOn = formatDate(model.receivedOn, locale, 'long');
  return {
    ...sheet({ heading: labels.heading, number: model.number, seller: model.seller, brand, locale }),
    status: { words: labels.received, sign: '✓', tone: 'good' },
    facts: [
      { label: labels.number, value: printable(model.number) },
      { label: labels.receivedOn, value: receivedOn },
      { label: labels.method, value: printable(model.method) },
    ],
    parties: [
      partyOnSheet(labels.receivedFrom, model.receivedFrom, locale),
      partyOnSheet(labels.receivedBy, model.seller, locale),
    ],
    lead: { figure: formatMoney(model.sum, locale), words: labels.leadReceived(receivedOn), struck: false },
    rows: [
      { label: labels.sum, value: capitalized(amountInWords(model.sum, locale)) },
      { label: labels.paymentOf, value: model.payments.map(printable).join('\n') },
    ],
    signature: {
      placed: [printable(model.place), receivedOn].filter(Boolean).join(', '),
      name: printable(model.signature.name),
      role: printable(model.signature.role),
    },
    dutyStamp: model.dutyStamp ? labels.dutyStamp : null,
  };
}

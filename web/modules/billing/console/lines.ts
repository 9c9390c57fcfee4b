import type { ManualInvoice } from '../../../../server/modules/billing/contract.ts';
import type { Money } from '../../../kernel/format/money.ts';
import type { Text } from '../text/desk-write-en.ts';

/** A line of an invoice while it is being written. */
export interface Line {
  key: number;
  id: string;
  /** Empty: the same words as in Indonesian. */
  en: string;
  quantity: string;
  unitPrice: Money | null;
  reduction: boolean;
  tax: TaxCategory;
  /** As the business says, unless it is said here. */
  taxIncluded: 'business' | 'included' | 'added';
  /** Empty: a piece. */
  unit: UnitCode | '';
}

type Sent = ManualInvoice['lines'][number];
export type TaxCategory = NonNullable<Sent['taxCategory']>;
export type UnitCode = NonNullable<Sent['unit']>;

export const emptyLine = (key: number): Line => ({
  key,
  id: '',
  en: '',
  quantity: '1',
  unitPrice: null,
  reduction: false,
  tax: 'standard',
  taxIncluded: 'business',
  unit: '',
});

const isWhole = (text: string) => /^[1-9]\d{0,6}$/.test(text.trim());

/** What is missing, by the name of its field. */
export function lineProblems(lines: readonly Line[], words: Text): Record<string, string> {
  const found: Record<string, string> = {};
  lines.forEach((line, index) => {
    if (line.id.trim() === '') found[`lines.${index}.id`] = words.needsDescription;
    if (!isWhole(line.quantity)) found[`lines.${index}.quantity`] = words.needsQuantity;
    if (line.unitPrice === null) found[`lines.${index}.unitPrice`] = words.needsPrice;
  });
  return found;
}

function priced(line: Line) {
  const amount = line.unitPrice?.amount ?? 0;
  return {
    quantity: Number(line.quantity),
    unitPrice: line.reduction ? -amount : amount,
    taxable: line.tax !== 'outside',
    taxCategory: line.tax,
    ...(line.taxIncluded !== 'business' && { taxIncluded: line.taxIncluded === 'included' }),
    ...(line.unit && { unit: line.unit }),
  };
}

/** Those lines that already amount to something. */
export function pricedLines(lines: readonly Line[]) {
  return lines.filter((line) => isWhole(line.quantity) && line.unitPrice !== null).map(priced);
}

export function bodyOf(line: Line) {
  const id = line.id.trim();
  return { ...priced(line), description: { id, en: line.en.trim() || id } };
}

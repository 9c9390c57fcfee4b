import type { Money } from '../../../kernel/format/money.ts';
import type { Text } from '../text/en.ts';

/** A line of an invoice while it is being written. */
export interface Line {
  key: number;
  id: string;
  /** Empty: the same words as in Indonesian. */
  en: string;
  quantity: string;
  unitPrice: Money | null;
  reduction: boolean;
  taxable: boolean;
}

export const emptyLine = (key: number): Line => ({
  key,
  id: '',
  en: '',
  quantity: '1',
  unitPrice: null,
  reduction: false,
  taxable: true,
});

const isWhole = (text: string) => /^[1-9]\d{0,6}$/.test(text.trim());

/** What is missing, by the name of its field. */
export function lineProblems(lines: readonly Line[], words: Text['write']): Record<string, string> {
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
    taxable: line.taxable,
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

import { divide } from '../../../kernel/values/money.ts';

/** Why an invoice is taken back, in the words of those who exchange such documents. */
export const creditReasons = [
  'duplicated_charge',
  'product_unsatisfactory',
  'order_change',
  'order_cancellation',
  'fraudulent_charge',
  'other',
] as const;
export type CreditReason = (typeof creditReasons)[number];

/** A line as it was charged, and what was taken back of it before; all with the sign of the line, in minor units. */
export interface ChargedLine {
  net: bigint;
  tax: bigint;
  creditedNet: bigint;
  creditedTax: bigint;
}

/**
 * The tax that goes back with `net` of a line; null for more than is left of it, for nothing, and for the wrong sign. Tax is taken back
 * in proportion to all that was taken back so far, rounded once, so that its parts never exceed and at the end are the tax charged.
 */
export function taxTakenBack(line: ChargedLine, net: bigint): bigint | null {
  const all = line.creditedNet + net;
  if (net === 0n || net < 0n !== line.net < 0n || size(all) > size(line.net)) return null;
  const due = divide(line.tax * size(all), size(line.net), 'halfAwayFromZero');
  return due - line.creditedTax;
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

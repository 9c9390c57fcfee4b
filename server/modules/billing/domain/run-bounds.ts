import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { daysBetween } from '../../../kernel/values/dates.ts';
import type { TaxGround } from './price-lines.ts';
import { isRegistered } from './tax-decision.ts';
import type { InvoiceTax } from './price-lines.ts';

/**
 * Why something is not billed by itself: too many invoices for one client on a day, one far above all that client ever had, one of
 * nothing or below it, time that is long over, no address, no tax number where the buyer is taxed as a business, no tax rule for it. `with_others`:
 * something else of the client is held.
 */
export const holdReasons = [
  'many',
  'large',
  'nothing',
  'long_past',
  'no_address',
  'no_tax_number',
  'no_tax_rule',
  'with_others',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Null: not looked at. */
export interface RunBounds {
  /** Renewals of one client on one day. */
  readonly mostInvoices: number | null;
  /** How many times the largest invoice the client ever had. */
  readonly timesLargest: number | null;
  /** Days since the period began. */
  readonly daysPast: number | null;
  readonly needsAddress: boolean;
  readonly needsTaxNumber: boolean;
  readonly needsTaxRule: boolean;
}

export interface Looked {
  /** Null: below zero. */
  readonly total: bigint | null;
  /** The price less what was taken off it. */
  readonly charged: bigint;
  readonly taxes: readonly InvoiceTax[];
  readonly begins: CalendarDate;
  /** Of the client that day, this one among them. */
  readonly nth: number;
  /** Zero where the client never had an invoice in this currency. */
  readonly largest: bigint;
  readonly buyer: { readonly address: string; readonly taxId: string };
  readonly ground: TaxGround;
}

/** Why this would not be billed by itself; empty where it is. */
export function reasonsToHold(looked: Looked, bounds: RunBounds): HoldReason[] {
  const { total, charged, taxes, begins, nth, largest, buyer, ground } = looked;
  const { mostInvoices, timesLargest, daysPast } = bounds;
  const taxed = isRegistered(ground.seller, ground.on);
  const is: Record<Exclude<HoldReason, 'with_others'>, boolean> = {
    many: mostInvoices !== null && nth > mostInvoices,
    large: timesLargest !== null && largest > 0n && total !== null && total > largest * BigInt(timesLargest),
    nothing: total === null || (total <= 0n && charged > 0n),
    long_past: daysPast !== null && daysBetween(begins, ground.on) > daysPast,
    no_address: bounds.needsAddress && buyer.address.trim() === '',
    no_tax_number: bounds.needsTaxNumber && taxed && ground.buyer.kind !== 'consumer' && buyer.taxId === '',
    no_tax_rule:
      bounds.needsTaxRule &&
      taxed &&
      taxes.some(({ rule, category }) => rule === null && category !== 'outside'),
  };
  return holdReasons.filter((reason) => reason !== 'with_others' && is[reason]);
}

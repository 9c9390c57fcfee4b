import type { CalendarDate } from '../../kernel/values/dates.ts';
import { assert } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { isNegative, zero } from '../../kernel/values/money.ts';
import type { Currency } from '../../kernel/values/money.ts';
import type { TaxCategory } from '../catalog/index.ts';
import type { LockedInvoice } from './invoice-row.ts';
import type { Party } from './parties.ts';
import type { Accounting } from './queries/tax-ground.ts';
import { settlementOf } from './domain/invoice-states.ts';
import type { LineReason } from './domain/line-reason.ts';
import { priceLines } from './domain/price-lines.ts';
import type { InvoiceTax, Priced, TaxGround } from './domain/price-lines.ts';
import type { UnitCode } from './domain/units.ts';

/**
 * `unitPrice` is minor units of the invoice's currency, below zero for a reduction; `period.to` is the first day after it. `taxCategory`,
 * `taxIncluded`: as in `PricedLine`. `unit`: of the quantity, in UN/ECE Recommendation 20; without it pieces. `why`: how the line came
 * to be, shown to who asks, with each of its discounts.
 */
export interface NewLine {
  serviceId: string | null;
  description: { id: string; en: string };
  period: { from: CalendarDate; to: CalendarDate } | null;
  quantity: number;
  unitPrice: bigint;
  discount?: bigint;
  taxable: boolean;
  taxCategory?: TaxCategory;
  taxIncluded?: boolean | null;
  unit?: UnitCode;
  why?: LineReason;
}

/** What is to be invoiced to `payer`; `organization` is whom it is for. */
export interface Ask {
  id: Id<'invoice'>;
  organization: Id<'organization'>;
  payer: Id<'organization'>;
  kind: LockedInvoice['kind'];
  orderId: string | null;
  lines: readonly NewLine[];
  currency: Currency;
  /** Never before the day it is issued: then it is that day. */
  dueOn: CalendarDate;
  notes: string;
  purchaseOrder: string;
}

/** What an invoice says besides its lines. `forName`: whom it is for, where that is not its payer. */
export interface Heading {
  buyer: Party;
  forName: string | null;
  reference: string;
  accounting: Accounting | null;
}

/** An invoice that is decided and not written. `sequence`: its place in the series of its year, where it has its number already. */
export interface Draft extends Heading {
  readonly invoice: LockedInvoice;
  readonly lines: readonly NewLine[];
  readonly priced: Priced;
  readonly notes: string;
  readonly purchaseOrder: string;
  sequence: bigint | null;
}

/** Decides all of an invoice; it is issued on `ground.on`. Null where it would be below zero. */
export function draftInvoice(ask: Ask, ground: TaxGround, heading: Heading): Draft | null {
  const { currency, lines, notes, purchaseOrder } = ask;
  assert(lines.length > 0, 'an invoice has lines');
  const priced = priceLines(currency, lines, ground);
  if (isNegative(priced.subtotal) || isNegative(priced.tax)) return null;
  return {
    ...heading,
    lines,
    priced,
    notes,
    purchaseOrder,
    sequence: null,
    invoice: {
      id: ask.id,
      organization: ask.payer,
      for: ask.organization,
      kind: ask.kind,
      orderId: ask.orderId,
      serviceIds: [...new Set(lines.flatMap((line) => line.serviceId ?? []))],
      document: 'issued',
      settlement: settlementOf(priced.total, zero(currency)),
      collection: 'none',
      status: 'due',
      number: null,
      issuedOn: ground.on,
      dueOn: ask.dueOn < ground.on ? ground.on : ask.dueOn,
      overdueSince: null,
      currency,
      subtotal: priced.subtotal.amount,
      tax: priced.tax.amount,
      total: priced.total.amount,
      paid: 0n,
      takenBack: 0n,
    },
  };
}

/** What is asked for one service, with tax, and the taxes that fall on it. */
export interface DraftPart {
  total: bigint;
  taxes: readonly InvoiceTax[];
}

/** What is asked for each service; under null for what is no service's. */
export function partsOf({
  lines,
  priced: { taxes, groupOf, lines: amounts },
}: Pick<Draft, 'lines' | 'priced'>): Map<string | null, DraftPart> {
  const parts = new Map<string | null, DraftPart>();
  for (const [index, { serviceId }] of lines.entries()) {
    const { total, taxes: before } = parts.get(serviceId) ?? { total: 0n, taxes: [] };
    const { net, tax } = amounts[index]!;
    const falls = taxes[groupOf[index]!]!;
    parts.set(serviceId, {
      total: total + net.amount + tax.amount,
      taxes: before.includes(falls) ? before : [...before, falls],
    });
  }
  return parts;
}

/** What is asked for the dearest service. */
export function mostOf(draft: Draft): bigint {
  return [...partsOf(draft).values()].reduce((most, { total }) => (total > most ? total : most), 0n);
}

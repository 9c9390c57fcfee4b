import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { money, printMoney } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import type { Party } from '../parties.ts';
import type { InvoiceTax } from './price-lines.ts';
import type { TaxCode } from './tax-decision.ts';
import { coretaxUnit } from './units.ts';

/** An invoice as it is stored; amounts in minor units. Taxes from before they had rules have only label, share, base and tax. */
export interface StoredInvoice {
  number: string | null;
  issuedOn: CalendarDate;
  dueOn: CalendarDate;
  currency: Currency;
  seller: Party;
  buyer: Party;
  buyerReference: string;
  purchaseOrder: string;
  transactionCode: string | null;
  accounting: { currency: string; rate: string; on: string; source: string } | null;
  lines: readonly StoredLine[];
  taxes: readonly (Pick<InvoiceTax, 'label' | 'share' | 'base' | 'tax'> & Partial<InvoiceTax>)[];
  paid: bigint;
}

export interface StoredLine {
  description: { id: string; en: string };
  period: { from: CalendarDate; to: CalendarDate } | null;
  quantity: number;
  unit: string;
  net: bigint;
  tax: bigint;
  taxGroup: number | null;
}

/** What falls on lines in the terms of EN 16931: `percent` of their whole net, so 11 for 12 % on 11/12. A decimal. */
interface Classified {
  category: TaxCode;
  percent: string;
  exemptionCode: string;
  exemptionReason: { id: string; en: string } | null;
}

/**
 * The invoice in the terms of EN 16931, from which electronic invoices are made: amounts are decimals of `currency`, `period.to` is the
 * last day. A reduction is a negative quantity, since prices are not negative there (BR-27); the price is that of the whole quantity.
 */
export function canonicalInvoice(invoice: StoredInvoice) {
  const { currency, lines, taxes } = invoice;
  const decimal = (amount: bigint) => printMoney(money(amount, currency));
  const classOf = lines.map((line) => classify(line, taxes));
  const keys = [...new Set(classOf.map(keyOf))];
  const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
  const breakdown = keys.map((key) => {
    const own = lines.filter((_, index) => keyOf(classOf[index]!) === key);
    const { category, percent, exemptionCode, exemptionReason } = classOf.find((of) => keyOf(of) === key)!;
    return {
      category,
      percent,
      taxable: decimal(sum(own.map(({ net }) => net))),
      tax: decimal(sum(own.map(({ tax }) => tax))),
      exemptionCode,
      exemptionReason,
    };
  });
  const net = sum(lines.map((line) => line.net));
  const tax = sum(lines.map((line) => line.tax));
  const { accounting } = invoice;
  return {
    typeCode: '380',
    precedes: null as { number: string | null; issuedOn: CalendarDate } | null,
    number: invoice.number,
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn,
    currency,
    buyerReference: invoice.buyerReference,
    purchaseOrder: invoice.purchaseOrder,
    seller: partyOf(invoice.seller),
    buyer: partyOf(invoice.buyer),
    accounting,
    lines: lines.map((line, index) => ({
      id: String(index + 1),
      name: line.description,
      period: line.period,
      quantity: String(line.net < 0n ? -line.quantity : line.quantity),
      unitCode: line.unit,
      coretaxUnit: coretaxUnit(line.unit),
      net: decimal(line.net),
      price: decimal(line.net < 0n ? -line.net : line.net),
      baseQuantity: String(line.quantity),
      category: classOf[index]!.category,
      percent: classOf[index]!.percent,
    })),
    taxes: breakdown,
    totals: {
      lines: decimal(net),
      allowances: decimal(0n),
      charges: decimal(0n),
      taxExclusive: decimal(net),
      tax: decimal(tax),
      taxInclusive: decimal(net + tax),
      prepaid: decimal(invoice.paid),
      rounding: decimal(0n),
      payable: decimal(net + tax - invoice.paid),
    },
    transactionCode: invoice.transactionCode,
  };
}
export type CanonicalInvoice = ReturnType<typeof canonicalInvoice>;

/** What a credit note takes back of a line of its invoice, which is named by its position from 1. */
export interface CreditedLine {
  position: number;
  net: bigint;
  tax: bigint;
}

/** A credit note in the same terms: what it takes back of each line of its invoice, as one. `precedes` is that invoice. */
export function canonicalCreditNote(
  invoice: StoredInvoice,
  note: { number: string | null; issuedOn: CalendarDate; lines: readonly CreditedLine[] },
): CanonicalInvoice {
  const { number, issuedOn, lines } = note;
  const credited = lines.map(({ position, net, tax }) => ({
    ...invoice.lines[position - 1]!,
    quantity: 1,
    unit: 'C62',
    net,
    tax,
  }));
  return {
    ...canonicalInvoice({ ...invoice, number, issuedOn, dueOn: issuedOn, lines: credited, paid: 0n }),
    typeCode: '381',
    precedes: { number: invoice.number, issuedOn: invoice.issuedOn },
  };
}

function keyOf({ category, percent }: Classified): string {
  return `${category} ${percent}`;
}

function classify({ net, tax, taxGroup }: StoredLine, taxes: StoredInvoice['taxes']): Classified {
  const group = taxes[taxGroup ?? 0];
  if (taxGroup === null || group?.code === undefined || group.percent === undefined) {
    // From before: what was charged says it.
    if (tax === 0n || !group)
      return { category: 'O', percent: '0', exemptionCode: 'VATEX-EU-O', exemptionReason: null };
    const percent = Math.round((Number(tax) * 10_000) / Number(net)) / 100;
    return { category: 'S', percent: String(percent), exemptionCode: '', exemptionReason: null };
  }
  const [numerator, denominator] = (group.share ?? '1/1').split('/').map(Number) as [number, number];
  const percent = Math.round(((group.percent * numerator) / denominator) * 1_000_000) / 1_000_000;
  return {
    category: group.code,
    percent: String(percent),
    exemptionCode: group.exemptionCode ?? '',
    exemptionReason: group.reason ?? null,
  };
}

function partyOf({ name, address, taxId, email, country = '', taxScheme = '', legal }: Party) {
  const lines = address.split('\n').filter(Boolean);
  return {
    name: legal?.name || name,
    tradingName: name,
    address: {
      lines: legal?.street ? [legal.street] : lines,
      city: legal?.city ?? '',
      postalCode: legal?.postalCode ?? '',
      region: legal?.region ?? '',
      country,
    },
    taxId,
    taxScheme: taxScheme || (taxId === '' ? '' : 'VAT'),
    nitku: legal?.nitku ?? '',
    electronic: legal?.electronic.id ? legal.electronic : null,
    email,
  };
}

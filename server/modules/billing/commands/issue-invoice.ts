import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSettings } from '../../../kernel/settings.ts';
import { addDays, dateIn } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { Problem, assert } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { isCurrency, isNegative, zero } from '../../../kernel/values/money.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { findOrganization } from '../../organizations/index.ts';
import { announcePaid, subject } from '../allocate.ts';
import { book } from '../book.ts';
import { nothingToInvoice } from '../contract.ts';
import { settlementOf } from '../domain/invoice-states.ts';
import { invoiceIssued as issuedEntry } from '../domain/ledger.ts';
import { priceLines, taxesOf } from '../domain/price-lines.ts';
import type { Totals } from '../domain/totals.ts';
import { invoiceIssued } from '../events.ts';
import { about, toNumber } from '../invoice-row.ts';
import type { LockedInvoice } from '../invoice-row.ts';
import { useCredit } from './apply-credit.ts';
import { partyOf } from '../parties.ts';
import { invoicing as invoicingSetting, seller as sellerSetting } from '../settings.ts';

/** `unitPrice` is minor units of the invoice's currency, below zero for a reduction; `period.to` is the first day after it. */
export interface NewLine {
  serviceId: string | null;
  description: { id: string; en: string };
  period: { from: CalendarDate; to: CalendarDate } | null;
  quantity: number;
  unitPrice: bigint;
  taxable: boolean;
}

/** Without a currency it is the organization's; without a due date the business's days after today, which it is never before. */
export interface NewInvoice {
  organization: Id<'organization'>;
  kind: LockedInvoice['kind'];
  orderId: string | null;
  lines: readonly NewLine[];
  currency?: Currency;
  dueOn?: CalendarDate;
  notes?: string;
}

export interface IssuedInvoice {
  id: Id<'invoice'>;
  total: bigint;
  currency: Currency;
}

/**
 * Issues an invoice as of today in the organization's zone. It is final from now on; its number comes in a moment, from the
 * numbering step. One of nothing is paid at once. Needs a transaction that sees everything. Errors: `nothing_to_invoice`
 * below zero.
 */
export async function issueInvoice(tx: Tx, input: NewInvoice): Promise<IssuedInvoice> {
  const [organization, [seller, invoicing]] = await Promise.all([
    findOrganization(tx.db, input.organization),
    readSettings(tx.db, sellerSetting, invoicingSetting),
  ]);
  const currency = input.currency ?? organization.currency;
  assert(isCurrency(currency), `${currency} is a currency`);
  const issuedOn = dateIn(organization.timeZone, tx.now);
  const asked = input.dueOn ?? addDays(issuedOn, invoicing.dueDays);
  const dueOn = asked < issuedOn ? issuedOn : asked;

  const totals = priceLines(currency, input.lines, invoicing.tax);
  assert(input.lines.length > 0, 'an invoice has lines');
  if (isNegative(totals.subtotal) || isNegative(totals.tax)) throw new Problem(nothingToInvoice);

  const invoice: LockedInvoice = {
    id: tx.newId<'invoice'>(),
    organization: input.organization,
    kind: input.kind,
    orderId: input.orderId,
    serviceIds: [...new Set(input.lines.flatMap((line) => line.serviceId ?? []))],
    document: 'issued',
    settlement: settlementOf(totals.total, zero(currency)),
    collection: 'none',
    status: 'due',
    number: null,
    issuedOn,
    dueOn,
    overdueSince: null,
    currency,
    subtotal: totals.subtotal.amount,
    tax: totals.tax.amount,
    total: totals.total.amount,
    paid: 0n,
  };
  await insert(tx, invoice, input, totals, { seller: partyOf(seller), buyer: partyOf(organization) });
  tx.emit(invoiceIssued, {
    ...subject(invoice),
    data: { ...about(invoice), total: toNumber(invoice.total), currency, dueOn },
  });
  if (invoice.settlement === 'paid') announcePaid(tx, invoice);
  else {
    const entry = issuedEntry({ organizationId: input.organization, net: totals.subtotal, tax: totals.tax });
    const credit = await book(tx, {
      organization: input.organization,
      currency,
      kind: 'invoice_issued',
      invoice: invoice.id,
      receipt: null,
      entry,
    });
    if (credit > 0n && invoicing.creditAutomatically)
      tx.enqueue(useCredit, { organization: input.organization, currency });
  }
  return { id: invoice.id, total: invoice.total, currency };
}

async function insert(
  tx: Tx,
  invoice: LockedInvoice,
  input: NewInvoice,
  totals: Totals,
  parties: { seller: object; buyer: object },
): Promise<void> {
  const isPaid = invoice.settlement === 'paid';
  await tx.db
    .insertInto('billing.invoices')
    .values({
      organization_id: invoice.organization,
      id: invoice.id,
      kind: invoice.kind,
      order_id: invoice.orderId,
      document: invoice.document,
      settlement: invoice.settlement,
      issued_on: invoice.issuedOn,
      due_on: invoice.dueOn,
      currency: invoice.currency,
      subtotal: invoice.subtotal,
      tax: invoice.tax,
      total: invoice.total,
      taxes: JSON.stringify(taxesOf(totals)),
      seller: JSON.stringify(parties.seller),
      buyer: JSON.stringify(parties.buyer),
      title: JSON.stringify(input.lines[0]!.description),
      more: input.lines.length - 1,
      notes: input.notes ?? '',
      issued_at: tx.now,
      paid_at: isPaid ? tx.now : null,
    })
    .execute();
  const lines = input.lines.map((line, index) => ({
    position: index + 1,
    service_id: line.serviceId,
    description: line.description,
    period_from: line.period?.from ?? null,
    period_to: line.period?.to ?? null,
    quantity: line.quantity,
    unit_price: String(line.unitPrice),
    taxable: line.taxable,
    net: String(totals.lines[index]!.net.amount),
    tax: String(totals.lines[index]!.tax.amount),
  }));
  await sql`
    insert into billing.invoice_lines (organization_id, invoice_id, position, service_id, description, period_from, period_to,
      quantity, unit_price, taxable, net, tax)
    select ${invoice.organization}, ${invoice.id}, position, service_id, description, period_from, period_to,
      quantity, unit_price, taxable, net, tax
    from jsonb_populate_recordset(null::billing.invoice_lines, ${JSON.stringify(lines)}::jsonb)`.execute(
    tx.db,
  );
}

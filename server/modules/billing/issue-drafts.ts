import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import { unnested } from '../../kernel/db/unnested.ts';
import { yearOf } from '../../kernel/values/dates.ts';
import { announcePaid, subject } from './allocate.ts';
import { takeHeads, writeIssued } from './book.ts';
import { useCredit } from './commands/apply-credit.ts';
import { takeNumbers } from './commands/number-documents.ts';
import { deferredLines, deferredSums } from './domain/deferral.ts';
import { insertDeferrals } from './deferrals.ts';
import { mostOf } from './invoice-draft.ts';
import type { Draft } from './invoice-draft.ts';
import { whyByDefault } from './domain/line-reason.ts';
import { invoiceIssued, invoiceNumbered } from './events.ts';
import { about, toNumber } from './invoice-row.ts';
import type { Party } from './parties.ts';
import type { RevenueTerms } from './revenue-settings.ts';
import type { Invoicing } from './settings.ts';

/**
 * Issues what was decided, one or thousands: takes the heads of their ledgers, then writes lines, entries and postings in a statement
 * each, which leave together with those of `beside`, and at last the invoices, with `numbered` under their numbers. Their facts are told,
 * that of the number as well where they have it, and credit that is there begins to pay.
 */
export async function issueDrafts(
  tx: Tx,
  drafts: readonly Draft[],
  {
    seller,
    invoicing,
    revenue: { deferFrom },
    numbered = false,
  }: { seller: Party; invoicing: Invoicing; revenue: RevenueTerms; numbered?: boolean },
  beside: () => Promise<unknown> = async () => {},
): Promise<void> {
  const owed = drafts
    .filter(({ invoice }) => invoice.settlement !== 'paid')
    .map((draft) => ({ ...draft.invoice, most: mostOf(draft) }));
  const deferred =
    deferFrom === null
      ? []
      : drafts.filter(({ invoice }) => invoice.issuedOn >= deferFrom).flatMap(deferredLines);
  const [heads] = await Promise.all([takeHeads(tx, owed), letInvoicesComeLast(tx)]);
  await Promise.all([
    insertLines(tx, drafts),
    ...(deferred.length > 0 ? [insertDeferrals(tx, deferred)] : []),
    writeIssued(tx, owed, heads, deferredSums(deferred)),
    beside(),
    // The series comes behind all this: whoever else numbers waits for no more than the invoices.
    numbered ? takeNumbers(tx, drafts, invoicing) : null,
  ]);
  await insertInvoices(tx, drafts, seller);
  const credits = heads.filter(({ credit }) => credit > 0n);
  for (const { invoice } of drafts) {
    tx.emit(invoiceIssued, {
      ...subject(invoice),
      data: {
        ...about(invoice),
        total: toNumber(invoice.total),
        currency: invoice.currency,
        dueOn: invoice.dueOn,
      },
    });
    if (invoice.settlement === 'paid') announcePaid(tx, invoice);
    if (invoice.number !== null)
      tx.emit(invoiceNumbered, {
        ...subject(invoice),
        data: { invoiceId: invoice.id, number: invoice.number },
      });
  }
  if (invoicing.creditAutomatically)
    for (const { organization, currency } of credits) tx.enqueue(useCredit, { organization, currency });
}

/** What belongs to an invoice may be written before it: that it has one is seen to at the end of the transaction. */
async function letInvoicesComeLast(tx: Tx): Promise<void> {
  await sql`
    set constraints billing.invoice_lines_organization_id_invoice_id_fkey, billing.entries_organization_id_invoice_id_fkey,
      billing.renewals_invoice_id_fkey deferred`.execute(tx.db);
}

const invoiceColumns = {
  organization_id: 'uuid',
  id: 'uuid',
  for_organization_id: 'uuid',
  for_name: 'text',
  kind: 'text',
  order_id: 'uuid',
  settlement: 'text',
  year: 'integer',
  sequence: 'bigint',
  number: 'text',
  issued_on: 'date',
  due_on: 'date',
  currency: 'text',
  subtotal: 'bigint',
  tax: 'bigint',
  taxes: 'jsonb',
  transaction_code: 'text',
  buyer_reference: 'text',
  purchase_order: 'text',
  accounting: 'jsonb',
  buyer: 'jsonb',
  title: 'jsonb',
  more: 'integer',
  notes: 'text',
  is_paid: 'boolean',
} as const;

async function insertInvoices(tx: Tx, drafts: readonly Draft[], seller: Party): Promise<void> {
  const rows = drafts.map(({ invoice, lines, priced, sequence, ...draft }) => ({
    organization_id: invoice.organization,
    id: invoice.id,
    for_organization_id: draft.forName === null ? null : invoice.for,
    for_name: draft.forName,
    kind: invoice.kind,
    order_id: invoice.orderId,
    settlement: invoice.settlement,
    year: sequence === null ? null : yearOf(invoice.issuedOn),
    sequence,
    number: invoice.number,
    issued_on: invoice.issuedOn,
    due_on: invoice.dueOn,
    currency: invoice.currency,
    subtotal: invoice.subtotal,
    tax: invoice.tax,
    taxes: priced.taxes,
    transaction_code: priced.taxes.find(({ transactionCode }) => transactionCode)?.transactionCode ?? null,
    buyer_reference: draft.reference,
    purchase_order: draft.purchaseOrder,
    accounting: draft.accounting,
    buyer: draft.buyer,
    title: lines[0]!.description,
    more: lines.length - 1,
    notes: draft.notes,
    is_paid: invoice.settlement === 'paid',
  }));
  await sql`
    insert into billing.invoices (organization_id, id, for_organization_id, for_name, kind, order_id, document, settlement, year, sequence,
      number, issued_on, due_on, currency, subtotal, tax, total, taxes, transaction_code, buyer_reference, purchase_order, accounting,
      seller, buyer, title, more, notes, issued_at, paid_at)
    select organization_id, id, for_organization_id, for_name, kind, order_id, 'issued', settlement, year, sequence,
      number, issued_on, due_on, currency, subtotal, tax, subtotal + tax, taxes, transaction_code, buyer_reference, purchase_order, accounting,
      ${JSON.stringify(seller)}::jsonb, buyer, title, more, notes, ${tx.now}::timestamptz,
      case when is_paid then ${tx.now}::timestamptz end
    from ${unnested(invoiceColumns, rows)}`.execute(tx.db);
}

const lineColumns = {
  organization_id: 'uuid',
  invoice_id: 'uuid',
  for_organization_id: 'uuid',
  position: 'integer',
  service_id: 'uuid',
  description: 'jsonb',
  period_from: 'date',
  period_to: 'date',
  quantity: 'integer',
  unit_price: 'bigint',
  discount: 'bigint',
  taxable: 'boolean',
  net: 'bigint',
  tax: 'bigint',
  unit_code: 'text',
  tax_group: 'integer',
  why: 'jsonb',
} as const;

async function insertLines(tx: Tx, drafts: readonly Draft[]): Promise<void> {
  const rows = drafts.flatMap(({ invoice, lines, priced }) =>
    lines.map((line, index) => ({
      organization_id: invoice.organization,
      invoice_id: invoice.id,
      for_organization_id: invoice.for,
      position: index + 1,
      service_id: line.serviceId,
      description: line.description,
      period_from: line.period?.from ?? null,
      period_to: line.period?.to ?? null,
      quantity: line.quantity,
      unit_price: line.unitPrice,
      discount: line.discount ?? 0n,
      taxable: line.taxable,
      net: priced.lines[index]!.net.amount,
      tax: priced.lines[index]!.tax.amount,
      unit_code: line.unit ?? 'C62',
      tax_group: priced.groupOf[index]!,
      why: line.why ?? whyByDefault[invoice.kind],
    })),
  );
  await sql`
    insert into billing.invoice_lines (organization_id, invoice_id, for_organization_id, position, service_id, description, period_from,
      period_to, quantity, unit_price, discount, taxable, net, tax, unit_code, tax_group, why)
    select organization_id, invoice_id, for_organization_id, position, service_id, description, period_from,
      period_to, quantity, unit_price, discount, taxable, net, tax, unit_code, tax_group, why
    from ${unnested(lineColumns, rows)}`.execute(tx.db);
}

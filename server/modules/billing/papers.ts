import { sql } from 'kysely';
import type { Locale } from '../../kernel/auth/actor.ts';
import { brand as brandSetting } from '../../kernel/brand.ts';
import type { Brand } from '../../kernel/brand.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db/types.ts';
import type { Download } from '../../kernel/http/route.ts';
import { readSetting } from '../../kernel/settings.ts';
import { addDays } from '../../kernel/values/dates.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { money } from '../../kernel/values/money.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { notNumbered } from './contract.ts';
import type { DocumentBrand } from './documents/brand.ts';
import { invoiceTemplate } from './documents/invoice-template.ts';
import { invoiceDocument } from './documents/invoice.ts';
import type { InvoiceDocumentModel, InvoiceReferences } from './documents/invoice.ts';
import { receiptTemplate } from './documents/receipt-template.ts';
import { receiptDocument } from './documents/receipt.ts';
import type { DocumentParty } from './documents/sheet.ts';
import type { InvoiceStatus } from './domain/abilities.ts';
import type { InvoiceTax } from './domain/price-lines.ts';
import type { Party } from './parties.ts';
import { seller as sellerSetting } from './settings.ts';

type Texts = Record<Locale, string>;

/** Which document: staff name it by its id alone, clients within their organization. */
export interface Which<Kind extends string> {
  id: Id<Kind>;
  organization: Id<'organization'> | null;
}

/** The invoice as a PDF. Errors: `not_found`, `not_numbered_yet`. */
export async function printInvoice(ctx: Ctx, which: Which<'invoice'>, locale: Locale): Promise<Download> {
  const { model, createdAt, brand } = await ctx.read(async (db) => {
    const [invoice, look, seller] = await Promise.all([
      findInvoice(db, which, locale),
      readBrand(db, locale),
      readSetting(db, sellerSetting),
    ]);
    return { ...invoice, model: { ...invoice.model, payment: seller.value.transfer }, brand: look };
  });
  const data = invoiceDocument(model, locale, brand);
  const body = await ctx.ports.documents.render(invoiceTemplate, data, {
    locale,
    createdAt,
    title: data.title,
  });
  return pdf(model.number, body);
}

/** The receipt as a PDF. Errors: `not_found`, `not_numbered_yet`. */
export async function printReceipt(ctx: Ctx, which: Which<'receipt'>, locale: Locale): Promise<Download> {
  const { receipt, brand } = await ctx.read(async (db) => {
    const [found, look] = await Promise.all([findReceipt(db, which), readBrand(db, locale)]);
    return { receipt: found, brand: look };
  });
  const sum = money(receipt.amount, receipt.currency);
  const deposit = { id: 'Deposit saldo kredit', en: 'Deposit to the account' }[locale];
  const invoice =
    receipt.invoice_number && `${{ id: 'Tagihan', en: 'Invoice' }[locale]} ${receipt.invoice_number}`;
  const model = {
    number: numberOf(receipt),
    receivedOn: receipt.received_on,
    place: receipt.seller.place,
    seller: onPaper(receipt.seller),
    receivedFrom: onPaper(receipt.payer),
    sum,
    payments: invoice
      ? [`${invoice}, ${receipt.title![locale]}`]
      : receipt.paid.length > 0
        ? receipt.paid.map((number) => `${{ id: 'Tagihan', en: 'Invoice' }[locale]} ${number}`)
        : [deposit],
    method: receipt.method,
    signature: { ...receipt.seller.signer, name: receipt.seller.signer.name || receipt.seller.name },
    // Duty stamps are for sums above Rp5,000,000: UU 10/2020.
    dutyStamp: receipt.currency === 'IDR' && receipt.amount > 5_000_000n,
  };
  const data = receiptDocument(model, locale, brand);
  const options = { locale, createdAt: receipt.recorded_at, title: data.title };
  return pdf(model.number, await ctx.ports.documents.render(receiptTemplate, data, options));
}

export function pdf(number: string, body: Uint8Array): Download {
  return { name: `${number.replaceAll('/', '-')}.pdf`, type: 'application/pdf', body };
}

function numberOf({ number }: { number: string | null }): string {
  if (number === null) throw new Problem(notNumbered);
  return number;
}

const statuses: Record<InvoiceStatus, InvoiceDocumentModel['status']> = {
  due: 'unpaid',
  pending: 'unpaid',
  draft: 'unpaid',
  overdue: 'overdue',
  paid: 'paid',
  credited: 'void',
  written_off: 'void',
  void: 'void',
};

interface LineRow {
  description: Texts;
  period_from: CalendarDate | null;
  period_to: CalendarDate | null;
  quantity: number;
  unit_price: number;
  discount: number;
  net: number;
  tax: number;
  tax_group: number | null;
}

/** Taxes as they are printed. */
export function taxesOnPaper(taxes: readonly StoredTax[], locale: Locale): InvoiceDocumentModel['taxes'] {
  return taxes.filter(isShown).map(({ label, share, base, tax, reason }) => ({
    label: label[locale],
    base: share === null ? null : { label: baseLabels[locale](share), amount: BigInt(base) },
    amount: BigInt(tax),
    reason: reason?.[locale] ?? null,
  }));
}

/** As invoices keep them; before taxes had rules, only the first four. */
type StoredTax = Pick<InvoiceTax, 'label' | 'share' | 'base' | 'tax'> & Partial<InvoiceTax>;

const isShown = ({ code }: StoredTax) => code !== 'O';

function lineTax({ tax, tax_group: group }: LineRow, taxes: readonly StoredTax[]): StoredTax | undefined {
  if (group === null) return tax === 0 ? undefined : taxes[0];
  return [taxes[group]!].find(isShown);
}

async function findInvoice(db: Db, { id, organization }: Which<'invoice'>, locale: Locale) {
  const row = await db
    .selectFrom('billing.invoices as i')
    .selectAll('i')
    .select(
      sql<LineRow[]>`(select json_agg(l order by l.position) from billing.invoice_lines l
        where l.organization_id = i.organization_id and l.invoice_id = i.id)`.as('lines'),
    )
    .where('i.id', '=', id)
    .$if(organization !== null, (query) => query.where('i.organization_id', '=', organization!))
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  const taxes = row.taxes as unknown as StoredTax[];
  const model: Omit<InvoiceDocumentModel, 'payment'> = {
    kind: 'invoice',
    status: statuses[row.status as InvoiceStatus],
    number: numberOf(row),
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    currency: row.currency as Currency,
    seller: onPaper(row.seller as unknown as Party),
    buyer: onPaper(row.buyer as unknown as Party),
    lines: row.lines.map((line) => ({
      description: line.description[locale],
      period:
        line.period_from && line.period_to
          ? { from: line.period_from, to: addDays(line.period_to, -1) }
          : null,
      quantity: String(line.quantity),
      unitPrice: BigInt(line.unit_price),
      discount: BigInt(line.discount),
      taxLabel: lineTax(line, taxes)?.label[locale] ?? '',
      amount: BigInt(line.net),
    })),
    subtotal: row.subtotal,
    taxes: taxesOnPaper(taxes, locale),
    total: row.total,
    paid: row.paid - row.credited,
    credited: row.credited,
    balance: row.document === 'issued' ? row.total - row.paid : 0n,
    notes: row.notes,
    references: {
      purchaseOrder: row.purchase_order,
      buyerReference: row.buyer_reference,
      transactionCode: row.transaction_code ?? '',
      accounting: row.accounting as unknown as InvoiceReferences['accounting'],
    },
    for: row.for_name,
  };
  return { model, createdAt: row.issued_at };
}

const baseLabels: Record<Locale, (share: string) => string> = {
  id: (share) => `DPP nilai lain ${share}`,
  en: (share) => `Taxable base (${share})`,
};

async function findReceipt(db: Db, { id, organization }: Which<'receipt'>) {
  const row = await db
    .selectFrom('billing.receipts as r')
    .leftJoin('billing.invoices as i', (join) =>
      join.onRef('i.organization_id', '=', 'r.organization_id').onRef('i.id', '=', 'r.invoice_id'),
    )
    .select([
      'r.number',
      'r.received_on',
      'r.currency',
      'r.amount',
      'r.method',
      'r.seller',
      'r.payer',
      'r.recorded_at',
    ])
    .select(['i.number as invoice_number', 'i.title'])
    // What money for many invoices paid when it came; credit pays from the rest of it later, without a receipt.
    .select(
      sql<string[]>`array(select p.number from billing.allocations a
        join billing.invoices p on p.organization_id = a.organization_id and p.id = a.invoice_id
        where a.organization_id = r.organization_id and a.receipt_id = r.id and p.number is not null order by p.due_on, p.id)`.as(
        'paid',
      ),
    )
    .where('r.id', '=', id)
    .$if(organization !== null, (query) => query.where('r.organization_id', '=', organization!))
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return {
    ...row,
    currency: row.currency as Currency,
    title: row.title as Texts | null,
    payer: row.payer as unknown as Party,
    seller: row.seller as unknown as Party & { place: string; signer: { name: string; role: string } },
  };
}

export function onPaper({ name, address, taxId, email, legal }: Party): DocumentParty {
  const addressLines = address.split('\n').filter(Boolean);
  return { name, taxId, nitku: legal?.nitku ?? '', email, addressLines };
}

export async function readBrand(db: Db, locale: Locale): Promise<DocumentBrand> {
  const { value } = await readSetting(db, brandSetting);
  return { accent: value.accent, logo: logoOf(value), footer: value.tagline[locale] };
}

function logoOf({ logo }: Brand): DocumentBrand['logo'] {
  if (logo === null) return null;
  const data = logo.slice(logo.indexOf(',') + 1);
  return logo.startsWith('data:image/png')
    ? { format: 'png', base64: data }
    : { format: 'svg', svg: Buffer.from(data, 'base64').toString('utf8') };
}

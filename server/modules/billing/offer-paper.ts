import type { Locale } from '../../kernel/auth/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { everything } from '../../kernel/db/scope.ts';
import type { Download } from '../../kernel/http/route.ts';
import { readSettings } from '../../kernel/settings.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency, MoneyJson } from '../../kernel/values/money.ts';
import { findPayer } from '../organizations/index.ts';
import { invoiceTemplate } from './documents/invoice-template.ts';
import { invoiceDocument } from './documents/invoice.ts';
import type { InvoiceDocumentModel } from './documents/invoice.ts';
import { onPaper, pdf, readBrand, taxesOnPaper } from './papers.ts';
import { partyOf } from './parties.ts';
import { seller as sellerSetting } from './settings.ts';

type Texts = Readonly<Record<Locale, string>>;

/** What is offered, as it lies on the sheet of invoices. `buyer`: an organization, or who is none yet. */
export interface OfferPaper {
  number: string;
  writtenAt: Date;
  writtenOn: CalendarDate;
  validUntil: CalendarDate;
  /** It can still be accepted. */
  open: boolean;
  currency: Currency;
  buyer: { organization: Id<'organization'> } | { name: string; email: string };
  shown: {
    lines: readonly {
      description: Texts;
      quantity: number;
      unitPrice: MoneyJson;
      discounts: readonly { amount: MoneyJson }[];
      net: MoneyJson;
      taxLabel: Texts | null;
    }[];
    subtotal: MoneyJson;
    taxes: readonly { label: Texts; share: string | null; base: MoneyJson; tax: MoneyJson }[];
    total: MoneyJson;
  };
  notes: string;
}

/** An offer as a PDF on the sheet of invoices. */
export async function printOfferSheet(ctx: Ctx, paper: OfferPaper, locale: Locale): Promise<Download> {
  const { buyer, shown } = paper;
  const { seller, to, brand } = await ctx.within(everything).read(async (db) => {
    const [[of], look, payer] = await Promise.all([
      readSettings(db, sellerSetting),
      readBrand(db, locale),
      'organization' in buyer ? findPayer(db, buyer.organization) : null,
    ]);
    return { seller: of, brand: look, to: payer && partyOf(payer) };
  });
  const total = BigInt(shown.total.amount);
  const model: InvoiceDocumentModel = {
    kind: 'offer',
    status: paper.open ? 'unpaid' : 'void',
    number: paper.number,
    issuedOn: paper.writtenOn,
    dueOn: paper.validUntil,
    currency: paper.currency,
    seller: onPaper(partyOf(seller)),
    buyer: to
      ? onPaper(to)
      : {
          name: 'name' in buyer ? buyer.name : '',
          email: 'email' in buyer ? buyer.email : '',
          taxId: '',
          addressLines: [],
        },
    lines: shown.lines.map((line) => ({
      description: line.description[locale],
      period: null,
      quantity: String(line.quantity),
      unitPrice: BigInt(line.unitPrice.amount),
      discount: line.discounts.reduce((sum, { amount }) => sum + BigInt(amount.amount), 0n),
      taxLabel: line.taxLabel?.[locale] ?? '',
      amount: BigInt(line.net.amount),
    })),
    subtotal: BigInt(shown.subtotal.amount),
    taxes: taxesOnPaper(
      shown.taxes.map(({ label, share, base, tax }) => ({
        label,
        share,
        base: base.amount,
        tax: tax.amount,
      })),
      locale,
    ),
    total,
    paid: 0n,
    credited: 0n,
    balance: total,
    payment: [],
    notes: paper.notes,
    references: null,
    for: null,
  };
  const data = invoiceDocument(model, locale, brand);
  const body = await ctx.ports.documents.render(invoiceTemplate, data, {
    locale,
    createdAt: paper.writtenAt,
    title: data.title,
  });
  return pdf(paper.number || 'offer', body);
}

import type { Locale } from '../../kernel/auth/actor.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db/types.ts';
import type { Download } from '../../kernel/http/route.ts';
import { readSettings } from '../../kernel/settings.ts';
import { addDays, dateIn } from '../../kernel/values/dates.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findOrganization, findPayer } from '../organizations/index.ts';
import { findService } from '../services/index.ts';
import { renewalLine } from './renewal-line.ts';
import { invoiceTemplate } from './documents/invoice-template.ts';
import { invoiceDocument } from './documents/invoice.ts';
import type { InvoiceDocumentModel } from './documents/invoice.ts';
import { priceLines, taxesToShow } from './domain/price-lines.ts';
import { onPaper, pdf, readBrand, taxesOnPaper } from './papers.ts';
import { partyOf } from './parties.ts';
import { readTaxGround } from './queries/tax-ground.ts';
import { seller as sellerSetting } from './settings.ts';
import { taxTerms } from './tax-settings.ts';

/**
 * What the next period of a service is going to cost, as a PDF that says it is no invoice: for those who have to have it approved. Nothing
 * is kept. Needs a view of everything. Errors: `not_found`, also where nothing follows.
 */
export async function printProForma(
  ctx: Ctx,
  which: { organization: Id<'organization'>; service: Id<'service'> },
  locale: Locale,
): Promise<Download> {
  const at = ctx.clock.now();
  const { model, brand } = await ctx.read(async (db) => ({
    model: await plan(db, which, locale, at),
    brand: await readBrand(db, locale),
  }));
  const data = invoiceDocument(model, locale, brand);
  const body = await ctx.ports.documents.render(invoiceTemplate, data, {
    locale,
    createdAt: at,
    title: data.title,
  });
  return pdf(`pro-forma-${model.dueOn}`, body);
}

async function plan(
  db: Db,
  { organization, service: id }: { organization: Id<'organization'>; service: Id<'service'> },
  locale: Locale,
  at: Date,
): Promise<InvoiceDocumentModel> {
  const service = await findService(db, organization, id);
  const period = service.nextPeriod;
  if (!period || service.nextInvoiceOn === null) throw new Problem(notFound);
  const [payer, own, [seller, terms]] = await Promise.all([
    findPayer(db, organization),
    findOrganization(db, organization),
    readSettings(db, sellerSetting, taxTerms),
  ]);
  const ground = await readTaxGround(db, { organization, seller, terms, at });
  const line = renewalLine(service, period);
  const priced = priceLines(service.currency, [line], { ...ground, on: service.nextInvoiceOn });
  const [tax] = taxesToShow(priced.taxes);
  return {
    kind: 'pro-forma',
    status: 'unpaid',
    number: '',
    issuedOn: dateIn(payer.timeZone, at),
    dueOn: period.from,
    currency: service.currency,
    seller: onPaper(partyOf(seller)),
    buyer: onPaper(partyOf(payer)),
    lines: [
      {
        description: line.description[locale],
        period: { from: period.from, to: addDays(period.to, -1) },
        quantity: String(line.quantity),
        unitPrice: line.unitPrice,
        discount: line.discount ?? 0n,
        taxLabel: tax?.label[locale] ?? '',
        amount: priced.lines[0]!.net.amount,
      },
    ],
    subtotal: priced.subtotal.amount,
    taxes: taxesOnPaper(priced.taxes, locale),
    total: priced.total.amount,
    paid: 0n,
    credited: 0n,
    balance: priced.total.amount,
    payment: [],
    notes: '',
    references: null,
    for: payer.id === organization ? null : own.name,
  };
}

import type { Db } from '../../../kernel/db/types.ts';
import { readSettings } from '../../../kernel/settings.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { priceLines, taxesToShow } from '../domain/price-lines.ts';
import type { PricedLine } from '../domain/price-lines.ts';
import { seller as sellerSetting } from '../settings.ts';
import type { Seller } from '../settings.ts';
import { taxTerms } from '../tax-settings.ts';
import type { TaxTerms } from '../tax-settings.ts';
import { readTaxGround } from './tax-ground.ts';

/**
 * What an invoice with these lines would amount to if it were issued to an organization at this moment, in minor units; `lines` with
 * their tax and what it is called. Without an organization: for a consumer where the business is. Errors: `not_found`.
 */
export async function previewInvoice(
  db: Db,
  currency: Currency,
  lines: readonly PricedLine[],
  about: { organization: Id<'organization'> | null; at: Date },
) {
  return (await invoicePreviewer(db, about))(currency, lines);
}

/** What of the settings decides about an invoice, for whoever reads them along with others. */
export const previewSettings = [sellerSetting, taxTerms] as const;

/** The same for several invoices, whose ground is read once. `settings`: where they are known already. */
export async function invoicePreviewer(
  db: Db,
  {
    organization,
    at,
    settings,
  }: { organization: Id<'organization'> | null; at: Date; settings?: readonly [Seller, TaxTerms] },
) {
  const [seller, terms] = settings ?? (await readSettings(db, ...previewSettings));
  const ground = await readTaxGround(db, { organization, seller, terms, at });
  return (currency: Currency, lines: readonly PricedLine[]) => {
    const totals = priceLines(currency, lines, ground);
    return {
      currency,
      subtotal: totals.subtotal.amount,
      tax: totals.tax.amount,
      total: totals.total.amount,
      taxes: taxesToShow(totals.taxes),
      lines: totals.lines.map(({ net, tax }, index) => {
        const { code, label } = totals.taxes[totals.groupOf[index]!]!;
        return { net: net.amount, tax: tax.amount, taxLabel: code === 'O' ? null : { ...label } };
      }),
    };
  };
}

export type InvoicePreviewer = Awaited<ReturnType<typeof invoicePreviewer>>;

import type { Db } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { priceLines, taxesOf } from '../domain/price-lines.ts';
import type { PricedLine } from '../domain/price-lines.ts';
import { invoicing } from '../settings.ts';

/** What an invoice with these lines would amount to if it were issued now, in minor units; `lines` without and with their tax. */
export async function previewInvoice(db: Db, currency: Currency, lines: readonly PricedLine[]) {
  const { value: terms } = await readSetting(db, invoicing);
  const totals = priceLines(currency, lines, terms.tax);
  return {
    currency,
    subtotal: totals.subtotal.amount,
    tax: totals.tax.amount,
    total: totals.total.amount,
    taxes: taxesOf(totals),
    lines: totals.lines.map(({ net, tax }) => ({ net: net.amount, tax: tax.amount })),
  };
}

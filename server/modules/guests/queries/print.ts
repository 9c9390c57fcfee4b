import type { Ctx } from '../../../kernel/context.ts';
import type { Download } from '../../../kernel/http/route.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { printInvoice, printReceipt } from '../../billing/index.ts';
import { requireAmong, requireGuestOrder } from '../guest-order.ts';
import type { ByCode } from '../guest-order.ts';
import { listInvoices } from './bill.ts';

/** A document of a guest's order as a PDF. Errors: `unknown_order`, `not_found`, `not_numbered_yet`. */
export async function printByCode(
  ctx: Ctx,
  { kind, id, lang, ...byCode }: ByCode & { kind: 'invoice' | 'receipt'; id: string; lang: 'id' | 'en' },
): Promise<Download> {
  const { organization, order, seen } = await requireGuestOrder(ctx, byCode);
  const invoices = await seen.read((db) => listInvoices(db, organization, order));
  if (kind === 'invoice') {
    requireAmong(invoices, id);
    return printInvoice(seen, { id: id as Id<'invoice'>, organization }, lang);
  }
  requireAmong(
    invoices.flatMap(({ receipts }) => receipts),
    id,
  );
  return printReceipt(seen, { id: id as Id<'receipt'>, organization }, lang);
}

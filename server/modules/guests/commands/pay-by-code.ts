import type { Ctx } from '../../../kernel/context.ts';
import { everything } from '../../../kernel/db/scope.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { checkAttempt, startPayment } from '../../payments/index.ts';
import type { LookedUp } from '../contract.ts';
import { requireAmong, requireGuestOrder } from '../guest-order.ts';
import type { ByCode } from '../guest-order.ts';
import { listInvoices, lookUp } from '../queries/bill.ts';

/** Where a guest comes back to from a gateway. The number tells nobody anything; the code is in no address. */
export const orderStatusOf = (number: string) =>
  `/order-status?${new URLSearchParams({ number }).toString()}`;

/**
 * Begins to pay what is owed on an invoice of a guest's order, and answers how it stands now. Who asks again for what waits already gets
 * the same try. Errors: `unknown_order`, `not_found`, those of `startPayment`.
 */
export async function payByCode(
  ctx: Ctx,
  {
    invoice,
    gateway,
    method,
    ...byCode
  }: ByCode & { invoice: Id<'invoice'>; gateway: string; method: string },
  now: Date,
): Promise<LookedUp> {
  const { organization, order, guest, seen } = await requireGuestOrder(ctx, byCode);
  const invoices = await seen.read((db) => listInvoices(db, organization, order));
  requireAmong(invoices, invoice);
  await startPayment(ctx.within(everything), {
    organization,
    payer: guest,
    returnPath: () => orderStatusOf(byCode.number),
    invoices: [invoice],
    how: { gateway, method, save: false },
  });
  return lookUp(ctx, byCode, now);
}

/** The same answer as looking it up, after the gateway was asked what became of a try to pay. Errors: `unknown_order`. */
export async function checkByCode(ctx: Ctx, byCode: ByCode, now: Date): Promise<LookedUp> {
  const { organization } = await requireGuestOrder(ctx, byCode);
  const { bill } = await lookUp(ctx, byCode, now);
  const attempt = bill?.pay?.open?.id as Id<'attempt'> | undefined;
  if (attempt) await checkAttempt(ctx.within(everything), { organization, attempt });
  return lookUp(ctx, byCode, now);
}

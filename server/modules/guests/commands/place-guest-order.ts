import { hashToken } from '../../../kernel/crypto.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { date } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { placeOrder } from '../../orders/index.ts';
import { quoteForGuest } from '../checkout.ts';
import { tooManyUnpaid } from '../contract.ts';
import type { PlacedGuestOrder } from '../contract.ts';
import { guestOrdered } from '../events.ts';
import { findOrderRequest } from '../order-request.ts';
import type { OrderRequest } from '../order-request.ts';
import { orderPlaced } from '../order-messages.ts';
import { guestOrders } from '../settings.ts';
import { findOrMakeGuest } from './find-or-make-guest.ts';

/**
 * Whoever holds the mailed link places the order for the address's guest, for exactly the price that was seen. Once more answers the
 * same. Needs a transaction that sees everything. Errors: `unknown_guest_link`, `guest_link_expired`, `too_many_unpaid`, those of
 * `quoteForGuest` and `placeOrder`.
 */
export async function placeGuestOrder(
  tx: Tx,
  {
    token,
    expectedTotal,
    termsVersion,
  }: { token: string; expectedTotal: number; termsVersion: number | null },
): Promise<PlacedGuestOrder> {
  const { id, code, ...request } = await holdRequest(tx, token);
  if (request.placed) return request.placed;
  const asked = request.asked!;
  const { payBy } = await quoteForGuest(tx.db, asked, tx.now, asked.email);
  const { name, email, company, country, currency, locale, timeZone } = asked;
  const buyer = { name: company || name, country, currency };
  const { organization, person } = await findOrMakeGuest(tx, asked, buyer);
  await requireRoom(tx, organization);
  const order = await placeOrder(tx, {
    organization,
    person,
    items: [asked.item],
    expectedTotal,
    termsVersion,
    promotionCode: asked.promotionCode,
    limit: null,
    guest: { code },
  });
  await tx.db
    .updateTable('guests.requests')
    .set({ sealed: null, order_id: order.id })
    .where('id', '=', id)
    .execute();
  tx.emit(guestOrdered, {
    organizationId: organization,
    subject: { kind: 'organization', id: organization },
    data: { orderId: order.id },
  });
  const { number, total } = order;
  tx.tell(orderPlaced, {
    to: { address: email, name, locale, timeZone },
    organizationId: organization,
    occurrence: order.id,
    data: { number, code, total, payBy: date(payBy!) },
  });
  return { number, code };
}

/** Read once it is held: whoever held it before may have placed the order. */
async function holdRequest(tx: Tx, token: string): Promise<OrderRequest> {
  await tx.db
    .selectFrom('guests.requests')
    .select('id')
    .where('token_hash', '=', hashToken(token))
    .forUpdate()
    .execute();
  return findOrderRequest(tx.db, tx.vault, token, tx.now);
}

/** The guest's row is held: two orders at once are counted one after the other. Errors: `too_many_unpaid`. */
async function requireRoom(tx: Tx, organization: Id<'organization'>): Promise<void> {
  const { unpaidPerGuest: most } = (await readSetting(tx.db, guestOrders)).value;
  const unpaid = await tx.db
    .selectFrom('orders.orders')
    .select('id')
    .where('organization_id', '=', organization)
    .where('status', '=', 'pending_payment')
    .limit(most)
    .execute();
  if (unpaid.length >= most) throw new Problem(tooManyUnpaid);
}

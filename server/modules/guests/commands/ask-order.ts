import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import { termsChanged } from '../../orders/index.ts';
import { quoteForGuest, requireGuestOrders } from '../checkout.ts';
import type { AskedOrder } from '../contract.ts';
import { confirmOrder } from '../order-messages.ts';
import { keepRequest } from './keep-request.ts';

/**
 * Keeps an order until its address is proven; nothing is taken out of the stock before. Errors: `too_many_requests`, `terms_changed`,
 * those of `quoteForGuest`, none of which tells anything of the address.
 */
export async function askOrder(tx: Tx, asked: AskedOrder, from: string): Promise<void> {
  const { ordersPerNetwork: perNetwork } = await requireGuestOrders(tx.db);
  const quote = await quoteForGuest(tx.db, asked, tx.now);
  if (quote.terms !== asked.termsVersion) throw new Problem(termsChanged);
  await keepRequest(tx, from, { kind: 'order', asked, perNetwork, message: confirmOrder });
}

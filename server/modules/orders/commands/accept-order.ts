import type { Tx } from '../../../kernel/db/tx.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { mayAccept } from '../domain/order-states.ts';
import { orderAccepted } from '../events.ts';
import { lockOrder } from '../order.ts';
import { assertOrderMay } from './cancel-order.ts';
import { activateServices, progressOrder, writeOrder } from './progress-order.ts';

/** Lets an order go on before it is paid: its services begin, its invoice stays open. Errors: `order_is_over`, `wrong_state`. */
export async function acceptOrder(tx: Tx, organization: Id<'organization'>, id: Id<'order'>): Promise<void> {
  const order = await lockOrder(tx, organization, id);
  assertOrderMay(mayAccept({ state: order.status, paymentSeen: order.paymentSeen }));
  await writeOrder(tx, order, { accepted_at: tx.now });
  tx.emit(orderAccepted, {
    organizationId: organization,
    subject: { kind: 'order', id: order.id },
    data: {},
  });
  await activateServices(tx, order);
  await progressOrder(tx, { ...order, isAccepted: true });
}

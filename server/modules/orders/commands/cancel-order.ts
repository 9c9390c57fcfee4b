import type { Tx } from '../../../kernel/db/tx.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { ProblemKind } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { wrongState, type Ability } from '../../../kernel/values/state-machine.ts';
import { voidInvoice } from '../../billing/index.ts';
import { releaseStock } from '../../catalog/index.ts';
import { returnRedemptions } from '../../promotions/index.ts';
import { endService, lockService } from '../../services/index.ts';
import { alreadyOver, alreadyPaid, ownOrder, paymentPending } from '../contract.ts';
import { mayCancel, type Why } from '../domain/order-states.ts';
import { orderCanceled } from '../events.ts';
import { canceled } from '../messages.ts';
import type { CanceledWhy } from '../messages.ts';
import { lockOrder, type LockedOrder } from '../order.ts';
import { tellOfOrder } from '../tell-of-order.ts';
import { writeOrder } from './progress-order.ts';

const refusals: Record<Why, ProblemKind> = {
  already_canceled: alreadyOver,
  already_fulfilled: alreadyOver,
  already_paid: alreadyPaid,
  payment_pending: paymentPending,
  not_waiting: wrongState,
  awaits_approval: wrongState,
  own_order: ownOrder,
  your_role: wrongState,
};

export function assertOrderMay(may: Ability<Why>): void {
  if (may !== true) throw new Problem(refusals[may.no]);
}

/**
 * Takes an order back: its services end, an unpaid invoice is void, what it held of the stock is for sale again. Money that was paid
 * stays where it is until somebody returns it. Errors: `order_is_over`, `order_already_paid`, `order_payment_pending`.
 */
export async function cancelOrder(
  tx: Tx,
  organization: Id<'organization'>,
  id: Id<'order'>,
  by: 'client' | 'staff',
  note = '',
): Promise<void> {
  const order = await lockOrder(tx, organization, id);
  assertOrderMay(mayCancel(by, { state: order.status, paymentSeen: order.paymentSeen }));
  await giveUp(tx, order, by, note);
}

/** For an order the transaction holds and that is not over. */
export async function giveUp(tx: Tx, order: LockedOrder, why: CanceledWhy, note = ''): Promise<void> {
  const { organization, status: before } = order;
  await writeOrder(tx, order, {
    status: 'canceled',
    canceled_at: tx.now,
    canceled_why: why,
    cancel_note: note,
  });
  for (const { service } of order.items) await endUnlessEnded(tx, organization, service);
  const { invoice, payer } = order;
  if (invoice && payer && !order.isPaid && why !== 'invoice_voided') {
    await voidInvoice(tx, { organization: payer, invoice, reason: `order ${order.number} canceled` });
  }
  await giveStockBack(tx, order);
  if (before === 'pending_payment' || before === 'awaiting_approval') {
    await returnRedemptions(tx, organization, order.id);
  }
  tx.emit(orderCanceled, {
    organizationId: organization,
    subject: { kind: 'order', id: order.id },
    data: { why },
  });
  // Who was declined is told so with the name of who did it.
  if (why !== 'declined') await tellOfOrder(tx, order, canceled, { why, note });
}

async function endUnlessEnded(tx: Tx, organization: Id<'organization'>, id: Id<'service'>): Promise<void> {
  const { state } = await lockService(tx, organization, id);
  if (state !== 'ended') await endService(tx, { organization, service: id, reason: 'order_canceled' });
}

async function giveStockBack(tx: Tx, order: LockedOrder): Promise<void> {
  const taken = order.items.filter(({ stockTaken }) => stockTaken);
  if (taken.length === 0) return;
  for (const { plan, quantity } of taken) await releaseStock(tx, plan, quantity);
  await tx.db
    .updateTable('orders.items')
    .set({ stock_taken: false })
    .where('organization_id', '=', order.organization)
    .where('order_id', '=', order.id)
    .execute();
}

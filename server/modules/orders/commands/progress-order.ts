import { sql } from 'kysely';
import type { Updateable } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Tables } from '../../../kernel/db/types.ts';
import { activateService } from '../../services/index.ts';
import { itemStages, orderStates, stateOf } from '../domain/order-states.ts';
import type { ItemStage } from '../domain/order-states.ts';
import { orderFulfilled, orderProgressed } from '../events.ts';
import type { LockedItem, LockedOrder } from '../order.ts';
import { tellOfOrder } from '../tell-of-order.ts';
import { fulfilled } from '../messages.ts';

/** Begins every service of an order that needs to wait for nothing any more. */
export async function activateServices(tx: Tx, { organization, items }: LockedOrder): Promise<void> {
  for (const { service } of items) await activateService(tx, { organization, service });
}

/** Notes what became of an item, where that is still the order's matter. */
export async function moveItem(
  tx: Tx,
  order: LockedOrder,
  item: LockedItem,
  stage: ItemStage,
): Promise<void> {
  if (!itemStages.canMove(item.stage, stage)) return;
  item.stage = stage;
  await tx.db
    .updateTable('orders.items')
    .set({ stage })
    .where('organization_id', '=', order.organization)
    .where('order_id', '=', order.id)
    .where('position', '=', item.position)
    .execute();
}

/** Moves an order to the state that follows from what is known of it, and says so when that is news. */
export async function progressOrder(tx: Tx, order: LockedOrder): Promise<void> {
  const from = order.status;
  const to = stateOf({
    awaits: from === 'awaiting_approval',
    owes: order.invoice !== null && !order.isPaid && !order.isAccepted,
    canceled: from === 'canceled',
    items: order.items.map(({ stage }) => stage),
  });
  if (from === to || !orderStates.canMove(from, to)) return;
  order.status = to;
  await writeOrder(tx, order, { status: to });
  const about = { organizationId: order.organization, subject: { kind: 'order', id: order.id } };
  if (to !== 'fulfilled') {
    tx.emit(orderProgressed, { ...about, data: { from, to } });
    return;
  }
  const serviceIds = order.items.map(({ service }) => service);
  tx.emit(orderFulfilled, { ...about, data: { serviceIds } });
  await tellOfOrder(tx, order, fulfilled, {});
}

export async function writeOrder(
  tx: Tx,
  { organization, id }: LockedOrder,
  change: Omit<Updateable<Tables['orders.orders']>, 'version' | 'organization_id' | 'id'>,
): Promise<void> {
  await tx.db
    .updateTable('orders.orders')
    .set({ ...change, version: sql`version + 1` })
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute();
}

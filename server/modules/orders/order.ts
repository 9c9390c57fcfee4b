import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/tx.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { ItemStage, OrderState } from './domain/order-states.ts';

/** An order whose row this transaction holds. */
export interface LockedOrder {
  id: Id<'order'>;
  organization: Id<'organization'>;
  number: string;
  status: OrderState;
  invoice: Id<'invoice'> | null;
  /** Who owes the invoice; null without one. */
  payer: Id<'organization'> | null;
  placedBy: Id<'person'>;
  expiresAt: Date | null;
  isPaid: boolean;
  isAccepted: boolean;
  /** Money has come for its invoice, or may be on its way. */
  paymentSeen: boolean;
  items: LockedItem[];
}

export interface LockedItem {
  position: number;
  plan: Id<'plan'>;
  service: Id<'service'>;
  quantity: number;
  stage: ItemStage;
  stockTaken: boolean;
}

/**
 * Takes an order by its id or by one of its services; null when there is none. Lock order: the order first, then its services, then
 * the invoice, then the stock.
 */
export async function findAndLock(
  tx: Tx,
  organization: Id<'organization'>,
  by: { order: string } | { service: string },
): Promise<LockedOrder | null> {
  const which =
    'order' in by
      ? sql`o.id = ${by.order}`
      : sql`o.id = (select i.order_id from orders.items i where i.service_id = ${by.service})`;
  const { rows } = await sql<Row>`
    select o.id, o.number, o.status, o.invoice_id, o.placed_by, o.expires_at, o.paid_at, o.accepted_at,
      v.organization_id as payer, coalesce(v.paid > 0 or v.payment_pending, false) as payment_seen
    from orders.orders o left join billing.invoices v on v.id = o.invoice_id where o.organization_id = ${organization} and ${which} for update of o`.execute(
    tx.db,
  );
  const row = rows[0];
  if (!row) return null;
  // Read after the row is held: whoever held it before may have changed them.
  const items = await tx.db
    .selectFrom('orders.items')
    .select(['position', 'plan_id', 'service_id', 'quantity', 'stage', 'stock_taken'])
    .where('organization_id', '=', organization)
    .where('order_id', '=', row.id)
    .orderBy('position')
    .execute();
  return {
    id: row.id,
    organization,
    number: row.number,
    status: row.status,
    invoice: row.invoice_id,
    payer: row.payer,
    placedBy: row.placed_by,
    expiresAt: row.expires_at,
    isPaid: row.paid_at !== null,
    isAccepted: row.accepted_at !== null,
    paymentSeen: row.payment_seen,
    items: items.map((item) => ({
      position: item.position,
      plan: item.plan_id as Id<'plan'>,
      service: item.service_id as Id<'service'>,
      quantity: item.quantity,
      stage: item.stage as ItemStage,
      stockTaken: item.stock_taken,
    })),
  };
}

/** Errors: `not_found`. */
export async function lockOrder(
  tx: Tx,
  organization: Id<'organization'>,
  order: string,
): Promise<LockedOrder> {
  const found = await findAndLock(tx, organization, { order });
  if (!found) throw new Problem(notFound);
  return found;
}

interface Row {
  id: Id<'order'>;
  number: string;
  status: OrderState;
  invoice_id: Id<'invoice'> | null;
  payer: Id<'organization'> | null;
  placed_by: Id<'person'>;
  expires_at: Date | null;
  paid_at: Date | null;
  accepted_at: Date | null;
  payment_seen: boolean;
}

import { z } from 'zod';
import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import type { Db } from '../../kernel/db/types.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { findAndLockChange } from './change.ts';
import { giveUp } from './commands/cancel-order.ts';
import { giveUpChange } from './commands/carry-out-change.ts';
import { findAndLock } from './order.ts';

export const expireOrder = defineJob({
  name: 'orders.expire-order',
  input: z.object({ organization: z.string(), order: z.string() }),
  run: (ctx, { organization, order: id }) =>
    ctx.transact(async (tx) => {
      const order = await findAndLock(tx, organization as Id<'organization'>, { order: id });
      if (!order?.expiresAt || order.expiresAt > tx.now) return;
      if (order.status === 'awaiting_approval') await giveUp(tx, order, 'not_approved');
      if (order.status === 'pending_payment' && !order.paymentSeen) await giveUp(tx, order, 'expired');
    }),
});

/** What one sweep finds at most; the next one goes on. */
const batch = 1000;

export const expireOrders = defineSweep({
  name: 'orders.expire-orders',
  cron: '*/15 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const due = await tx.db
        .selectFrom('orders.orders as o')
        .innerJoin('billing.invoices as v', 'v.id', 'o.invoice_id')
        .select(['o.organization_id', 'o.id'])
        .where('o.status', '=', 'pending_payment')
        .where('o.expires_at', '<=', tx.now)
        .where('v.paid', '=', 0n)
        .where('v.payment_pending', '=', false)
        .orderBy('o.expires_at')
        .orderBy('o.id')
        .limit(batch)
        .execute();
      const unapproved = await tx.db
        .selectFrom('orders.orders')
        .select(['organization_id', 'id'])
        .where('status', '=', 'awaiting_approval')
        .where('expires_at', '<=', tx.now)
        .orderBy('expires_at')
        .limit(batch)
        .execute();
      for (const { organization_id, id } of [...due, ...unapproved]) {
        tx.enqueue(expireOrder, { organization: organization_id, order: id }, { key: id });
      }
    }),
});

export const expireChange = defineJob({
  name: 'orders.expire-change',
  input: z.object({ organization: z.string(), change: z.string() }),
  run: (ctx, { organization, change: id }) =>
    ctx.transact(async (tx) => {
      const change = await findAndLockChange(tx, {
        organization: organization as Id<'organization'>,
        change: id,
      });
      if (!change?.expiresAt || change.expiresAt > tx.now) return;
      if (change.invoice && (await isPaymentSeen(tx.db, change.invoice))) return;
      await giveUpChange(tx, change, change.state === 'awaiting_approval' ? 'not_approved' : 'expired');
    }),
});

export const expireChanges = defineSweep({
  name: 'orders.expire-changes',
  cron: '*/15 * * * *',
  run: (ctx) =>
    ctx.transact(async (tx) => {
      const due = await tx.db
        .selectFrom('orders.changes')
        .select(['organization_id', 'id'])
        .where('expires_at', '<=', tx.now)
        .where('closed_at', 'is', null)
        .orderBy('expires_at')
        .orderBy('id')
        .limit(batch)
        .execute();
      for (const { organization_id, id } of due) {
        tx.enqueue(expireChange, { organization: organization_id, change: id }, { key: id });
      }
    }),
});

/** Money has come, or may be on its way. */
async function isPaymentSeen(db: Db, invoice: Id<'invoice'>): Promise<boolean> {
  const found = await db
    .selectFrom('billing.invoices')
    .select(['paid', 'payment_pending'])
    .where('id', '=', invoice)
    .executeTakeFirstOrThrow();
  return found.paid > 0n || found.payment_pending;
}

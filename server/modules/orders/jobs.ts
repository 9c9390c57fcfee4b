import { z } from 'zod';
import { defineJob, defineSweep } from '../../kernel/jobs/define.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { giveUp } from './commands/cancel-order.ts';
import { findAndLock } from './order.ts';

export const expireOrder = defineJob({
  name: 'orders.expire-order',
  input: z.object({ organization: z.string(), order: z.string() }),
  run: (ctx, { organization, order: id }) =>
    ctx.transact(async (tx) => {
      const order = await findAndLock(tx, organization as Id<'organization'>, { order: id });
      if (order?.status !== 'pending_payment' || order.paymentSeen) return;
      if (order.expiresAt && order.expiresAt <= tx.now) await giveUp(tx, order, 'expired');
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
        .innerJoin('billing.invoices as v', (join) =>
          join.onRef('v.organization_id', '=', 'o.organization_id').onRef('v.id', '=', 'o.invoice_id'),
        )
        .select(['o.organization_id', 'o.id'])
        .where('o.status', '=', 'pending_payment')
        .where('o.expires_at', '<=', tx.now)
        .where('v.paid', '=', 0n)
        .where('v.payment_pending', '=', false)
        .orderBy('o.expires_at')
        .orderBy('o.id')
        .limit(batch)
        .execute();
      for (const { organization_id, id } of due) {
        tx.enqueue(expireOrder, { organization: organization_id, order: id }, { key: id });
      }
    }),
});

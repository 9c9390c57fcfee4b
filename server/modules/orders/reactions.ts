import type { Tx } from '../../kernel/db/tx.ts';
import type { Fact } from '../../kernel/events/define.ts';
import { on } from '../../kernel/events/reactions.ts';
import type { Id } from '../../kernel/values/ids.ts';
import { invoiceCredited, invoicePaid, invoiceVoided } from '../billing/events.ts';
import { provisioningFailed, provisioningStarted, serviceProvisioned } from '../provisioning/events.ts';
import { serviceActivated, serviceCanceled } from '../services/index.ts';
import { giveUp } from './commands/cancel-order.ts';
import { activateServices, moveItem, progressOrder, writeOrder } from './commands/progress-order.ts';
import type { ItemStage } from './domain/order-states.ts';
import { findAndLock } from './order.ts';
import type { LockedOrder } from './order.ts';

// Facts may arrive in any order and after the order is over: each is noted where it still matters, and the state follows.

export const reactions = [
  on(invoicePaid, 'orders.note-payment', async (tx, fact) => {
    const order = await orderOfInvoice(tx, fact);
    if (!order || order.isPaid) return;
    await writeOrder(tx, order, { paid_at: tx.now });
    // Services without a line on the invoice, as those that are tried out first, waited with the others.
    await activateServices(tx, order);
    await progressOrder(tx, { ...order, isPaid: true });
  }),
  on(invoiceVoided, 'orders.cancel-with-invoice', async (tx, fact) => {
    const order = await orderOfInvoice(tx, fact);
    if (order?.status === 'pending_payment') await giveUp(tx, order, 'invoice_voided');
  }),
  on(invoiceCredited, 'orders.cancel-with-credited-invoice', async (tx, fact) => {
    const order = await orderOfInvoice(tx, fact);
    if (order?.status === 'pending_payment') await giveUp(tx, order, 'invoice_voided');
  }),
  on(serviceActivated, 'orders.note-activation', (tx, fact) =>
    moveItemOf(tx, fact, fact.subject.id, 'setting_up'),
  ),
  on(provisioningStarted, 'orders.note-provisioning', async (tx, fact) => {
    if (fact.data.kind === 'provision') await moveItemOf(tx, fact, fact.data.serviceId, 'setting_up');
  }),
  on(serviceProvisioned, 'orders.note-provisioned', (tx, fact) =>
    moveItemOf(tx, fact, fact.data.serviceId, 'ready'),
  ),
  on(provisioningFailed, 'orders.note-failure', async (tx, fact) => {
    if (fact.data.kind === 'provision' && !fact.data.willRetry)
      await moveItemOf(tx, fact, fact.data.serviceId, 'failed');
  }),
  on(serviceCanceled, 'orders.give-up-ended', async (tx, fact) => {
    const order = await openOrderOfService(tx, fact, fact.subject.id);
    if (order && (await allEnded(tx, order))) await giveUp(tx, order, 'service_ended');
  }),
];

async function orderOfInvoice(
  tx: Tx,
  {
    organizationId,
    data,
  }: Fact<{ kind: string; orderId: string | null; forOrganization?: string | undefined }>,
): Promise<LockedOrder | null> {
  if (data.kind !== 'order' || !data.orderId) return null;
  const buyer = (data.forOrganization ?? organizationId) as Id<'organization'>;
  const order = await findAndLock(tx, buyer, { order: data.orderId });
  return order && !isOver(order) ? order : null;
}

async function openOrderOfService(tx: Tx, fact: Fact, service: string): Promise<LockedOrder | null> {
  const order = await findAndLock(tx, fact.organizationId!, { service });
  return order && !isOver(order) ? order : null;
}

async function moveItemOf(tx: Tx, fact: Fact, service: string, stage: ItemStage): Promise<void> {
  const order = await openOrderOfService(tx, fact, service);
  if (!order) return;
  await moveItem(
    tx,
    order,
    order.items.find((item) => item.service === service)!,
    stage,
  );
  await progressOrder(tx, order);
}

const isOver = ({ status }: LockedOrder) => status === 'canceled' || status === 'fulfilled';

async function allEnded(tx: Tx, { organization, items }: LockedOrder): Promise<boolean> {
  const running = await tx.db
    .selectFrom('services.services')
    .select('id')
    .where('organization_id', '=', organization)
    .where(
      'id',
      'in',
      items.map(({ service }) => service),
    )
    .where('state', '<>', 'ended')
    .limit(1)
    .executeTakeFirst();
  return running === undefined;
}

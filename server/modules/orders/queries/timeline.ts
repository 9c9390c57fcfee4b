import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { invoiceIssued, invoicePaid } from '../../billing/events.ts';
import { provisioningFailed, serviceProvisioned } from '../../provisioning/events.ts';
import { serviceActivated } from '../../services/index.ts';
import type { Order, timelineKinds } from '../contract.ts';
import { orderAccepted, orderApproved, orderCanceled, orderFulfilled, orderPlaced } from '../events.ts';

/**
 * Which facts about an order, its invoice and its services are worth a line, and what it says. What happened in one transaction
 * happened at one instant, and is told in this order.
 */
const told = new Map<string, (typeof timelineKinds)[number]>([
  [orderPlaced.name, 'placed'],
  [orderApproved.name, 'approved'],
  [invoiceIssued.name, 'invoice_issued'],
  [invoicePaid.name, 'paid'],
  [orderAccepted.name, 'accepted'],
  [serviceActivated.name, 'service_started'],
  [serviceProvisioned.name, 'service_ready'],
  [provisioningFailed.name, 'service_failed'],
  [orderFulfilled.name, 'fulfilled'],
  [orderCanceled.name, 'canceled'],
]);

/**
 * What happened to an order, oldest first. It is read from the facts themselves, so it is never behind and says nothing else; of an
 * invoice that an organization above owes, whose facts are not for this one, only when it was issued and paid.
 */
export async function timelineOf(
  db: Db,
  { organization, order, invoice }: { organization: string; order: string; invoice: string | null },
  items: readonly { serviceId: string; names: { id: string; en: string } }[],
  above: { issued: Date | null; paid: Date | null },
): Promise<Order['timeline']> {
  const names = new Map(items.map((item) => [item.serviceId, item.names]));
  const subjects = [order, ...(invoice ? [invoice] : []), ...names.keys()];
  const rows = await db
    .selectFrom('kernel.events')
    .select(['name', 'subject_id', 'happened_at'])
    .where('organization_id', '=', organization as Id<'organization'>)
    .where(sql<boolean>`subject_id = any(${subjects}::text[])`)
    .where(sql<boolean>`name = any(${[...told.keys()]}::text[])`)
    // what a client need not read about: trying again by itself
    .where(sql<boolean>`data -> 'willRetry' is distinct from 'true'`)
    .orderBy('happened_at')
    .orderBy('id')
    .limit(200)
    .execute();
  const ranks = [...told.keys()];
  const invoiced = [
    { name: invoiceIssued.name, subject_id: order, happened_at: above.issued },
    { name: invoicePaid.name, subject_id: order, happened_at: above.paid },
  ].flatMap(({ happened_at: at, ...fact }) => (at ? [{ ...fact, happened_at: at }] : []));
  return [...rows, ...invoiced]
    .toSorted(
      (a, b) =>
        a.happened_at.getTime() - b.happened_at.getTime() || ranks.indexOf(a.name) - ranks.indexOf(b.name),
    )
    .map((row) => ({
      at: row.happened_at.toISOString(),
      kind: told.get(row.name)!,
      names: names.get(row.subject_id) ?? null,
    }));
}

import type { Tx } from '../../kernel/db/tx.ts';
import type { MessageKind } from '../../kernel/messages.ts';
import { findMembersWhoMay, findOrganization, hasAccess } from '../organizations/index.ts';
import type { AboutOrder } from './messages.ts';
import type { LockedOrder } from './order.ts';
import { approveOrders } from './permissions.ts';

/** Tells whoever placed the order, or the owners once that person has left the organization. */
export async function tellOfOrder<More extends object>(
  tx: Tx,
  { id, organization, number, placedBy }: Pick<LockedOrder, 'id' | 'organization' | 'number' | 'placedBy'>,
  message: MessageKind<AboutOrder & More>,
  more: More,
): Promise<void> {
  const { slug } = await findOrganization(tx.db, organization);
  const people = (await hasAccess(tx.db, organization, placedBy))
    ? [placedBy]
    : await findMembersWhoMay(tx.db, organization, approveOrders);
  for (const person of people) {
    const data = { number, path: `/o/${slug}/orders/${id}`, ...more };
    tx.tell(message, { to: { person }, organizationId: organization, occurrence: id, data });
  }
}

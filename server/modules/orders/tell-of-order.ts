import type { Tx } from '../../kernel/db/tx.ts';
import type { MessageKind } from '../../kernel/messages.ts';
import { findMembersByRole, findOrganization } from '../organizations/index.ts';
import type { AboutOrder } from './messages.ts';
import type { LockedOrder } from './order.ts';

/** Tells whoever placed the order, or the owners once that person has left the organization. */
export async function tellOfOrder<More extends object>(
  tx: Tx,
  { id, organization, number, placedBy }: Pick<LockedOrder, 'id' | 'organization' | 'number' | 'placedBy'>,
  message: MessageKind<AboutOrder & More>,
  more: More,
): Promise<void> {
  const { slug } = await findOrganization(tx.db, organization);
  const members = await findMembersByRole(tx.db, organization, ['owner', 'finance', 'technical']);
  const people = members.includes(placedBy)
    ? [placedBy]
    : await findMembersByRole(tx.db, organization, ['owner']);
  for (const person of people) {
    const data = { number, path: `/o/${slug}/orders/${id}`, ...more };
    tx.tell(message, { to: { person }, organizationId: organization, occurrence: id, data });
  }
}

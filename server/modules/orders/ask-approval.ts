import type { Membership } from '../../kernel/auth/actor.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { previewInvoice } from '../billing/index.ts';
import type { NewLine } from '../billing/index.ts';
import { findMembersWhoMay, findOrganization } from '../organizations/index.ts';
import { isAbove } from './domain/spending-limit.ts';
import { approvalAsked } from './messages.ts';
import { approveOrders } from './permissions.ts';

/** Whether what would be invoiced with these lines goes beyond a person's limit. */
export async function needsApproval(
  tx: Tx,
  organization: Id<'organization'>,
  limit: Membership['limit'],
  currency: Currency,
  lines: readonly NewLine[],
): Promise<boolean> {
  if (limit === null || lines.length === 0) return false;
  const { total } = await previewInvoice(tx.db, currency, lines, { organization, at: tx.now });
  return isAbove(limit, { amount: total, currency });
}

/** Keeps what was agreed until somebody decides, and asks those who may. */
export async function askApproval(
  tx: Tx,
  order: {
    id: Id<'order'>;
    organization: Id<'organization'>;
    number: string;
    total: bigint;
    currency: Currency;
    person: Id<'person'>;
    limit: NonNullable<Membership['limit']>;
    lines: readonly NewLine[];
  },
): Promise<void> {
  const lines = order.lines.map((line) => ({
    ...line,
    unitPrice: String(line.unitPrice),
    discount: String(line.discount ?? 0n),
  }));
  await tx.db
    .insertInto('orders.approvals')
    .values({
      organization_id: order.organization,
      order_id: order.id,
      spending_limit: BigInt(order.limit.amount),
      limit_currency: order.limit.currency,
      lines: JSON.stringify(lines),
      asked_at: tx.now,
    })
    .execute();
  const [{ slug }, people, asking] = await Promise.all([
    findOrganization(tx.db, order.organization),
    findMembersWhoMay(tx.db, order.organization, approveOrders),
    tx.db
      .selectFrom('identity.people')
      .select('name')
      .where('id', '=', order.person)
      .executeTakeFirstOrThrow(),
  ]);
  for (const person of people) {
    if (person === order.person) continue;
    tx.tell(approvalAsked, {
      to: { person },
      organizationId: order.organization,
      occurrence: order.id,
      data: {
        number: order.number,
        path: `/o/${slug}/orders/${order.id}`,
        by: asking.name,
        total: Number(order.total),
        currency: order.currency,
      },
    });
  }
}

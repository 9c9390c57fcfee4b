import type { Membership } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { addDays, dateIn, startOfDay } from '../../../kernel/values/dates.ts';
import { Problem } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { wrongState } from '../../../kernel/values/state-machine.ts';
import { issueInvoice } from '../../billing/index.ts';
import type { NewLine } from '../../billing/index.ts';
import { findOrganization } from '../../organizations/index.ts';
import { beyondYourLimit, ownOrder } from '../contract.ts';
import { isAbove } from '../domain/spending-limit.ts';
import { orderApproved } from '../events.ts';
import { decided } from '../messages.ts';
import { lockOrder } from '../order.ts';
import type { LockedOrder } from '../order.ts';
import { orderRules } from '../settings.ts';
import { tellOfOrder } from '../tell-of-order.ts';
import { giveUp } from './cancel-order.ts';
import { activateServices, writeOrder } from './progress-order.ts';

interface Deciding {
  by: Membership;
  person: Id<'person'>;
  name: string;
  order: Id<'order'>;
}

/**
 * Lets an order go on that waited: only now its invoice is issued, for what was agreed when it was placed. Needs a transaction that sees
 * everything. Errors: `not_found`, `wrong_state`, `own_order`, `beyond_your_limit`.
 */
export async function approveOrder(tx: Tx, { by, person, name, order: id }: Deciding): Promise<void> {
  const order = await lockWaiting(tx, by.id, id, person);
  const { lines, total, currency } = await agreed(tx, order);
  if (isAbove(by.limit, { amount: total, currency })) throw new Problem(beyondYourLimit);
  await note(tx, order, person, 'approved');
  const { timeZone } = await findOrganization(tx.db, by.id);
  const { value: rules } = await readSetting(tx.db, orderRules);
  const payBy = addDays(dateIn(timeZone, tx.now), rules.unpaidDays);
  const invoice =
    lines.length === 0
      ? null
      : await issueInvoice(tx, {
          organization: by.id,
          kind: 'order',
          orderId: id,
          lines,
          currency,
          dueOn: payBy,
        });
  await writeOrder(tx, order, {
    status: invoice ? 'pending_payment' : 'paid',
    total: invoice?.total ?? 0n,
    invoice_id: invoice?.id ?? null,
    expires_at: invoice && startOfDay(addDays(payBy, 1), timeZone),
  });
  tx.emit(orderApproved, { organizationId: by.id, subject: { kind: 'order', id }, data: { by: person } });
  await tellOfOrder(tx, order, decided, { approved: true, by: name, reason: '' });
  if (!invoice) await activateServices(tx, order);
}

/** Gives an order up that waited; the reason is for its person. Errors: `not_found`, `wrong_state`, `own_order`. */
export async function declineOrder(
  tx: Tx,
  { by, person, name, order: id, reason }: Deciding & { reason: string },
): Promise<void> {
  const order = await lockWaiting(tx, by.id, id, person);
  await note(tx, order, person, 'declined');
  await giveUp(tx, order, 'declined', reason);
  await tellOfOrder(tx, order, decided, { approved: false, by: name, reason });
}

async function lockWaiting(
  tx: Tx,
  organization: Id<'organization'>,
  id: Id<'order'>,
  person: Id<'person'>,
): Promise<LockedOrder> {
  const order = await lockOrder(tx, organization, id);
  if (order.status !== 'awaiting_approval') throw new Problem(wrongState);
  if (order.placedBy === person) throw new Problem(ownOrder);
  return order;
}

async function agreed(tx: Tx, { organization, id }: LockedOrder) {
  const row = await tx.db
    .selectFrom('orders.approvals as a')
    .innerJoin('orders.orders as o', (join) =>
      join.onRef('o.organization_id', '=', 'a.organization_id').onRef('o.id', '=', 'a.order_id'),
    )
    .select(['a.lines', 'o.total', 'o.currency'])
    .where('a.organization_id', '=', organization)
    .where('a.order_id', '=', id)
    .executeTakeFirstOrThrow();
  const lines = row.lines as unknown as KeptLine[];
  return {
    lines: lines.map((line): NewLine => ({
      ...line,
      unitPrice: BigInt(line.unitPrice),
      discount: BigInt(line.discount ?? 0),
    })),
    total: row.total,
    currency: row.currency as Currency,
  };
}

type KeptLine = Omit<NewLine, 'unitPrice' | 'discount'> & { unitPrice: string; discount?: string };

async function note(
  tx: Tx,
  { organization, id }: LockedOrder,
  person: Id<'person'>,
  decision: 'approved' | 'declined',
): Promise<void> {
  await tx.db
    .updateTable('orders.approvals')
    .set({ decided_at: tx.now, decided_by: person, decision })
    .where('organization_id', '=', organization)
    .where('order_id', '=', id)
    .execute();
}

import { sql } from 'kysely';
import type { Membership, Session } from '../../../kernel/auth/actor.ts';
import { mayAsMember } from '../../../kernel/auth/actor.ts';
import type { Db } from '../../../kernel/db/types.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Bilingual, Cycle } from '../../catalog/index.ts';
import type { Order, OrderStatus, StaffOrder } from '../contract.ts';
import { lookupHash } from '../domain/codes.ts';
import { mayAccept, mayCancel, mayDecide, mayPay } from '../domain/order-states.ts';
import type { ItemStage, OrderState } from '../domain/order-states.ts';
import { approveOrders } from '../permissions.ts';
import { timelineOf } from './timeline.ts';

/** An order as the people of its organization see it. Errors: `not_found`. */
export async function showOrder(
  db: Db,
  membership: Membership,
  reader: Session,
  order: Id<'order'>,
): Promise<Order> {
  const { row, facts, common } = await load(
    db,
    sql`o.organization_id = ${membership.id} and o.id = ${order}`,
  );
  const decide = mayDecide(facts, {
    approves: mayAsMember(approveOrders, membership),
    own: row.placed_by_id === reader.person.id,
  });
  const paidAbove = row.payer_id !== null && row.payer_id !== membership.id;
  const payer = reader.organizations.find(({ id }) => id === row.payer_id);
  return {
    ...common,
    invoice: common.invoice && {
      ...common.invoice,
      paidAbove: paidAbove ? { slug: payer?.slug ?? null } : null,
    },
    approval:
      row.spending_limit === null
        ? null
        : {
            limit: { amount: Number(row.spending_limit), currency: row.limit_currency! },
            decision: row.decision,
            decidedBy: row.decided_by,
            decidedAt: row.decided_at?.toISOString() ?? null,
          },
    can: {
      pay: paidAbove ? { no: 'paid_above' } : mayPay(facts),
      cancel: mayCancel('client', facts),
      decide,
    },
  };
}

/** The same with what is the staff's business. Errors: `not_found`. */
export async function showOrderForStaff(db: Db, order: Id<'order'>): Promise<StaffOrder> {
  const { row, facts, common } = await load(db, sql`o.id = ${order}`);
  return {
    ...common,
    client: { id: row.organization_id, name: row.client, guest: row.kind === 'guest' },
    acceptedAt: row.accepted_at?.toISOString() ?? null,
    can: { accept: mayAccept(facts), cancel: mayCancel('staff', facts) },
  };
}

/**
 * The order of a number and its code. Both are looked up as one hash, so an unknown number and a wrong code
 * are the same miss, at the same cost. Null: no such order.
 */
export async function findByCode(
  db: Db,
  { number, code }: { number: string; code: string },
): Promise<FoundOrder | null> {
  const found = await db
    .selectFrom('orders.orders')
    .select(['organization_id', 'id'])
    .where('lookup_hash', '=', lookupHash(number, code))
    .executeTakeFirst();
  return found
    ? { organization: found.organization_id as Id<'organization'>, order: found.id as Id<'order'> }
    : null;
}

interface FoundOrder {
  organization: Id<'organization'>;
  order: Id<'order'>;
}

/** How an order stands, without who placed it and for how much. Errors: `not_found`. */
export async function readStatus(db: Db, { organization, order }: FoundOrder): Promise<OrderStatus> {
  const { common } = await load(db, sql`o.organization_id = ${organization} and o.id = ${order}`);
  return {
    number: common.number,
    status: common.status,
    paid: common.paid,
    placedAt: common.placedAt,
    expiresAt: common.expiresAt,
    items: common.items.map(({ names, quantity, stage }) => ({ names, quantity, stage })),
    timeline: common.timeline,
  };
}

async function load(db: Db, which: ReturnType<typeof sql>) {
  const { rows } = await sql<OrderRow>`
    select o.id, o.organization_id, org.name as client, org.kind, o.number, o.status, o.currency, o.total, o.placed_at, o.expires_at,
      o.terms_version, o.paid_at, o.accepted_at, o.canceled_why, o.cancel_note, o.version, o.invoice_id,
      coalesce(v.number, a.number) as invoice_number, coalesce(v.due_on, a.due_on) as due_on,
      coalesce(v.paid > 0 or v.payment_pending, a.payment_seen, false) as payment_seen,
      coalesce(v.organization_id, a.payer_id) as payer_id, a.issued_at as issued_above, a.paid_at as paid_above,
      coalesce((select m.name from organizations.member_names(o.organization_id) m where m.id = o.placed_by), '') as placed_by,
      o.placed_by as placed_by_id, p.spending_limit, p.limit_currency, p.decision, p.decided_at,
      (select m.name from organizations.member_names(o.organization_id) m where m.id = p.decided_by) as decided_by
    from orders.orders o
    join organizations.organizations org on org.id = o.organization_id
    left join billing.invoices v on v.organization_id = o.organization_id and v.id = o.invoice_id
    left join billing.invoices_above a on a.organization_id = o.organization_id and a.id = o.invoice_id
    left join orders.approvals p on p.organization_id = o.organization_id and p.order_id = o.id
    where ${which}`.execute(db);
  const row = rows[0];
  if (!row) throw new Problem(notFound);
  const items = await itemsOf(db, row);
  const timeline = await timelineOf(
    db,
    { organization: row.organization_id, order: row.id, invoice: row.invoice_id },
    items,
    { issued: row.issued_above, paid: row.paid_above },
  );
  const money = { amount: Number(row.total), currency: row.currency };
  const common = {
    id: row.id,
    number: row.number,
    status: row.status,
    paid: row.paid_at !== null,
    placedAt: row.placed_at.toISOString(),
    placedBy: row.placed_by,
    currency: row.currency,
    total: money,
    invoice: row.invoice_id
      ? { id: row.invoice_id, number: row.invoice_number, dueOn: row.due_on!, paidAbove: null }
      : null,
    expiresAt: ['pending_payment', 'awaiting_approval'].includes(row.status)
      ? (row.expires_at?.toISOString() ?? null)
      : null,
    termsVersion: row.terms_version,
    canceledWhy: row.canceled_why,
    cancelNote: row.cancel_note,
    items,
    timeline,
    version: row.version,
  };
  return { row, common, facts: { state: row.status, paymentSeen: row.payment_seen } };
}

async function itemsOf(db: Db, { organization_id, id }: OrderRow): Promise<Order['items']> {
  const rows = await db
    .selectFrom('orders.items')
    .selectAll()
    .where('organization_id', '=', organization_id)
    .where('order_id', '=', id)
    .orderBy('position')
    .execute();
  return rows.map((item) => ({
    planId: item.plan_id,
    serviceId: item.service_id,
    names: item.names as unknown as Bilingual,
    quantity: item.quantity,
    cycle: item.cycle as Cycle,
    recurring: Number(item.recurring),
    setup: Number(item.setup),
    trialDays: item.trial_days,
    choices: item.choices as unknown as Order['items'][number]['choices'],
    stage: item.stage as ItemStage,
    discounts: item.discounts as unknown as Order['items'][number]['discounts'],
  }));
}

interface OrderRow {
  id: string;
  organization_id: Id<'organization'>;
  client: string;
  kind: string;
  number: string;
  status: OrderState;
  currency: string;
  total: bigint;
  placed_at: Date;
  placed_by: string;
  placed_by_id: string;
  spending_limit: bigint | null;
  limit_currency: string | null;
  decision: 'approved' | 'declined' | null;
  decided_at: Date | null;
  decided_by: string | null;
  expires_at: Date | null;
  terms_version: number | null;
  paid_at: Date | null;
  accepted_at: Date | null;
  canceled_why: Order['canceledWhy'];
  cancel_note: string;
  version: number;
  invoice_id: string | null;
  invoice_number: string | null;
  due_on: string | null;
  payment_seen: boolean;
  payer_id: Id<'organization'> | null;
  issued_above: Date | null;
  paid_above: Date | null;
}

/** The organization of an order, for staff, who name only the order. Errors: `not_found`. */
export async function organizationOfOrder(db: Db, order: Id<'order'>): Promise<Id<'organization'>> {
  const row = await db
    .selectFrom('orders.orders')
    .select('organization_id')
    .where('id', '=', order)
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return row.organization_id as Id<'organization'>;
}

import { randomBytes } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Membership } from '../../../kernel/auth/actor.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Tables } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { addDays, dateIn, startOfDay, yearOf } from '../../../kernel/values/dates.ts';
import { Problem, assert } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { issueInvoice, previewInvoice } from '../../billing/index.ts';
import type { NewLine } from '../../billing/index.ts';
import { reserveStock } from '../../catalog/index.ts';
import type { ConfiguredPlan } from '../../catalog/index.ts';
import { redeem } from '../../promotions/index.ts';
import type { PlanDiscounts, Redemption } from '../../promotions/index.ts';
import { addService } from '../../services/index.ts';
import type { ServiceDiscount } from '../../services/index.ts';
import { askApproval, needsApproval } from '../ask-approval.ts';
import { linesNow, takenOffNow } from '../assess-items.ts';
import { priceChanged } from '../contract.ts';
import type { PlacedOrder } from '../contract.ts';
import { lookupHash, orderNumber, securityCode } from '../domain/codes.ts';
import { orderPlaced } from '../events.ts';
import { received } from '../messages.ts';
import { lockOrder } from '../order.ts';
import { orderRules } from '../settings.ts';
import { tellOfOrder } from '../tell-of-order.ts';
import { activateServices } from './progress-order.ts';

/** A plan at the price somebody agreed to: what comes off it now, and what its service is promised. */
export interface AgreedPlan {
  plan: ConfiguredPlan;
  off: PlanDiscounts;
  discounts: readonly ServiceDiscount[];
}

export interface AgreedOrder {
  organization: Id<'organization'>;
  currency: Currency;
  timeZone: string;
  person: Id<'person'>;
  plans: readonly AgreedPlan[];
  /** What is invoiced with it and is no service. */
  extra: readonly NewLine[];
  redemptions: readonly Redemption[];
  /** Where its prices come from: the catalog, or what we offered. */
  pricedBy: 'catalog' | 'quote';
  /** Minor units the buyer agreed to pay now. */
  expectedTotal: number;
  termsVersion: number | null;
  /** What the person may spend on one order without asking. */
  limit: Membership['limit'];
  /** The security code, where whoever calls can make it again. */
  code?: string;
}

/**
 * Makes an order of what was agreed: takes the stock, adds the services, issues the invoice, or asks for approval where it is above the
 * limit; where nothing is due, the services begin at once. All of it happens or none. Errors: `out_of_stock`, `price_changed`,
 * `promotion_gone`.
 */
export async function bookOrder(tx: Tx, agreed: AgreedOrder): Promise<PlacedOrder> {
  const { organization, currency, timeZone, extra, pricedBy } = agreed;
  const plans = agreed.plans.map(({ plan }) => plan);
  const stock = await takeStock(tx, plans);
  const id = tx.newId<'order'>();
  const services: Id<'service'>[] = [];
  for (const each of agreed.plans) services.push(await addServiceOf(tx, organization, id, each));
  const { value: rules } = await readSetting(tx.db, orderRules);
  const today = dateIn(timeZone, tx.now);
  const payBy = addDays(today, rules.unpaidDays);
  const linesOf = (trial: boolean) => [
    ...agreed.plans.flatMap(({ plan, off }, index) =>
      linesNow(trial ? plan : { ...plan, trialDays: 0 }, off, {
        service: services[index]!,
        from: pricedBy,
        on: today,
      }),
    ),
    ...extra,
  ];
  const lines = linesOf(true);
  // What is tried out first counts as if it were paid from the beginning.
  const asks = await needsApproval(tx, organization, agreed.limit, currency, linesOf(false));
  const invoice =
    asks || !lines.some(isDue)
      ? null
      : await issueInvoice(tx, { organization, kind: 'order', orderId: id, lines, currency, dueOn: payBy });
  const total = asks
    ? (await previewInvoice(tx.db, currency, lines, { organization, at: tx.now })).total
    : (invoice?.total ?? 0n);
  if (total !== BigInt(agreed.expectedTotal)) {
    throw new Problem(priceChanged, { facts: { total: Number(total), currency } });
  }

  await redeem(tx, agreed.redemptions, { organization, order: id, currency });
  const paidAbove = invoice !== null && invoice.payer !== organization;
  const code = agreed.code ?? securityCode(randomBytes(8));
  const number = await insertOrder(tx, code, yearOf(today), {
    organization_id: organization,
    id,
    status: asks ? 'awaiting_approval' : invoice ? 'pending_payment' : 'paid',
    currency,
    total,
    invoice_id: invoice?.id ?? null,
    placed_by: agreed.person,
    placed_at: tx.now,
    terms_version: agreed.termsVersion,
    expires_at:
      invoice || asks
        ? startOfDay(addDays(asks ? addDays(today, rules.approvalDays) : payBy, 1), timeZone)
        : null,
  });
  const items = plans.map((plan, index) =>
    itemRow(plan, services[index]!, stock[index]!, takenOffNow(plan, agreed.plans[index]!.off, today)),
  );
  await tx.db
    .insertInto('orders.items')
    .values(
      items.map((item, index) => ({
        organization_id: organization,
        order_id: id,
        position: index + 1,
        ...item,
      })),
    )
    .execute();
  tx.emit(orderPlaced, {
    organizationId: organization,
    subject: { kind: 'order', id },
    data: {
      total: Number(total),
      currency,
      invoiceId: invoice?.id ?? null,
      serviceIds: services,
      termsVersion: agreed.termsVersion,
      awaitsApproval: asks,
    },
  });
  const { person, limit } = agreed;
  await tellOfOrder(tx, { id, organization, number, placedBy: person }, received, {
    code,
    total: Number(total),
    currency,
    payBy: invoice ? payBy : null,
    awaitsApproval: asks,
    paidAbove,
  });
  if (asks) {
    await askApproval(tx, { id, organization, number, total, currency, person, limit: limit!, lines });
  } else if (!invoice) await activateServices(tx, await lockOrder(tx, organization, id));
  return {
    id,
    number,
    code,
    invoiceId: invoice && !paidAbove ? invoice.id : null,
    paidAbove,
    total: { amount: Number(total), currency },
    awaitsApproval: asks,
  };
}

/** What discounts leave nothing of is not invoiced. */
function isDue({ quantity, unitPrice, discount = 0n }: NewLine): boolean {
  return unitPrice * BigInt(quantity) > discount;
}

/** Always in the order of the plans' ids, so that two buyers of the same things do not wait for each other forever. */
async function takeStock(tx: Tx, plans: readonly ConfiguredPlan[]): Promise<boolean[]> {
  const taken: boolean[] = [];
  const order = plans.map((_, index) => index).sort((a, b) => (plans[a]!.planId < plans[b]!.planId ? -1 : 1));
  for (const index of order) {
    taken[index] = await reserveStock(tx, plans[index]!.planId, plans[index]!.quantity);
  }
  return taken;
}

function addServiceOf(
  tx: Tx,
  organization: Id<'organization'>,
  order: Id<'order'>,
  { plan, discounts }: AgreedPlan,
) {
  const { planId, names, quantity, choices, currency, cycle, trialDays, taxable, provisioner } = plan;
  return addService(tx, {
    organization,
    orderId: order,
    planId,
    names,
    quantity,
    choices,
    currency,
    cycle,
    recurring: cycle === 'one_time' ? 0n : plan.recurring,
    priceVersion: plan.priceVersion,
    trialDays,
    taxable,
    provisioner,
    provisionerConfiguration: plan.provisionerConfiguration,
    discounts,
    term: plan.term ?? null,
    billDay: plan.billDay ?? null,
  });
}

function itemRow(plan: ConfiguredPlan, service: Id<'service'>, stockTaken: boolean, off: PlanDiscounts) {
  const discounts = [
    ...off.recurring.map((part) => ({ ...part, setup: false })),
    ...off.setup.map((part) => ({ ...part, setup: true })),
  ];
  return {
    plan_id: plan.planId,
    product_id: plan.productId,
    service_id: service,
    names: JSON.stringify(plan.names),
    quantity: plan.quantity,
    choices: JSON.stringify(plan.choices),
    cycle: plan.cycle,
    recurring: plan.recurring,
    setup: plan.setup,
    trial_days: plan.trialDays,
    stock_taken: stockTaken,
    discounts: JSON.stringify(discounts),
  };
}

type OrderRow = Omit<Insertable<Tables['orders.orders']>, 'number' | 'lookup_hash'>;

/** Under the first random number that is free: 33 million a year leave few that are not. */
async function insertOrder(tx: Tx, code: string, year: number, row: OrderRow): Promise<string> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const number = orderNumber(year, randomBytes(5));
    const added = await tx.db
      .insertInto('orders.orders')
      .values({ ...row, number, lookup_hash: lookupHash(number, code) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('number')
      .executeTakeFirst();
    if (added) return added.number;
  }
  assert(false, 'one of twenty random numbers is free');
}

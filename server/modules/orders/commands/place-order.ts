import { randomBytes } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Tables } from '../../../kernel/db/types.ts';
import { readSetting } from '../../../kernel/settings.ts';
import { addDays, dateIn, startOfDay, yearOf } from '../../../kernel/values/dates.ts';
import { Problem, assert } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import { issueInvoice } from '../../billing/index.ts';
import { configure, reserveStock } from '../../catalog/index.ts';
import type { ConfiguredPlan } from '../../catalog/index.ts';
import { findOrganization } from '../../organizations/index.ts';
import { addService } from '../../services/index.ts';
import { assessItems, linesNow } from '../assess-items.ts';
import { priceChanged, termsChanged } from '../contract.ts';
import type { AskedItem, PlacedOrder } from '../contract.ts';
import { lookupHash, orderNumber, securityCode } from '../domain/codes.ts';
import { orderPlaced } from '../events.ts';
import { received } from '../messages.ts';
import { lockOrder } from '../order.ts';
import { findTerms } from '../queries/terms.ts';
import { orderRules } from '../settings.ts';
import { tellOfOrder } from '../tell-of-order.ts';
import { activateServices } from './progress-order.ts';

export interface NewOrder {
  organization: Id<'organization'>;
  person: Id<'person'>;
  items: readonly AskedItem[];
  /** Minor units the buyer agreed to pay now, and the version of the terms the buyer accepted. */
  expectedTotal: number;
  termsVersion: number | null;
}

/**
 * Places an order: takes the stock, adds the services, issues the invoice; where nothing is due, the services begin at once. All of
 * it happens or none. Errors: those of `assessItems`, `out_of_stock`, `price_changed`, `terms_changed`.
 */
export async function placeOrder(tx: Tx, input: NewOrder): Promise<PlacedOrder> {
  const organization = await findOrganization(tx.db, input.organization);
  const currency = organization.currency as Currency;
  const terms = await findTerms(tx.db);
  if (input.termsVersion !== (terms?.version ?? null)) throw new Problem(termsChanged);
  const plans = await assessItems(tx.db, { id: input.organization, currency }, input.items, configure);
  const stock = await takeStock(tx, plans);

  const id = tx.newId<'order'>();
  const services: Id<'service'>[] = [];
  for (const plan of plans) services.push(await addServiceOf(tx, input.organization, id, plan));
  const { value: rules } = await readSetting(tx.db, orderRules);
  const today = dateIn(organization.timeZone, tx.now);
  const payBy = addDays(today, rules.unpaidDays);
  const lines = plans.flatMap((plan, index) => linesNow(plan, services[index]!));
  const invoice =
    lines.length === 0
      ? null
      : await issueInvoice(tx, {
          organization: input.organization,
          kind: 'order',
          orderId: id,
          lines,
          currency,
          dueOn: payBy,
        });
  const total = invoice?.total ?? 0n;
  if (total !== BigInt(input.expectedTotal)) {
    throw new Problem(priceChanged, { facts: { total: Number(total), currency } });
  }

  const code = securityCode(randomBytes(8));
  const number = await insertOrder(tx, code, yearOf(today), {
    organization_id: input.organization,
    id,
    status: invoice ? 'pending_payment' : 'paid',
    currency,
    total,
    invoice_id: invoice?.id ?? null,
    placed_by: input.person,
    placed_at: tx.now,
    terms_version: input.termsVersion,
    expires_at: invoice && startOfDay(addDays(payBy, 1), organization.timeZone),
  });
  const items = plans.map((plan, index) => itemRow(plan, services[index]!, stock[index]!));
  await tx.db
    .insertInto('orders.items')
    .values(
      items.map((item, index) => ({
        organization_id: input.organization,
        order_id: id,
        position: index + 1,
        ...item,
      })),
    )
    .execute();
  tx.emit(orderPlaced, {
    organizationId: input.organization,
    subject: { kind: 'order', id },
    data: {
      total: Number(total),
      currency,
      invoiceId: invoice?.id ?? null,
      serviceIds: services,
      termsVersion: input.termsVersion,
    },
  });
  const told = { id, organization: input.organization, number, placedBy: input.person };
  await tellOfOrder(tx, told, received, {
    code,
    total: Number(total),
    currency,
    payBy: invoice ? payBy : null,
  });
  if (!invoice) await activateServices(tx, await lockOrder(tx, input.organization, id));
  return { id, number, code, invoiceId: invoice?.id ?? null, total: { amount: Number(total), currency } };
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

function addServiceOf(tx: Tx, organization: Id<'organization'>, order: Id<'order'>, plan: ConfiguredPlan) {
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
    trialDays,
    taxable,
    provisioner,
    provisionerConfiguration: plan.provisionerConfiguration,
  });
}

function itemRow(plan: ConfiguredPlan, service: Id<'service'>, stockTaken: boolean) {
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
  return assert(false, 'one of twenty random numbers is free') as never;
}

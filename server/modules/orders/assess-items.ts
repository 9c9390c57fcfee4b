import { sql } from 'kysely';
import type { Db } from '../../kernel/db/types.ts';
import { addDays, addMonths, type CalendarDate } from '../../kernel/values/dates.ts';
import { Problem } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';
import type { NewLine } from '../billing/index.ts';
import { cycleMonths } from '../catalog/index.ts';
import type { AskedPlan, PricedPlan } from '../catalog/index.ts';
import { existingClientsOnly } from './contract.ts';
import type { AskedItem } from './contract.ts';
import { firstPeriod, setup } from './domain/wording.ts';

/**
 * What an organization would get for each item asked for, at the prices of this moment; `price` is how the catalog tells one. A product is tried out once: who had a trial of
 * it before pays from the beginning.
 * Errors: those of `price` with paths under `items.<index>`, `existing_clients_only`.
 */
export async function assessItems<Plan extends PricedPlan>(
  db: Db,
  organization: { id: Id<'organization'>; currency: Currency },
  items: readonly AskedItem[],
  price: (db: Db, asked: AskedPlan) => Promise<Plan>,
): Promise<Plan[]> {
  const plans: Plan[] = [];
  for (const [index, item] of items.entries()) {
    plans.push(await under(`items.${index}`, price(db, { ...item, currency: organization.currency })));
  }
  if (plans.some((plan) => plan.existingClientsOnly) && !(await isClient(db, organization.id))) {
    throw new Problem(existingClientsOnly);
  }
  const tried = await findTried(
    db,
    organization.id,
    plans.filter(({ trialDays }) => trialDays > 0),
  );
  return plans.map((plan) => (tried.has(plan.productId) ? { ...plan, trialDays: 0 } : plan));
}

async function under<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const fields = error.fields.map((field) => ({ ...field, path: `${path}.${field.path}` }));
    throw new Problem(error.kind, { fields, facts: error.facts });
  }
}

/** Somebody with a service that has begun and not ended. */
async function isClient(db: Db, organization: Id<'organization'>): Promise<boolean> {
  const row = await db
    .selectFrom('services.services')
    .select('id')
    .where('organization_id', '=', organization)
    .where('state', 'not in', ['pending', 'ended'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function findTried(
  db: Db,
  organization: Id<'organization'>,
  plans: readonly PricedPlan[],
): Promise<ReadonlySet<string>> {
  if (plans.length === 0) return new Set();
  const rows = await db
    .selectFrom('orders.items as i')
    .innerJoin('orders.orders as o', (join) =>
      join.onRef('o.organization_id', '=', 'i.organization_id').onRef('o.id', '=', 'i.order_id'),
    )
    .select('i.product_id')
    .distinct()
    .where('i.organization_id', '=', organization)
    .where('i.trial_days', '>', 0)
    .where('o.status', '<>', 'canceled')
    .where(sql<boolean>`i.product_id = any(${plans.map(({ productId }) => productId)}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.product_id));
}

/** What is due when it is ordered: set-up always, the first period unless it is tried out first. Nothing is no line. */
export function linesNow(plan: PricedPlan, service: Id<'service'> | null): NewLine[] {
  const { quantity, names, taxable, cycle } = plan;
  const line = (description: NewLine['description'], amount: bigint): NewLine[] =>
    amount === 0n
      ? []
      : [
          {
            serviceId: service,
            description,
            period: null,
            quantity,
            unitPrice: amount / BigInt(quantity),
            taxable,
          },
        ];
  return [
    ...(plan.trialDays > 0 ? [] : line(firstPeriod(names, cycle), plan.recurring)),
    ...line(setup(names), plan.setup),
  ];
}

/** When an item is paid for again if it begins `today`; null when never. */
export function nextPayment({ cycle, recurring, trialDays }: PricedPlan, today: CalendarDate) {
  if (cycle === 'one_time' || recurring === 0n) return null;
  return trialDays > 0 ? addDays(today, trialDays) : addMonths(today, cycleMonths[cycle]);
}

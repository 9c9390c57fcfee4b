import { sql } from 'kysely';
import type { Db } from '../../kernel/db/types.ts';
import { addDays, type CalendarDate } from '../../kernel/values/dates.ts';
import { Problem } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { perUnit, whyPart, withSteps } from '../billing/index.ts';
import type { NewLine } from '../billing/index.ts';
import type { AskedPlan, PricedPlan } from '../catalog/index.ts';
import { existingClientsOnly } from './contract.ts';
import type { AskedItem } from './contract.ts';
import type { PlanDiscounts } from '../promotions/index.ts';
import {
  anchorFor,
  billsPeriods,
  firstPaid,
  isPart,
  piecesOf,
  shareOf,
  shareOfParts,
} from '../services/index.ts';
import type { Piece } from '../services/index.ts';
import { firstPeriod, setup } from './domain/wording.ts';

/**
 * What an organization would get for each item asked for, at the prices of `at`; `price` is how the catalog tells one. A product
 * is tried out once: who had a trial of it before pays from the beginning, as do guests (`id` null), who could come again as another. So it is
 * with what a plan costs at first, but for guests, who pay for it: who had the product before pays its price.
 * Errors: those of `price` with paths under `items.<index>`, `existing_clients_only`.
 */
export async function assessItems<Plan extends PricedPlan>(
  db: Db,
  organization: { id: Id<'organization'> | null; currency: Currency; at: Date },
  items: readonly AskedItem[],
  price: (db: Db, asked: AskedPlan) => Promise<Plan>,
): Promise<Plan[]> {
  const plans: Plan[] = [];
  for (const [index, item] of items.entries()) {
    plans.push(
      await under(
        `items.${index}`,
        price(db, { ...item, currency: organization.currency, at: organization.at }),
      ),
    );
  }
  if (
    plans.some((plan) => plan.existingClientsOnly) &&
    !(organization.id && (await isClient(db, organization.id)))
  ) {
    throw new Problem(existingClientsOnly);
  }
  if (organization.id === null) return plans.map((plan) => ({ ...plan, trialDays: 0 }));
  const tried = await findTried(
    db,
    organization.id,
    plans.filter(({ trialDays }) => trialDays > 0),
  );
  const known = await findKnown(
    db,
    organization.id,
    plans.filter(({ introduction }) => introduction.length > 0),
  );
  return plans.map((plan) => ({
    ...plan,
    trialDays: tried.has(plan.productId) ? 0 : plan.trialDays,
    introduction: known.has(plan.productId) ? [] : plan.introduction,
  }));
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
export async function isClient(db: Db, organization: Id<'organization'>): Promise<boolean> {
  const row = await db
    .selectFrom('services.services')
    .select('id')
    .where('organization_id', '=', organization)
    .where('state', 'not in', ['pending', 'ended'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Of which of these products an organization has had a service that began. */
async function findKnown(
  db: Db,
  organization: Id<'organization'>,
  plans: readonly PricedPlan[],
): Promise<ReadonlySet<string>> {
  if (plans.length === 0) return new Set();
  const { rows } = await sql<{ product: string }>`
    select distinct p.product_id as product from services.services s join catalog.plans p on p.id = s.plan_id
    where s.organization_id = ${organization} and s.activated_at is not null
      and p.product_id = any (${plans.map(({ productId }) => productId)}::uuid[])`.execute(db);
  return new Set(rows.map(({ product }) => product));
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

/** Where a line of an order is: for which service, at whose prices, and the day it is ordered; null where that makes no difference. */
export interface Ordered {
  readonly service: Id<'service'> | null;
  readonly from: 'catalog' | 'quote';
  readonly on: CalendarDate | null;
}

/**
 * What is due when it is ordered: set-up always, the first period unless it is tried out first, or the part of one up to the day of the month
 * it is billed on. Nothing is no line.
 */
export function linesNow(plan: PricedPlan, off: PlanDiscounts, ordered: Ordered): NewLine[] {
  const { names, cycle, currency, choices } = plan;
  const first = withSteps(firstPeriod(names, cycle), choices, currency);
  const kind = cycle === 'one_time' ? 'one_time' : 'recurring';
  const pieces = piecesPaid(plan, ordered.on);
  const periods = pieces
    ? pieces.flatMap((piece) =>
        lineOf(plan, ordered, {
          description: isPart(piece) ? withSteps(names, choices, currency) : first,
          amount: shareOf(plan.recurring, piece),
          discounts: shareOfParts(off.recurring, piece),
          period: { from: piece.from, to: piece.to },
          why: { kind, ...whyPart(piece, plan.recurring, currency) },
        }),
      )
    : lineOf(plan, ordered, {
        description: first,
        amount: plan.recurring,
        discounts: off.recurring,
        why: { kind },
      });
  return [
    ...(plan.trialDays > 0 ? [] : periods),
    ...lineOf(plan, ordered, {
      description: setup(names),
      amount: plan.setup,
      discounts: off.setup,
      why: { kind: 'setup' },
    }),
  ];
}

function lineOf(
  { quantity, taxable, taxCategory, taxIncluded, priceVersion }: PricedPlan,
  { service, from }: Ordered,
  {
    description,
    amount,
    discounts,
    period = null,
    why,
  }: {
    description: NewLine['description'];
    amount: bigint;
    discounts: PlanDiscounts['setup'];
    period?: NewLine['period'];
    why: Omit<NonNullable<NewLine['why']>, 'price'>;
  },
): NewLine[] {
  if (amount === 0n) return [];
  const price = { from, version: String(priceVersion) };
  return [
    {
      serviceId: service,
      description,
      period,
      ...perUnit(amount, quantity),
      discount: discounts.reduce((sum, part) => sum + BigInt(part.amount), 0n),
      taxable,
      taxCategory,
      taxIncluded,
      why: { ...why, price, ...(discounts.length > 0 && { discounts }) },
    },
  ];
}

/** The days that are paid with an order, where its plan is billed on a day of the month; any other's begin when it is paid. */
function piecesPaid({ cycle, billDay }: PricedPlan, on: CalendarDate | null): Piece[] | null {
  const span = billDay && on && firstPaid(on, cycle, billDay);
  return span && piecesOf(span, cycle, anchorFor(on, cycle, billDay));
}

/** What of a sum for a whole period is paid with an order. */
export function paidNow(plan: PricedPlan, sum: bigint, on: CalendarDate): bigint {
  if (plan.trialDays > 0) return 0n;
  const pieces = piecesPaid(plan, on);
  return pieces ? pieces.reduce((total, piece) => total + shareOf(sum, piece), 0n) : sum;
}

/** What comes off what is paid with an order. */
export function takenOffNow(plan: PricedPlan, off: PlanDiscounts, on: CalendarDate): PlanDiscounts {
  if (plan.trialDays > 0) return { ...off, recurring: [] };
  const pieces = piecesPaid(plan, on);
  if (!pieces) return off;
  const shares = pieces.map((piece) => shareOfParts(off.recurring, piece));
  const recurring = off.recurring.map((part, nth) => ({
    ...part,
    amount: shares.reduce((sum, parts) => sum + parts[nth]!.amount, 0),
  }));
  return { ...off, recurring };
}

/** When an item is paid for again if it begins on the day it is ordered; null when never. */
export function nextPayment({ cycle, trialDays, billDay, ...terms }: PricedPlan, today: CalendarDate) {
  if (!billsPeriods(terms)) return null;
  const first = firstPaid(today, cycle, billDay);
  return first && trialDays > 0 ? addDays(today, trialDays) : (first?.to ?? null);
}

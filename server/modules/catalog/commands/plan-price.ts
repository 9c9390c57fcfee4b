import type { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { startOfDay } from '../../../kernel/values/dates.ts';
import { Problem, notFound } from '../../../kernel/values/errors.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { priceBegun, priceInThePast } from '../contract.ts';
import type { plannedPriceBody } from '../contract.ts';
import { priceVersionAdded, priceVersionWithdrawn } from '../events.ts';
import type { Cycle } from '../domain/cycles.ts';
import { withMeters } from './edit-meter.ts';
import { addVersion } from './set-prices.ts';

/**
 * Plans what new orders of a plan cost from the beginning of a day on, in the zone of who plans it. Returns the version. Errors:
 * `not_found`, `price_in_the_past`.
 */
export async function planPrice(
  tx: Tx,
  plan: Id<'plan'>,
  { from, ...price }: z.output<typeof plannedPriceBody>,
  zone: string,
): Promise<number> {
  const productId = await lockPlan(tx, plan);
  const startsAt = startOfDay(from, zone);
  if (startsAt <= tx.now) throw new Problem(priceInThePast);
  const [made] = await withMeters(tx, [price]);
  const version = await addVersion(tx, { plan_id: plan }, made!, startsAt);
  const { currency, cycle, recurring, setup } = price;
  tx.emit(priceVersionAdded, {
    organizationId: null,
    subject: { kind: 'plan', id: plan },
    data: { productId, currency, cycle, version, startsAt: startsAt.toISOString(), recurring, setup },
  });
  return version;
}

/**
 * A version that has not begun never does, and the one before it goes on; it stays in the history. Errors: `not_found`, `price_begun`.
 */
export async function withdrawPrice(
  tx: Tx,
  plan: Id<'plan'>,
  { currency, cycle, version }: { currency: string; cycle: Cycle; version: number },
): Promise<void> {
  const productId = await lockPlan(tx, plan);
  const ofPrice = () =>
    tx.db
      .updateTable('catalog.prices')
      .where('item_id', '=', plan)
      .where('currency', '=', currency)
      .where('cycle', '=', cycle);
  const found = await tx.db
    .selectFrom('catalog.prices')
    .select(['starts_at', 'ends_at'])
    .where('item_id', '=', plan)
    .where('currency', '=', currency)
    .where('cycle', '=', cycle)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!found) throw new Problem(notFound);
  const { starts_at: startsAt, ends_at: endsAt } = found;
  if (startsAt === null || startsAt <= tx.now) throw new Problem(priceBegun);
  await ofPrice().set({ ends_at: startsAt }).where('version', '=', version).execute();
  // The one before it, which ended where this one was to begin; one that was taken back itself has no time at all.
  await ofPrice()
    .set({ ends_at: endsAt })
    .where('version', '!=', version)
    .where('ends_at', '=', startsAt)
    .where((eb) => eb.or([eb('starts_at', 'is', null), eb('starts_at', '<', startsAt)]))
    .execute();
  tx.emit(priceVersionWithdrawn, {
    organizationId: null,
    subject: { kind: 'plan', id: plan },
    data: { productId, currency, cycle, version },
  });
}

async function lockPlan(tx: Tx, plan: Id<'plan'>): Promise<string> {
  const row = await tx.db
    .selectFrom('catalog.plans')
    .select('product_id')
    .where('id', '=', plan)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return row.product_id;
}

import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Cycle } from '../domain/cycles.ts';
import type { MeteredCharge } from '../domain/metered.ts';
import type { Tiers } from '../domain/tiers.ts';

/** A version of a plan's price: of one unit, minor units; `tiers` where the recurring part depends on how many there are. */
export interface KnownPrice {
  planId: Id<'plan'>;
  currency: string;
  cycle: Cycle;
  version: number;
  recurring: bigint;
  setup: bigint;
  tiers: Tiers | null;
  /** What use costs on top, of one unit. */
  charges: readonly MeteredCharge[];
  /** Null: before versions were kept. */
  startsAt: Date | null;
  /** Null: no end is known. One that ends where it begins was taken back. */
  endsAt: Date | null;
  addedBy: string | null;
}

/** Every version of the prices of plans, the latest first. */
export async function findPriceVersions(db: Db, plans: readonly string[]): Promise<KnownPrice[]> {
  if (plans.length === 0) return [];
  const rows = await db
    .selectFrom('catalog.prices as x')
    .leftJoin('identity.people as p', 'p.id', 'x.added_by')
    .select([
      'x.plan_id',
      'x.currency',
      'x.cycle',
      'x.version',
      'x.recurring',
      'x.setup',
      'x.tiers',
      'x.charges',
    ])
    .select(['x.starts_at', 'x.ends_at', 'p.name'])
    .where('x.plan_id', 'in', plans)
    .orderBy('x.currency')
    .orderBy('x.cycle')
    .orderBy('x.version', 'desc')
    .execute();
  return rows.map((row) => ({
    planId: row.plan_id as Id<'plan'>,
    currency: row.currency,
    cycle: row.cycle as Cycle,
    version: row.version,
    recurring: row.recurring,
    setup: row.setup,
    tiers: row.tiers as Tiers | null,
    charges: (row.charges ?? []) as unknown as MeteredCharge[],
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    addedBy: row.name,
  }));
}

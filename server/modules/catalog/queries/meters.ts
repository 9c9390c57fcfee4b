import { sql } from 'kysely';
import type { Db } from '../../../kernel/db/types.ts';
import type { Aggregation, Meter, QuantityRounding } from '../domain/metered.ts';
import type { MeterShape } from '../meter-contract.ts';
import { inForce } from './in-force.ts';

/** Every meter, also those not in use any more. A business has a few dozen. */
export async function findMeters(db: Db): Promise<(Meter & { archivedAt: Date | null })[]> {
  const rows = await db.selectFrom('catalog.meters').selectAll().orderBy('code').execute();
  return rows.map(({ archived_at, aggregation, rounding, ...row }) => ({
    id: row.id,
    code: row.code,
    name: row.name as Meter['name'],
    unit: row.unit as Meter['unit'],
    aggregation: aggregation as Aggregation,
    decimals: row.decimals,
    rounding: rounding as QuantityRounding,
    archivedAt: archived_at,
  }));
}

/** The same for staff, with how many plans are sold by each; those not in use any more last. */
export async function listMeters(db: Db, at: Date): Promise<{ items: MeterShape[] }> {
  const [meters, { rows }] = await Promise.all([
    findMeters(db),
    sql<{ id: string; version: number; plans: number }>`
      select m.id, m.version, (
        select count(distinct x.plan_id)::integer from catalog.prices x
        where ${inForce('x', at)} and x.charges @> jsonb_build_array(jsonb_build_object('meter', jsonb_build_object('id', m.id)))) as plans
      from catalog.meters m`.execute(db),
  ]);
  const more = new Map(rows.map((row) => [row.id, row]));
  const items = meters.map(({ archivedAt, ...meter }) => {
    const { version, plans } = more.get(meter.id)!;
    return { ...meter, version, plans, archivedAt: archivedAt?.toISOString() ?? null };
  });
  return { items: items.toSorted((a, b) => Number(!!a.archivedAt) - Number(!!b.archivedAt)) };
}

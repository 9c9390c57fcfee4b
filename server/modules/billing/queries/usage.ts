import type { Db } from '../../../kernel/db/types.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { fromPlaces } from '../../catalog/index.ts';
import type { MeteredCharge } from '../../catalog/index.ts';
import { findService } from '../../services/index.ts';
import { findCurrent, findDays } from '../../usage/index.ts';
import type { RatedCharge } from '../domain/charges/usage.ts';
import type { ServiceUsage } from '../next-contract.ts';
import { rateWindow } from '../usage-lines.ts';

/**
 * What a service has used in the running period and what that comes to, by the function that makes its invoice; where its terms changed in
 * between, their days together. Errors: `not_found`.
 */
export async function showUsage(
  db: Db,
  organization: Id<'organization'>,
  id: Id<'service'>,
  now: Date,
): Promise<ServiceUsage> {
  const service = await findService(db, organization, id);
  const windows = await findCurrent(db, service, now);
  if (windows.length === 0) return { period: null, meters: [], total: null };
  const period = { from: windows[0]!.from, to: windows.at(-1)!.to };
  const rated = windows.map(rateWindow);
  const charges = new Map<string, MeteredCharge>();
  for (const { charge } of rated.flat()) charges.set(charge.meter.id, charge);
  const days = await findDays(
    db,
    { organization, service: id },
    period,
    [...charges.values()].map(({ meter }) => meter),
  );
  const money = (amount: bigint) => ({ amount: Number(amount), currency: service.currency });
  const meters = [...charges.values()].map(({ meter, included }) => {
    const parts = rated.flat().filter(({ charge }) => charge.meter.id === meter.id);
    return {
      code: meter.code,
      name: meter.name,
      unit: meter.unit,
      aggregation: meter.aggregation,
      quantity: fromPlaces(together(parts), meter.decimals),
      included,
      amount: money(parts.reduce((sum, { amount }) => sum + amount, 0n)),
      days: days.filter((one) => one.meter === meter.id).map(({ day, quantity }) => ({ day, quantity })),
    };
  });
  const total = rated.flat().reduce((sum, { amount }) => sum + amount, 0n);
  return { period, meters, total: money(total) };
}

/** Sums are added over parts of a period; of a largest or latest value, or different keys, the last part says how much. */
function together(parts: readonly RatedCharge[]): bigint {
  const summed = parts.every(({ charge }) => charge.meter.aggregation === 'sum');
  return summed ? parts.reduce((sum, { quantity }) => sum + quantity, 0n) : parts.at(-1)!.quantity;
}

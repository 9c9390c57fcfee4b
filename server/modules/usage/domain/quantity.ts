import { toPlaces } from '../../catalog/index.ts';
import type { Meter } from '../../catalog/index.ts';
import type { Measured } from '../queries/windows.ts';

/** What was used by a meter, in its places, rounded once; nothing where nothing was reported. */
export function quantityOf(
  { aggregation, decimals, rounding }: Pick<Meter, 'aggregation' | 'decimals' | 'rounding'>,
  measured: Measured | undefined,
): bigint {
  if (!measured) return 0n;
  const { total, peak, latest, distinct } = measured;
  const exact = { sum: total, max: peak, last: latest, unique: String(distinct) }[aggregation];
  return toPlaces(exact, decimals, rounding);
}

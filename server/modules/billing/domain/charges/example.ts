import { date } from '../../../../kernel/values/dates.ts';
import type { Currency } from '../../../../kernel/values/money.ts';
import { toPlaces } from '../../../catalog/index.ts';
import type { MeteredCharge } from '../../../catalog/index.ts';
import { rateUsage } from './usage.ts';

/** What a quantity reported at once in a whole period comes to: minor units. */
export function exampleOf(charge: MeteredCharge, quantity: string, currency: Currency): bigint {
  const [from, to] = [date('2026-01-01'), date('2026-02-01')];
  const days = { from, to, anchor: from, cycle: 'monthly' as const, currency, version: null };
  const { decimals, rounding } = charge.meter;
  const used = toPlaces(quantity, decimals, rounding);
  return rateUsage(days, [charge], () => ({ quantity: used, events: 1n }))[0]!.amount;
}

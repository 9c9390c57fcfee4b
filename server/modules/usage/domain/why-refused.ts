import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Aggregation } from '../../catalog/index.ts';
import type { Refusal } from '../contract.ts';
import { skewMinutes } from '../settings.ts';
import type { UsageRules } from '../settings-contract.ts';

/** What is known of the service an event is about. `billedTo`: the first day that is not billed yet. */
export interface Metered {
  readonly meters: readonly string[];
  readonly activatedAt: Date | null;
  readonly endedAt: Date | null;
  readonly billedTo: CalendarDate | null;
}

export interface Told {
  readonly meter: { readonly id: string; readonly aggregation: Aggregation } | undefined;
  readonly at: Date;
  /** Of `at` where the service is. */
  readonly day: CalendarDate;
  readonly key: string | undefined;
}

/** Why an event is not taken; null when it is. What is billed of a service that has ended has no next invoice to be corrected on. */
export function whyRefused(
  { meter, at, day, key }: Told,
  service: Metered | undefined,
  rules: UsageRules,
  now: Date,
): Refusal | null {
  if (!service) return 'unknown_service';
  if (!meter) return 'unknown_meter';
  if (!service.meters.includes(meter.id)) return 'not_metered';
  if (meter.aggregation === 'unique' && key === undefined) return 'key_missing';
  if (at.getTime() > now.getTime() + skewMinutes * 60_000) return 'in_future';
  if (at.getTime() < now.getTime() - rules.lateDays * 86_400_000) return 'too_late';
  const { activatedAt, endedAt, billedTo } = service;
  if (!activatedAt || at < activatedAt) return 'not_begun';
  if (endedAt && at > endedAt) return 'service_ended';
  const billed = billedTo !== null && day < billedTo;
  return billed && (endedAt || rules.afterBilling === 'refuse') ? 'period_billed' : null;
}

/** For people. */
export const refusalWords: Readonly<Record<Refusal, string>> = {
  unknown_service: 'There is no such service.',
  unknown_meter: 'There is no meter of this code.',
  not_metered: 'Nothing was agreed on this meter for the service.',
  not_begun: 'It happened before the service began.',
  service_ended: 'It happened after the service ended.',
  in_future: 'It happened later than now. Look at the clock of who sends it.',
  too_late: 'It is too old to be taken.',
  period_billed: 'Its day has been billed already.',
  key_missing: 'This meter counts different keys, and the event has none.',
  id_reused: 'This id was used for another event of the service.',
};

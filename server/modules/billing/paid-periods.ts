import type { CalendarDate } from '../../kernel/values/dates.ts';
import { discountsOn, paidTime, withoutPrepaid } from '../services/index.ts';
import type { PaidTime, Service } from '../services/index.ts';

/** A period and what was paid for the whole of it, in minor units. */
export type PaidPart = PaidTime & { readonly price: bigint };

type Of = Parameters<typeof paidTime>[0] &
  Pick<Service, 'planId' | 'recurring' | 'discounts' | 'coming' | 'pause' | 'state'>;

/** The periods from the one a day is in to the end of what is paid for, each at the price it was paid at. */
export function paidPeriods(service: Of, day: CalendarDate): PaidPart[] {
  const { planId, cycle, coming } = service;
  const discounts = withoutPrepaid(service.discounts);
  return paidTime(service, day).map((of) => {
    const recurring = coming && coming.on <= of.from ? coming.recurring : service.recurring;
    return { ...of, price: recurring - discountsOn({ planId, cycle, recurring }, discounts, of).whole };
  });
}

/** The day up to which time has passed for a service: while what is paid for stands still, that of its pause. */
export function passedUpTo({ state, pause }: Pick<Of, 'pause' | 'state'>, today: CalendarDate): CalendarDate {
  return state === 'paused' && pause?.unused === 'extend' ? pause.on : today;
}

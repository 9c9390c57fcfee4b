import type { Db } from '../../../kernel/db/types.ts';
import { meteredIn } from '../../catalog/index.ts';
import { todayOf } from '../../services/index.ts';
import type { Service } from '../../services/index.ts';
import { findOpenWindows } from './windows.ts';
import type { Window } from './windows.ts';

/** The days of the running period of a service that are not billed yet, whole and cut as they will be billed; none where nothing is metered. */
export async function findCurrent(
  db: Db,
  service: Pick<
    Service,
    'organization' | 'id' | 'choices' | 'nextPeriod' | 'state' | 'cancelOn' | 'timeZone' | 'period'
  >,
  now: Date,
): Promise<Window[]> {
  const { organization, id, nextPeriod, cancelOn, state } = service;
  if (meteredIn(service.choices).length === 0 || !nextPeriod || state === 'ended') return [];
  const today = todayOf(service, now);
  const until = today < nextPeriod.from ? nextPeriod.from : nextPeriod.to;
  const ends = cancelOn && cancelOn < until ? cancelOn : until;
  return findOpenWindows(db, { organization, service: id, until: ends });
}

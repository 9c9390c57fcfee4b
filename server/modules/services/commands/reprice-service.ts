import type { Tx } from '../../../kernel/db/tx.ts';
import type { ComingPrice } from '../domain/terms.ts';
import { priceAnnounced, priceBegan, priceWithdrawn } from '../events.ts';
import { lockService, refuse, todayOf, type Service, type ServiceKey } from '../service.ts';
import { emitAbout, writeService } from './write-service.ts';

/**
 * Agrees on another price from the first day of a period that is not invoiced yet: that period is invoiced at it, and the service costs it
 * from that day on. What was agreed for later before this goes first. Not for the portal's scope. Errors: `wrong_state` with
 * `already_invoiced`, `change_scheduled`, `change_under_way`, or how it ended.
 */
export async function agreePrice(
  tx: Tx,
  { organization, service: id, coming }: ServiceKey & { coming: ComingPrice },
): Promise<void> {
  const service = await lockService(tx, organization, id);
  const no = whyNotRepriced(service, coming.on, tx.now);
  if (no) refuse(no);
  await writeService(tx, service, {
    coming_on: coming.on,
    coming_recurring: coming.recurring,
    coming_version: coming.version,
    coming_choices: JSON.stringify(coming.choices),
    coming_move: coming.move,
  });
  emitAbout(tx, service, priceAnnounced, {
    on: coming.on,
    before: Number(service.recurring),
    after: Number(coming.recurring),
    currency: service.currency,
    version: coming.version,
    moveId: coming.move,
  });
}

/** Why the price of a service does not change from a day on; null when it can. */
export function whyNotRepriced(
  { state, cycle, nextTerms, changingUntil, period, termEndsOn }: Service,
  on: ComingPrice['on'],
  now: Date,
):
  | 'ended'
  | 'not_active_yet'
  | 'paused'
  | 'paid_once'
  | 'change_scheduled'
  | 'change_under_way'
  | 'already_invoiced'
  | 'in_term'
  | null {
  if (state === 'ended') return 'ended';
  if (state === 'pending') return 'not_active_yet';
  if (state === 'paused') return 'paused';
  if (cycle === 'one_time') return 'paid_once';
  if (nextTerms) return 'change_scheduled';
  if (changingUntil && changingUntil > now) return 'change_under_way';
  if (period && period.to > on) return 'already_invoiced';
  return termEndsOn && on < termEndsOn ? 'in_term' : null;
}

/**
 * The service keeps its price. Does nothing when that was not announced by `move`, or not any more. Errors: `wrong_state` with
 * `already_invoiced` when the first period at the new price is invoiced.
 */
export async function withdrawPrice(
  tx: Tx,
  { organization, service: id, move }: ServiceKey & { move: string },
): Promise<void> {
  const service = await lockService(tx, organization, id);
  const { coming } = service;
  if (coming?.move !== move) return;
  if (service.period && service.period.to > coming.on) refuse('already_invoiced');
  await writeService(tx, service, noneComing);
  emitAbout(tx, service, priceWithdrawn, { on: coming.on, moveId: move });
}

/** The day has come from which another price holds. Does nothing before it. */
export async function beginPrice(tx: Tx, { organization, service: id }: ServiceKey): Promise<void> {
  const service = await lockService(tx, organization, id);
  const { coming } = service;
  if (!coming || coming.on > todayOf(service, tx.now) || service.state === 'paused') return;
  await writeService(tx, service, {
    recurring: coming.recurring,
    price_version: coming.version,
    choices: JSON.stringify(coming.choices),
    ...noneComing,
  });
  emitAbout(tx, service, priceBegan, {
    before: Number(service.recurring),
    after: Number(coming.recurring),
    currency: service.currency,
    version: coming.version,
    moveId: coming.move,
  });
}

export const noneComing = {
  coming_on: null,
  coming_recurring: null,
  coming_version: null,
  coming_choices: null,
  coming_move: null,
};

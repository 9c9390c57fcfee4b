import type { Db } from '../../kernel/db/types.ts';
import { addMonths, daysBetween } from '../../kernel/values/dates.ts';
import type { CalendarDate } from '../../kernel/values/dates.ts';
import type { Ability } from '../../kernel/values/state-machine.ts';
import type { PausePolicy } from '../catalog/index.ts';
import { serviceAbilities, stopsOn, todayOf } from '../services/index.ts';
import type { Service } from '../services/index.ts';
import type { Actor } from './quote.ts';

/** Whether a service may be paused now, and if not, why. What its product says of length and number binds clients; staff may agree on more. */
export function mayPause(
  service: Service,
  { policy, left, actor, now }: { policy: PausePolicy; left: number | null; actor: Actor; now: Date },
): Ability {
  if (!isOffered(policy, actor)) return { no: 'pause_not_offered' };
  if (service.cycle === 'one_time') return { no: 'paid_once' };
  const { pause } = serviceAbilities(actor, service);
  if (pause !== true) return pause;
  if (service.pause) return { no: 'pause_planned' };
  if (service.nextTerms) return { no: 'change_scheduled' };
  if (service.changingUntil && service.changingUntil > now) return { no: 'change_under_way' };
  if (service.term?.leaves || (service.paidThrough && stopsOn(service, service.paidThrough)))
    return { no: 'ends_with_term' };
  const today = todayOf(service, now);
  if (owesForNow(service, today)) return { no: 'unpaid_invoice' };
  if (isBilledLate(service, today)) return { no: 'not_billed_yet' };
  return actor === 'client' && left === 0 ? { no: 'too_many_pauses' } : true;
}

export function isOffered({ who }: PausePolicy, actor: Actor): boolean {
  return who === 'clients' || (who === 'staff' && actor === 'staff');
}

/** The running period is invoiced and not paid: it was used in part, so it has to be settled first. One that passed for nothing is not. */
function owesForNow({ period, paidThrough, hasUnpaidInvoice }: Service, today: CalendarDate): boolean {
  const unpaid = period !== null && paidThrough !== null && period.to > paidThrough;
  return unpaid && hasUnpaidInvoice && period.from <= today;
}

/** Days have passed that the run has not billed yet, or that are held back until somebody has looked at them. */
function isBilledLate({ nextInvoiceOn, paidThrough, period }: Service, today: CalendarDate): boolean {
  if (!nextInvoiceOn || !period || !paidThrough) return false;
  return nextInvoiceOn <= today && period.to < today && paidThrough < today;
}

/** Why a day to go on does not do; null where it does. */
export function whyNotThen(
  resumeOn: CalendarDate | null,
  {
    beginsOn,
    today,
    policy,
    actor,
  }: { beginsOn: CalendarDate; today: CalendarDate; policy: PausePolicy; actor: Actor },
): 'resume_too_early' | 'resume_day_needed' | 'pause_too_long' | null {
  const longest = actor === 'client' ? policy.longestDays : null;
  if (resumeOn === null) return longest === null ? null : 'resume_day_needed';
  if (resumeOn <= beginsOn || resumeOn <= today) return 'resume_too_early';
  return longest !== null && daysBetween(beginsOn, resumeOn) > longest ? 'pause_too_long' : null;
}

/** How often a service may still be paused within twelve months; null: as often as one likes. One that ended on its first day costs nobody anything. */
export async function pausesLeft(
  db: Db,
  service: Service,
  { perYear }: PausePolicy,
  today: CalendarDate,
): Promise<number | null> {
  if (perYear === null) return null;
  const { count } = await db
    .selectFrom('services.pauses')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organization_id', '=', service.organization)
    .where('service_id', '=', service.id)
    .where('began_at', 'is not', null)
    .where('begins_on', '>', addMonths(today, -12))
    .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '<>', eb.ref('begins_on'))]))
    .executeTakeFirstOrThrow();
  return Math.max(0, perYear - Number(count));
}

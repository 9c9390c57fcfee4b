import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { CancelReason } from '../domain/cancel-reasons.ts';
import { stopsOn, whyNotEarly, whyNotWithTerm } from '../domain/fixed-term.ts';
import { serviceAbilities, type ServiceState } from '../domain/service-states.ts';
import { billsPeriods, nextInvoiceDay, periodUntil, type Period } from '../domain/terms.ts';
import { serviceCancelScheduled, serviceCancelWithdrawn, serviceCanceled } from '../events.ts';
import { isOverdue, unpaidInvoices } from '../invoices.ts';
import { lastPeriod, lockService, refuse, todayOf, type Service, type ServiceKey } from '../service.ts';
import { serviceRules } from '../settings.ts';
import { leaveWithTerm, stayAfterTerm, termOver } from './end-with-term.ts';
import { closePause, nonePaused } from './resume-service.ts';
import { emitAbout, writeService } from './write-service.ts';

interface Leaving {
  reason: CancelReason;
  /** In the client's own words. */
  note?: string;
}

/**
 * Cancels at once, or at the end of the time that is paid for; where no such time is left the two are the same. Errors: `wrong_state`
 * when it has ended, or when its end is set and `when` is not `now`; before the end of a fixed term with `in_term` or `leaving_costs`.
 */
export async function cancelService(
  tx: Tx,
  {
    organization,
    service: id,
    when,
    reason,
    note = '',
    staff = false,
  }: ServiceKey & Leaving & { when: 'now' | 'period_end' | 'term_end'; staff?: boolean },
): Promise<void> {
  const service = await lockService(tx, organization, id);
  const today = todayOf(service, tx.now);
  const paid = paidUntil(service, tx.now);
  const withTerm = when === 'term_end' && paid !== service.termEndsOn;
  if (withTerm) return leaveWithTerm(tx, service, { reason, note });
  if (when === 'term_end') {
    const no = whyNotWithTerm(service, today);
    if (no) refuse(no);
  }
  if (when === 'period_end' && service.state === 'paused') refuse('paused');
  const on = when === 'now' ? null : paid;
  const early = whyNotEarly(service, { on: on ?? today, today, staff });
  if (early) refuse(early);
  if (on === null) return end(tx, service, { reason, note });
  const { cancel } = serviceAbilities('client', service);
  if (cancel !== true) refuse(cancel.no);
  const kept = periodKept(service, on);
  await writeService(tx, service, {
    state: 'cancel_scheduled',
    cancel_on: on,
    cancel_reason: reason,
    cancel_note: note,
    next_invoice_on: null,
    period_from: kept?.from ?? null,
    period_to: kept?.to ?? null,
    ...nothingNext,
    ...nonePaused,
  });
  await closePause(tx, service, null);
  const invoiceIds = await unpaidInvoices(tx, service);
  emitAbout(tx, service, serviceCancelScheduled, { on, reason, invoiceIds });
}

/** Who leaves has no use for a change that was going to come. */
const nothingNext = { next_on: null, next_terms: null, next_configuration: null };

/** The first day that is not paid for any more, when that is still to come. */
export function paidUntil(
  service: Pick<Service, 'state' | 'paidThrough' | 'timeZone'>,
  now: Date,
): CalendarDate | null {
  const { state, paidThrough } = service;
  const runs = state !== 'pending' && state !== 'paused' && state !== 'ended';
  return runs && paidThrough && paidThrough > todayOf(service, now) ? paidThrough : null;
}

/** A period that was invoiced but is not wanted any more counts as not invoiced: should the client stay, it is invoiced again. */
export function periodKept(
  { period, trialEndsOn, cycle, anchorOn }: Service,
  until: CalendarDate,
): Period | null {
  if (!period || period.from < until || cycle === 'one_time') return period;
  return until === trialEndsOn ? null : periodUntil(until, cycle, anchorOn!);
}

/** Takes a scheduled cancellation back. Errors: `wrong_state`. */
export async function keepService(tx: Tx, { organization, service: id }: ServiceKey): Promise<void> {
  const service = await lockService(tx, organization, id);
  if (service.state !== 'cancel_scheduled' && service.state !== 'ended' && service.term?.leaves)
    return stayAfterTerm(tx, service);
  const { keep } = serviceAbilities('client', service);
  if (keep !== true) refuse(keep.no);
  const { value: rules } = await readSetting(tx.db, serviceRules);
  const last = lastPeriod(service);
  await writeService(tx, service, {
    state: await stateKept(tx, service),
    cancel_on: null,
    cancel_reason: null,
    cancel_note: '',
    next_invoice_on:
      last && billsPeriods(service) && !stopsOn(service, last.to)
        ? nextInvoiceDay(last, service, rules.renewalLeadDays)
        : null,
  });
  emitAbout(tx, service, serviceCancelWithdrawn, {});
}

/** What it would be if nobody had canceled. */
async function stateKept(tx: Tx, service: Service): Promise<ServiceState> {
  if (await isOverdue(tx.db, service)) return 'past_due';
  return service.period === null && service.trialEndsOn ? 'trialing' : 'active';
}

/** Ends a service at once. Errors: `wrong_state` when it has ended. */
export async function endService(
  tx: Tx,
  { organization, service, ...leaving }: ServiceKey & Leaving,
): Promise<void> {
  await end(tx, await lockService(tx, organization, service), leaving);
}

/** For a service the transaction has locked. */
export async function end(tx: Tx, service: Service, { reason, note = '' }: Leaving): Promise<void> {
  if (service.state === 'ended') refuse('ended');
  await writeService(tx, service, {
    state: 'ended',
    ended_at: tx.now,
    next_invoice_on: null,
    cancel_reason: reason,
    ...termOver,
    ...nothingNext,
    ...nonePaused,
    ...(note === '' ? {} : { cancel_note: note }),
  });
  await closePause(tx, service, service.state === 'paused' ? todayOf(service, tx.now) : null);
  const invoiceIds = await unpaidInvoices(tx, service);
  const { planId, quantity } = service;
  emitAbout(tx, service, serviceCanceled, { reason, planId, quantity, invoiceIds });
}

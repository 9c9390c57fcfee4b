import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import {
  afterTerm,
  beginTerm,
  periodEndFrom,
  sayBy,
  stopsOn,
  tellDay,
  whyNotWithTerm,
} from '../domain/fixed-term.ts';
import type { CancelReason } from '../domain/cancel-reasons.ts';
import { billsPeriods, nextInvoiceDay } from '../domain/terms.ts';
import type { Period } from '../domain/terms.ts';
import {
  serviceCancelWithdrawn,
  serviceTermEnding,
  serviceTermLeft,
  serviceTermOver,
  serviceTermRenewed,
} from '../events.ts';
import { lastPeriod, lockService, refuse, todayOf } from '../service.ts';
import type { Service, ServiceKey } from '../service.ts';
import { serviceRules } from '../settings.ts';
import { emitAbout, writeService } from './write-service.ts';

/**
 * It ends with its term and is billed until then. For a service the transaction has locked and that is not paid for up to that day; one
 * that is ends like any other. Errors: `wrong_state` with the reason.
 */
export async function leaveWithTerm(
  tx: Tx,
  service: Service,
  { reason, note = '' }: { reason: CancelReason; note?: string },
): Promise<void> {
  const no = whyNotWithTerm(service, todayOf(service, tx.now));
  if (no) refuse(no);
  const { term, termEndsOn, period } = service;
  // The time after it is invoiced and so is time before it: what is owed comes first.
  if (period && period.to > termEndsOn!) refuse('unpaid_invoice');
  await writeService(tx, service, {
    term: JSON.stringify({ ...term!, leaves: true }),
    cancel_reason: reason,
    cancel_note: note,
    ...(period && period.to >= termEndsOn! ? { next_invoice_on: null } : {}),
  });
  emitAbout(tx, service, serviceTermLeft, { on: termEndsOn!, reason });
}

/** Takes that back: what was agreed to follow the term follows it. For a service the transaction has locked. */
export async function stayAfterTerm(tx: Tx, service: Service): Promise<void> {
  const { value: rules } = await readSetting(tx.db, serviceRules);
  const last = lastPeriod(service);
  await writeService(tx, service, {
    term: JSON.stringify({ ...service.term!, leaves: false }),
    cancel_reason: null,
    cancel_note: '',
    next_invoice_on:
      last && billsPeriods(service) ? nextInvoiceDay(last, service, rules.renewalLeadDays) : null,
  });
  emitAbout(tx, service, serviceCancelWithdrawn, {});
}

/** Once, some days before its end, says that a term ends and what follows. */
export async function tellOfTerm(tx: Tx, { organization, service: id }: ServiceKey): Promise<void> {
  const service = await lockService(tx, organization, id);
  const { term, termEndsOn } = service;
  const told = await tx.db
    .selectFrom('services.services')
    .select('term_tell_on')
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .executeTakeFirst();
  const day = told?.term_tell_on;
  if (!day || day > todayOf(service, tx.now) || service.state === 'paused') return;
  await writeService(tx, service, { term_tell_on: null });
  if (!term || !termEndsOn || service.state === 'ended' || service.state === 'cancel_scheduled') return;
  const follows = term.leaves ? 'ends' : term.follows;
  emitAbout(tx, service, serviceTermEnding, {
    on: termEndsOn,
    follows,
    months: term.months,
    sayBy: follows === 'renews' ? sayBy(service) : null,
  });
}

/** What follows a term whose last day has passed; `end` ends the service. Does nothing before it. */
export async function closeTerm(
  tx: Tx,
  key: ServiceKey,
  end: (tx: Tx, service: Service) => Promise<void>,
): Promise<void> {
  const service = await lockService(tx, key.organization, key.service);
  const { term, termEndsOn, state } = service;
  // While it is paused its term stands still.
  if (state === 'ended' || state === 'paused') return;
  if (!term || !termEndsOn || termEndsOn > todayOf(service, tx.now)) return;
  // Its end is chosen already.
  if (state === 'cancel_scheduled') return writeService(tx, service, termOver);
  if (stopsOn(service, termEndsOn)) return end(tx, service);
  const { term: next, termEndsOn: endsOn } = afterTerm(service);
  if (!next || !endsOn) {
    await writeService(tx, service, { ...termOver, ...(!next && { term: null }) });
    return next ? undefined : emitAbout(tx, service, serviceTermOver, { on: termEndsOn });
  }
  await writeService(tx, service, {
    term: JSON.stringify(next),
    term_ends_on: endsOn,
    term_tell_on: tellDay(next, endsOn),
  });
  emitAbout(tx, service, serviceTermRenewed, { on: termEndsOn, until: endsOn });
}

/** The columns of a service whose term binds nobody any more. */
export const termOver = { term_ends_on: null, term_tell_on: null };

/** The columns of a term that begins. */
export function termBegun(
  term: NonNullable<Service['term']>,
  about: Parameters<typeof beginTerm>[1],
): { term: string; term_ends_on: CalendarDate; term_tell_on: CalendarDate } {
  const { term: begun, endsOn, tellOn } = beginTerm(term, about);
  return { term: JSON.stringify(begun), term_ends_on: endsOn, term_tell_on: tellOn };
}

/**
 * Where the periods of a service are cut anew, its term goes on as it was agreed and ends with the period in which that day falls. `from` is
 * the end of a period as they are cut from now on.
 */
export function termRecut(
  { term, termEndsOn }: Pick<Service, 'term' | 'termEndsOn'>,
  about: { from: Period['to']; cycle: Service['cycle']; anchor: Period['to'] },
): { term_ends_on?: Period['to'] } {
  return term?.until && termEndsOn ? { term_ends_on: periodEndFrom(term.until, about) } : {};
}

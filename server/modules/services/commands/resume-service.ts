import type { Tx } from '../../../kernel/db/tx.ts';
import { readSetting } from '../../../kernel/settings.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { stopsOn } from '../domain/fixed-term.ts';
import { goesOn, pauseTellDay } from '../domain/pause.ts';
import { billsPeriods, nextInvoiceDay } from '../domain/terms.ts';
import { pauseEnding, pauseMoved, pauseOver, pauseWithdrawn } from '../events.ts';
import { isOverdue } from '../invoices.ts';
import { lastPeriod, lockService, refuse, todayOf } from '../service.ts';
import type { Service, ServiceKey } from '../service.ts';
import { serviceRules } from '../settings.ts';
import { agreeOnUse } from './agree-on-use.ts';
import { emitAbout, writeService } from './write-service.ts';

/**
 * A paused service goes on today: with the paid time that stood still, or with a new period. Returns from when until when it stood still; null
 * where it did not. Not for the portal's scope. Errors: `wrong_state` with `not_paused`.
 */
export async function resumeService(
  tx: Tx,
  { organization, service: id }: ServiceKey,
): Promise<{ since: CalendarDate; on: CalendarDate } | null> {
  const service = await lockService(tx, organization, id);
  const { pause, state } = service;
  if (state !== 'paused' || !pause) refuse('not_paused');
  const on = todayOf(service, tx.now);
  const { value: rules } = await readSetting(tx.db, serviceRules);
  const next = goesOn(service, on, rules.renewalLeadDays);
  const { period, coming } = next;
  const over = period !== null && stopsOn(next, period.to);
  await writeService(tx, service, {
    state: (await isOverdue(tx.db, service)) ? 'past_due' : 'active',
    anchor_on: next.anchorOn,
    period_from: period?.from ?? null,
    period_to: period?.to ?? null,
    paid_through: next.paidThrough,
    next_invoice_on: over ? null : next.nextInvoiceOn,
    moved: JSON.stringify(next.moved),
    discounts: JSON.stringify(next.discounts),
    ...(next.term && { term: JSON.stringify(next.term), term_ends_on: next.termEndsOn }),
    ...(next.termTellOn !== undefined && { term_tell_on: next.termTellOn }),
    ...(coming && { coming_on: coming.on }),
    ...nonePaused,
  });
  const anchor = next.anchorOn ?? on;
  await agreeOnUse(tx, service, { ...service, from: on, anchor });
  await closePause(tx, service, on);
  emitAbout(tx, service, pauseOver, { since: pause.on, on, paidThrough: next.paidThrough });
  return pause.unused === 'extend' ? { since: pause.on, on } : null;
}

/** A pause that lies ahead does not happen. Errors: `wrong_state` with `no_pause_planned`. */
export async function withdrawPause(tx: Tx, { organization, service: id }: ServiceKey): Promise<void> {
  const service = await lockService(tx, organization, id);
  const { pause, state } = service;
  if (!pause || (state !== 'active' && state !== 'past_due')) refuse('no_pause_planned');
  const last = lastPeriod(service);
  const { value: rules } = await readSetting(tx.db, serviceRules);
  await writeService(tx, service, {
    next_invoice_on:
      last && billsPeriods(service) && !stopsOn(service, last.to)
        ? nextInvoiceDay(last, service, rules.renewalLeadDays)
        : null,
    ...nonePaused,
  });
  await closePause(tx, service, null);
  emitAbout(tx, service, pauseWithdrawn, { on: pause.on });
}

/** Another day on which a pause is over by itself. For a service the transaction has locked. */
export async function setResumeDay(tx: Tx, service: Service, resumeOn: CalendarDate | null): Promise<void> {
  const { on, resumeOn: before } = service.pause!;
  if (before === resumeOn) return;
  const today = todayOf(service, tx.now);
  await writeService(tx, service, {
    resume_on: resumeOn,
    pause_tell_on: pauseTellDay({ on: on > today ? on : today, resumeOn }),
  });
  await tx.db
    .updateTable('services.pauses')
    .set({ resume_on: resumeOn })
    .where('organization_id', '=', service.organization)
    .where('service_id', '=', service.id)
    .where('ended_at', 'is', null)
    .execute();
  emitAbout(tx, service, pauseMoved, { before, resumeOn });
}

/** Once, some days before, says that a pause is over by itself. */
export async function tellOfResumption(tx: Tx, { organization, service: id }: ServiceKey): Promise<void> {
  const service = await lockService(tx, organization, id);
  const { pause, state } = service;
  const on = pause?.resumeOn;
  const today = todayOf(service, tx.now);
  await writeService(tx, service, { pause_tell_on: null });
  if (state === 'paused' && on && on > today) emitAbout(tx, service, pauseEnding, { on });
}

/** What ends has no pause any more. For a service the transaction has locked. */
export async function closePause(tx: Tx, service: Service, on: CalendarDate | null): Promise<void> {
  if (!service.pause) return;
  await tx.db
    .updateTable('services.pauses')
    .set({ ended_on: on, ended_at: tx.now })
    .where('organization_id', '=', service.organization)
    .where('service_id', '=', service.id)
    .where('ended_at', 'is', null)
    .execute();
}

/** The columns of a service that is not paused, nor going to be. */
export const nonePaused = { pause_on: null, resume_on: null, pause_unused: null, pause_tell_on: null };

import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../kernel/db/tx.ts';
import { id } from '../../../kernel/http/shapes.ts';
import { defineJob } from '../../../kernel/jobs/define.ts';
import { addDays, instantAt, startOfDay } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import { lockService, suspendService } from '../../services/index.ts';
import type { Service } from '../../services/index.ts';
import { subject } from '../allocate.ts';
import { openStatuses } from '../domain/abilities.ts';
import { isDue, nextStep } from '../domain/dunning/next-step.ts';
import type { NextStep, StepDone } from '../domain/dunning/next-step.ts';
import { enforces, needsNotice, writes } from '../domain/dunning/plan.ts';
import type { DunningStep, PlannedStep } from '../domain/dunning/plan.ts';
import { rehearse } from '../domain/dunning/rehearse.ts';
import { collectionStates } from '../domain/invoice-states.ts';
import type { CollectionState } from '../domain/invoice-states.ts';
import { readDunning } from '../dunning-row.ts';
import type { Dunning } from '../dunning-row.ts';
import { enforcementHeld, invoiceOverdue, paymentRetryDue, reminderSent } from '../events.ts';
import { chargeLateFees } from './charge-late-fees.ts';
import { endForDebt } from './end-for-debt.ts';
import { breakPromise } from './promise-to-pay.ts';
import { about, lockInvoice, servicesOn } from '../invoice-row.ts';
import type { LockedInvoice } from '../invoice-row.ts';
import { tellOfStep } from '../tellings.ts';

/**
 * Does what is to be done now to get one invoice paid: marks it overdue, takes at most one step, and notes when to look again. Depends on
 * nothing but what it reads under the locks, so it may run late, twice or for an invoice that was paid meanwhile.
 */
export async function collect(
  tx: Tx,
  { organization, invoice: id }: { organization: Id<'organization'>; invoice: Id<'invoice'> },
): Promise<void> {
  const services = await lockServicesOf(tx, organization, id);
  const invoice = await lockInvoice(tx, organization, id);
  if (!(openStatuses as readonly string[]).includes(invoice.status) || invoice.number === null) return;
  const plans = services.map(({ planId }) => planId);
  const dunning = await readDunning(tx.db, invoice, plans, tx.now);
  const { facts } = dunning;
  const overdue = facts.today > invoice.dueOn;
  if (overdue && invoice.overdueSince === null) await markOverdue(tx, invoice);
  if (promiseOver(dunning) && invoice.status !== 'pending') await breakPromise(tx, invoice);
  // Nobody is chased for money that may have been sent already.
  const next = invoice.status === 'pending' ? null : nextStep(facts);
  const waits = next?.held === 'not_delivered' && next.on <= facts.today;
  if (overdue) await keep(tx, invoice, dunning, waits);
  if (waits && dunning.heldSince === null && needsNotice(next.step))
    tx.emit(enforcementHeld, {
      ...subject(invoice),
      data: { invoiceId: id, step: next.step.kind as 'late_fee' | 'suspend' | 'terminate' },
    });
  let done: readonly StepDone[] = facts.done;
  if (next && isDue(next, facts)) {
    await takeStep(tx, invoice, services, dunning, next.step);
    done = [...done, { kind: next.step.kind, days: next.step.days, on: facts.today }];
  }
  const now = { ...dunning, facts: { ...facts, done } };
  const fees = await goOnCharging(tx, invoice, now);
  await lookAgain(tx, invoice, now, invoice.status === 'pending' ? null : nextStep(now.facts), fees);
}

/** Once the timeline's step is taken, each further period costs a fee, in hours and while nothing holds. Says when the next begins. */
async function goOnCharging(tx: Tx, invoice: LockedInvoice, dunning: Dunning): Promise<CalendarDate | null> {
  const { done, time, plan, collection } = dunning.facts;
  const first = done.find(({ kind }) => kind === 'late_fee');
  const rests =
    dunning.promise !== null ||
    invoice.status === 'pending' ||
    collection === 'disputed' ||
    collection === 'collections';
  if (!first || rests || time < plan.hours.from || time >= plan.hours.until) return null;
  return chargeLateFees(tx, invoice, dunning, first.on);
}

/** The day of a promise has passed, and it is a time of day at which people may be written to. */
function promiseOver({ promise, facts: { today, time, plan } }: Dunning): boolean {
  return promise !== null && today > promise && time >= plan.hours.from && time < plan.hours.until;
}

async function takeStep(
  tx: Tx,
  invoice: LockedInvoice,
  services: readonly Service[],
  { facts }: Dunning,
  step: PlannedStep,
): Promise<void> {
  const { kind, days } = step;
  const running = services.filter(({ state }) => state !== 'pending' && state !== 'ended');
  let told: Id<'person'>[] = [];
  if (writes(step)) {
    const done = [...facts.done, { kind, days, on: facts.today }];
    const later = rehearse({ ...facts, done, noticedOn: facts.noticedOn ?? facts.today });
    const suspendOn = later.find((each) => each.step.kind === 'suspend')?.on ?? null;
    told = await tellOfStep(tx, invoice, step, running.length > 0 ? suspendOn : null);
  }
  await noteStep(tx, invoice, step, facts.today, told);
  // What it costs follows from the step having been taken.
  if (kind === 'late_fee') return;
  if (kind === 'retry')
    return tx.emit(paymentRetryDue, { ...subject(invoice), data: { ...about(invoice), days } });
  // Where nothing runs there is nothing to hold or end: the step is over, and nobody hears of it.
  if (enforces(step) && running.length === 0) return;
  tx.emit(reminderSent, { ...subject(invoice), data: { invoiceId: invoice.id, step: kind, days } });
  if (!enforces(step)) return;
  // Owners of services hear from the services what became of them.
  for (const one of running) {
    const { id: service } = one;
    const key = { organization: invoice.for, service, reason: 'non_payment' as const };
    if (kind === 'suspend') await suspendService(tx, key);
    else await endForDebt(tx, one);
  }
}

/** The longest that an open invoice is left alone. */
const lookAfterDays = 7;

/** Notes when the next step comes, or the invoice becomes overdue. */
async function lookAgain(
  tx: Tx,
  { organization, id, dueOn, status }: LockedInvoice,
  { facts: { today, plan }, promise, timeZone }: Dunning,
  next: NextStep | null,
  feesOn: CalendarDate | null,
): Promise<void> {
  const daysLater = (days: number) => new Date(tx.now.getTime() + days * 24 * 3_600_000);
  const times = [daysLater(status === 'pending' || next?.held ? 1 : lookAfterDays)];
  if (next && !next.held) times.push(instantAt(next.on, next.step.at, timeZone));
  if (promise !== null && promise >= today)
    times.push(instantAt(addDays(promise, 1), plan.hours.from, timeZone));
  if (feesOn !== null) times.push(instantAt(feesOn, plan.hours.from, timeZone));
  if (today <= dueOn) times.push(startOfDay(addDays(dueOn, 1), timeZone));
  await tx.db
    .updateTable('billing.invoices')
    .set({ collect_at: new Date(Math.min(...times.map((time) => time.getTime()))) })
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute();
}

/** From now on it follows this version of its timeline. */
async function keep(
  tx: Tx,
  { organization, id }: LockedInvoice,
  { timeline, heldSince, facts: { noticedOn } }: Dunning,
  waits: boolean,
): Promise<void> {
  const held = waits ? (heldSince ?? tx.now) : null;
  await tx.db
    .insertInto('billing.dunnings')
    .values({
      organization_id: organization,
      invoice_id: id,
      timeline_id: timeline.id,
      timeline_version: timeline.version,
      since: tx.now,
      noticed_on: noticedOn,
      held_since: held,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'invoice_id'])
        .doUpdateSet({ noticed_on: noticedOn, held_since: held }),
    )
    .execute();
}

/** Services before invoices: the order in which everybody locks. */
async function lockServicesOf(
  tx: Tx,
  organization: Id<'organization'>,
  id: Id<'invoice'>,
): Promise<Service[]> {
  const { rows } = await servicesOn(sql`${organization}`, sql`${id}`).execute(tx.db);
  const services: Service[] = [];
  for (const row of rows) services.push(await lockService(tx, row.for_organization_id, row.service_id));
  return services;
}

async function markOverdue(tx: Tx, invoice: LockedInvoice): Promise<void> {
  const { organization, id, dueOn } = invoice;
  await tx.db
    .updateTable('billing.invoices')
    .set((eb) => ({ overdue_since: addDays(dueOn, 1), version: eb('version', '+', 1) }))
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute();
  tx.emit(invoiceOverdue, { ...subject(invoice), data: { ...about(invoice), dueOn } });
}

async function noteStep(
  tx: Tx,
  invoice: LockedInvoice,
  { kind, days }: DunningStep,
  today: CalendarDate,
  told: readonly Id<'person'>[],
): Promise<void> {
  const { organization, id } = invoice;
  await tx.db
    .insertInto('billing.dunning_steps')
    .values({
      organization_id: organization,
      invoice_id: id,
      kind,
      days,
      done_on: today,
      done_at: tx.now,
      told: [...told],
    })
    .execute();
  const collection: CollectionState = kind === 'reminder' ? 'reminded' : 'in_dunning';
  if (collectionStates.canMove(invoice.collection, collection)) {
    await tx.db
      .updateTable('billing.invoices')
      .set({ collection })
      .where('organization_id', '=', organization)
      .where('id', '=', id)
      .execute();
  }
}

export const collectInvoice = defineJob({
  name: 'billing.collect-invoice',
  input: z.object({ organization: id('organization'), invoice: id('invoice') }),
  run: (ctx, key) => ctx.transact((tx) => collect(tx, key)),
});

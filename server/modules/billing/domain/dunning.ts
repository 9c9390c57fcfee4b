import { addDays, daysBetween, type CalendarDate } from '../../../kernel/values/dates.ts';
import { assert } from '../../../kernel/values/errors.ts';
import { isOpen, type SettlementState } from './invoice-states.ts';

/**
 * All in days from the due date, whole: before it (0 is the day itself) for reminders, after it (from 1) for
 * the others.
 */
export interface DunningSettings {
  readonly reminderDaysBefore: readonly number[];
  readonly noticeDaysAfter: readonly number[];
  readonly suspendAfterDays: number;
  /** More than `suspendAfterDays`; without it nothing is ended. */
  readonly terminateAfterDays?: number;
}

/** `days`: after the due date; for a reminder before it. */
export interface DunningStep {
  readonly kind: 'reminder' | 'notice' | 'suspend' | 'terminate';
  readonly days: number;
}

export interface DunningStepDone extends DunningStep {
  readonly on: CalendarDate;
}

export interface DunningFacts {
  readonly issuedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly today: CalendarDate;
  readonly settlement: SettlementState;
  readonly settings: DunningSettings;
  readonly done: readonly DunningStepDone[];
}

/**
 * What to do about an invoice today, or null. It depends on today's facts alone, so asking again, late or
 * after a pause is safe: nothing is done on an invoice that is settled; at most one step a day; overdue steps
 * come in the plan's order and none is left out, so that a notice always precedes suspension; and after a
 * late step the next keeps the distance the settings promise.
 * Reminders are the exception: one that was overtaken by the next, or by the due date, is pointless and left
 * out.
 */
export function nextDunningStep(facts: DunningFacts): DunningStep | null {
  const { dueOn, today, settlement, settings, done } = facts;
  if (!isOpen(settlement) || done.some(({ on }) => on >= today)) return null;
  return today <= dueOn ? reminderDue(facts) : overdueStepDue(dueOn, today, overduePlan(settings), done);
}

/**
 * The steps after the due date, in order. Where no notice is set before suspension, one is put the day before
 * it.
 */
export function overduePlan({
  noticeDaysAfter,
  suspendAfterDays,
  terminateAfterDays,
}: DunningSettings): DunningStep[] {
  assert(Math.min(suspendAfterDays, ...noticeDaysAfter) >= 1, 'overdue steps come after the due date');
  assert(
    terminateAfterDays === undefined || terminateAfterDays > suspendAfterDays,
    'suspension precedes termination',
  );
  const warned = noticeDaysAfter.some((days) => days <= suspendAfterDays);
  const notices = warned ? noticeDaysAfter : [Math.max(1, suspendAfterDays - 1), ...noticeDaysAfter];
  const steps: DunningStep[] = [...new Set(notices)].map((days) => ({ kind: 'notice', days }));
  steps.push({ kind: 'suspend', days: suspendAfterDays });
  if (terminateAfterDays !== undefined) steps.push({ kind: 'terminate', days: terminateAfterDays });
  // A stable sort: on the same day the notice stays before the suspension.
  return steps.sort((a, b) => a.days - b.days);
}

function reminderDue({ issuedOn, dueOn, today, settings, done }: DunningFacts): DunningStep | null {
  const daysLeft = daysBetween(today, dueOn);
  const reached = settings.reminderDaysBefore.filter((days) => days >= daysLeft);
  if (reached.length === 0) return null;
  const days = Math.min(...reached);
  const sent = done.some((step) => step.kind === 'reminder' && step.days <= days);
  // The invoice itself was the reminder where it was issued no earlier.
  return sent || addDays(dueOn, -days) <= issuedOn ? null : { kind: 'reminder', days };
}

function overdueStepDue(
  dueOn: CalendarDate,
  today: CalendarDate,
  plan: readonly DunningStep[],
  done: readonly DunningStepDone[],
): DunningStep | null {
  const step = plan.find((_, index) => !isOver(plan, index, done));
  if (!step) return null;
  const last = done.filter(({ kind }) => kind !== 'reminder').reduce<DunningStepDone | null>(later, null);
  const promised = last && addDays(last.on, Math.max(1, step.days - last.days));
  return addDays(dueOn, step.days) <= today && (promised === null || promised <= today) ? step : null;
}

/**
 * Done itself, or, after the settings changed, overtaken: by a later notice, or by a harder step that comes
 * after it in the plan.
 */
function isOver(plan: readonly DunningStep[], index: number, done: readonly DunningStepDone[]): boolean {
  const step = plan[index]!;
  const isDone = ({ kind, days }: DunningStep) =>
    done.some((other) => other.kind === kind && (kind !== 'notice' || other.days >= days));
  return isDone(step) || plan.slice(index + 1).some((after) => after.kind !== 'notice' && isDone(after));
}

function later(a: DunningStepDone | null, b: DunningStepDone): DunningStepDone {
  return a && a.on > b.on ? a : b;
}

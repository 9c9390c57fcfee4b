import { addDays } from '../../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../../kernel/values/dates.ts';
import { isOpen } from '../invoice-states.ts';
import type { CollectionState, SettlementState } from '../invoice-states.ts';
import { enforces, needsNotice, overdueSteps } from './plan.ts';
import type { DunningPlan, DunningStep, PlannedStep } from './plan.ts';
import { resumesOn } from './promise.ts';
import { nearestWorkingDay } from './working-days.ts';
import type { WorkingDays } from './working-days.ts';

export interface StepDone extends DunningStep {
  readonly on: CalendarDate;
}

/** All that decides about one invoice. Dates and `time` ('HH:MM') are those of the client's zone. */
export interface DunningFacts {
  readonly issuedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly today: CalendarDate;
  readonly time: string;
  readonly settlement: SettlementState;
  readonly collection: CollectionState;
  readonly plan: DunningPlan;
  readonly calendar: WorkingDays;
  readonly done: readonly StepDone[];
  /** The day of the first notice that reached somebody; null: none has. */
  readonly noticedOn: CalendarDate | null;
  /** The client has promised to pay by this day, and until then is left alone; on the day after it hears that it did not. */
  readonly promisedOn: CalendarDate | null;
}

/** `on` is the earliest day it may be done. `held`: it has to wait although its day has come. */
export interface NextStep {
  readonly step: PlannedStep;
  readonly on: CalendarDate;
  readonly held: 'not_delivered' | null;
}

/**
 * What comes next for an invoice, or null when nothing does. It depends on the facts alone, so asking again, late or after a pause is
 * safe, and what is paid in part changes nothing: at most one step a day; steps after the due date come in the plan's order and none
 * is left out; after a late step the next keeps the distance that the plan promises; nothing is held or ended before a notice that
 * reached somebody, on an earlier day; and a dispute, a promise or a debt given away hold everything.
 * Reminders are the exception: one that was overtaken by the next, or by the due date, is pointless and left out.
 */
export function nextStep(facts: DunningFacts): NextStep | null {
  const { settlement, collection, done, today, promisedOn } = facts;
  if (!isOpen(settlement) || collection === 'disputed' || collection === 'collections') return null;
  const days = [
    today,
    ...done.map(({ on }) => addDays(on, 1)),
    ...(promisedOn ? [resumesOn(promisedOn)] : []),
  ];
  const from = days.reduce((a, b) => (a > b ? a : b));
  return nextReminder(facts, from) ?? nextOverdueStep(facts, from);
}

/** Whether the next step is to be taken now. */
export function isDue({ step, on, held }: NextStep, { today, time }: DunningFacts): boolean {
  return held === null && on === today && time >= step.at;
}

function nextReminder(facts: DunningFacts, from: CalendarDate): NextStep | null {
  const { issuedOn, dueOn, plan, calendar, done } = facts;
  const sent = Math.min(...done.filter(({ kind }) => kind === 'reminder').map(({ days }) => days));
  const left = plan.steps
    .filter(({ kind, days }) => kind === 'reminder' && days < sent)
    .toSorted((a, b) => b.days - a.days)
    .flatMap((step) => {
      const planned = addDays(dueOn, -step.days);
      const day = step.workingDays ? nearestWorkingDay(planned, -1, calendar) : planned;
      // The invoice itself was the reminder where it was issued no earlier.
      if (day <= issuedOn) return [];
      const on = dayFor(step, day > from ? day : from, facts);
      return on <= dueOn ? [{ step, on, held: null }] : [];
    });
  // The first to come; of several on one day the one nearest to the due date.
  return left.reduce<NextStep | null>((first, each) => (first && first.on < each.on ? first : each), null);
}

function nextOverdueStep(facts: DunningFacts, from: CalendarDate): NextStep | null {
  const { dueOn, plan, done, noticedOn } = facts;
  const steps = overdueSteps(plan);
  const step = steps.find((_, index) => !isOver(steps, index, done));
  if (!step) return null;
  const last = done.filter(({ kind }) => kind !== 'reminder').reduce<StepDone | null>(later, null);
  const planned = addDays(dueOn, step.days);
  const promised = last ? addDays(last.on, Math.max(1, step.days - last.days)) : planned;
  const earliest = [from, planned, promised].reduce((a, b) => (a > b ? a : b));
  const on = dayFor(step, earliest, facts);
  const unheard = needsNotice(step) && (noticedOn === null || noticedOn >= on);
  return { step, on, held: unheard ? 'not_delivered' : null };
}

/** The first day from `earliest` on at which the step may be done: a working day where it asks for one, and today only until the quiet hours. */
function dayFor(
  step: PlannedStep,
  earliest: CalendarDate,
  { today, time, plan, calendar }: DunningFacts,
): CalendarDate {
  const working = (day: CalendarDate) => (step.workingDays ? nearestWorkingDay(day, 1, calendar) : day);
  const day = working(earliest);
  return day === today && time >= plan.hours.until ? working(addDays(day, 1)) : day;
}

/**
 * Done itself, or, after the plan changed, overtaken: by a later one of its kind, or by a harder step that comes after it in the
 * plan.
 */
function isOver(steps: readonly PlannedStep[], index: number, done: readonly StepDone[]): boolean {
  const isDone = (step: PlannedStep) =>
    done.some((other) => other.kind === step.kind && (enforces(step) || other.days >= step.days));
  return isDone(steps[index]!) || steps.slice(index + 1).some((after) => enforces(after) && isDone(after));
}

function later(a: StepDone | null, b: StepDone): StepDone {
  return a && a.on > b.on ? a : b;
}

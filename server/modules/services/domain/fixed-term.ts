import type { AgreedTerm } from '../../catalog/index.ts';
import { addDays, addMonths, dayOf } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import { divide } from '../../../kernel/values/money.ts';
import { firstWholeFrom, monthsOf, periodFrom } from './terms.ts';
import type { Cycle, Period } from './terms.ts';

type RecurringCycle = Exclude<Cycle, 'one_time'>;

/**
 * For how long a service is agreed on, kept as it was. `committed`: what was agreed for that time, in minor units for a period. `until`: the
 * first day after it, known once it has begun. `leaves`: its client does not go on afterwards.
 */
export interface FixedTerm extends AgreedTerm {
  readonly committed: { readonly recurring: number; readonly cycle: RecurringCycle };
  readonly until: CalendarDate | null;
  readonly leaves: boolean;
}

export interface InTerm {
  readonly term: FixedTerm | null;
  readonly termEndsOn: CalendarDate | null;
}

/** So many days before a decision is due its client hears of it. */
const daysToDecide = 14;

/** A term as it is agreed on with a service that costs so much. */
export function agreeTerm(
  term: AgreedTerm | null,
  { cycle, recurring }: { cycle: Cycle; recurring: bigint },
): FixedTerm | null {
  if (!term || cycle === 'one_time') return null;
  return { ...term, committed: { recurring: Number(recurring), cycle }, until: null, leaves: false };
}

/** The end of a period that is not before a day; `from` is the end of an earlier one. */
export function periodEndFrom(
  day: CalendarDate,
  { from, cycle, anchor }: { from: CalendarDate; cycle: Cycle; anchor: CalendarDate },
): CalendarDate {
  if (cycle === 'one_time') return day;
  let end = from;
  while (end < day) end = periodFrom(end, cycle, anchor)!.to;
  return end;
}

/** The term from a day on, and the day its client is told of its end. */
export function beginTerm(
  term: FixedTerm,
  { from, cycle, anchor }: { from: CalendarDate; cycle: Cycle; anchor: CalendarDate },
) {
  const until = addMonths(from, term.months, dayOf(anchor));
  const endsOn = periodEndFrom(until, { from, cycle, anchor });
  return { term: { ...term, until, leaves: false }, endsOn, tellOn: tellDay(term, endsOn) };
}

export function tellDay({ noticeDays }: Pick<FixedTerm, 'noticeDays'>, endsOn: CalendarDate): CalendarDate {
  return addDays(endsOn, -(noticeDays + daysToDecide));
}

/**
 * What binds once the end of a term has come and does not end the service: the same for as long again, at what it costs by then, or nothing.
 */
export function afterTerm({
  term,
  termEndsOn,
  period,
  anchorOn: anchor,
  cycle,
  recurring,
}: InTerm & {
  readonly period: { readonly to: CalendarDate } | null;
  readonly anchorOn: CalendarDate | null;
  readonly cycle: Cycle;
  readonly recurring: bigint;
}): InTerm {
  if (!term || !termEndsOn || term.follows === 'continues') return { term: null, termEndsOn: null };
  if (cycle === 'one_time' || !anchor) return { term, termEndsOn: null };
  const until = addMonths(term.until!, term.months, dayOf(term.until!));
  const from = period && period.to < termEndsOn ? period.to : termEndsOn;
  return {
    term: { ...term, until, committed: { recurring: Number(recurring), cycle } },
    termEndsOn: periodEndFrom(until, { from, cycle, anchor }),
  };
}

/**
 * The term after a change of plan: one that runs goes on as it was agreed and ends with a period as they are cut from then on; where none does,
 * that of the new plan begins with the running period, or with the first new one. Null: nothing changes.
 */
export function termAfterChange(
  service: InTerm & { readonly state: string; readonly period: Period | null },
  {
    term,
    cycle,
    recurring,
    begins,
    from,
    last,
    anchor,
  }: {
    readonly term?: AgreedTerm | null;
    readonly cycle: Cycle;
    readonly recurring: bigint;
    readonly begins: Period | null;
    readonly from?: CalendarDate | undefined;
    readonly last: Period | null;
    readonly anchor: CalendarDate | null;
  },
): { endsOn: CalendarDate } | ReturnType<typeof beginTerm> | null {
  if (!anchor) return null;
  const { term: held, termEndsOn, state } = service;
  // A term that is over by then is closed for itself, however long the first period afterwards is.
  if (held && termEndsOn && from && termEndsOn <= from) return null;
  if (held && (termEndsOn || state === 'pending')) {
    if (!held.until || !termEndsOn) return null;
    return { endsOn: periodEndFrom(held.until, { from: begins?.to ?? last?.to ?? anchor, cycle, anchor }) };
  }
  const agreed = agreeTerm(term ?? null, { cycle, recurring });
  const first = begins?.from ?? from ?? service.period?.from ?? anchor;
  return agreed && beginTerm(agreed, { from: firstWholeFrom(first, dayOf(anchor)), cycle, anchor });
}

/** The last day on which its client may say that it is not to go on; null where it does not renew. */
export function sayBy({ term, termEndsOn }: InTerm): CalendarDate | null {
  return term?.follows === 'renews' && termEndsOn ? addDays(termEndsOn, -term.noticeDays) : null;
}

/** Whether no period follows that would begin on a day: its term is over then, and it ends with it. */
export function stopsOn({ term, termEndsOn }: InTerm, day: CalendarDate): boolean {
  return (
    term !== null && termEndsOn !== null && day >= termEndsOn && (term.leaves || term.follows === 'ends')
  );
}

/** Whether it runs within a term on a day; a trial before it binds nobody. */
export function isBound(
  { term, termEndsOn, state }: InTerm & { state: string },
  today: CalendarDate,
): boolean {
  const begun = state !== 'pending' && state !== 'trialing' && state !== 'ended';
  // While it is paused its term stands still.
  return begun && term !== null && termEndsOn !== null && (state === 'paused' || today < termEndsOn);
}

/** Why its client cannot say that it ends with its term; null where they can. */
export function whyNotWithTerm(service: InTerm & { state: string }, today: CalendarDate) {
  const { term, state } = service;
  if (state === 'ended') return 'ended';
  if (!isBound(service, today)) return 'no_term';
  if (state === 'cancel_scheduled') return 'cancel_scheduled';
  if (term!.leaves || term!.follows === 'ends') return 'ends_with_term';
  const last = sayBy(service);
  return last !== null && today > last ? 'notice_passed' : null;
}

/** Why it cannot be left on a day without more; null where it can. `leaving_costs`: by the quote of what it costs. */
export function whyNotEarly(
  service: InTerm & { state: string },
  { on, today, staff }: { on: CalendarDate; today: CalendarDate; staff: boolean },
): 'in_term' | 'leaving_costs' | null {
  if (!isBound(service, today) || (on >= service.termEndsOn! && service.state !== 'paused')) return null;
  if (service.term!.early.kind !== 'not') return 'leaving_costs';
  return staff ? null : 'in_term';
}

/** What leaving costs, where so much of the term would still be asked for: rounded once, and never more than staying. */
export function leavingFee({ early }: Pick<FixedTerm, 'early'>, remains: bigint): bigint {
  if (early.kind === 'not' || remains <= 0n) return 0n;
  const fee =
    early.kind === 'fixed'
      ? BigInt(early.amount)
      : divide(remains * BigInt(early.percent), 10_000n, 'halfAwayFromZero');
  return fee < remains ? fee : remains;
}

/** Whether terms ask less for a month than was committed to. */
export function isBelowCommitted(
  { committed }: Pick<FixedTerm, 'committed'>,
  after: { readonly cycle: RecurringCycle; readonly recurring: bigint },
): boolean {
  const before = BigInt(committed.recurring) * BigInt(monthsOf[after.cycle]);
  return after.recurring * BigInt(monthsOf[committed.cycle]) < before;
}

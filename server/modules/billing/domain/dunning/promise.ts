import type { CalendarDate } from '../../../../kernel/values/dates.ts';
import { addDays } from '../../../../kernel/values/dates.ts';
import { unless } from '../../../../kernel/values/state-machine.ts';
import type { Ability } from '../../../../kernel/values/state-machine.ts';
import type { InvoiceStatus } from '../abilities.ts';
import type { CollectionState } from '../invoice-states.ts';

/** `days`: from today at most. The counts are of what clients promise themselves; the year is the last 365 days. */
export interface PromiseLimits {
  readonly offered: boolean;
  readonly days: number;
  readonly perInvoice: number;
  readonly perYear: number;
}

export interface PromiseFacts {
  readonly status: InvoiceStatus;
  readonly collection: CollectionState;
  readonly hasOpen: boolean;
  readonly ofInvoice: number;
  readonly ofYear: number;
}

export type PromiseNo =
  | 'not_offered'
  | 'not_overdue'
  | 'in_other_hands'
  | 'promised_already'
  | 'promised_too_often'
  | 'promised_too_often_this_year';

/** Whether a client may promise to pay an invoice later, or why not. */
export function mayPromise(facts: PromiseFacts, limits: PromiseLimits): Ability<PromiseNo> {
  return unless<PromiseNo>({
    not_overdue: facts.status !== 'overdue',
    in_other_hands: facts.collection === 'disputed' || facts.collection === 'collections',
    promised_already: facts.hasOpen,
    not_offered: !limits.offered,
    promised_too_often: facts.ofInvoice >= limits.perInvoice,
    promised_too_often_this_year: facts.ofYear >= limits.perYear,
  });
}

/** The same for staff, whom no limits bind. */
export function mayPromiseForClient(facts: PromiseFacts): Ability<PromiseNo> {
  return mayPromise(facts, { offered: true, days: 0, perInvoice: Infinity, perYear: Infinity });
}

/** How far ahead staff may promise. */
export const staffDays = 90;

/** The last day that may be named: `days` from today. */
export const lastDay = (today: CalendarDate, days: number): CalendarDate => addDays(today, days);

/** The first day on which the next step may be taken: on the day after the promise the client only hears that it was broken. */
export const resumesOn = (promisedOn: CalendarDate): CalendarDate => addDays(promisedOn, 2);

import { unless } from '../../../kernel/values/state-machine.ts';
import type { Ability } from '../../../kernel/values/state-machine.ts';
import type { InvoiceStatus } from './abilities.ts';

export const contestReasons = [
  'not_ordered',
  'wrong_amount',
  'not_delivered',
  'poor_service',
  'duplicate',
  'canceled',
  'other',
] as const;
export type ContestReason = (typeof contestReasons)[number];

/** `withinDays` of the issue; nobody is chased for `holdDays`. The year is the last 365 days. */
export interface ContestLimits {
  readonly offered: boolean;
  readonly withinDays: number;
  readonly holdDays: number;
  readonly perInvoice: number;
  readonly perYear: number;
}

export interface ContestFacts {
  readonly status: InvoiceStatus;
  /** Since the invoice was issued. */
  readonly days: number;
  readonly hasOpen: boolean;
  readonly ofInvoice: number;
  readonly ofYear: number;
}

export type ContestNo =
  | 'contests_not_offered'
  | 'nothing_to_contest'
  | 'contested_already'
  | 'too_late_to_contest'
  | 'contested_too_often'
  | 'contested_too_often_this_year';

/** Whether a client may say that it does not agree with an invoice, or why not: what is paid is spoken about in a ticket. */
export function mayContest(facts: ContestFacts, limits: ContestLimits): Ability<ContestNo> {
  return unless<ContestNo>({
    nothing_to_contest: facts.status !== 'due' && facts.status !== 'overdue',
    contested_already: facts.hasOpen,
    contests_not_offered: !limits.offered,
    too_late_to_contest: facts.days > limits.withinDays,
    contested_too_often: facts.ofInvoice >= limits.perInvoice,
    contested_too_often_this_year: facts.ofYear >= limits.perYear,
  });
}

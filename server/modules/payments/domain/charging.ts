import { addDays, dateIn, instantAt, weekdayOf } from '../../../kernel/values/dates.ts';
import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { DeclineClass } from './attempt.ts';
import { neverReached } from './decline.ts';

/** What the business has set. */
export interface ChargeRules {
  /** How many days after one decline of a method the next try of it comes; when they are used up, it is over. */
  readonly retryAfterDays: readonly number[];
  /** The hour of the client's day at which that is, 0 to 23. */
  readonly hour: number;
  /** One method is declined at most so often in so many days, over all invoices: what card networks count. */
  readonly most: { readonly declines: number; readonly days: number };
}

/** A method that may be charged without asking, as its owner has put them in turn. */
export interface Chargeable {
  readonly id: string;
  readonly lastDay: CalendarDate | null;
  /** A bank has said that it is never to be charged again. */
  readonly isRefused: boolean;
  /** When the bank last replaced the card behind it: what was declined before says nothing any more. */
  readonly renewedAt: Date | null;
  /** When it was declined lately, for whatever invoice, oldest first. */
  readonly declinedAt: readonly Date[];
}

/** A try of one method for this invoice that has ended without money. */
export interface Tried {
  readonly method: string;
  readonly at: Date;
  readonly class: DeclineClass;
  readonly code: string;
}

export interface ChargeFacts {
  readonly now: Date;
  /** The client's. */
  readonly zone: string;
  readonly rules: ChargeRules;
  /** In turn, the default one first. */
  readonly methods: readonly Chargeable[];
  /** Oldest first. */
  readonly tried: readonly Tried[];
  /** A person wants it now: no waiting, and what needed the customer is tried again. */
  readonly isAsked?: boolean;
}

/** `needs_customer`: the client must do something. `used_up`: it was tried as often as it may be. */
export type WhyStopped = 'no_method' | 'needs_customer' | 'used_up';
export type NextCharge = { method: string; at: Date } | { stopped: WhyStopped };

/** Hours after a charge that never reached the bank; long enough for one that did to be told of. */
const reachAgainHours = [1, 4, 24] as const;
const hour = 3_600_000;

/**
 * Which method is charged next, and when: the one that is due first, and of those the first in turn. So where one is declined the
 * others follow at once, and the next round begins days later. It depends on what happened alone, so asking again is safe.
 */
export function nextCharge(facts: ChargeFacts): NextCharge {
  if (facts.methods.length === 0) return { stopped: 'no_method' };
  let next: { method: string; at: Date } | null = null;
  let stopped: WhyStopped = 'needs_customer';
  for (const method of facts.methods) {
    const at = dueAt(method, facts);
    if (at === 'used_up') stopped = at;
    if (at instanceof Date && (next === null || at < next.at)) next = { method: method.id, at };
  }
  return next ?? { stopped };
}

function dueAt(method: Chargeable, facts: ChargeFacts): Date | 'needs_customer' | 'used_up' {
  const { now, zone } = facts;
  if (method.isRefused) return 'needs_customer';
  const own = facts.tried.filter(
    (tried) => tried.method === method.id && (method.renewedAt === null || tried.at > method.renewedAt),
  );
  const waited = facts.isAsked ? now : afterTries(own, facts);
  if (!(waited instanceof Date)) return waited;
  const at = later(now, later(waited, whenBelowMost(method, facts)));
  return method.lastDay !== null && dateIn(zone, at) > method.lastDay ? 'needs_customer' : at;
}

function afterTries(
  own: readonly Tried[],
  { now, zone, rules }: ChargeFacts,
): Date | 'needs_customer' | 'used_up' {
  const last = own.at(-1);
  if (last === undefined) return now;
  if (last.class !== 'retry') return 'needs_customer';
  const declines = own.filter(({ code }) => !neverReached(code));
  if (neverReached(last.code)) {
    const unreached = own.length - 1 - own.findLastIndex(({ code }) => !neverReached(code));
    const hours = reachAgainHours[unreached - 1];
    return hours === undefined ? 'used_up' : new Date(last.at.getTime() + hours * hour);
  }
  const days = rules.retryAfterDays[declines.length - 1];
  return days === undefined ? 'used_up' : workingDay(addDays(dateIn(zone, last.at), days), rules.hour, zone);
}

/** Money comes, and people are reached, on working days: what falls on Saturday or Sunday waits for Monday. */
function workingDay(day: CalendarDate, at: number, zone: string): Date {
  const weekday = weekdayOf(day);
  const time = `${String(at).padStart(2, '0')}:00`;
  return instantAt(addDays(day, weekday > 5 ? 8 - weekday : 0), time, zone);
}

/** The first instant at which one more decline keeps the limit. */
function whenBelowMost(
  { declinedAt }: Chargeable,
  { now, zone, rules: { most, hour: at } }: ChargeFacts,
): Date {
  const oldest = declinedAt.at(-most.declines);
  if (oldest === undefined) return now;
  const free = oldest.getTime() + most.days * 24 * hour;
  return free <= now.getTime() ? now : workingDay(addDays(dateIn(zone, new Date(free)), 1), at, zone);
}

const later = (one: Date, other: Date) => (one > other ? one : other);

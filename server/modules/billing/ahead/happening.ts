import type { CalendarDate } from '../../../kernel/values/dates.ts';
import type { Id } from '../../../kernel/values/ids.ts';
import type { Currency } from '../../../kernel/values/money.ts';
import type { StepKind } from '../domain/dunning/plan.ts';
import type { HoldReason } from '../domain/run-bounds.ts';

/**
 * What may happen to a client as time goes by. `charge` went through and `decline` did not, both automatic; `payment` is made by the
 * client, `credit` by what it has. `waits`: a step that cannot be taken since no notice arrived. `end`: on the day a cancellation is for.
 * `price`: announced by a campaign; `terms`: agreed on by the client. `credit_note`: what an invoice asks for a service that ends. `leaving_fee`: of a service that is ended for the debt before its term
 * is over; `term_over`: it goes on from period to period; `term_renewed`: for as long again, up to `until`. `pause`: agreed on for that day; `pause_over`: it goes
 * on by itself.
 */
export const happeningKinds = [
  'invoice',
  'held_back',
  'credit',
  'charge',
  'decline',
  'payment',
  'reminder',
  'notice',
  'retry',
  'late_fee',
  'suspend',
  'resume',
  'terminate',
  'waits',
  'promise_broken',
  'void',
  'credit_note',
  'end',
  'price',
  'terms',
  'promotion_end',
  'leaving_fee',
  'term_over',
  'term_renewed',
  'pause',
  'pause_over',
] as const;
export type HappeningKind = (typeof happeningKinds)[number];

export interface NamedService {
  readonly id: Id<'service'>;
  readonly organization: Id<'organization'>;
  readonly names: { readonly id: string; readonly en: string };
}

/** `key` tells invoices apart that are not issued yet; those have no `id` and no `number`. */
export interface NamedInvoice {
  readonly key: string;
  readonly id: Id<'invoice'> | null;
  readonly number: string | null;
  readonly names: { readonly id: string; readonly en: string };
}

/** On a day and at a time of day ('HH:MM') in the client's zone. `amount` in minor units; null with `currency` where there is no sum. */
export interface Happening {
  readonly on: CalendarDate;
  readonly at: string;
  readonly kind: HappeningKind;
  readonly amount: bigint | null;
  readonly currency: Currency | null;
  readonly invoice: NamedInvoice | null;
  readonly services: readonly NamedService[];
  readonly facts: HappeningFacts;
}

/**
 * What more is to be said of it. Of an invoice or what is held back: `net`, `tax`, `period`, `dueOn`, `reasons` why it is held, `begins` where
 * a period is the first at other terms. Of a step: `step` with its `days` from the due date. Of a charge: `method`. Of a price: what it
 * was `before`.
 */
export interface HappeningFacts {
  readonly net?: bigint;
  readonly tax?: bigint;
  readonly period?: { readonly from: CalendarDate; readonly to: CalendarDate };
  readonly dueOn?: CalendarDate;
  readonly begins?: boolean;
  readonly reasons?: readonly HoldReason[];
  readonly step?: StepKind;
  readonly days?: number;
  readonly method?: string;
  readonly before?: bigint;
  readonly until?: CalendarDate;
}

/**
 * What a client is supposed to do. `on_time`: automatic charges go through, and whoever has none pays on the due date. `stops`: every
 * charge is declined and nobody pays. `late`: the same, until so many days after the due date.
 */
export type Assumption =
  | { readonly kind: 'on_time' }
  | { readonly kind: 'stops' }
  | { readonly kind: 'late'; readonly days: number };

/** An invoice as far as charging it matters. */
export interface ChargedInvoice {
  readonly key: string;
  readonly id: Id<'invoice'> | null;
  readonly kind: string;
  readonly currency: Currency;
  /** Minor units that are still owed. */
  readonly open: bigint;
  readonly services: readonly string[];
}

/**
 * How a client is charged without asking, decided by who knows gateways. It remembers what was tried, so one is for one rehearsal of one
 * client.
 */
export interface ChargingAhead {
  /** Something asks for a charge: the invoice was issued, or its timeline wants another try. */
  ask(invoice: ChargedInvoice): void;
  /** The next charge, at `now` or later; null where none comes. */
  next(
    invoice: ChargedInvoice,
    now: Date,
  ): { readonly at: Date; readonly method: string; readonly label: string } | null;
  /** The bank has declined it, as one that may be tried again. */
  decline(invoice: ChargedInvoice, method: string, at: Date): void;
}

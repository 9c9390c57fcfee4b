import { sql } from 'kysely';
import type { Db } from '../../kernel/db/types.ts';
import type { Tx } from '../../kernel/db/tx.ts';
import { addDays, dateIn, type CalendarDate } from '../../kernel/values/dates.ts';
import { Problem, notFound } from '../../kernel/values/errors.ts';
import type { Id } from '../../kernel/values/ids.ts';
import type { Json } from '../../kernel/values/json.ts';
import type { Currency } from '../../kernel/values/money.ts';
import { wrongState } from '../../kernel/values/state-machine.ts';
import type { ServiceState, SuspensionReason } from './domain/service-states.ts';
import type { AgreedTerm, BillDay, TaxCategory } from '../catalog/index.ts';
import type { ServiceDiscount } from './domain/discounts.ts';
import { stopsOn } from './domain/fixed-term.ts';
import type { FixedTerm } from './domain/fixed-term.ts';
import { anchorFor } from './domain/bill-day.ts';
import type { PaidTime } from './domain/paid-time.ts';
import type { Pause, PauseUnused } from './domain/pause.ts';
import { periodFrom, type ComingPrice, type Cycle, type Period, type Terms } from './domain/terms.ts';
import type { TechnicalState } from './domain/technical-states.ts';

/** Which service: ids alone do not cross organizations. */
export interface ServiceKey {
  organization: Id<'organization'>;
  service: Id<'service'>;
}

export interface Service {
  id: Id<'service'>;
  organization: Id<'organization'>;
  orderId: string;
  planId: string;
  names: { id: string; en: string };
  label: string;
  quantity: number;
  choices: Json;
  currency: Currency;
  cycle: Cycle;
  /** Minor units for each period. */
  recurring: bigint;
  taxable: boolean;
  /** What its product is for taxes now, where it is taxable, and whether its price contains tax; null: as the business says. */
  taxCategory: TaxCategory;
  taxIncluded: boolean | null;
  trialDays: number;
  provisioner: string;
  timeZone: string;
  state: ServiceState;
  suspendedFor: readonly SuspensionReason[];
  /** A day on which periods begin. `billDay`: the day of the month it was agreed to be billed on; null: that on which it began. */
  anchorOn: CalendarDate | null;
  billDay: BillDay | null;
  /** The last period that was invoiced. */
  period: Period | null;
  paidThrough: CalendarDate | null;
  /** The period to invoice next; null when none follows. */
  nextPeriod: Period | null;
  nextInvoiceOn: CalendarDate | null;
  trialEndsOn: CalendarDate | null;
  cancelOn: CalendarDate | null;
  technicalState: TechnicalState;
  hasUnpaidInvoice: boolean;
  /** What it is going to be from the first day of a period on. */
  nextTerms: (Terms & { on: CalendarDate; term?: AgreedTerm | null }) | null;
  /** Which version of its plan's price it was sold under; null: a price of its own. */
  priceVersion: number | null;
  /** Another price from the first day of a period on, once it was announced. */
  coming: ComingPrice | null;
  /** What is taken off its price, in this order. */
  discounts: readonly ServiceDiscount[];
  /** For how long it is agreed on, and the first day after that once it has begun; null: from period to period. */
  term: FixedTerm | null;
  termEndsOn: CalendarDate | null;
  /** A change waits for its payment, at the longest until then; meanwhile no period is invoiced. */
  changingUntil: Date | null;
  /** That runs or lies ahead. */
  pause: Pause | null;
  /** Paid time as pauses moved it. */
  moved: readonly PaidTime[];
  version: number;
}

export const columns = [
  'id',
  'organization_id',
  'order_id',
  'plan_id',
  'names',
  'label',
  'quantity',
  'choices',
  'currency',
  'cycle',
  'recurring',
  'taxable',
  'trial_days',
  'provisioner',
  'time_zone',
  'state',
  'suspended_for',
  'anchor_on',
  'bill_day',
  'period_from',
  'period_to',
  'paid_through',
  'next_invoice_on',
  'trial_ends_on',
  'cancel_on',
  'technical_state',
  'next_on',
  'next_terms',
  'changing_until',
  'price_version',
  'coming_on',
  'coming_recurring',
  'coming_version',
  'coming_choices',
  'coming_move',
  'discounts',
  'term',
  'term_ends_on',
  'pause_on',
  'resume_on',
  'pause_unused',
  'moved',
  'version',
] as const;

/** Locks a service until the transaction ends. Errors: `not_found`. */
export async function lockService(
  tx: Tx,
  organization: Id<'organization'>,
  id: Id<'service'>,
): Promise<Service> {
  const row = await select(tx.db, organization, id).forUpdate().executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return { ...serviceOf(row), hasUnpaidInvoice: row.has_unpaid_invoice };
}

/** Errors: `not_found`. */
export async function findService(
  db: Db,
  organization: Id<'organization'>,
  id: Id<'service'>,
): Promise<Service> {
  const row = await select(db, organization, id).executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return { ...serviceOf(row), hasUnpaidInvoice: row.has_unpaid_invoice };
}

function select(db: Db, organization: Id<'organization'>, id: Id<'service'>) {
  return db
    .selectFrom('services.services')
    .select(columns)
    .select(
      sql<boolean>`exists (
        select from services.service_invoices i
        where i.organization_id = services.organization_id and i.service_id = services.id and i.status <> 'settled'
      )`.as('has_unpaid_invoice'),
    )
    .select(
      sql<{ category: TaxCategory; included: boolean | null } | null>`(
        select json_build_object('category', p.tax_category, 'included', p.tax_included)
        from catalog.plans pl join catalog.products p on p.id = pl.product_id where pl.id = services.plan_id
      )`.as('product_tax'),
    )
    .where('organization_id', '=', organization)
    .where('id', '=', id);
}

/** The columns, and what its product is for taxes. */
export type Row = Omit<
  Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>,
  'has_unpaid_invoice'
>;

export function serviceOf(row: Row): Omit<Service, 'hasUnpaidInvoice'> {
  const cycle = row.cycle as Cycle;
  const anchor = row.anchor_on;
  const period = row.period_from && row.period_to ? { from: row.period_from, to: row.period_to } : null;
  const nextFrom = period?.to ?? row.trial_ends_on;
  const inTerm = { term: row.term as unknown as FixedTerm | null, termEndsOn: row.term_ends_on };
  const nextTerms = row.next_on && { ...termsOf(row.next_terms), on: row.next_on };
  return {
    id: row.id as Id<'service'>,
    organization: row.organization_id as Id<'organization'>,
    orderId: row.order_id,
    planId: row.plan_id,
    names: row.names as Service['names'],
    label: row.label,
    quantity: row.quantity,
    choices: row.choices as Json,
    currency: row.currency as Currency,
    cycle,
    recurring: row.recurring,
    taxable: row.taxable,
    taxCategory: row.product_tax?.category ?? 'standard',
    taxIncluded: row.product_tax?.included ?? null,
    trialDays: row.trial_days,
    provisioner: row.provisioner,
    timeZone: row.time_zone,
    state: row.state as ServiceState,
    suspendedFor: row.suspended_for as SuspensionReason[],
    anchorOn: anchor,
    billDay: row.bill_day as unknown as BillDay | null,
    period,
    paidThrough: row.paid_through,
    nextPeriod:
      anchor && nextFrom && !stopsOn(inTerm, nextFrom)
        ? periodFrom(
            nextFrom,
            termsFrom(nextFrom, { cycle, nextTerms, coming: null }).cycle,
            anchorFrom(nextFrom, { anchorOn: anchor, nextTerms }),
          )
        : null,
    nextInvoiceOn: row.next_invoice_on,
    trialEndsOn: row.trial_ends_on,
    cancelOn: row.cancel_on,
    technicalState: row.technical_state as TechnicalState,
    nextTerms,
    priceVersion: row.price_version,
    coming: row.coming_on && {
      on: row.coming_on,
      recurring: row.coming_recurring!,
      version: row.coming_version,
      choices: row.coming_choices as Json,
      move: row.coming_move!,
    },
    discounts: row.discounts as unknown as ServiceDiscount[],
    ...inTerm,
    changingUntil: row.changing_until,
    pause: row.pause_on && {
      on: row.pause_on,
      resumeOn: row.resume_on,
      unused: row.pause_unused as PauseUnused,
    },
    moved: row.moved as unknown as PaidTime[],
    version: row.version,
  };
}

/**
 * The terms of a period that begins on a day: those agreed for later, where that day is reached, else the price announced for then. What
 * the run bills, previews show and the service page says comes from here.
 */
export function termsFrom<Now extends Partial<Terms>>(
  day: CalendarDate,
  service: Now & Pick<Service, 'nextTerms' | 'coming'>,
): Now | Terms {
  const { nextTerms, coming } = service;
  if (nextTerms && nextTerms.on <= day) return nextTerms;
  if (!coming || coming.on > day) return service;
  const { recurring, version: priceVersion, choices } = coming;
  return { ...service, recurring, priceVersion, choices };
}

/** The day from which periods are counted that begin on a day or later. */
export function anchorFrom<Anchor extends CalendarDate | null>(
  day: CalendarDate,
  { anchorOn, nextTerms }: Pick<Service, 'nextTerms'> & { readonly anchorOn: Anchor },
): Anchor | CalendarDate {
  if (!nextTerms?.billDay || nextTerms.on > day) return anchorOn;
  return anchorFor(nextTerms.on, nextTerms.cycle, nextTerms.billDay);
}

/** Terms as JSON keeps them. */
function termsOf(stored: unknown): Omit<NonNullable<Service['nextTerms']>, 'on'> {
  const terms = stored as Omit<NonNullable<Service['nextTerms']>, 'on' | 'recurring'> & { recurring: string };
  return { ...terms, priceVersion: terms.priceVersion ?? null, recurring: BigInt(terms.recurring) };
}

/** The trial or the period that was invoiced last; null when neither has an end. */
export function lastPeriod({
  period,
  trialEndsOn,
  trialDays,
}: Service): (Period & { trial?: boolean }) | null {
  return period ?? (trialEndsOn && { from: addDays(trialEndsOn, -trialDays), to: trialEndsOn, trial: true });
}

/** The day it is where the service is billed. */
export function todayOf(service: Pick<Service, 'timeZone'>, now: Date): CalendarDate {
  return dateIn(service.timeZone, now);
}

/** Errors: `wrong_state` with the reason as a fact. */
export function refuse(reason: string): never {
  throw new Problem(wrongState, { facts: { reason } });
}

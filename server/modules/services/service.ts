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
import { periodFrom, type Cycle, type Period } from './domain/terms.ts';
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
  trialDays: number;
  provisioner: string;
  timeZone: string;
  state: ServiceState;
  suspendedFor: readonly SuspensionReason[];
  anchorOn: CalendarDate | null;
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
  version: number;
}

const columns = [
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
  'period_from',
  'period_to',
  'paid_through',
  'next_invoice_on',
  'trial_ends_on',
  'cancel_on',
  'technical_state',
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
  return serviceOf(row);
}

/** Errors: `not_found`. */
export async function findService(
  db: Db,
  organization: Id<'organization'>,
  id: Id<'service'>,
): Promise<Service> {
  const row = await select(db, organization, id).executeTakeFirst();
  if (!row) throw new Problem(notFound);
  return serviceOf(row);
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
    .where('organization_id', '=', organization)
    .where('id', '=', id);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function serviceOf(row: Row): Service {
  const cycle = row.cycle as Cycle;
  const anchor = row.anchor_on;
  const period = row.period_from && row.period_to ? { from: row.period_from, to: row.period_to } : null;
  const nextFrom = period?.to ?? row.trial_ends_on;
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
    trialDays: row.trial_days,
    provisioner: row.provisioner,
    timeZone: row.time_zone,
    state: row.state as ServiceState,
    suspendedFor: row.suspended_for as SuspensionReason[],
    anchorOn: anchor,
    period,
    paidThrough: row.paid_through,
    nextPeriod: anchor && nextFrom ? periodFrom(nextFrom, cycle, anchor) : null,
    nextInvoiceOn: row.next_invoice_on,
    trialEndsOn: row.trial_ends_on,
    cancelOn: row.cancel_on,
    technicalState: row.technical_state as TechnicalState,
    hasUnpaidInvoice: row.has_unpaid_invoice,
    version: row.version,
  };
}

/** The trial or the period that was invoiced last; null when neither has an end. */
export function lastPeriod({ period, trialEndsOn, trialDays }: Service): Period | null {
  return period ?? (trialEndsOn && { from: addDays(trialEndsOn, -trialDays), to: trialEndsOn });
}

/** The day it is where the service is billed. */
export function todayOf(service: Pick<Service, 'timeZone'>, now: Date): CalendarDate {
  return dateIn(service.timeZone, now);
}

/** Errors: `wrong_state` with the reason as a fact. */
export function refuse(reason: string): never {
  throw new Problem(wrongState, { facts: { reason } });
}
